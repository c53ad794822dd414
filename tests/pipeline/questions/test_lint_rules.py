"""Every rule against its lines in tests/rules: one file a rule, found by its name."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from server.model import Severity
from server.pipeline.questions.lint import RULES, Setting, lint

CASES = Path(__file__).parents[2] / "rules"
EVERY = sorted(rule.id for rule in RULES)


def read(path: Path) -> tuple[dict[str, list[str]], Setting]:
    data = tomllib.loads(path.read_text("utf-8"))
    given: dict[str, Any] = data.get("setting", {})
    for name in ("goals", "rare", "seeker"):
        given[name] = frozenset(given.get(name, ()))
    given["names"] = tuple(given.get("names", ()))
    return data.get("cases", data), Setting(**given)


def judged(rule: str, verdict: str) -> dict[str, Severity | None]:
    """The lines of a rule that are to get the verdict, and how the linter judges each."""
    cases, setting = read(CASES / f"{rule}.toml")
    return {line: severity(rule, line, setting) for line in cases.get(verdict, ())}


def severity(rule: str, line: str, setting: Setting) -> Severity | None:
    return next((finding.severity for finding in lint(line, setting) if finding.id == rule), None)


@pytest.mark.parametrize("rule", EVERY)
def test_a_bad_line_is_found(rule: str) -> None:
    found = judged(rule, "bad")
    assert {line: got for line, got in found.items() if got not in {Severity.ERROR, Severity.WARN}} == {}


@pytest.mark.parametrize("rule", EVERY)
def test_a_doubtful_line_gets_a_hint_and_no_more(rule: str) -> None:
    found = judged(rule, "hint")
    assert {line: got for line, got in found.items() if got is not Severity.INFO} == {}


@pytest.mark.parametrize("rule", EVERY)
def test_a_good_line_passes_its_rule(rule: str) -> None:
    found = judged(rule, "ok")
    assert {line: got for line, got in found.items() if got is not None} == {}


def test_every_rule_has_its_lines() -> None:
    assert {path.stem for path in CASES.glob("*.toml")} == set(EVERY)
    assert [rule for rule in EVERY if not judged(rule, "bad") and not judged(rule, "hint")] == []
