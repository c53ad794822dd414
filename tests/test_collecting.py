"""`add` and `import` as they are typed."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from server.cli import collecting, main
from tests.fetch.conftest import SERVICE, allowed, resolve
from tests.fetch.site import Site, page, running
from tests.web.made import PAGE

BOOKMARKS = '<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><A HREF="https://dana.example/talk">A talk</A></DL>'


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as made:
        yield made


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with one interview, from a dossier without pages."""
    (tmp_path / "dana").mkdir()
    (tmp_path / "dana/dossier.json").write_text(json.dumps({"interviewee": {"name": "Dana Whitlock"}}), "utf-8")
    result = run(tmp_path / "data", "import", tmp_path / "dana")
    assert (result.exit_code, result.stdout) == (0, "Dana Whitlock: 0 new, 0 known already.\n")
    return tmp_path / "data"


def run(data: Path, *words: str | Path) -> Result:
    return CliRunner().invoke(main, [*map(str, words), "--data", str(data)], prog_name="groundwork")


def test_a_link_is_fetched_and_read_at_once(data: Path, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    reached = replace(SERVICE, ports=SERVICE.ports | {site.port}, resolve=resolve, allowed=allowed)
    monkeypatch.setattr(collecting, "Rules", lambda: reached)
    site.pages["/notes"] = page(PAGE)
    for _ in range(2):
        result = run(data, "add", site.url("/notes"), "--interview", "dana")
        assert (result.exit_code, result.stdout) == (0, f"Dana Whitlock has it: {site.url('/notes')}\n")
    assert site.hits.count("dana.example/notes") == 1


@pytest.mark.parametrize(
    "url, who, said",
    [
        ("https://www.linkedin.com/in/dana", "dana", "signed in. Open it in your browser and clip it there."),
        ("http://127.0.0.1:8765/", "dana", "Pages are not fetched from port 8765."),
        ("dana", "dana", "dana: This is not the address of a web page."),
        (
            "https://dana.example/",
            "Rosa",
            "Rosa: No interview, or more than one, is called so. There are: Dana Whitlock",
        ),
    ],
)
def test_what_cannot_be_added_is_one_line_and_exit_code_2(data: Path, url: str, who: str, said: str) -> None:
    result = run(data, "add", url, "--interview", who)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_bookmarks_come_in_once(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "bookmarks.html"
    file.write_text(BOOKMARKS, "utf-8")
    printed = [run(data, "import", file, "--interview", "Dana Whitlock").stdout for _ in range(2)]
    assert printed == ["Dana Whitlock: 1 new, 0 known already.\n", "Dana Whitlock: 0 new, 1 known already.\n"]
    result = run(data, "import", file)
    assert (result.exit_code, "--interview NAME" in result.stderr) == (2, True)


def test_a_folder_is_told_what_was_wrong_in_it(data: Path, tmp_path: Path) -> None:
    dossier = {"interviewee": {"name": "Rosa Lind"}, "clips": [{"id": "r1", "file": "gone.html"}]}
    (tmp_path / "dossier.json").write_text(json.dumps(dossier), "utf-8")
    result = run(data, "import", tmp_path)
    assert (result.exit_code, result.stdout) == (2, "Rosa Lind: 0 new, 0 known already.\n")
    assert result.stderr.startswith("problem: clip r1 (gone.html): The page is missing")
    assert run(data, "import", tmp_path, "--interview", "Dana").exit_code == 2
