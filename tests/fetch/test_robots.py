"""A site that says no to programs is heard."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from server.errors import FetchError
from server.fetch import Rules, fetch
from server.fetch.robots import LIMIT, MOST_SITES, Heard, Wishes
from tests.fetch.site import Site, dripping, page, redirect
from tests.growth import MOST, growth
from tests.web.made import Clock

HELLO = page("<p>Hello.</p>")


@pytest.mark.parametrize(
    "text, fetched",
    [
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow: /private/", False),
        ("User-agent: *\nDisallow: /*/dana", False),
        ("User-agent: groundwork # us\nDisallow: /private", False),
        ("User-Agent: OtherBot\nUser-Agent: Groundwork\nDisallow: /", False),
        ("User-agent: OtherBot\nDisallow: /", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Groundwork\nAllow: /", True),
        ("User-agent: *\nDisallow: /public", True),
        ("User-agent: *\nDisallow:", True),
        ("<html>not a robots.txt</html>", True),
        ("", True),
    ],
)
def test_a_page_is_fetched_where_the_site_lets_us(site: Site, rules: Rules, text: str, *, fetched: bool) -> None:
    site.pages["/robots.txt"] = page(text, "text/plain")
    site.pages["/private/dana"] = HELLO
    if fetched:
        assert fetch(site.url("/private/dana"), rules).body
    else:
        with pytest.raises(FetchError, match=r"robots\.txt"):
            fetch(site.url("/private/dana"), rules)
    assert ("dana.example/private/dana" in site.hits) == fetched


@pytest.mark.parametrize("status", [404, 403, 410])
def test_a_site_without_rules_forbids_nothing(site: Site, rules: Rules, status: int) -> None:
    site.pages["/robots.txt"], site.pages["/"] = page("", status=status), HELLO
    assert fetch(site.url(), rules).body


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_site_that_cannot_say_is_left_alone_for_now(site: Site, rules: Rules, status: int) -> None:
    site.pages["/robots.txt"], site.pages["/"] = page("", status=status, Retry_After="60"), HELLO
    with pytest.raises(FetchError) as caught:
        fetch(site.url(), rules)
    assert (caught.value.retry, caught.value.wait) == (True, 60)
    assert site.hits == ["dana.example/robots.txt"]


def test_each_host_on_the_way_is_asked_once(site: Site, rules: Rules) -> None:
    site.pages["/robots.txt"] = redirect("/rules.txt")
    site.pages["/rules.txt"] = page("User-agent: *\nDisallow: /no\nCrawl-delay: 3", "text/plain")
    site.pages["/"] = redirect("/on")
    site.pages["/on"] = redirect(site.url("/here", host="other.example"))
    site.pages["/here"] = HELLO
    assert fetch(site.url(), rules).crawl_delay == 3.0
    asked = [hit for hit in site.hits if hit.endswith("robots.txt")]
    assert asked == ["dana.example/robots.txt", "other.example/robots.txt"]


def test_many_pages_of_a_site_ask_it_once_an_hour(site: Site, rules: Rules) -> None:
    clock = Clock(datetime(2026, 11, 26, 9, 30, tzinfo=UTC))
    rules = replace(rules, now=clock)
    site.pages |= {"/robots.txt": page("", "text/plain"), "/a": HELLO, "/b": HELLO}

    def asked() -> int:
        fetch(site.url("/a"), rules)
        fetch(site.url("/b"), rules)
        return site.hits.count("dana.example/robots.txt")

    assert asked() == 1
    clock.move(timedelta(minutes=61))
    assert asked() == 2
    clock.move(timedelta(days=-1))
    assert asked() == 3


def test_a_site_that_changed_its_mind_is_heard_after_an_hour(site: Site, rules: Rules) -> None:
    clock = Clock(datetime(2026, 11, 26, 9, 30, tzinfo=UTC))
    rules = replace(rules, now=clock)
    site.pages |= {"/a": HELLO}
    assert fetch(site.url("/a"), rules).body
    site.pages["/robots.txt"] = page("User-agent: *\nDisallow: /", "text/plain")
    clock.move(timedelta(hours=1))
    with pytest.raises(FetchError, match=r"robots\.txt"):
        fetch(site.url("/a"), rules)


def test_only_so_many_sites_are_remembered() -> None:
    heard, at = Heard(), datetime(2026, 11, 26, tzinfo=UTC)
    for number in range(MOST_SITES + 1):
        heard.keep(f"https://{number}.example", Wishes.of(""), at)
    assert heard.of("https://0.example", at) is None
    assert heard.of("https://1.example", at)


@pytest.mark.parametrize("given, seconds", [("2.5", 2.5), ("86400", 60.0), ("-1", 0.0), ("soon", 0.0), ("inf", 0.0)])
def test_a_site_may_ask_for_a_pause_within_reason(given: str, seconds: float) -> None:
    assert Wishes.of(f"User-agent: *\nCrawl-delay: {given}").delay == seconds


def test_a_redirect_into_a_forbidden_part_is_not_followed(site: Site, rules: Rules) -> None:
    site.pages["/robots.txt"] = page("User-agent: *\nDisallow: /no", "text/plain")
    site.pages["/"] = redirect("/no/dana")
    with pytest.raises(FetchError, match=r"robots\.txt"):
        fetch(site.url(), rules)
    assert "dana.example/no/dana" not in site.hits


def test_rules_without_end_are_read_to_their_limit(site: Site, rules: Rules) -> None:
    line = b"Disallow: /elsewhere\n" * 5_000
    site.pages["/robots.txt"] = dripping(b"HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /no\n", line)
    site.pages["/"] = HELLO
    assert fetch(site.url(), rules).body


def test_rules_made_to_be_slow_are_not() -> None:
    assert len(slow_rules(14_000)) < LIMIT
    assert growth(lambda count: Wishes.of(slow_rules(count)).allow("https://dana.example/1"), 14_000) < MOST


def slow_rules(count: int) -> str:
    names = "".join(f"User-agent: a{number}\n" for number in range(count))
    return names + "".join(f"Disallow: /{number}\n" for number in range(count))
