"""What the seeker plans, said as one would say it: "to send a report", "four parts: a third meeting, a contest, ..."."""

import re
from collections.abc import Sequence

from server.model import Goal, Language
from server.pipeline.features.months import MONTH
from server.pipeline.features.stems import stems
from server.pipeline.questions.material.facts import SAME_WORDS, as_clause
from server.pipeline.questions.material.typed import whole_words
from server.pipeline.questions.signs import FINITE, MONTHS, WHEN

_ACTS = re.compile(
    r"(?:apply|ask|begin|book|build|buy|call|cut|do|drop|finish|get|give|go|hand|hire|keep|put|pick|quit|interview|invite|join|lease|leave|look|make|move|offer|open|pay|polish|post|prepare|publish|rent|"
    r"run|save|say|sell|see|send|share|show|sign|start|stay|stop|take|talk|teach|test|train|try|visit|volunteer|work|write)\b(?!-)",
    re.IGNORECASE,
)  # what plans begin with, and taggers take for nouns
_HEDGED = re.compile(
    r"(?:,\s+)?\b(?:probably|maybe|perhaps|i guess|i think|i suppose|hopefully|or so)\b,?", re.IGNORECASE
)
_LIKE_THEM = re.compile(r"\b(?P<as>like|as|the way) s?he (?:did|has done)\b")
_NONE_YET = re.compile(
    r"(?:not (?:sure|really|got|yet)|no (?:idea|plan|real plan)|(?:I )?(?:don't|do not|haven't) (?:really )?(?:know|have|got)|dunno|unsure|unclear|nothing|none)\b",
    re.IGNORECASE,
)
_WAITS = re.compile(
    r"[.,;]?\s+(?:and )?(?:then )?(?:we(?:'ll)? )?(?:wait and )?see(?: how it goes| what happens)?\W*$", re.IGNORECASE
)
_NO_ACT = re.compile(r"(?:option|plan|version|variant|choice|idea|goal|step|phase|part)\b", re.IGNORECASE)
_VAGUE = re.compile(r"\b(?:see how|things|stuff|something|somewhere|somehow|whatever)\b", re.IGNORECASE)
_IS_SO = re.compile(
    r"^[\w'-]+ (?:is|are|was|were|will|starts|begins|ends|must)\b", re.IGNORECASE
)  # "interview is 10 December"
_DO_WHAT = frozenset({"DT", "PRP$", "PRP", "UH"})  # no noun is followed by these: "rent the room"
_INSTEAD = re.compile(r"\b(?:instead of|rather than) (?P<what>[^,.;]+)", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\([^)]*\)")
_DATES = MONTHS | stems("spring summer autumn winter begin start")
_ONLY_COUNTED = re.compile(
    r"^(?:\d+|[a-z]+) (?:[a-z]+ )?[a-z]+s$", re.IGNORECASE
)  # "20 learning objectives": and what of them?
PLANNED = 2  # content words beside dates
_SO_MANY = re.compile(r"\b(?:two|three|four|five|six|half|\d+ ?(?:percent|%|days|hours))\b", re.IGNORECASE)
_CUT, LEAST, MOST = re.compile(r"[,;:.]\s+"), 3, 12
WHOLE_MOST, MOST_STEPS, SHORT = 21, 2, 4
_SAYS_WHICH = re.compile(
    r"^(?:an?|the|my|our|one|two|three|four|five|six|seven|eight|nine|ten|some|\d+)\b|^\w+s\b|^\w+ing\b", re.IGNORECASE
)
_ONE_LONG = re.compile(
    r"^(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)[ -](?:hour|day|week|month|year)\b(?!s)",
    re.IGNORECASE,
)  # "nine month course"
_A_ONE = re.compile(
    r"^one[ -](?P<unit>hour|day|week|month|year) (?=[a-z]{3,})(?!(?:off|for|per|with|from|and|before|after|later)\b)",
    re.IGNORECASE,
)  # "one week sprint"
# "From February publish ...": what is to be done says enough.
_TIME_FIRST = re.compile(
    rf"^(?:(?:starting )?(?:from|in|by|on|after) |starting |next |this )(?:early |late |the )?(?:{MONTH}|spring|summer|autumn|winter|year|month|week|january|new year|easter|christmas)(?: \d{{1,2}}(?:st|nd|rd|th)?)?(?: on)?,? (?=[a-z])",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"^(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)[ -](?:days?|weeks?|months?|years?)\b",
    re.IGNORECASE,
)
# A thing of its own in a row of them: "two clients", "a school in autumn".
_NAMED = re.compile(
    r"^(?:an?|the|my|our|one|two|three|four|five|six|seven|eight|nine|ten|some|\d+|on|at|in|from)\b|^\w+s\b",
    re.IGNORECASE,
)
_STEP = re.compile(r"[.,;]\s+")
# Whoever was offered something has no plan yet: "an agency offered me a post".
# "Apply in the fall. Or the desk job": a choice, which a goal asks about.
_STILL_TWO = re.compile(r"^(?:say )?yes or no\b|[.;,] (?:or|otherwise|else)\b(?! so\b)|^either\b", re.IGNORECASE)
_HAPPENED = re.compile(r"\b(?:offered|asked|gave|invited|told|promised|wants?|sent) (?:me|us)\b", re.IGNORECASE)
_IN_TURN = re.compile(r"\b(?:I|we|they|people|week|month|day|year)s?\b", re.IGNORECASE)  # one after the other
_AT_SOME_TIME = re.compile(rf"\b(?:from|in|on|by|until|till)\b|\b(?:{MONTH})\b", re.IGNORECASE)
_GOES_ON = re.compile(r"^(?:and|then|or|so|until|by|with|to|before|after)\b", re.IGNORECASE)
_BARE_YES = re.compile(
    r"^(?:to )?(?:say yes|accept|take it)(?= (?:in|by|for|with|and|at|next|on|from|this|as)\b|[,.;]|$)", re.IGNORECASE
)
_WHETHER = re.compile(
    r"\b(?:whether|if) (?:to|I|i) (?P<act>(?:take|accept|start|join|go|move|leave|apply|sign|begin)\b[^,.;?]*?)(?= or\b| and (?:then |what |how |to |if |I )|[,.;?]|$)"
)
ACT_MOST = 9  # words
_SOMEBODY = re.compile(r"(?:I|I'm|I'll|I'd|who|they|he|she|somebody|nobody)\b", re.IGNORECASE)  # no step of a plan
_AND_THEN = re.compile(r"^(?:and|then|and then) (?:to )?", re.IGNORECASE)
_AND_IF = re.compile(r"^(?:and|but) (?:then )?if\b", re.IGNORECASE)
_IF = re.compile(r"^(?:then )?if\b", re.IGNORECASE)


def named_yes(plan: str, goals: Sequence[Goal]) -> str:
    """A plan that begins with "say yes" or "accept" and does not say to what, with what a goal is to decide: "take the team lead job with a trial of six months"."""
    bare = _BARE_YES.match(plan.strip())
    ways = (found["act"].strip() for goal in goals if (found := _WHETHER.search(goal.text)))
    act = next((way for way in ways if len(way.split()) <= ACT_MOST), "")
    return f"{act}{plan.strip()[bare.end() :]}" if bare and act else plan


def first_step(plan: str, language: Language) -> str:
    """The first clause of a plan, to stand after "my plan is": "to send a report", "five hours a week"; "" if it is too long."""
    step = _CUT.split(_plainly(plan), maxsplit=1)[0] if not _STILL_TWO.search(plan) else ""
    if not LEAST <= len(step.split()) <= MOST or not _says_something(step):
        return ""
    if _acts(step, language):
        return f"to {step}"
    if _ONE_LONG.match(step):
        return f"a {step}"
    if one := _A_ONE.match(step):
        return f"a one-{one['unit']} {step[one.end() :]}"
    happens = FINITE & {
        tag for _, tag in language.tag(step)
    }  # "the school year starts": what comes of itself is no plan
    told = happens or _HAPPENED.search(step)
    return step if _SAYS_WHICH.match(step) and not (_ONLY_COUNTED.match(step) or told) else ""


def _plainly(plan: str) -> str:
    """Without asides, "probably", and what waits and sees; "" where there is no plan yet."""
    if _NONE_YET.match(plan.strip()):
        return ""
    plain = _LIKE_THEM.sub(r"\g<as> you did", _ASIDE.sub("", whole_words(plan)))
    told = as_clause(_TIME_FIRST.sub("", _HEDGED.sub("", plain)))
    return " ".join(_WAITS.sub("", told).rstrip(" .,;").split())


def _says_something(step: str) -> bool:
    """Not only when: "start in September" is no plan to speak of, "go down to three days from April" is."""
    return not _VAGUE.search(step) and (len(stems(step) - WHEN - _DATES) >= PLANNED or bool(_SO_MANY.search(step)))


def whole_plan(plan: str, language: Language) -> str:
    """All that is to be done, to stand after "my plan is": "to ask the director, and to redesign it all"; "" if that is no sentence to say."""
    if _STILL_TWO.search(plan):
        return ""
    clauses = _with_conditions([as_clause(part).removeprefix("to ") for part in _STEP.split(_plainly(plan))])
    told: list[str] = []
    for clause in _without_asides(clauses, language):
        if _IF.match(clause) or _SOMEBODY.match(clause):
            break
        named = _NAMED.match(clause) and len(clause.split()) <= SHORT
        step = _acts(clause, language) or (told and (_GOES_ON.match(clause) or named))
        if not step or len(" ".join((*told, clause)).split()) > WHOLE_MOST - len(told):
            break
        told.append(clause)
    said = _joined(told, language)
    acts = sum(_acts(clause, language) for clause in clauses)
    half = len(told) < min(acts, MOST_STEPS)  # one step of many is no plan
    fits = told and not half and len(said.split()) >= LEAST and ":" not in said and not _VAGUE.search(said)
    return f"to {said}" if fits else ""


def _without_asides(clauses: Sequence[str], language: Language) -> list[str]:
    """Without what only says more of the step before it, where another step follows: "a post at a college, grant money until 2028, and keep ..."."""
    last = max((at for at, clause in enumerate(clauses) if _acts(_AND_THEN.sub("", clause), language)), default=0)
    return [
        clause
        for at, clause in enumerate(clauses)
        if not 0 < at < last
        or _acts(clause, language)
        or _GOES_ON.match(clause)
        or _IF.match(clause)
        or _SPAN.match(clause)
    ]


def _with_conditions(clauses: Sequence[str]) -> list[str]:
    """What is to be done on a condition joined to it: "and if he says no, list the shop"."""
    joined: list[str] = []
    for clause in clauses:
        if joined and _AND_IF.match(joined[-1]) and ", " not in joined[-1]:
            joined[-1] = f"{joined[-1]}, {clause}"
        else:
            joined.append(clause)
    return joined


def _joined(clauses: Sequence[str], language: Language) -> str:
    """The steps as one would say them: with "and to" before a last act, "then" before what has its own time; "" where one is neither."""
    *before, last = clauses or ("",)
    rest = clauses[1:]
    if not before or _GOES_ON.match(last):
        return ", ".join(clauses)
    if not any(_acts(one, language) or _IN_TURN.search(one) or stems(one) & _DATES for one in rest):
        apart = " and " in last  # it says more of the one before
        return (
            ", ".join(before) if apart else f"{', '.join(before)} and {last}"
        )  # things in a row, not one after the other
    named = next((at for at, one in enumerate(clauses) if not (_acts(one, language) or _GOES_ON.match(one))), 0)
    if named and not _AT_SOME_TIME.search(" ".join(clauses[named:])):
        return ""  # whether that is a step of its own, or says more of the one before, nobody can tell
    if named and _SPAN.match(clauses[named]):
        return ", ".join(clauses)
    if named:
        return ", ".join((*clauses[:named], f"then {clauses[named]}", *clauses[named + 1 :]))
    return f"{', '.join(before)}, and to {last}"


def given_up(plan: str, goals: Sequence[Goal]) -> bool:
    """A goal asks for something instead of what the plan holds: "decide what to bring instead of a ten-slide vision"."""
    left = (_INSTEAD.search(goal.text) for goal in goals)
    return any(len(stems(found["what"]) & stems(plan)) >= SAME_WORDS for found in left if found)


def _acts(step: str, language: Language) -> bool:
    """It begins with what is to be done."""
    if _NO_ACT.match(step) or _IS_SO.match(step):
        return False
    tags = [tag for _, tag in language.tag(f"to {step}")[1:3]]
    return (
        tags[:1] == ["VB"]
        or bool(_ACTS.match(step))
        or (tags[:1] in (["NN"], ["NNP"]) and bool(_DO_WHAT & set(tags[1:])))
    )
