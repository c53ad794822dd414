"""Where a passage may be cut so that the piece still says what was said, and how one hears that a cut went wrong."""

import re

LEAST_LETTERS = 4
# Where a statement may begin inside a sentence: after a strong stop, or after "and", "but", "so" where it has a subject of its own.
BEGINS = re.compile(
    r"[;:]\s+[\"“]?|\s+[-–—]\s+|[.!?][\"”]\s+|,\s+(?:and|but|so(?! \w+,? that\b))\s+|\s+(?:and|but)\s+(?=(?:I|we|the|my|our|most|nobody|people)\b)"
)
# Where one may end.
ENDS = re.compile(
    r",?\s+(?:and|but|so(?! \w+,? that\b)|because)\s+|[;:]\s+|\s+[-–—]\s+|"
    r",\s+(?=(?:which|where|when|while|though|although|if|as|since|with|without|not|like|especially|including|instead|rather|or|who)\b)|"
    r"\s+(?=(?:in favou?r of|instead of|rather than|such as|who)\b)|\s+(?=(?:at|in|on|from|during) (?:the|my|our|a|an)\b)"
)
# What is only granted may be left out: the main clause says the same without it. (Not so after "if".)
GRANTED = re.compile(r"^(?:while|although|though|whereas|even though)\b[^,;:]{3,80}, ", re.IGNORECASE)
LEAD = re.compile(
    r"^(?:(?:However|Still|Anyway|Also|Besides|Moreover|Furthermore|Now|I mean|You know|Well|Look|Honestly|Frankly|Quite frankly|And quite frankly|Instead|For my part|On the other hand|As it turns out|To be honest|In fact|Indeed|Basically), |that (?=[a-z]+ (?:[a-z]+ )?(?:is|are|was|were)\b)|(?:and|but|so(?! far\b)|or|yet|also|plus)\b,?|(?:one|two|three|first|second|third|lastly|finally), (?:that )?(?=(?:I|we|the|my|our)\b)|(?:first|second|third|last)ly,)\s*",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"[,;](?=\s)|\s[-–—](?=\s)|\s(?=(?:but|because|so that|whereas|although|though|which)\s)")
BAD_NEXT = re.compile(r"^\W*(?:that|to|of|than|for|by|who|which|whose|where|as|and|or)\b", re.IGNORECASE)
# What follows changes what was said: a quote that stops before it says something else.
TURNS = re.compile(
    r"^\W*(?:who|whose|that|the time|rather than|instead of|but|unless|without|except|only if|although|though|yet|than|if|whereas|while|because|so that|"
    r"and (?:think|thought|say|said|ask|asked|wonder|feel|realised?|realized?)\b|and (?!(?:I|we|it|they|he|she|you|the|a|an|this|that|these|my|our|there|then|in|on|at)\b)|or)\b",
    re.IGNORECASE,
)
TAKEN_BACK = re.compile(r",? (?:but|though|although|yet)\b", re.IGNORECASE)
WHICH_ASIDE = re.compile(r"^,\s+which\b[^,.;]*,\s+(?!and\b|but\b|so\b)\w")  # the verb is still to come
GOES_ON = re.compile(
    r"^\W*and\b(?! (?:I|we|it|they|he|she|you|the|a|an|this|that|these|my|our|there)\b)", re.IGNORECASE
)  # what was marked may stop here where nothing better can be cut
PLACE = re.compile(r"^\s*(?:at|in|on|from|during|who)\b", re.IGNORECASE)
DENIES = re.compile(r"\b(?:not|no|never|none|only|nobody|nothing|\w+n't)\b", re.IGNORECASE)
IS_A_WHAT = re.compile(r"\b(?:is|was|are|were|be) (?:an?|the) [a-z]+$")  # of which kind, what follows says
VERB_LAST = re.compile(
    r"\b(?:[a-z]{3,}(?:ed|ing)|put|take|give|bring|keep|set|hold|come|look|turn)$"
)  # "clicked on": the two belong together
REST_MOST, PLACE_AFTER = 10, 6  # words
# What bounds a statement and stands before it may not be left out.
BOUNDS = re.compile(
    r"\b(?:in (?:many|most|some|a few|rare) (?:\w+ )?(?:cases|ways|places)|often|usually|sometimes|mostly|rarely|perhaps|maybe|if|when|unless|until|before|after)\b[^,;]*,\s*$",
    re.IGNORECASE,
)
# What is a reason in the sentence is no statement without it.
REASON = re.compile(r"\b(?:because|since|so that|in case)\s*$", re.IGNORECASE)
# "a difference between what is sold, and what is bought": the second half alone is neither.
ONE_OF_TWO = re.compile(r"\b(?:between|both|either|neither)\b[^.;]*,? (?:and|or|nor)\s*$", re.IGNORECASE)
# "a difference between what a lawyer might sell": and what?
ONE_SIDE = re.compile(
    r"\b(?:difference|gap|line|choice|balance) between (?!.*\band\b)|\b(?:both|too) \w+(?: \w+)?$", re.IGNORECASE
)
# "the rest — the budget, the people — do not scale down": what does not?
AFTER_AN_ASIDE = re.compile(r"\s[-–—]\s.*\s[-–—]\s*$")
# "especially where bylines": what where?
HUNG_UP_LAST = re.compile(r",? (?:especially|particularly) (?:where|when|if|since|because) [\w'’-]+$", re.IGNORECASE)
# An opened quotation that has not been closed, or "say:" right before.
SPOKEN = re.compile(
    r"[,:]\s*[\"“](?!.*[\"”])|\b(?:say|says|said|ask|asks|asked|tell|told|answer|answered)(?: \w+)?:\s*$", re.IGNORECASE
)
BAD_START = re.compile(
    r"^(?:then|if|when|while|as|because|although|though|since|once|unless|until|before|after|during|without|whether|which|who|whose|where|what|how|why|than|"
    r"at all|especially|particularly|mostly|whilst|of|for|by(?! \d)|to|with|from|not|or|nor|even|just|at least|instead|(?:one|two|three|four|five|six|first|second|third|lastly|finally)(?=,)|say|imagine|suppose|let|assume|see|look|click|check out)\b",
    re.IGNORECASE,
)
LEANS = re.compile(r"^(?:it|it's|its|this|these|those|that|they|their|he|she|his|her|such|here)\b", re.IGNORECASE)
LISTED = re.compile(r"^[\w'’-]+, (?!I\b|we\b)")  # what is left of a list
BAD_END = re.compile(
    r"\b(?:the|a|an|of|to|in|on|at|for|by|with|from|and|or|but|that|than|as|is|are|was|were|be|been|has|have|had|my|your|our|"
    r"especially|including|what|why|how|whether|where|very|really|just|quite|even|more|most|not|no|all|into|about|which|who|if|when|because|so|such|between|will|would|can|could|say|says|said|ask|asks|think|thinks|realised|realized|noticed|learnt|learned|found|knew)$",
    re.IGNORECASE,
)
# "an eclectic, cumbersome workflow": of what kind, and of what is to come.
OF_A_KIND = re.compile(r"\b(?:an?|the|my|our|his|her|their|some|very|so) [a-z]+$")
MORE_KINDS = re.compile(
    r"^, (?!and\b|but\b|or\b|so\b|I\b|we\b|which\b|where\b|when\b|who\b|because\b|though\b)[a-z-]+ [a-z-]+"
)
LONGEST_END = 9  # letters of the longest of these words, and the one before it
ELLIPSIS = re.compile(
    r"\b(?:being|getting|going|doing|making|having|(?:want|wants|let|make|do|did|mean|meant) (?:that|this|it)(?: to \w+)?|(?:would|could|should|might|must) have|did|do|does|would|could|can|will)$",
    re.IGNORECASE,
)
HANGS = re.compile(r"\b(?:if|when|unless|while|whether|until)\b", re.IGNORECASE)  # half of such a sentence says nothing
OPEN_ASIDE = re.compile(
    r"\b(?:realised|realized|thought|knew|felt|said|that|when|is|was) [-–—] [^-–—]+$"
)  # what the aside breaks off is the point
# "definitions of the context, purpose" and what else; "In 2014 when I was thinking of such things": what then?
HALF_LIST = re.compile(r", [\w'’-]+$")
NO_MAIN = re.compile(r"^(?:In \d{4},? |[^,]{0,25}\b)?(?:when|while) (?:I|we)\b[^,]*$", re.IGNORECASE)
HUNG_UP = re.compile(
    r"\b(?:\d+|two|three|four|five|a few|several|the following) (?:things|reasons|ways|points|steps|questions|rules)$|\b(?:can|could|will|would|may|might|must|should), [^,]+$|\b(?:that|which|who), (?:when|if|as|once|after|before)\b[^,]*$|\bthat (?:where|when|if|once|while|whenever)\b[^,]*$|\bthat,? being\b(?!.*\b(?:is|was|were|would|had|has|can|could|made|means?|meant|wasn't|isn't)\b)"
)  # the half that was to come is missing
# "especially where bylines" and what of them; "I'm glad we did": did what?
BARE_TAIL = re.compile(
    r"\b(?:where|when|whenever|because|although|while) (?!needed\b|possible\b|necessary\b|asked\b)[\w'’-]+$"
)
STANDS_IN = re.compile(
    r"\b(?:glad|sure|sorry|think|know|wish|hope|believe) (?:that )?(?:I|we|they|he|she|you) (?:did|do|does|didn['’]t|don['’]t|have|haven['’]t|would|could|can|was|were)(?=[,.;]|$)"
)


def stretches(text: str) -> list[tuple[int, int]]:
    """The whole sentence first, then its starts cut at clause ends, longest first; after "While ...," what is granted goes."""
    granted = GRANTED.match(text)
    begin = granted.end() if granted else 0
    cuts = [cut.start() for cut in CLAUSE.finditer(text, begin) if not BAD_NEXT.match(text[cut.end() :])]
    return [(begin, len(text)), *((begin, at) for at in sorted(cuts, reverse=True))]


def parts(text: str) -> list[tuple[int, int]]:
    """Stretches from where a statement may begin to where one may end."""
    starts = [0, *(cut.end() for cut in BEGINS.finditer(text))]
    ends = [*(cut.start() for cut in ENDS.finditer(text)), len(text)]
    return [(start, end) for start in starts for end in ends if end - start > LEAST_LETTERS]


def may_start(before: str) -> bool:
    """What stands before bounds nothing, makes no reason of it, and opens no line of speech: that is said to somebody, not to the reader."""
    return not any(sign.search(before) for sign in (BOUNDS, REASON, SPOKEN, ONE_OF_TWO, AFTER_AN_ASIDE))


def may_stop(cut: str, rest: str) -> bool:
    """What follows takes nothing back, there or later, and is not what the sentence was said for."""
    if TAKEN_BACK.search(rest) or WHICH_ASIDE.match(rest) or (OF_A_KIND.search(cut) and MORE_KINDS.match(rest)):
        return False
    if GOES_ON.match(rest):
        return not HALF_LIST.search(cut) and len(rest.split()) <= REST_MOST
    if PLACE.match(rest) and (
        VERB_LAST.search(cut) or DENIES.search(cut) or IS_A_WHAT.search(cut) or len(cut.split()) < PLACE_AFTER
    ):
        return False
    return not TURNS.match(rest)


def broken_off(cut: str) -> bool:
    """It is what is left of a list, or the half that was to come is missing."""
    half = (OPEN_ASIDE, HUNG_UP, BARE_TAIL, STANDS_IN, ONE_SIDE, HUNG_UP_LAST)
    return bool(LISTED.match(cut) or NO_MAIN.match(cut)) or any(sign.search(cut) for sign in half)
