"""What the seeker brings: marks, notes, facts, a plan."""

import re

from server.pipeline.questions.material.candidate import Candidate
from server.pipeline.questions.signs import RULE

SO_MANY = re.compile(
    r"^(?:(?:all |both )?my )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|half)\b", re.IGNORECASE
)
QUOTED = re.compile(r"“([^”]+)”")
LEARN = re.compile(r"\b(?:learn|understand) how\b(?! (?:much|many|long|often|far|big|old)\b)")
KNOW = re.compile(r"\bunderstand\b|\blearn (?:which|what|where|when|whether)\b")
LEANING = re.compile(r"(?:That|This|It|They|These|Those|He|She|You)\b")
POINTING = re.compile(r"\b(?:that|this|them|they|those|these)\b", re.IGNORECASE)
SURE = re.compile(r"^I'd like to (?:find out|know|see) (?:if|whether)\b|^I'm wondering (?:if|whether)\b")
DO = re.compile(
    r"^I want to\b|^I'm (?:trying to (?:work|figure) out|wondering) (?:how|what) to\b|^I'd like to find out how to\b"
)
SIGN_ASKED = re.compile(
    r"^what you (?:\w+ly )?(?:noticed|saw|learned|learnt|heard|felt|found out|understood|realised|realized)\b"
)
_DID = r"(?:\w+ly )?(?:\w{2,}ed|did|went|got|took|made|left|chose|wrote|found|built|began|gave|kept|ran|led|told|taught|came|sold|bought|grew|brought)\b"
ACT_ASKED = re.compile(rf"^(?:what|how|when|where|which \w+) you {_DID}")
WAY_ASKED = re.compile(rf"^how you (?!{_DID})")
NEAR = 0.30  # cosine from which a passage has to do with the seeker's plan or page


def marked_by_me(one: Candidate) -> bool:
    """The seeker marked it, and it can be quoted or said to their face."""
    return bool(one.mark_leads)


def mark_is_mute(one: Candidate) -> bool:
    """The seeker marked it and nothing of it can be quoted or told: only their note can be asked."""
    return one.found.picked and not one.mark_leads


def marks_words(one: Candidate) -> bool:
    """What the seeker marked is brought in as words of theirs, not as an act."""
    lead = next(iter(one.mark_leads), "")
    return "“" in lead and not lead.startswith(("You ask ", "You'd say "))  # a line of theirs is no claim


def marks_a_rule(one: Candidate) -> bool:
    """What the seeker marked tells others what to do."""
    return any(RULE.match(quote[:1].upper() + quote[1:]) for lead in one.mark_leads for quote in QUOTED.findall(lead))


def assumption_untold(one: Candidate) -> bool:
    """No page speaks of the very thing the seeker assumes."""
    return not one.assumption_told


def asks_by_itself(one: Candidate) -> bool:
    """What the note asks, or the case it asks of, points at nothing outside it."""
    noted = one.noted
    return not (LEANING.match(noted.in_case) if noted.in_case else POINTING.search(noted.wonder))


def note_asks(one: Candidate) -> bool:
    """The seeker's note beside it holds an open question of their own."""
    return bool(one.noted.wonder)


def note_asks_of_a_case(one: Candidate) -> bool:
    """The note holds an open question that is best asked after what it was written beside."""
    return bool(one.noted.in_case)


def note_reads(one: Candidate) -> bool:
    """The note puts up a reading of it for correction."""
    return bool(one.noted.reading)


def note_tells_a_case(one: Candidate) -> bool:
    """The note says what it is like for the seeker."""
    return bool(one.noted.case)


def note_doubts(one: Candidate) -> bool:
    """The note says what the seeker would have thought instead."""
    return bool(one.noted.doubt)


def note_objects(one: Candidate) -> bool:
    """The note holds something else of theirs against it."""
    return bool(one.noted.objection) and not note_looks_back(one)


def case_differs(one: Candidate) -> bool:
    """The seeker's case runs the other way."""
    return "opposite" in one.noted.signs


def case_is_alike(one: Candidate) -> bool:
    """The seeker's case is the same, and they do not ask whether that is still so."""
    return "alike" in one.noted.signs and not note_looks_back(one)


def case_is_feared(one: Candidate) -> bool:
    """The seeker's case is a worry."""
    return "fear" in one.noted.signs


def note_looks_back(one: Candidate) -> bool:
    """The note asks whether the words are still true, and they are at least a year old."""
    return "then" in one.noted.signs and one.years_old is not None and one.years_old >= 1


def case_is_counted(one: Candidate) -> bool:
    """The seeker's case names so many things, which can be changed."""
    return bool(SO_MANY.match(one.noted.case))


def bears_on_my_plan(one: Candidate) -> bool:
    """It sets a rule or a measure beside the seeker's plan: the same is counted, or the same thing is spoken of."""
    told = bool(one.found.marks.cues & {"advice", "number", "practice"})
    return told and one.ties_to_plan and one.near_plan >= NEAR


def bears_on_my_assumption(one: Candidate) -> bool:
    """It speaks of the very thing the seeker assumes."""
    return one.ties_to_assumption and one.near_assumption >= NEAR


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


def near_my_page(one: Candidate) -> bool:
    """It has to do with what the seeker could show."""
    return one.near_show >= NEAR


def seeker_looks_for_people(one: Candidate) -> bool:
    """A goal describes the people looked for."""
    return bool(one.who)


def seeker_decides(one: Candidate) -> bool:
    """A goal is a decision."""
    return one.decides


def seeker_wonders(one: Candidate) -> bool:
    """A goal asks how or what something is."""
    return bool(one.topic)


def seeker_wish(one: Candidate) -> bool:
    """It is made for one goal alone, said in half a clause."""
    return bool(one.wishes)


def my_goal_beside_it(one: Candidate) -> bool:
    """It is made for one goal alone, which can be said beside a passage that has to do with it."""
    return bool(one.goal_beside)


def goal_asks_them(one: Candidate) -> bool:
    """It is made for one goal alone, which asks something of them."""
    return bool(one.goal_question)


def goal_told_of_an_act(one: Candidate) -> bool:
    """A page tells what the goal asks of them, and it is something they did."""
    return bool(ACT_ASKED.search(one.goal_read)) and not goal_told_of_a_sign(one)


def goal_told_of_a_sign(one: Candidate) -> bool:
    """A page tells what the goal asks of them, and it is something they saw or learned."""
    return bool(SIGN_ASKED.search(one.goal_read))


def goal_told_of_a_way(one: Candidate) -> bool:
    """A page tells what the goal asks of them, and it is how they do something."""
    return bool(WAY_ASKED.search(one.goal_read))


def wish_to_learn(one: Candidate) -> bool:
    """The wish is to learn how something is done."""
    return bool(LEARN.search(one.wish))


def wish_to_decide(one: Candidate) -> bool:
    """The wish is to decide something."""
    return one.wish.startswith(("I'm deciding", "I'm choosing"))


def wish_to_be_sure(one: Candidate) -> bool:
    """The wish is to find out whether something is so."""
    return bool(SURE.search(one.wish))


def wish_to_do(one: Candidate) -> bool:
    """The wish is to do something, or to find out how."""
    return bool(DO.search(one.wish))


def wish_to_know(one: Candidate) -> bool:
    """The wish is to understand something that one can see happen."""
    return bool(KNOW.search(one.wish))


def always(_: Candidate) -> bool:
    """No condition."""
    return True


PREDICATES = (
    marked_by_me,
    mark_is_mute,
    marks_words,
    marks_a_rule,
    assumption_untold,
    asks_by_itself,
    note_asks,
    note_asks_of_a_case,
    note_reads,
    note_tells_a_case,
    note_doubts,
    note_objects,
    case_differs,
    case_is_alike,
    case_is_feared,
    note_looks_back,
    case_is_counted,
    bears_on_my_plan,
    bears_on_my_assumption,
    seeker_fact,
    seeker_plan,
    seeker_assumption,
    seeker_show,
    near_my_page,
    seeker_looks_for_people,
    seeker_decides,
    seeker_wonders,
    seeker_wish,
    my_goal_beside_it,
    goal_asks_them,
    goal_told_of_an_act,
    goal_told_of_a_sign,
    goal_told_of_a_way,
    wish_to_learn,
    wish_to_decide,
    wish_to_be_sure,
    wish_to_do,
    wish_to_know,
    always,
)
