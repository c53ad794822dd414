"""What leaves the house when it is packed."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.house import PACKAGES, ROOT


@pytest.mark.slow
def test_the_wheel_holds_both_packages_with_their_data_and_the_button(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    ours = {
        str(path.relative_to(ROOT)) for package in PACKAGES for path in (ROOT / package).rglob("*") if _is_kept(path)
    }
    button = {f"server/{path.relative_to(ROOT)}" for path in (ROOT / "extension").rglob("*") if _is_kept(path)}
    assert (ours | button) - packed == set()
    assert {name.split("/")[0] for name in packed if ".dist-info" not in name} == set(PACKAGES)


def _is_kept(path: Path) -> bool:
    return path.is_file() and "__pycache__" not in path.parts
