"""What a rule is and what it returns."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from server.model import Severity
from server.pipeline.questions.lint.prepare import Prepared
from server.pipeline.questions.lint.setting import Setting


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found; start and end are places in the masked text."""

    severity: Severity
    start: int
    end: int
    message: str
    suggestion: str = ""


Check = Callable[[Prepared, Setting], Hit | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: a stable id, a name for people, and the function that looks."""

    id: str
    name: str
    check: Check


def at(match: re.Match[str], severity: Severity, message: str, suggestion: str = "") -> Hit:
    """A hit on what a pattern matched."""
    return Hit(severity, match.start(), match.end(), message, suggestion)


def whole(prepared: Prepared, severity: Severity, message: str, suggestion: str = "") -> Hit:
    """A hit on the whole question."""
    return Hit(severity, 0, len(prepared.masked), message, suggestion)
