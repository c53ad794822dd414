"""What was typed for oneself, in whole words: "thats me, dont know" -> "that's me, don't know"."""

import re
import tomllib
from importlib import resources

_DATA = tomllib.loads((resources.files(__package__) / "typed.toml").read_text(encoding="utf-8"))
_WORDS: dict[str, str] = _DATA["words"]
_WORD = re.compile(rf"(?<![\w'])(?:{'|'.join(map(re.escape, _WORDS))})(?![\w'])", re.IGNORECASE)
# Capitals that raise the voice, aloud only on the page.
_LOUD = re.compile(
    r"\b(?:ALSO|ARE|AM|IS|WAS|NOT|ALL|NO|NEVER|ALWAYS|EXACTLY|SO|REALLY|VERY|ME|MY|MINE|OUR|WANTS?|NEEDS?|THIS|THAT|CAN|DO|DOES|DID|HAVE|HAS|WHY|"
    r"HOW|WHAT|WHEN|WHERE|WHO|ASK|TELL|SAY|KNOW|THINK|FEEL|LIKE|LOVE|HATE|GET|GO|MUCH|FIRST|REAL|THEM|THEY|IF|ONLY|EVERY|BOTH|BEFORE|AFTER|SAME|OWN|STILL|AGAIN|MORE|LESS|ANY|ONE|TWO|THREE|NOW|NOTHING|EVERYTHING|EVER|YES|AND|BUT|OR|THE|YOU)\b"
)
_STRAIGHT = str.maketrans("‘’`´", "''''")


def whole_words(text: str) -> str:
    """The text with shorthand spelled out, apostrophes straight and where they belong, blanks single, and no word shouted."""
    quiet = _LOUD.sub(lambda word: word.group().lower(), " ".join(straight(text).split()))
    return _WORD.sub(lambda word: _WORDS[word.group().lower()], quiet)


def straight(text: str) -> str:
    """The text with straight apostrophes."""
    return text.translate(_STRAIGHT)
