"""The browsers whose button is paired, and how the button is put into one: what to type, to press and to choose."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from server.pipeline.export.faces.view import clean
from server.store.tokens import Token

CHROME, EDGE, FIREFOX = "Chrome", "Edge", "Firefox"
_SAYS = (("Edg/", EDGE), ("Firefox/", FIREFOX), ("Chrome/", CHROME))  # in this order: Edge says that it is Chrome, too
_DEVELOPER = {
    CHROME: "Switch on Developer mode, at the top right, and leave it on.",
    EDGE: "Switch on Developer mode, at the left, and leave it on.",
}


@dataclass(frozen=True, slots=True)
class PairedBrowser:
    """One browser in the list."""

    id: str
    name: str
    facts: str


@dataclass(frozen=True, slots=True)
class Way:
    """How the button is put into one kind of browser. steps: each what to do, and what to type or to choose for it."""

    browser: str
    steps: tuple[tuple[str, str], ...]


def browsers(tokens: Sequence[Token], now: datetime) -> tuple[PairedBrowser, ...]:
    """The list, the newest first. now: which day is today, where this computer stands."""
    today = now.astimezone().date()
    return tuple(PairedBrowser(one.id, clean(one.name), _facts(one, today)) for one in reversed(tokens))


def ways_in(folder: Path | None, asking: str) -> tuple[Way, ...]:
    """How the button is put in, the browser that asks first. folder: where it lies; asking: what a browser says it is."""
    where = str(folder or "extension")
    loaded = ("Press Load unpacked, and choose this folder:", where)
    ways = (
        Way(CHROME, (("Type this into the address bar:", "chrome://extensions"), (_DEVELOPER[CHROME], ""), loaded)),
        Way(EDGE, (("Type this into the address bar:", "edge://extensions"), (_DEVELOPER[EDGE], ""), loaded)),
        Way(
            FIREFOX,
            (
                ("Type this into the address bar:", "about:debugging#/runtime/this-firefox"),
                ("Press Load Temporary Add-on, and choose this file:", str(Path(where) / "manifest.json")),
            ),
        ),
    )
    here = next((name for mark, name in _SAYS if mark in asking), CHROME)
    return tuple(sorted(ways, key=lambda way: way.browser != here))


def _facts(one: Token, today: date) -> str:
    used = f"last used {_day(one.last_used_at, today)}" if one.last_used_at else "not used yet"
    return f"Paired {_day(one.created_at, today)} · {used}"


def _day(moment: datetime, today: date) -> str:
    day = moment.astimezone().date()
    return "today" if day == today else f"on {day.day} {day:%B %Y}"
