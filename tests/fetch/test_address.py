"""Links taken apart, and put together as they are asked for and shown."""

from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from server.errors import FetchError
from server.fetch.address import join, parse, shown

WEB = frozenset({80, 443})


@pytest.mark.parametrize(
    "link, url",
    [
        ("HTTPS://Dana.Example", "https://dana.example/"),
        ("http://dana.example.:80/a", "http://dana.example/a"),
        ("http://dana.example:443/a?b=c d#e", "http://dana.example:443/a?b=c%20d"),
        ("https://dana.example?x=%2F/?", "https://dana.example/?x=%2F/?"),
        ("https://my_blog.dana.example/100%25", "https://my_blog.dana.example/100%25"),
        ("https://[2606:4700:4700:0::1111]/", "https://[2606:4700:4700::1111]/"),
        ("https://93.184.215.14/", "https://93.184.215.14/"),
        ("https://BÜCHER.example/ä", "https://xn--bcher-kva.example/%C3%A4"),
    ],
)
def test_a_link_is_written_one_way(link: str, url: str) -> None:
    assert parse(link, WEB).url == url
    assert parse(url, WEB).url == url


def test_a_part_of_a_link_is_joined_to_where_it_stands() -> None:
    here = parse("https://dana.example/talks/one", WEB)
    assert join(here, "../two?x=1", WEB).url == "https://dana.example/two?x=1"
    assert join(here, "//other.example", WEB).url == "https://other.example/"


def test_a_link_of_any_length_is_refused_and_shown_short() -> None:
    link = "https://dana.example/" + "x" * 9000
    with pytest.raises(FetchError, match="too long"):
        parse(link, WEB)
    assert len(shown(link)) < 250


@pytest.mark.parametrize("link", ["https://dana:hunter2@dana.example/", " https://hunter2@dana.example/@dana\n"])
def test_a_link_is_shown_without_its_password(link: str) -> None:
    assert "hunter2" not in shown(link)
    assert "dana.example/" in shown(link)


@given(some.text(), some.text(alphabet="/:@[]%.#?\\0123456789abcdefx\u3002\uff11\u00ad\u0301"))
@example("", "[127.0.0.1]")
def test_whatever_is_pasted_there_is_an_address_or_an_error_in_words(text: str, host: str) -> None:
    here = parse("https://dana.example/", WEB)
    for link in (text, f"http://{host}", f"http://{host}.example/{text}"):
        with suppress(FetchError):
            assert parse(link, WEB).host.isascii()
        with suppress(FetchError):
            assert join(here, link, WEB).host.isascii()
