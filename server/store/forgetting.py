"""Forgetting a person: all that was gathered about them goes, and an account of what went remains with the user alone."""

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select

from server.errors import NotFoundError
from server.model.after import After
from server.model.brought import Brought
from server.store import clips, edits, everyone, interviews, pages, readings, turns
from server.store import sheets as written
from server.store.clips import StoredClip
from server.store.interviews import StoredInterview
from server.store.tables import clips as clips_table
from server.store.tables import interviews as interviews_table
from server.store.tables import question_edits, sheets
from server.store.tx import Tx


@dataclass(frozen=True, slots=True)
class About:
    """What is kept about a person, told before it goes. notes: whether something was written down about a talk with them.

    mentioned: whose interviews' own notes name them; those are the user's words, and stay.
    """

    name: str
    interviews: int
    pages: tuple[str, ...]
    edits: int
    notes: bool
    mentioned: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What went. pages: titles (or addresses) of the clips that went; shared: of those, pages another interview still uses.

    raw_pages counts stored files, readings what was read off them; unmade counts other interviews in which the person stood
    as the referrer; loose counts clips of no interview, which are left; backups counts backups that were replaced. notes and
    mentioned as in `About`.
    """

    name: str
    interviews: int
    pages: tuple[str, ...]
    shared: tuple[str, ...]
    raw_pages: int
    readings: int
    edits: int
    unmade: int
    loose: int
    backups: int = 0
    notes: bool = False
    mentioned: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The account in plain sentences."""
        return tuple(self._told())

    def _told(self) -> Iterator[str]:
        gone = (
            (self.interviews, f"{_count(self.interviews, 'interview')} with {self.name}"),
            (len(self.pages), f"{_count(len(self.pages), 'page')} you clipped"),
            (self.raw_pages, _count(self.raw_pages, "stored file")),
            (self.readings, f"what was read off {_count(self.readings, 'page')}"),
            (self.edits, f"{_count(self.edits, 'question')} you had made your own"),
        )
        yield f"Gone: {', '.join(words for many, words in gone if many)}."
        if self.pages:
            yield f"The pages: {'; '.join(self.pages)}."
        if self.notes:
            yield f"What you wrote down about the talk with {self.name} went with it."
        if self.shared:
            yield f"Still stored, since another interview uses it: {'; '.join(self.shared)}."
        if self.unmade:
            yield f"Their name was taken out as the referrer of {_count(self.unmade, 'other interview')}."
        if self.mentioned:
            yield f"Left as they are: your notes on the talk with {' and with '.join(self.mentioned)}, which name them."
        if self.loose:
            yield f"Left as they are: {_count(self.loose, 'page')} that you clipped for nobody yet. Look whether one is about them."
        if self.backups:
            yield f"{_count(self.backups, 'backup')} in the data folder still held them; one made just now stands in their place."
        yield "Backups and exports that you keep elsewhere are not touched."


def forget(tx: Tx, user_id: str, who: str, now: datetime) -> Forgotten:
    """Take away all that was gathered about a person, everywhere.

    who: their name, an alias, or the id of an interview with them. Raises NotFoundError if there is none.
    """
    theirs = _found(tx, user_id, who)
    known = about(tx, user_id, who)
    found = [clip for one in theirs for clip in clips.of_interview(tx, user_id, one.id)]
    asked = _unask_everyone(tx, user_id, theirs)
    turns.hold(tx, user_id, {one.id for one in theirs}, now)
    for one in theirs:
        _remove(tx, user_id, one.id)
    _unname(tx, user_id, theirs, now)
    raw_pages, read = pages.remove_unused(tx, user_id), readings.remove_unused(tx, user_id)
    return Forgotten(
        name=known.name,
        interviews=known.interviews,
        pages=known.pages,
        shared=tuple(_called(clip) for clip in found if clip.raw_sha256 and pages.has(tx, user_id, clip.raw_sha256)),
        raw_pages=raw_pages,
        readings=read,
        edits=known.edits + asked,
        unmade=_unmake_referrer(tx, user_id, theirs, now),
        loose=len(clips.of_interview(tx, user_id, None)),
        notes=known.notes,
        mentioned=known.mentioned,
    )


def about(tx: Tx, user_id: str, who: str) -> About:
    """What would go with a person; nothing does. who as in `forget`. Raises NotFoundError if there is no interview with them."""
    theirs = _found(tx, user_id, who)
    ids = {one.id for one in theirs}
    return About(
        name=theirs[0].facts.interviewee.name,
        interviews=len(theirs),
        pages=tuple(_called(clip) for one in theirs for clip in clips.of_interview(tx, user_id, one.id)),
        edits=sum(len(edits.of_interview(tx, user_id, one.id)) for one in theirs),
        notes=any(ident in ids for ident, _ in _written(tx, user_id)),
        mentioned=_mentioned(tx, user_id, theirs),
    )


def _found(tx: Tx, user_id: str, who: str) -> list[StoredInterview]:
    theirs = _theirs(interviews.every(tx, user_id), who)
    if not theirs:
        raise NotFoundError(
            "There is no interview with this person.", where=who, hint="Write the name as it stands there."
        )
    return theirs


def _called(clip: StoredClip) -> str:
    return clip.clip.title or clip.clip.url or clip.clip.file


def _written(tx: Tx, user_id: str) -> list[tuple[str, str]]:
    """(interview, words) of every sheet of a user, but for the list of whom somebody named: who is forgotten goes from that."""
    ours = (sheets.c.user_id == user_id, sheets.c.called != Brought.called)
    rows = tx.execute(select(sheets.c.interview_id, sheets.c.sheet).where(*ours))
    told = ((row.interview_id, {key: value for key, value in row.sheet.items() if key != "people"}) for row in rows)
    return [(ident, json.dumps(sheet, ensure_ascii=False)) for ident, sheet in told]


def _mentioned(tx: Tx, user_id: str, theirs: Sequence[StoredInterview]) -> tuple[str, ...]:
    names = {_folded(name) for one in theirs for name in _names(one)}
    ours = {one.id for one in theirs}
    naming = {ident for ident, words in _written(tx, user_id) if _names_one_of(names, _folded(words))} - ours
    return tuple(one.facts.interviewee.name for one in interviews.every(tx, user_id) if one.id in naming)


def _theirs(every: Sequence[StoredInterview], who: str) -> list[StoredInterview]:
    wanted = {_folded(who)} | {_folded(one.facts.interviewee.name) for one in every if one.id == who}
    return [one for one in every if wanted & {_folded(name) for name in _names(one)}]


def _names(one: StoredInterview) -> tuple[str, ...]:
    return (one.facts.interviewee.name, *one.facts.interviewee.aliases)


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _names_one_of(names: set[str], text: str) -> bool:
    """A name of one word may be somebody else's first name: it counts only where it stands alone."""
    inside = (name for name in names if " " in name)
    return text in names or any(re.search(rf"\b{re.escape(name)}\b", text) for name in inside)


def _remove(tx: Tx, user_id: str, interview_id: str) -> None:
    for table in (question_edits, sheets, clips_table):
        tx.execute(delete(table).where(table.c.user_id == user_id, table.c.interview_id == interview_id))
    here = (interviews_table.c.user_id == user_id, interviews_table.c.id == interview_id)
    tx.execute(delete(interviews_table).where(*here))


def _unmake_referrer(tx: Tx, user_id: str, theirs: Sequence[StoredInterview], now: datetime) -> int:
    """A referrer is somebody one also talked to; where it is they, the other interview forgets it, too."""
    names = {_folded(name) for one in theirs for name in _names(one)}
    named = [other for other in interviews.every(tx, user_id) if _names_one_of(names, _folded(other.facts.referrer))]
    for other in named:
        interviews.set_referrer(tx, user_id, other.id, "", now)
    return len(named)


def _unname(tx: Tx, user_id: str, theirs: Sequence[StoredInterview], now: datetime) -> None:
    """Others may have named them: they go from those lists, too."""
    names = {_folded(name) for one in theirs for name in _names(one)}
    ids = {one.id for one in theirs}
    for ident, after in written.every(tx, user_id, After).items():
        kept = tuple(one for one in after.people if one.interview_id not in ids and _folded(one.name) not in names)
        if len(kept) < len(after.people):
            written.put(tx, user_id, ident, after.model_copy(update={"people": kept}), now)


def _unask_everyone(tx: Tx, user_id: str, theirs: Sequence[StoredInterview]) -> int:
    """A question that is asked of everyone is the user's own; one that names the person goes with them."""
    names = {_folded(name) for one in theirs for name in _names(one)}
    naming = [one.id for one in everyone.every(tx, user_id) if _names_one_of(names, _folded(one.text))]
    for ident in naming:
        everyone.remove(tx, user_id, ident)
    return len(naming)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
