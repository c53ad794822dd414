from pathlib import Path

import click
import pytest

from bench.floors import Floors
from bench.measures import measure
from bench.quality import asked, notes, pin, table
from tests.bench.made import case, line, question


def test_the_table_has_a_line_a_measure_with_mean_and_floor() -> None:
    rows = {"ada": measure(case(lines=(line("Dug nine ponds above the mill.", "e1"),))), "bea": measure(case())}
    lines = table(rows, Floors(("ada",), {"fact_recall": 0.4})).splitlines()
    assert lines[0].split() == ["ada", "bea", "mean", "floor"]
    recall = next(one for one in lines if one.startswith("fact_recall"))
    assert recall.split() == ["fact_recall", "0.5", "0", "0.25", "0.4", "higher"]


def test_what_has_no_number_shows_a_dash() -> None:
    rows = {"ada": measure(case())}
    assert next(one for one in table(rows, Floors()).splitlines() if one.startswith("answered_page")).split()[1] == "-"


def test_the_notes_name_what_is_missing_and_what_has_leaked() -> None:
    told = notes(case(gaps=[{"goal": "g2", "text": "nothing on 12 Mill Lane"}]))
    assert told == [
        "ada: questions for g1 0, g2 0",
        "  must-haves missing: ponds",
        "  LEAK at .document.gaps[0].text: 12 Mill Lane",
    ]


def test_the_questions_are_printed_as_they_would_be_said() -> None:
    assert asked(case(questions=[question(tier="must")]))[0].endswith("Which two of the nine ponds held?")


def test_an_update_that_would_lower_a_floor_is_refused_and_leaves_the_file_alone(tmp_path: Path) -> None:
    path, pinned = tmp_path / "floors.json", Floors(("ada",), {"fact_recall": 0.9}, "lexical-512")
    pinned.save(path)
    with pytest.raises(click.ClickException, match="no floor was changed: fact_recall is 0"):
        pin(pinned, {"ada": measure(case())}, "lexical-512", path)
    assert Floors.load(path) == pinned


def test_an_update_writes_the_raised_floors_and_which_language_they_were_measured_with(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    pin(Floors(), {"ada": measure(case())}, "lexical-512", path)
    assert Floors.load(path).people == ("ada",)
    assert Floors.load(path).language == "lexical-512"
