"""Links to read later: a real site on this machine, a real store, a real reader."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from server.actions.adding import FETCHING, LEASE, Fetcher, Link, Visits, add_link, fetch_link, read_later, retry_link
from server.actions.briefs import page_text
from server.actions.clips import clip_lines, get_clip, undo_clip
from server.actions.reading import Worker, read_waiting
from server.actions.service import Service
from server.errors import InputError, NotFoundError
from server.fetch import Rules
from server.model import ClipStatus
from server.store.clips import ClipState, StoredClip
from tests.actions.test_reading import wait_until
from tests.fetch.conftest import SERVICE, allowed, resolve
from tests.fetch.site import Page, Site, Visitor, missing, page, running
from tests.web.made import ALICE, BOB, INTERVIEW, PAGE, Clock


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as made:
        yield made


@pytest.fixture
def rules(site: Site) -> Rules:
    return replace(SERVICE, seconds=20.0, ports=SERVICE.ports | {site.port}, resolve=resolve, allowed=allowed)


def put(service: Service, url: str) -> StoredClip:
    clip, new = add_link(service, ALICE, INTERVIEW, Link(url))
    assert new
    return clip


def told(service: Service, clip: StoredClip) -> tuple[ClipStatus, str]:
    line = next(line for line in clip_lines(service, ALICE, INTERVIEW) if line.id == clip.id)
    return line.status, line.reason


def move(service: Service, by: timedelta) -> None:
    assert isinstance(service.now, Clock)
    service.now.move(by)


def in_turn(*answers: Page) -> Page:
    """The first answer for the first visitor, and so on; the last for all who come later."""
    left = list(answers)

    def answer(visitor: Visitor) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(visitor)

    return answer


def test_a_link_is_there_at_once_and_once_however_it_is_written(service: Service) -> None:
    clip = put(service, "https://www.dana.example/talk/?utm_source=letter")
    assert told(service, clip) == (ClipStatus.TO_READ, "This link is still to be fetched.")
    again, new = add_link(service, ALICE, INTERVIEW, Link(" http://dana.example/talk#end "))
    assert (again.id, new) == (clip.id, False)


@pytest.mark.parametrize(
    "url", ["", "ftp://dana.example/", "javascript:alert(1)", "dana.example", "https://d/" + "x" * 9000]
)
def test_what_is_no_web_address_is_refused(service: Service, url: str) -> None:
    with pytest.raises(InputError, match="not the address of a web page"):
        add_link(service, ALICE, INTERVIEW, Link(url))


def test_nobody_adds_to_what_is_not_theirs(service: Service) -> None:
    with pytest.raises(NotFoundError):
        add_link(service, BOB, INTERVIEW, Link("https://dana.example/"))


def test_a_link_becomes_a_page_that_is_read(service: Service, site: Site, rules: Rules) -> None:
    site.pages["/notes"] = page(PAGE)
    clip = put(service, site.url("/notes"))
    came: list[None] = []
    assert read_later(service, Visits(rules, came=lambda: came.append(None))) is None
    assert get_clip(service, ALICE, clip.id).state is ClipState.READING
    assert (read_waiting(service), len(came)) == (1, 1)
    assert told(service, clip)[0] is ClipStatus.THIN  # one sentence


def test_plain_text_and_a_charset_that_only_the_header_tells_are_read(
    service: Service, site: Site, rules: Rules
) -> None:
    text = "Dana Whitlock hat den Hafenausschuß 2019 verlassen.\n\nSeitdem plant sie Fähren für die äußeren Inseln."
    site.pages["/t"] = page(text.encode("cp1250"), media="text/plain; charset=windows-1250")
    clip = put(service, site.url("/t"))
    read_later(service, Visits(rules))
    read_waiting(service)
    blocks = page_text(service, ALICE, clip.id).blocks
    assert blocks[0].pieces[0].text == "Dana Whitlock hat den Hafenausschuß 2019 verlassen."
    assert "Fähren für die äußeren Inseln" in blocks[1].pieces[0].text


def test_a_site_in_trouble_is_asked_again_later_and_each_time_later_still(
    service: Service, site: Site, rules: Rules
) -> None:
    site.pages["/notes"] = in_turn(page("", status=503), page("", status=503), page(PAGE))
    clip = put(service, site.url("/notes"))
    visits = Visits(rules)
    assert read_later(service, visits) == service.now() + timedelta(minutes=1)
    assert told(service, clip) == (
        ClipStatus.TO_READ,
        "The site has trouble of its own (status 503). It is tried again by itself.",
    )
    asked = len(site.hits)
    read_later(service, visits)
    assert len(site.hits) == asked
    move(service, timedelta(minutes=1))
    assert read_later(service, visits) == service.now() + timedelta(minutes=5)
    move(service, timedelta(minutes=5))
    assert read_later(service, visits) is None
    assert get_clip(service, ALICE, clip.id).state is ClipState.READING


def test_a_site_that_says_how_long_to_wait_is_left_alone_so_long_with_all_its_pages(
    service: Service, site: Site, rules: Rules
) -> None:
    site.pages["/one"] = page("", status=429, Retry_After="600")
    site.pages["/two"] = page(PAGE)
    put(service, site.url("/one"))
    two = put(service, site.url("/two"))
    visits = Visits(rules)
    assert read_later(service, visits) == service.now() + timedelta(minutes=10)
    assert get_clip(service, ALICE, two.id).state is ClipState.TO_READ
    assert get_clip(service, ALICE, two.id).attempts == 0


def test_a_delay_that_a_site_asks_for_is_kept_between_its_pages(service: Service, site: Site, rules: Rules) -> None:
    site.pages |= {
        "/robots.txt": page("User-agent: *\nCrawl-delay: 20", "text/plain"),
        "/a": page(PAGE),
        "/b": page(PAGE),
    }
    put(service, site.url("/a"))
    put(service, site.url("/b"))
    visits = Visits(rules)
    assert read_later(service, visits) == service.now() + timedelta(seconds=20)
    move(service, timedelta(seconds=20))
    assert read_later(service, visits) is None


def test_after_five_attempts_it_is_given_up_in_words_and_adding_it_again_tries_again(
    service: Service, site: Site, rules: Rules
) -> None:
    site.pages["/notes"] = page("", status=500)
    clip = put(service, site.url("/notes"))
    for _ in range(5):
        read_later(service, Visits(rules))
        move(service, timedelta(hours=2))
    status, reason = told(service, clip)
    assert status is ClipStatus.UNREADABLE
    assert reason == (
        "The site has trouble of its own (status 500). Given up after 5 attempts. "
        "Try again later, or open it in your browser and clip it there."
    )
    site.pages["/notes"] = page(PAGE)
    assert add_link(service, ALICE, INTERVIEW, Link(site.url("/notes")))[0].state is ClipState.TO_READ
    read_later(service, Visits(rules))
    assert get_clip(service, ALICE, clip.id).state is ClipState.READING


@pytest.mark.parametrize(
    "url, said",
    [
        ("https://www.linkedin.com/in/dana", "only to people who are signed in"),
        ("http://127.0.0.1/", "No public web site answers"),
        ("http://localhost/", "not the address of a public web page"),
    ],
)
def test_what_cannot_be_fetched_says_what_to_do_and_is_not_tried_again(
    service: Service, rules: Rules, url: str, said: str
) -> None:
    clip = put(service, url)
    assert read_later(service, Visits(rules)) is None
    status, reason = told(service, clip)
    assert status is ClipStatus.UNREADABLE
    assert said in reason
    assert reason.endswith(("clip it there.", "address bar."))


def test_one_page_that_does_not_come_never_costs_another(service: Service, site: Site, rules: Rules) -> None:
    site.pages |= {"/gone": missing, "/notes": page(PAGE)}
    put(service, site.url("/gone"))
    good = put(service, site.url("/notes"))
    read_later(service, Visits(rules))
    assert get_clip(service, ALICE, good.id).state is ClipState.READING


def test_a_link_that_is_taken_back_while_it_is_fetched_stays_away(service: Service, site: Site, rules: Rules) -> None:
    clip = put(service, site.url("/notes"))

    def taken_back(visitor: Visitor) -> None:
        undo_clip(service, ALICE, clip.id)
        page(PAGE)(visitor)

    site.pages["/notes"] = taken_back
    assert read_later(service, Visits(rules)) is None
    with pytest.raises(NotFoundError):
        get_clip(service, ALICE, clip.id)


def test_a_link_that_one_process_fetches_is_left_to_it_and_says_so(service: Service, site: Site, rules: Rules) -> None:
    clip = put(service, site.url("/notes"))

    def another_tries(visitor: Visitor) -> None:
        assert not fetch_link(service, Visits(rules), ALICE, clip)
        assert told(service, clip) == (ClipStatus.TO_READ, FETCHING)
        assert retry_link(service, ALICE, clip.id).reason == FETCHING
        page(PAGE)(visitor)

    site.pages["/notes"] = another_tries
    read_later(service, Visits(rules))
    assert get_clip(service, ALICE, clip.id).state is ClipState.READING
    assert site.hits.count("dana.example/notes") == 1


def test_a_link_whose_process_was_killed_is_fetched_again_soon(service: Service, site: Site, rules: Rules) -> None:
    site.pages["/notes"] = page(PAGE)
    clip = put(service, site.url("/notes"))
    answers = iter([False])
    read_later(service, Visits(rules, ended=lambda: next(answers, True)))  # it never told what came
    assert read_later(service, Visits(rules)) == service.now() + timedelta(seconds=rules.seconds) + LEASE
    move(service, timedelta(seconds=rules.seconds) + LEASE)
    read_later(service, Visits(rules))
    assert get_clip(service, ALICE, clip.id).state is ClipState.READING


def test_a_link_that_was_put_off_or_given_up_is_fetched_when_somebody_says_so(
    service: Service, site: Site, rules: Rules
) -> None:
    site.pages["/notes"] = in_turn(page("", status=503), page("", status=404), page(PAGE))
    clip = put(service, site.url("/notes"))
    read_later(service, Visits(rules))
    assert retry_link(service, ALICE, clip.id).retry_at is None
    read_later(service, Visits(rules))
    assert get_clip(service, ALICE, clip.id).state is ClipState.UNREADABLE
    retry_link(service, ALICE, clip.id)
    read_later(service, Visits(rules))
    assert retry_link(service, ALICE, clip.id).state is ClipState.READING
    with pytest.raises(NotFoundError):
        retry_link(service, BOB, clip.id)


def test_the_service_ending_says_nothing_about_a_link(service: Service, site: Site, rules: Rules) -> None:
    site.pages["/notes"] = page("", status=500)
    clip = put(service, site.url("/notes"))
    answers = iter([False])
    read_later(service, Visits(rules, ended=lambda: next(answers, True)))
    assert get_clip(service, ALICE, clip.id).attempts == 0


def test_a_clock_that_jumps_back_holds_no_link_for_years(service: Service, site: Site, rules: Rules) -> None:
    site.pages["/notes"] = in_turn(page("", status=503), page(PAGE))
    clip = put(service, site.url("/notes"))
    read_later(service, Visits(rules))
    move(service, timedelta(days=-400))
    read_later(service, Visits(rules))
    assert get_clip(service, ALICE, clip.id).state is ClipState.READING


def test_the_two_threads_bring_a_link_to_the_reader(service: Service, site: Site, rules: Rules) -> None:
    site.pages["/notes"] = page(PAGE)
    clip = put(service, site.url("/notes"))
    worker = Worker(service)
    fetcher = Fetcher(service, rules, came=worker.tell)
    worker.start()
    fetcher.start()
    try:
        wait_until(lambda: get_clip(service, ALICE, clip.id).state is ClipState.READ)
    finally:
        fetcher.end()
        worker.end()
        fetcher.join()
        worker.join()
