"""Step 9: the conversation in rough boxes, with how it opens and closes. The person leads; the clock is theirs to keep."""

import re
from collections.abc import Sequence

from scrapers.sentences import split
from server.model import Interview, Part, Plan, PlanBox, Question, Tier
from server.pipeline.brief.lines import short_goal

# Minutes for opener, core, me, next, close, by length booked: informational interviews run 15 to 60 minutes.
BOXES: dict[int, tuple[int, int, int, int, int]] = {
    15: (1, 8, 4, 1, 1),
    20: (2, 10, 5, 2, 1),
    30: (3, 15, 7, 3, 2),
    45: (4, 24, 10, 4, 3),
    60: (5, 32, 15, 5, 3),
}
SELF, REASON, ENOUGH = 16, 18, 6  # words: whoever is asked for advice has to know for whom
TELLS = re.compile(r"\b(?:gave|told|met|knows?|said|sent|wrote|asked|mentioned)\b", re.IGNORECASE)
RELATIVE = re.compile(r"\b(?:who|that)\b")
KNOWS_THEM = re.compile(r",? (?:who|that) knows? (?:him|her|them)\b", re.IGNORECASE)
MY = re.compile(r"^my ", re.IGNORECASE)  # the cues speak to the user
NOBODY = re.compile(
    r"^(?:nobody|no[- ]?one|none|n/?a|not really|myself|me|I|cold|found (?:him|her|them))\b", re.IGNORECASE
)
SHOWN = re.compile(r"\b(?:show|here(?:'s| is| are)|brought)\b", re.IGNORECASE)
CLAUSE_ENDS = re.compile(r"[,;:.(]|\s[-–—]\s|\s(?=(?:and|but|so|because|which|who|where)\b)")
PARTS = (Part.OPENER, Part.CORE, Part.ME, Part.NEXT, Part.CLOSE)
# How many to ask first and how many if there is time.
ASKED: dict[int, tuple[int, int]] = {15: (2, 2), 20: (3, 2), 30: (4, 3), 45: (6, 4), 60: (8, 5)}


def box_for(minutes: int) -> int:
    """The planned length nearest to, and not longer than, the booking (15 at the least)."""
    return max((length for length in BOXES if length <= minutes), default=15)


def make_plan(interview: Interview, questions: Sequence[Question], read: Sequence[str]) -> Plan:
    """The plan of one talk; read are titles of what the seeker has read, best first."""
    length = box_for(interview.meeting.minutes)
    boxes = tuple(
        PlanBox(
            part=part,
            minutes=minutes,
            questions=tuple(q.id for q in questions if q.part is part and q.tier is not Tier.PARKED),
        )
        for part, minutes in zip(PARTS, BOXES[length], strict=True)
    )
    return Plan(
        minutes=interview.meeting.minutes, opening=_opening(interview, questions, read), boxes=boxes, close=_close()
    )


def _opening(interview: Interview, questions: Sequence[Question], read: Sequence[str]) -> tuple[str, ...]:
    goals = sorted(interview.seeker.goals, key=lambda goal: goal.priority)
    cues = [_thanks(interview.referrer)]
    told = split(interview.seeker.background)
    said = " ".join(told[: 1 if told and len(told[0].split()) >= ENOUGH else 2])  # "27, Glasgow." says too little
    whom = [f"Who you are: {_breath(said, SELF)}"] if said else []
    why = [f"Why you are here: {_breath(goals[0].text, REASON)}"] if goals else []
    if whom or why:
        cues.append(". ".join((*whom, *why)))
    if read:
        cues.append(
            f"You have read {' and '.join(f'“{title}”' for title in read[:2])}, so they can skip the background"
        )
    shows = any(question.part is Part.ME and SHOWN.search(question.text) for question in questions)
    leave = "may you take notes" + (", and show one page later" if shows else "")
    cues.append(f"{interview.meeting.minutes} minutes, you keep the clock; {leave}?")
    return tuple(cues)


def _thanks(referrer: str) -> str:
    """Who sent them. "Ada Pell, who shared an office with her": the name is enough to say, and of "a man at the quay gave me her name" the man."""
    who = KNOWS_THEM.split(re.split(r"[,;:]", referrer, maxsplit=1)[0], maxsplit=1)[0].strip()
    tells = None if RELATIVE.search(who) else TELLS.search(who)
    who = MY.sub("your ", who[: tells.start()].strip() if tells else who)
    sent = who and not NOBODY.match(who)
    return f"Thanks; {who[:1].upper()}{who[1:]} sent you" if sent else "Thanks for making the time"


def _breath(text: str, most: int) -> str:
    """As much of it as one says in a breath: whole, or up to where a clause ends; only where none does, its first words."""
    words = text.rstrip(".!? ").split()
    if len(words) <= most:
        return " ".join(words)
    start = " ".join(words[:most])
    ends = [found.start() for found in CLAUSE_ENDS.finditer(start)]
    whole = start[: ends[-1]] if ends else ""
    return whole if len(whole.split()) >= ENOUGH else short_goal(text, most)


def _close() -> tuple[str, ...]:
    return (
        "Say back one thing you will do, and by when",
        "Ask who else, and whether you may mention their name",
        "Thank them; say when they will hear how it went",
    )
