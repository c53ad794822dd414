"""Passages to be read side by side: two tellings of one fact, a change of mind told as such, then and now.

Opposite opinions cannot be found by likeness of meaning (it was tried: none of 17); so nothing here claims that two opinions
clash. Numbers and years of the same thing can be compared, and an old and a new page can stand beside each other.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from server.model import Conflict, ConflictKind
from server.pipeline.brief.counts import counts
from server.pipeline.brief.dates import turns_told
from server.pipeline.brief.in_work import work_told
from server.pipeline.brief.looking_back import looked_back_on
from server.pipeline.brief.posts import posts_told
from server.pipeline.brief.tellings import Telling, Told
from server.pipeline.brief.then import then_told
from server.pipeline.evidence.gather import Found, Pool
from server.pipeline.goals.match import GoalMatch

HOLDS = frozenset({"opinion", "advice", "change", "prediction", "claim", "practice"})
YEARS_APART = 2
NEAR, SAME = 0.5, 0.85  # cosine: about one matter, but not the same sentence again
MOST_TOLD = 6


def conflicts(pool: Pool, matches: Sequence[GoalMatch]) -> tuple[Conflict, ...]:
    """Disagreements of numbers and dates first, then one then-and-now a goal."""
    return (*islice(_told(Told.on(pool)), MOST_TOLD), *_then_and_now(pool, matches))


def _told(told: Told) -> Iterator[Conflict]:
    """All that two pages tell differently, the surest kind first; what would not be shown is not looked for."""
    for look in (work_told, counts, turns_told, posts_told):
        yield from (_conflict(ConflictKind.DISAGREEMENT, one) for one in look(told))
    yield from (_conflict(ConflictKind.CHANGE_OF_MIND, one) for one in looked_back_on(told))
    yield from (_conflict(ConflictKind.THEN_AND_NOW, one) for one in then_told(told))


def _conflict(kind: ConflictKind, telling: Telling) -> Conflict:
    return Conflict(about=telling.about, kind=kind, evidence=_ids(telling.passages))


def _then_and_now(pool: Pool, matches: Sequence[GoalMatch]) -> list[Conflict]:
    pairs: list[Conflict] = []
    used: set[str] = set()
    for match in matches:
        dated = [at for at in match.ranked[:60] if _dated_own(pool.found[at])]
        if not dated:
            continue
        pair = _far_apart(pool, dated)
        if pair and not used & {found.evidence.id for found in pair}:
            used |= {found.evidence.id for found in pair}
            pairs.append(Conflict(about=match.goal.id, kind=ConflictKind.THEN_AND_NOW, evidence=_ids(pair)))
    return pairs


def _far_apart(pool: Pool, dated: Sequence[int]) -> tuple[Found, ...]:
    """The nearest pair in meaning among well-placed passages that lie years apart, older first."""
    best: tuple[float, tuple[Found, ...]] = (NEAR, ())
    for i, j in combinations(dated[:30], 2):
        a, b = pool.found[i], pool.found[j]
        if abs(int(a.evidence.when[:4]) - int(b.evidence.when[:4])) < YEARS_APART:
            continue
        near = float(pool.vectors[i] @ pool.vectors[j])
        if best[0] < near < SAME:
            best = (near, tuple(sorted((a, b), key=lambda found: found.evidence.when)))
    return best[1]


def _dated_own(found: Found) -> bool:
    signs = found.marks.cues
    tells = bool(signs & HOLDS) and not signs & {"question", "anaphora", "self_reference", "list_lead"}
    return (
        found.sure and bool(found.evidence.when) and found.evidence.said_by.theirs and found.marks.words >= 5 and tells
    )


def _ids(found: Sequence[Found]) -> tuple[str, ...]:
    return tuple(one.evidence.id for one in found)
