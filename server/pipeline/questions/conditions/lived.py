"""What a marked line tells of something lived through: then one asks how it went on, and the line itself says what to ask.

Two readers each judged 291 endings after 88 marked lines of real people. An ending that goes with any line was said as it stands 6 times
of 100; these go with one kind of line and were said about every second time.
"""

import re

from server.pipeline.questions.conditions.marks import QUOTED
from server.pipeline.questions.material.candidate import Candidate
from server.pipeline.questions.material.perspective import mine_to_yours

_YOU = r"\b[Yy]ou(?: \w+ly| too often| often| also| even| still)?"
# By a list, not by how the word ends: "happy" and "useful" end as "lonely" and "bored" do, and nothing has to change there.
_LOW = (
    r"(?:bored|alone|lonely|stuck|lost|trapped|isolated|adrift|excluded|ignored|invisible|unheard|exhausted|tired|drained|(?:burnt|burned|left|stressed) out"
    r"|overwhelmed|overworked|frustrated|powerless|helpless|hopeless|useless|guilty|ashamed|embarrassed|anxious|afraid|scared|worried|nervous|angry|bitter"
    r"|sad|miserable|unhappy|unfulfilled|unappreciated|undervalued|uninspired|empty|numb|restless|uneasy|uncomfortable|insecure|inadequate|stupid"
    r"|out of (?:place|\w+ depth)|disconnected|disillusioned|discouraged|confused|torn)"
)
_MUCH = r"(?:(?:so|very|too|quite|pretty|rather|really|a bit|a little|increasingly|utterly|completely|totally|more and more|more) )?"
FEELING = re.compile(
    rf"{_YOU} (?:felt|found yourself) {_MUCH}(?:{_LOW}\b(?! to (?:see|hear)\b)|like an? (?:impost[eo]r|fraud|failure|outsider|stranger)\b|more like an? [^,.]+ than an? )"
    rf"|{_YOU} felt less (?:and less )?(?:sure|confident|useful|happy|free|motivated|at home)\b"
    rf"|{_YOU} found yourself (?:dreading|hating|resenting|avoiding|struggling|worrying|drifting)\b"
    rf"|{_YOU} were the only one(?: left| there| in the \w+)?(?=[.”]|$)"
)
# One feels low for others' sake, and what comes at last is what one had wanted.
RELIEF = re.compile(
    r"\b(?:at last|finally|for once|no longer)\b|\bfor (?:the first time|(?:your|the) (?!\w+ (?:year|month|week)))"
)
CRISIS = re.compile(
    rf"{_YOU} (?:had an? (?:\w+ )?(?:identity |real |small )?crisis|struggled (?:with|to)|were (?:(?!never|not)\w+ )?(?:stuck|exhausted|overwhelmed|lonely|out of your depth)|nearly (?:quit|gave up|walked out)|(?:just )?kept putting (?:it|\w+) off)\b"
)
# A whole clause of what was so: not a thing ("the point of it"), not a skill ("how to draw"), not what nobody could know ("whether").
_WHOSE = r"(?:the|your|our|their|a|an|most|some|all|no|every|many|half|nobody|no one|everybody|everyone|people|it|this|they|there|you)"
_WAS = r"(?:was|were|had|did|could|would|felt|left|thought|knew|wanted|needed|meant|cared|liked|hated|paid|cost|took|went|came)(?:n't)?"
_SO = rf"(?:that {_WHOSE} |that \w+ {_WAS}\b|{_WHOSE} (?:(?!you|we|they|who|that|which)[\w'-]+ ){{0,3}}?{_WAS}\b|(?:how|what|why|who|where|when) (?!to\b|you (?:were|was|wanted)\b)[\w'-]+ [\w'-]+)"
UNTOLD = re.compile(
    rf"{_YOU} (?:(?:had no idea|didn't know|never knew|never noticed|didn't (?:notice|realise|realize)) {_SO}|didn't see (?:that {_WHOSE} |(?:[\w'-]+ ){{1,3}}coming\b))"
)
# "You were in no way looking to go back": whoever marks that knows that they did.
UNPLANNED = re.compile(
    r"^[Yy]ou (?:were (?:in no way|not|never) (?:looking|planning|thinking|hoping|interested)|never (?:(?:planned|meant|intended|wanted) (?:to|of|that)|thought of \w+ing|thought that you(?:'d| would)))\b"
)
_END = r"(?=[.,;”]|$)"
TEMPTED = re.compile(
    rf"{_YOU} (?:(?:were |are )?(?:\w+ly )?(?:considering|thinking (?:of|about))|(?:\w+ly )?(?:considered|thought (?:of|about))) "
    rf"(?:(?:leaving|quitting)(?: (?!an?\b|it\b|some\b|them\b)(?!.*\b(?:to|behind)\b)|{_END})|giving (?:it (?:all )?)?up{_END}|other (?:careers?|jobs?|lines?)\b|going back{_END})"
)
WENT = re.compile(
    r"\b(?:and|so|then|until|before) (?:then )?you (?:did|left|quit|went)\b|\band (?:then )?(?:did|left|quit|went)\b"
)
# Nothing is missed where a burden goes.
STOPPED = re.compile(
    r"^(?:In \d{4} )?[Yy]ou stopped (?!(?:by|being|feeling|worrying|fearing|doubting|caring|pretending|apologi[sz]ing)\b)\w+ing\b"
)
# What is said in the act of writing it ("wanted to thank") has turned out already.
WISHED = re.compile(
    rf"{_YOU} (?:wanted|hoped|wished|planned|aimed|want|hope|plan|aim) (?:to (?!(?:\w+ly )?(?:thank|say|show|tell|share|mention|add|point|note|ask|know|hear|see (?:if|whether|how|what|why)|be (?:sure|clear|honest|fair))\b)|for (?!nothing\b)|that\b)|\b[Yy]our (?:goal|dream|hope|aim) (?:is|was)\b"
)
OLD_WISH = 2  # years
MOST = 17  # words of the sentence that brings it in


def _lead(one: Candidate) -> str:
    """What brings the mark in, with their words turned to "you"; "" where that takes too long to say."""
    lead = next(iter(one.mark_leads), "")
    told = QUOTED.sub(lambda quote: mine_to_yours(quote[1]), lead)
    return told if len(lead.split()) <= MOST else ""


def tells_a_feeling(one: Candidate) -> bool:
    """The marked line tells how low they felt at the time, or what they were not looking for."""
    lead = _lead(one)
    return bool(UNPLANNED.match(lead) or (FEELING.search(lead) and not RELIEF.search(lead)))


def tells_a_crisis(one: Candidate) -> bool:
    """The marked line tells of a hard stretch that is over."""
    return bool(CRISIS.search(_lead(one)))


def tells_what_was_not_seen(one: Candidate) -> bool:
    """The marked line tells what they did not know or notice at the time."""
    return bool(UNTOLD.search(_lead(one)))


def tells_a_temptation(one: Candidate) -> bool:
    """The marked line tells that they thought of leaving, and not that they went."""
    lead = _lead(one)
    return bool(TEMPTED.search(lead)) and not WENT.search(lead)


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
