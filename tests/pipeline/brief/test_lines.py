import pytest

from server.pipeline.brief.lines import MAX_WORDS, first_clauses, line_of, reads_whole, short_goal
from tests.pipeline.made import found, row

LONG = (
    "I left the ward in the spring of 2016, because the night pharmacy had nobody who could read the labels "
    "of the old cabinet and the porters had begun to guess at them in the dark."
)
UNBROKEN = "I " + "counted one more crate and " * 8 + "left the hall for good."
A_LITTLE_LONG = "I " + "counted one more crate and " * 5 + "left the hall for good."


def test_a_short_passage_stands_whole() -> None:
    assert line_of(found("I left the ward in 2016.")) == "I left the ward in 2016."


def test_a_long_one_is_cut_where_a_clause_ends_and_says_so() -> None:
    line = line_of(found(LONG))
    assert line == "I left the ward in the spring of 2016 …"
    assert reads_whole(found(LONG))


def test_one_without_a_clause_to_end_at_is_no_line_to_read() -> None:
    assert not reads_whole(found(UNBROKEN))
    assert len(line_of(found(UNBROKEN)).split()) <= MAX_WORDS


def test_the_cells_of_a_row_are_parted_by_commas() -> None:
    assert line_of(found(row("Planner", "Skerry Ferries", "2009 - 2016"))) == "Planner, Skerry Ferries, 2009 - 2016"


@pytest.mark.parametrize(
    "text",
    [
        "If the ward is full by ten at night, porters decide where the next patient goes and nobody writes it down.",
        "One short, two and three and four and five and six and seven and eight and nine and ten and eleven.",
        "",
    ],
)
def test_half_a_thought_is_never_cut_out(text: str) -> None:
    assert first_clauses(text, 12) == ""


def test_a_line_a_little_long_stands_whole_where_no_clause_ends() -> None:
    assert line_of(found(A_LITTLE_LONG)) == A_LITTLE_LONG
    assert reads_whole(found(A_LITTLE_LONG))


def test_what_the_seeker_marked_is_never_cut() -> None:
    marked = found(LONG, selection=LONG)
    assert line_of(marked) == LONG
    assert reads_whole(marked)


def test_a_label_breaks_off_where_something_is_said() -> None:
    assert (
        short_goal("Get advice on whether my network of twenty carries a year.", 7)
        == "Get advice on whether my network …"
    )
    assert short_goal("Decide by June.", 7) == "Decide by June"
