"""The zips that are installed."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from tests.browser.conftest import needed
from tests.extension.chrome import Chrome
from tests.house import ROOT

WEB_EXT = ROOT / "node_modules/.bin/web-ext"
ZIPS = ROOT / ".ci/zips.py"
KNOWN = ["BACKGROUND_SERVICE_WORKER_IGNORED"]  # the price of one manifest for both browsers
KNOWN_TO_CHROME = "'background.scripts' requires manifest version of 2 or lower."  # the same price


def _pack(folder: Path) -> dict[str, bytes]:
    subprocess.run([sys.executable, str(ZIPS), str(folder)], check=True, capture_output=True)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the zips as they are packed."""
    folder = tmp_path_factory.mktemp("packed")
    _pack(folder)
    return folder


@pytest.mark.slow
def test_the_same_files_give_the_same_zips(packed: Path, tmp_path: Path) -> None:
    first, second = {path.name: path.read_bytes() for path in packed.iterdir()}, _pack(tmp_path)
    assert [name.split("-")[1] for name in sorted(first)] == ["chrome", "firefox"]
    assert first == second


def test_a_zip_holds_the_manifest_at_its_top_and_nothing_that_only_we_need(packed: Path) -> None:
    for path in packed.iterdir():
        names = zipfile.ZipFile(path).namelist()
        assert "manifest.json" in names
        assert [name for name in names if name.endswith((".py", ".md", ".test.js"))] == []


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("kind", ["chrome", "firefox"])
def test_the_linter_of_firefox_has_one_thing_to_say_and_we_know_it(tmp_path: Path, kind: str) -> None:
    needed(WEB_EXT.exists(), "web-ext")
    _pack(tmp_path)
    (zipped,) = tmp_path.glob(f"*{kind}*.zip")
    zipfile.ZipFile(zipped).extractall(tmp_path / kind)
    command = [str(WEB_EXT), "lint", "--source-dir", str(tmp_path / kind), "--output", "json", "--no-input"]
    told = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    found = json.loads(told.stdout)
    assert [one["code"] for of in ("errors", "warnings", "notices") for one in found[of]] == KNOWN


@pytest.mark.browser
@pytest.mark.slow
def test_chromium_has_one_thing_to_say_and_we_know_it(playwright: Playwright, tmp_path: Path) -> None:
    _pack(tmp_path)
    (zipped,) = tmp_path.glob("*chrome*.zip")
    zipfile.ZipFile(zipped).extractall(tmp_path / "chrome")
    chrome = Chrome(playwright, tmp_path / "profile", None)
    chrome.page.goto("chrome://extensions")
    chrome.page.click("#devMode")  # without it nothing is said
    chrome.put_in(tmp_path / "chrome")
    found = chrome.page.evaluate(f"chrome.developerPrivate.getExtensionInfo('{chrome.id}')")
    chrome.close()
    assert [one["message"] for one in found["manifestErrors"]] == [KNOWN_TO_CHROME]
    assert found["runtimeErrors"] == []
