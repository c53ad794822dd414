"""A question made ready for the rules: quotes straight, spaces single, quoted words masked, each character's origin kept."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

MASK = "QUOTE"
_STRAIGHT = str.maketrans({**dict.fromkeys("“”„«»‟", '"'), **dict.fromkeys("‘’‚‛`´", "'"), "\u00a0": " "})
_BULLET = re.compile(r"\s*(?:[-*•–—]\s+|\(?\d{1,2}[.)]\s+)?")
# An apostrophe opens a quote only after a gap and closes one only before a gap, so "don't" and "nurses' notes" do neither.
_QUOTED = re.compile(r"\"[^\"]{1,400}\"|(?<![\w'])'(?=[^\s'])[^\"]{1,400}?(?<=[^\s'])'(?!\w)")
_SENTENCE_END = re.compile(r"[.!?]+['\")\]]*(?=\s+\S)")
_ABBREVIATION = re.compile(r"(?:\b(?:Dr|Mr|Mrs|Ms|Prof|St|vs|etc|e\.g|i\.e|approx|No|Inc|Ltd|Co|Jr|Sr|Mt)|\b[A-Z])\.$")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A question as the rules see it.

    text is straightened and single-spaced; masked is text with quoted spans and titles of works as the word QUOTE (what
    the interviewee said never trips a rule). origins[i] is where masked[i] begins and ends in the question as typed.
    sentences are spans of masked; asking is the span of the last one that asks, else of the last one.
    """

    typed: str
    text: str
    masked: str
    origins: tuple[tuple[int, int], ...]
    sentences: tuple[tuple[int, int], ...]
    asking: tuple[int, int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A span of masked as a span of the question as typed."""
        if not self.origins:
            return 0, len(self.typed)
        last = min(max(end - 1, start), len(self.origins) - 1)
        return self.origins[min(start, last)][0], self.origins[last][1]

    @property
    def sentence(self) -> str:
        """The sentence that asks."""
        return self.masked[self.asking[0] : self.asking[1]]


def prepare(question: str, titles: Iterable[str] = ()) -> Prepared:
    """Make a typed question ready. titles: works of the interviewee, masked wherever they stand."""
    characters = _joined(question)
    text = "".join(character for character, _ in characters)
    masked, origins = _masked(text, [origin for _, origin in characters], titles)
    sentences = _sentences(masked)
    asking = next((span for span in reversed(sentences) if "?" in masked[span[0] : span[1]]), sentences[-1])
    return Prepared(question, text, masked, origins, sentences, asking)


def _joined(question: str) -> list[tuple[str, int]]:
    """The characters that count, each with its place: no bullet, no space at either end, none twice."""
    straight = question.translate(_STRAIGHT)
    bullet = _BULLET.match(straight)
    start = bullet.end() if bullet else 0
    kept: list[tuple[str, int]] = []
    for at in range(start, len(straight.rstrip())):
        space = straight[at].isspace()
        if space and kept and kept[-1][0] == " ":
            continue
        kept.append((" " if space else straight[at], at))
    return kept


def _masked(text: str, places: list[int], titles: Iterable[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    masked: list[str] = []
    origins: list[tuple[int, int]] = []
    at = 0
    for start, end in _to_mask(text, titles):
        masked += text[at:start]
        origins += [(place, place + 1) for place in places[at:start]]
        masked += MASK
        origins += [(places[start], places[end - 1] + 1)] * len(MASK)
        at = end
    masked += text[at:]
    origins += [(place, place + 1) for place in places[at:]]
    return "".join(masked), tuple(origins)


def _to_mask(text: str, titles: Iterable[str]) -> list[tuple[int, int]]:
    spans = [match.span() for match in _QUOTED.finditer(text)]
    spans += [match.span() for title in titles if (found := _titled(title)) for match in found.finditer(text)]
    apart: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not apart or span[0] >= apart[-1][1]:
            apart.append(span)
    return apart


@lru_cache(maxsize=1_000)  # a cache: every question of an interview meets the same titles
def _titled(title: str) -> re.Pattern[str] | None:
    """A title as it may stand in a question. "About" and the like are titles of pages, not of works."""
    parts = title.translate(_STRAIGHT).split()
    if len(parts) < 2:
        return None
    flags = re.IGNORECASE if len(parts) > 2 else re.NOFLAG
    return re.compile(rf"(?<!\w){re.escape(' '.join(parts))}(?!\w)", flags)


def _sentences(masked: str) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _SENTENCE_END.finditer(masked):
        if _inside(masked, start, match.end()):
            continue
        spans.append((start, match.end()))
        start = match.end() + 1
    return (*spans, (start, len(masked)))


def _inside(masked: str, start: int, end: int) -> bool:
    """Whether a mark at end closes no sentence: an abbreviation, or the mark of a title written without quotes."""
    if _ABBREVIATION.search(masked[start:end]):
        return True
    before = masked[start:end].rstrip("?!.").split()[-2:]
    titled = len(before) == 2 and all(word[:1].isupper() for word in before)
    return titled and masked[end - 1] in "?!" and masked[end : end + 2].strip().islower()
