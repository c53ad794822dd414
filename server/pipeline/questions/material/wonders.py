"""The seeker's own question in a note, fit to be asked: its first query only, opened where yes or no would do."""

import re

from server.model import Language
from server.pipeline.identity.names import Names
from server.pipeline.questions.letters import capital, small_first
from server.pipeline.questions.material.address import to_their_face
from server.pipeline.questions.material.direct import direct
from server.pipeline.questions.material.opened import ASKS_CLOSED, opened
from server.pipeline.questions.pronouns import AT_OURS
from server.pipeline.questions.signs import FINITE

MOST, LEAST, LEAST_WH = 16, 4, 3  # words; of a question that "what" or "who" begins
_DOES_TO_ME = re.compile(
    r"(?:what|how much) (?:would|will|does|did) (?:it|that|this) (?:do to|mean for|cost|make of) me\b", re.IGNORECASE
)
# People leave question marks out: where "how do you" or "but which" begins, another piece does.
ASKS = (
    r"(?:(?:(?:who|whom|what|how|which)(?: \w+){0,3}|where|when) (?:do|does|did|is|are|was|were|would|could|can|should|will|has|have|had)|"
    r"who (?:pays|decides|says|knows|gets|does|set|chose|made|told|asked|came|went|paid|said|helped|hired|knew|wrote|started|taught|gave|took|left|stayed|wanted|decided|agreed)|what (?:happened|changed|made|kept|tipped|came|looked|brought)|what if|what's)\b"
)
ASKS_IF = r"(?:(?:is|are|am|was|do|does|did|can|could|would|should) (?:I|we|he|she|it|that|this|they|there)|has (?:some|any)(?:body|one))\b"
UNMARKED = re.compile(rf"^{ASKS}", re.IGNORECASE)
WH = re.compile(
    r"^(?:(?:after|for|with|to|by|in|from|at|until) (?=how (?:many|long|much)\b|wh(?:om|ich|at)\b))?(?:who|whom|what|how|where|which|when)\b",
    re.IGNORECASE,
)
DANGLES = re.compile(
    r"\b(?:these|those|such)\b(?! (?:\d|two|three|four|five|six|first|last)\b)", re.IGNORECASE
)  # heard, nobody knows what is meant
# Two words that are a whole question beside what they are asked of.
_WHOLE = re.compile(
    r"^(?:what (?:changed|happened)|to whom|for how long|how (?:long|many)|how (?:many|much) [a-z]+(?: (?:of|for|a|per|on) [a-z]+){1,2}|since when|who pays)$",
    re.IGNORECASE,
)
# "when the first of them wanted to go, what was written": a clause before the query.
_AFTER_A_CLAUSE = re.compile(
    r"^(?:when|once|after|before|if) [^,]{4,60}, (?P<asks>(?:what|who|how|where|which)\b.+)$", re.IGNORECASE
)
_YOU_ANYBODY, _THEM = re.compile(r"\byou\b", re.IGNORECASE), re.compile(r"\b(?:he|she|him|her)\b", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\([^)]*\)")
# What follows the query only hedges it: "how did she notice, only because it went wrong?"
_HEDGE = re.compile(
    r",\s+(?:only|just|not|because|which|even|maybe|like|if|apart|or|is|isn't|are|aren't|right|that's|thats|this is)\b.*$",
    re.IGNORECASE,
)
# "I wonder what made it that summer", "not sure how you start when you know nobody".
_INDIRECT = re.compile(
    r"^(?:(?:and|but|so) )?(?:I (?:just |really |do )?(?:wonder|ask myself)|I(?:'d| would) (?:so |really |just )?(?:like|love|want) to (?:know|hear)|I want to know|wondering|(?:I'm )?not sure|(?:I )?(?:don't|do not) (?:really )?know|(?:I have )?no idea|(?:I )?can't (?:see|tell|imagine|find)|(?:worth|must|should|want to|will|I'd|would) (?:ask|asking|know)(?: (?:him|her|them|you))?|(?:s?he|they|nobody) (?:never |doesn't |don't )?(?:says?|writes?|tells?))"
    r" (?P<clause>(?:how|what|who|where|when|which)\b(?! to\b)(?! (?:to make of|I would|I'd|I'll|that means|this means)\b).+)$",
    re.IGNORECASE,
)
_INDIRECT_IF = re.compile(
    r"^(?:(?:and|but|so) )?(?:I (?:just |really |do )?wonder|wondering|curious|I'd like to know) (?:if|whether) (?P<who>it|that|this|he|she|they|you|those|these) (?P<be>is|was|are|were|would|will|could|can)(?P<rest> .+)$",
    re.IGNORECASE,
)
# A word of the line, and the two things it may stand for.
_NAMED_OR = re.compile(
    r"^[\w' -]{3,30}: (?P<one>(?:an?|the) [^,:;]{2,40}?),? or (?P<other>(?:an?|the|just|only) [^,:;]{2,50})$",
    re.IGNORECASE,
)
_HOW = re.compile(r"^(?:but |and |so )?how(?: on earth| exactly)?$", re.IGNORECASE)  # of what was marked
_ONES = re.compile(r"^(?P<do>what (?:did|do|does|would)) the ones (?P<verb>\w+) (?P<who>who .+)$", re.IGNORECASE)
_HEDGE_BUT_IF = re.compile(_HEDGE.pattern.replace("|if|", "|"), re.IGNORECASE)
_KNOWS = re.compile(r"\b(?:know|tell|see|decide|notice|sure)\b(?=.*\bif\b)", re.IGNORECASE)
_OR = re.compile(r"^(?:or|and|but|so|then)\s+", re.IGNORECASE)
_HANGING = re.compile(
    r"\b(?:in|inside|within) me$|\bhere$|\bor not$|\b(?:this|that) (?:line|sentence|page|post|quote|bit|part|paragraph)\b|\bthe other(?!s? (?:side|way|hand)\b) \w+|\b(?:have|get|need|like|able|used) to$|(?<!\bin )\b(?<!in )between$|\b(?:too|either)$|\b(?:find|get|meet) one$|\buntil \w+ did$",
    re.IGNORECASE,
)  # to do what?
_NO_QUERY = re.compile(
    r"^(?:what about|which of the (?:two|three|four) would be (?:my|our|mine|ours)\b|what (?:does|do|would) (?:that|this|it) make (?:me|us)\b|(?:when|how often|how many times) (?:did|do|have) (?:I|we)\b|how (?:can|could|do) (?:I|we) (?:ever )?afford\b|which (?:is|was) (?:what|why|how|where|when)\b|what (?:does|did) make (?:it|that|this)$|which (?:one\b|of (?:them|these|those|(?:the )?(?:two|three|four)))(?! (?:if any|would|do|did))(?=$| (?:is|are|was|were|got|made|came|did))\b|how about|how come|who cares|who knows|who (?:was|am|are|were) (?:I|we) kidding|what went wrong|who (?:says|tells|does|has|wants|dares|cares) (?:this|that|it|about|time)\b|what am I(?: for| even| doing)?$|what(?:'s| is) (?:correct|right|true|wrong)$|what the)\b",
    re.IGNORECASE,
)
# "he still thinks the same after all that?"
_STILL_SO = re.compile(
    r"^(?P<who>s?he|they) still (?P<sees>think|believe|see|say|feel)s? (?:this|that|it|so|the same)\b[^?]*\?$",
    re.IGNORECASE,
)
_WOULD = re.compile(r"\b(?:can|could|would|should|do (?:I|we)|becomes?|happens?)\b", re.IGNORECASE)
_HELLO = re.compile(r", (?:hi|hello|hey|dear)\b.*$", re.IGNORECASE)  # what one would say to somebody
_LAST = re.compile(r",? (?:then|too|though|tho|anyway|after|I wonder|or something|or what)$", re.IGNORECASE)
# "What should she have said" scolds.
_WISHED = re.compile(r"^what should (?P<who>s?he|they) have (?P<done>\w+)", re.IGNORECASE)
# "did it burn out or what happened to it": the open half asks more.
_OPEN_HALF = re.compile(
    r"^.+\b(?:or|and) (?P<open>(?:what|how|why|where|when|who)\b (?!not\b|so\b).{4,})$", re.IGNORECASE
)
_IF = re.compile(r"^what if\b", re.IGNORECASE)
_SECOND_QUERY = re.compile(
    r",?\s+(?:and|or)\s+(?:also\s+)?(?:(?:for|with|in|at|to|by|from)\s+)?(?:what|how|why|who|which|when|where|did|do|does|is|are|was|were|would|could|can|will|should|have|has)\b.*$",
    re.IGNORECASE,
)
# "what did the postponing cost, money + people", "who were the partners, local": what is guessed at is asked without it.
_AFTERTHOUGHT = re.compile(r",\s+(?:[\w'’-]+(?: [+&/]| or| and)? ?){1,3}$")
# "the senior person is me, which is not a good sign"
_RELATIVE = re.compile(
    r"^which (?:is|was|are|were) (?:not|an?|my|our|so|why|how|also|exactly|probably|just|nothing)\b", re.IGNORECASE
)
_WHICH = re.compile(r"^which (?P<what>(?!is\b|was\b|one\b|ones\b|of\b)[\w-]+s)$", re.IGNORECASE)
_UNTURNED = re.compile(
    r"^(?:what|how|where|when|which|who|why)(?: else| long| often| (?:much|many)(?: \w+)?)? (?:(?:I|you|we|he|she|they|it)(?! (?:do|does|did) (?:I|you|we|he|she|they|it)\b) \w+|(?:I|you|we|he|she|they|it|that)'(?:m|re|s|ve|d|ll)\b)",
    re.IGNORECASE,
)
_STILL_UNTURNED = re.compile(
    r"^(?:in|at|on|to|for|with|by|from) (?:what|which)(?: \w+)? (?:you|I|we|he|she|they|it) \w", re.IGNORECASE
)
_SECOND_BE = re.compile(r"^\S+ \S+ (?:(?!when\b|if\b|that\b|who\b)\S+ )*(?:is|are|was|were)\b", re.IGNORECASE)
_SUBJECT_ASKED = re.compile(
    r"^(?:what|who|which \w+)(?! (?:about|if|else|for|to|the|a|an|my|he|she|they|it|I|you|we)\b) \w+", re.IGNORECASE
)
_HOW_MUCH = re.compile(
    r"^how (?:many|much|long|often)(?: \w+)? (?:he|she|they|it) (?!(?:is|was|are|were|did|does|do)\b)\w+", re.IGNORECASE
)  # "how many months she had saved"
_WHEN = re.compile(r"^(?:when|where)\b", re.IGNORECASE)
_WRITTEN = re.compile(r"[+=&@#<>*_]|\s/\s")


def wonder_of(piece: str, names: Names, language: Language) -> str:
    """The question a piece of a note asks, with its mark; "" where it asks none that could be said."""
    if _YOU_ANYBODY.search(piece) and _THEM.search(piece):
        return ""  # "without it sounding like I don't trust him": him may be anybody
    piece = _STILL_SO.sub(r"does \g<who> still \g<sees> this?", _asked_directly(_ASIDE.sub("", piece), language))
    plain = _WISHED.sub(r"what do you wish \g<who> had \g<done>", _LAST.sub("", _OR.sub("", piece.rstrip("?.! "))))
    if named := _NAMED_OR.match(plain):
        return f"Which is it, {named['one']}, or {named['other']}?"
    if _HOW.match(plain):
        return "How did you go about it?"
    if not (piece.endswith("?") or _asks(plain, language)):
        return ""
    asked = _openly(to_their_face(_first_query(plain, language), names))
    asked = _HELLO.sub("", asked)
    refused = _asks_of_ours(asked) or any(
        sign.search(asked) for sign in (_WRITTEN, DANGLES, _NO_QUERY, _HANGING, _STILL_UNTURNED)
    )
    least = 2 if _WHOLE.match(asked) else LEAST_WH if _SUBJECT_ASKED.match(asked) else LEAST
    return f"{capital(asked)}?" if not refused and least <= len(asked.split()) <= MOST else ""


def _asks_of_ours(asked: str) -> bool:
    """It asks what is so where the seeker is, which only they can know: "who holds the passwords at ours"."""
    ours = bool(AT_OURS.search(asked)) and not (_YOU_ANYBODY.search(asked) or _WOULD.search(asked))
    return ours or bool(_DOES_TO_ME.match(asked))


def _asks(plain: str, language: Language) -> bool:
    """It asks, with or without its mark."""
    clause = _AFTER_A_CLAUSE.match(plain)
    plain = clause["asks"] if clause else plain
    if _RELATIVE.match(plain):
        return False
    known = (UNMARKED, ASKS_CLOSED, _WHOLE, _HOW_MUCH)
    if any(sign.match(plain) for sign in known):
        return True
    if not _SUBJECT_ASKED.match(plain):
        return False
    tags = [tag for _, tag in language.tag(plain.lower())[:2]]
    return len(tags) > 1 and tags[1] in FINITE and not _SECOND_BE.search(plain)  # "what worked in the end", "who waits"


def _first_query(plain: str, language: Language) -> str:
    """The first thing it asks, as a question, without what only hedges it or is asked besides."""
    if clause := _AFTER_A_CLAUSE.match(plain):
        return f"{plain[: clause.start('asks')].lower()}{_first_query(clause['asks'], language)}"
    half = _OPEN_HALF.match(plain) if ASKS_CLOSED.match(plain) else None
    plain = half["open"] if half else plain
    hedge = _HEDGE_BUT_IF if _KNOWS.search(plain) else _HEDGE
    if _UNTURNED.match(plain):
        plain = "" if _WHEN.match(plain) else direct(plain, language)  # "when he wrote that" is half a sentence
    if WH.match(plain) and not _IF.match(plain):
        plain = hedge.sub("", _SECOND_QUERY.sub("", _AFTERTHOUGHT.sub("", plain)))
    return small_first(plain)


def _openly(told: str) -> str:
    """The question, opened if it is closed; "" where that cannot be done."""
    told = _ONES.sub(r"\g<do> the ones \g<who> \g<verb>", _WHICH.sub(r"what were the \g<what>", told))
    clause = _AFTER_A_CLAUSE.match(told)
    if clause or _WHOLE.match(told):
        return told
    return opened(told) or (told if WH.match(told) and not _IF.match(told) else "")


def _asked_directly(piece: str, language: Language) -> str:
    """A piece that wonders ("I wonder what made it that summer") as the question it is; as it stands if it does not."""
    found, whether = _INDIRECT.match(piece.rstrip("?. ")), _INDIRECT_IF.match(piece.rstrip("?. "))
    if found:
        asked = direct(_HEDGE.sub("", _SECOND_QUERY.sub("", found["clause"])), language)
        return f"{asked}?" if asked else piece
    return f"{whether['be']} {whether['who']}{whether['rest']}?" if whether else piece
