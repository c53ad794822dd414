"""How a talk is begun, as cues to say: thanks, who the seeker is, why they are here, what they have read, the minutes.

Whoever is asked for advice has to know for whom; and what a question will name, the rota tool or the four friends, they have to have heard of.
"""

import re
from collections.abc import Iterator, Sequence

from scrapers.sentences import split
from server.model import Interview, Part, Question, Seeker, Tier
from server.pipeline.brief.lines import short_goal
from server.pipeline.features.stems import stems
from server.pipeline.questions.letters import capital
from server.pipeline.referrer import read_referrer

SELF, REASON, ENOUGH = 16, 18, 6  # words
# Words of what the questions name besides; of all cues, a fifth of which is not said: half a minute.
BESIDE, WHOLE = 22, 80
MOSTLY = 0.6  # part of the content words of a goal that a question holds which tells it
EMPTY = stems(
    "go get make take want first start begin know think work time good place ask say tell decide year week month"
)
SHOWN = re.compile(r"\b(?:show|here(?:'s| is| are)|brought)\b", re.IGNORECASE)
CLAUSE_ENDS = re.compile(r"[,;:.(]|\s[-–—]\s|\s(?=(?:and|but|so|because|which|who|where)\b)")
OPEN_BRACKET = re.compile(r"\s*\([^)]*$")
PLANNED = re.compile(r"^My plan\b")


def make_opening(interview: Interview, questions: Sequence[Question], read: Sequence[str]) -> tuple[str, ...]:
    """The cues in the order to say them, half a minute in all. read are titles of what the seeker has read, best first."""
    asked = [question for question in questions if question.tier is not Tier.PARKED]
    told = split(interview.seeker.background)
    first = told[: 1 if told and len(told[0].split()) >= ENOUGH else 2]  # "27, Glasgow." says too little
    whom = [f"Who you are: {_breath(' '.join(first), SELF)}"] if first else []
    reason = _reason(interview.seeker, asked)
    why = [f"Why you are here: {reason}"] if reason else []
    skips = [f"You have read {' and '.join(f'“{title}”' for title in read[:2])}, so they can skip the background"]
    shows = any(question.part is Part.ME and SHOWN.search(question.text) for question in asked)
    leave = "may you take notes" + (", and show one page later" if shows else "")
    ends = [*(skips if read else []), f"{interview.meeting.minutes} minutes, you keep the clock; {leave}?"]
    cues = [_thanks(interview.referrer), *whom, *why, *ends]
    room = WHOLE - sum(len(cue.split()) for cue in cues)
    beside = _named_in(asked, interview.seeker, " ".join(whom), min(room, BESIDE))
    about = ". ".join((*whom, *beside, *why)).replace("….", "…")
    return (cues[0], *([about] if about else []), *ends)


def _reason(seeker: Seeker, asked: Sequence[Question]) -> str:
    """Their first goal; what they want in general where the first goal will be told by a question, which would say it again."""
    first = min(seeker.goals, key=lambda goal: goal.priority, default=None)
    if first is None:
        return ""
    words = stems(first.text)
    told = any(len(stems(question.text) & words) >= MOSTLY * len(words) for question in asked)
    wants = split(seeker.wants)[:1]
    general = told and wants and len(wants[0].split()) >= ENOUGH
    return _breath(wants[0] if general else first.text, REASON)


def _named_in(asked: Sequence[Question], seeker: Seeker, heard: str, most: int) -> tuple[str, ...]:
    """The sentence of the seeker's background, else of their plan, that tells most of what the questions name and nobody has heard of yet."""
    wanted = stems(" ".join(question.text for question in asked)) - stems(heard) - EMPTY
    planned = any(PLANNED.match(question.text) for question in asked)
    plans = () if planned else (f"Your plan: {text}" for text in _short(seeker.plan, most - 2))
    told = (*(capital(text) for text in _short(seeker.background, most)), *plans)
    best = max(told, key=lambda text: len(stems(text) & wanted), default="")
    return (best,) if stems(best) & wanted else ()


def _short(text: str, most: int) -> Iterator[str]:
    for sentence in split(text):
        said = _breath(sentence, most) if most >= ENOUGH else ""
        if said and not said.endswith("…"):
            yield said


def _thanks(typed: str) -> str:
    """Who sent them. "Ada Pell, who shared an office with her": the name is enough to say."""
    who = read_referrer(typed).who
    return f"Thanks; {capital(who)} sent you" if who else "Thanks for making the time"


def _breath(text: str, most: int) -> str:
    """As much of it as one says in a breath: whole, or up to where a clause ends; only where none does, its first words."""
    words = text.rstrip(".!? ").split()
    if len(words) <= most:
        return " ".join(words)
    start = " ".join(words[:most])
    ends = [found.start() for found in CLAUSE_ENDS.finditer(start)]
    whole = OPEN_BRACKET.sub("", start[: ends[-1]].rstrip(" ,;:.")) if ends else ""
    return whole if len(whole.split()) >= ENOUGH else short_goal(text, most)
