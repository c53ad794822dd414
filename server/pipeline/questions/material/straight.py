"""What a goal wants to know, asked straight out: "find out what I'd lose if I left" -> "What would I lose if I left?".

"I'd like to find out how to prepare two tutors; how did you go about it?" says twice what one breath holds. Grammar only; a decision
is not asked of anybody: it is told (`wishes`).
"""

import re
from dataclasses import dataclass

from server.model import Goal, Language
from server.pipeline.features.months import MONTH
from server.pipeline.features.stems import stems
from server.pipeline.identity.names import Names
from server.pipeline.questions.letters import capital
from server.pipeline.questions.material.address import speaks_of_them
from server.pipeline.questions.material.as_typed import as_typed
from server.pipeline.questions.material.direct import direct
from server.pipeline.questions.material.goal_pieces import readings
from server.pipeline.questions.material.perspective import mine_to_yours
from server.pipeline.questions.material.plain_form import gerund
from server.pipeline.questions.material.points_away import points_away
from server.pipeline.questions.material.wanted import act_wanted
from server.pipeline.questions.pronouns import OURS

MOST, LEAST = 21, 5  # words
SHOULD_LEAST = 4  # "what should I charge"
MATTER = 1  # content words
ACT_LEAST = 4  # words: "pick contracts" says too little to be tried
_NO_VERB = re.compile(r"(?:first|second|next|last|two|three|some|an?|the|my|our)\b", re.IGNORECASE)
_SHOULD = re.compile(r"what should (?:I|we) (?!say\b|tell\b|know\b|learn\b|do\b|choose\b)")
_LIGHT = stems("do make get take have start begin keep know really good thing way need want ask look")
_INITIAL = re.compile(r"\b[B-HJ-Z]\b")  # of a name that only the seeker knows
_FRAME = re.compile(
    r"^(?:(?:I )?(?:want|would like|need|hope|'d like) to |to )?(?:learn|understand|find out|see|know|hear|work out|figure out|settle|explore|(?:decide|choose|prepare)(?= how to\b)|"
    r"(?:get|have) (?:an idea|some idea|a feeling|a feel|a sense|a picture|clear))\b(?: more| better)?(?: about| of| for| on)? (?P<rest>.+)$",
    re.IGNORECASE,
)
_HEADED = re.compile(
    r"^[^:]{3,40}: (?=(?:learn|understand|find out|see|know|hear|work out|figure out)\b)", re.IGNORECASE
)
_WITH_SOMEBODY = re.compile(
    r"\bwith (?:somebody|someone|anybody|anyone|a person|people) who\b", re.IGNORECASE
)  # that is whoever is asked
_WAY = re.compile(
    r"^(?:(?:find|have|see|know|learn|work out|figure out) )?(?:a|some|the|any) (?:good |better )?ways? to (?P<act>.+)$",
    re.IGNORECASE,
)
# What an offer is answered with is a decision.
_DECIDED_HOW = re.compile(r"^(?:decide|choose)\b.*\bhow to (?:spend|answer|split|price|respond)\b", re.IGNORECASE)
_DO_I_NEED = re.compile(
    r"^do (?:I|we) (?:really |even )?need (?P<what>(?:an?|the) [\w' -]{3,40}?)(?: or not)?$", re.IGNORECASE
)
_IF_CAN = re.compile(
    r"^(?:if|whether) (?P<who>(?:(?:some|any)(?:body|one)|people|one|an?|the|you)(?: (?!can\b)[\w'-]+){0,4}) can (?P<does>(?:still |really |even )?\w+ .+)$",
    re.IGNORECASE,
)
_HOW_TO = re.compile(r"^(?:how to|to) (?P<act>\w.+)$", re.IGNORECASE)
_WH_TO = re.compile(
    r"^(?P<wh>(?:what|which|how much|how many|where|when)\b(?: (?!(?:who|that|I|you|we|it|they|one|next|due|up|close|back|is|are|was|were|has|have|had|needs?|ought|fits?)\b)[\w-]+){0,5}?) to (?P<act>(?!(?:an?|the|my|our|your|that|this)\b)\w.+)$",
    re.IGNORECASE,
)
_AND_ALSO = re.compile(
    r"(?:,? (?:and|or)|:|,) (?=(?:(?:on|at|for|with|to|by) )?(?:how|what|which|where|whether|when|why|if)\b).*$",
    re.IGNORECASE,
)
# What is said of them in passing: "how it goes with music beside a job, now he has had it for two years".
_REMARK = re.compile(
    r",\s+(?:(?:now|since|because|as|but|and|though|although) )?(?:s?he|his|her)\b[^.;?]*", re.IGNORECASE
)
_YOU = re.compile(r"\byour?\b", re.IGNORECASE)
_SO_AS_TO = re.compile(r", (?:for|so as to|in order to) .*$", re.IGNORECASE)
_DEADLINE = re.compile(
    rf" (?:by|before|until|till)(?: [\w'-]+){{0,6}}? (?:\d{{1,2}} (?:of )?)?(?:{MONTH})(?: \d{{1,2}})?[.?]?$",
    re.IGNORECASE,
)  # mine, and nothing to do with how it is done
_OTHERS_AND_ME = re.compile(r"\b(?:who|that) (?:\w+ ){0,3}\w+ me\b")  # "those who didn't pick me" picked nobody else
_OF_THE_ACT = re.compile(
    r" (?:without|instead of|before) \w+ing\b[^,]* (?:to|on|over|into|with) it$| without it \w+ing\b[^,]*$"
)  # it is what is done
_EMPTY_IT = re.compile(
    r"\b(?:is|was|would be) it (?=(?:to|worth)\b)|\b(?:does|did) it (?=(?:really |actually )?(?:(?:go|work|feel|look|end)\b.* when\b|(?:go|work|feel) (?:to|with)\b|(?:cost|take) to\b))"
)  # stands for what follows
_NOBODY_KNOWS = re.compile(
    r"\bwhat (?:we|I)(?:'ve| have) \w+$|^(?:which|what|how many) of (?:our|my)\b|^what do I\b.*\bwant\b|^what goes\b.*\b(?:form|application)\b|\bdue (?:by )?\d",
    re.IGNORECASE,
)
_THAN_I = re.compile(r"\bthan I\b")  # turned to "you", it would be said of them
_SAYS_I, _ONE_OF_MINE = re.compile(r"\bI\b"), re.compile(r"\bmy (?!own\b)\w", re.IGNORECASE)
_SENTENCE = re.compile(r"[.?!]\s+")
_ANYBODY = re.compile(r"(?<=when )you\b|(?<=if )you\b|(?<=before )you\b|(?<=until )you\b")
_OURSELVES = re.compile(r"\bourselves\b", re.IGNORECASE)
_NOT = re.compile(r"^not (?P<verb>[a-z]+)\b", re.IGNORECASE)
# "fix how I run the talks": asked for is how they are run.
_FIX_HOW = re.compile(r"^(?:fix|improve|change|rethink|sort out|work on) how (?:I|we) (?P<act>\w.+)$", re.IGNORECASE)
_I_CANNOT = re.compile(r"\bI (?:can't|cannot|don't|won't|never|couldn't|didn't)\b")
_BE = re.compile(r"^be (?=(?P<done>\w+ed\b|taken|heard|seen|chosen|paid)|\w)", re.IGNORECASE)
_READY = re.compile(r"^be (?=ready|prepared|able)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Straight:
    """A goal asked straight out, with its mark; where it is something the seeker wants to do, that act in their own words; where it is a clause, that. Each "" where there is none."""

    question: str = ""
    act: str = ""
    clause: str = ""


NOTHING_STRAIGHT = Straight()


def asked_straight(goal: Goal, names: Names, language: Language) -> Straight:
    """The goal as the question it is; nothing where it asks what grammar cannot turn, decides, or speaks of somebody as "he" or "she"."""
    texts = readings(goal, names)
    # What is left of a goal without "he" or "she" is not what they want to know.
    asks = _AND_ALSO.sub("", _SENTENCE.split(goal.text, maxsplit=1)[0])
    of_them = speaks_of_them(_REMARK.sub("", asks), names)
    if _REMARK.search(asks):
        texts = tuple(text for text in texts if not _YOU.search(text))
    asked = (found for text in texts if (found := _asked(text, language)) != NOTHING_STRAIGHT)
    return NOTHING_STRAIGHT if of_them else next(asked, NOTHING_STRAIGHT)


def _asked(text: str, language: Language) -> Straight:
    if _DECIDED_HOW.match(text):
        return NOTHING_STRAIGHT
    text = _DEADLINE.sub("", _SO_AS_TO.sub("", _HEADED.sub("", _SENTENCE.split(text, maxsplit=1)[0])))
    frame = _FRAME.match(text)
    rest = _AND_ALSO.sub("", frame["rest"].strip() if frame else text)
    if typed := _opened(text, rest) or as_typed(rest):
        return Straight(_fit(typed, least_matter=0))
    act = _WAY.match(text) or _WAY.match(rest) or _HOW_TO.match(rest)
    done = act["act"] if act else "" if frame or _WITH_SOMEBODY.search(text) else act_wanted(text)
    to_do = _WH_TO.match(rest)
    if done:
        return Straight(_fit(_how(done, mine=not act)), _to_do(done))
    if to_do:
        return Straight(_fit(_should(to_do["wh"].lower(), to_do["act"])))
    asked = _fit(direct(rest, language))
    return Straight(asked, clause=rest if asked else "")


def _opened(text: str, rest: str) -> str:
    """Whether something can be, asked as how it can; whether one needs something, as how people fare without it; "" for neither."""
    can, needed = _IF_CAN.match(rest), _DO_I_NEED.match(text)
    if can:
        return f"how can {can['who']} {can['does']}"
    return f"how far do people get without {needed['what']}" if needed else ""


def _should(wh: str, act: str) -> str:
    """What is to be done, asked: by us where it says so."""
    who = "we" if _OURSELVES.search(act) else "I"
    return f"{wh} should {who} {_ANYBODY.sub(who, act)}"


def _fit(asked: str, least_matter: int = MATTER) -> str:
    """With its capital and its mark; "" where it cannot be said. least_matter is how many content words it takes."""
    least = SHOULD_LEAST if _SHOULD.match(asked) else LEAST
    said = least <= len(asked.split()) <= MOST and not points_away(_OF_THE_ACT.sub("", _EMPTY_IT.sub("", asked)))
    told = said and not _NOBODY_KNOWS.match(asked) and len(stems(asked) - _LIGHT) >= least_matter
    return f"{capital(asked)}?" if told and not _INITIAL.search(asked) else ""


def _to_do(act: str) -> str:
    """What the seeker wants to do, to stand after "I want to"; "" where it cannot be said so."""
    plain = _NOT.sub(lambda found: f"avoid {gerund(found['verb'].lower())}", act)
    turned = _FIX_HOW.match(plain)
    says_enough = len(plain.split()) >= ACT_LEAST and len(stems(plain) - _LIGHT) > MATTER
    return plain if says_enough and not (turned or _NO_VERB.match(plain)) and _fit(f"how do I {plain}") else ""


def _how(act: str, *, mine: bool) -> str:
    """How one does it: "you" is they and anybody, and the seeker too. What only I am about to do, and what is ours, they do not: it is "I" or "we" then."""
    act = _NOT.sub(lambda found: f"avoid {gerund(found['verb'].lower())}", act)
    act = _BE.sub(lambda found: "get " if found["done"] else "stay ", _READY.sub("get ", act))
    if fixed := _FIX_HOW.match(act):
        return f"how do you {fixed['act']}"
    ours = OURS.search(act) or _ONE_OF_MINE.search(act)
    if (
        _OTHERS_AND_ME.search(act)
        or _I_CANNOT.search(act)
        or (_SAYS_I.search(act) and (ours or mine or _THAN_I.search(act)))
    ):
        return f"how do I {act}"  # what only I am about to do, turned to "you" all through, would hand them my life
    if ours:  # said with "you", it would be theirs
        return f"how do {'we' if OURS.search(act) else 'I'} {act}"
    anybody = mine_to_yours(act)
    return f"how do you {anybody}" if anybody else ""
