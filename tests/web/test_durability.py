"""A clip that was acknowledged is there, whatever happens to the service."""

from pathlib import Path

import pytest

from bench.durability import Trial


@pytest.mark.slow
def test_a_service_that_is_killed_loses_no_clip_and_doubles_none(tmp_path: Path) -> None:
    outcome = Trial(tmp_path, posts=24, kills=3).run()
    assert outcome.kills == 3
    assert outcome.broken
    assert len(outcome.acknowledged) == len(outcome.kept) == 24
    assert (outcome.lost, outcome.doubled, outcome.damaged) == ([], [], [])
