"""What a visit brings home, and what ends it."""

import gzip
import re
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from server.errors import FetchError
from server.fetch import Media, Rules, fetch
from tests.fetch.site import Page, Site, dripping, page, raw, redirect

HELLO = "<html><p>Dana Okafor builds bridges.</p></html>"
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def test_a_page_comes_as_it_was_sent(site: Site, rules: Rules) -> None:
    site.pages["/dana?x=1"] = page(HELLO, "Text/HTML; charset=ISO-8859-2")
    got = fetch(f" {site.url('/dana?x=1#part')}\n", replace(rules, now=lambda: NOW))
    assert (got.body, got.media, got.charset) == (HELLO.encode(), Media.HTML, "iso-8859-2")
    assert (got.final_url, got.fetched_at) == (site.url("/dana?x=1"), NOW)


@pytest.mark.parametrize(
    "media, body, kind",
    [
        ("application/xhtml+xml", HELLO, Media.HTML),
        ("text/plain", "A talk.\n\nSecond paragraph.", Media.TEXT),
        ("application/pdf", "%PDF-1.7 ...", Media.PDF),
        ("text/html", "\n%PDF-1.7 ...", Media.PDF),
    ],
)
def test_pages_texts_and_pdfs_come(site: Site, rules: Rules, media: str, body: str, kind: Media) -> None:
    site.pages["/"] = page(body, media)
    assert fetch(site.url(), rules).media is kind


def test_a_packed_page_is_unpacked(site: Site, rules: Rules) -> None:
    long = HELLO * 20_000
    site.pages["/"] = page(gzip.compress(long.encode()), Content_Encoding="gzip")
    assert fetch(site.url(), rules).body == long.encode()


def test_a_page_in_chunks_is_put_together(site: Site, rules: Rules) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    site.pages["/"] = raw(head + b"5\r\n<p>ab\r\n6\r\ncd</p>\r\n0\r\n\r\n")
    assert fetch(site.url(), rules).body == b"<p>abcd</p>"


def test_nothing_is_sent_that_tells_who_asks(site: Site, rules: Rules, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://secret:word@127.0.0.1:9/")
    site.pages["/"] = redirect(site.url("/there", host="other.example"))
    site.pages["/there"] = page(HELLO, Set_Cookie="a=b")
    fetch(site.url(), rules)
    fetch(site.url(), rules)
    known = {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}
    assert len(site.headers) == 6  # robots.txt of the two hosts once, the pages twice
    assert [headers for headers in site.headers if set(headers) != known] == []
    assert re.fullmatch(r"Groundwork/[\d.]+ \(a person asked for this page\)", site.headers[0]["User-Agent"])


def test_the_address_at_the_end_of_redirects_is_told(site: Site, rules: Rules) -> None:
    for number in range(5):
        site.pages[f"/{number}"] = redirect(f"{number + 1}" if number % 2 else site.url(f"/{number + 1}"), 301)
    site.pages["/5"] = page(HELLO)
    assert fetch(site.url("/0"), rules).final_url == site.url("/5")


def test_a_sixth_redirect_is_not_followed(site: Site, rules: Rules) -> None:
    for number in range(7):
        site.pages[f"/{number}"] = redirect(f"/{number + 1}")
    assert "redirects more than 5 times" in said(site, rules, "/0").what
    assert "dana.example/6" not in site.hits


def test_letters_of_any_script_find_their_page(site: Site, rules: Rules) -> None:
    site.pages["/caf%C3%A9%20und%20mehr"] = redirect("/größe".encode().decode("latin-1"))
    site.pages["/gr%C3%B6%C3%9Fe"] = page(HELLO)
    got = fetch(site.url("/café und mehr", host="bücher.example"), rules)
    assert got.final_url == site.url("/gr%C3%B6%C3%9Fe", host="xn--bcher-kva.example")


def test_a_name_that_only_looks_like_another_is_shown_as_what_it_is(site: Site, rules: Rules) -> None:
    site.pages["/"] = page(HELLO)
    assert fetch(site.url(host="d\u0430n\u0430.example"), rules).final_url == site.url(host="xn--dn-7kcb.example")


ENDS: dict[str, tuple[Page, str]] = {
    "a picture": (page(b"\x89PNG", "image/png"), "this is image/png"),
    "no word of what it is": (page(HELLO, ""), "does not say what it is"),
    "a feed": (page("<rss/>", "application/rss+xml"), "this is application/rss"),
    "a front page called PDF": (page(HELLO, "application/pdf"), "says this is a PDF, and it is not"),
    "nothing in it": (page(" \n"), "The page is empty"),
    "packed unasked": (page(HELLO, Content_Encoding="br"), "packed the page in a way that was not asked for"),
    "packed twice": (page(HELLO, Content_Encoding="gzip, gzip"), "packed the page in a way that was not asked for"),
    "not packed as it says": (page(HELLO, Content_Encoding="gzip"), "sent something that cannot be read"),
    "packed, and cut off": (page(gzip.compress(HELLO.encode())[:-9], Content_Encoding="gzip"), "only in part"),
    "packed, and more": (page(gzip.compress(b"<p>") + b"more", Content_Encoding="gzip"), "cannot be read"),
    "shorter than announced": (page(HELLO, Content_Length="4000"), "only in part"),
    "far longer, as announced": (page(HELLO, Content_Length="99999999999"), "larger than 5 MB"),
    "chunks cut off": (
        raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n<p>"),
        "cannot be read",
    ),
    "too many headers": (page(HELLO, **{f"X-{number}": "x" for number in range(150)}), "cannot be read"),
    "a header without end": (page(HELLO, X_Long="x" * 70_000), "cannot be read"),
    "no HTTP": (raw(b"SSH-2.0-OpenSSH_9.6\r\n"), "cannot be read"),
    "no answer": (raw(b""), "cannot be read"),
    "a redirect to nowhere": (page("", status=302), "did not send the page (status 302)"),
    "only to people it knows": (page("", status=403), "only to people it knows"),
    "not there": (page("", status=410), "There is no such page"),
    "a bad day": (page("", status=502), "trouble of its own (status 502)"),
}


@pytest.mark.parametrize("answer, words", ENDS.values(), ids=ENDS.keys())
def test_what_cannot_be_used_is_said_in_words(site: Site, rules: Rules, answer: Page, words: str) -> None:
    site.pages["/"] = answer
    error = said(site, rules)
    assert words in error.what
    assert (error.where, error.code) == (site.url(), "fetch")
    assert error.hint


def test_a_small_file_that_unpacks_to_a_huge_one_is_left_at_the_limit(site: Site, rules: Rules) -> None:
    bomb = gzip.compress(b" " * 50_000_000)
    assert len(bomb) < 60_000
    site.pages["/"] = page(bomb, Content_Encoding="gzip")
    assert "larger than 5 MB" in said(site, rules).what


def test_a_page_without_end_is_left_at_the_limit(site: Site, rules: Rules) -> None:
    site.pages["/"] = dripping(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"<p>" * 50_000)
    assert "larger than 0 MB" in said(site, replace(rules, html_bytes=400_000)).what


DRIPS = {
    "body": (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"a"),
    "announced body": (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n", b"a"),
    "chunks": (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
    "headers": (b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"),
    "one header": (b"HTTP/1.1 200 OK\r\nX: ", b"y"),
    "status line": (b"", b"H"),
    "not yet": (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
}


@pytest.mark.parametrize("head, drop", DRIPS.values(), ids=DRIPS.keys())
def test_a_drip_of_bytes_ends_when_the_time_is_up(site: Site, rules: Rules, head: bytes, drop: bytes) -> None:
    site.pages["/"] = dripping(head, drop)
    start = time.monotonic()
    error = said(site, replace(rules, seconds=0.3))
    assert "took too long" in error.what
    assert error.retry
    assert time.monotonic() - start < rules.seconds


def test_a_look_up_that_never_answers_ends_too(site: Site, rules: Rules) -> None:
    def stalled(host: str) -> Any:
        site.over.wait()
        raise OSError(host)

    assert "took too long" in said(site, replace(rules, seconds=0.1, resolve=stalled)).what


def test_a_closed_port_is_worth_another_try(site: Site, rules: Rules) -> None:
    site.server_close()
    error = said(site, rules)
    assert (error.what, error.retry) == ("The connection to the site failed.", True)


@pytest.mark.parametrize(
    "given, wait",
    [
        ("120", 120),
        ("9" * 40, 86_400),
        ("Mon, 02 Mar 2026 09:05:00 GMT", 300),
        ("Mon, 02 Mar 2020 09:05:00 GMT", 0),
        ("Mon, 02 Mar 2026 09:05:00", None),
        ("Mon, 02 Mar 2026 09:0999999999999999999995:00 GMT", None),
        ("soon", None),
        ("", None),
    ],
)
def test_who_is_asked_to_come_less_often_is_told_when(site: Site, rules: Rules, given: str, wait: int | None) -> None:
    site.pages["/"] = page("", status=429, Retry_After=given)
    error = said(site, replace(rules, now=lambda: NOW))
    assert (error.retry, error.wait) == (True, wait)


def test_a_host_gets_one_visitor_at_a_time(site: Site, rules: Rules) -> None:
    inside, go_on = threading.Event(), threading.Event()

    def slow(visitor: Any) -> None:
        inside.set()
        go_on.wait(5)
        page(HELLO)(visitor)

    site.pages["/slow"], site.pages["/"] = slow, page(HELLO)
    first = threading.Thread(target=fetch, args=(site.url("/slow"), rules))
    first.start()
    inside.wait(5)
    assert "took too long" in said(site, replace(rules, seconds=0.1)).what  # it waits for its turn
    assert fetch(site.url(host="other.example"), rules).body  # another host need not wait
    go_on.set()
    first.join()
    assert fetch(site.url(), rules).body
    assert site.hits.count("dana.example/") == 1


@pytest.mark.parametrize(
    "url",
    [
        "https://www.linkedin.com/in/dana-okafor",
        "https://uk.linkedin.com/in/dana",
        "http://x.com./dana",
        "https://m.facebook.com/dana",
    ],
)
def test_a_site_behind_a_sign_in_is_left_to_the_browser(rules: Rules, dialled: list[Any], url: str) -> None:
    with pytest.raises(FetchError, match="Open it in your browser and clip it there") as caught:
        fetch(url, rules)
    assert "signed in" in caught.value.what
    assert dialled == []


@pytest.mark.parametrize(
    "onward", ["/login?next=/dana", "/users/Sign_In.php", "/authwall", "https://accounts.google.com/v3"]
)
def test_a_page_that_leads_to_a_sign_in_is_left_to_the_browser(site: Site, rules: Rules, onward: str) -> None:
    site.pages["/dana"] = redirect(onward)
    error = said(site, rules, "/dana")
    assert "asks to sign in" in error.what
    assert "clip it there" in error.hint
    assert site.hits == ["dana.example/robots.txt", "dana.example/dana"]


def test_a_name_that_ends_like_a_walled_one_is_another_site(site: Site, rules: Rules) -> None:
    site.pages["/how-we-login"] = page(HELLO)
    assert fetch(site.url("/how-we-login", host="notlinkedin.com.example"), rules).body


def test_an_error_names_no_password(rules: Rules) -> None:
    with pytest.raises(FetchError) as caught:
        fetch("https://dana:hunter2@dana.example/", rules)
    assert "hunter2" not in str(caught.value)


def said(site: Site, rules: Rules, path: str = "/") -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetch(site.url(path), rules)
    return caught.value
