"""Input that takes parsers down. Time is bounded elsewhere, by a child that can be killed; here nothing may crash or vanish."""

import pytest

from scrapers import scrape
from scrapers.page import Page

SENTENCE = "The dredger came at dawn and nobody on the quay had been told."


def read(html: str) -> tuple[str, tuple[str, ...]]:
    extract = scrape(Page(url="https://a.example/", html=html))
    assert all(extract.text[p.start : p.end] == p.text for p in extract.passages)
    return extract.text, extract.notes


@pytest.mark.parametrize("levels", [300, 1_000, 10_000, 50_000])
def test_deep_nesting_keeps_its_text_and_is_noted(levels: int) -> None:
    text, notes = read(
        f"<html><body><p>Before it all was quiet.</p>{'<div>' * levels}{SENTENCE}{'</div>' * levels}<p>After it, too.</p></body></html>"
    )
    assert "Before it all was quiet." in text
    assert SENTENCE in text
    assert "After it, too." in text
    assert "deep-nesting" in notes


def test_tags_that_are_never_closed_keep_their_text() -> None:
    text, notes = read("<body><p>" + "<b>" * 20_000 + SENTENCE)
    assert SENTENCE in text
    assert "deep-nesting" in notes


def test_lone_surrogates_do_not_cost_the_rest_of_the_page() -> None:
    text, notes = read(f"<body><p>Tide \ud83d table.</p><p>{SENTENCE}</p></body>")
    assert SENTENCE in text
    assert "surrogates" in notes


def test_a_surrogate_pair_becomes_its_character() -> None:
    text, _ = read(f"<body><p>A whale \ud83d\udc33 came in. {SENTENCE}</p></body>")
    assert "A whale 🐳 came in." in text


@pytest.mark.parametrize(
    "html",
    [
        "",
        "   \n\t ",
        "\x00\x01\x02",
        "\ufeff",
        "%PDF-1.7 not really",
        "<",
        "<!--",
        "<html><head><title>x",
        "<![CDATA[ ]]>",
        "<?xml version='1.0' encoding='utf-8'?>",
        "<body>" + "&amp;" * 1_000,
        "<script>" * 50,
        "<table><tr><td>" * 60,
        "<ul><li>" * 60,
    ],
    ids=lambda html: repr(html[:20]),
)
def test_pages_without_a_page_are_read_without_a_crash(html: str) -> None:
    assert not any(note.startswith("failed") for note in read(html)[1])


@pytest.mark.parametrize(
    "html",
    [
        f"<?xml version='1.0' encoding='latin-1'?><html><body><p>{SENTENCE}</p></body></html>",
        f"<html><head><meta charset='shift_jis'></head><body><p>{SENTENCE} Übermäßig.</p></body></html>",
        f"<html><body>\x00<p>{SENTENCE[:10]}\x00{SENTENCE[10:]}</p></body></html>".replace("\x00", "", 0),
        f"<p>{SENTENCE}</p>",
        SENTENCE,
        f"<body><div data-x='{'y' * 100_000}'>{SENTENCE}</div></body>",
        f"<html><head><script type='application/ld+json'>{'[' * 5_000}</script></head><body><p>{SENTENCE}</p></body></html>",
        f'<html><head><script type=\'application/ld+json\'>{{"@type": 5, "author": [[[[1]]]]}}</script></head><body><p>{SENTENCE}</p></body></html>',
        f"<html><body><article><p>{SENTENCE}</p></article>" + "<span>x</span>" * 300,
        f"<frameset><frame></frameset><noframes><body><p>{SENTENCE}</p></body></noframes>",
    ],
    ids=lambda html: repr(html[:30]),
)
def test_odd_pages_keep_their_words(html: str) -> None:
    squashed = "".join(read(html)[0].split())
    assert "nobodyonthequayhadbeentold." in squashed


def test_words_that_the_extractor_drops_are_read_from_the_visible_text() -> None:
    cards = "".join(
        f"<div><div><span>Berth {n} takes boats of {n} metres and more in winter.</span></div></div>" for n in range(20)
    )
    text, _ = read(f"<html><body><div>{cards}</div></body></html>")
    assert all(f"Berth {n} takes" in text for n in range(20))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a pdf at all",
        b"%PDF-1.4\n%%EOF",
        b"%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj trailer << /Root 1 0 R >>",
    ],
)
def test_bytes_that_are_no_pdf_give_an_empty_extract_that_says_so(data: bytes) -> None:
    extract = scrape(Page(url="https://a.example/x.pdf", pdf=data))
    assert extract.passages == ()
    assert data == b"" or "no-text" in extract.notes or "failed:pdf" in extract.notes
