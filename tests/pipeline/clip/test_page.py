import pytest

from server.errors import InputError
from server.model import Clip
from server.pipeline.clip.page import MAX_BYTES, page_of

AGAIN = "Open the page and clip it again, or save it as HTML or PDF."
HTML = "<html><head><title>Dana</title></head><body><p>Dana Whitlock plans ferries.</p></body></html>"


def clip(file: str = "pages/d1.html") -> Clip:
    return Clip(id="d1", file=file, url="https://ferries.example/dana", title="Dana")


def refusal(raw: bytes, file: str = "pages/d1.html") -> str:
    with pytest.raises(InputError) as caught:
        page_of(clip(file), raw)
    return str(caught.value)


def test_html_becomes_a_page() -> None:
    page, problems = page_of(clip(), HTML.encode())
    assert (page.html, page.url, page.title, page.pdf) == (HTML, "https://ferries.example/dana", "Dana", b"")
    assert problems == ()


@pytest.mark.parametrize("file", ["pages/d1.pdf", "pages/d1.html", ""])
def test_a_pdf_is_known_by_its_mark_and_not_by_its_name(file: str) -> None:
    page, _ = page_of(clip(file), b"\n%PDF-1.7\n\0\1\2")
    assert page.pdf.endswith(b"\0\1\2")
    assert page.html == ""


def test_html_under_the_name_of_a_pdf_is_read_as_html() -> None:
    assert page_of(clip("pages/d1.pdf"), HTML.encode())[0].html == HTML


BAD = {
    "nothing": (b"", "The page is empty."),
    "blanks": (b" \r\n\t ", "The page is empty."),
    "a byte order mark alone": (b"\xef\xbb\xbf", "The page is empty."),
    "a PNG": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "The page is a PNG picture, not a web page or PDF."),
    "a zip": (b"PK\x03\x04rest", "The page is a zip file (or a Word, Excel or EPUB file), not a web page or PDF."),
    "NUL bytes": (b"<html><body>Da\0na</body></html>", "The page is not text: it holds NUL bytes."),
    "NUL characters": ("<p>Da\0na</p>".encode("utf-16"), "The page is not text: it holds NUL characters."),
    "plain words": (b"Dana Whitlock plans ferries.", "The page is not HTML: there is no tag in it."),
    "JSON": (b'{"name": "Dana", "a<b": 1}', "The page is not HTML: there is no tag in it."),
    "a feed": (
        b'<?xml version="1.0"?>\n<rss version="2.0"><channel><title>Dana</title></channel></rss>',
        "The page is not HTML: it is XML that starts with <rss>.",
    ),
}


@pytest.mark.parametrize("raw, said", BAD.values(), ids=BAD.keys())
def test_what_is_no_page_is_refused_by_clip_and_file(raw: bytes, said: str) -> None:
    assert refusal(raw) == f"clip d1 (pages/d1.html): {said} {AGAIN}"


def test_a_page_of_25_mb_is_refused() -> None:
    assert refusal(b"<p>" + b"x" * MAX_BYTES) == (
        "clip d1 (pages/d1.html): The page is too large: 25.0 MB, pages must stay under 25 MB. "
        "Clip the part you need, or print the page to a smaller PDF."
    )


def test_a_text_file_becomes_paragraphs() -> None:
    page, _ = page_of(clip("notes/d1.txt"), b"Dana & I met.\nOn a ferry.\n\n\n1 < 2, she said.\n")
    assert "<p>Dana &amp; I met.\nOn a ferry.</p>\n<p>1 &lt; 2, she said.</p>" in page.html


def test_a_wrong_charset_is_told_and_the_page_is_read() -> None:
    raw = '<meta charset="utf-8"><p>Señor García lives in Málaga</p>'.encode("latin-1")
    page, (problem,) = page_of(clip(), raw)
    assert "Señor García lives in Málaga" in page.html
    assert not problem.warning
    assert str(problem) == (
        "clip d1 (pages/d1.html): The page says it is utf-8 but is not; read as windows-1252. "
        "If letters look wrong, clip the page again."
    )


def test_a_browsers_copy_that_still_names_its_old_charset_is_only_a_warning() -> None:
    page, (problem,) = page_of(clip(), "<meta charset=iso-8859-1><p>Málaga</p>".encode())
    assert "Málaga" in page.html
    assert problem.warning
    assert problem.what == "The page says it is windows-1252 but is UTF-8; read as UTF-8."


def test_a_thousand_comments_are_no_riddle() -> None:
    raw = b"<!-- ferry -->" * 1000 + HTML.encode()
    assert page_of(clip(), raw)[0].html.endswith("</html>")
