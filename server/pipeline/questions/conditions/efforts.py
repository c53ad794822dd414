"""What they tried, won, refused, kept to or nearly lost, and what they did many times: each invites one story."""

import re

from server.pipeline.questions.material.candidate import Candidate
from server.pipeline.questions.signs import WHEN_LEAD

_YOU = rf"^{WHEN_LEAD}you(?:'d|'ve| had| have)? (?:(?:\w+ly|also|then|first|just|even|once|simply|since) )?"
_FEW = r"(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty|thirty|forty|[3-9]|[1-9]\d)"
_ASKED = re.compile(
    rf"{_YOU}(?:asked|surveyed|polled|interviewed) (?:everyone|everybody|all|each|every|{_FEW}|a hundred|hundreds)\b",
    re.IGNORECASE,
)
_CHOSEN = (
    "(?:"
    + "|".join(
        "ask asked use used put take taken took accept accepted charge charged pay paid let send sent work worked hire hired publish published buy bought sell sold give given gave show shown allow allowed sign signed write written wrote tell told miss missed turn turned apply applied borrow borrowed play played record recorded do done answer answered start started open opened read bring brought go gone went book booked keep kept print printed".split()
    )
    + ")"
)  # what one can choose to do
_NEVER = re.compile(
    rf"(?:{_YOU}|\band you(?:'ve| have)? )never (?:yet )?(?:once )?{_CHOSEN}\b(?! been\b)(?!.*\b(?:before|until|till) (?:(?:19|20)\d\d|that|then)\b)",
    re.IGNORECASE,
)
_KEEPS_TO = re.compile(
    rf"{_YOU}(?:(?:only ever|always(?! (?:worked|lived|been|had)\b)|only) {_CHOSEN}|refuse to (?!be\b)\w+)\b(?!.*\b(?:was|were|had|did)\b)",
    re.IGNORECASE,
)
_KEEPS_TO_IN_WORDS = re.compile(
    rf"^I(?:'ve| have)? (?:still )?(?:(?:never|always|only ever|only) {_CHOSEN}|refuse to (?!be\b)\w+)\b", re.IGNORECASE
)
_REFUSED = re.compile(
    rf"{_YOU}(?:turned (?:\w+ )?down|declined|said no to|walked away from|refused) (?!to be\b)", re.IGNORECASE
)
_NEARLY = rf"{_YOU}(?:nearly|almost) "
_NEARLY_LOST = re.compile(rf"{_NEARLY}(?:lost|went under|ran out|went bankrupt|missed)\b", re.IGNORECASE)
_NEARLY_LEFT = re.compile(
    rf"{_NEARLY}(?:left|quit|gave up|stopped|dropped|sold|closed|walked away|turned back|said no|resigned|cancelled)\b",
    re.IGNORECASE,
)
_IN_VAIN = re.compile(
    rf"(?:{_YOU}|\b[Ii]n between you had )tried\b.*\b(?:couldn't|could not|didn't (?:work|help|hold|last|take)|nobody|no one|failed|gave it up|stopped working|fell apart)\b",
    re.IGNORECASE,
)
_HOLDS_STILL = re.compile(r"\bstill (?:do|am|believe|think|say|hold|want|feel)\b", re.IGNORECASE)
_ONCE_HELD = re.compile(
    rf"{_YOU}used to (?:think|say|tell|believe|want|insist|argue|advise|teach|recommend|write|hold|promise|expect)\b",
    re.IGNORECASE,
)
_SINCE_YEAR = re.compile(r"^Since (?:\w+ )?(?P<year>(?:19|20)\d\d),? you've \w+")
_HAD_SOMEBODY = re.compile(
    rf"{_YOU}(?:had|hired|met|taught|coached|managed|mentored|worked with|trained|knew) (?:an?|one) (?:[\w-]+ ){{1,4}}?(?:who|whose)\b",
    re.IGNORECASE,
)
_LONG = 3  # years of a habit after which much may have changed


def asked_many(one: Candidate) -> bool:
    """They asked many people something."""
    return bool(_ASKED.search(one.turn))


def never_did(one: Candidate) -> bool:
    """They never did a thing that one can choose to do."""
    return bool(_NEVER.search(one.turn))


def keeps_to_it(one: Candidate) -> bool:
    """They tell a rule of their own that they keep to."""
    return bool(_KEEPS_TO.search(one.turn))


def keeps_to_it_in_words(one: Candidate) -> bool:
    """The quote is a rule of their own that they keep to."""
    return bool(_KEEPS_TO_IN_WORDS.match(one.quote))


def refused_it(one: Candidate) -> bool:
    """They said no to something."""
    return bool(_REFUSED.search(one.turn))


def nearly_lost_it(one: Candidate) -> bool:
    """Something was nearly lost, and was not."""
    return bool(_NEARLY_LOST.search(one.turn))


def nearly_left_it(one: Candidate) -> bool:
    """They nearly gave something up, and did not."""
    return bool(_NEARLY_LEFT.search(one.turn))


def tried_in_vain(one: Candidate) -> bool:
    """They tried something, and it did not do."""
    return bool(_IN_VAIN.search(one.turn))


def once_held(one: Candidate) -> bool:
    """They used to say, think or want something."""
    return bool(_ONCE_HELD.search(one.turn)) and not _HOLDS_STILL.search(one.beside)


def for_years_now(one: Candidate) -> bool:
    """They have been doing something since a year they name, three or more years ago."""
    found = _SINCE_YEAR.match(one.turn)
    return found is not None and one.now_year - int(found["year"]) >= _LONG


def had_somebody(one: Candidate) -> bool:
    """They tell of somebody they hired, taught or worked with, by what that one did."""
    return bool(_HAD_SOMEBODY.search(one.turn))


PREDICATES = (
    had_somebody,
    asked_many,
    never_did,
    keeps_to_it,
    keeps_to_it_in_words,
    refused_it,
    nearly_lost_it,
    nearly_left_it,
    tried_in_vain,
    once_held,
    for_years_now,
)
