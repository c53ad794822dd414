"""What goes when a person is forgotten, in sentences, before it goes."""

from dataclasses import dataclass

from server.pipeline.export.faces.view import clean
from server.store.forgetting import About


@dataclass(frozen=True, slots=True)
class Parting:
    """What is told before a person is forgotten. goes, stays: a sentence each; pages: titles of pages that go."""

    name: str
    goes: tuple[str, ...]
    pages: tuple[str, ...]
    stays: tuple[str, ...]


def parting(known: About) -> Parting:
    """The account beforehand."""
    name = clean(known.name)
    goes = (
        f"{_count(known.interviews, 'interview')} with {name}: what you want from them, the date, who sent you.",
        f"{_count(len(known.pages), 'page')}, as you clipped them and what was read in them." if known.pages else "",
        f"{_count(known.edits, 'question')} that you wrote or changed." if known.edits else "",
        "What you wrote down in the talk and after it." if known.notes else "",
        "All of it in the backups that Groundwork made itself, too.",
    )
    stays = (
        f"Your notes on the talk with {' and with '.join(map(clean, known.mentioned))}, which name them."
        if known.mentioned
        else "",
        "What you took with you: folders, calendars, notes, and backups that lie elsewhere. Delete those yourself.",
    )
    told = tuple(clean(page) for page in known.pages)
    return Parting(name, tuple(one for one in goes if one), told, tuple(one for one in stays if one))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
