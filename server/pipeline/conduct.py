"""All steps in order, from clips that were read to the document. Pure: the same in, the same out, but for generated_at."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from server.model import Document, Interview, Language, QuestionEdit, SaidBy
from server.model.document import FollowUp
from server.pipeline.brief.conflicts import conflicts
from server.pipeline.brief.gaps import find_gaps
from server.pipeline.brief.timeline import timeline, turning
from server.pipeline.brief.unsaid import Step, unexplained
from server.pipeline.brief.write import Material, write_brief
from server.pipeline.evidence.gather import Found, Pool, gather
from server.pipeline.export.document import Pieces, export
from server.pipeline.features.compute import ReadClip
from server.pipeline.goals.match import match_goals
from server.pipeline.identity.names import Names
from server.pipeline.identity.spoken import spoken_on
from server.pipeline.identity.stand import stand
from server.pipeline.plan import make_plan
from server.pipeline.privacy.spans import public_work
from server.pipeline.questions.answerable import gather_pages
from server.pipeline.questions.answered import Answers
from server.pipeline.questions.ask import Asking, ask
from server.pipeline.questions.bank import Bank
from server.pipeline.questions.cards import offer_cards
from server.pipeline.questions.check import setting_for
from server.pipeline.questions.known import already_answered
from server.pipeline.questions.material.candidates import Workshop, best_first, make_candidates, work_of
from server.pipeline.questions.material.nearby import extracts_of
from server.pipeline.questions.yours import Around, merge
from server.pipeline.questions.yours.quotes import Quotable

# Nobody begins a talk with what struck the other.
BLOW = re.compile(
    r"\b(?:lay-?offs?|laid off|redundan\w+|fired|sacked|discontinued|shutting down|burn-?out|burned out|grief|death|died|obituary|anxiety|depress\w+|divorce|"
    r"fail(?:ed|ure|ing)?|reject\w+|cancer|illness|sick|quit(?:ting)?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clock:
    """now is the moment the talk is prepared for (it decides what is old); generated_at is stamped on the document."""

    now: datetime
    generated_at: datetime


@dataclass(frozen=True, slots=True)
class Drafted:
    """All of an interview but what the user did to its questions. It costs the most, and holds while pages and wants do.

    unsaid: a step of theirs of which no page says why.
    """

    pieces: Pieces
    around: Around
    titles: tuple[str, ...]
    unsaid: Step | None


def prepare(  # noqa: PLR0913 (what comes from outside, each by itself)
    interview: Interview, read: Sequence[ReadClip], language: Language, bank: Bank, clock: Clock, *, turn: int = 0
) -> Document:
    """The document of one interview from its clips, in the order they were clipped.

    turn is how many interviews the same person prepared before: wordings take turns.
    """
    drafted = draft(interview, read, language, bank, clock.now, turn=turn)
    return finish(drafted, interview.edits, clock.generated_at)


def finish(
    drafted: Drafted, edits: Sequence[QuestionEdit], generated_at: datetime, follow_up: FollowUp | None = None
) -> Document:
    """The document, with what the user did to its questions and what they wrote down after the talk."""
    pieces = drafted.pieces
    merged = merge(pieces.questions, edits, drafted.around)
    plan = make_plan(pieces.interview, merged.questions, drafted.titles)
    made = export(replace(pieces, questions=merged.questions, kept=merged.quotes, plan=plan), generated_at)
    return made.model_copy(update={"follow_up": follow_up}) if follow_up else made


def draft(  # noqa: PLR0913 (what comes from outside, each by itself)
    interview: Interview, read: Sequence[ReadClip], language: Language, bank: Bank, now: datetime, *, turn: int = 0
) -> Drafted:
    """All of an interview but what the user did to its questions. now and turn as in `prepare`."""
    names = Names.of(interview.interviewee)
    standings, exempt = stand(interview, read), public_work(interview, names)
    spoken = spoken_on(read, standings, names)
    pool = gather(interview, read, standings, spoken, exempt)
    matches = match_goals(interview, pool, language)
    pages = gather_pages(read, standings, spoken, names, exempt)
    answers = Answers(pages, language)
    turns, told, gaps = timeline(turning(pool)), conflicts(pool, matches), find_gaps(matches, pool)
    known = already_answered(read, pool, names, exempt)
    setting = setting_for(interview, pages, exempt)
    made = make_candidates(Workshop(interview, pool, language, now, best_first(pool, matches), extracts_of(read)))
    questions = ask(Asking(interview, made, matches, bank, setting, answers, turn))
    titles = _titles(pool, names)
    pieces = Pieces(
        interview=interview,
        read=read,
        standings=tuple(standings.values()),
        pool=pool,
        goals=matches,
        sections=write_brief(Material(interview, pool, matches, standings, turns, told, known, gaps, now)),
        timeline=turns,
        conflicts=told,
        answered=known,
        gaps=gaps,
        cards=offer_cards(pool, matches, bank, {one.found.evidence.id: one.lead for one in made}),
        questions=questions,
        plan=make_plan(interview, questions, titles),
        exempt=exempt,
    )
    where = Quotable(read, standings, pool, names, exempt)
    around = Around(where, setting, answers, interview.meeting.minutes)
    return Drafted(pieces, around, titles, unexplained(turns, pool))


def _titles(pool: Pool, names: Names) -> tuple[str, ...]:
    """Titles of what they wrote: the pieces the seeker marked before others, then the one with most to say; last what tells of a blow."""
    first = dict[str, Found]()
    for found in pool.having(_their_own):  # of a page, what they say names one piece of writing
        first.setdefault(found.clip.id, found)
    kindly = sorted(first.values(), key=lambda found: (bool(BLOW.search(found.title)), not found.clip.selection))
    return tuple(dict.fromkeys(work for found in kindly if (work := work_of(found, names))))


def _their_own(found: Found) -> bool:
    return found.evidence.said_by is SaidBy.OWN
