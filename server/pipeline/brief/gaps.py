"""What the pages do not tell, goal by goal."""

from collections.abc import Sequence

from server.model import Gap
from server.pipeline.brief.write import short_goal
from server.pipeline.evidence.gather import Pool
from server.pipeline.features.stems import stems
from server.pipeline.goals.match import GoalMatch

NEAR = 0.30  # cosine below which nothing on the pages speaks of a goal; read off the fictional interviews
LABEL = 14  # words of a goal shown; a goal may be long, the brief may not


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
