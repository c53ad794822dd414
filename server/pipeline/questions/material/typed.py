"""What was typed for oneself, in whole words: "thats me, dont know" -> "that's me, don't know"."""

import re
import tomllib
from importlib import resources

_DATA = tomllib.loads((resources.files(__package__) / "typed.toml").read_text(encoding="utf-8"))
_WORDS: dict[str, str] = _DATA["words"]
_WORD = re.compile(rf"(?<![\w'])(?:{'|'.join(map(re.escape, _WORDS))})(?![\w'])", re.IGNORECASE)
_STRAIGHT = str.maketrans("‘’`´", "''''")


def whole_words(text: str) -> str:
    """The text with shorthand spelled out, apostrophes straight and where they belong, and blanks single."""
    return _WORD.sub(lambda word: _WORDS[word.group().lower()], " ".join(straight(text).split()))


def straight(text: str) -> str:
    """The text with straight apostrophes."""
    return text.translate(_STRAIGHT)
