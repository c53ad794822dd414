"""What a page says about itself: JSON-LD, OpenGraph and other meta tags, rel=author, canonical, the language of <html>.

Read from the shared tree; this costs a fiftieth of the extraction, general readers of all syntaxes cost seven times it.
"""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from scrapers import jsonld
from scrapers.dates import published
from scrapers.names import is_name
from scrapers.page import Metadata

_TITLE_CUT = re.compile(r"\s+[|•·»–—-]\s+|\s*::\s*")
_BYLINE = re.compile(
    r"^(?:written |words |text |story |posted )?(?:by|von|par|por|di|autor:|author:)\s*:?\s+(.{4,80})$", re.IGNORECASE
)
_BYLINE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:byline|author|p-author|post-author|entry-author|author-name)(?:$|[\s_-])", re.IGNORECASE
)
_AUTHOR_META = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "parsely-author",
    "sailthru.author",
    "twitter:creator",
)
_TITLE_META = ("og:title", "twitter:title", "dc.title", "citation_title")
_DESCRIPTION_META = ("description", "og:description", "twitter:description")
_SITES = frozenset({"WebSite", "Organization", "NewsMediaOrganization", "Blog"})
MAX_AUTHOR = 120


def read_metadata(url: str, root: HtmlElement, given_title: str = "") -> Metadata:
    """Metadata of a page; given_title (what the browser called it) is used where the page names no title."""
    meta = _meta_tags(root)
    records = jsonld.records(root)
    piece = next((r for r in records if jsonld.is_a(r, jsonld.PIECES)), None) or next(
        (r for r in records if jsonld.is_a(r, jsonld.PAGES)), {}
    )
    date, source = published(url, root, meta, records)
    site = meta.get("og:site_name") or next((jsonld.text(r) for r in records if jsonld.is_a(r, _SITES)), "")
    return Metadata(
        title=_title(root, meta, piece, site, given_title),
        author=_author(root, meta, piece),
        published=date,
        published_from=source,
        language=_language(root, meta, piece),
        site=site,
        description=next((meta[name] for name in _DESCRIPTION_META if meta.get(name)), "")
        or jsonld.text(piece.get("description")),
        canonical=_canonical(root, meta),
    )


def _meta_tags(root: HtmlElement) -> dict[str, str]:
    """Name or property in lower case -> content; the first one wins."""
    found: dict[str, str] = {}
    for tag in root.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
        content = " ".join((tag.get("content") or "").split())
        if name and content:
            found.setdefault(name, content)
    return found


def _title(root: HtmlElement, meta: Mapping[str, str], piece: Mapping[str, Any], site: str, given: str) -> str:
    headings = [" ".join("".join(h.itertext()).split()) for h in root.iter("h1")]
    tag = next((" ".join((t.text or "").split()) for t in root.iter("title")), "")
    options = [jsonld.text(piece.get("headline")), *(meta.get(name, "") for name in _TITLE_META), tag, given]
    best = next((option for option in options if option), "") or next(filter(None, headings), "")
    return _without_site(best, site, headings)


def _without_site(title: str, site: str, headings: list[str]) -> str:
    """The title without the name of the site: a part that is a heading of the page wins, else the site's name is cut off."""
    parts = _TITLE_CUT.split(title)
    if len(parts) == 1:
        return title
    for heading in headings:
        if heading and (heading in parts or title.startswith(heading)):
            return heading
    if site and parts[-1].lower() == site.lower():
        return title[: title.rindex(parts[-1])].rstrip(" |•·»–—-:")
    if site and parts[0].lower() == site.lower():
        return title[len(parts[0]) :].lstrip(" |•·»–—-:")
    if "|" in title and len(parts[-1].split()) <= 4 and len(parts[0]) > len(parts[-1]):
        return title[: title.rindex(parts[-1])].rstrip(" |•·»–—-:")
    return title


def _author(root: HtmlElement, meta: Mapping[str, str], piece: Mapping[str, Any]) -> str:
    named = [
        jsonld.text(piece.get("author")),
        jsonld.text(piece.get("creator")),
        *(meta.get(name, "") for name in _AUTHOR_META),
    ]
    for name in named:
        if name and "://" not in name and not name.startswith("@") and len(name) <= MAX_AUTHOR:
            return _BYLINE.sub(r"\1", name)
    return _linked_author(root) or _byline(root)


def _linked_author(root: HtmlElement) -> str:
    for link in root.iter("a", "address"):
        if "author" in (link.get("rel") or "").split():
            name = " ".join("".join(link.itertext()).split())
            if is_name(name):
                return name
    return ""


def _byline(root: HtmlElement) -> str:
    """The name in a short "By Dana Whitlock" or in an element whose class says byline."""
    for element in root.iter("p", "span", "div", "address", "a"):
        if len(element) > 4:
            continue
        marked = bool(_BYLINE_CLASS.search(element.get("class") or "")) or element.get("itemprop") == "author"
        text = element.text or ""
        if (
            not marked
            and not _BYLINE.match(text[:20].strip() + " name")
            and not text.lstrip().lower().startswith(("by ", "von ", "par ", "por "))
        ):
            continue
        line = " ".join("".join(element.itertext()).split())
        name = _cut_at_separator(_BYLINE.sub(r"\1", line)) if len(line) < 100 else ""
        if is_name(name) and (marked or _BYLINE.match(line)):
            return name
    return ""


def _cut_at_separator(text: str) -> str:
    return re.split(r"\s*[|•·,–—]\s*|\s+(?:on|am|le|el|for|in|-)\s+", text, maxsplit=1)[0].strip()


def _language(root: HtmlElement, meta: Mapping[str, str], piece: Mapping[str, Any]) -> str:
    value = (
        root.get("lang")
        or root.get("xml:lang")
        or meta.get("og:locale")
        or meta.get("content-language")
        or jsonld.text(piece.get("inLanguage"))
    )
    return re.split(r"[-_,]", value.strip().lower(), maxsplit=1)[0] if value else ""


def _canonical(root: HtmlElement, meta: Mapping[str, str]) -> str:
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and _is_web(link.get("href") or ""):
            return str(link.get("href"))
    address = meta.get("og:url", "")
    return address if _is_web(address) else ""


def _is_web(address: str) -> bool:
    try:
        return urlsplit(address).scheme in ("http", "https")
    except ValueError:
        return False
