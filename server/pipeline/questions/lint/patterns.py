"""How the rules write their patterns, and where their word lists come from."""

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

# People type "what made her leave?" as often as "what made you leave?": in a pattern these words stand for both.
_PERSONS = {
    "YOUR": r"(?:your|his|her|their)",
    "YOU": r"(?:you|he|she|they)",
    "THEM": r"(?:you|him|her|them)",
    "DO": r"(?:do|does|did)",
    "ARE": r"(?:are|is|were|was)",
}
_PERSON = re.compile(
    r"(?<![A-Z])(?:YOUR|YOU|THEM|DO|ARE)(?![A-Z])"
)  # no \b: in a pattern the letter of an escape may stand before it


def pattern(text: str) -> re.Pattern[str]:
    """A compiled pattern, blind to case. YOU, YOUR, THEM, DO and ARE in capitals stand for all persons."""
    return re.compile(_PERSON.sub(lambda match: _PERSONS[match.group()], text), re.IGNORECASE)


def any_of(*texts: str) -> re.Pattern[str]:
    """One pattern that matches where any of these does."""
    return pattern("|".join(f"(?:{text})" for text in texts))


@cache
def lexicon(name: str) -> dict[str, Any]:
    """A word list that lies beside the rules, as TOML holds it."""
    text = (resources.files(__package__) / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
