"""How long stored pages stay, in words: as a choice, and under the pages of an interview."""

from dataclasses import dataclass

from server.actions.keeping import Going

FOR_GOOD = "for-good"
USUAL = (0, 30, 90, 365)  # days


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to keep them."""

    value: str
    label: str
    chosen: bool


def choices(days: int | None) -> tuple[Choice, ...]:
    """The usual ways and the one that is set, the shortest first."""
    offered = sorted({*USUAL, *(() if days is None else (days,))})
    timed = tuple(Choice(str(one), _after(one).capitalize(), one == days) for one in offered)
    return (*timed, Choice(FOR_GOOD, "When I forget the person, not before", days is None))


def goes(going: Going, first_name: str) -> str:
    """When the stored pages of an interview go, in a sentence."""
    if going.days is None:
        return f"The pages are stored until you forget {first_name}."
    if going.when is None:
        return f"The pages are stored until {_after(going.days)}."
    day = f"{going.when.day} {going.when:%B %Y}"
    return f"The pages are stored until {day}, {_after(going.days)}."


def _after(days: int) -> str:
    if not days:
        return "the talk is over"
    return f"{days} day{'' if days == 1 else 's'} after the talk"
