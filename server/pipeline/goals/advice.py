"""Help with the wording of a goal. Always help, never an error: a goal is the person's own."""

import re
from collections.abc import Callable

from server.model import Goal
from server.pipeline.features.stems import stems

LONG = 30  # words
DO = re.compile(
    r"\b(?:decid\w+|choos\w+|choose|find|learn|get|understand|build|start|draft|plan|test|try|know|see|write|change|pick|rank|check|"
    r"compare|apply|prepare|figure|work out|settle|meet|hear|advice|understand|explore)\b",
    re.IGNORECASE,
)
HOLLOW = re.compile(
    r"\b(?:network(?:ing)?|learn (?:more )?about|expand my|get to know the|information|insights?)\b", re.IGNORECASE
)
UNKNOWN = re.compile(
    r"\b(?:whether|if|how|what|which|who|whom|why|where|when|between|or|advice|don't know|not sure|unsure|assum\w+|should)\b",
    re.IGNORECASE,
)
BY_WHEN = re.compile(
    r"\b(?:by|before|until|in|this|next|from)\s+(?:the\s+)?(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|fall|"
    r"winter|week|month|year|end|my last|christmas|easter|monday|friday)",
    re.IGNORECASE,
)
ABOUT_ME = re.compile(r"\b(?:I|my|me|mine|I'm|I've)\b")
JOB = re.compile(
    r"\b(?:get|land|find|be given) (?:a |an |the )?(?:\w+ )?(?:job|internship|position|offer)\b|\bget hired\b|\bbe hired\b",
    re.IGNORECASE,
)
LOOK_UP = re.compile(
    r"\b(?:salary|salaries|requirements|qualifications|deadline|fees?|how many|address|opening hours)\b", re.IGNORECASE
)
VAGUE = re.compile(r"\b(?:anything|whatever|open to|everything|something interesting)\b", re.IGNORECASE)
SOMEONE_ELSES = re.compile(
    r"\bmy (?:parents?|mother|father|boss|family|partner) (?:wants?|thinks?|says?|expects?)\b", re.IGNORECASE
)
TWO = re.compile(r"[;.] +(?!I\b)[A-Z]|\band (?:also )?(?:learn|find|decide|get|meet|understand)\b")

_CHECKS: tuple[tuple[Callable[[Goal, frozenset[str]], bool], str], ...] = (
    (
        lambda goal, _: not DO.search(goal.text) or bool(HOLLOW.search(goal.text)),
        "Say what you will decide or do with the answer; then the questions can aim at it.",
    ),
    (
        lambda goal, _: not UNKNOWN.search(goal.text),
        "Name what you do not know yet: which answer would change your mind?",
    ),
    (lambda goal, _: not BY_WHEN.search(goal.text), "A date helps: by when do you need to know?"),
    (lambda goal, _: not ABOUT_ME.search(goal.text), "One fact about you would let them answer for your case."),
    (
        lambda goal, _: bool(JOB.search(goal.text)),
        "A job rarely comes from asking for one. Ask how people like you got in, or what they would change in your plan.",
    ),
    (
        lambda goal, _: bool(LOOK_UP.search(goal.text)),
        "You may be able to look this up; keep the minutes for what only they know.",
    ),
    (
        lambda goal, _: len(goal.text.split()) > LONG or bool(TWO.search(goal.text)),
        "This looks like two goals in one; split it and rank them.",
    ),
    (
        lambda goal, known: bool(known) and not (stems(goal.text) | stems(" ".join(goal.hints))) & known,
        "Your pages share no word with this. The right question for somebody else, or a page is missing?",
    ),
    (
        lambda goal, _: bool(VAGUE.search(goal.text)),
        "If anything will do, you will get anything. What would you be sorry to leave without?",
    ),
    (lambda goal, _: bool(SOMEONE_ELSES.search(goal.text)), "This sounds like somebody else's wish. What is yours?"),
)


def advise(goal: Goal, known: frozenset[str]) -> tuple[str, ...]:
    """What could make a goal easier to serve, most important first; known are the stems of the pages' evidence."""
    return tuple(help_text for applies, help_text in _CHECKS if applies(goal, known))
