"""The list of pages of a brief: what became of each, why, and what the person can say of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from server.actions.clips import ClipLine
from server.model import ClipStatus, Verdict, Voice
from server.model.document import ClipView
from server.pipeline.clip.urls import host
from server.pipeline.export.faces.view import FATES, View, clean, date_words

ASKED = frozenset({ClipStatus.OTHER_PERSON, ClipStatus.UNSURE, ClipStatus.NO_MENTION})
WAITING = frozenset({ClipStatus.READING, ClipStatus.TO_READ})
VOICES = {
    Voice.OWN: "{name}’s own page",
    Voice.INTERVIEW: "an interview with {name}",
    Voice.ABOUT: "about {name}",
    Voice.EMPLOYER: "where {name} works",
    Voice.DIRECTORY: "a list that names {name}",
    Voice.COMMENT: "a comment",
}
VERDICTS = {
    Verdict.THIS_PERSON: "This is {name}",
    Verdict.SOMEONE_ELSE: "Someone else",
    Verdict.CONTEXT: "For context only",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to say of a page; an empty value takes back what was said."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class PageLine:
    """One page. fate: what became of it, "" if it is simply used. asked: the person should say whose page it is.

    choices: what can be said of it; none while it waits to be read. retry: it is a link that did not come, and can be tried now.
    """

    id: str
    number: int
    title: str
    facts: str
    fate: str
    reason: str
    note: str
    asked: bool
    choices: tuple[Choice, ...]
    retry: bool


def page_lines(view: View, clips: Sequence[ClipLine]) -> tuple[PageLine, ...]:
    """The pages of a document in its order, with what the person noted and said of each."""
    told = {one.id: one for one in clips}
    return tuple(_line(view, one, told.get(one.id)) for one in view.document.clips)


def voice_words(voice: Voice, first_name: str) -> str:
    """Whose page it is, in words."""
    return VOICES[voice].format(name=first_name)


def _line(view: View, clip: ClipView, told: ClipLine | None) -> PageLine:
    first_name = view.name.split()[0]
    verdict = told.verdict if told else None
    return PageLine(
        id=clip.id,
        number=view.numbers[clip.id],
        title=clean(clip.title),
        facts=_facts(clip, first_name),
        fate=_fate(clip, verdict),
        reason=" ".join(part for part in (clean(clip.reason), told.next_try if told else "") if part),
        note=told.note if told else "",
        asked=clip.status in ASKED and verdict is None,
        choices=() if clip.status in WAITING else _choices(verdict, first_name),
        retry=bool(told and told.retry),
    )


def _facts(clip: ClipView, first_name: str) -> str:
    issued = clip.csl.get("issued", {}).get("date-parts", [[]])[0]
    when = date_words("-".join(f"{part:02d}" for part in issued))
    whose = voice_words(clip.voice, first_name) if clip.status is ClipStatus.USED else ""
    return " · ".join(part for part in (host(clip.url).removeprefix("www."), when, whose) if part)


def _fate(clip: ClipView, verdict: Verdict | None) -> str:
    """In words; empty where nothing needs to be said, or where the reason is what the person said."""
    if verdict or clip.status not in FATES:
        return ""
    is_namesake = clip.status is ClipStatus.OTHER_PERSON  # as far as we can tell; they have not said so
    return FATES[ClipStatus.UNSURE if is_namesake else clip.status].capitalize()


def _choices(verdict: Verdict | None, first_name: str) -> tuple[Choice, ...]:
    if verdict:
        return (Choice("", "Take that back"),)
    return tuple(Choice(value.value, label.format(name=first_name)) for value, label in VERDICTS.items())
