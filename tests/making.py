"""Interviews, pages and clips made by hand, of fictional people, for tests of the pipeline."""

from collections.abc import Mapping
from datetime import UTC, datetime

from scrapers.page import Block, Extract, Kind, Metadata, Place
from scrapers.passages import cut
from server.language import Lexical
from server.model import Clip, Interview, Interviewee, Language, Verdict
from server.pipeline.features.compute import ReadClip, compute

CLIPPED = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LEXICAL = Lexical()


def interview(
    name: str = "Dana Okafor",
    aliases: tuple[str, ...] = (),
    headline: str = "",
    verdicts: Mapping[str, Verdict] | None = None,
) -> Interview:
    """An interview with nothing in it but who it is with."""
    person = Interviewee(name=name, aliases=aliases, headline=headline)
    return Interview(interviewee=person, verdicts=dict(verdicts or {}))


def extract(*parts: str | Block, kind: Kind = Kind.ARTICLE, meta: Metadata | None = None) -> Extract:
    """An extract of blocks in reading order; a string is a paragraph."""
    text, passages = cut(Block(part) if isinstance(part, str) else part for part in parts)
    return Extract(kind, text, passages, meta or Metadata(), visible_words=len(text.split()))


def heading(text: str) -> Block:
    """A heading."""
    return Block(text, Place.HEADING)


def turn(speaker: str, text: str) -> Block:
    """What somebody says in a conversation."""
    return Block(text, speaker=speaker)


def read_clip(clip_id: str, url: str, page: Extract, *, language: Language = LEXICAL, selection: str = "") -> ReadClip:
    """A clip that was read."""
    clip = Clip(id=clip_id, url=url, title=page.meta.title, clipped_at=CLIPPED, selection=selection)
    return ReadClip(clip, page, compute(page, language))
