"""What a marked line tells of something lived through: then one asks how it went on, and the line itself says what to ask.

Two readers each judged 291 endings after 88 marked lines of real people. An ending that goes with any line was said as it stands 6 times
of 100; these go with one kind of line and were said about every second time.
"""

import re

from server.pipeline.questions.conditions.marks import QUOTED
from server.pipeline.questions.material.candidate import Candidate
from server.pipeline.questions.material.perspective import mine_to_yours

_YOU = r"\b[Yy]ou(?: \w+ly| too often| often| also| even| still)?"
FEELING = re.compile(
    rf"{_YOU} (?:felt (?:(?:more|less|so|very|too|quite|a bit|as) )?(?:like|as (?:if|though)|(?!that\b|the\b|it\b)[a-z]+(?:ed|y|less|ful|al|e)\b)|found yourself (?:more|less|bored|alone|stuck|\w+ing)\b|(?:are|were|'re) the only one\b)"
)
CRISIS = re.compile(
    rf"{_YOU} (?:had an? (?:\w+ )?(?:identity |real |small )?crisis|struggled (?:with|to)|were (?:\w+ )?(?:stuck|exhausted|overwhelmed|lonely|out of your depth)|nearly (?:quit|gave up|walked out)|(?:just )?kept putting (?:it|\w+) off)\b"
)
UNTOLD = re.compile(
    rf"{_YOU} (?:had no idea|didn't know|never knew|never noticed|didn't (?:notice|realise|realize|see))\b"
)
# "You were in no way looking to go back": whoever marks that knows that they did.
UNPLANNED = re.compile(
    r"^[Yy]ou (?:were (?:in no way|not|never) (?:looking|planning|thinking|hoping|interested)|never (?:planned|meant|intended|wanted|thought) (?:to|of|that))\b"
)
TEMPTED = re.compile(
    rf"{_YOU} (?:(?:were |are )?(?:\w+ly )?(?:considering|thinking (?:of|about))|(?:\w+ly )?(?:considered|thought (?:of|about))) (?:leaving|quitting|giving (?:it |\w+ )?up|other (?:careers?|jobs?|lines?)\b|going back)"
)
STOPPED = re.compile(r"^(?:In \d{4} )?[Yy]ou stopped (?!by\b)\w+ing\b")
WISHED = re.compile(
    rf"{_YOU} (?:wanted|hoped|wished|planned|aimed|want|hope|plan|aim) (?:to|for|that)\b|\b[Yy]our (?:goal|dream|hope|aim) (?:is|was)\b"
)
OLD_WISH = 2  # years
MOST = 17  # words of the sentence that brings it in


def _lead(one: Candidate) -> str:
    """What brings the mark in, with their words turned to "you"; "" where that takes too long to say."""
    lead = next(iter(one.mark_leads), "")
    told = QUOTED.sub(lambda quote: mine_to_yours(quote[1]), lead)
    return told if len(lead.split()) <= MOST else ""


def tells_a_feeling(one: Candidate) -> bool:
    """The marked line tells how they felt at the time, or what they were not looking for."""
    return bool(FEELING.search(_lead(one)) or UNPLANNED.match(_lead(one)))


def tells_a_crisis(one: Candidate) -> bool:
    """The marked line tells of a hard stretch that is over."""
    return bool(CRISIS.search(_lead(one)))


def tells_what_was_not_seen(one: Candidate) -> bool:
    """The marked line tells what they did not know or notice at the time."""
    return bool(UNTOLD.search(_lead(one)))


def tells_a_temptation(one: Candidate) -> bool:
    """The marked line tells that they thought of leaving."""
    return bool(TEMPTED.search(_lead(one)))


def tells_of_stopping(one: Candidate) -> bool:
    """The marked line tells that they stopped doing something."""
    return bool(STOPPED.search(_lead(one)))


def tells_an_old_wish(one: Candidate) -> bool:
    """The marked line tells what they wanted, a good while ago."""
    return bool(WISHED.search(_lead(one))) and (one.years_old or 0) >= OLD_WISH


PREDICATES = (
    tells_a_feeling,
    tells_a_crisis,
    tells_what_was_not_seen,
    tells_a_temptation,
    tells_of_stopping,
    tells_an_old_wish,
)
