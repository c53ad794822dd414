import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from server.actions.folder import Tools
from server.cli import main, making
from server.errors import GroundworkError
from server.pipeline.questions.bank import load_bank
from server.reader import Reader
from tests.pipeline.made import language

HTML = """<html><head><title>Dana Whitlock: ferries in winter</title></head><body><article><h1>Ferries in winter</h1>
<p>By Dana Whitlock</p>
<p>I left the harbour board in 2019 because the timetable had become more important than the islands it was made for.</p>
<p>Since then I plan the winter ferries of the outer islands, and I row to work when the fog is thin enough.</p>
<p>We dropped eleven sailings in the first winter and nobody on the islands missed nine of them.</p></article></body></html>"""
CHARSET = "The page says it is utf-8 but is not; read as windows-1252. If letters look wrong, clip the page again."
LARGE = (
    "The page is too large: 26.2 MB, pages must stay under 25 MB. "
    "Clip the part you need, or print the page to a smaller PDF."
)
GOAL = {"text": "Decide whether to leave my job for the islands."}


@pytest.fixture(scope="module")
def tools() -> Iterator[Tools]:
    with Reader(2) as reader:
        reader.warm(2)
        yield Tools(reader, language(""), load_bank())


@pytest.fixture(autouse=True)
def warm(tools: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands as they are, but for children that are warm already."""
    monkeypatch.setattr(making, "_tools", lambda: nullcontext(tools))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "d1.html").write_text(HTML, encoding="utf-8")
    write(tmp_path)
    return tmp_path


def write(folder: Path, *more: dict[str, Any], **keys: Any) -> None:
    clips = [
        {"id": "d1", "file": "d1.html", "url": "https://ferries.example/winter", "title": "Ferries in winter"},
        *more,
    ]
    dossier = {"interviewee": {"name": "Dana Whitlock"}, "user": {"goals": [GOAL]}, "clips": clips} | keys
    (folder / "dossier.json").write_text(json.dumps(dossier), encoding="utf-8")


def run(*words: str | Path, stdin: str | bytes = "") -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], input=stdin, prog_name="groundwork")


def statuses(document: str) -> dict[str, tuple[str, str]]:
    return {clip["id"]: (clip["status"], clip["reason"]) for clip in json.loads(document)["clips"]}


@pytest.mark.parametrize("face", ["text", "markdown", "json"])
def test_a_good_folder_gives_a_brief_and_not_a_word_beside_it(folder: Path, face: str) -> None:
    result = run("brief", folder, "--format", face)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Dana" in result.stdout


def test_out_holds_what_would_have_been_printed(folder: Path) -> None:
    out = folder / "dana.md"
    printed = run("brief", folder, "--format", "markdown").stdout
    result = run("brief", folder / "dossier.json", "--format", "markdown", "--out", out)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert out.read_text(encoding="utf-8") == printed
    assert sorted(file.name for file in folder.iterdir()) == ["d1.html", "dana.md", "dossier.json"]


UNUSABLE = {
    "a wrong type": (
        '{"interviewee": {"name": "Dana"}, "user": {"goals": [{"text": "a"}, {"text": 3}]}}',
        "user.goals[1].text: must be text, is the number 3.",
    ),
    "a goal without text": (
        '{"interviewee": {"name": "Dana"}, "user": {"goals": [{"id": "g1"}]}}',
        "user.goals[0].text: is missing.",
    ),
    "no JSON": ("{", "The file is not JSON: Expecting property name enclosed in double quotes at line 1, column 2. "),
}


@pytest.mark.parametrize("raw, said", UNUSABLE.values(), ids=UNUSABLE.keys())
@pytest.mark.parametrize("command", [("brief",), ("lint", "--dossier")], ids=["brief", "lint"])
def test_an_unusable_dossier_is_one_line_and_nothing_else(
    folder: Path, raw: str, said: str, command: tuple[str, ...]
) -> None:
    (folder / "dossier.json").write_text(raw, encoding="utf-8")
    result = run(*command, folder)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"error: {folder / 'dossier.json'}: {said}")
    assert result.stderr.count("\n") == 1


def test_each_bad_page_is_told_in_a_line_and_the_brief_of_the_rest_is_written(folder: Path) -> None:
    pages = {
        "empty.html": b"",
        "picture.html": b"\x89PNG\r\n\x1a\n\0\0",
        "nul.html": b"<p>Dana\0</p>",
        "charset.html": b'<meta charset="utf-8"><h1>Caf\xe9 talk</h1><p>Dana Whitlock spoke about boats.</p>',
        "scan.pdf": b"%PDF-1.7 broken",
    }
    for name, raw in pages.items():
        (folder / name).write_bytes(raw)
    with (folder / "large.html").open("wb") as file:
        file.truncate(25 * 1024 * 1024)
    names = [*pages, "large.html", "gone.html"]
    write(folder, *({"id": name.split(".")[0], "file": name} for name in names))
    out = folder / "dana.json"
    result = run("brief", folder, "--format", "json", "--out", out)
    assert result.exit_code == 2
    told = dict(line.removeprefix("problem: clip ").split(": ", 1) for line in result.stderr.splitlines())
    again = "Open the page and clip it again, or save it as HTML or PDF."
    assert told == {
        "empty (empty.html)": f"The page is empty. {again}",
        "picture (picture.html)": f"The page is a PNG picture, not a web page or PDF. {again}",
        "nul (nul.html)": f"The page is not text: it holds NUL bytes. {again}",
        "charset (charset.html)": CHARSET,
        "scan (scan.pdf)": "The PDF cannot be opened; it is damaged or locked. Save it again without a password.",
        "large (large.html)": LARGE,
        "gone (gone.html)": "The page is missing: there is no such file. Put the page there, or take the clip out.",
    }
    found = statuses(out.read_text(encoding="utf-8"))
    assert found["d1"][0] == "used"
    assert [name for name, (status, _) in found.items() if status == "unreadable"] == [
        *("empty", "picture", "nul", "scan", "large", "gone")
    ]
    assert found["empty"][1] == "The page is empty."


def test_an_unknown_key_is_a_warning_and_no_failure(folder: Path) -> None:
    write(folder, mood="calm")
    result = run("brief", folder, "--format", "json")
    assert result.exit_code == 0
    assert result.stderr == (
        "warning: mood: is not a key we know; it is kept aside and not used. Check its spelling if it was meant for us.\n"
    )
    assert statuses(result.stdout)["d1"][0] == "used"


def test_a_model_that_is_not_set_up_is_refused(folder: Path) -> None:
    result = run("brief", folder, "--mode", "model")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "error: --mode model: No model is set up. Leave --mode out: Groundwork works without one.\n"
    )


def test_an_out_file_in_no_folder_is_refused_before_the_work(folder: Path) -> None:
    result = run("brief", folder, "--out", folder / "no" / "dana.txt")
    assert result.exit_code == 2
    assert "There is no such folder. Make it first, or name another." in result.stderr


def test_an_out_file_that_cannot_be_replaced_leaves_nothing_behind(folder: Path) -> None:
    (folder / "taken").mkdir()
    (folder / "taken" / "file").touch()
    before = sorted(folder.iterdir())
    with pytest.raises(GroundworkError, match="The file cannot be written"):
        making._write(folder / "taken", "brief")
    assert sorted(folder.iterdir()) == before


def test_questions_are_checked_one_a_line(folder: Path) -> None:
    questions = "Why did you leave the harbour board?\n\n  Are you hiring at the moment?  \r\n"
    result = run("lint", "--dossier", folder, "--format", "json", stdin=b"\xef\xbb\xbf" + questions.encode())
    assert (result.exit_code, result.stderr) == (0, "")
    first, second = json.loads(result.stdout)
    assert first["question"] == "Why did you leave the harbour board?"
    assert {"clip_id", "exact", "score", "verdict"} == set(first["answered_by"][0])
    assert any("2019" in hit["exact"] for hit in first["answered_by"])
    assert second["question"] == "Are you hiring at the moment?"
    assert {"id", "severity", "span", "message", "suggestion"} == set(second["findings"][0])


def test_findings_read_as_lines_under_the_question(folder: Path) -> None:
    lines = run("lint", "--dossier", folder, stdin="Are you hiring at the moment?").stdout.splitlines()
    assert lines[0] == "Are you hiring at the moment?"
    assert any(line.startswith("  error L14: ") for line in lines)


def test_no_questions_are_an_empty_list(folder: Path) -> None:
    assert run("lint", "--dossier", folder, "--format", "json", stdin="\n").stdout == "[]\n"


@pytest.mark.parametrize("command", ["brief", "demo", "lint"])
def test_help_shows_an_example(command: str) -> None:
    result = run(command, "--help")
    assert f"Example:\n    groundwork {command}" in result.stdout


def test_the_version_is_one_line() -> None:
    assert run("--version").stdout.startswith("groundwork 0.")


def groundwork(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", "from server.cli import main; main(prog_name='groundwork')", *words]
    return subprocess.run(command, capture_output=True, env={**os.environ, **environment}, check=False)


@pytest.mark.slow
def test_the_sample_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    runs = [groundwork("demo", "--format", "json", PYTHONHASHSEED=seed) for seed in ("1", "2")]
    assert [(run.returncode, run.stderr) for run in runs] == [(0, b""), (0, b"")]
    first, second = (json.loads(run.stdout) | {"generated_at": ""} for run in runs)
    assert json.dumps(first) == json.dumps(second)


def test_a_wrong_setting_is_refused_by_its_name() -> None:
    result = groundwork("demo", GROUNDWORK_WORKERS="many")
    assert result.returncode == 2
    assert result.stderr.decode() == 'error: GROUNDWORK_WORKERS: must be a whole number from 1 to 64, is "many".\n'
