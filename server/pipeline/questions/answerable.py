"""What the already-answered check reads: every passage of the pages that count, with what is private left out."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain
from typing import Any

import numpy as np
import numpy.typing as npt

from scrapers.page import Passage, Place
from server.model import ClipStatus, SaidBy, Standing
from server.model.ports import Vectors
from server.pipeline.evidence.quotable import public_words
from server.pipeline.features.compute import ReadClip
from server.pipeline.features.once import once
from server.pipeline.features.stems import stems
from server.pipeline.identity.names import Names
from server.pipeline.identity.speech import Speech
from server.pipeline.identity.spoken import Spoken
from server.pipeline.privacy.paragraphs import private_on_page
from server.pipeline.privacy.spans import redact
from server.pipeline.questions.laid import Answerable, Laid, Places, Window, lay

COUNTS = frozenset({ClipStatus.USED, ClipStatus.CONTEXT})


@dataclass(frozen=True)
class Pages:
    """All passages in reading order, page after page, with two unit vectors each (contexts: paragraph and heading mixed in)."""

    laid: tuple[Laid, ...]
    vectors: Vectors
    contexts: Vectors
    texts: Mapping[str, str]  # of each page by clip id; only stretches of public passages are ever taken from them
    names: frozenset[str]  # stems of the interviewee's names: being named answers nothing

    @cached_property
    def passages(self) -> tuple[Answerable, ...]:
        """Of all pages."""
        return tuple(chain.from_iterable(page.passages for page in self.laid))

    @cached_property
    def firsts(self) -> tuple[int, ...]:
        """The place of the first passage of each page."""
        return tuple(accumulate((len(page.passages) for page in self.laid), initial=0))[:-1]

    @cached_property
    def held(self) -> Counter[str]:
        """How many passages hold a stem."""
        return Counter(chain.from_iterable(page.told for page in self.laid))

    def joined(self, part: Callable[[Laid], npt.NDArray[Any]], offsets: Sequence[int] = ()) -> npt.NDArray[Any]:
        """Something of each page, one after the other; offsets: what is added to it, by page."""
        parts = [part(page) for page in self.laid]
        if offsets:
            parts = [one + offset for one, offset in zip(parts, offsets, strict=True)]
        return np.concatenate(parts) if parts else np.zeros(0, np.int64)

    def holding(self, stem: str) -> Places:
        """Places of the passages that hold a stem, ascending."""
        held = zip(self.firsts, self.laid, strict=True)
        return np.array([first + at for first, page in held for at in page.holders.get(stem, ())], np.int64)

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
    laid: list[Laid] = []
    vectors: list[Vectors] = []
    contexts: list[Vectors] = []
    texts: dict[str, str] = {}
    for one in read:
        if one.extract is None or one.features is None or standings[one.clip.id].status not in COUNTS:
            continue
        laid.append(_laid(one, spoken[one.clip.id], names, exempt))
        vectors.append(one.features.vectors)
        contexts.append(one.features.contexts)
        texts[one.clip.id] = one.extract.text
    called = stems(f"{names.first_name} {names.surname}")
    return Pages(tuple(laid), _stacked(vectors), _stacked(contexts), texts, called)


def windows(pages: Pages) -> list[Window]:
    """[first, last] of each stretch that can be shown as one answer, on all pages."""
    rows = pages.joined(lambda page: page.windows, pages.firsts).reshape(-1, 2)
    return list(zip(*rows.T.tolist(), strict=True))


@once
def _laid(one: ReadClip, spoken: tuple[Speech, ...], names: Names, exempt: frozenset[str]) -> Laid:
    assert one.extract is not None
    assert one.features is not None
    title = redact(one.extract.meta.title or one.clip.title, names, exempt)
    headings = {passage.heading for passage in one.extract.passages}
    private = private_on_page(one.extract.passages, one.features.marks, names, exempt)
    shown = {heading: redact(heading, names, exempt) for heading in headings}
    return lay(
        tuple(
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
        theirs=said.theirs,
    )


def _stacked(parts: Sequence[Vectors]) -> Vectors:
    return np.concatenate(parts) if parts else np.zeros((0, 0), np.float32)
