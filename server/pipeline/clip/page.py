"""Step 1b: the bytes of one clipped page become a Page, or an error that names the clip and what to do."""

import re

from scrapers.page import Page
from server.errors import InputError, Problem
from server.model import Clip
from server.pipeline.clip.charset import BOMS, decode

MAX_BYTES = 25_000_000  # the body limit of the service, too
TEXT_FILES = (".txt", ".text", ".md")
LOOK = 500_000  # characters in which a page must show that it is HTML
PDF_WITHIN = 1024  # bytes in which a PDF's mark may stand, as PDF readers have it

AGAIN = "Open the page and clip it again, or save it as HTML or PDF."

_MAGIC = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a picture or a sound"),
    (b"PK\x03\x04", "a zip file (or a Word, Excel or EPUB file)"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or PowerPoint file"),
    (b"{\\rtf", "an RTF file"),
    (b"SQLite format 3\0", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|main|article|section|header|footer|nav|aside|div|span|p|a|h[1-6]|ul|ol|li|"
    r"table|tr|td|br|hr|img|pre|blockquote|b|i|em|strong|font|center|form|frameset|figure|script|style)(?=[\s/>])",
    re.IGNORECASE,
)
_OTHER_XML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:(?><!--.*?-->)\s*)*<(rss|feed|svg|urlset|opml|rdf:RDF)\b", re.DOTALL
)
_PARAGRAPH_BREAK = re.compile(r"\n\s*\n")


def page_of(clip: Clip, raw: bytes) -> tuple[Page, tuple[Problem, ...]]:
    """The page in the bytes of one clip, with what had to be mended to read it.

    A PDF is known by its mark, whatever its name; a file named .txt or .md becomes a page of paragraphs. Raises InputError
    (`where` names clip and file) for an empty page, one of MAX_BYTES or more, NUL bytes, and whatever is neither HTML nor
    PDF nor such a text. A charset that does not fit is mended: a warning where the reading is sure, a problem where it is a guess.
    """
    refuse_size(clip, len(raw))
    if not raw.strip():
        raise bad(clip, "The page is empty.", AGAIN)
    if b"%PDF-" in raw[:PDF_WITHIN]:
        return Page(url=clip.url, pdf=raw, title=clip.title), ()
    if kind := next((kind for magic, kind in _MAGIC if raw.startswith(magic)), ""):
        raise bad(clip, f"The page is {kind}, not a web page or PDF.", AGAIN)
    if b"\0" in raw and not raw.startswith(tuple(mark for mark, _ in BOMS)):
        raise bad(clip, "The page is not text: it holds NUL bytes.", AGAIN)
    decoded = decode(raw)
    html = _html(clip, decoded.text)
    remark = decoded.remark
    hint = "" if decoded.sure else "If letters look wrong, clip the page again."
    problems = (Problem(f"The page {remark}.", place(clip), hint, warning=decoded.sure),) if remark else ()
    return Page(url=clip.url, html=html, title=clip.title), problems


def refuse_size(clip: Clip, size: int) -> None:
    """Raise InputError for a page too large to be read; size in bytes."""
    if size >= MAX_BYTES:
        raise bad(
            clip,
            f"The page is too large: {size / 1e6:.1f} MB, pages must stay under {MAX_BYTES // 1_000_000} MB.",
            "Clip the part you need, or print the page to a smaller PDF.",
        )


def bad(clip: Clip, what: str, hint: str) -> InputError:
    """An error about one clip, whose name and file it says."""
    return InputError(what, where=place(clip), hint=hint)


def place(clip: Clip) -> str:
    """How an error line names a clip."""
    return f"clip {clip.id} ({clip.file})" if clip.file else f"clip {clip.id}"


def _html(clip: Clip, text: str) -> str:
    if "\0" in text:
        raise bad(clip, "The page is not text: it holds NUL characters.", AGAIN)
    if not text.strip("\ufeff \t\r\n"):
        raise bad(clip, "The page is empty.", AGAIN)
    if other := _OTHER_XML.match(text, 0, LOOK):
        raise bad(clip, f"The page is not HTML: it is XML that starts with <{other[1]}>.", AGAIN)
    if _HTML.search(text, 0, LOOK):
        return text
    if clip.file.lower().endswith(TEXT_FILES):
        return _paragraphs(text)
    raise bad(clip, "The page is not HTML: there is no tag in it.", AGAIN)


def _paragraphs(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    inner = "\n".join(
        f"<p>{paragraph.strip()}</p>" for paragraph in _PARAGRAPH_BREAK.split(escaped) if paragraph.strip()
    )
    return f"<html><body><article>\n{inner}\n</article></body></html>"
