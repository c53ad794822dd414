"""What several hands wrote down becomes one sheet: of each thing the last word counts, in whatever order and however often it comes."""

from collections.abc import Iterable
from datetime import datetime

from server.model.talk import Mark, MarkKind, Talk, Written

FIELDS = {
    MarkKind.TICK: "ticks",
    MarkKind.NOTE: "notes",
    MarkKind.CUE: "cues",
    MarkKind.OFF: "off",
    MarkKind.ASIDE: "asides",
}
ALONE = {MarkKind.BEGAN: "began", MarkKind.NUDGES: "nudges"}


def merged(talk: Talk, marks: Iterable[Mark]) -> Talk:
    """The sheet with marks laid over it. Again the same marks, or in another order: the same sheet."""
    changed: dict[str, Written | dict[str, Written]] = {}
    for mark in marks:
        new = Written(text=mark.text, at=mark.at)
        if mark.what in ALONE:
            name = ALONE[mark.what]
            changed[name] = _later(changed.get(name, getattr(talk, name)), new)
        else:
            name = FIELDS[mark.what]
            known = changed.get(name, getattr(talk, name))
            assert isinstance(known, dict)
            changed[name] = known | {mark.of: _later(known.get(mark.of, Written()), new)}
    return talk.model_copy(update=changed)


def written(talk: Talk, what: MarkKind, of: str = "") -> Written:
    """What is written there now; an empty one that is older than everything if nothing is."""
    found = getattr(talk, ALONE.get(what) or FIELDS[what])
    return found if isinstance(found, Written) else dict(found).get(of, Written())


def mark_now(talk: Talk, mark: Mark, now: datetime) -> Mark:
    """A mark of this moment by somebody who sees the sheet: it is later than what it is written over."""
    at = max(int(now.timestamp() * 1000), written(talk, mark.what, mark.of).at + 1)
    return mark.model_copy(update={"at": at})


def _later(known: Written | dict[str, Written], new: Written) -> Written:
    """Of two at the same moment the one whose text sorts last, so that all come to the same."""
    assert isinstance(known, Written)
    return max(known, new, key=lambda one: (one.at, one.text))
