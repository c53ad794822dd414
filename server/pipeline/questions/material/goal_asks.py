"""A goal that asks something of them ("learn how she tested the map, so I can ...") turned into the question it is: "How did you test the map?".

Grammar only, and only where the subject is plain: the interviewee, or what is, was or can be. Where two people could be meant, nothing comes back.
"""

import re
from dataclasses import dataclass

from server.model import Goal, Language
from server.pipeline.features.stems import stems
from server.pipeline.identity.names import Names
from server.pipeline.questions.letters import capital, small_first
from server.pipeline.questions.material.address import goal_to_their_face
from server.pipeline.questions.material.direct import direct
from server.pipeline.questions.material.perspective import mine_to_yours
from server.pipeline.questions.material.plain_form import gerund, plain_form
from server.pipeline.questions.material.turned import turned
from server.pipeline.questions.material.typed import one_goal

MOST, LEAST, BESIDES_LEAST = 20, 5, 4  # words
_TOPIC = re.compile(
    r"^(?:(?:I'd like|I want|I would like|want|need) to |to )?(?:learn|understand|find out|see|know|explore|hear|ask)\b (?:more )?(?:about |from \w+ )?(?P<wh>how|what|which [\w-]+|where|when|who)\b(?P<rest>.+)$",
    re.IGNORECASE,
)
_BARE_TOPIC = re.compile(r"^(?P<wh>how|what|where|when)\b(?P<rest> .+)$", re.IGNORECASE)
_CUT = re.compile(
    r"[,;:.]\s+(?!\w+ly\b)|\s+so (?:that )?I\b|\s+and (?=how|what|which|when|where|whether|why|did you|do you|does it|was it|is it|were you)|\s+before I\b|\s+after what\b|\s+or (?=whether|how)",
    re.IGNORECASE,
)
_IN_PRACTICE = re.compile(r", (?:in practice|honestly|really|concretely|day to day), ", re.IGNORECASE)
_WENT = re.compile(r"^it (?:went|goes|was|is)\b(?=.* when\b)")  # stands for what follows
_WHEN_IT_WAS = re.compile(r"\s+(?:when|because|although|while) (?:you|your|the|there|it|nobody)\b")
_ASIDE = re.compile(r"^(?P<wh>\w+), (?:as|in|with|after) [^,]{2,40}, ", re.IGNORECASE)
_HIS = re.compile(r"\b(?:hers|theirs|his(?=$|[,;.]))\b", re.IGNORECASE)
_YOU = re.compile(r"\byour?\b")
_TWO_OF_THEM = re.compile(r"\b(?:the two|both) of them\b", re.IGNORECASE)
_NOT_FOR_THEM = re.compile(r"\b(?:I|my|me|he|she|his|her|him)\b")
_LATER = re.compile(
    r",? and (?=(?:how|what|which|where|who)\b)|(?:[,;.:?]| [-–—]) (?:and )?(?=(?:how|what|which|where|who)\b)",
    re.IGNORECASE,
)
_BESIDES = re.compile(r"^(?P<wh>how|what|which [\w-]+|where|who)\b (?P<rest>.+?)(?:[,;].*)?$", re.IGNORECASE)
_DOES_ITSELF = re.compile(
    r"(?!(?:is|was|has|does)\b|\w+s (?:\w+ed|made|took|gave|found|did|had|said|thought|saw|paid)\b)[a-z]{3,}(?:s|ed) [a-z]+|(?:was|were|is) (?:still |not |ever )?\w+ing\b"
)  # "what falls off first"
_AS_TYPED = re.compile(r"^(?P<asked>(?:do|did|are|were|have) you\b.*?)(?: (?:if|when|because) .*)?$")
_WHY = re.compile(
    r"^(?:(?:I'd like to|I want to|to) )?(?:(?:learn|understand|find out|see|know|ask|hear) )?why you (?:(?P<never>never|didn't|did not) )?(?P<adverb>(?:\w+ly|first|then|also) )?(?P<verb>[a-z]+) (?P<rest>.+)$",
    re.IGNORECASE,
)
# Typed as a question already, or as "how to": what they would do, or what anybody does.
_ASKED = re.compile(
    r"^(?P<wh>how|what|which \w+|where|whom?|when) (?:to (?P<act>\w.+)|(?:(?P<do>do|does|did|can|could|should|would) (?P<who>I|we|one|people|somebody|someone|you)) (?P<said>\w.+))$",
    re.IGNORECASE,
)
_DID_YOU = re.compile(r"\w+ did you\b", re.IGNORECASE)
_HONESTLY = re.compile(r"[\s,]*\b(?:honestly|really|actually|somehow|please)$", re.IGNORECASE)
_LOOSE = re.compile(
    r"\b(?:(?<!one of )(?<!both of )(?<!each of )them|they|(?-i:[Ii]t)|this(?! (?:kind|sort) of)|these|those)\b|\bthat$",
    re.IGNORECASE,
)
# Of a group they speak for: "how they got 60 people to write for free".
_THEY = re.compile(
    r"^(?P<how>(?:(?:learn|understand|find out|know|hear|see) )?how) they(?= [a-z]+(?:ed|t)\b| (?:made|found|built|kept|did|began|ran|grew|chose|won|paid)\b)",
    re.IGNORECASE,
)
_LIKE = re.compile(r"^what (?:it's|its|it is) like (?P<said>(?:to|being)\b.+)$", re.IGNORECASE)
_OF_THEIRS = re.compile(
    r"^(?P<wh>how(?: (?:much|many) [\w ]{2,30}?| long)?|what|where|when|which \w+) (?P<rest>(?:(?:now|really|still|actually) )?you (?!to\b).+)$",
    re.IGNORECASE,
)
# A question already, of whatever: "how does a week divide between code for others and your own books".
_WHOLE_ASK = re.compile(
    r"^(?:how|what|where|when|who|which \w+) (?:does|do|did|is|are|was|were|can|could|would|will) (?:an?|the|your|most|people|other) .+$",
    re.IGNORECASE,
)
_AND_IF = re.compile(r",? and (?:if|whether|how|what|when|why|did you|do you|was it|is it)\b.*$", re.IGNORECASE)
# "how is really the week in clinical trials", as learners write; "what earns in your shop and what not".
_HOW_IS = re.compile(
    r"^how (?P<be>is|are|was|were) (?:really (?P<noun>(?:the|an?|your) .+)|(?P<thing>(?:the|an?|your) [^,]{3,40}?) (?:really|actually))$",
    re.IGNORECASE,
)
_DONE = re.compile(r"\b\w+(?:ed|en)$")
_IN_YOURS = re.compile(r"^what (?!is\b|was\b|does\b)[a-z]+s (?:in|at|on|with|from) your \w.*$", re.IGNORECASE)
# "what the year before you resigned was really like"
_TIME_OF_THEIRS = re.compile(
    r"^what (?P<noun>the (?:[\w'-]+ ){1,3}(?:before|after|when|in which) you (?:[\w'-]+ ){1,6}?)(?P<be>was|were|is|are) (?P<said>(?:really )?like\b.*)$"
)
_HOW_MUCH = re.compile(
    r"^how much of (?:an?|the) [\w' -]{3,40}?'s (?P<span>week|day|month|year|time|work) is (?P<said>.+)$", re.IGNORECASE
)
# "what I really want from school": so did they, once.
_WANTED_FROM = re.compile(
    r"\bwhat (?:it actually is )?I (?:(?:really|actually) )?want from (?P<x>[\w' -]{3,30}?)(?=[:,.;]|$)", re.IGNORECASE
)
_WANTED_TO = re.compile(
    r"\bwhat I (?:(?:really|actually) )?want to (?P<do>(?!leave\b|quit\b|stop\b|avoid\b|keep\b)[a-z]+(?: [a-z]+){0,3})(?=[:,.;]|$)",
    re.IGNORECASE,
)
_IS = re.compile(r"^(?P<wh>what|how) (?P<rest>(?:the|a|an|your) .+? (?:is|are|was|were) .+)$", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;]\s+|[.?]+\s+|\s/\s|\s[-–—]\s")
_EMPTY = stems("look decide know do start think find make go get tell see want need")  # names no matter
_SELF = frozenset({"i", "we"})


@dataclass(frozen=True, slots=True)
class GoalAsk:
    """What a goal asks of them: as a question, and as the clause it is made of ("how you tested the map"); both "" if nothing."""

    question: str = ""
    clause: str = ""


def asked_of_theirs(goal: Goal, names: Names, language: Language) -> GoalAsk:
    """The question a goal holds of something of theirs, turned by the tag of its verb: "where her hours went" -> "Where did your hours go?"."""
    text = _to_their_face(_TWO_OF_THEM.sub("the two of you", _IN_PRACTICE.sub(" ", one_goal(goal.text))), names)
    found = _TOPIC.match(text) or _BARE_TOPIC.match(text)
    rest = _first_clause(found["rest"]) if found else ""
    clause = f"{found['wh'].lower()} {rest}" if found else ""
    asked = direct(clause, language) if _YOU.search(rest) else ""
    loose = _LOOSE.search(_WENT.sub("", rest))
    fits = LEAST <= len(asked.split()) <= MOST and not (_NOT_FOR_THEM.search(asked) or loose)
    return GoalAsk(f"{capital(asked)}?", clause) if fits else GoalAsk()


def _to_their_face(text: str, names: Names) -> str:
    """The goal as said to them: what is hers at its end is "yours"."""
    return goal_to_their_face(_HIS.sub("yours", text), names)


def _first_clause(rest: str) -> str:
    """Its first clause; without when it was, where it would be too long to say."""
    clause = _CUT.split(rest.strip(), maxsplit=1)[0].strip()
    return clause if len(clause.split()) < MOST - 1 else _WHEN_IT_WAS.split(clause, maxsplit=1)[0]


def asked_besides(goal: Goal, names: Names) -> tuple[str, ...]:
    """What a goal asks of them after its first clause, as questions: "..., what he threw away" -> "What did you throw away?"."""
    text = _to_their_face(one_goal(goal.text), names)
    found = (_BESIDES.match(clause.strip()) for clause in _LATER.split(text)[1:])
    asks = (_asked_of_you(clause["wh"].lower(), clause["rest"].rstrip(" ?")) for clause in found if clause)
    return tuple(asked for asked in asks if asked)


def _asked_of_you(wh: str, rest: str) -> str:
    rest = _HONESTLY.sub("", rest)
    rest = _AS_TYPED.sub(r"\g<asked>", rest)
    as_it_is = (wh in {"what", "who"} and _DOES_ITSELF.match(rest)) or _AS_TYPED.match(rest)
    asked = f"{wh} {rest}" if as_it_is else turned(wh, rest)
    of_them = _YOU.search(asked) or asked == f"{wh} {rest}"
    fits = (
        of_them
        and not asked.endswith("n't")
        and BESIDES_LEAST <= len(asked.split()) <= MOST
        and not (_NOT_FOR_THEM.search(asked) or _LOOSE.search(rest))
    )
    return f"{capital(asked)}?" if fits else ""


def asked_in_goal(goal: Goal, names: Names) -> GoalAsk:
    """The question a goal holds, put to the interviewee; empty where it asks nothing of them that grammar can turn."""
    text = _THEY.sub(r"\g<how> you", _to_their_face(_TWO_OF_THEM.sub("the two of you", one_goal(goal.text)), names))
    if why := _WHY.match(text):
        return _made_you(why)
    if wanted := _WANTED_FROM.search(text):
        return _of_what_was_wanted("What did you want from {} at the time?", wanted["x"])
    if wanted := _WANTED_TO.search(text):
        return _of_what_was_wanted("How did you find out what you wanted to {}?", wanted["do"])
    found = _TOPIC.match(text)
    if not found:
        return _typed(text)
    plain = _ASIDE.sub(r"\g<wh> ", f"{found['wh']}{found['rest']}")
    wh = plain[: len(found["wh"])].lower()
    rest = _HONESTLY.sub("", _first_clause(plain[len(found["wh"]) :]))
    asked = _as_written(f"{wh} {rest}") or turned(wh, rest)
    fits = LEAST <= len(asked.split()) <= MOST and not _NOT_FOR_THEM.search(asked)
    return GoalAsk(f"{capital(asked)}?", f"{wh} {rest}") if fits else GoalAsk()


def _of_what_was_wanted(form: str, what: str) -> GoalAsk:
    """What the seeker wants from something, or to do, asked of them: "my life" is theirs then."""
    theirs = mine_to_yours(what)
    return GoalAsk(form.format(theirs)) if theirs and not _NOT_FOR_THEM.search(theirs) else GoalAsk()


def _made_you(why: re.Match[str]) -> GoalAsk:
    """Why they did something, or never did, asked without "why": what made them, what kept them from it."""
    base, rest = plain_form(why["verb"].lower()), _CUT.split(why["rest"], maxsplit=1)[0].strip()
    asked = f"What kept you from {gerund(base)} {rest}?" if why["never"] else f"What made you {base} {rest}?"
    fits = base and LEAST <= len(asked.split()) <= MOST and not (_NOT_FOR_THEM.search(asked) or _LOOSE.search(rest))
    return GoalAsk(asked) if fits else GoalAsk()


def _typed(text: str) -> GoalAsk:
    """A goal that is a question somewhere, or says "how to": what they do or would do."""
    first, *later = [_HONESTLY.sub("", clause).rstrip(". ") for clause in _CLAUSE.split(text)]
    whole = (clause for clause in later if (found := _ASKED.match(clause)) and found["do"])
    asks = (
        (asked, clause)
        for clause in (first, *whole)
        if (asked := _asked(clause))
        and len(stems(asked) - _EMPTY) > (not (_OF_THEIRS.match(clause) or _DID_YOU.match(clause)))
    )
    asked, clause = next(asks, ("", ""))
    fits = LEAST <= len(asked.split()) <= MOST
    said = _AND_IF.sub("", clause) if _OF_THEIRS.match(clause) else ""
    return GoalAsk(f"{capital(asked)}?", small_first(said)) if fits else GoalAsk()


def _as_written(clause: str) -> str:
    """A question that needs hardly a turn; "" for another."""
    whole = _WHOLE_ASK.match(clause) and not _LOOSE.search(clause) and _YOU.search(clause)
    if (like := _HOW_IS.match(clause)) and not _DONE.search(clause):
        return f"what {like['be'].lower()} {like['noun'] or like['thing']} really like"
    if time := _TIME_OF_THEIRS.match(clause):
        return f"what {time['be']} {time['noun']}{time['said']}"
    if much := _HOW_MUCH.match(clause):
        return f"how much of your {much['span']} is {much['said']}"
    if whole or _IN_YOURS.match(clause):
        return re.sub(r" and what not$", "", f"{clause[:1].lower()}{clause[1:].rstrip('?')}")
    return ""


def _asked(clause: str) -> str:
    if written := _as_written(clause):
        return written
    clause = _AND_IF.sub("", clause) if _OF_THEIRS.match(clause) else clause
    like, is_so, found = _LIKE.match(clause), _IS.match(clause), _ASKED.match(clause)
    if like:
        return f"what is it like {like['said']}"
    if is_so:
        return turned(is_so["wh"].lower(), is_so["rest"])
    theirs = _OF_THEIRS.match(clause)
    if theirs and not _LOOSE.search(theirs["rest"]):
        return turned(theirs["wh"].lower(), theirs["rest"])
    said = (found["act"] or found["said"]) if found else ""
    if not found or _LOOSE.search(said) or re.search(r"\bI\b|\band (?:what|how|which|where|whom?)\b", said):
        return ""
    who = (found["who"] or "I").lower()
    do = found["do"].lower() if found["do"] in {"do", "did"} and who == "you" else "would" if who in _SELF else "do"
    return f"{found['wh'].lower()} {do} you {said}"
