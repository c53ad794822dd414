"""What the seeker brings: facts, a plan, what they take for granted, what they could show, their goals."""

import re

from server.pipeline.features.stems import stems
from server.pipeline.questions.material.candidate import Candidate
from server.pipeline.questions.signs import WHEN

# "How was it for you?" fits neither what only the seeker can know nor money.
DECIDING = re.compile(r"I'm (?:(?:deciding|choosing)(?! how\b)|wondering whether|preparing)\b")
SURE = re.compile(
    r"\bwhat I (?:really )?want\b|^I(?:'d like| want|'m trying) to (?:find out|know|see|figure out|work out|understand) (?:if|whether)\b|^I'm wondering (?:if|whether)\b"
)
OF_THEIR_PAST = re.compile(r"\bwould (?:\w+ly )?have\b")  # what might have been of theirs, they know and I do not
SIGN_ASKED = re.compile(
    r"^what you (?:\w+ly )?(?:noticed|saw|learned|learnt|heard|felt|found out|understood|realised|realized)\b"
)
_DID = r"(?:\w+ly )?(?:\w{2,}ed|did|went|got|took|made|left|chose|wrote|found|built|began|gave|kept|ran|led|told|taught|came|sold|bought|grew|brought)\b"
ACT_ASKED = re.compile(rf"^(?:what|how|when|where|which \w+) you {_DID}")
WAY_ASKED = re.compile(rf"^how you (?!{_DID})")
BINDS = re.compile(
    r"to (?:hand in|give (?:my )?notice|quit|resign|sign|rent|lease|buy|spend|pay|sell|move|ask|borrow|take (?:out|unpaid|a loan|the)|say yes|accept|leave|invest|hire|incorporate)\b"
)
OF_ME = re.compile(r"^(?:I am|I'm)\b")
NUMBERS = re.compile(
    r"\b(?:table|sheet|budget|offer|contract|income|savings|accounts?|costs?|spreadsheet|calculation|price list|prices|forecast|cash model|figures|projection)\b",
    re.IGNORECASE,
)
TEXT = re.compile(
    r"\b(?:letters?|proposal|survey|module|statement|cv|r[ée]sum[ée]|essay|chapters?|drafts?|report|article|script|application|guide|pages?|outline|pitch|brief|story|lesson plan|abstract|paper|thesis)\b",
    re.IGNORECASE,
)
CHANGED_STILL = re.compile(
    r"\b(?:plan|plans|app|apps|site|website|map|game|prototype|design|designs|portfolio|poster|list of (?:what|things|questions|ideas)|schedule|timetable|form|notice|handout|slides?|profile|template|layout|recipe|drawing|sketch|syllabus|programme|agenda)\b",
    re.IGNORECASE,
)
OF_SOMEBODY = re.compile(r"(?:the |our |my )?(?:\w+ )?\w+'s\b", re.IGNORECASE)
OF_OTHERS = re.compile(
    r"\b(?:they|them|their|sent me|gave me|job (?:profile|description|ad)|role description|posting|comments|feedback|review)\b",
    re.IGNORECASE,
)
COUNTED = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half)\b")
PLAN_LEAST = 4  # content words beside dates
NEAR = 0.30  # cosine from which a passage has to do with the seeker's plan or page


def assumption_untold(one: Candidate) -> bool:
    """No page speaks of the very thing the seeker assumes."""
    return not one.assumption_told


def seeker_plan(one: Candidate) -> bool:
    """The seeker has a plan."""
    return bool(one.plan)


def seeker_assumption(one: Candidate) -> bool:
    """The seeker named an assumption."""
    return bool(one.assumption)


def seeker_show(one: Candidate) -> bool:
    """The seeker has something to show."""
    return bool(one.show)


def plan_has_parts(one: Candidate) -> bool:
    """The plan says enough to be looked at: of "talk to a few users" nothing could break."""
    plan = one.plan_whole or one.plan_parts or one.plan_short
    return len(stems(plan) - WHEN) >= PLAN_LEAST or bool(COUNTED.search(plan))


def seeker_moves_on(one: Candidate) -> bool:
    """What the seeker wants has to do with where they work: else a step of somebody's career is beside the point."""
    return one.moves_on


def plan_binds(one: Candidate) -> bool:
    """The first step of the plan cannot be undone, or somebody has to agree to it."""
    return bool(BINDS.match(one.plan_short or one.plan_whole))


def assumes_of_me(one: Candidate) -> bool:
    """What the seeker takes for granted is about their own quality or taste."""
    return bool(OF_ME.search(one.assumption))


def assumes_of_others(one: Candidate) -> bool:
    """What the seeker takes for granted is how things go."""
    return not assumes_of_me(one)


def shows_numbers(one: Candidate) -> bool:
    """What they could show is of a kind that everybody knows unseen: a budget, an offer."""
    return bool(NUMBERS.search(one.show))


def shows_text(one: Candidate) -> bool:
    """What they could show has to be read, and can still be changed."""
    theirs = OF_OTHERS.search(one.show) or OF_SOMEBODY.match(one.show)
    return bool(TEXT.search(one.show)) and not (shows_numbers(one) or theirs)


def shows_at_a_glance(one: Candidate) -> bool:
    """What they could show takes a look."""
    return not (shows_numbers(one) or shows_text(one))


def shows_own_making(one: Candidate) -> bool:
    """What they could show was made by them, and can still be made otherwise."""
    return bool(CHANGED_STILL.search(one.show)) and not OF_OTHERS.search(one.show)


def shows_what_happened(one: Candidate) -> bool:
    """What they could show is as it is: notes, figures, what others wrote."""
    return not shows_own_making(one)


def near_my_page(one: Candidate) -> bool:
    """It has to do with what the seeker could show."""
    return one.near_show >= NEAR


def seeker_looks_for_people(one: Candidate) -> bool:
    """A goal describes the people looked for."""
    return bool(one.who)


def seeker_decides(one: Candidate) -> bool:
    """A goal is a decision."""
    return one.decides


def seeker_wish(one: Candidate) -> bool:
    """It is made for one goal alone, said in half a clause."""
    return bool(one.wishes)


def my_goal_beside_it(one: Candidate) -> bool:
    """It is made for one goal alone, which can be said beside a passage that has to do with it."""
    return bool(one.goal_beside)


def wish_asks(one: Candidate) -> bool:
    """It is made for one goal alone, which can be asked straight out."""
    return bool(one.goal_straight)


def wish_asks_how(one: Candidate) -> bool:
    """What the goal asks of anybody is how something is done."""
    return one.goal_straight[:1] != () and one.goal_straight[0].startswith("How ")


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


def wish_to_decide(one: Candidate) -> bool:
    """The wish is to decide something."""
    return bool(DECIDING.match(one.wish))


def wish_to_be_sure(one: Candidate) -> bool:
    """The wish is to find out whether something is so."""
    return bool(SURE.search(one.wish)) and not OF_THEIR_PAST.search(one.wish)


def always(_: Candidate) -> bool:
    """No condition."""
    return True


PREDICATES = (
    assumption_untold,
    seeker_plan,
    seeker_assumption,
    seeker_show,
    plan_has_parts,
    seeker_moves_on,
    plan_binds,
    assumes_of_me,
    assumes_of_others,
    shows_numbers,
    shows_text,
    shows_at_a_glance,
    shows_own_making,
    shows_what_happened,
    near_my_page,
    seeker_looks_for_people,
    seeker_decides,
    seeker_wish,
    my_goal_beside_it,
    wish_asks,
    wish_asks_how,
    goal_asks_them,
    goal_told_of_an_act,
    goal_told_of_a_sign,
    goal_told_of_a_way,
    wish_to_decide,
    wish_to_be_sure,
    always,
)
