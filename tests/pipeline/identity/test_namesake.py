"""A namesake whose page speaks of the same river."""

import pytest

from server.model import ClipStatus
from server.pipeline.identity.names import Names
from server.pipeline.identity.stand import stand
from tests.making import extract, interview, read_clip

HEADLINE = "Flood engineer at the Wend River Trust, gauges small streams and writes about water"
WORK = (
    "Dana Okafor is a flood engineer. She gauges small streams for the Wend River Trust and writes about water. The trust has dug "
    "ponds above the town since 2019, and each pond has a gauge above and one below. She reads them after every storm."
)
ROWING = (
    "Dana Okafor was named coach of the year at the dinner of the rowing club. The crew lost three weeks of training to the flood, and "
    "the boats stood in a shed until April. She told the juniors that a river does not care about a plan. Four rowers of her squad "
    "have reached the national trials, and the club has bought a new eight. The raffle is drawn at the bar on Friday."
)


@pytest.mark.parametrize("alias", ["danaokafor", "Dana O."])
def test_two_words_of_the_headline_do_not_make_a_namesake_theirs(alias: str) -> None:
    read = [
        read_clip("c1", "https://people.example/in/danaokafor", extract(WORK)),
        read_clip("c2", "https://rowing.example/coach", extract(ROWING)),
    ]
    standings = stand(interview(aliases=(alias,), headline=HEADLINE), read)
    assert standings["c1"].status is ClipStatus.USED
    assert standings["c2"].status is not ClipStatus.USED
    assert standings["c2"].reason.startswith("Same name, but nothing on it is known")


@pytest.mark.parametrize(
    ("url", "theirs"),
    [
        ("https://people.example/danaokafor", True),
        ("https://people.example/in/danaokafor/", True),
        ("https://people.example/@danaokafor/notes", True),
        ("https://people.example/2024/05/danaokafor", False),
    ],
)
def test_an_account_may_stand_below_a_section(url: str, *, theirs: bool) -> None:
    names = Names.of(interview(aliases=("danaokafor",)).interviewee)
    assert names.handle_account(url) is theirs
