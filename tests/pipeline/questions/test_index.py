"""The highest value in each window, and how much a word counts for the stretches around it."""

import numpy as np

from server.pipeline.questions.index import bounds, highest


def test_each_window_has_the_highest_value_of_its_passages_also_where_windows_overlap_or_leave_gaps() -> None:
    values = np.array([3.0, 1.0, 2.0, 9.0, 4.0], np.float32)
    windows = [(0, 1), (1, 2), (2, 2), (4, 4)]
    assert highest(values, bounds(windows)).tolist() == [3.0, 2.0, 2.0, 4.0]


def test_without_a_window_there_is_no_value() -> None:
    assert highest(np.zeros(3), bounds([])).tolist() == []
