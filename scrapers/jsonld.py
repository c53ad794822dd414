"""schema.org records in the JSON-LD of a page. Broken JSON is passed over: half the web's is hand-made."""

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

MAX_CHARS = 500_000
MAX_DEPTH = 40
_TRAILING_COMMA = re.compile(r",\s*([}\]])")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*.*?\*/)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$", re.DOTALL
)

PIECES = frozenset(
    "Article NewsArticle BlogPosting TechArticle ScholarlyArticle Report OpinionNewsArticle ReportageNewsArticle AnalysisNewsArticle "
    "Interview SocialMediaPosting DiscussionForumPosting QAPage VideoObject AudioObject PodcastEpisode Episode Book Chapter "
    "CreativeWork PresentationDigitalDocument LearningResource Thesis Review".split()
)
PAGES = frozenset({"WebPage", "AboutPage", "ProfilePage", "CollectionPage", "ItemPage"})


def records(root: HtmlElement) -> list[dict[str, Any]]:
    """Every JSON-LD object of the page, those of @graph and of lists too, in order; nested ones stay inside."""
    found: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            found += _flat(_load(script.text), 0)
    return found


def _load(text: str) -> Any:
    if len(text) > MAX_CHARS:
        return None
    bare = _WRAPPING.sub("", text).strip().rstrip(";")
    for attempt in (bare, _TRAILING_COMMA.sub(r"\1", bare)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _flat(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > MAX_DEPTH:
        return
    if isinstance(data, list):
        for entry in data:
            yield from _flat(entry, depth + 1)
    elif isinstance(data, dict):
        yield data
        yield from _flat(data.get("@graph"), depth + 1)


def is_a(record: dict[str, Any], kinds: frozenset[str]) -> bool:
    """True if one of the record's types (with or without a schema.org prefix) is among kinds."""
    types = record.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and name.rsplit("/", 1)[-1] in kinds for name in names)


def text(value: Any) -> str:
    """The string in a value that may be a string, an object with a name, or a list of these (names joined by ", ")."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict):
        return text(value.get("name") or value.get("@value"))
    if isinstance(value, list):
        return ", ".join(filter(None, (text(entry) for entry in value[:5])))
    return ""
