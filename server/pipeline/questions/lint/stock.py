"""Rules about questions that come ready-made: from every list, too wide, or answered by any profile (L11, L13, L21)."""

import re
from dataclasses import dataclass

from server.model import Severity
from server.pipeline.questions.lint.anchors import bound, names_in
from server.pipeline.questions.lint.hit import Hit, at
from server.pipeline.questions.lint.patterns import any_of, lexicon, pattern
from server.pipeline.questions.lint.prepare import MASK, Prepared
from server.pipeline.questions.lint.setting import Setting


@dataclass(frozen=True, slots=True)
class Family:
    """Wordings of one question that everybody asks, and what to ask instead."""

    name: str
    match: re.Pattern[str]
    ask: str


FAMILIES = tuple(
    Family(entry["name"], any_of(*entry["patterns"]), entry["ask"]) for entry in lexicon("cliches")["family"]
)
_VAGUE = any_of(*lexicon("vague")["vague"])
_THINK_OF = pattern(r"\bwhat (?:do|does|did) YOU think (?:of|about)\b")
_CONTRAST = pattern(r"\b(?:against|compared|beside|rather than|versus|now that|given|while|but|after|since)\b")
_FACTS = any_of(*lexicon("vague")["on_any_profile"])


def cliche(prepared: Prepared, setting: Setting) -> Hit | None:
    """L11: everybody asks this. Bound to a quote, a work or a year of theirs it is only a hint."""
    found = [(match, family) for family in FAMILIES if (match := family.match.search(prepared.masked))]
    if not found:
        return None
    free = [pair for pair in found if not bound(prepared.masked, *pair[0].span())]
    match, family = (free or found)[0]
    unbound = Severity.ERROR if setting.slot == 1 else Severity.WARN
    return at(match, unbound if free else Severity.INFO, f"They have been asked this often: {family.name}.", family.ask)


def on_their_profile(prepared: Prepared, _: Setting) -> Hit | None:
    """L13: any profile of them says it."""
    match = None if MASK in prepared.masked else _FACTS.search(prepared.masked)
    return (
        at(match, Severity.ERROR, "Their own pages say this. Look it up, and ask what lies behind it.")
        if match
        else None
    )


def vague(prepared: Prepared, setting: Setting) -> Hit | None:
    """L21: too wide to be answered well."""
    match = _VAGUE.search(prepared.masked) or _opinion(prepared, setting)
    return (
        at(match, Severity.ERROR, "So wide that they can only be polite. Ask for the one thing you need.")
        if match
        else None
    )


def _opinion(prepared: Prepared, setting: Setting) -> re.Match[str] | None:
    """An opinion is asked for: fine of a named thing held against something else."""
    match = _THINK_OF.search(prepared.masked)
    named = MASK in prepared.masked or bool(names_in(prepared.masked, setting.names))
    return None if match and named and _CONTRAST.search(prepared.masked) else match
