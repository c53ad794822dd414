"""When a page was published, only where the page itself says so, and no more precisely than it says.

Guessed dates (a year somewhere in the text, a copyright line) are worse than none: a wrong "in 2011 you wrote" is told to
the person who wrote it.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml.html import HtmlElement

from scrapers import jsonld
from scrapers.page import DateFrom

META = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time", "datepublished",
    "date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "dcterms.issued", "dc.date.created",
    "citation_publication_date", "citation_date", "citation_online_date", "parsely-pub-date", "sailthru.date", "pubdate",
    "publishdate", "publish-date", "publication_date", "cxenseparse:recs:publishtime", "video:release_date", "music:release_date",
    "book:release_date", "release_date", "uploaddate",
)  # fmt: skip
LD_KEYS = ("datePublished", "uploadDate", "dateCreated")
_ISO = re.compile(
    r"^((?:19|20)\d\d)(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?=$|[T\s])|^((?:19|20)\d\d)(\d\d)(\d\d)(?=$|[T\s])"
)
_IN_URL = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})(?:[/-](\d{1,2}))?(?=[/_.-]|$)")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier enero", "feb february februar février fevrier febrero", "mar march märz maerz mars marzo",
            "apr april avril abril", "may mai mayo", "jun june juni juin junio", "jul july juli juillet julio",
            "aug august août aout agosto", "sep sept september septembre septiembre", "oct october oktober octobre octubre okt",
            "nov november novembre noviembre", "dec december dezember décembre decembre diciembre dez",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_DAY_FIRST = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th|er|\.)?\s+(?:de\s+)?([^\W\d_]{3,10})\.?,?\s+(?:de\s+)?((?:19|20)\d\d)\b"
)
_MONTH_FIRST = re.compile(r"\b([^\W\d_]{3,10})\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?((?:19|20)\d\d)\b")
_PUBLISHED_CLASS = re.compile(
    r"(?:^|[\s_-])(?:dt-published|published|pubdate|post-date|entry-date|publish-date|date-published)(?:$|[\s_-])",
    re.IGNORECASE,
)
_UPDATED_CLASS = re.compile(r"updated|modified", re.IGNORECASE)

# A line that says when something was written and nothing else ("March 3, 2021 at 9:01", "2 days ago").
_MONTH_NAME = (
    r"(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|okt|oct|nov|dec|dez|ene|abr|ago|dic|fév|avr|août|déc)[^\W\d]*\.?"
)
_CLOCK = (
    r"(?:,?\s*(?:at|um|à|a las|·|@)?\s*\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?|uhr)?(?:\s*\(?[a-z]{2,5}\)?)?)?"
)
WHEN = re.compile(
    r"^(?:on |at |am |le |el |\|\s*)?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?(?:"
    rf"\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}}\S*|\d{{1,2}}(?:st|nd|rd|th|\.)? (?:de )?{_MONTH_NAME},?(?: (?:de )?\d{{4}})?|"
    rf"{_MONTH_NAME} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|{_MONTH_NAME} \d{{4}}){_CLOCK}(?:\s*[#·|]?\s*\d+)?$|"
    r"^(?:about |over )?(?:an?|one|\d+) ?(?:[smhdwy]|mo|min|hrs?|seconds?|minutes?|hours?|days?|weeks?|months?|years?)(?: ago)?(?: \(?edited\)?)?$|"
    r"^(?:yesterday|today|just now|vor \d+ .{3,12}|il y a .{3,12}|hace .{3,12})$",
    re.IGNORECASE,
)


def published(
    url: str, root: HtmlElement, meta: Mapping[str, str], records: list[dict[str, Any]]
) -> tuple[str, DateFrom | None]:
    """(ISO date as precise as the page has it, where it stood); ("", None) if the page carries none."""
    sources = (
        (DateFrom.JSON_LD, _from_records(records)),
        (DateFrom.META, (meta.get(name, "") for name in META)),
        (DateFrom.TIME, _from_elements(root)),
        (DateFrom.URL, (url,)),
    )
    for source, values in sources:
        for value in values:
            date = in_url(value) if source is DateFrom.URL else iso(value)
            if date:
                return date, source
    return "", None


def _from_records(records: list[dict[str, Any]]) -> Iterator[str]:
    for kinds in (jsonld.PIECES, jsonld.PAGES):
        for record in records:
            if jsonld.is_a(record, kinds):
                yield from (value for key in LD_KEYS if isinstance(value := record.get(key), str))


def _from_elements(root: HtmlElement) -> Iterator[str]:
    """Datetime of a <time> in or right below the header of the piece; of an element whose class says published."""
    for element in root.iter("time", "abbr", "span", "meta"):
        stamp = (
            element.get("datetime")
            or (element.get("title") if element.tag == "abbr" else None)
            or element.get("content")
        )
        if not stamp and element.tag == "time":
            stamp = element.text
        if not stamp:
            continue
        name = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
        if _UPDATED_CLASS.search(name):
            continue
        if (
            _PUBLISHED_CLASS.search(name)
            or "datePublished" in name
            or element.get("pubdate") is not None
            or (element.tag == "time" and _heads_the_piece(element))
        ):
            yield stamp


def _heads_the_piece(element: HtmlElement) -> bool:
    """True for a <time> beside or inside the header that holds the page's first h1."""
    for step in element.iterancestors():
        if step.tag in ("body", "aside", "nav", "footer", "li", "table"):
            return False
        heading = next(step.iter("h1"), None)
        if heading is not None:
            return len(list(step.iter("h1"))) == 1 and _near(step, heading, element)
    return False


def _near(scope: HtmlElement, heading: HtmlElement, element: HtmlElement) -> bool:
    """No more than a paragraph stands between the heading and the element."""
    between, inside = 0, False
    for step in scope.iter():
        if step is heading or step is element:
            if inside:
                return between <= 1
            inside = True
        elif inside and step.tag == "p" and element not in step.iter("time", "span", "abbr"):
            between += 1
    return False


def iso(value: str) -> str:
    """A date such as "2024-05-21T10:00Z", "21 May 2024" or "May 2024" as ISO 8601 with the precision it has; "" for anything else."""
    text = " ".join(value.split())[:60]
    if match := _ISO.match(text):
        year, month, day = (match[1], match[2], match[3]) if match[1] else (match[4], match[5], match[6])
        return _valid(year, month, day)
    if (match := _DAY_FIRST.search(text)) and match[2].lower() in _MONTHS:
        return _valid(match[3], _MONTHS[match[2].lower()], match[1])
    if (match := _MONTH_FIRST.search(text)) and match[1].lower() in _MONTHS:
        return _valid(match[3], _MONTHS[match[1].lower()], match[2])
    return ""


def in_url(url: str) -> str:
    """The date in a path such as /2016/10/24/ or /2016/10/; a year alone is no date."""
    match = _IN_URL.search(url.partition("?")[0])
    return _valid(match[1], match[2], match[3]) if match else ""


def _valid(year: str, month: str | int | None, day: str | int | None) -> str:
    months, days = int(month or 0), int(day or 0)
    if months > 12 or days > 31 or (month is not None and months == 0):
        return ""
    return year + (f"-{months:02d}" if months else "") + (f"-{days:02d}" if months and days else "")
