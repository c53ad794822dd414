"""The pages of an interview: what became of each, why, and what the person can say of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from server.actions.clips import ClipLine
from server.model import ClipStatus, Document, Verdict, Voice
from server.model.document import ClipView
from server.pipeline.clip.urls import host
from server.pipeline.export.faces.view import FATES, View, clean, date_words

ASKED = frozenset({ClipStatus.OTHER_PERSON, ClipStatus.UNSURE, ClipStatus.NO_MENTION})
WAITING = frozenset({ClipStatus.READING, ClipStatus.TO_READ})
IN = frozenset({ClipStatus.USED, ClipStatus.CONTEXT})
PRIVATE = "Most of it is private life, which is left out."
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
    status: as the document has it. stored: the page itself came, so that it can be read again.
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
    status: ClipStatus
    stored: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Pages with the same fate, under a title. hint: what that means, in a sentence."""

    title: str
    hint: str
    pages: tuple[PageLine, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """All that the screen shows. waiting: what is still to be fetched and read, in a sentence, or ""."""

    id: str
    name: str
    first_name: str
    groups: tuple[Group, ...]
    waiting: str


def listed(interview_id: str, document: Document, clips: Sequence[ClipLine]) -> Pages:
    """The pages of a document, those first that the person should say something of."""
    view, told = View.of(document), {one.id: one for one in clips}
    lines = [_line(view, one, told.get(one.id)) for one in document.clips]
    name = view.name.split()[0]
    asked = [one for one in lines if one.asked]
    waiting = [one for one in lines if one.status in WAITING]
    used = [one for one in lines if one.status in IN]
    rest = [one for one in lines if one not in (*asked, *waiting, *used)]
    groups = (
        Group(f"Is this {name}?", "Nothing of these is used until you say.", tuple(asked)),
        Group("Still to come", "", tuple(waiting)),
        Group("In your brief", "", tuple(used)),
        Group("Left out", "", tuple(rest)),
    )
    return Pages(interview_id, view.name, name, tuple(one for one in groups if one.pages), waiting_words(document))


def waiting_words(document: Document) -> str:
    """What is still to be fetched and read, in a sentence; "" if nothing is."""
    count = sum(clip.status in WAITING for clip in document.clips)
    if not count:
        return ""
    return f"{count} {'page is' if count == 1 else 'pages are'} being fetched and read."


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
        reason=" ".join(part for part in _reasons(clip, told) if part),
        note=told.note if told else "",
        asked=clip.status in ASKED and verdict is None,
        choices=() if clip.status in WAITING else _choices(verdict, first_name),
        retry=bool(told and told.retry),
        status=clip.status,
        stored=bool(told and told.stored),
    )


def _reasons(clip: ClipView, told: ClipLine | None) -> tuple[str, ...]:
    return clean(clip.reason), told.next_try if told else "", PRIVATE if "mostly-private" in clip.flags else ""


def _facts(clip: ClipView, first_name: str) -> str:
    issued = clip.csl.get("issued", {}).get("date-parts", [[]])[0]
    when = date_words("-".join(f"{part:02d}" for part in issued))
    whose = voice_words(clip.voice, first_name) if clip.status is ClipStatus.USED else ""
    return " · ".join(part for part in (host(clip.url).removeprefix("www."), when, whose) if part)


def _fate(clip: ClipView, verdict: Verdict | None) -> str:
    """In words; empty where nothing needs to be said, or where the reason is what the person said."""
    if verdict or clip.status not in FATES or clip.status is ClipStatus.READING:
        return ""
    is_namesake = clip.status is ClipStatus.OTHER_PERSON  # as far as we can tell; they have not said so
    return FATES[ClipStatus.UNSURE if is_namesake else clip.status].capitalize()


def _choices(verdict: Verdict | None, first_name: str) -> tuple[Choice, ...]:
    if verdict:
        return (Choice("", "Take that back"),)
    return tuple(Choice(value.value, label.format(name=first_name)) for value, label in VERDICTS.items())
