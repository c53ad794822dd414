"""What is told right beside a passage: the rest of its sentence, the one before and the next three. A question answered there is no question."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from scrapers.page import Extract
from server.pipeline.evidence.gather import Found
from server.pipeline.features.compute import ReadClip

NEXT, PREVIOUS = 3, 1
# The lists of pasts here are narrow: not any act, but what tells of a change, or of what came out.
WHY = re.compile(
    r"\b(?:because|since (?:I|we|it|the|my|our|nobody)|as (?:I|we|it|the|nobody) (?:was|were|had|did|could)|so that|in order to|otherwise|that's why|that is why|which is why|"
    r"the reason|for a (?:simple )?reason|due to|thanks to|what (?:drove|made|tipped)|made (?:me|us) (?:think|see|do|leave|say|want)|hoping|wanted to|"
    r"so (?:I|we) (?:could|would|might)|I(?:'d| had) (?:had enough|got tired|grown tired))\b",
    re.IGNORECASE,
)
SINCE = re.compile(
    r"\b(?:now (?:I|we)|(?:I|we) now|these days|nowadays|today (?:I|we)|since then|ever since|from then on|after that|so (?:now|then)|the next (?:one|time|year|twenty|ten)|"
    r"no longer|not any ?more|(?:I|we) (?:was|were) wrong|wrong about|changed (?:my|our) mind|in hindsight|looking back|in the end|turned out|I(?:'d| would) not say|"
    r"I don't (?:say|think|believe) (?:that|so) any|I stopped|we stopped|so I (?:started|began|stopped|went|made|wrote|put)|so we (?:started|began|stopped|went|made|wrote|put)|instead|"
    r"I've learn(?:ed|t)|I learn(?:ed|t)|it took (?:me|us))\b",
    re.IGNORECASE,
)
RESULT = re.compile(
    r"\b(?:as a result|in the end|it (?:worked|failed|earned|cost|took|went|paid|sold|closed|ran|lasted|turned)|which (?:meant|led|cost|gave|earned)|"
    r"within (?:a|two|three|six) |by (?:the end|then|march|april|may|june|july|autumn|winter|spring|summer)|(?:a|one|two|three|six) (?:weeks?|months?|years?) later|got (?:the|a) |and (?:it|that) (?:was|is|did))\b",
    re.IGNORECASE,
)


def rest_beside(found: Found, extracts: Mapping[str, Extract], said: str) -> str:
    """The words after what a question repeats of a passage (`said`), the next three passages and the one before."""
    text = found.passage.text
    tail = text[_end_of(text, said) :]
    passages = extracts[found.clip.id].passages if found.clip.id in extracts else ()
    after = bisect_right([one.start for one in passages], found.passage.start)
    around = (*passages[max(0, after - 1 - PREVIOUS) : max(0, after - 1)], *passages[after : after + NEXT])
    return " ".join([tail, *(one.text for one in around)])


def extracts_of(read: Sequence[ReadClip]) -> dict[str, Extract]:
    """By id of the clip."""
    return {one.clip.id: one.extract for one in read if one.extract is not None}


def _end_of(text: str, said: str) -> int:
    """Where what is said of a text ends in it, by its last word or two; the end of the text if they are not found."""
    last = said.rstrip(" .").split()[-2:]
    at = text.rfind(" ".join(last)) if last else -1
    return at + len(" ".join(last)) if at >= 0 else len(text)
