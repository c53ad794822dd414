"""Short verbatim quotes that stand on their own. Most passages give none: no quote is better than a dangling one."""

import re
from itertools import pairwise

from server.model import Language
from server.pipeline.features.stems import STOP, stems, words
from server.pipeline.questions.signs import FINITE, RULE

MOST, LEAST = 16, 4
MARKED_MOST, ENTIRE_MOST, ENTIRE_LEAST, EASY = 16, 18, 4, 8
# Where a statement may begin inside a sentence: after a strong stop, or after "and", "but", "so" where it has a subject of its own.
BEGINS = re.compile(
    r"[;:]\s+[\"“]?|\s+[-–—]\s+|[.!?][\"”]\s+|,\s+(?:and|but|so(?! \w+ that\b))\s+|\s+(?:and|but)\s+(?=(?:I|we|the|my|our|most|nobody|people)\b)"
)
# Where one may end.
ENDS = re.compile(
    r",?\s+(?:and|but|so(?! \w+ that\b)|because)\s+|[;:]\s+|\s+[-–—]\s+|"
    r",\s+(?=(?:which|where|when|while|though|although|if|as|since|with|without|not|like|especially|including|instead|rather|or|who)\b)|"
    r"\s+(?=(?:in favou?r of|instead of|rather than|such as|who)\b)|\s+(?=(?:at|in|on|from|during) (?:the|my|our|a|an)\b)"
)
CONTENT = 3
# What is only granted may be left out: the main clause says the same without it. (Not so after "if".)
GRANTED = re.compile(r"^(?:while|although|though|whereas|even though)\b[^,;:]{3,80}, ", re.IGNORECASE)
LEAD = re.compile(
    r"^(?:(?:However|Still|Anyway|Also|Besides|Moreover|Furthermore|Now), |that (?=[a-z]+ (?:[a-z]+ )?(?:is|are|was|were)\b)|(?:and|but|so|or|yet|also|plus)\b,?|(?:one|two|three|first|second|third|lastly|finally), (?:that )?(?=(?:I|we|the|my|our)\b)|(?:first|second|third|last)ly,)\s*",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"[,;](?=\s)|\s[-–—](?=\s)|\s(?=(?:but|because|so that|whereas|although|though|which)\s)")
# A word that points at something outside the quote.
POINTS_AWAY = re.compile(
    r"\b(?:it|it's|its|this|these|those|they|they're|their|them|he|she|his|her|him|one|ones|such|here|there's a|above|below|"
    r"latter|former|same|another|other|others|else|both|either|neither|too|also|so)\b|\bthat(?:'s| is| was| will| would| makes?)\b|^that\b",
    re.IGNORECASE,
)
# The same near the start, where nothing it could stand for has been heard.
LOOSE = re.compile(
    r"^(?:\S+ ){0,2}?(?:it|it's|its|this|these|those|they|they're|their|them|he|she|she's|he's|his|her|him|such|here|both|either|neither)\b|"
    r"^(?!.*\b(?:two|three|four|five|six|one|half)\b).*\b(?:other|others|another|same|such) \w+",
    re.IGNORECASE,
)
LEANS = re.compile(r"^(?:it|it's|its|this|these|those|that|they|their|he|she|his|her|such|here)\b", re.IGNORECASE)
BAD_START = re.compile(
    r"^(?:then|if|when|while|as|because|although|though|since|once|unless|until|before|after|during|without|whether|which|who|whose|where|what|how|why|than|"
    r"especially|particularly|mostly|whilst|of|for|by(?! \d)|to|with|from|not|or|nor|even|just|at least|instead|(?:one|two|three|four|five|six|first|second|third|lastly|finally)(?=,)|say|imagine|suppose|let|assume|see|look|click|check out)\b",
    re.IGNORECASE,
)
BAD_END = re.compile(
    r"\b(?:the|a|an|of|to|in|on|at|for|by|with|from|and|or|but|that|than|as|is|are|was|were|be|been|has|have|had|my|your|our|"
    r"very|more|most|not|no|all|into|about|which|who|if|when|because|so|such|between|will|would|can|could|say|says|said|ask|asks|think|thinks|realised|realized|noticed|learnt|learned|found|knew)$",
    re.IGNORECASE,
)
ELLIPSIS = re.compile(
    r"\b(?:being|getting|going|doing|making|having|(?:want|wants|let|make|do|did|mean|meant) (?:that|this|it)(?: to \w+)?|(?:would|could|should|might|must) have|did|do|does|would|could|can|will)$",
    re.IGNORECASE,
)
LONGEST_END = 9  # letters of the longest of these words, and the one before it
BAD_NEXT = re.compile(r"^\W*(?:that|to|of|than|for|by|who|which|whose|where|as|and|or)\b", re.IGNORECASE)
MARKS = re.compile(r"[:()\[\]{}…\"“”*_/\\|@#<>=]|\.\.\.|\bhttps?\b")
# What follows changes what was said: a quote that stops before it says something else.
TURNS = re.compile(
    r"^\W*(?:who|whose|that|the time|but|unless|without|except|only if|although|though|yet|than|if|whereas|while|because|so that|"
    r"and (?:think|thought|say|said|ask|asked|wonder|feel|realised?|realized?)\b|and (?!(?:I|we|it|they|he|she|you|the|a|an|this|that|these|my|our|there|then|in|on|at)\b)|or)\b",
    re.IGNORECASE,
)
HANGS = re.compile(r"\b(?:if|when|unless|while|whether|until)\b", re.IGNORECASE)  # half of such a sentence says nothing
TAKEN_BACK = re.compile(r",? (?:but|though|although|yet)\b", re.IGNORECASE)
PLACE = re.compile(r"^\s*(?:at|in|on|from|during|who)\b", re.IGNORECASE)
DENIES = re.compile(r"\b(?:not|no|never|none|only|nobody|nothing|\w+n't)\b", re.IGNORECASE)
REST_MOST, PLACE_AFTER = 10, 6  # words
GOES_ON = re.compile(
    r"^\W*and\b(?! (?:I|we|it|they|he|she|you|the|a|an|this|that|these|my|our|there)\b)", re.IGNORECASE
)  # what was marked may stop here where nothing better can be cut
# What bounds a statement and stands before it may not be left out.
BOUNDS = re.compile(
    r"\b(?:in (?:many|most|some|a few|rare) (?:\w+ )?(?:cases|ways|places)|often|usually|sometimes|mostly|rarely|perhaps|maybe|if|when|unless|until|before|after)\b[^,;]*,\s*$",
    re.IGNORECASE,
)
# What is a reason in the sentence is no statement without it.
REASON = re.compile(r"\b(?:because|since|so that|in case)\s*$", re.IGNORECASE)
# An opened quotation that has not been closed, or "say:" right before.
SPOKEN = re.compile(
    r"[,:]\s*[\"“](?!.*[\"”])|\b(?:say|says|said|ask|asks|asked|tell|told|answer|answered)(?: \w+)?:\s*$", re.IGNORECASE
)
OPEN_ASIDE = re.compile(
    r"\b(?:realised|realized|thought|knew|felt|said|that|when|is|was) [-–—] [^-–—]+$"
)  # what the aside breaks off is the point
HUNG_UP = re.compile(
    r"\b(?:\d+|two|three|four|five|a few|several|the following) (?:things|reasons|ways|points|steps|questions|rules)$|\b(?:can|could|will|would|may|might|must|should), [^,]+$|\b(?:that|which|who), (?:when|if|as|once|after|before)\b[^,]*$|\bthat (?:where|when|if|once|while|whenever)\b[^,]*$|\bthat,? being\b(?!.*\b(?:is|was|were|would|had|has|can|could|made|means?|meant|wasn't|isn't)\b)"
)  # the half that was to come is missing
TOLD_THAT = re.compile(
    r"\b(?:learn(?:ed|t)?|think|thought|found|realised|realized|know|knew|believe|feel|felt|noticed|saw|means?|shows?) that (?P<rest>[^,]+)$"
)
WHICH_ASIDE = re.compile(r"^,\s+which\b[^,.;]*,\s+(?!and\b|but\b|so\b)\w")  # the verb is still to come
IS_A_WHAT = re.compile(r"\b(?:is|was|are|were|be) (?:an?|the) [a-z]+$")  # of which kind, what follows says
ASKS = re.compile(
    r"(?:should|could|would|can|will|do|does|did|is|are|was|were|have|has|shall|may|might) (?:I|we|you|they|it|he|she|there|the|my|our|this|that)\b",
    re.IGNORECASE,
)
LISTED = re.compile(r"^[\w'’-]+, (?!I\b|we\b)")  # what is left of a list
POINTS_AT_LAST = re.compile(
    r"\b(?:this|that|these|those|them|him|her)$|^(?:\S+ ){1,5}it$", re.IGNORECASE
)  # at what, nobody hears
GLUED = re.compile(r"[a-z][.!?][A-Z]")
TWO_HEADS = re.compile(r"^(?:[A-Z][\w'’-]+\s){2,}[A-Z]")
ABOUT_THE_PAGE = re.compile(
    r"\b(?:post|article|essay|blog|newsletter|episode|read|subscribe|click|link|photo|image|video|slide|chapter|section|comment|"
    r"page|list|update|thanks|thank)\b",
    re.IGNORECASE,
)
# Words that say nothing of a matter by themselves.
HOLLOW = frozenset(
    "think believe suspect guess hope know one two three four five six first second third lot bit way ok thing".split()
)
RELATIVE = frozenset({"that", "which", "who"})
SUBJECT = frozenset({"DT", "JJ", "JJR", "RBS", "CD", "PRP$", "NN", "NNS", "NNP", "NNPS"})
OBJECT = frozenset({"DT", "PRP$"})


def quote_of(text: str, language: Language) -> str:
    """The best short quote a passage holds, without its final stop; "" if none stands alone."""
    plain = LEAD.sub("", text.strip())
    for start, end in _stretches(plain):
        cut = plain[start:end].strip().rstrip(".!;, ")
        torn = end < len(plain) and (TURNS.match(plain[end:]) or HANGS.search(cut))
        if not torn and stands_alone(cut) and finite(cut, language):
            return cut
    return ""


def stands_alone(cut: str) -> bool:
    """The strict gate: short, no mark, no word that points away, three content words, a clean start and end."""
    count = len(cut.split())
    if not LEAST <= count <= MOST or not cut[:1].isalnum():
        return False
    # What is quick to see, or common, first.
    refused = (BAD_START, TWO_HEADS, POINTS_AWAY, MARKS, ABOUT_THE_PAGE, GLUED)
    if cut.endswith("?") or BAD_END.search(cut, max(0, len(cut) - LONGEST_END)) or any(p.search(cut) for p in refused):
        return False
    return sum(word not in STOP and word not in HOLLOW for word in words(cut)) >= CONTENT


def marked_quotes(text: str, wanted: frozenset[str], language: Language) -> tuple[str, ...]:
    """Quotes out of a passage the seeker marked, what says most of `wanted` (stems of their note) first, then the easiest to say.

    Less strict than `quote_of`: a longer one will do, and a word may point away after the start, for they have read the page.
    """
    plain = LEAD.sub("", text.strip())
    cuts = {
        LEAD.sub("", plain[start:end].strip().strip('"“”').rstrip(".!;, ")): bool(GOES_ON.match(plain[end:]))
        for start, end in (*_stretches(plain), *_parts(plain))
        if not BOUNDS.search(plain[:start])
        and not REASON.search(plain[:start])
        and may_stop(plain[start:end], plain[end:])
        and not _spoken(plain[:start])
    }
    whole = plain.rstrip(".!;, ")
    orders = _orders(whole, language)
    fits = [
        cut
        for cut in cuts
        if _fits_marked(cut, whole=whole.endswith(cut), entire=cut == whole)
        and (finite(cut, language) or (cut == whole and _has_verb(cut, language)))
        and (cut == whole or _has_subject(cut, language, orders or _rules(plain, cut)))
        and not POINTS_AT_LAST.search(cut)
        and not half_told(cut, language)
        and (cut == whole or not (LISTED.match(cut) or OPEN_ASIDE.search(cut) or HUNG_UP.search(cut)))
    ]
    return tuple(
        sorted(
            fits,
            key=lambda cut: (
                cut != whole or bool(BEGINS.search(whole)),  # one whole statement
                hollow(cut),
                cuts[cut],
                -len(stems(cut) & wanted),
                abs(len(cut.split()) - EASY),
                cut,
            ),
        )
    )


def half_told(cut: str, language: Language) -> bool:
    """What they say they learned or think is told without its verb: "I've learned that long lists of features"."""
    told = TOLD_THAT.search(cut)
    return told is not None and not (finite(told["rest"], language) or _has_verb(told["rest"], language))


def hollow(cut: str) -> bool:
    """Heard by itself it says little: it points away, or holds hardly a word of the matter."""
    return bool(LOOSE.search(cut)) or len({word for word in stems(cut) if word not in HOLLOW}) < CONTENT


def _spoken(before: str) -> bool:
    """It stands inside quotation marks that open with a line of speech: said to somebody, not to the reader."""
    return bool(SPOKEN.search(before))


def may_stop(cut: str, rest: str) -> bool:
    """What follows takes nothing back, there or later, and is not what the sentence was said for."""
    if TAKEN_BACK.search(rest) or WHICH_ASIDE.match(rest):
        return False
    if GOES_ON.match(rest):
        return len(rest.split()) <= REST_MOST
    if PLACE.match(rest) and (DENIES.search(cut) or IS_A_WHAT.search(cut) or len(cut.split()) < PLACE_AFTER):
        return False
    return not TURNS.match(rest)


def _orders(text: str, language: Language) -> bool:
    """The sentence is an imperative."""
    return _commands(language.tag(text[:1].lower() + text[1:]))  # the tagger takes a capital for a name


def _rules(plain: str, cut: str) -> bool:
    """It tells what to do, and stands where a verb may be an order: at the start of the sentence or after a strong stop."""
    before = plain[: max(0, plain.find(cut))].rstrip(' "“')
    return bool(RULE.match(cut[:1].upper() + cut[1:])) and (not before or before[-1] in ".:;!?–—-")


def _has_subject(cut: str, language: Language, orders: bool) -> bool:  # noqa: FBT001 (told once, by the sentence)
    """It begins with what it is about; with a verb only where the whole sentence is an imperative."""
    tags = [tag for _, tag in language.tag(cut)]
    if not tags or (tags[-1] == "VB" and tags[-2:-1] != ["TO"]):  # "and then sit": where?
        return False
    return orders or _says_i(cut) or not (tags[0].startswith("VB") or tags[0] == "RB")


def _parts(text: str) -> list[tuple[int, int]]:
    """Stretches from where a statement may begin to where one may end."""
    starts = [0, *(cut.end() for cut in BEGINS.finditer(text))]
    ends = [*(cut.start() for cut in ENDS.finditer(text)), len(text)]
    return [(start, end) for start in starts for end in ends if end - start > LEAST]


def _fits_marked(cut: str, *, whole: bool, entire: bool) -> bool:
    """whole: it goes on to the end of the sentence; entire: it is the sentence, and who marked that knows what it points at."""
    torn = not entire and (
        BAD_START.match(cut)
        or ELLIPSIS.search(cut)
        or LEANS.match(cut)
        or ASKS.match(cut)
        or (BAD_END.search(cut) and not whole)
    )
    marks = any(pattern.search(cut) for pattern in (MARKS, GLUED)) or cut.endswith("?") or not cut[:1].isalnum()
    return (
        not torn
        and not marks
        and (ENTIRE_LEAST if entire else LEAST + 1) <= len(cut.split()) <= (ENTIRE_MOST if entire else MARKED_MOST)
    )


def _stretches(text: str) -> list[tuple[int, int]]:
    """The whole sentence first, then its starts cut at clause ends, longest first; after "While ...," what is granted goes."""
    granted = GRANTED.match(text)
    begin = granted.end() if granted else 0
    cuts = [cut.start() for cut in CLAUSE.finditer(text, begin) if not BAD_NEXT.match(text[cut.end() :])]
    return [(begin, len(text)), *((begin, at) for at in sorted(cuts, reverse=True))]


def finite(cut: str, language: Language) -> bool:
    """A main verb: finite and not inside a relative clause, or an imperative at the start.

    The tagger calls many a past tense after a pronoun a participle, so a pronoun before one counts too.
    """
    tags = language.tag(cut)
    if _says_i(cut) or _commands(tags) or _plural_does(tags):
        return True
    pairs = [(("", "START"), tags[0]), *pairwise(tags)] if tags else []
    return any(
        (after[1] in FINITE or (before[1] == "PRP" and after[1] in {"VBN", "VB"})) and before[0].lower() not in RELATIVE
        for before, after in pairs
    )


def _says_i(cut: str) -> bool:
    """What follows "I" at the start is its verb, whatever the tagger takes it for."""
    return bool(re.match(r"I(?:['’](?:m|ve|d|ll))? [a-z]", cut))


def _has_verb(text: str, language: Language) -> bool:
    """Some verb that is finite, or that the tagger may have taken for a participle: enough for a sentence that somebody marked whole."""
    return any(tag in FINITE or tag == "VBN" for _, tag in language.tag(text))


def _commands(tags: list[tuple[str, str]]) -> bool:
    """An imperative, also after "never" or "always", where the tagger takes some for nouns."""
    led = bool(tags) and tags[0][0].lower() in {"never", "always"}
    rest = [tag for _, tag in tags[led:]]
    return rest[:1] == ["VB"] or (led and rest[:1] == ["NN"] and bool(OBJECT & set(rest[1:2])))


def _plural_does(tags: list[tuple[str, str]]) -> bool:
    """A subject at the start and a base form after it: the tagger calls the present tense of plurals so."""
    verb = next((at for at, (_, tag) in enumerate(tags) if tag not in SUBJECT), 0)
    return verb > 0 and tags[verb][1] == "VB"
