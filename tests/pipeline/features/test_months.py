import re

import pytest

from server.pipeline.features.cues import cues
from server.pipeline.features.months import MONTH, MONTHS, SHORT_MONTH
from server.pipeline.features.slots import iso
from tests.house import ROOT

# Not the twelve names: without "may", in lists of other words, in any language.
OF_THEIR_OWN = {"brief/claims.py", "features/months.py"}


def test_the_months_are_spelled_out_in_one_place() -> None:
    pipeline = ROOT / "server/pipeline"
    spelled = {
        str(path.relative_to(pipeline))
        for path in pipeline.rglob("*.py")
        if re.search(r"february\W+march|feb\(\?:ruary", path.read_text("utf-8"), re.IGNORECASE)
    }
    assert spelled <= OF_THEIR_OWN


@pytest.mark.parametrize("month", MONTHS)
def test_a_month_is_known_in_full_and_cut_short(month: str) -> None:
    assert re.fullmatch(MONTH, month)
    assert re.fullmatch(SHORT_MONTH, month)
    assert re.fullmatch(SHORT_MONTH, month[:3])
    number = f"2024-{MONTHS.index(month) + 1:02d}"
    assert (iso(f"{month} 2024"), iso(f"{month[:3].upper()} 2024")) == (number, number)


def test_the_head_of_a_post_is_known_by_its_date() -> None:
    assert "post_head" in cues("Dana Okafor Sept. 3, 2021")
    assert "post_head" not in cues("Dana Okafor decided 3, 2021")
