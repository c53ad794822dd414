"""What the pages do not tell, goal by goal, and which page would tell more."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from server.model import ClipStatus, Gap, GoalKind, Standing, Voice
from server.pipeline.brief.lines import short_goal
from server.pipeline.evidence.gather import Pool
from server.pipeline.features.stems import stems
from server.pipeline.goals.match import GoalMatch

NEAR = 0.30  # cosine below which nothing on the pages speaks of a goal; read off the fictional interviews
LABEL = 14  # words of a goal shown; a goal may be long, the brief may not
SHORT = 7
FRESH = timedelta(days=548)  # a year and a half, as for roles
# What a goal of a kind lives on: signs of a passage, and what is missing where none of its ten has one.
_LIVES_ON: Mapping[GoalKind, tuple[frozenset[str], str]] = {
    GoalKind.DECIDE: (frozenset({"setback", "change"}), "what went wrong for them, or what they would do otherwise"),
    GoalKind.FIND_WANT: (frozenset({"change", "setback", "reason"}), "how they found out what they wanted"),
    GoalKind.BREAK_IN: (frozenset({"move", "education", "mentor"}), "how they came in themselves"),
    GoalKind.SKILL: (frozenset({"practice", "counsel"}), "how they do it, step by step"),
    GoalKind.ADVICE: (frozenset({"advice", "counsel"}), "what they look for in work like yours"),
    GoalKind.ORGANISATION: (frozenset({"we"}), "how it is to work there"),
    GoalKind.GROW: (frozenset({"move", "role", "mentor"}), "how they came from one step to the next"),
    GoalKind.START: (frozenset({"money", "number"}), "what it cost and how long it took"),
    GoalKind.MEET: (frozenset({"mentor"}), "whom they learn from or work with"),
}


def find_gaps(matches: Sequence[GoalMatch], pool: Pool) -> tuple[Gap, ...]:
    """One gap a goal on which no page says anything near."""
    return tuple(
        Gap(
            goal=match.goal.id,
            text=f"Nothing in your pages speaks of “{short_goal(match.goal.text, LABEL)}”: ask, or clip one more page.",
        )
        for match in matches
        if not _spoken_of(match, pool)
    )


def _spoken_of(match: GoalMatch, pool: Pool) -> bool:
    words = stems(match.goal.text)
    close = any(float(value) >= NEAR for value in match.near)
    return close or any(len(words & found.marks.stems) >= 2 for found in pool.found)


def find_untold(matches: Sequence[GoalMatch], pool: Pool, gaps: Sequence[Gap]) -> tuple[Gap, ...]:
    """What a goal of its kind lives on and none of its ten passages tells; nothing for goals of which no page speaks at all."""
    silent = {gap.goal for gap in gaps}
    return tuple(
        Gap(
            goal=match.goal.id,
            text=f"“{short_goal(match.goal.text, SHORT)}”: no page tells {_LIVES_ON[match.kinds[0]][1]}.",
        )
        for match in matches
        if match.goal.id not in silent and match.kinds[0] in _LIVES_ON and _is_untold(match, pool)
    )


def _is_untold(match: GoalMatch, pool: Pool) -> bool:
    told = [pool.found[at] for at in match.best]
    if match.kinds[0] is GoalKind.MEET and any(found.evidence.slots.person for found in told):
        return False
    return not any(_LIVES_ON[match.kinds[0]][0] & found.marks.cues for found in told)


def clip_next(standings: Iterable[Standing], dates: Sequence[str], now: datetime) -> str:
    """Which kinds of page are missing, the most telling first, as one line; "" if none is.

    What they wrote tells more than an interview, an interview more than what others say. dates: ISO, of the pages in use.
    """
    voices = {standing.voice for standing in standings if standing.status is ClipStatus.USED}
    wanted = []
    if Voice.OWN not in voices:
        wanted.append("something they wrote")
    if Voice.INTERVIEW not in voices:
        wanted.append("an interview or a podcast with them")
    if not dates or max(dates) < (now - FRESH).date().isoformat():
        wanted.append("something from the last year")
    return f"Worth clipping next: {', '.join(wanted[:2])}." if wanted else ""
