"""Step 9: the conversation in rough boxes, with how it opens and closes. The person leads; the clock is theirs to keep."""

from collections.abc import Sequence

from server.model import Interview, Part, Plan, PlanBox, Question, Tier
from server.pipeline.opening import make_opening

# Minutes for opener, core, me, next, close, by length booked: informational interviews run 15 to 60 minutes.
BOXES: dict[int, tuple[int, int, int, int, int]] = {
    15: (1, 8, 4, 1, 1),
    20: (2, 10, 5, 2, 1),
    30: (3, 15, 7, 3, 2),
    45: (4, 24, 10, 4, 3),
    60: (5, 32, 15, 5, 3),
}
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
        minutes=interview.meeting.minutes, opening=make_opening(interview, questions, read), boxes=boxes, close=_close()
    )


def _close() -> tuple[str, ...]:
    return (
        "Say back one thing you will do, and by when",
        "Ask who else, and whether you may mention their name",
        "Thank them; say when they will hear how it went",
    )
