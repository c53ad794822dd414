"""The words by one of which every match of a pattern can be told, so that it need not be tried on any text without them."""

import re
import unicodedata

from server.pipeline.features.stems import STOP

ANYWHERE = 5  # letters by which a word is found wherever it stands in a text; fewer have to begin a word
LEAST = 3
_TOKEN = re.compile(
    r"\\ |\\b|\\.|\[(?:\\.|[^\]\\])*\]|\(\?(?::|-i:|<?[=!])|[(|)]|[?*+]\??|\{[\d,]+\}\??|[a-z]+|\s+|.", re.DOTALL
)
AROUND = re.compile(r"\(\?<?[=!](?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")  # what stands around a match is no part of it
_SAME = re.compile(r"\[(\w)\1+\]")  # a letter with and without its accent, once accents are gone
_BOUNDARY = frozenset({"\\ ", "\\b", "-", "'", "[- ]", "[ -]"})
_SMALL = frozenset(word[:ANYWHERE] for word in STOP)
_NONE: frozenset[str] = frozenset()


def plain(text: str) -> str:
    """A text in small letters without accents, as words are looked up."""
    low = text.lower()
    return (
        low
        if low.isascii()
        else "".join(char for char in unicodedata.normalize("NFD", low) if not unicodedata.combining(char))
    )


def keys_of(pattern: str) -> frozenset[str]:
    """Beginnings of words, one of which stands in every text the pattern matches; none if no such words are known."""
    letters = _SAME.sub(r"\1", AROUND.sub("", plain(pattern)))
    keys, _ = _alternatives([token for token in _TOKEN.findall(letters) if not token.isspace()], 0, begins=True)
    return keys


def _alternatives(tokens: list[str], at: int, *, begins: bool) -> tuple[frozenset[str], int]:
    """Keys of what stands up to the closing bracket, and its place. begins: a word can begin here."""
    every: list[frozenset[str]] = []
    while True:
        best, at = _sequence(tokens, at, begins=begins)
        every.append(best)
        if at >= len(tokens) or tokens[at] == ")":
            return (frozenset().union(*every) if all(every) else _NONE), at
        at += 1


def _sequence(tokens: list[str], at: int, *, begins: bool) -> tuple[frozenset[str], int]:
    best, worth = _NONE, _worth(_NONE)
    while at < len(tokens) and tokens[at] not in {"|", ")"}:
        token = tokens[at]
        if token.startswith("("):
            found, end = _alternatives(tokens, at + 1, begins=begins)
            if "=" in token or "!" in token:
                found = _NONE
            else:
                begins = begins and tokens[end - 1] in _BOUNDARY
        else:
            sure = token[:-1] if _may_miss(tokens, at + 1) else token
            found, end = _word(sure, begins=begins), at
            begins = (token in _BOUNDARY and not _may_miss(tokens, at + 1)) or (begins and token[0] in "^$?*+{")
        at = end + 1
        if token.startswith("(") and _may_miss(tokens, at):
            found = _NONE
        if found and (worth_of := _worth(found)) > worth:
            best, worth = found, worth_of
    return best, at


def _may_miss(tokens: list[str], at: int) -> bool:
    """Whether the token says that what stands before it may be missing."""
    return at < len(tokens) and tokens[at][0] in "?*{" and not tokens[at].startswith("{1")


def _word(letters: str, *, begins: bool) -> frozenset[str]:
    """The key of a run of letters, if it is long enough to be one."""
    long_enough = letters.isalpha() and len(letters) >= (LEAST if begins else ANYWHERE)
    return frozenset({letters[:ANYWHERE]}) if long_enough else _NONE


def _worth(keys: frozenset[str]) -> tuple[int, int]:
    """How seldom a text has one of them: long words are rarer than short ones, and small words stand everywhere."""
    return (min(len(key) * (key not in _SMALL) for key in keys), -len(keys)) if keys else (-1, 0)
