"""What can be taken with one, and what each is good for, in half a line."""

from dataclasses import dataclass
from datetime import datetime

from server.model.reminders import Reminder
from server.pipeline.export.faces.view import clean
from server.store.interviews import StoredInterview

REMINDERS = {
    Reminder.TALK: "The talk itself",
    Reminder.EVENING: "The evening before at 19:00: get ready",
    Reminder.THANKS: "The next morning at 9:00: say thank you",
    Reminder.TRIED: "Three weeks later: tell them what you tried",
    Reminder.PROMISED: "On the day at 9:00: what you promised, and what they did",
}


@dataclass(frozen=True, slots=True)
class Taking:
    """Something to take: its form in the address, what it is called, what it is good for, what the button says."""

    form: str
    title: str
    good_for: str
    button: str
    texts: bool = False


@dataclass(frozen=True, slots=True)
class Takings:
    """All that the screen shows. when: the talk in words, "" if it has no date."""

    id: str
    name: str
    first_name: str
    when: str
    notes: tuple[Taking, ...]
    whole: tuple[Taking, ...]
    reminders: tuple[tuple[str, str], ...]


def takings(stored: StoredInterview, done: frozenset[Reminder] = frozenset()) -> Takings:
    """The screen of an interview. done: the reminders that have nothing left to remind of."""
    name = clean(stored.facts.interviewee.name)
    first_name = name.split()[0]
    return Takings(
        id=stored.id,
        name=name,
        first_name=first_name,
        when=_when(stored.facts.meeting.start),
        reminders=tuple((one.value, label) for one, label in REMINDERS.items() if one not in done),
        notes=(
            Taking(
                "markdown",
                "A note",
                "For Obsidian or any notes: questions to tick off, each quote in a footnote.",
                "Take the note",
            ),
            Taking("csl", "Sources", "For Zotero and its like: the pages your brief stands on.", "Take the sources"),
        ),
        whole=(
            Taking(
                "everything",
                f"Everything about {first_name}",
                "One zip: the folder and all of the above. To keep, or to move to another computer.",
                "Take everything",
            ),
            Taking(
                "folder",
                "The folder alone",
                "Your pages, questions and notes, as Groundwork reads them back in.",
                "Take the folder",
            ),
            Taking("json", "Data", "For a program of yours: the whole brief as JSON.", "Take the data"),
            Taking(
                "json",
                "Data with the text of the pages",
                "The same, and what the pages say; private life is covered.",
                "Take both",
                texts=True,
            ),
        ),
    )


def _when(start: datetime | None) -> str:
    return f"{start:%A} {start.day} {start:%B %Y, %H:%M}" if start else ""
