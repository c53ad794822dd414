"""The words of private life as patterns, read once from `private_words.toml`, and which of them can match a text at all."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from server.pipeline.features.stems import STOP

_FLAGS = re.IGNORECASE | re.VERBOSE
_ESCAPE = re.compile(r"\\[A-Za-z]")
_ENDING = re.compile(r"(?<=[a-z])\(\?:[^()]*\)")  # "(?:y|ied)" after "marr": the letters before it say enough
_AROUND = re.compile(r"\(\?<?[=!](?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")  # what stands around a match is no part of it
_SYNTAX = re.compile(r"\[[^\]]*\]|\(\?-i:|\(\?:|.[?*]")
_LITERAL = re.compile(r"[a-z]{2,}")
_BEGINNING = re.compile(r"\b[a-z]{2,4}")
_STRUCTURE = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|[()|]")  # an escape and a set of characters are passed over whole
_SMALL = STOP - {"back"}  # which somebody may have a bad one of
_DIGIT, _AT = "#", "@"
GRAM = 5  # letters of a word that are looked up anywhere; a shorter word, or stem, has to begin one


@dataclass(frozen=True, slots=True)
class Rule:
    """One of the patterns of an entry with its conditions, as the head of `private_words.toml` explains them."""

    category: str
    source: str
    needs: str
    topic: bool
    brand: bool
    unless: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """What it looks for: compiled when a text first has one of its words, since few of them ever do."""
        return _compiled(self.source)

    def excused(self, text: str) -> bool:
        """Whether something in the text makes it innocent."""
        return bool(self.unless and _compiled(self.unless).search(text))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All rules; wanted maps beginnings of their words to the places of the rules that have them."""

    rules: tuple[Rule, ...]
    wanted: dict[str, frozenset[int]]
    innocent: re.Pattern[str]
    topic: re.Pattern[str]
    topic_after: re.Pattern[str]
    tactless: re.Pattern[str]

    def possible(self, text: str) -> list[Rule]:
        """Rules of which at least one word stands in the text, in order. Most texts have none, and looking is cheap."""
        at: set[int] = set()
        for gram in _grams(text):
            at |= self.wanted.get(gram, frozenset())
        return [self.rules[place] for place in sorted(at)]


@cache  # a cache: the file is read once
def lexicon() -> Lexicon:
    """The lexicon. Raises re.error or KeyError if the file is damaged."""
    source = resources.files(__package__).joinpath("private_words.toml").read_text(encoding="utf-8")
    data: dict[str, Any] = tomllib.loads(source)
    groups: dict[str, str] = {}
    for name, words in data["words"].items():
        groups[name] = _filled(words, groups)
    rules = [_rule(rule, one) for rule in data["rule"] for one in _alternatives(_filled(rule["pattern"], groups))]
    return Lexicon(
        rules=tuple(rules),
        wanted=_wanted([rule.source for rule in rules]),
        innocent=re.compile(data["innocent"], _FLAGS),
        topic=re.compile(data["topic"], _FLAGS),
        topic_after=re.compile(data["topic_after"], _FLAGS),
        tactless=re.compile(data["tactless"], _FLAGS),
    )


@cache  # a cache: the patterns are those of the file
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source, _FLAGS)


def _alternatives(pattern: str) -> Iterator[str]:
    """The parts of a pattern between the bars that stand in no group: each is looked for only where one of its own words stands."""
    depth, start = 0, 0
    for match in _STRUCTURE.finditer(pattern):
        depth += {"(": 1, ")": -1}.get(match.group(), 0)
        if match.group() == "|" and depth == 0:
            yield pattern[start : match.start()]
            start = match.end()
    yield pattern[start:]


def _rule(rule: dict[str, Any], pattern: str) -> Rule:
    return Rule(
        category=rule["category"],
        source=pattern,
        needs=rule["needs"],
        topic=rule.get("topic", False),
        brand=rule.get("brand", True),
        unless=rule.get("unless", ""),
    )


def _filled(pattern: str, groups: dict[str, str]) -> str:
    for name, words in groups.items():
        pattern = pattern.replace("{" + name + "}", words)
    return pattern


def _wanted(patterns: list[str]) -> dict[str, frozenset[int]]:
    """Beginnings of the words that a pattern can match by; by its small words only where it has no others."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for place, pattern in enumerate(patterns):
        if r"\d" in pattern:
            found[_DIGIT].add(place)
        if "@" in pattern:
            found[_AT].add(place)
        plain = pattern.lower()
        for noise in (_ESCAPE, _AROUND, _ENDING, _SYNTAX):
            plain = noise.sub("~", plain)
        words = _LITERAL.findall(plain)
        for word in [word for word in words if word not in _SMALL] or words:
            found[word[:GRAM]].add(place)
    return {gram: frozenset(places) for gram, places in found.items()}


def _grams(text: str) -> set[str]:
    """What can be looked up of a text: runs of five letters anywhere, fewer where a word begins, a digit, an @."""
    low = text.lower()
    grams = {low[at : at + GRAM] for at in range(len(low) - GRAM + 1)}
    for word in _BEGINNING.findall(low):
        grams.update((word[:3], word))
    grams.update(sign for sign, there in ((_DIGIT, re.search(r"\d", low)), (_AT, "@" in low)) if there)
    return grams
