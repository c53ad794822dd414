"""The clock counts from "we began", here and in the browser alike (tests/web/unit/clock.test.js reads the same file)."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from server.pipeline.talk.clock import Clock, clock
from tests.house import ROOT

CASES = json.loads((ROOT / "tests/clock.json").read_text("utf-8"))
NOW = datetime(2026, 12, 3, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_the_clock_says(case: dict[str, Any]) -> None:
    began = None if case["gone"] is None else NOW - timedelta(seconds=case["gone"])
    assert clock(case["booked"], began, NOW) == Clock(case["minutes"], case["shown"], case["word"])
