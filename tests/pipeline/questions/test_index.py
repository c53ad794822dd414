"""What is looked up of the pages: the values of windows, and how far what stands around or above a line speaks for it."""

import numpy as np

from scrapers.page import Block, Kind, Place
from server.model import ClipStatus
from server.pipeline.features.compute import ReadClip
from server.pipeline.features.stems import stems
from server.pipeline.identity.names import Names
from server.pipeline.identity.spoken import spoken_on
from server.pipeline.questions.answerable import Pages, gather_pages
from server.pipeline.questions.index import Index, bounds, highest, make_index, summed
from tests.pipeline.made import DANA, language, page, standing, turn

PANEL = page(
    Block("What does a pilot actually do?", Place.HEADING),
    turn("A pilot carries every rock in his head.", "Berit Holm"),
    turn("I steered for a winter myself, on the coal boats.", "Berit Holm"),
    turn("I say yes or no, and then the ferry goes or it stays."),
    turn("The rest is paper."),
    Block("Why do it?", Place.HEADING),
    "Nobody pays for the nights.",
    Block("Where we met", Place.HEADING),
    "We met over a chart of the sound.",
    id="panel",
    kind=Kind.TRANSCRIPT,
    title="An evening",
)
LONG = page(
    Block("Notes", Place.HEADING),
    "The winch of the old boat froze twice.",
    *(f"Line {at} of the log says nothing that helps." for at in range(6)),
    "In the end we wrapped it in a blanket.",
    Block("Elsewhere", Place.HEADING),
    "In the end we sold it to a museum.",
    id="long",
)


def indexed(one: ReadClip) -> tuple[Pages, Index]:
    read, standings, names = (one,), {one.clip.id: standing(one, ClipStatus.USED)}, Names.of(DANA)
    pages = gather_pages(read, standings, spoken_on(read, standings, names), names, frozenset())
    return pages, make_index(pages, language())


def place(pages: Pages, text: str) -> int:
    return next(at for at, passage in enumerate(pages.passages) if text in passage.exact)


def test_each_window_has_the_highest_value_of_its_passages_also_where_windows_overlap_or_leave_gaps() -> None:
    values = np.array([3.0, 1.0, 2.0, 9.0, 4.0], np.float32)
    windows = [(0, 1), (1, 2), (2, 2), (4, 4)]
    assert highest(values, bounds(windows)).tolist() == [3.0, 2.0, 2.0, 4.0]


def test_each_window_has_the_sum_of_its_passages_also_where_windows_overlap_or_leave_gaps() -> None:
    values = np.array([3.0, 1.0, 2.0, 9.0, 4.0], np.float32)
    windows = [(0, 1), (1, 2), (2, 2), (4, 4)]
    assert summed(values, bounds(windows)).tolist() == [4.0, 3.0, 2.0, 4.0]


def test_without_a_window_there_is_no_value() -> None:
    assert highest(np.zeros(3), bounds([])).tolist() == []
    assert summed(np.zeros(3), bounds([])).tolist() == []


def test_a_section_speaks_for_each_of_its_lines_however_far_from_the_word_and_for_no_line_of_another() -> None:
    pages, index = indexed(LONG)
    beside, within = index.covered(stems("winch froze"))
    far, other = place(pages, "blanket"), place(pages, "museum")
    assert (beside[far], within[far]) == (0, 1)
    assert within[other] == 0


def test_their_own_first_line_below_a_heading_counts_as_first_after_what_others_said_there() -> None:
    pages, index = indexed(PANEL)
    assert index.heading_counts[place(pages, "I say yes or no")] == 1
    assert index.heading_counts[place(pages, "The rest is paper")] < 1


def test_a_heading_asks_alike_by_its_words_and_by_its_kind() -> None:
    pages, index = indexed(PANEL)
    alike = index.asks_alike("meaning", stems("What does a pilot do?"))
    assert alike[place(pages, "I say yes or no")] == 1
    assert alike[place(pages, "over a chart")] == 0


def test_a_heading_without_a_word_of_its_own_asks_by_its_kind_alone() -> None:
    pages, index = indexed(PANEL)
    why, how = (index.asks_alike(kind, stems("a pilot")) for kind in ("reason", "way"))
    nights = place(pages, "Nobody pays")
    assert why[nights] > how[nights] > 0
