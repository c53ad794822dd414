"""The HTML of every view is as html-validate wants it."""

import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page, Response

from tests.browser.conftest import Site, needed
from tests.browser.views import VIEWS
from tests.house import ROOT

pytestmark = pytest.mark.browser
VALIDATE = ROOT / "node_modules/html-validate/bin/html-validate.mjs"
CONFIG = Path(__file__).with_name("htmlvalidate.json")


def test_html_validate_finds_nothing(site: Site, page: Page, tmp_path: Path) -> None:
    node, validate = (
        needed(shutil.which("node"), "Node"),
        needed(VALIDATE if VALIDATE.exists() else None, "html-validate"),
    )
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer) if answer.request.resource_type == "document" else None)
    for view in VIEWS:
        view(site, page)
        (tmp_path / f"{view.__name__}.html").write_text(answers[-1].text(), "utf-8")
    command = [node, str(validate), "--config", str(CONFIG), "--formatter", "text", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout.replace(f"{tmp_path}/", "").splitlines() == []
    assert done.returncode == 0, done.stderr
