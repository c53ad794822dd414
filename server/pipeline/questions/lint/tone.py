"""Rules about how a question sounds: loaded, flattering, hypothetical, in jargon (L07-L10, L17, L18)."""

import re

from server.model import Part, Severity
from server.pipeline.questions.lint.hit import Hit, at
from server.pipeline.questions.lint.patterns import any_of, lexicon, pattern
from server.pipeline.questions.lint.prepare import Prepared
from server.pipeline.questions.lint.queries import WH, tokens
from server.pipeline.questions.lint.setting import Setting

_TONE = lexicon("tone")
_LEADING = any_of(*_TONE["leading"])
_OPEN_TO_CORRECTION = any_of(*_TONE["open_to_correction"])
_NEGATED = pattern(
    r"\b(?:don't|wouldn't|isn't|aren't|didn't|doesn't|won't|shouldn't|couldn't|wasn't|weren't|haven't|hasn't) (?:YOU|it|that|this|we|there)\b"
)
_TRIGGER = any_of(*_TONE["trigger"])
_TRIGGER_FINE = any_of(*_TONE["trigger_fine"])
# What stands before it since the last stop: "I'm deciding whether to".
_OF_MYSELF = re.compile(r"(?:^|[.?!;]\s*)(?:I|I'm|I've|I'd|my|we|our)\b(?![^.?!;]*\byou)[^.?!;]*$", re.IGNORECASE)
_HYPERBOLE = any_of(*_TONE["hyperbole"])
_EVER = pattern(r"\bever\b")
_REMARK = any_of(*_TONE["remark"])
_HYPOTHETICAL = any_of(*_TONE["hypothetical"])
_MY_OWN_PLAN = pattern(
    r"\bmy (?:\w+ ){0,3}(?:plan|list|portfolio|page|draft|case|place|shoes|situation|cv|résumé|resume)\b"
)
_JARGON = any_of(*_TONE["jargon"])
_CAPITALS = re.compile(r"\b[A-Z]{3,}(?=s?\b)")
_CLAUSE_START = re.compile(r"(?:^|.*[,;:.?!—–]\s)", re.DOTALL)


def leading(prepared: Prepared, _: Setting) -> Hit | None:
    """L07: the answer expected stands in the question."""
    match = _negated(prepared.masked) or _LEADING.search(prepared.masked)
    if not match or _OPEN_TO_CORRECTION.search(prepared.masked, match.start()):
        return None
    return at(match, Severity.ERROR, "This tells them what to answer. Take your guess out and ask what it was like.")


def trigger(prepared: Prepared, setting: Setting) -> Hit | None:
    """L08: a word that stings, unless they used it of themselves, or the seeker says it of their own."""
    for match in _TRIGGER.finditer(prepared.masked):
        fine = bool(_OF_MYSELF.search(prepared.masked[: match.start()])) or any(
            other.start() <= match.start() < other.end() for other in _TRIGGER_FINE.finditer(prepared.masked)
        )
        if not fine and match.group().lower() not in setting.own_words:
            message = f"“{match.group()}” may hurt, and then they answer the word. Ask about what they chose next."
            return at(match, Severity.WARN, message)
    return None


def praise(prepared: Prepared, setting: Setting) -> Hit | None:
    """L09: exaggeration and praise make people play down what they did. What they or the seeker said so themselves is neither."""
    for match in _HYPERBOLE.finditer(prepared.masked):
        if not _in_a_name(prepared.masked, match) and match.group().lower() not in setting.told:
            return at(
                match, Severity.WARN, f"“{match.group()}” makes people play it down. Say the plain fact, then ask."
            )
    ever = _EVER.search(prepared.masked)
    return at(ever, Severity.INFO, "“Ever” asks for a whole life. Name a time.") if ever else None


def remark(prepared: Prepared, setting: Setting) -> Hit | None:
    """L10: a comment before the question. Thanks belong to the opening."""
    match = None if setting.part is Part.OPENER else _REMARK.search(prepared.masked)
    return (
        at(match, Severity.WARN, "This is a comment. Keep it for the thanks; here the bare question is stronger.")
        if match
        else None
    )


def hypothetical(prepared: Prepared, _: Setting) -> Hit | None:
    """L17: guesses are polite fiction. Advice on the seeker's real plan is none."""
    match = _HYPOTHETICAL.search(prepared.masked)
    if not match or _MY_OWN_PLAN.search(prepared.masked):
        return None
    return at(match, Severity.WARN, "People guess kindly and wrongly. Ask for the last time it really happened.")


def jargon(prepared: Prepared, setting: Setting) -> Hit | None:
    """L18: words nobody uses with a friend, and abbreviations that stand on none of their pages."""
    match = _JARGON.search(prepared.masked)
    if match and match.group().lower() not in setting.own_words:
        return at(match, Severity.INFO, f"Would you say “{match.group()}” to a friend? A plain word asks more.")
    if not setting.capitals:
        return None
    for capitals in _CAPITALS.finditer(prepared.masked):
        if capitals.group() not in setting.capitals and capitals.group() != "QUOTE":
            return at(capitals, Severity.INFO, f"None of their pages says “{capitals.group()}”. Spell it out.")
    return None


def _negated(text: str) -> re.Match[str] | None:
    """Negation before the subject ("don't you think"); "what don't you do any more" and "why don't you" are something else."""
    for match in _NEGATED.finditer(text):
        opening = _CLAUSE_START.match(text[: match.start()])
        before = text[opening.end() if opening else 0 : match.start()]
        if not WH & set(tokens(before)):
            return match
    return None


def _in_a_name(text: str, match: re.Match[str]) -> bool:
    """A capitalised word inside the sentence belongs to a name: the World Class Maintenance Award."""
    before = text[: match.start()].rstrip()
    return match.group()[:1].isupper() and bool(before) and before[-1] not in ".!?;:,"
