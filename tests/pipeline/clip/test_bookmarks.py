"""Bookmarks files as browsers write them, and as they arrive."""

from datetime import UTC, datetime

import pytest

from server.errors import InputError
from server.pipeline.clip.bookmarks import DEEPEST, Bookmark, Bookmarks, bookmarks
from tests.growth import MOST, growth

HEAD = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<!-- This is an automatically generated file. -->
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks Menu</H1>
"""
FILE = f"""{HEAD}
<DL><p>
    <DT><H3 ADD_DATE="1700000000" PERSONAL_TOOLBAR_FOLDER="true">Bookmarks &amp; more</H3>
    <DD>what I keep
    <DL><p>
        <DT><H3>Dana
        Okafor</H3>
        <DL><p>
            <DT><A HREF="https://dana.example/talk?a=1&amp;b=2" ADD_DATE="1772442000" ICON="data:image/png;base64,AAAA">Brücken &lt;bauen&gt;</A>
            <DD>a note of mine
            <DT><A HREF="HTTPS://news.example/dana" TAGS="bridges"></A>
        </DL><p>
        <DT><A HREF="http://other.example/" ADD_DATE="1772442000123">Other</A>
        <HR>
        <DT><A HREF="javascript:alert(1)">Bookmarklet</A>
        <DT><A HREF="place:sort=8">Most visited</A>
    </DL><p>
    <DT><A HREF="https://last.example/" ADD_DATE="1772442000123456">Last</A>
</DL><p>
"""
ADDED = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def test_links_keep_their_folders_titles_and_dates() -> None:
    person = ("Bookmarks & more", "Dana Okafor")
    assert bookmarks(FILE) == Bookmarks(
        (
            Bookmark(person, "Brücken <bauen>", "https://dana.example/talk?a=1&b=2", ADDED),
            Bookmark(person, "HTTPS://news.example/dana", "HTTPS://news.example/dana"),
            Bookmark(person[:1], "Other", "http://other.example/", ADDED),
            Bookmark((), "Last", "https://last.example/", ADDED),
        ),
        others=2,
    )


def test_ten_thousand_links_are_read_at_once() -> None:
    found = many(10_000)
    assert [len(found.entries), found.entries[-1].title, found.entries[-1].folder] == [10_000, "Page 9999", ("All",)]
    assert growth(many, 4_000) < MOST


def many(count: int) -> Bookmarks:
    lines = (f'<DT><A HREF="https://n{n}.example/">Page {n}</A>' for n in range(count))
    return bookmarks(f"{HEAD}<DL><p><DT><H3>All</H3><DL><p>{chr(10).join(lines)}</DL><p></DL><p>")


BROKEN = {
    "links not closed": '<DL><DT><A HREF="https://a.example/">A<DT><A HREF="https://b.example/">B',
    "lists not closed": '<DL><DT><A HREF="https://a.example/">A</A><DL><DT><A HREF="https://b.example/">B</A>',
    "closed too often": '<DL></DL></DL></DL><A HREF="https://a.example/">A</A></DL><A HREF="https://b.example/">B</A>',
    "cut off": '<DL><DT><A HREF="https://a.example/">A</A><DT><A HREF="https://b.example/">B</A><DT><A HREF="https://c.exa',
    "no line breaks, no quotes": "<dl><dt><a href=https://a.example/>A</a><dt><a href=https://b.example/>B</a></dl>",
    "stray bytes": '<DL><DT><A HREF="https://a.example/">\0A</A>\ud800<DT><A HREF="https://b.example/">B</A>',
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_gives_what_is_whole_in_it(text: str) -> None:
    found = [(entry.title, entry.url) for entry in bookmarks(HEAD + text).entries]
    assert found == [("A", "https://a.example/"), ("B", "https://b.example/")]


@pytest.mark.parametrize("given", ["", "0", "yesterday", "-5", "9" * 16, "9" * 400, "٣"])
def test_a_date_that_is_none_is_left_out(given: str) -> None:
    found = bookmarks(f'{HEAD}<DL><DT><A HREF="https://a.example/" ADD_DATE="{given}">A</A></DL>')
    assert found.entries[0].added is None


def test_a_heading_names_the_next_list_and_no_other() -> None:
    text = '<DL><DT><H3>Empty</H3><DL></DL><DL><DT><A HREF="https://a.example/">A</A></DL></DL>'
    assert bookmarks(HEAD + text).entries[0].folder == ()


def test_folders_without_end_cost_little() -> None:
    text = HEAD + "<DT><H3>x</H3><DL><p>" * 20_000 + '<A HREF="https://a.example/">A</A>'
    assert bookmarks(text).entries == (Bookmark(("x",) * DEEPEST, "A", "https://a.example/"),)


@pytest.mark.parametrize("piece", ["<a ", "<a href='", "<!--", "</a", "<![CDATA[", "<dt><a href=x>", "&#"])
def test_no_file_is_slow_to_read(piece: str) -> None:
    assert growth(lambda count: bookmarks(HEAD + piece * count), 20_000) < MOST


@pytest.mark.parametrize("text", ["", "hello", "%PDF-1.7", "<html><p>A page.</p></html>", '{"roots": {}}'])
def test_another_file_is_refused_with_a_hint(text: str) -> None:
    with pytest.raises(InputError, match="not a bookmarks file") as caught:
        bookmarks(text)
    assert "export" in caught.value.hint
