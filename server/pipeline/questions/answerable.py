"""What the already-answered check reads: every passage of the pages that count, with what is private left out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from scrapers.page import Passage, Place
from server.model import ClipStatus, SaidBy, Standing
from server.model.ports import Vectors
from server.pipeline.evidence.quotable import public_words
from server.pipeline.features.compute import ReadClip
from server.pipeline.features.once import once_a_page
from server.pipeline.features.stems import stems
from server.pipeline.identity.names import Names
from server.pipeline.identity.speech import Speech
from server.pipeline.identity.spoken import Spoken
from server.pipeline.privacy.paragraphs import private_on_page
from server.pipeline.privacy.spans import redact

MOST_WORDS = 45  # of what is shown as the answer
FEWEST_WORDS = 3  # of a passage that can answer anything, unless it is an item of a list
COUNTS = frozenset({ClipStatus.USED, ClipStatus.CONTEXT})

Window = tuple[int, int]  # first and last passage of a stretch


@dataclass(frozen=True, slots=True)
class Answerable:
    """One passage as the check sees it. exact is what may be shown, verbatim in its extract's text at start:end ("" if nothing may).

    whole: nothing was cut out of it. asks: it is a question or an interviewer's line, so what follows may answer it. A
    quotation set off from the text is neither: whoever said it, it may be the answer.
    """

    clip_id: str
    exact: str
    start: int
    end: int
    stems: frozenset[str]
    place: Place
    heading: str
    title: str
    block: int
    speaker: str
    own: bool  # in the first person
    whole: bool
    asks: bool
    theirs: bool  # they say it, or a page quotes them

    @property
    def leads(self) -> bool:
        """Whether what follows is what it tells of: "Three things helped:"."""
        return self.exact.rstrip().endswith(":")

    @property
    def answers(self) -> bool:
        """Whether it could answer anything by itself."""
        if not self.exact or self.asks or self.place is Place.HEADING:
            return False
        return self.place is Place.ITEM or len(self.exact.split()) >= FEWEST_WORDS


@dataclass(frozen=True, slots=True)
class Pages:
    """All passages in reading order, page after page, with two unit vectors each (contexts: paragraph and heading mixed in)."""

    passages: tuple[Answerable, ...]
    vectors: Vectors
    contexts: Vectors
    texts: Mapping[str, str]  # of each page by clip id; only stretches of public passages are ever taken from them
    names: frozenset[str]  # stems of the interviewee's names: being named answers nothing

    def shown(self, window: Window) -> str:
        """What a window looks like: verbatim in its page."""
        first, last = self.passages[window[0]], self.passages[window[1]]
        return self.texts[first.clip_id][first.start : last.end]


def gather_pages(
    read: Sequence[ReadClip],
    standings: Mapping[str, Standing],
    spoken: Spoken,
    names: Names,
    exempt: frozenset[str],
) -> Pages:
    """All passages of the used pages. spoken: who says each; exempt: private topics that are their public work."""
    passages: list[Answerable] = []
    vectors: list[Vectors] = []
    contexts: list[Vectors] = []
    texts: dict[str, str] = {}
    for one in read:
        if one.extract is None or one.features is None or standings[one.clip.id].status not in COUNTS:
            continue
        passages += _passages(one, spoken[one.clip.id], names, exempt)
        vectors.append(one.features.vectors)
        contexts.append(one.features.contexts)
        texts[one.clip.id] = one.extract.text
    called = stems(f"{names.first_name} {names.surname}")
    return Pages(tuple(passages), _stacked(vectors), _stacked(contexts), texts, called)


def windows(passages: Sequence[Answerable]) -> list[Window]:
    """[first, last] of each stretch that can be shown as one answer: neighbours under one heading, at most 45 words."""
    return [(at, _last(passages, at)) for at, passage in enumerate(passages) if passage.answers]


@once_a_page
def _passages(
    one: ReadClip, spoken: tuple[Speech, ...], names: Names, exempt: frozenset[str]
) -> tuple[Answerable, ...]:
    assert one.extract is not None
    assert one.features is not None
    title = redact(one.extract.meta.title or one.clip.title, names, exempt)
    headings = {passage.heading for passage in one.extract.passages}
    private = private_on_page(one.extract.passages, one.features.marks, names, exempt)
    shown = {heading: redact(heading, names, exempt) for heading in headings}
    return tuple(
        _answerable(
            one,
            at,
            title,
            shown[passage.heading],
            public_words(passage.text, private[at]),
            spoken[at].said_by,
        )
        for at, passage in enumerate(one.extract.passages)
    )


def _hosted(passage: Passage, said_by: SaidBy) -> bool:
    return said_by is SaidBy.HOST and (passage.place is not Place.QUOTE or bool(passage.speaker))


def _answerable(  # noqa: PLR0913, PLR0917  one place where a passage, its page and what may be shown of it come together
    one: ReadClip, at: int, title: str, heading: str, part: tuple[int, int] | None, said: SaidBy
) -> Answerable:
    assert one.extract is not None
    assert one.features is not None
    passage, marks = one.extract.passages[at], one.features.marks[at]
    start, end = part or (0, 0)
    whole = (start, end) == (0, len(passage.text))
    exact = passage.text[start:end]
    return Answerable(
        clip_id=one.clip.id,
        exact=exact,
        start=passage.start + start,
        end=passage.start + end,
        stems=marks.stems if whole else stems(exact),
        place=passage.place,
        heading=heading,
        title=title,
        block=passage.block,
        speaker=passage.speaker,
        own="first_person" in marks.cues,
        whole=whole,
        asks=_hosted(passage, said) or passage.text.rstrip("\"'”’) ").endswith("?"),
        theirs=said in {SaidBy.OWN, SaidBy.QUOTED},
    )


def _last(passages: Sequence[Answerable], first: int) -> int:
    last, length = first, len(passages[first].exact.split())
    while last + 1 < len(passages) and goes_on(passages[last], passages[last + 1]):
        length += len(passages[last + 1].exact.split())
        if length > MOST_WORDS:
            break
        last += 1
    return last


def goes_on(one: Answerable, other: Answerable) -> bool:
    """Whether two neighbours can be shown together: one speaker, one heading, nothing private and nothing left out between."""
    if (one.clip_id, one.heading, one.speaker) != (other.clip_id, other.heading, other.speaker):
        return False
    if not (one.whole and other.whole and not other.asks and other.place is not Place.HEADING):
        return False
    return one.block == other.block or one.block + 1 == other.block


def _stacked(parts: Sequence[Vectors]) -> Vectors:
    return np.concatenate(parts) if parts else np.zeros((0, 0), np.float32)
