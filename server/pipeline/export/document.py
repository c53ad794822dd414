"""Step 10: the document, from the pieces. The same pieces give the same document but for generated_at."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import version
from typing import Any

from scrapers.page import Kind, Metadata
from server.model import (
    Answered,
    BriefSection,
    Card,
    ClipStatus,
    Conflict,
    Document,
    Evidence,
    Gap,
    GoalView,
    Interview,
    Plan,
    Question,
    Standing,
    Turn,
)
from server.model.document import BriefView, ClipView, Withheld
from server.pipeline.brief.write import count_words
from server.pipeline.evidence.gather import Found, Pool
from server.pipeline.evidence.links import text_fragment
from server.pipeline.export.csl import csl_item
from server.pipeline.export.person import person_island
from server.pipeline.features.compute import ReadClip
from server.pipeline.features.once import once
from server.pipeline.goals.match import GoalMatch
from server.pipeline.identity.names import Names
from server.pipeline.privacy.spans import redact

Mask = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Pieces:
    """All that the steps before found of one interview. exempt: private topics that are the interviewee's public work.

    kept: passages under questions of the user's that are not in the pool.
    """

    interview: Interview
    read: Sequence[ReadClip]
    standings: Sequence[Standing]
    pool: Pool
    goals: Sequence[GoalMatch]
    sections: Sequence[BriefSection]
    timeline: Sequence[Turn]
    conflicts: Sequence[Conflict]
    answered: Sequence[Answered]
    gaps: Sequence[Gap]
    cards: Sequence[Card]
    questions: Sequence[Question]
    plan: Plan
    exempt: frozenset[str] = frozenset()
    kept: Sequence[Evidence] = ()


def export(pieces: Pieces, generated_at: datetime) -> Document:
    """The document of one interview.

    Evidence is listed in the order of the pages and only where a line, question, card or goal rests on it. Raises ValueError
    if a piece cites a passage that is not in the pool.
    """
    interview, names = pieces.interview, Names.of(pieces.interview.interviewee)
    goals = tuple(_goal_view(match, pieces.pool) for match in pieces.goals)
    found = _cited(pieces, goals)
    return Document(
        schema="groundwork.brief/1",
        generated_at=generated_at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        generator=f"groundwork {_version()}",
        interviewee=person_island(
            interview.interviewee, found, pieces.read, pieces.standings, _mask(names, pieces.exempt)
        ),
        meeting=_meeting(interview),
        goals=goals,
        clips=tuple(_clip_views(pieces, names)),
        evidence=_evidence([one.evidence for one in found], pieces),
        brief=BriefView(words=count_words(pieces.sections), sections=tuple(pieces.sections)),
        timeline=tuple(pieces.timeline),
        conflicts=tuple(pieces.conflicts),
        answered=tuple(pieces.answered),
        gaps=tuple(pieces.gaps),
        withheld=Withheld(count=pieces.pool.withheld),
        cards=tuple(pieces.cards),
        questions=tuple(pieces.questions),
        plan=pieces.plan,
    )


@cache  # a cache: what is installed is read from the disk
def _version() -> str:
    return version("groundwork")


def to_json(document: Document) -> str:
    """The document as JSON text, two spaces deep, ending in a newline."""
    return document.model_dump_json(by_alias=True, indent=2) + "\n"


def _mask(names: Names, exempt: frozenset[str]) -> Mask:
    return lambda text: redact(text, names, exempt)


def _meeting(interview: Interview) -> dict[str, Any]:
    return interview.meeting.model_dump(mode="json") | {"referrer": interview.referrer}


def _goal_view(match: GoalMatch, pool: Pool) -> GoalView:
    return GoalView(
        id=match.goal.id,
        priority=match.goal.priority,
        text=match.goal.text,
        kind=match.kinds[0],
        minutes=match.minutes,
        advice=match.advice,
        evidence=tuple(pool.found[at].evidence.id for at in match.best if pool.found[at].sure),
        kinds=match.kinds,
        kind_given=match.goal.kind is not None,
        hints_offered=match.hints,
    )


def _cited(pieces: Pieces, goals: Sequence[GoalView]) -> tuple[Found, ...]:
    """The part of the pool that something rests on, in the order of the pages."""
    wanted = set(_citations(pieces)) | {ident for goal in goals for ident in goal.evidence}
    wanted -= {quote.id for quote in pieces.kept}
    by_id = pieces.pool.by_id
    if unknown := wanted - by_id.keys():
        raise ValueError(f"cited, but not in the pool: {', '.join(sorted(unknown))}")
    order = {one.clip.id: at for at, one in enumerate(pieces.read)}
    chosen = [by_id[ident] for ident in wanted]
    return tuple(sorted(chosen, key=lambda f: (order[f.clip.id], f.evidence.start, f.evidence.id)))


def _citations(pieces: Pieces) -> Iterator[str]:
    yield from (ident for section in pieces.sections for item in section.items for ident in item.evidence)
    yield from (ident for turn in pieces.timeline for ident in turn.evidence)
    yield from (ident for conflict in pieces.conflicts for ident in conflict.evidence)
    yield from (ident for answer in pieces.answered for ident in answer.evidence)
    yield from (ident for question in pieces.questions for ident in question.evidence)
    yield from (card.evidence for card in pieces.cards)


def _evidence(found: Sequence[Evidence], pieces: Pieces) -> tuple[Evidence, ...]:
    """With the passages that were kept, in the order of the pages, each with its link."""
    read = {one.clip.id: one for one in pieces.read}
    order = {ident: at for at, ident in enumerate(read)}
    every = sorted([*found, *pieces.kept], key=lambda one: (order[one.clip_id], one.start, one.id))
    return tuple(one.model_copy(update={"link": _link(read[one.clip_id], one.exact)}) for one in every)


def _link(page: ReadClip, exact: str) -> str:
    """A PDF opens in a viewer that knows no text fragments, whatever its address ends in."""
    is_pdf = page.extract is not None and page.extract.kind is Kind.PDF
    return page.clip.url if is_pdf else text_fragment(page.clip.url, exact)


def _clip_views(pieces: Pieces, names: Names) -> Iterator[ClipView]:
    standings = {standing.clip_id: standing for standing in pieces.standings}
    for one in pieces.read:
        yield _clip_view(one, standings[one.clip.id], names, pieces.exempt)


@once
def _clip_view(one: ReadClip, standing: Standing, names: Names, exempt: frozenset[str]) -> ClipView:
    clip, extract, mask = one.clip, one.extract, _mask(names, exempt)
    meta = _masked(extract.meta, mask) if extract else Metadata()
    title = mask(clip.title) or meta.title or clip.url or clip.file
    text = extract.text if extract else ""
    return ClipView(
        id=clip.id,
        url=clip.url,
        title=title,
        kind=extract.kind.value if extract else "",
        status=standing.status,
        flags=standing.flags,
        reason=mask(standing.reason) or _fault(one, standing),
        duplicate_of=standing.duplicate_of,
        voice=standing.voice,
        csl=csl_item(clip, title, extract.kind if extract else None, standing.voice, meta),
        text_sha256=hashlib.sha256(text.encode()).hexdigest() if extract else "",
        chars=len(text),
    )


def _masked(meta: Metadata, mask: Mask) -> Metadata:
    return Metadata(
        title=mask(meta.title),
        author=mask(meta.author),
        published=meta.published,
        published_from=meta.published_from,
        language=meta.language,
        site=mask(meta.site),
    )


def _fault(one: ReadClip, standing: Standing) -> str:
    return one.problem if standing.status is ClipStatus.UNREADABLE else ""
