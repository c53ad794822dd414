"""What stands among private lines goes with them, on pages of a chair maker who does not exist."""

from server.pipeline.features.compute import ReadClip
from server.pipeline.identity.names import Names
from server.pipeline.privacy.paragraphs import private_on_page
from tests.pipeline.made import DANA, page, pool

TOLD = "My wife was in hospital that spring. The talks went badly. I had surgery on my spine in June."
WORK = "We moved the workshop in May. The saw was the last thing on the cart. My wife drove."


def private(one: ReadClip) -> list[bool]:
    assert one.extract is not None
    assert one.features is not None
    return [bool(spans) for spans in private_on_page(one.extract.passages, one.features.marks, Names.of(DANA))]


def test_what_stands_among_private_lines_of_a_paragraph_goes_with_them() -> None:
    assert private(page(TOLD)) == [True, True, True]
    assert not any("talks went badly" in one.evidence.exact for one in pool(page(TOLD)).found)


def test_one_private_line_takes_nothing_of_a_paragraph_of_work_with_it() -> None:
    assert private(page(WORK)) == [False, False, True]


def test_a_line_of_work_among_private_lines_stays() -> None:
    assert private(page("My wife was ill. I left the ferries in 2016. I had surgery on my spine.")) == [
        True,
        False,
        True,
    ]


def test_another_paragraph_is_another_matter() -> None:
    assert private(page(TOLD, "We moved the workshop in May.")) == [True, True, True, False]


def test_lines_of_addresses_take_no_line_of_work_with_them() -> None:
    reach = "Write to dana@okafor.example. I mend chairs. Call me on 07700 900 164."
    assert private(page(reach)) == [True, False, True]
