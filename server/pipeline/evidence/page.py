"""What one page brings to the pool: its passages about the interviewee, weighed on their page.

Private stretches are cut out here, by `privacy`, before a string goes on: what is left of a passage is quoted only if it still
reads as a whole clause.
"""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from scrapers.page import Extract, Kind, Passage
from server.model import Clip, ClipStatus, Evidence, SaidBy, Standing
from server.pipeline.evidence.found import Found
from server.pipeline.evidence.furniture import is_furniture
from server.pipeline.evidence.kinds import guess_kind
from server.pipeline.evidence.quotable import public_words
from server.pipeline.evidence.selected import selected
from server.pipeline.evidence.sheaf import Sheaf
from server.pipeline.evidence.weights import Setting, Weight, weigh
from server.pipeline.features.compute import Features, ReadClip
from server.pipeline.features.once import once
from server.pipeline.features.slots import read_slots
from server.pipeline.features.stems import stems, words
from server.pipeline.identity.names import Names, Strength
from server.pipeline.identity.speech import Speech
from server.pipeline.privacy.paragraphs import private_on_page
from server.pipeline.privacy.spans import PrivateSpan, redact

LEAST_WORDS = 3  # of a passage that can say anything
TITLE_WORDS = 12  # of a line that is a title and a place
CONTEXT = 40  # characters kept before and after a quote
_NUMBER = re.compile(
    r"\d|\b(?:three|four|five|six|seven|eight|nine|\w+teen|ten|eleven|twelve|\w+ty|hundred|thousand)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a passage came to on its page. at: its place there; said: its words, as repeats are found."""

    found: Found  # its score is still what the page gives it
    weight: Weight
    at: int
    said: str

    def among(self, near: float) -> Found:
        """Weighed among all pages. near: cosine to the middle of them."""
        return self.found.weighed(*self.weight.among(near))


@dataclass(frozen=True, slots=True)
class OnPage:
    """What one page brings to the pool."""

    features: Features
    told: tuple[Weighed, ...]
    beside: tuple[Weighed, ...]
    withheld: int
    sheaf: Sheaf  # of what is told


@dataclass(frozen=True, slots=True)
class Among:
    """`told` and `beside` of a page, weighed among all pages."""

    told: tuple[Found, ...]
    beside: tuple[Found, ...]
    scores: tuple[float, ...]  # of what is told


@dataclass(frozen=True, slots=True)
class _Source:
    """One clip on its way into the pool."""

    clip: Clip
    extract: Extract
    features: Features
    standing: Standing
    spoken: tuple[Speech, ...]
    title: str  # of the page, with what is private left out
    private: tuple[tuple[PrivateSpan, ...], ...]  # of each passage
    private_of: Mapping[int, tuple[Passage, ...]]  # block -> its passages that tell something private
    picked: tuple[bool, ...]  # of each passage, whether the seeker's selection overlaps it
    occurrences: tuple[int, ...]  # of each passage, how often the same text stands before it


@once
def on_page(
    one: ReadClip, standing: Standing, spoken: tuple[Speech, ...], names: Names, exempt: frozenset[str]
) -> OnPage:
    """What a page that was read brings. spoken: who says each passage; exempt: private topics that are their work."""
    source = _source(one, standing, spoken, names, exempt)
    told: list[Weighed] = []
    beside: list[Weighed] = []
    withheld = 0
    for index, passage in enumerate(source.extract.passages):
        if not _about_them(source, index):
            if _comparable(source, index, names):
                beside.append(_weighed(source, index, (0, len(passage.text))))
            continue
        marked = source.clip.selection if source.picked[index] else ""
        part = public_words(passage.text, source.private[index], marked)
        if part is None:
            withheld += 1
            continue
        told.append(_weighed(source, index, part))
    sheaf = Sheaf(tuple(row.found for row in told))
    return OnPage(source.features, tuple(told), tuple(beside), withheld, sheaf)


@once
def among_all(one: ReadClip, page: tuple[Standing, tuple[Speech, ...], Names, frozenset[str]], centre: bytes) -> Among:
    """What a page brings, weighed among all. page: what `on_page` is asked with; centre: the middle of all pages, as it lies in memory."""
    here, middle = on_page(one, *page), np.frombuffer(centre, np.float32)
    # Row by row, as the product of two vectors: of a matrix and a vector, the last digit would hang on what else stands on the page.
    near: list[float] = (here.features.vectors[:, None] @ middle[:, None]).ravel().tolist()
    told = tuple(row.among(near[row.at]) for row in here.told)
    beside = tuple(row.among(near[row.at]) for row in here.beside)
    return Among(told, beside, tuple(found.score for found in told))


def evidence_id(clip_id: str, text: str, occurrence: int) -> str:
    """Stable id of a passage: of its clip, its text and which occurrence it is, so that trimming and offsets do not change it."""
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    return "e" + hashlib.sha256(f"{clip_id}\n{plain}\n{occurrence}".encode()).hexdigest()[:12]


def _source(
    one: ReadClip, standing: Standing, spoken: tuple[Speech, ...], names: Names, exempt: frozenset[str]
) -> _Source:
    assert one.extract is not None
    assert one.features is not None
    passages = one.extract.passages
    private = private_on_page(passages, one.features.marks, names, exempt)
    return _Source(
        clip=one.clip,
        extract=one.extract,
        features=one.features,
        standing=standing,
        spoken=spoken,
        title=redact(one.extract.meta.title or one.clip.title, names, exempt),
        private=private,
        private_of=_by_block([passage for passage, spans in zip(passages, private, strict=True) if spans]),
        picked=selected(one.clip.selection, [passage.text for passage in passages]),
        occurrences=_occurrences([passage.text for passage in passages]),
    )


def _by_block(passages: Sequence[Passage]) -> dict[int, tuple[Passage, ...]]:
    blocks: dict[int, tuple[Passage, ...]] = {}
    for passage in passages:
        blocks[passage.block] = (*blocks.get(passage.block, ()), passage)
    return blocks


def _occurrences(texts: Sequence[str]) -> tuple[int, ...]:
    if len(set(texts)) == len(texts):  # nearly always
        return (0,) * len(texts)
    seen: Counter[str] = Counter()
    before = []
    for text in texts:
        before.append(seen[text])
        seen[text] += 1
    return tuple(before)


def _about_them(source: _Source, index: int) -> bool:
    """What the seeker selected counts even where it does not name them, or where somebody else says it (cards only)."""
    speech, passage = source.spoken[index], source.extract.passages[index]
    if source.standing.status is ClipStatus.CONTEXT:
        return False
    if source.picked[index]:
        return True
    few = len(source.features.marks[index].stems) < LEAST_WORDS and len(words(passage.text)) < LEAST_WORDS
    if not speech.about or speech.said_by is SaidBy.HOST or few:
        return False
    return source.extract.kind is Kind.PROFILE or not is_furniture(passage)


def _comparable(source: _Source, index: int, names: Names) -> bool:
    """Whether a passage that does not tell of them has a number, or is a title below their name; nothing private, nobody else's words."""
    passage, marks = source.extract.passages[index], source.features.marks[index]
    if source.standing.status is not ClipStatus.USED or source.spoken[index].said_by is not SaidBy.UNKNOWN:
        return False
    if source.private[index] or "question" in marks.cues or is_furniture(passage):
        return False
    if "role" in marks.cues and marks.words <= TITLE_WORDS and names.strength(passage.heading) >= Strength.FULL:
        return True
    return marks.words >= LEAST_WORDS and bool(_NUMBER.search(passage.text))


def _weighed(source: _Source, index: int, part: tuple[int, int]) -> Weighed:
    passage, marks = source.extract.passages[index], source.features.marks[index]
    said_by = source.spoken[index].said_by
    picked = source.picked[index]
    setting = Setting(
        page_words=source.features.words,
        depth=index / max(1, len(source.extract.passages) - 1),
        picked=picked,
        shared_heading=len(marks.stems & stems(passage.heading)),
    )
    weight = weigh(passage, marks, said_by, setting)
    evidence = _evidence(source, index, part)
    whole = part == (0, len(passage.text))
    sure = source.standing.status is not ClipStatus.UNSURE and said_by is not SaidBy.HOST
    note = source.clip.note if picked else ""
    page, title = source.extract.kind, source.title
    found = Found(
        evidence, source.clip, source.standing, passage, marks, weight.page, (), sure, picked, note, whole, page, title
    )
    return Weighed(found, weight, index, " ".join(words(evidence.exact)))


def _evidence(source: _Source, index: int, part: tuple[int, int]) -> Evidence:
    passage, marks, extract = source.extract.passages[index], source.features.marks[index], source.extract
    exact = passage.text[part[0] : part[1]]
    start, end = passage.start + part[0], passage.start + part[1]
    prefix, suffix = _context(source, index, start, end)
    return Evidence(
        id=evidence_id(source.clip.id, passage.text, source.occurrences[index]),
        clip_id=source.clip.id,
        kind=guess_kind(marks.cues, passage.place),
        exact=exact,
        prefix=prefix,
        suffix=suffix,
        start=start,
        end=end,
        said_by=source.spoken[index].said_by,
        when=extract.meta.published,
        slots=marks.slots if exact == passage.text else read_slots(replace(passage, text=exact)),
    )


def _context(source: _Source, index: int, start: int, end: int) -> tuple[str, str]:
    """The characters around a quote, up to its line's end and to the first sentence on either side that tells something private.

    Of such a sentence nothing is shown beyond the quote itself: the words beside a private stretch tell of it, too.
    """
    text, block = source.extract.text, source.extract.passages[index].block
    before, after = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    after = len(text) if after < 0 else after
    for near in source.private_of.get(block, ()):
        if near.start < start:
            before = max(before, min(near.end, start))
        if near.end > end:
            after = min(after, max(near.start, end))
    return text[max(before, start - CONTEXT) : start], text[end : min(after, end + CONTEXT)]
