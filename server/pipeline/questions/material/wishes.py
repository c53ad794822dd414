"""A goal as one can say it before a question: "I'm deciding by June whether to leave my job", "I want to test it with patients".

People type goals for themselves: with a verb and no subject, as a question, as a complaint. Grammar only; what would have to be
guessed is not said.
"""

import re

from server.model import Goal
from server.pipeline.features.stems import stems
from server.pipeline.identity.names import Names
from server.pipeline.questions.letters import capital, small_first
from server.pipeline.questions.material.goal_pieces import EASY, names_several_ways, readings, told_beside
from server.pipeline.questions.material.points_away import points_away
from server.pipeline.questions.material.wanted import ADVISED
from server.pipeline.questions.material.with_subject import with_subject
from server.pipeline.questions.signs import MONTHS, WHEN

# "or give it away like you did first": said to them, that is what makes it theirs to answer.
AS_YOU_DID = re.compile(r"\b(?:like|as|the way) you (?:did|do|have)(?: (?:first|before|once|then|with \w+))?$")
LEAST_MATTER = 1  # content words beside dates and what a wish is put with
_FRAME = MONTHS | stems(
    "I'm I'd I've monday tuesday wednesday thursday friday begin end middle decide choose wonder want try find out see know learn work like understand figure"
)
MOST, LONGEST = 23, 24  # words: of the goal alone, with what was added to it
_DILEMMA = re.compile(
    r"^(?:do|should|shall|can|could) (?:I|we) (?P<one>[^,]+?),? or (?P<other>(?!is\b|am\b|will\b|what\b|not\b)[^,]+)$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"^(?P<decide>(?:decide|choose)) (?:un)?till?(?= )", re.IGNORECASE)
# Nobody is deciding by a day, and "if" is what happens, "whether" what is chosen.
_BY_WHEN = re.compile(r"^I'm (?P<ing>deciding|choosing)(?= (?:by|before|until|till)\b)")
_ABOUT_BY = re.compile(r"^I'm deciding (?=about [^,]{3,50} (?:by|before|until) (?:the )?\w+)")
_BARE_YES = re.compile(r"I'm deciding yes\b")  # to what?
_DECIDES = re.compile(r"(?:I'm deciding|I have to decide)\b(?!.*\b(?:this|that|these|those|them)\b)")
_IF = re.compile(r"^(?P<deciding>I'm deciding|I have to decide(?: (?!whether\b)[\w']+){0,8}?) if\b")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b")
_TORN = re.compile(r"\b(?:what|how|whether|which|who|where|why|if|when|to|out)$", re.IGNORECASE)


def wishes(goal: Goal, names: Names) -> tuple[str, ...]:
    """The goal in words to say before a question, the fullest first, each without its stop; () if it will not turn.

    Only the first alternative is said where the whole is too long, for itself or beside what it is said with: the other person asks for the rest.
    """
    added = told_beside(goal, names)
    ways = [said for text in readings(goal, names) if (said := _wish(text, names))]
    alone = next(iter(ways), "")
    short = (
        next((said for said in reversed(ways) if alone.startswith(said)), "") if len(alone.split()) > EASY + 2 else ""
    )
    full = f"{alone}. {capital(added)}" if alone and added else ""
    fit = (_with_names(said, goal.text) for said in (full, alone, short) if said and len(said.split()) <= LONGEST)
    return tuple(dict.fromkeys(fit))


def _with_names(said: str, typed: str) -> str:
    """With the capital of what is a name, as it stands inside a sentence they typed."""
    for name in set(_NAME.findall(typed)):
        said = re.sub(rf"\b{re.escape(small_first(name))}\b", name, said)
    return said


def _wish(text: str, names: Names) -> str:
    if _DILEMMA.match(text):
        return _wish(_DILEMMA.sub(r"decide whether to \g<one> or \g<other>", text), names)
    advised = ADVISED.match(text)
    if advised:
        return (
            _wish(f"figure out {advised['what']}", names).replace("trying to figure out", "wondering")
            if advised["what"]
            else ""
        )
    put = _ABOUT_BY.sub("I have to decide ", with_subject(_UNTIL.sub(r"\g<decide> by", text)))
    said = _IF.sub(r"\g<deciding> whether", _BY_WHEN.sub(_have_to, put))
    asks_them = re.search(r"\b(?:you|your|(?<!like )yours|whom)\b", AS_YOU_DID.sub("", said)) or names.spans(said)
    torn = _BARE_YES.match(said) or (_TORN.search(said) and not said.endswith(" do when"))
    empty = len(stems(re.sub(r"\d+", "", said)) - WHEN - _FRAME) < LEAST_MATTER
    away = points_away(said) and not names_several_ways(text)  # of three ways, one is named
    away = away and not _DECIDES.match(said)  # what they decide on, the opening tells
    empty = empty and not said.endswith("yes or no") and "like yours" not in said
    return "" if asks_them or torn or empty or away or len(said.split()) > MOST else said


def _have_to(found: re.Match[str]) -> str:
    return f"I have to {'decide' if found['ing'].startswith('decid') else 'choose'}"
