"""A note as it would be sent, and the link that opens it in a mail program. Nothing is sent by us."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class Draft:
    """A note. hints: what the user may want to mend before it goes, a sentence each."""

    subject: str
    body: str
    hints: tuple[str, ...] = ()

    @property
    def words(self) -> int:
        """How many words the body has."""
        return len(self.body.split())

    @property
    def mailto(self) -> str:
        """The link that opens it in a mail program, to nobody yet (RFC 6068)."""
        return mailto(self.subject, self.body)


def mailto(subject: str, body: str) -> str:
    """A mailto: link with subject and body percent-encoded, lines parted as RFC 6068 wants it."""
    lines = body.replace("\r\n", "\n").replace("\n", "\r\n")
    return f"mailto:?subject={quote(_sound(' '.join(subject.split())), safe='')}&body={quote(_sound(lines), safe='')}"


def paragraphs(*parts: str) -> str:
    """A body: those parts that are not empty, an empty line between them."""
    return "\n\n".join(part for part in parts if part)


def turned(wordings: Sequence[str], turn: int) -> str:
    """The wording whose turn it is."""
    return wordings[turn % len(wordings)]


def greeting(wording: str, name: str) -> str:
    """How a letter begins; plain where no name is known."""
    return wording.format(name=name) if name else "Hello,"


def ended(wording: str, **words: str) -> str:
    """A wording with words in it, ended once: they may bring their own ? or ! where the wording has a full stop."""
    filled = wording.format(**words)
    return filled[:-1] if filled.endswith(("?.", "!.", "….")) else filled


def curled(text: str) -> str:
    """With printed apostrophes, as ours are."""
    return re.sub(r"(?<=\w)'(?=\w|\s)", "’", text)


def day_words(talk: datetime | None, now: datetime) -> str:
    """When a talk was, as one says it within a week ("today", "yesterday", "on Thursday"), else "on 3 December"; "" if unknown."""
    if talk is None:
        return ""
    days = (now.astimezone(talk.tzinfo).date() - talk.date()).days
    if days < 0:
        return ""
    near = {0: "today", 1: "yesterday"}
    return near.get(days) or (f"on {talk:%A}" if days < 7 else f"on {date_words(talk.date())}")


def date_words(day: date) -> str:
    """A day as it is said: "4 December"."""
    return f"{day.day} {day:%B}"


def _sound(text: str) -> str:
    """Without halves of characters, which no address can hold."""
    return text.encode("utf-8", "replace").decode()
