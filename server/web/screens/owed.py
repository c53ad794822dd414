"""What is still owed, in the words of one quiet block."""

from collections.abc import Sequence
from dataclasses import dataclass

from server.actions.owed import Owed, OwedKind
from server.pipeline.export.faces.view import clean
from server.pipeline.follow_up.draft import date_words

SAYS = {
    OwedKind.HAPPENED: "The time of your talk with {first} has passed. Did you talk?",
    OwedKind.THANKS: "{first} has no thank-you from you yet.",
    OwedKind.MINE: "You promised {first}: {text}{due}.",
    OwedKind.THEIRS: "{first} promised you: {text}{due}.",
    OwedKind.REFERRER: "{text} does not know yet that you talked with {first}.",
    OwedKind.TRIED: "You tried what {first} said, and {first} does not know.",
    OwedKind.WORKED: "You wanted to do this after talking with {first}: {text}. Did it work out?",
}
PLACES = {
    OwedKind.HAPPENED: "top",
    OwedKind.THANKS: "note-thanks",
    OwedKind.MINE: "promises",
    OwedKind.THEIRS: "promises",
    OwedKind.REFERRER: "note-referrer",
    OwedKind.TRIED: "note-tried",
    OwedKind.WORKED: "later",
}
WORK_OUT = frozenset({OwedKind.WORKED, OwedKind.TRIED})
NEXT_STEPS = frozenset({OwedKind.HAPPENED, OwedKind.THANKS})  # the list of interviews tells them at each
LONGEST = 90  # characters of the user's that are told


@dataclass(frozen=True, slots=True)
class OwedLine:
    """One line of the block: where it leads (an interview, and a place on its screen), and whether it is late."""

    interview_id: str
    place: str
    says: str
    late: bool


@dataclass(frozen=True, slots=True)
class OwedBlock:
    """The block; there is nothing to show without lines."""

    title: str
    lines: tuple[OwedLine, ...]


def owed_block(found: Sequence[Owed], without: str = "", told: frozenset[OwedKind] = frozenset()) -> OwedBlock:
    """The block of what is owed. without: the id of an interview that is being looked at; told: what the screen tells elsewhere."""
    others = [one for one in found if one.interview_id != without and one.kind not in told]
    asks = any(one.kind in WORK_OUT for one in others)
    return OwedBlock("Did any of this work out?" if asks else "Still open", tuple(_line(one) for one in others))


def _line(one: Owed) -> OwedLine:
    due = f", by {date_words(one.due)}" if one.due else ""
    says = SAYS[one.kind].format(first=clean(one.first_name), text=_short(one.text), due=due)
    return OwedLine(one.interview_id, PLACES[one.kind], says, one.late)


def _short(text: str) -> str:
    line = clean(text).rstrip(".")
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rsplit(' ', 1)[0]} …"
