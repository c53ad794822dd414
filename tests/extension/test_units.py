"""The pure modules, by Node's own test runner."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.conftest import needed
from tests.house import ROOT

pytestmark = pytest.mark.browser  # Node comes with what the browser tests need
UNITS = sorted(
    [*(Path(__file__).parent / "unit").glob("*.test.js"), *(ROOT / "tests/web/unit").glob("*.test.js")],
)


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.stem)
def test_a_pure_module(path: Path) -> None:
    node = needed(shutil.which("node"), "Node")
    done = subprocess.run([node, "--test", str(path)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
