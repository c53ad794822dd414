"""Every rule against its lines in tests/rules: one file a rule, found by its name."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from server.model import Severity
from server.pipeline.questions.lint import RULES, Setting, lint

CASES = Path(__file__).parents[2] / "rules"


def read(path: Path) -> tuple[dict[str, list[str]], Setting]:
    data = tomllib.loads(path.read_text("utf-8"))
    given: dict[str, Any] = data.get("setting", {})
    for name in ("goals", "rare", "seeker"):
        given[name] = frozenset(given.get(name, ()))
    given["names"] = tuple(given.get("names", ()))
    return data.get("cases", data), Setting(**given)


def lines(verdict: str) -> list[Any]:
    return [
        pytest.param(path.stem, line, setting, id=f"{path.stem}: {line[:60]}")
        for path in sorted(CASES.glob("*.toml"))
        for cases, setting in [read(path)]
        for line in cases.get(verdict, ())
    ]


def severity(rule: str, line: str, setting: Setting) -> Severity | None:
    return next((finding.severity for finding in lint(line, setting) if finding.id == rule), None)


@pytest.mark.parametrize("rule, line, setting", lines("bad"))
def test_a_bad_line_is_found(rule: str, line: str, setting: Setting) -> None:
    assert severity(rule, line, setting) in {Severity.ERROR, Severity.WARN}


@pytest.mark.parametrize("rule, line, setting", lines("hint"))
def test_a_doubtful_line_gets_a_hint_and_no_more(rule: str, line: str, setting: Setting) -> None:
    assert severity(rule, line, setting) is Severity.INFO


@pytest.mark.parametrize("rule, line, setting", lines("ok"))
def test_a_good_line_passes_its_rule(rule: str, line: str, setting: Setting) -> None:
    assert severity(rule, line, setting) is None


def test_every_rule_has_its_lines() -> None:
    assert {path.stem for path in CASES.glob("*.toml")} == {rule.id for rule in RULES}
