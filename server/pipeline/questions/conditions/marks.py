"""What the seeker marked and what they noted beside it."""

import re

from server.pipeline.features.stems import stems
from server.pipeline.questions.letters import capital
from server.pipeline.questions.material.candidate import Candidate
from server.pipeline.questions.signs import RULE, WHEN

RETOLD = re.compile(r"(?:In \d{4} )?[Yy]ou (?:wrote|said) that\b")
HELD = re.compile(
    r"You(?:'ve|'d| have| had)? (?:\w+ly |also |always |never )?(?:believed|thought|assumed|knew|felt|learned|learnt|realised|realized)\b"
)
OF_WORDS = re.compile(r"You (?:wrote|spoke) of\b")  # a few words of theirs say nothing by themselves
TELLING = stems("I'm I've wrote said write say")  # what brings words in
ONESELF = re.compile(r"\b(?:I|I'm|I've|I'd|[Mm]e|[Mm]y|[Mm]yself)\b")
ADVISES = re.compile(
    r"(?:If\b.*\b(?:you|wait|don't)\b|I'd say|I would|You (?:should|can|need)|The (?:best|only) way)\b", re.IGNORECASE
)
# A line of a CV: what somebody was there to do is no rule of theirs.
DUTY = re.compile(
    r"(?:Write|Build|Develop|Lead|Manage|Design|Create|Implement|Maintain|Provide|Conduct|Oversee|Coordinate|Deliver)\b(?!.*\b(?:you|your|never|always|don['’]t|before|until)\b)"
)
CHANGED = re.compile(
    r"\bYou(?:'ve| have)? (?:gave yourself|got used|learned to|learnt to|stopped (?:being|\w+ing)|let go|came to (?:see|terms|like)|began to (?:enjoy|like|trust))\b|“It (?:has taken|took) (?:me )?(?:some time|a while|years|months|long)"
)
MADE = re.compile(
    r"\b[Mm]y (?:[\w-]+ ){0,2}(?:survey|module|proposal|draft|cv|letter|portfolio|plan|statement|list|sheet|budget|report|table|thesis|essay|guide|talk|lesson|lessons|slides|page|site|poster|menu|contract|course|book|game)\b"
)
LACKS = re.compile(
    r"\b(?:neither|alone)\b|(?<!so )(?<!so that )\b(?:nobody|no one)\b(?! (?:sees?|knows?|notices?|cares?|minds?)\b)|^only I\b|\b(?:I|we) (?:can't|cannot|couldn't)\b|\b(?:I|we)(?: have|'ve)(?: got)? (?:no (?!excuse|idea|doubt|answer)\w|zero|neither|none)\b|^(?:I|we) .*\bwithout\b",
    re.IGNORECASE,
)
NEITHER = re.compile(r"\b(?:neither|none of (?:it|them|that))\b", re.IGNORECASE)
# What is over is no bind.
OVER = re.compile(
    r"^(?:[\w'’,-]+ ){0,5}?(?:I|we|nobody|no one) (?:\w+ly )?(?:had|was|were|got|threw|went|felt|did|redid|told|made|took|gave|wrote|\w{3,}ed)\b",
    re.IGNORECASE,
)
NOT_FEARED = re.compile(r"\b(?:not|never|no|isn't|aren't|don't)\b", re.IGNORECASE)
SAYS_IT = re.compile(
    r"\b(?:says?|said|calls?|called|do|does|wants?|knows?|notices?|admits?) (?:it|this|that)\b", re.IGNORECASE
)
A_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|hundred|half|zero)\b(?! (?:day|thing|of them|sentence|line)\b)",
    re.IGNORECASE,
)
DATED_LEAD = re.compile(r"^In \d{4}\b")
# At what stands before the line on its page.
POINTS_OUT = re.compile(
    r"\b(?:do|did|does|doing|of|by|enforce|received) (?:that|this|it|both|these|those)\b|\bthe above\b|\b(?:that|this|them)[.”\"]*$|“(?:\S+ ){1,5}it[.”]*$|“(?:it|that|this|they)\b",
    re.IGNORECASE,
)
STRANGE = re.compile(
    r"\b(?:that|this|those) (?!(?:is|was|way|much|many)\b)[a-z]{3,}|\bit's the\b|\b(?:imagine|believe|picture|wait to)\b",
    re.IGNORECASE,
)  # a thing that only the next line of the page knows; a mere reaction
SO_MANY = re.compile(
    r"^(?:(?:all |both )?my )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|half)\b", re.IGNORECASE
)
QUOTED = re.compile(r"“([^”]+)”")
LEANING = re.compile(r"(?:That|This|It|They|These|Those|He|She|You)\b")
SAME = re.compile(r"\b(?:same|it|me too|exactly)\b", re.IGNORECASE)
ALONE_IT = re.compile(
    r"^(?!which (?:is|was) it\b)(?!.*\bit (?:like|takes?|is|was)\b)(?!.*\b(?:does|did|would|will) it (?:take|feel|mean|cost)\b).*\b(?:it|there)\b",
    re.IGNORECASE,
)
LIGHT, LEAST_ALONE = (
    stems("want wanted hear come came feel know think say do mean find see go get anyone really exactly today"),
    2,
)
# Of something that was, more has to be said: "what was your move in the room?"
PAST_ASKED, LEAST_THEN = re.compile(r"^\w+ (?:did|was|were)\b", re.IGNORECASE), 3
OF_YOU = re.compile(r"\b(?:you|your|I)\b")  # what is asked bare is asked of them, or of what I should do
OF_THEM, LEAST_WHOLE = re.compile(r"\byou(?:r|rs)?\b"), 2
EITHER = re.compile(r"which (?:is|was) it\b", re.IGNORECASE)
# To what was said before: "what would you do instead", "how long did you wait before".
HANGS = re.compile(
    r"\b(?:instead|then|there|here|still|again|such|same|both|either|neither|other|else|more|less|the (?:two|three|first|second|last|next|rest))\b|\b(?:before|after|since|now|today|about|with|for|of|in|to)\?$|\bdid you\b.*\bthe [a-z]{3,}s\?$",
    re.IGNORECASE,
)
WHICH_ONE = re.compile(r"\b(?:the|which) (?:\w+ )?ones?\b", re.IGNORECASE)
TIED = re.compile(
    r"\b(?:number \d+|each|anyway|still|else|it|that|this|so|since|before|after|then|whom|in between)\b", re.IGNORECASE
)
ERRAND = re.compile(
    r"\b(?:afraid|scared|nervous|too shy) (?:to|of) (?:ask|tell|say|talk|write|call)\w*\b", re.IGNORECASE
)
POINTING = re.compile(r"\b(?:that|this|them|they|those|these)\b", re.IGNORECASE)


def marked_by_me(one: Candidate) -> bool:
    """The seeker marked it, and it can be quoted or said to their face."""
    return bool(one.mark_leads)


def mark_is_mute(one: Candidate) -> bool:
    """The seeker marked it and nothing of it can be quoted or told: only their note can be asked."""
    return one.found.picked and not one.mark_leads


def marks_words(one: Candidate) -> bool:
    """What the seeker marked is brought in as words of theirs, not as an act."""
    lead = next(iter(one.mark_leads), "")
    return ("“" in lead or bool(RETOLD.match(lead))) and not lead.startswith(
        ("You ask ", "You'd say ")
    )  # a line of theirs is no claim


def marks_a_rule(one: Candidate) -> bool:
    """What the seeker marked tells others what to do."""
    quotes = [quote for lead in one.mark_leads for quote in QUOTED.findall(lead)]
    plain = (capital(quote) for quote in quotes if not ONESELF.search(quote))
    return any(RULE.match(quote) and not DUTY.match(quote) for quote in plain)


def asks_by_itself(one: Candidate) -> bool:
    """What the note asks, or the case it asks of, points at nothing outside it."""
    noted = one.noted
    leans = LEANING.match(noted.in_case) if noted.in_case else POINTING.search(noted.wonder)
    then = PAST_ASKED.search(noted.wonder)
    least = LEAST_THEN if then else LEAST_ALONE
    says_little = len(stems(noted.in_case or noted.wonder) - LIGHT) < least or not OF_YOU.search(noted.wonder)
    return not (leans or says_little or ALONE_IT.match(noted.wonder) or WHICH_ONE.search(noted.wonder))


def wonder_is_whole(one: Candidate) -> bool:
    """What the note asks of them is understood by who has not heard what it was written beside: reading that out first would only be in the way."""
    asked = one.noted.wonder
    hangs = any(sign.search(asked) for sign in (POINTING, WHICH_ONE, ALONE_IT, EITHER, HANGS))
    return not hangs and len(stems(asked) - LIGHT) >= LEAST_WHOLE and bool(OF_THEM.search(asked))


def note_asks(one: Candidate) -> bool:
    """The seeker's note beside it holds an open question of their own."""
    return bool(one.noted.wonder)


def mark_leads_to_it(one: Candidate) -> bool:
    """What brings the mark in has a word of the question, or the question points at it; a line read out is heard as one that stayed."""
    lead, asked = next(iter(one.mark_leads), ""), one.noted.wonder
    shared = (stems(asked) & stems(lead)) - LIGHT - TELLING
    return not (RETOLD.match(lead) or HELD.match(lead)) or bool(shared or TIED.search(asked))


def note_asks_of_a_case(one: Candidate) -> bool:
    """The note holds an open question that is best asked after what it was written beside."""
    return bool(one.noted.in_case)


def note_retells(one: Candidate) -> bool:
    """The note tells again something they did: one asks what made them do it, or how they did it."""
    return bool(one.noted.retell)


def retell_is_whole(one: Candidate) -> bool:
    """What the note tells again is understood by itself."""
    said = one.noted.retell
    hangs = any(sign.search(said) for sign in (POINTING, WHICH_ONE, ALONE_IT, HANGS))
    return not hangs and len(stems(said) - LIGHT) > LEAST_WHOLE


def note_reads(one: Candidate) -> bool:
    """The note puts up a reading of it for correction."""
    return bool(one.noted.reading)


def note_tells_a_case(one: Candidate) -> bool:
    """The note says what it is like for the seeker."""
    return bool(one.noted.case)


def note_doubts(one: Candidate) -> bool:
    """The note says what the seeker would have thought instead."""
    return bool(one.noted.doubt)


def case_differs(one: Candidate) -> bool:
    """The seeker's case runs the other way."""
    return "opposite" in one.noted.signs


def case_is_alike(one: Candidate) -> bool:
    """The seeker's case is the same, and they do not ask whether that is still so."""
    return "alike" in one.noted.signs and not note_looks_back(one)


def case_is_feared(one: Candidate) -> bool:
    """The seeker's case is a worry."""
    return "fear" in one.noted.signs and not NOT_FEARED.search(one.noted.case)


def case_is_no_errand(one: Candidate) -> bool:
    """What the seeker fears is what they read of, not to ask or tell somebody."""
    return not ERRAND.search(one.noted.case)


def note_looks_back(one: Candidate) -> bool:
    """The note asks whether the words are still true, and they are at least a year old."""
    return "then" in one.noted.signs and one.years_old is not None and one.years_old >= 1


def case_is_counted(one: Candidate) -> bool:
    """The seeker's case names so many things, which can be changed."""
    return bool(SO_MANY.match(one.noted.case))


def case_stands_alone(one: Candidate) -> bool:
    """The seeker's case points at nothing told before it."""
    return not POINTING.search(one.noted.case) and not SAME.search(one.noted.case)


def act_can_be_asked(one: Candidate) -> bool:
    """What the seeker marked is something they managed to do: one asks how."""
    return bool(one.how_did)


def marks_an_act(one: Candidate) -> bool:
    """What the seeker marked is brought in as something they did."""
    return bool(one.mark_leads) and not marks_words(one)


def marks_advice(one: Candidate) -> bool:
    """What the seeker marked tells others what to do, or on what condition."""
    return marks_a_rule(one) or any(ADVISES.match(quote) for lead in one.mark_leads for quote in QUOTED.findall(lead))


def marks_a_change(one: Candidate) -> bool:
    """What the seeker marked tells where they have got to with themselves."""
    return any(CHANGED.search(lead) for lead in one.mark_leads)


def case_is_tied(one: Candidate) -> bool:
    """The seeker's case speaks of what the marked words speak of: a content word in common."""
    lead = next(iter(one.mark_leads), "")
    said = frozenset() if OF_WORDS.match(lead) else stems(" ".join(QUOTED.findall(lead)) or lead)
    return bool((stems(one.noted.case) & said) - WHEN - TELLING)


def case_is_a_bind(one: Candidate) -> bool:
    """The seeker's case says what they lack of what the marked line speaks of, or measures what it measures; the line points at nothing outside it."""
    lead, case = next(iter(one.mark_leads), ""), one.noted.case
    measured = bool(A_NUMBER.search(case) and A_NUMBER.search(DATED_LEAD.sub("", lead)))
    outside = OF_WORDS.match(lead) or POINTS_OUT.search(lead) or "is" in case.split()[1:2] or STRANGE.search(case)
    lacked = LACKS.search(case) and (NEITHER.search(case) or case_is_tied(one))
    return bool(measured or lacked) and not (outside or OVER.match(case) or SAYS_IT.search(case))


def case_of_a_thing(one: Candidate) -> bool:
    """The seeker's case is something they have made, which can be changed."""
    return bool(MADE.search(one.noted.case))


PREDICATES = (
    note_asks,
    mark_leads_to_it,
    note_asks_of_a_case,
    note_retells,
    retell_is_whole,
    note_reads,
    note_tells_a_case,
    note_doubts,
    case_differs,
    case_is_alike,
    case_is_feared,
    case_is_no_errand,
    case_is_counted,
    marked_by_me,
    mark_is_mute,
    marks_words,
    marks_a_rule,
    asks_by_itself,
    wonder_is_whole,
    case_stands_alone,
    act_can_be_asked,
    marks_an_act,
    marks_advice,
    marks_a_change,
    case_is_tied,
    case_is_a_bind,
    case_of_a_thing,
)
