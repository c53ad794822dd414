"""Pages, evidence and interviews for the tests of the pipeline: real objects, made in one line. Nobody here exists."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any

from scrapers.page import Block, Extract, Kind, Metadata, Place
from scrapers.passages import cut
from server.language import load
from server.model import (
    Clip,
    ClipStatus,
    Document,
    Goal,
    Interview,
    Interviewee,
    Language,
    Meeting,
    Seeker,
    Standing,
    Verdict,
    Voice,
)
from server.pipeline.conduct import Clock, prepare
from server.pipeline.evidence.gather import Found, Pool, gather
from server.pipeline.features.compute import ReadClip, compute
from server.pipeline.goals.match import GoalMatch, match_goals
from server.pipeline.identity.names import Names
from server.pipeline.identity.spoken import spoken_on
from server.pipeline.questions.bank import load_bank
from server.pipeline.questions.material.candidate import Candidate
from server.pipeline.questions.material.candidates import Workshop, make_candidates
from server.pipeline.questions.material.nearby import extracts_of

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
DANA = Interviewee(name="Dana Okafor", aliases=("danaokafor",), headline="Ferry planner")
OWN_URL, PRESS_URL = "https://danaokafor.example/notes", "https://harbour-times.example/people"


@cache  # the two languages are loaded once a process
def language(name: str = "lexical-512") -> Language:
    """Vectors that only need to exist; "" for the best language there is here, where meaning matters."""
    return load(name)


def extract(*texts: str | Block, kind: Kind = Kind.ARTICLE, **meta: str) -> Extract:
    """One block a text, cut as a scraper's blocks are; meta as Metadata."""
    blocks = [text if isinstance(text, Block) else Block(text) for text in texts]
    text, passages = cut(blocks)
    return Extract(kind, text, passages, Metadata(**meta))


def row(*cells: str) -> Block:
    """A job line of a profile: role, organisation, dates."""
    return Block("\n".join(cells), Place.ROW)


def turn(text: str, speaker: str = "Dana Okafor") -> Block:
    """One turn of a conversation."""
    return Block(text, speaker=speaker)


def page(  # one keyword a property of a page
    *texts: str | Block, id: str = "c1", url: str = "", kind: Kind = Kind.ARTICLE, selection: str = "", note: str = "",  # noqa: A002  as the model calls it
    language_name: str = "lexical-512", **meta: str,
) -> ReadClip:  # fmt: skip
    """A page of her own that was clipped and read, unless its address says otherwise."""
    read = extract(*texts, kind=kind, **meta)
    clip = Clip(id=id, url=url or f"{OWN_URL}/{id}", title=meta.get("title", ""), selection=selection, note=note)
    return ReadClip(clip, read, compute(read, language(language_name)))


def standing(one: ReadClip, status: ClipStatus = ClipStatus.USED) -> Standing:
    """What a page is to the interview, told by its address and kind."""
    own = one.clip.url.startswith("https://danaokafor.")
    talk = one.extract is not None and one.extract.kind is Kind.TRANSCRIPT
    voice = Voice.INTERVIEW if talk else Voice.OWN if own else Voice.ABOUT
    return Standing(clip_id=one.clip.id, status=status, voice=voice)


def interview(*goals: str, minutes: int = 30, pages: Sequence[ReadClip] = (), **parts: Any) -> Interview:
    """A talk with Dana; goals in order of priority, parts as Interview and Seeker name them."""
    about_me = {name: parts.pop(name) for name in list(parts) if name in Seeker.model_fields}
    wanted = tuple(Goal(id=f"g{at}", text=text, priority=at) for at, text in enumerate(goals, 1))
    made = {
        "interviewee": DANA,
        "meeting": Meeting(start=NOW, minutes=minutes),
        "seeker": Seeker(goals=wanted, **about_me),
        "clips": tuple(one.clip for one in pages),
    }
    return Interview(**(made | parts))


def pool(*pages: ReadClip, about: Interview | None = None, unsure: Sequence[str] = ()) -> Pool:
    """The evidence of some pages that are all used, but for those named unsure."""
    standings = {
        one.clip.id: standing(one, ClipStatus.UNSURE if one.clip.id in unsure else ClipStatus.USED) for one in pages
    }
    talk = about or interview()
    spoken = spoken_on(pages, standings, Names.of(talk.interviewee))
    return gather(talk, pages, standings, spoken, frozenset())


def found(*texts: str | Block, **parts: Any) -> Found:
    """The evidence that the first passage of one page became."""
    [first, *_] = sorted(pool(page(*texts, **parts)).found, key=lambda one: one.evidence.start)
    return first


def candidates(*pages: ReadClip, about: Interview | None = None, unsure: Sequence[str] = ()) -> tuple[Candidate, ...]:
    """What could be made of each passage of some pages for a question, in the order of the pool."""
    talk = about or interview()
    gathered = pool(*pages, about=talk, unsure=unsure)
    order = range(len(gathered.found))
    return make_candidates(Workshop(talk, gathered, language(), NOW, order, extracts_of(pages)))


def matches(*pages: ReadClip, about: Interview) -> tuple[GoalMatch, ...]:
    """The goals of an interview held against some pages."""
    return match_goals(about, pool(*pages, about=about), language())


def document(*pages: ReadClip, about: Interview | None = None, language_name: str = "lexical-512") -> Document:
    """The whole way: pages to document. Every page with a text counts as hers unless the interview says otherwise."""
    made = about or interview("Decide by May whether to leave the ferries for the harbour school.")
    theirs = {one.clip.id: Verdict.THIS_PERSON for one in pages if one.extract}
    told = made.model_copy(
        update={"clips": tuple(one.clip for one in pages), "verdicts": theirs | made.verdicts},
    )
    return prepare(told, pages, language(language_name), load_bank(), Clock(NOW, NOW))
