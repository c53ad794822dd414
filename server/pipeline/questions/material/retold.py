"""A marked sentence that is too long to quote, retold: "You wrote that you'd had only four people from outside contribute".

Their words as they stand but for "I", which becomes "you"; cut where a clause ends and nothing is taken back. Reported like this, a
sentence is said in one breath that nobody would read out between quotation marks.
"""

import re
from itertools import chain

from server.model import Language
from server.pipeline.features.stems import STOP
from server.pipeline.questions.letters import small_first
from server.pipeline.questions.material.cuts import BAD_END, HUNG_UP, LEAD, LEANS, may_stop
from server.pipeline.questions.material.perspective import mine_to_yours
from server.pipeline.questions.material.statement import finite, half_told
from server.pipeline.questions.signs import OLD

MOST, EASY, LEAST = 17, 13, 5  # words
_OPENS = re.compile(
    r"^(?:(?:however|instead|eventually|finally|in some ways|in short|for some reason|honestly|sadly|luckily|still|quite simply|this past (?:week|month|year)|maybe|perhaps)(?:,| (?=I\b|we\b)) ?|(?:I (?:think|guess|suppose|know|mean)|I(?:'m| am) (?:\w+ )?(?:sure|certain|convinced)|of course) (?:that )?(?=(?:I|we|the|my|it)\b))",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r",\s+(?=(?:and|so|which|where|because|as|while|when|since|that|or|with|without|not|wrapping|leaving|making|citing|including|\w+ly \w+ing|\w+ing)\b)|"
    r"\s+(?=(?:because|despite|which|while|whereas|as (?:it|I|we|they|this|that)|and (?:I|we|it|while|that|then|my|the))\b)|\s+[-–—]+\s+|(?<=\w)—(?=\w)|[;:]\s+|[.!?]\s+"
)
_BEGINS = re.compile(
    r"\s+[-–—]+\s+|,? but it turns? out (?:that )?(?=an?\b|the\b|people\b|most\b)|[;:]\s+|[.!?]\s+|,\s+(?=(?:I|we|you|my|our)\b)"
)
_MARKS = re.compile(r"[()\[\]{}…\"“”*_/\\|@#<>=?]|\.\.\.|\bhttps?\b|--")
_SUBJECT = re.compile(
    r"^(?:I|I'm|I've|I'd|I'll|we|we're|we've|we'd|my|our|the|an?|one|two|three|four|five|some|most|many|all|every|each|no|nobody|people|there(?:'s| (?:is|are|was|were))|it(?:'s| (?:is|was|took))|by \w+ing\b[^,]+, (?:I|we)|ever since\b[^,]+,)\b",
    re.IGNORECASE,
)
# "If I do it all, I'm not leading", "I worry that we'll be left behind": without what stands before, it says something else.
_CONDITION = re.compile(
    r"(?:(?:if|when(?:ever)?|unless|until|as long as|suppose|had I|were I|even if|once|without|where)\b|I (?:\w+ )?(?:worry|fear|hope|wish|doubt|imagine)\b)[^.!?]*$",
    re.IGNORECASE,
)
_PAST = {
    "you are": "you were", "you're": "you were", "you aren't": "you weren't", "you do": "you did", "you don't": "you didn't",
    "you have": "you had", "you've": "you'd", "you haven't": "you hadn't", "you can": "you could", "you can't": "you couldn't",
    "you cannot": "you couldn't", "you will": "you would", "you'll": "you'd", "you won't": "you wouldn't",
}  # fmt: skip
_YOU_NOW = re.compile(
    r"^you(?:'(?:re|ve|ll)| (?:are|aren't|do|don't|have|haven't|can|can't|cannot|will|won't))(?![\w'])", re.IGNORECASE
)
_THAT = re.compile(r"\bthat (?=(?:if|when|unless|until|as long|once|without)\b)", re.IGNORECASE)
_STOP = re.compile(r"[.!?]\s+")
_AGO = re.compile(
    r",? (?:a few|a couple of|some|two|three|four|five|six|\d+) (?:days|weeks|months|years) ago\b|,? (?:recently|just now)\b",
    re.IGNORECASE,
)  # from then, not from today
_FOR_EXAMPLE = re.compile(r"\b(?:e\.g|i\.e)\b\.?,?$")
_BRACKETED = re.compile(r"\s*\([^()]{1,60}\)(?=[\s,.;]|$)")
_PHRASAL = re.compile(r"\b(?:is|are|was|were|be|been) (?:\w+ )?\w+ed (?:on|in|by|for|at|with)$", re.IGNORECASE)
_POINTING = re.compile(
    r"\b(?:this|these|those|such|another|now|currently|today|he|she|him|his|her|they|them)\b", re.IGNORECASE
)


def retold(text: str, selection: str, tell: tuple[str, str, int], language: Language) -> tuple[str, ...]:
    """The first clause that can be said, as "You wrote that ..."; with what was marked of a longer sentence before the whole of it. None if none can.

    tell is the verb for their words, the year of the page ("" if undated) and the year of the talk.
    """
    texts = (_BRACKETED.sub("", one.replace("’", "'")) for one in (*part_marked(text, selection), text))
    clauses = chain.from_iterable(sorted(_clauses(one), key=_easily_said) for one in texts)
    told = next((said for clause in clauses if (said := _told(clause, language))), "")
    said, year, now_year = tell
    dated = (f"In {year} you {said}",) if year and now_year - int(year) >= OLD else ()
    then = _then(_AGO.sub("", told)) if dated else _AGO.sub("", told)
    return tuple(f"{opens} that {then}." for opens in (*dated, f"You {said}") if told)


def _then(told: str) -> str:
    """What is told of them in the present, as it was when they wrote it: "you're not leading" -> "you weren't leading"."""
    found = _YOU_NOW.search(told)
    return f"{told[: found.start()]}{_PAST[found.group().lower()]}{told[found.end() :]}" if found else told


def part_marked(text: str, selection: str) -> tuple[str, ...]:
    """What was marked, where it is a part of one sentence: whoever marks half of one has cut it for themselves. None where it is more or all."""
    part = " ".join(selection.split())
    return (part,) if part and part in text and len(part) < len(text) - 1 else ()


def _clauses(text: str) -> list[str]:
    """Stretches from where a statement may begin to where one may end, those from its start and the longest first."""
    plain = _OPENS.sub("", LEAD.sub("", text.strip()))
    starts = [0, *(cut.end() for cut in _BEGINS.finditer(plain) if not _on_condition(plain[: cut.end()]))]
    ends = sorted((*(cut.start() for cut in _ENDS.finditer(plain)), len(plain)), reverse=True)
    return [
        plain[start:end].strip().rstrip(".!;, ")
        for start in starts
        for end in ends
        if end > start
        and may_stop(plain[start:end], re.sub(r"^,? (?:and )?(?:because|while|as|which)\b", "", plain[end:]))
    ]


def _on_condition(before: str) -> bool:
    """What follows holds only on a condition told before it, in the same sentence."""
    said = _STOP.split(before)[-1]
    return bool(_CONDITION.match(said) or _CONDITION.match(_THAT.split(said)[-1]))


def _easily_said(clause: str) -> tuple[bool, int]:
    """The longest that is easy to say first, then the shortest that is not."""
    words = len(clause.split())
    return words > EASY, words if words > EASY else -words


def _told(clause: str, language: Language) -> str:
    """The clause to their face; "" where it is no statement, is too long, or points away from itself."""
    words = clause.split()
    if (
        not LEAST <= len(words) <= MOST
        or HUNG_UP.search(clause)
        or _FOR_EXAMPLE.search(clause)
        or half_told(clause, language)
        or _MARKS.search(clause)
        or (BAD_END.search(clause) and not _PHRASAL.search(clause))
        or _POINTING.search(clause)
    ):
        return ""
    begins = next((tag for _, tag in language.tag(small_first(clause))), "")
    named = begins == "NNS"  # several things or people
    opens = _SUBJECT.match(clause)
    if not (opens or named) or (LEANS.match(clause) and not opens) or not finite(clause, language):
        return ""
    turned = mine_to_yours(clause)
    first = turned.split(" ", 1)[0]
    small = first.lower().split("'")[0] in STOP or named or opens
    return small_first(turned) if small and turned else turned
