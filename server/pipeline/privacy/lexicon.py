"""The words of private life as patterns, read once from `private_words.toml`, and which of them can match a text at all."""

import re
import tomllib
from collections import defaultdict
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
_DIGIT, _AT = "#", "@"
GRAM = 5  # letters of a word that are looked up anywhere; a shorter word, or stem, has to begin one


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern with its conditions, as the head of `private_words.toml` explains them."""

    category: str
    pattern: re.Pattern[str]
    needs: str
    topic: bool
    brand: bool
    unless: re.Pattern[str] | None


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
    patterns = [_filled(rule["pattern"], groups) for rule in data["rule"]]
    return Lexicon(
        rules=tuple(_rule(rule, pattern) for rule, pattern in zip(data["rule"], patterns, strict=True)),
        wanted=_wanted(patterns),
        innocent=re.compile(data["innocent"], _FLAGS),
        topic=re.compile(data["topic"], _FLAGS),
        topic_after=re.compile(data["topic_after"], _FLAGS),
        tactless=re.compile(data["tactless"], _FLAGS),
    )


def _rule(rule: dict[str, Any], pattern: str) -> Rule:
    unless = rule.get("unless", "")
    return Rule(
        category=rule["category"],
        pattern=re.compile(pattern, _FLAGS),
        needs=rule["needs"],
        topic=rule.get("topic", False),
        brand=rule.get("brand", True),
        unless=re.compile(unless, _FLAGS) if unless else None,
    )


def _filled(pattern: str, groups: dict[str, str]) -> str:
    for name, words in groups.items():
        pattern = pattern.replace("{" + name + "}", words)
    return pattern


def _wanted(patterns: list[str]) -> dict[str, frozenset[int]]:
    """Beginnings of the words that a pattern can match by; no rule matches on small words alone."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for place, pattern in enumerate(patterns):
        if r"\d" in pattern:
            found[_DIGIT].add(place)
        if "@" in pattern:
            found[_AT].add(place)
        plain = pattern.lower()
        for noise in (_ESCAPE, _AROUND, _ENDING, _SYNTAX):
            plain = noise.sub("~", plain)
        for word in _LITERAL.findall(plain):
            if word not in STOP:
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
