"""The words of private life as patterns, read once from `private_words.toml` and the files of `words/`."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from server.pipeline.privacy.index import grams, wanted
from server.pipeline.privacy.phrases import lines_of, parts_of, pattern_of

_FLAGS = re.IGNORECASE | re.VERBOSE
_GROUP = re.compile(r"\{([a-z_]+)\}")
_STRUCTURE = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|[()|]")  # an escape and a set of characters are passed over whole


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
    """All rules; wanted maps beginnings of their words to the places of the rules that have them.

    innocent: what is no private life, as sources, since most texts have no hit that would have to be excused.
    """

    rules: tuple[Rule, ...]
    wanted: dict[str, frozenset[int]]
    innocent: tuple[str, ...]
    governed: str
    topic: re.Pattern[str]
    topic_after: re.Pattern[str]
    tactless: re.Pattern[str]

    def possible(self, text: str) -> list[Rule]:
        """Rules of which at least one word stands in the text, in order. Most texts have none, and looking is cheap."""
        at: set[int] = set()
        for gram in grams(text):
            at |= self.wanted.get(gram, frozenset())
        return [self.rules[place] for place in sorted(at)]

    def excuses(self, text: str) -> list[tuple[int, int]]:
        """Where a text has what is no private life."""
        return [match.span() for one in self.innocent for match in _compiled(one).finditer(text)]

    def worked_on(self, text: str, at: int) -> bool:
        """Whether what stands at this place is what somebody makes, studies or teaches."""
        return bool(_compiled(self.governed).search(text, 0, at))


@cache  # a cache: the files are read once
def lexicon() -> Lexicon:
    """The lexicon. Raises re.error or KeyError if a file is damaged."""
    house = resources.files(__package__)
    base = tomllib.loads(house.joinpath("private_words.toml").read_text(encoding="utf-8"))
    files = sorted((one for one in house.joinpath("words").iterdir() if one.name.endswith(".toml")), key=_name)
    more = [tomllib.loads(one.read_text(encoding="utf-8")) for one in files]
    groups = _groups([base, *more])
    rules = [*_of_patterns(base, groups), *(rule for data in more for rule in _of_phrases(data, groups))]
    innocent = [base["innocent"], *(_any_of(data["innocent"], groups) for data in more if "innocent" in data)]
    governed = [_any_of(data["governed"], groups) for data in more if "governed" in data]
    return Lexicon(
        rules=tuple(rules),
        wanted=wanted([rule.source for rule in rules]),
        innocent=tuple(innocent),
        governed="|".join(governed),
        topic=re.compile(base["topic"], _FLAGS),
        topic_after=re.compile(base["topic_after"], _FLAGS),
        tactless=re.compile(base["tactless"], _FLAGS),
    )


def _name(file: Traversable) -> str:
    return file.name


def _groups(sources: Sequence[dict[str, Any]]) -> dict[str, str]:
    """Groups of words by name: patterns of the first source, phrases of the others."""
    groups: dict[str, str] = {}
    for at, data in enumerate(sources):
        for name, words in data.get("words", {}).items():
            groups[name] = _filled(words, groups) if at == 0 else f"(?:{_any_of(words, groups)})"
    return groups


def _of_patterns(data: dict[str, Any], groups: dict[str, str]) -> Iterator[Rule]:
    for entry in data["rule"]:
        for one in _alternatives(_filled(entry["pattern"], groups)):
            yield _rule(entry, one, entry.get("unless", ""))


def _of_phrases(data: dict[str, Any], groups: dict[str, str]) -> Iterator[Rule]:
    for entry in data.get("rule", []):
        unless = _any_of(entry.get("unless", ""), groups)
        for phrase in (part for line in lines_of(entry["phrases"]) for part in parts_of(line)):
            yield _rule(entry, _filled(pattern_of(phrase), groups), unless)


def _any_of(phrases: str, groups: dict[str, str]) -> str:
    return "|".join(_filled(pattern_of(phrase), groups) for phrase in lines_of(phrases))


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


def _rule(entry: dict[str, Any], pattern: str, unless: str) -> Rule:
    return Rule(
        category=entry["category"],
        source=pattern,
        needs=entry["needs"],
        topic=entry.get("topic", False),
        brand=entry.get("brand", True),
        unless=unless,
    )


def _filled(pattern: str, groups: dict[str, str]) -> str:
    """A pattern with its groups put in; "{2}" and a name that no group has stay as they are."""
    return _GROUP.sub(lambda match: groups.get(match.group(1), match.group()), pattern)
