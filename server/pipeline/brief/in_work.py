"""Whether they work for somebody or for themselves, and whether they are still where a page has them.

An old card or profile that calls somebody independent, or has them at a place they have left, is the mistake that is heard first in a
conversation. Both sides are read by what is written: a line that holds today, and their own account of the step that ends it.
"""

from collections.abc import Iterator

from server.pipeline.brief.claims import YEAR
from server.pipeline.brief.tellings import Telling, Told, one_each
from server.pipeline.brief.work_said import Kind, State, states
from server.pipeline.evidence.found import Found


def work_told(told: Told) -> list[Telling]:
    """A page that has them as they no longer are, and their own account of the step, each passage once."""
    said = [(found, state) for found, of in told.each(states) for state in of]
    plainest = sorted(_ended(said), key=lambda pair: (not YEAR.search(pair[2].evidence.exact), pair[1].marks.words))
    of = {about: (then, step) for about, then, step in reversed(plainest)}  # the plainest comes last and stays
    return one_each([Telling(about, pair) for about, pair in of.items()])


def _ended(said: list[tuple[Found, State]]) -> Iterator[tuple[str, Found, Found]]:
    """Pairs of a state that a page gives as today's and the later step that ended it, with what it is about."""
    for step, to in said:
        if to.kind not in {Kind.HIRED, Kind.LEFT} or not _is_last(step, to, said):
            continue
        for then, was in said:
            if then.clip.id == step.clip.id or not _may_be_today(then, step):
                continue
            if to.kind is Kind.HIRED and was.kind is Kind.ALONE:
                yield "independent", then, step
            elif to.kind is Kind.LEFT and was.kind is Kind.HELD and was.where & to.where:
                yield " ".join(sorted(was.where & to.where)), then, step


def _may_be_today(then: Found, step: Found) -> bool:
    """A page without a date is read as today's, but for what it says began after the step; a dated one is wrong only from the step on."""
    begun = then.evidence.slots.start[:4] or max(YEAR.findall(then.evidence.exact), default="")
    return begun < _year(step) and (not then.evidence.when or then.evidence.when[:4] > _year(step))


def _is_last(step: Found, to: State, said: list[tuple[Found, State]]) -> bool:
    """No page undoes it: who was hired and has left since may well be independent again, and who left may have come back."""
    if to.kind is Kind.LEFT:
        there = (found for found, other in said if other.kind is Kind.HELD and other.where & to.where)
        return not any(found.evidence.slots.start[:4] >= _year(step) for found in there)
    return not any(other.kind is Kind.LEFT and found.evidence.when > step.evidence.when for found, other in said)


def _year(found: Found) -> str:
    """The year a step is told for: the one it names, else that of its page; "9999" where nothing says."""
    named = YEAR.findall(found.evidence.exact)
    return max(named) if named else found.evidence.when[:4] or "9999"
