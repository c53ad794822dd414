"""A goal with the subject that it is typed without: "leave my job" -> "I want to leave my job", "stay or go" -> "I'm deciding whether to ...".

Grammar only; "" where no subject fits.
"""

import re

from server.pipeline.questions.letters import capital, small_first
from server.pipeline.questions.material.choices import choice_by_name
from server.pipeline.questions.material.goal_pieces import UNSURE, first_clause
from server.pipeline.questions.material.plain_form import gerund
from server.pipeline.questions.material.wanted import ACT, EITHER

_VERBS = {
    "decide": "I'm deciding", "choose": "I'm choosing", "learn": "I'd like to learn", "understand": "I'm trying to understand",
    "find out": "I'd like to find out", "know": "I'd like to know", "see": "I'd like to see", "figure out": "I'm trying to figure out", "find a way": "I'm trying to find a way",
    "work out": "I'm trying to work out", "settle": "I'm trying to settle", "prepare": "I'm preparing", "explore": "I'd like to explore",
}  # fmt: skip
_VERB = re.compile(rf"^(?:to )?(?P<verb>{'|'.join(_VERBS)})\b(?P<rest>\s.+)$", re.IGNORECASE)
_SURE_OF = re.compile(r"^I'd like to find out(?= (?:if|whether)\b)")
_WHICH_WAY = re.compile(
    r"^(?:(?:figure out|work out|find out|know|see|understand) (?P<ways>(?:whether to|(?:whether|if) (?:I|we)(?: should)?\b(?! (?:would|will|am|want|like|enjoy|only|really want|really like)\b)) .+ or (?!if\b|whether\b).+)|"
    r"(?:settle|sort(?: out)?) (?P<one>(?:whether|if|which|what|who)\b.+)|(?P<bare>(?:whether to|whether (?:I|we)|which of (?:my|our)) .+))$",
    re.IGNORECASE,
)  # what is looked for is a decision
_NEEDED = re.compile(
    r"^(?:have|get) (?P<thing>(?:an?|the|my|our|some|two|three) [\w' -]{3,60}? (?:ready|in place|done|finished)\b.*?)(?: when (?:I|we) .*)?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"^I'm (?:deciding|choosing) (?!whether|if|between|by|before|until|till|after|in|at|this|next|yes|which|what|how|when|on|about)(?P<one>[\w' -]{2,40}?) or (?P<other>(?!to\b|whether\b)[\w' -]{2,40})$"
)
_STOPS = frozenset("stop quit wait leave stay go".split())
_TO_DO = re.compile(
    r"^(?P<wh>how|what|which \w+|where|whom?|when|what (?:sort|kind) of \w+) (?:to (?P<act>\w.+)|(?:do|does|can|could|should|would) (?:I|we|one|you|people) (?P<done>(?!know\b|think\b)\w.+))$",
    re.IGNORECASE,
)
_WHETHER = re.compile(
    r"^(?P<be>is|are) (?P<what>(?!it\b|that\b|this\b|there\b)[\w.' -]{2,30}?) (?P<so>(?:enough|worth|possible|realistic|too \w+|a good idea|any good|real|wise|any use)\b.*?)(?: or .*)?$",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"^(?:do|does) (?P<what>(?!I\b|we\b|you\b|it\b)[\w.' -]{2,30}?) (?P<does>(?:work|help|pay|count|matter|make sense|last|hold)\b.*?)(?:,? or .*)?$",
    re.IGNORECASE,
)
_IS_IT = re.compile(
    r"^is it (?P<one>(?!ok\b|worth\b|too\b)[^,?]{3,40}?),? or (?:is it )?(?P<other>[^,?]{3,40})\?*$", re.IGNORECASE
)
_CAN = re.compile(r"^can (?:you|one|people) (?P<do>(?!tell\b|give\b|show\b|help\b)[^,?]+?)(?: or .*)?$", re.IGNORECASE)
_GERUND = re.compile(
    r"^(?P<doing>(?!being\b|nothing\b|something\b|anything\b|everything\b)[a-z]{3,}ing (?:with|on|for|to|without|my|a|an|the|in|alone)\b.+)$",
    re.IGNORECASE,
)
_OF_MINE = re.compile(r"^(?:I|I'm|I've|I'd|my|our|we|we're|we've)\b .+", re.IGNORECASE)
_STATES = re.compile(
    r"\b(?:am|is|are|was|were|have|has|had|do|does|don't|can't|won't|want|need|feel|think|keep|work|I'm|I've|[a-z]{3,}(?<![sui])s|[a-z]{3,}ed)\b(?=.* )",
    re.IGNORECASE,
)


def with_subject(text: str) -> str:
    """The wish with its subject: "I'm deciding", "I want to", "I need"; "" where none fits."""
    verb, act, to_do = _VERB.match(text), ACT.match(text), _TO_DO.match(text)
    does, ways = _DOES.match(text), _WHICH_WAY.match(text)
    if does or ways:
        return _open_still(does, ways)
    if verb:
        put = _SURE_OF.sub("I'd like to know", f"{_VERBS[verb['verb'].lower()]}{verb['rest']}")
        return _BETWEEN.sub(_between, put)
    if needed := _NEEDED.match(text):
        return f"I need {needed['thing']}"
    if act:
        lead = "I'm deciding whether to" if EITHER.search(act["act"]) else "I want to"
        return f"{lead} {small_first(act['act'])}"
    if to_do:
        return f"I'm trying to work out {to_do['wh'].lower()} to {to_do['act'] or to_do['done']}"
    return choice_by_name(text) or _wondered(text) or _of_mine(text)


def _between(found: re.Match[str]) -> str:
    other = gerund(found["other"]) if found["other"] in _STOPS else found["other"]
    return f"I'm deciding between {found['one']} and {other}"


def _open_still(does: re.Match[str] | None, ways: re.Match[str] | None) -> str:
    """What is not settled: whether something works, or which way to go."""
    if does:
        return f"I'm wondering whether {does['what']} {does['does']}"
    way = (ways["ways"] or ways["one"] or ways["bare"]) if ways else ""
    return f"I'm deciding {small_first(way)}"


def _of_mine(text: str) -> str:
    """What the seeker does or is, as they typed it."""
    if _GERUND.match(text):
        return f"I want to get better at {text[:1].lower()}{first_clause(text)[1:]}"
    tells = _OF_MINE.match(text) and _STATES.search(text) and not UNSURE.match(text)
    return capital(text) if tells else ""


def _wondered(text: str) -> str:
    """A closed question of their own, as what they wonder."""
    whether, is_it, can = _WHETHER.match(text), _IS_IT.match(text), _CAN.match(text)
    if whether:
        return f"I'm wondering whether {whether['what']} {whether['be'].lower()} {whether['so']}"
    if is_it:
        return f"I'd like to know if it's {is_it['one']} or {is_it['other']}"
    return f"I'm wondering whether one can {can['do']}" if can else ""
