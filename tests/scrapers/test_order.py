import logging

import pytest

from scrapers import SCRAPERS, order, scrape
from scrapers.page import Page, Reading


def test_the_most_specific_scraper_comes_first_and_article_last() -> None:
    assert [scraper.name for scraper in SCRAPERS] == ["pdf", "profile", "codehost", "team", "article"]
    assert len({scraper.name for scraper in SCRAPERS}) == len(SCRAPERS)


class Broken:
    name = "broken"

    def can_read(self, page: Page) -> bool:
        return page is not None

    def read(self, page: Page) -> Reading | None:
        raise LookupError(page.url)


def test_a_scraper_that_crashes_is_named_and_the_article_scraper_reads_on(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(order, "SCRAPERS", (Broken(), SCRAPERS[-1]))
    with caplog.at_level(logging.ERROR):
        extract = scrape(
            Page(url="https://a.example/", html="<main><p>The kiln was cold when I came back in March.</p></main>")
        )
    assert extract.scraper == "article"
    assert [passage.text for passage in extract.passages] == ["The kiln was cold when I came back in March."]
    assert "failed:broken" in extract.notes
    assert "scraper broken failed on https://a.example/" in caplog.text


def test_an_article_about_experience_is_no_profile() -> None:
    html = "<main><h1>On experience</h1><h2>Experience</h2><p>It is what one gets just after one needed it, people say.</p></main>"
    assert scrape(Page(url="https://a.example/", html=html)).scraper == "article"


def test_three_names_in_a_text_are_no_team() -> None:
    people = "".join(
        f"<p>{name} came to the kiln and said nothing at all for an hour.</p>"
        for name in ("Ada Finch", "Bo Marsh", "Cy Quill")
    )
    assert scrape(Page(url="https://a.example/", html=f"<main><h1>A day</h1>{people}</main>")).scraper == "article"
