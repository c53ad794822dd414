"""Our fictional interviews as folders, for what must hold of everybody: two of them each time, all in the whole run."""

import pytest

from server.actions.sample import SAMPLE
from tests.house import ROOT

FIRST, *REST = sorted(path.parent for path in (ROOT / "tests/people").glob("*/dossier.json"))
everybody = pytest.mark.parametrize(
    "person",
    [SAMPLE, FIRST, *(pytest.param(one, marks=pytest.mark.slow) for one in REST)],
    ids=lambda path: path.name,
)
