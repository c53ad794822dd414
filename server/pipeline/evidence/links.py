"""A link that opens the page at the quote, by the text fragments of WICG's "URL Fragment Text Directives".

It is a convenience: a browser that knows no text fragments opens the page at its top.
"""

from collections.abc import Sequence
from urllib.parse import quote, urlsplit

FIRST_WORDS = 4
LAST_WORDS = 3
WEB = ("http", "https")


def text_fragment(url: str, exact: str) -> str:
    """The page's address with a fragment that finds the quote.

    A long quote is named by its first and last words, so that a mark-up element inside it does no harm. Each part must lie
    within one block of the page: of a row (cells joined by newlines) only the first cell is named. No fragment for PDFs,
    which browsers open in a viewer, nor for addresses that are not http or https.
    """
    if not _takes_fragments(url) or not exact.strip():
        return url
    words = exact.strip().splitlines()[0].split()
    parts = [words] if len(words) <= FIRST_WORDS + LAST_WORDS else [words[:FIRST_WORDS], words[-LAST_WORDS:]]
    joint = ":~:" if "#" in url else "#:~:"
    return f"{url}{joint}text={_encoded([' '.join(part) for part in parts])}"


def _takes_fragments(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme.lower() in WEB and not parts.path.lower().endswith(".pdf")


def _encoded(parts: Sequence[str]) -> str:
    # A dash marks prefix and suffix in a text fragment, and `quote` never encodes it. No part holds the end of a line.
    return quote("\n".join(parts), safe="").replace("-", "%2D").replace("%0A", ",")
