"""What lies on the list besides interviews: pages saved for nobody yet, and how it went with a file that was brought back."""

from collections.abc import Sequence
from dataclasses import dataclass

from server.actions.clips import ClipLine
from server.pipeline.clip.urls import host
from server.pipeline.export.faces.view import clean, date_words


@dataclass(frozen=True, slots=True)
class Loose:
    """A page for nobody: what it is called, where it is from and when it was saved, what was noted on it."""

    id: str
    title: str
    facts: str
    note: str


@dataclass(frozen=True, slots=True)
class Brought:
    """How it went with a file: what is wrong with it, or the interview it became and the pages that could not come with it."""

    wrong: str = ""
    interview_id: str = ""
    lost: tuple[str, ...] = ()


def loose(lines: Sequence[ClipLine]) -> tuple[Loose, ...]:
    """The newest first."""
    return tuple(map(_loose, reversed(lines)))


def _loose(one: ClipLine) -> Loose:
    saved = date_words(one.clipped_at.date().isoformat()) if one.clipped_at else ""
    site = host(one.url).removeprefix("www.")
    facts = (site, f"saved {saved}" if saved else "")
    return Loose(
        one.id, clean(one.title) or site or "A page", " · ".join(part for part in facts if part), clean(one.note)
    )
