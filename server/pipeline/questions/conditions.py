"""The predicates that moves of the bank name. Each is one tested function of a candidate; there are no expressions in data."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from scrapers.page import Place
from server.model import SaidBy
from server.pipeline.evidence.gather import Found
from server.pipeline.questions.signs import (
    ACTED,
    BEGINNING,
    BESIDE_WORK,
    CHOOSING,
    FIRST_PERSON,
    FORECAST,
    GENERAL,
    HABIT,
    LAPSE,
    LEAVING,
    LONG,
    MAIN_VERB,
    MOVING,
    NOTICING,
    OLD,
    OPENERS,
    PARTICULAR,
    PAST,
    RULE,
    SMALL_TALK,
    STANCE,
    STATEMENT,
    STRAW,
    UNKNOWN,
    VERDICT,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One piece of evidence with what could be made of it; "" or None where nothing could.

    now_year is the year of the talk. years_old is its age by the page's own date, None if undated. work is the title of the
    page if it is a piece of their own. twin is an older own passage on the same matter.
    """

    at: int  # index into the pool
    found: Found
    quote: str = ""
    turn: str = ""
    work: str = ""
    fact: str = ""
    plan: str = ""
    assumption: str = ""
    show: str = ""
    who: str = ""
    now_year: int = 0
    near_me: float = 0.0  # cosine to the nearest of the seeker's plan, assumption and thing to show
    best_of_page: bool = False
    settled: bool = False  # a later page of theirs comes back to the same matter
    marked: str = ""  # a quote out of what the seeker marked, less strict than quote
    twin: "Candidate | None" = None
    before: Found | None = None  # the job before this one

    @property
    def year(self) -> str:
        """The year the page carries, "" if none."""
        return self.found.evidence.when[:4]

    @property
    def years_old(self) -> int | None:
        """Age in years by the page's own date."""
        return self.now_year - int(self.year) if self.year else None


def own_words(one: Candidate) -> bool:
    """They say it themselves, on their own page, in an interview or quoted."""
    return one.found.evidence.said_by in {SaidBy.OWN, SaidBy.QUOTED}


def quote(one: Candidate) -> bool:
    """A short quote of it stands alone."""
    return bool(one.quote)


def claim(one: Candidate) -> bool:
    """The quote holds something to be true, good or bad: a view of theirs or a general statement; not news, wishes or small talk."""
    if (
        not one.quote
        or SMALL_TALK.search(one.quote)
        or STRAW.match(one.quote)
        or (_event(one.quote) and not VERDICT.search(one.quote))
    ):
        return False
    about_things = not FIRST_PERSON.search(one.quote)
    return bool(STANCE.match(one.quote)) or (
        about_things and bool(STATEMENT.search(one.quote) or VERDICT.search(one.quote))
    )


def general_rule(one: Candidate) -> bool:
    """The quote is a claim about no one case: a word of all or none, nobody's first person."""
    return claim(one) and bool(GENERAL.search(one.quote)) and not FIRST_PERSON.search(one.quote)


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


def forecast(one: Candidate) -> bool:
    """They said what they expect to happen, on a page at least a year old, and no later page of theirs comes back to it."""
    old = one.years_old is not None and one.years_old >= 1
    return old and bool(FORECAST.match(one.quote)) and not one.settled


def past_act(one: Candidate) -> bool:
    """They tell one thing they did, no mishap, with something particular in it: a number, a name, a year."""
    mishap = "setback" in one.found.marks.cues or LAPSE.search(one.found.evidence.exact)
    return not mishap and bool(ACTED.match(one.turn)) and bool(PARTICULAR.search(one.turn[4:]))


def turn(one: Candidate) -> bool:
    """It could be turned to "you" safely, and is short enough to say."""
    return bool(one.turn) and one.found.evidence.said_by is SaidBy.OWN


def verb_of_leaving(one: Candidate) -> bool:
    """Its main verb leaves or ends something with a name, a date or a place of work."""
    return _verb_of(one, LEAVING) and bool(MOVING.search(one.turn[3:]))


def verb_of_choosing(one: Candidate) -> bool:
    """Its main verb takes one way of several, at work."""
    return _verb_of(one, CHOOSING) and bool(MOVING.search(one.turn[3:]))


def verb_of_beginning(one: Candidate) -> bool:
    """Its main verb begins something."""
    return _verb_of(one, BEGINNING)


def verb_of_noticing(one: Candidate) -> bool:
    """Its main verb notices or learns something."""
    return _verb_of(one, NOTICING) and len(one.turn.split()) >= 5


def setback_of_their_own(one: Candidate) -> bool:
    """They tell a lapse of their own, in words that name it."""
    plain = not re.search(r"\b(?:should have|will|would|wouldn't|won't|don't|can't|must|if|could)\b", one.turn)
    return bool(LAPSE.search(one.turn)) and plain and one.found.evidence.said_by is SaidBy.OWN


def habit(one: Candidate) -> bool:
    """They tell what they do again and again, in the present."""
    return "practice" in one.found.marks.cues and bool(HABIT.search(one.turn)) and not PAST.search(one.turn)


def three_years_old(one: Candidate) -> bool:
    """The page carries a date at least three years before the talk."""
    return one.years_old is not None and one.years_old >= OLD


def older_twin(one: Candidate) -> bool:
    """They spoke of the same matter years before, in words that can be quoted too."""
    return one.twin is not None


def own_work(one: Candidate) -> bool:
    """The page is a titled piece of their own."""
    return bool(one.work)


def argues(one: Candidate) -> bool:
    """The passage holds a view, so that its page can be argued with."""
    return bool(one.found.marks.cues & {"opinion", "advice", "claim"}) and "we" not in one.found.marks.cues


def page_best(one: Candidate) -> bool:
    """It is the best passage of its page: what is asked about the page as a whole rests on it."""
    return one.best_of_page


def marked_by_me(one: Candidate) -> bool:
    """The seeker marked it, and it can be quoted."""
    return bool(one.marked)


def job_row(one: Candidate) -> bool:
    """It is a job line with a role, an organisation and a start; nothing done beside the work."""
    slots = one.found.evidence.slots
    filled = bool(slots.role and slots.org and slots.start) and _named(slots.org)
    return one.found.passage.place is Place.ROW and filled and not BESIDE_WORK.search(slots.role)


def job_before(one: Candidate) -> bool:
    """Another job line ends in the year this one starts, at another organisation."""
    return one.before is not None


def eight_years_there(one: Candidate) -> bool:
    """They have been there for eight years and still are."""
    slots = one.found.evidence.slots
    return slots.end == "now" and slots.start[:4].isdigit() and one.now_year - int(slots.start[:4]) >= LONG


def expert_here(one: Candidate) -> bool:
    """They show in their own words that they know the matter: advice, a rule, a habit, a lesson."""
    return own_words(one) and bool(one.found.marks.cues & {"advice", "practice", "opinion", "setback", "change"})


def seeker_fact(one: Candidate) -> bool:
    """There is something about the seeker to set beside it."""
    return bool(one.fact)


def seeker_plan(one: Candidate) -> bool:
    """The seeker has a plan."""
    return bool(one.plan)


def seeker_assumption(one: Candidate) -> bool:
    """The seeker named an assumption."""
    return bool(one.assumption)


def seeker_show(one: Candidate) -> bool:
    """The seeker has something to show."""
    return bool(one.show)


def seeker_looks_for_people(one: Candidate) -> bool:
    """A goal describes the people looked for."""
    return bool(one.who)


def named_person(one: Candidate) -> bool:
    """Their passage names somebody they learned from or worked with."""
    return bool(one.found.evidence.slots.person) and "mentor" in one.found.marks.cues


def always(_: Candidate) -> bool:
    """No condition."""
    return True


_ALL: tuple[Callable[[Candidate], bool], ...] = (
    own_words, quote, claim, general_rule, rule, turn, verb_of_leaving, verb_of_choosing, verb_of_beginning, verb_of_noticing,
    setback_of_their_own, habit, three_years_old, older_twin, own_work, job_row, job_before, eight_years_there, expert_here,
    seeker_fact, seeker_plan, seeker_assumption, seeker_show, seeker_looks_for_people, named_person, always, admitted_unknown,
    forecast, past_act, page_best, marked_by_me, argues,
)  # fmt: skip
PREDICATES: Mapping[str, Callable[[Candidate], bool]] = {predicate.__name__: predicate for predicate in _ALL}


def _verb_of(one: Candidate, verbs: frozenset[str]) -> bool:
    found = MAIN_VERB.match(one.turn)
    return found is not None and found["verb"].lower() in verbs


def _event(text: str) -> bool:
    return bool(re.match(r"^(?:In|By|After|Before|Since|On)\b", text)) or bool(
        PAST.search(text) and not OPENERS.match(text)
    )


def _named(org: str) -> bool:
    return org[:1].isupper() and len(org.split()) <= 6 and "(" not in org
