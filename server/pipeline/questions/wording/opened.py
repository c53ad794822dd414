"""One query asked openly and kindly, by rules that are data (`opened.toml`)."""

import re
import tomllib
from dataclasses import dataclass
from importlib import resources

_RULES = tomllib.loads((resources.files(__package__) / "opened.toml").read_text(encoding="utf-8"))["rules"]
_SLOT = re.compile(r"\{([\w|:]+)\}")
_FOR_ME = re.compile(r"(?<=[a-z]) (?:or something|or not|really|exactly|for real)$")


@dataclass(frozen=True, slots=True)
class Rule:
    """when fits the whole of a query; says is what to offer, the closest first, none if nothing would be honest."""

    when: re.Pattern[str]
    says: tuple[str, ...]


RULES = tuple(Rule(re.compile(when, re.IGNORECASE), tuple(say for say in says if say)) for when, *says in _RULES)


def opened(query: str) -> tuple[str, ...] | None:
    """Wordings that ask the same openly, the closest first; none if no wording would be honest, None if no rule knows it.

    query: spelled out, to "you", without its mark.
    """
    for rule in RULES:
        found = rule.when.fullmatch(query)
        if found:
            return tuple(_filled(say, found) for say in rule.says)
    return None


def _filled(say: str, found: re.Match[str]) -> str:
    filled = _SLOT.sub(lambda slot: _value(slot[1], found), say)
    return " ".join(filled.split())


def _value(slot: str, found: re.Match[str]) -> str:
    """The first of the names in a slot that was caught, else what stands at its end as a word; x:lead and x:rest part a phrase."""
    if ":" in slot:
        name, _, part = slot.partition(":")
        lead, _, rest = found[name].partition(" ")
        return lead if part == "lead" else f" {rest}" if rest else ""
    groups = found.groupdict()
    for name in slot.split("|"):
        if name not in groups:
            return name
        if groups[name]:
            return _FOR_ME.sub("", groups[name]).rstrip(" ,") if not groups[name].startswith(" ") else groups[name]
    return ""
