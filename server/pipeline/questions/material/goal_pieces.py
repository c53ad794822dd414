"""How much of a goal is said: the whole, or as much of it as makes sense alone; and what is told beside it."""

import re

from server.model import Goal
from server.pipeline.features.months import MONTH
from server.pipeline.identity.names import Names
from server.pipeline.questions.letters import small_first
from server.pipeline.questions.material.address import goal_to_their_face
from server.pipeline.questions.material.choices import with_its_choice
from server.pipeline.questions.material.of_myself import about_myself
from server.pipeline.questions.material.typed import one_goal
from server.pipeline.questions.material.wanted import ACT

EASY = 15  # words of a goal with its deadline, above which the deadline is left out
ADDED_LEAST, ADDED_MOST = 3, 12  # words told beside it
_EITHER_ACT = re.compile(
    r"^(?!decid|choos)[a-z]+ .+? or (?:just |only |rather |to )*(?P<other>[a-z]+)\b.*$", re.IGNORECASE
)  # "redo the page or just fix it"
_EITHER_WAY = re.compile(r"^(?:go|stay|leave|quit|keep|take) or \w+", re.IGNORECASE)
_ADDED = re.compile(
    r"^(?:but |and |because |since |as )?(?P<told>(?:I|I'm|I've|my|our|we|we're|we've|they|people|nobody|everybody|everyone|it's)\b .+)$",
    re.IGNORECASE,
)
UNSURE = re.compile(r"^I (?:don't know|do not know|have no idea)\b", re.IGNORECASE)
_CLAUSES = re.compile(r"(?:,|;|\.|\?+|\s[-–—])\s+")
_CUT = re.compile(
    r",\s+|;\s+|:\s+|\.\s+|\?+\s+|\s[-–—]\s|\s/\s|\s+or\s+(?:to|first|else|whether|stay|leave|go|keep|take)\b|\s+so (?:that\b|(?=I\b))|\s+and (?=(?:(?:on|at|for|with|to|by) )?(?:how|what|which|where|whether|why|settle|choose|decide|agree)\b)"
)
# Only where it is too long with it.
_LAST_CUT = re.compile(r"\s+(?:without (?=\w+ing\b)|without \w+ \w+ing\b|and (?:not|would)\b|before (?:I|we|it)\b)")
# Of whom, only the seeker knows: "so I've got a case when they review the room".
_VAGUE_TAIL = re.compile(r" (?:when|before|if|because) (?:they|he|she)\b[^,]*$", re.IGNORECASE)
_RUNS_ON = re.compile(
    r",? and (?:learn|find|know|see|understand|decide|settle|choose|agree)\b|\s+and (?=(?:how|what|which|where|whether|why|who)\b)|\s/\s|,\s+and (?=(?:how|what|which|where|whether|why|who)\b)|,\s+(?!(?:or|and|not|from|at|in|on|by|with|for|to)\b)|,.*,|\?\s"
)
_SEVERAL_WAYS = re.compile(
    r"^(?:decid|choos)\w* (?:by [\w ]{2,20} )?(?:between|whether (?:to|I)) (?:[^,.]|,(?=\d))+(?:, (?!or\b|and\b)[^,.]+)+,? (?:or|and) [^,.]+$",
    re.IGNORECASE,
)  # of three ways the first alone is no choice
# A date beside the choice is dead weight where the choice itself would be cut for it.
_DEADLINE = re.compile(
    rf"(?<=decide|choose) (?:by|before|until|till)(?: (?!(?:to|if|whether|between)\b)[\w'-]+){{0,8}}? (?:{MONTH}|spring|summer|autumn|winter)(?: \d{{1,2}})?[,:]?(?= (?:whether|if|what|which|how|between|to)\b)",
    re.IGNORECASE,
)
# "which comes first, bringing the client down or starting on the product": without the two, nobody knows of what.
_WHICH_OF = re.compile(
    r"\bwhich (?:one |of the two |of them )?(?:comes?|is|goes|would|should|do|does)\b[^,]*, [^,]{3,60} or [^,]{3,60}$",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"^(?!(?:the|an?|our|I|I'm|I've|my|we|they|people|nobody|everybody|but|because|what|how|which|where|who|when)\b)(?:[\w'-]+ ){1,4}and (?:[\w'-]+\b ?){1,4}"
)
_LIKE_THEIRS = re.compile(
    r"\b(?:get|have|do) (?:a|the) (?:job|work) like (?:his|hers|her|theirs|yours|your|you|him|them)\b", re.IGNORECASE
)
# Of whom, a choice does not say: "or leave and sell him my half".
_TO_SOMEBODY = re.compile(
    r"^(?P<ways>(?:decide|choose)\b[^.;]*?) and [a-z]+ (?:him|her|them) (?:my|the|our) [^,.;]*$", re.IGNORECASE
)
_HONESTLY = re.compile(
    r"[\s,;]*\b(?:(?:but |and )?(?:I )?(?:don't|do not) know (?:where|how)\b[^,;.]*|honestly|really|actually|somehow|maybe|i guess|please|asap)$",
    re.IGNORECASE,
)


def readings(goal: Goal, names: Names) -> tuple[str, ...]:
    """The goal as it is said, with the interviewee as "you"; then as much of it as makes sense alone, the longest first."""
    plain = _plain(goal, names)
    if names_several_ways(plain) or _WHICH_OF.search(plain):
        return _dated_if_short(plain)
    return _texts(plain, whole=not (_added(plain) or _RUNS_ON.search(plain)))


def told_beside(goal: Goal, names: Names) -> str:
    """What the goal tells beside what is wanted: "they don't have to listen", "I've no money"; "" for nothing."""
    return _added(_plain(goal, names))


def names_several_ways(text: str) -> bool:
    """It is a choice among three or more, said in full."""
    return bool(_SEVERAL_WAYS.match(_DEADLINE.sub("", text)))


def first_clause(plain: str) -> str:
    """Its first clause; "" where that would be a list without its end."""
    either = _EITHER_WAY.match(plain)
    cut = _CUT.search(plain, either.end() if either else 0)
    if not cut:
        return plain
    return "" if _LISTED.match(plain[cut.end() :]) and cut.group().startswith(",") else plain[: cut.start()].strip(" .")


def _added(plain: str) -> str:
    clauses = [part.strip() for part in _CLAUSES.split(plain) if part.strip()]
    return next((told for clause in clauses[1:] if (told := _told(clause))), "")


def _told(clause: str) -> str:
    """What a clause tells, if it tells something of its own."""
    found = _ADDED.match(clause)
    told = found["told"] if found and not UNSURE.match(found["told"]) else ""
    return told if ADDED_LEAST <= len(told.split()) <= ADDED_MOST and not re.search(r"\byou\b", told) else ""


def _texts(plain: str, *, whole: bool) -> tuple[str, ...]:
    """The goal, if the whole can be said; else as much of it as makes sense alone, the longest first."""
    first = first_clause(plain)
    if len(plain.split()) > EASY:
        first = _DEADLINE.sub("", first)
    kept = _VAGUE_TAIL.sub("", plain)
    return (
        *((*_dated_if_short(plain), *((kept,) if kept != plain else ())) if whole else ()),
        first,
        _LAST_CUT.split(first, maxsplit=1)[0],
    )


def _dated_if_short(plain: str) -> tuple[str, ...]:
    """The whole, with its deadline first where that leaves it easy to say."""
    undated = _DEADLINE.sub("", plain)
    return (plain, undated) if len(plain.split()) <= EASY else (undated, plain)


def _plain(goal: Goal, names: Names) -> str:
    """Its text spelled as it is said, with the interviewee as "you"; no stop, no "honestly"."""
    text = about_myself(with_its_choice(_TO_SOMEBODY.sub(r"\g<ways>", one_goal(goal.text))))
    either = _EITHER_ACT.match(text)
    if either and ACT.match(text) and ACT.match(f"{either['other']} it"):
        text = f"decide whether to {small_first(text)}"
    return _LIKE_THEIRS.sub("do a job like yours", goal_to_their_face(_HONESTLY.sub("", text), names))
