from hypothesis import given
from hypothesis import strategies as st

from scrapers.page import Block, Place
from scrapers.passages import cut

blocks = st.lists(
    st.builds(Block, text=st.text(max_size=60), place=st.sampled_from(Place), speaker=st.sampled_from(["", "Q"]))
)


@given(blocks)
def test_every_passage_is_verbatim_whatever_the_blocks(made: list[Block]) -> None:
    text, passages = cut(made)
    assert all(text[passage.start : passage.end] == passage.text for passage in passages)


def test_a_heading_is_no_passage_but_names_what_follows() -> None:
    text, passages = cut([Block("Early days", Place.HEADING), Block("I was a cook. I left.")])
    assert text == "Early days\n\nI was a cook. I left."
    assert [(passage.text, passage.heading) for passage in passages] == [
        ("I was a cook.", "Early days"),
        ("I left.", "Early days"),
    ]


def test_a_block_may_stand_under_another_name_than_the_heading_above() -> None:
    _, passages = cut(
        [Block("The team", Place.HEADING), Block("Digs wells.", heading="Zeb Frost"), Block("All of us dig.")]
    )
    assert [passage.heading for passage in passages] == ["Zeb Frost", "The team"]


def test_list_markers_are_no_part_of_a_passage() -> None:
    made = [
        Block(text, Place.ITEM)
        for text in ("• one thing", "2) another thing", "(c) a third", "- a fourth", "1999 was hard")
    ]
    assert [passage.text for passage in cut(made)[1]] == [
        "one thing",
        "another thing",
        "a third",
        "a fourth",
        "1999 was hard",
    ]


def test_the_cells_of_a_row_stay_one_passage() -> None:
    _, passages = cut([Block("Head of tides.  \n Port  of Sill. \n2011", Place.ROW)])
    assert [passage.text for passage in passages] == ["Head of tides.\nPort of Sill.\n2011"]


def test_sentences_never_run_over_a_block() -> None:
    _, passages = cut([Block("This one has no end"), Block("and this one begins small.")])
    assert [(passage.block, passage.opens) for passage in passages] == [(0, True), (1, True)]
