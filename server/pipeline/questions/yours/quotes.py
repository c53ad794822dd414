"""The passages under a question of the user's, found again in the pages as they are read now."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scrapers.page import Extract, Place
from server.model import AnsweredBy, ClipStatus, Evidence, QuestionEdit, SaidBy, Standing
from server.pipeline.evidence.gather import Pool, evidence_id
from server.pipeline.evidence.kinds import guess_kind
from server.pipeline.features.compute import ReadClip
from server.pipeline.identity.names import Names
from server.pipeline.privacy.spans import is_private

MOST = 3
NOT_THEIRS = frozenset({ClipStatus.OTHER_PERSON, ClipStatus.NO_MENTION})


@dataclass(frozen=True, slots=True)
class Quotable:
    """Where quotes can stand. exempt: private topics that are the interviewee's public work."""

    read: Sequence[ReadClip]
    standings: Mapping[str, Standing]
    pool: Pool
    names: Names
    exempt: frozenset[str] = frozenset()


def quotes_of(edit: QuestionEdit, near: Sequence[AnsweredBy], pages: Quotable) -> tuple[Evidence, ...]:
    """At most three passages: those kept with the question, then, for one of the user's own, those near it now that speak of it.

    A quote stays as long as its page is here and holds it: word for word, wherever it stands by now.
    """
    found = dict[str, Evidence]()
    for quote in _every(edit, near, pages):
        found.setdefault(quote.id, quote)
    return tuple(found.values())[:MOST]


def _every(edit: QuestionEdit, near: Sequence[AnsweredBy], pages: Quotable) -> Iterator[Evidence]:
    for kept in edit.quotes:
        if again := _again(kept, pages):
            yield again
    if edit.question.origin == "seeker":
        for hit in near:
            if hit.fits and (again := _again(_made(hit), pages)):
                yield again


def _made(hit: AnsweredBy) -> Evidence:
    """A passage that is evidence of nothing by itself: what an own question was found to hang on."""
    return Evidence(
        id=evidence_id(hit.clip_id, hit.exact, 0),
        clip_id=hit.clip_id,
        kind=guess_kind(frozenset(), Place.PARAGRAPH),
        exact=hit.exact,
        start=0,
        end=len(hit.exact),
        said_by=SaidBy.UNKNOWN,
    )


def _again(quote: Evidence, pages: Quotable) -> Evidence | None:
    """The quote where it stands now; None if its page is gone, is somebody else's, or holds it no more, or it is private."""
    known = next((f.evidence for f in pages.pool.found if f.evidence.id == quote.id), None)
    if known:
        return known
    one = next((one for one in pages.read if one.clip.id == quote.clip_id), None)
    if one is None or one.extract is None or pages.standings[quote.clip_id].status in NOT_THEIRS:
        return None
    start = _nearest(one.extract, quote)
    if start is None or is_private(quote.exact, pages.names, pages.exempt):
        return None
    end = start + len(quote.exact)
    same = (f.evidence for f in pages.pool.found if f.clip.id == quote.clip_id)
    standing = next((other for other in same if (other.start, other.end) == (start, end)), None)
    return standing or quote.model_copy(
        update={
            "prefix": "",
            "suffix": "",
            "start": start,
            "end": end,
            "when": one.extract.meta.published,
        }
    )


def _nearest(extract: Extract, quote: Evidence) -> int | None:
    """Where the words stand, nearest to where they stood."""
    places, at = list[int](), extract.text.find(quote.exact)
    while at >= 0:
        places.append(at)
        at = extract.text.find(quote.exact, at + 1)
    return min(places, key=lambda place: abs(place - quote.start), default=None)
