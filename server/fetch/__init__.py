"""The only place that opens an outgoing connection: one page, because a person asked for it.

For pasted links, imports and feeds. Clips never need it: the browser sends the page itself. What is refused here, and why
each refusal is as it is, stands in docs/decisions.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from http.client import HTTPResponse

from server.errors import FetchError
from server.fetch import body
from server.fetch.address import shown
from server.fetch.refusals import bad_status, refusal
from server.fetch.rules import Rules
from server.fetch.visit import Visit

__all__ = ["Fetched", "Media", "Rules", "fetch"]

PDF_WITHIN = 1024  # bytes in which a PDF's mark may stand, as PDF readers have it


class Media(StrEnum):
    """What came. The value is a file name's ending, by which the rest of the house tells plain text from a page."""

    HTML = ".html"
    PDF = ".pdf"
    TEXT = ".txt"


MEDIA = {
    "text/html": Media.HTML,
    "application/xhtml+xml": Media.HTML,
    "text/plain": Media.TEXT,
    "application/pdf": Media.PDF,
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as a site sent it, unpacked.

    url: as it was given. final_url: where the page was found after redirects. charset: what the site's header says, "" if
    nothing. crawl_delay: seconds the site asks for before another page of it is fetched, 0 if it asks for none.
    """

    url: str
    final_url: str
    media: Media
    body: bytes
    fetched_at: datetime
    charset: str = ""
    crawl_delay: float = 0.0


def fetch(url: str, rules: Rules) -> Fetched:
    """The page behind a link. Raises FetchError, and nothing else, for whatever keeps it from coming.

    Takes at most rules.seconds of wall-clock time. Sends no cookie, no referrer and no proxy's password, and asks only
    hosts whose addresses are all public.
    """
    try:
        return _fetched(url, rules)
    except FetchError as error:
        error.where = shown(url)  # the link as it was given: whoever pasted it knows no other
        raise


def _fetched(url: str, rules: Rules) -> Fetched:
    visit = Visit(rules)
    with visit.page(url) as (address, response):
        if response.status != 200:
            raise bad_status(response, rules.now())
        media = _media(response)
        raw = body.read(response, rules.pdf_bytes if media is Media.PDF else rules.html_bytes)
        charset = response.headers.get_content_charset("")
    return Fetched(url, address.url, _seen(raw, media), raw, rules.now(), charset, visit.delay(address))


def _media(response: HTTPResponse) -> Media:
    named = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if named not in MEDIA:
        shown = f"is {named}" if named else "does not say what it is"
        raise refusal(f"Only web pages, plain text and PDFs can be fetched, and this {shown}.")
    return MEDIA[named]


def _seen(raw: bytes, media: Media) -> Media:
    """What the bytes are: a site may say PDF and send its front page."""
    if not raw.strip():
        raise refusal("The page is empty.")
    if b"%PDF-" in raw[:PDF_WITHIN]:
        return Media.PDF
    if media is Media.PDF:
        raise refusal("The site says this is a PDF, and it is not.")
    return media
