"""Step 5: what is private is cut out, span by span, before any string goes on.

The test for a line is whether the seeker would be at ease if the interviewee read it over their shoulder. Kin, birth and age,
romance, health, death, religion, ethnicity, sexual life, trade union, politics, courts, money, addresses and looks are
private even where they are public; work that has such a word in its name is not. The words stand in `private_words.toml` and `words/`.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat

from server.model import Interview
from server.pipeline.features.values import PrivateHit
from server.pipeline.identity.names import Names, Strength
from server.pipeline.privacy.clauses import best_stretch
from server.pipeline.privacy.hits import private_hits, straightened
from server.pipeline.privacy.lexicon import lexicon

MOSTLY = 0.3  # of a page's sentences; professional pages stayed under 15 % where it was tried
MASK = "…"
ALWAYS = frozenset({"family", "romance", "health", "death"})  # where it is said of themselves, whatever they work on
_OWN = re.compile(r"(?:I|I['’]\w+|my|his|her|he|she)\b", re.IGNORECASE)
_PERSON = re.compile(
    r"\b(?:I|I'm|I've|I'd|I'll|[Mm]e|[Mm]y|[Mm]yself|[Ww]e|[Ww]e're|[Ww]e've|[Oo]ur|[Uu]s|[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im)\b"
)
# Somebody by name who does something: "Mireille uses ...". A tool is seldom what a word of private life is told of.
_NAMED = re.compile(
    r"(?:^|[.!?:;,]\s+|\b(?:and|that|because|when|while|as|so|but|since|until)\s+)(?!(?:The|This|That|It|There|What|Here|If|In|On|At|As|And|"
    r"But|So|For|When|While|A|An|Our|You|Your|No|Not|To|By|With|From|How|Why|Who|All|One|Some|Most|These|Those|Then|Now|They)\b)"
    r"[A-ZÀ-Þ][\w-]+(?:'s)?\s+(?:is|was|has|had|uses|went|got|left|came|took|\w+ed)\b"
)


@dataclass(frozen=True, slots=True)
class PrivateSpan:
    """A private stretch of a text: [start, end) in code points, and what it tells of."""

    start: int
    end: int
    category: str


def private_spans(
    text: str, names: Names, exempt: frozenset[str] = frozenset(), hits: Iterable[PrivateHit] | None = None
) -> tuple[PrivateSpan, ...]:
    """Private stretches of one passage in reading order, overlapping ones joined.

    exempt: categories that are their public work. Whoever works on health or families still has their own, which stays private.
    hits: what was noticed in this very text when its page was read (`Marks.private`); looked for here if None.
    """
    found = _spans(text, names, private_hits(text) if hits is None else hits)
    return tuple(span for span in found if span.category not in exempt or _their_own(text, span))


def _their_own(text: str, span: PrivateSpan) -> bool:
    return span.category in ALWAYS and bool(_OWN.match(text, span.start))


def is_private(text: str, names: Names, exempt: frozenset[str] = frozenset()) -> bool:
    """True if anything in the text is private."""
    return bool(private_spans(text, names, exempt))


def public_part(text: str, spans: Sequence[PrivateSpan]) -> tuple[int, int] | None:
    """[start, end) of the longest stretch that has nothing private and still reads as a whole clause; None if there is none."""
    return best_stretch(text, [(span.start, span.end) for span in spans])


def redact(text: str, names: Names, exempt: frozenset[str] = frozenset()) -> str:
    """A title or heading with every private stretch replaced by an ellipsis."""
    out, at = [], 0
    for span in private_spans(text, names, exempt):
        out += [text[at : span.start], MASK]
        at = span.end
    return "".join([*out, text[at:]])


def mostly_private(
    texts: Iterable[str],
    names: Names,
    exempt: frozenset[str] = frozenset(),
    hits: Iterable[Iterable[PrivateHit] | None] = repeat(None),
) -> bool:
    """True for a page (its passages, and what was noticed in each) that tells of private life more than of work."""
    flagged = [bool(private_spans(text, names, exempt, noticed)) for text, noticed in zip(texts, hits, strict=False)]
    return bool(flagged) and sum(flagged) > MOSTLY * len(flagged)


def categories() -> frozenset[str]:
    """Names of all categories there are."""
    return frozenset(rule.category for rule in lexicon().rules)


def public_work(interview: Interview, names: Names) -> frozenset[str]:
    """Categories whose words stand in the person's own headline: they work on it in public. Never the ways to reach or date them."""
    headline = interview.interviewee.headline
    for span in reversed(names.spans(headline)):
        headline = headline[: span.start] + headline[span.end :]
    return frozenset(category for category, pattern in _WORK.items() if re.search(pattern, headline, re.IGNORECASE))


_WORK = {
    "family": r"\b(?:famil\w+|parent\w*|child\w*|kids|fatherhood|motherhood|adoption|fostering|childcare)\b",
    "romance": r"\b(?:marriage|divorce|weddings?|dating|couples?)\b",
    "health": r"\b(?:health\w*|medic\w+|disab\w+|autis\w+|dyslex\w+|therap\w+|nurs\w+|cancer|diabetes|addiction|accessib\w+|vegan\w*|psych\w+)\b",
    "death": r"\b(?:death|grief|funeral\w*|bereave\w+|hospice|palliative|end[- ]of[- ]life)\b",
    "religion": r"\b(?:church|faith|relig\w+|priest|pastor|rabbi|imam|vicar|theolog\w+|chaplain|bible|islam\w*|buddhis\w+|atheis\w+)\b",
    "ethnicity": r"\b(?:immigra\w+|migra\w+|refugee\w*|race|racial|ethnic\w*|diaspora|indigenous|visas?)\b",
    "orientation": r"\b(?:lgbt\w*|queer|gay|trans|gender|sexual\w*)\b",
    "union": r"\b(?:unions?|labou?r (?:organi[sz]\w+|movement)|organi[sz]er)\b",
    "politics": r"\b(?:politic\w+|party|mp|senator|councillor|campaign\w*|democrat\w*|republican\w*|socialist)\b",
    "court": r"\b(?:prison\w*|crimin\w+|justice|court\w*|lawyer|incarcerat\w+|convict\w*)\b",
    "money": r"\b(?:personal finance|debt|mortgages?|pensions?|salar\w+|wealth)\b",
}


def _spans(text: str, names: Names, hits: Iterable[PrivateHit]) -> tuple[PrivateSpan, ...]:
    """The hits that tell of a person, as spans."""
    there = tuple(hits)
    if not there:  # most passages: whether anybody is named is not looked for
        return ()
    plain = straightened(text)
    named = names.strength(plain) >= Strength.WEAK
    told = named or bool(_PERSON.search(plain) or _NAMED.search(plain))
    tied = {"nobody": True, "person": told, "name": named}
    return _joined([PrivateSpan(hit.start, hit.end, hit.category) for hit in there if tied[hit.needs]])


def _joined(spans: list[PrivateSpan]) -> tuple[PrivateSpan, ...]:
    ordered = sorted(spans, key=lambda span: (span.start, -span.end))
    out: list[PrivateSpan] = []
    for span in ordered:
        if out and span.start < out[-1].end:
            out[-1] = PrivateSpan(out[-1].start, max(out[-1].end, span.end), out[-1].category)
        else:
            out.append(span)
    return tuple(out)
