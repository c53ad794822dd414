"""The screen of the talk and the printed card: cues in the user's order, what was written to them, the clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from server.actions.talk import AtHand
from server.model import Part, Question, Tier
from server.model.talk import Talk
from server.pipeline.export.faces.view import TIERS, View, clean
from server.pipeline.talk.clock import Clock, clock
from server.pipeline.talk.cue import cue_of

MARKS = {Part.OPENER: "to open", Part.ME: "you", Part.NEXT: "who next", Part.CLOSE: "to close"}


@dataclass(frozen=True, slots=True)
class Cued:
    """A question in the talk. ours: the cue we made; cue: the one to show. mark: where it stands in the talk, in a word or two.

    probes: how to go on from the answer.
    """

    id: str
    number: int
    cue: str
    ours: str
    text: str
    mark: str
    probes: tuple[str, ...]
    ticked: bool
    note: str
    off: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Questions of one tier. later: folded away."""

    title: str
    later: bool
    questions: tuple[Cued, ...]


@dataclass(frozen=True, slots=True)
class Aside:
    """A side-track worth a call of its own."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class TalkScreen:
    """All that the screen of the talk shows. started: something was ticked already. kept: all that was written, as JSON.

    booked: minutes.
    """

    id: str
    name: str
    first_name: str
    booked: int
    clock: Clock
    began: bool
    started: bool
    nudges: bool
    opening: tuple[str, ...]
    groups: tuple[Group, ...]
    asides: tuple[Aside, ...]
    close: tuple[str, ...]
    kept: str


def talk_screen(interview_id: str, found: AtHand, now: datetime) -> TalkScreen:
    """The screen of the talk as it is at a moment."""
    view, talk = View.of(found.document), found.talk
    booked = found.document.plan.minutes
    return TalkScreen(
        id=interview_id,
        name=view.name,
        first_name=view.name.split()[0],
        booked=booked,
        clock=clock(booked, talk.began_at, now),
        began=talk.began_at is not None,
        started=bool(talk.ticked),
        nudges=bool(talk.nudges.text),
        opening=found.document.plan.opening,
        groups=_groups(view, talk),
        asides=tuple(Aside(ident, clean(text)) for ident, text in talk.side_tracks.items()),
        close=found.document.plan.close,
        kept=talk.model_dump_json(exclude={"wordings"}),
    )


def _groups(view: View, talk: Talk) -> tuple[Group, ...]:
    tiers = tuple(
        Group(title, title == TIERS[Tier.PARKED], tuple(cued(one, number, talk) for number, one in asked))
        for title, asked in view.questions
    )
    gone = _gone(view, talk)
    return (*tiers, Group("No longer on your list", later=True, questions=gone)) if gone else tiers


def cued(question: Question, number: int, talk: Talk) -> Cued:
    """A question with its cue and what was written to it."""
    probes = question.probes
    return _cued(question.id, number, clean(question.text), MARKS.get(question.part, ""), probes, talk)


def _gone(view: View, talk: Talk) -> tuple[Cued, ...]:
    """What was written to questions that the list does not hold any more."""
    here = {question.id for question in view.document.questions}
    kept = [ident for ident in (*talk.ticked, *talk.noted) if ident not in here]
    first = len(here) + 1
    return tuple(
        _cued(ident, number, clean(talk.wordings.get(ident, "A question of an earlier list")), "", (), talk)
        for number, ident in enumerate(dict.fromkeys(kept), start=first)
    )


def _cued(ident: str, number: int, text: str, mark: str, probes: Sequence[str], talk: Talk) -> Cued:  # noqa: PLR0913, PLR0917  one line of the list
    ours = cue_of(text)
    theirs = clean(talk.cues[ident].text) if ident in talk.cues else ""
    return Cued(
        id=ident,
        number=number,
        cue=theirs or ours,
        ours=ours,
        text=text,
        mark=mark,
        probes=tuple(probes),
        ticked=ident in talk.ticked,
        note=talk.noted.get(ident, ""),
        off=ident in talk.off_record,
    )
