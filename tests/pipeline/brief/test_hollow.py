import pytest

from server.pipeline.brief.hollow import balanced, tells_nothing
from tests.pipeline.made import found


@pytest.mark.parametrize(
    "text",
    [
        "danaokafor February 3, 2024, 7:02pm #3",
        "I'm always happy to grab a coffee near the pier!",
        "If you have an idea for the pier, I'm not hard to find",
        "Have a look at the list of boats that I keep.",
        "I'll revert to bullet points to be more compact about the boats.",
    ],
)
def test_heads_of_posts_ways_to_write_and_the_text_about_itself_are_no_lines(text: str) -> None:
    assert tells_nothing(found(text))


@pytest.mark.parametrize(
    "text", ["I sold the ferry in 2016.", "There are no quick questions.", "In February 2024 we lost three boats."]
)
def test_what_they_did_and_think_is_one(text: str) -> None:
    assert not tells_nothing(found(text))


@pytest.mark.parametrize(
    "line, mended",
    [
        ('"When you have argued about one roof', "When you have argued about one roof"),
        ("They asked why.”", "They asked why."),
        ('A "two-week rule" helps', 'A "two-week rule" helps'),
        ("Plain words", "Plain words"),
    ],
)
def test_a_quotation_mark_without_its_partner_goes(line: str, mended: str) -> None:
    assert balanced(line) == mended
