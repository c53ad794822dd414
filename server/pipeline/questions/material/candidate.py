"""One piece of evidence with all that could be made of it for a question."""

from dataclasses import dataclass

from server.pipeline.evidence.gather import Found
from server.pipeline.questions.material.notes import NOTHING_NOTED, Noted


@dataclass(frozen=True, slots=True)
class Candidate:
    """One piece of evidence with what could be made of it; "" or None where nothing could.

    now_year is the year of the talk. years_old is its age by the page's own date, None if undated. twin is an older own passage on the same matter.
    """

    at: int  # index into the pool
    found: Found
    quote: str = ""
    turn: str = ""
    plan: str = ""
    plan_whole: str = ""  # all of it, as "to ..."; plan_short its first clause
    plan_short: str = ""
    assumption: str = ""
    show: str = ""
    who: str = ""
    now_year: int = 0
    decides: bool = False  # a goal of the seeker's is a decision
    moves_on: bool = False  # a goal or the plan has to do with where the seeker works
    wishes: tuple[str, ...] = ()  # a goal as "I'm deciding whether ...", where the question is about that goal alone
    decided_too: bool = False  # it tells of a step of theirs much like what that goal decides
    did_alike: bool = False  # it tells of something they did that is much like that goal
    goal_question: str = (
        ""  # what that goal asks of them, as a question; where a page tells it, goal_read is the clause it is made of
    )
    goal_read: str = ""
    goal_straight: str = ""  # what that goal wants to know of anybody, as a question; goal_act what it wants to do
    goal_act: str = ""
    page_asked: str = ""  # what that goal asks of what they could show, as a question
    how_did: str = ""  # what the seeker marked of their acts, asked: "How did you give yourself permission to go?"
    steps: tuple[
        tuple[str, str], ...
    ] = ()  # steps it tells they took that the seeker has ahead (material/steps.py), each with the sentence that says so
    step: str = ""  # the one of them that a question on one goal is about
    step_told: str = ""
    step_weighed: bool = False  # the seeker has not decided on it
    assumption_told: bool = False  # some page speaks of the very same thing
    near_plan: float = 0.0  # cosine to the seeker's plan; the next two to their assumption and to what they could show
    near_assumption: float = 0.0
    near_show: float = 0.0
    settled: bool = False  # a later page of theirs comes back to the same matter
    twin: "Candidate | None" = None
    act_after: "Candidate | None" = None  # what they did later on the same matter
    before: Found | None = None  # the job before this one
    noted: Noted = NOTHING_NOTED
    act_leads: tuple[str, ...] = ()
    quote_leads: tuple[str, ...] = ()
    mark_leads: tuple[str, ...] = ()
    beside: str = ""  # what its page tells right after what a question repeats of it

    @property
    def wish(self) -> str:
        """The goal alone, as "I'm deciding whether ..."; "" if the question is not about one."""
        return self.wishes[-1] if self.wishes else ""

    @property
    def near_me(self) -> float:
        """Cosine to the nearest of what the seeker plans, assumes and could show."""
        return max(self.near_plan, self.near_assumption, self.near_show)

    @property
    def lead(self) -> str:
        """The sentence a question on it starts from: the act, else their words; "" if neither can be said."""
        return next(iter((*self.act_leads, *self.mark_leads, *self.quote_leads)), "")

    @property
    def year(self) -> str:
        """The year the page carries, "" if none."""
        return self.found.evidence.when[:4]

    @property
    def years_old(self) -> int | None:
        """Age in years by the page's own date."""
        return self.now_year - int(self.year) if self.year else None
