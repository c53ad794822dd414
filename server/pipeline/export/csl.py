"""A clip as a CSL-JSON item, so that a list of sources drops into a reference manager."""

import json
from datetime import datetime
from typing import Any

from scrapers.page import Kind, Metadata
from server.model import Clip, ClipStatus, Document, Voice

USED = frozenset({ClipStatus.USED, ClipStatus.CONTEXT})


def csl_item(clip: Clip, title: str, kind: Kind | None, voice: Voice, meta: Metadata) -> dict[str, Any]:
    """The CSL-JSON item of a clip (citeproc's schema, csl-data 1.0.2); no field that the page does not carry.

    title and the texts of meta are as they may be shown: masked by the caller.
    """
    item: dict[str, Any] = {"id": clip.id, "type": _type(kind, voice, meta), "title": title}
    if clip.url:
        item["URL"] = clip.url
    if meta.author:
        item["author"] = [{"literal": meta.author}]
    if meta.site:
        item["container-title"] = meta.site
    if meta.published:
        item["issued"] = {"date-parts": [[int(part) for part in meta.published[:10].split("-")]]}
    if clip.clipped_at:
        item["accessed"] = {"date-parts": [_day(clip.clipped_at)]}
    if meta.language:
        item["language"] = meta.language
    return item


def _type(kind: Kind | None, voice: Voice, meta: Metadata) -> str:
    if voice is Voice.COMMENT:
        return "post"
    if kind is Kind.TRANSCRIPT or voice is Voice.INTERVIEW:
        return "interview"
    if kind is Kind.PDF:
        return "document"
    if kind is Kind.ARTICLE and voice is Voice.OWN and meta.published:
        return "post-weblog"
    return "webpage"


def _day(moment: datetime) -> list[int]:
    return [moment.year, moment.month, moment.day]


def csl_list(document: Document) -> str:
    """The pages that are used, as a CSL-JSON list that reference managers take in, ending in a newline."""
    items = [clip.csl for clip in document.clips if clip.status in USED]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"
