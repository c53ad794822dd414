"""Where a page that somebody saved to the disk came from: browsers write it into the file, or the page says it itself."""

import re
from html import unescape

from server.pipeline.clip.interview import WEB

WITHIN = 200_000  # characters of a file in which its address stands
LONGEST = 8_000  # characters of an address
_SAVED = (
    re.compile(r"<!--\s*saved from url=\(\d{4}\)(\S+)\s*-->", re.IGNORECASE),  # "Save page as" of several browsers
    re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*(\S+)", re.IGNORECASE),
)
_LINK = re.compile(r"<link\b[^>]*>", re.IGNORECASE)
_CANONICAL = re.compile(r"""\brel\s*=\s*["']?canonical\b""", re.IGNORECASE)
_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.IGNORECASE)


def saved_from(html: str) -> str:
    """The address of the page on the web; "" if the file does not tell one."""
    head = html[:WITHIN]
    told = [match[1] for pattern in _SAVED if (match := pattern.search(head))]
    told += [_href(link) for link in _LINK.findall(head) if _CANONICAL.search(link)]
    return next((address for address in map(unescape, told) if WEB.match(address) and len(address) <= LONGEST), "")


def _href(link: str) -> str:
    match = _HREF.search(link)
    return next((value for value in match.groups() if value), "").strip() if match else ""
