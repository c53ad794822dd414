from pathlib import Path

import pytest

from bench.floors import Floors, LoweredError, fallen, mean, raised

ROW = {"fact_recall": 0.40, "words_in_brief": 600.0, "answered_page": None}
PINNED = Floors(("ada",), {"fact_recall": 0.38, "words_in_brief": 620.0})


def test_what_holds_has_not_fallen() -> None:
    assert fallen(PINNED, {"ada": ROW}) == []


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({**ROW, "fact_recall": 0.37}, "fact_recall is 0.370, pinned at 0.38 (higher is better)"),
        ({**ROW, "words_in_brief": 621.0}, "words_in_brief is 621.000, pinned at 620 (lower is better)"),
        ({**ROW, "fact_recall": None}, "fact_recall has a floor of 0.38 and was not measured"),
    ],
)
def test_a_fall_is_told_with_both_numbers(row: dict[str, float | None], said: str) -> None:
    assert fallen(PINNED, {"ada": row}) == [said]


def test_a_person_who_is_gone_is_a_fall() -> None:
    assert "ada was measured when the floors were pinned and is not there" in fallen(PINNED, {"bea": ROW})


def test_a_rise_lifts_the_floor_and_a_dip_above_the_floor_leaves_it() -> None:
    better = {"ada": {**ROW, "fact_recall": 0.5, "words_in_brief": 610.0}}
    assert raised(PINNED, better).floors == {"fact_recall": 0.48, "words_in_brief": 620.0}


def test_no_update_lowers_a_floor() -> None:
    with pytest.raises(LoweredError, match="fact_recall is 0"):
        raised(PINNED, {"ada": {**ROW, "fact_recall": 0.30}})


def test_a_new_person_pins_anew_over_all_when_the_old_floors_hold_over_the_old() -> None:
    rows = {"ada": ROW, "bea": {**ROW, "fact_recall": 0.2}}
    assert raised(PINNED, rows) == Floors(("ada", "bea"), {"fact_recall": 0.28, "words_in_brief": 610.0})


def test_a_new_person_does_not_hide_that_an_old_one_fell() -> None:
    with pytest.raises(LoweredError):
        raised(PINNED, {"ada": {**ROW, "fact_recall": 0.1}, "bea": {**ROW, "fact_recall": 1.0}})


def test_no_floor_lies_below_zero() -> None:
    assert raised(Floors(), {"ada": {"conflicts_found": 0.0}}).floors == {"conflicts_found": 0.0}


def test_the_mean_leaves_out_who_has_nothing_to_measure() -> None:
    assert mean({"ada": {"x": 1.0}, "bea": {"x": None}}, "x") == 1
    assert mean({"ada": {"x": None}}, "x") is None


def test_floors_come_back_from_their_file_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert Floors.load(path) == Floors()
    PINNED.save(path)
    assert Floors.load(path) == PINNED
