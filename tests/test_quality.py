"""The floors hold. `make quality` prints the same numbers as a table."""

import pytest

from bench.floors import FLOORS, Floors, fallen
from bench.measures import measure
from bench.people import load_people
from bench.run import run
from server.actions.folder import Tools
from server.pipeline.questions.bank import load_bank
from server.reader import Reader
from tests.pipeline.made import language


@pytest.mark.slow
def test_no_measure_has_fallen_below_its_floor() -> None:
    pinned, matching = Floors.load(FLOORS), language("")
    if pinned.language != matching.name:
        pytest.skip(f"the floors were pinned with {pinned.language}, this machine has {matching.name}")
    with Reader() as reader:
        cases = run(load_people(), Tools(reader, matching, load_bank()))
    assert fallen(pinned, {case.person.slug: measure(case) for case in cases}) == []
