"""What the seeker wants: a goal put into words, and what of it a page tells."""

import re

from server.pipeline.features.verbs import PAST
from server.pipeline.questions.material.candidate import Candidate

DECIDING = re.compile(
    r"I'm (?:(?:deciding|choosing)(?! how\b(?! to (?:spend|answer|split|price|respond)\b))|wondering whether|preparing)\b|I have to (?:decide|choose)\b"
)
SURE = re.compile(
    r"\bwhat I (?:really )?want\b|^I(?:'d like| want|'m trying) to (?:find out|know|see|figure out|work out|understand) (?:if|whether)\b|^I'm wondering (?:if|whether)\b"
)
GOES_ON = re.compile(
    r"(?:not )?(?:keep|stay|go on|carry on|continue|say no|argue|avoid|balance|combine|juggle|manage|protect|handle|deal with|cope|notice|tell (?:if|when|whether|good|real|honestly|the difference)|see (?:early|when|if)|"
    r"know when|find (?:the )?(?:time|words|readers|clients|customers|people|volunteers)|make (?:time|room)|work (?:with|in|on|as|around|beside|from|alone)|get (?:from|used|over|through|better|(?!a\b|an\b)(?:\w+ ){1,5}?(?:to|into|away|involved|interested|on board))|"
    r"write|read|study|learn|teach|explain|finish|practi[sc]e|motivate|help|support|mentor|save|sell|price|earn|live|grow|run|divide|plan|pick|choose|prioriti[sz]e|estimate|look after)\b",
    re.IGNORECASE,
)
FIRST = re.compile(
    r"(?:lead|begin|start|tell|hand|take over|ask|announce|leave|step|propose|negotiate|become|join|move|switch|set|give|answer|approach|talk|bring up|raise|present|convince|persuade|pass|be|build|open|put)\b",
    re.IGNORECASE,
)
OF_THEIR_PAST = re.compile(r"\bwould (?:\w+ly )?have\b")  # what might have been of theirs, they know and I do not
MY_PLAN = re.compile(r"\b(?:my|our) (?:\w+ )?plan\b")
ABOUT_ME = re.compile(
    r"\b(?:what|one) I (?:really |would |actually )?(?:want|like|enjoy|need)\b|\b(?:if|whether) I (?:really |actually |only |just )?(?:am|want|like|enjoy)\b|\bI only (?:want|like)\b"
)
SIGN_ASKED = re.compile(
    r"^what you (?:\w+ly )?(?:noticed|saw|learned|learnt|heard|felt|found out|understood|realised|realized)\b"
)
_DID = rf"(?:\w+ly )?{PAST}\b"
ACT_ASKED = re.compile(rf"^how (?:you|the [\w'-]+(?: [\w'-]+){{0,2}}?) {_DID}")
WAY_ASKED = re.compile(rf"^how you (?!{_DID})")


def seeker_looks_for_people(one: Candidate) -> bool:
    """A goal describes the people looked for."""
    return bool(one.who)


def seeker_decides(one: Candidate) -> bool:
    """A goal is a decision."""
    return one.decides


def seeker_wish(one: Candidate) -> bool:
    """It is made for one goal alone, said in half a clause."""
    return bool(one.wishes)


def wish_asks(one: Candidate) -> bool:
    """It is made for one goal alone, which can be asked straight out."""
    return bool(one.goal_straight)


def wish_is_no_act(one: Candidate) -> bool:
    """The wish is to know something, not to do it."""
    return not one.goal_act


def wish_is_an_act(one: Candidate) -> bool:
    """It is made for one goal alone, which is something the seeker wants to do."""
    return bool(one.goal_act)


def wish_act_goes_on(one: Candidate) -> bool:
    """What the seeker wants to do is done again and again: others have found what works."""
    return bool(GOES_ON.match(one.goal_act))


def wish_act_is_a_first(one: Candidate) -> bool:
    """What the seeker wants to do is done once, before somebody, and can be done badly."""
    return bool(FIRST.match(one.goal_act)) and not wish_act_goes_on(one)


def wish_act_is_one_step(one: Candidate) -> bool:
    """What the seeker wants to do is neither."""
    return not (wish_act_goes_on(one) or wish_act_is_a_first(one))


def goal_asks_them(one: Candidate) -> bool:
    """It is made for one goal alone, which asks something of them."""
    return bool(one.goal_question)


def goal_asks_of_my_page(one: Candidate) -> bool:
    """It is made for one goal alone, which asks something in particular of what the seeker could show."""
    return bool(one.page_asked)


def goal_told_of_an_act(one: Candidate) -> bool:
    """A page tells what the goal asks of them, and it is something they did."""
    return bool(ACT_ASKED.search(one.goal_read)) and not goal_told_of_a_sign(one)


def goal_told_of_a_thing(one: Candidate) -> bool:
    """A page tells what the goal asks of them, and it is neither how they did something, how they do it, nor a sign."""
    other = goal_told_of_an_act(one) or goal_told_of_a_way(one) or goal_told_of_a_sign(one)
    return bool(one.goal_read) and not other


def goal_told_of_a_sign(one: Candidate) -> bool:
    """A page tells what the goal asks of them, and it is something they saw or learned."""
    return bool(SIGN_ASKED.search(one.goal_read))


def goal_told_of_a_way(one: Candidate) -> bool:
    """A page tells what the goal asks of them, and it is how they do something."""
    return bool(WAY_ASKED.search(one.goal_read))


def wish_to_decide(one: Candidate) -> bool:
    """The wish is to decide something."""
    return bool(DECIDING.match(one.wish))


def they_decided_too(one: Candidate) -> bool:
    """It is made for one goal alone, and tells of a step of theirs much like what that goal decides."""
    return one.decided_too


def did_something_like_it(one: Candidate) -> bool:
    """It is made for one goal alone, and tells of something they did that is much like it."""
    return one.did_alike


def wish_needs(one: Candidate) -> bool:
    """The wish is to have something ready."""
    return one.wish.startswith("I need ")


def wish_to_be_sure(one: Candidate) -> bool:
    """The wish is to find out whether something is so."""
    return bool(SURE.search(one.wish)) and not OF_THEIR_PAST.search(one.wish)


def wish_can_be_tested(one: Candidate) -> bool:
    """The wish is to find out how things are, not what the seeker wants."""
    told_as_plan = bool(one.plan) and MY_PLAN.search(one.wish)  # the plan itself is put to them
    return bool(one.wish) and not (ABOUT_ME.search(one.wish) or told_as_plan)


def wish_is_about_myself(one: Candidate) -> bool:
    """The wish is to find out what the seeker is or wants, of which nobody else knows; how one finds that out, they may."""
    return bool(ABOUT_ME.search(one.wish))


def wish_has_two_sides(one: Candidate) -> bool:
    """The wish names one thing or another: what told them apart can be asked."""
    return " or " in one.wish


def wish_has_one_side(one: Candidate) -> bool:
    """The wish names one thing."""
    return bool(one.wish) and " or " not in one.wish


PREDICATES = (
    seeker_looks_for_people,
    seeker_decides,
    seeker_wish,
    wish_asks,
    wish_is_no_act,
    wish_is_an_act,
    wish_act_goes_on,
    wish_act_is_a_first,
    wish_act_is_one_step,
    goal_asks_them,
    goal_asks_of_my_page,
    goal_told_of_an_act,
    goal_told_of_a_thing,
    goal_told_of_a_sign,
    goal_told_of_a_way,
    wish_to_decide,
    they_decided_too,
    did_something_like_it,
    wish_needs,
    wish_to_be_sure,
    wish_can_be_tested,
    wish_is_about_myself,
    wish_has_two_sides,
    wish_has_one_side,
)
