"""What their words are: a rule, a forecast, something they do not know."""

from server.pipeline.questions.material.candidate import Candidate
from server.pipeline.questions.material.nearby import RESULT, SINCE, WHY
from server.pipeline.questions.signs import (
    OLD,
    PAST,
    RULE,
    UNKNOWN,
)


def own_words(one: Candidate) -> bool:
    """They say it themselves, on their own page, in an interview or quoted."""
    return one.found.evidence.said_by.theirs


def quote(one: Candidate) -> bool:
    """A short quote of it stands alone."""
    return bool(one.quote)


def rule(one: Candidate) -> bool:
    """The quote tells others what to do."""
    return (
        bool(one.quote)
        and "advice" in one.found.marks.cues
        and bool(RULE.search(one.quote))
        and not PAST.search(one.quote)
    )


def admitted_unknown(one: Candidate) -> bool:
    """They say themselves what they do not know or have not solved, and no later page of theirs comes back to it."""
    return bool(UNKNOWN.match(one.quote)) and not one.settled


def recent(one: Candidate) -> bool:
    """The page carries no date, or one of the last three years: what it tells in the present may still be so."""
    return one.years_old is None or one.years_old < OLD


def older_twin(one: Candidate) -> bool:
    """They spoke of the same matter years before, in words that can be quoted too."""
    return one.twin is not None


def act_after(one: Candidate) -> bool:
    """A later page of theirs tells an act on the same matter."""
    return one.act_after is not None


def why_untold(one: Candidate) -> bool:
    """Its page does not tell right there why."""
    return not WHY.search(f"{one.turn} {one.lead} {one.beside}")


def since_untold(one: Candidate) -> bool:
    """Its page does not tell right there what they think or do since."""
    return not SINCE.search(one.beside)


def outcome_untold(one: Candidate) -> bool:
    """Its page does not tell right there what came of it."""
    return not (RESULT.search(one.beside) or SINCE.search(one.beside))


def expert_here(one: Candidate) -> bool:
    """They show in their own words that they know the matter: advice, a rule, a habit, a lesson."""
    return own_words(one) and bool(one.found.marks.cues & {"advice", "practice", "opinion", "setback", "change"})


PREDICATES = (
    own_words,
    quote,
    rule,
    admitted_unknown,
    recent,
    older_twin,
    act_after,
    why_untold,
    since_untold,
    outcome_untold,
    expert_here,
)
