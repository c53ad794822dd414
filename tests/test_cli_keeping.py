"""The commands on what is kept, and the service as a process."""

import io
import os
import re
import signal
import socket
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from server.app import ME
from server.cli import COMMANDS, main
from server.store import clips, interviews, links, opened, tokens, users
from server.store.hold import hold, say_where
from tests.serving import served
from tests.store.made import facts, new_clip

NOW = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], prog_name="groundwork")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with one interview and one page."""
    with opened(tmp_path / "data", NOW) as store, store.transaction() as tx:
        users.add(tx, ME, ME, NOW)
        interviews.add(tx, ME, "i1", facts(), NOW)
        clips.add(tx, ME, new_clip(), NOW)
    return tmp_path / "data"


def names(data: Path, user: str = ME) -> list[str]:
    with opened(data, NOW) as store, store.view() as tx:
        return [one.facts.interviewee.name for one in interviews.every(tx, user)]


def test_a_token_is_printed_once_and_kept_as_a_hash(data: Path) -> None:
    result = run("token", "--scope", "clip", "--data", data)
    assert result.exit_code == 0
    with opened(data, NOW) as store, store.view() as tx:
        token = tokens.bearer(tx, result.stdout.strip())
    assert token
    assert (token.user_id, token.scope.value) == (ME, "clip")
    assert result.stdout.strip().encode() not in (data / "groundwork.db").read_bytes()


def test_a_token_for_somebody_new_makes_them_a_user(data: Path) -> None:
    assert run("token", "--user", "bob", "--data", data).exit_code == 0
    assert names(data, "bob") == []


def test_tokens_are_listed_and_ended(data: Path) -> None:
    secret = run("token", "--name", "old laptop", "--data", data).stdout.strip()
    listed = run("token", "list", "--data", data)
    assert (listed.exit_code, listed.stdout.count("\n"), secret in listed.stdout) == (0, 1, False)
    ident = listed.stdout.split()[0]
    assert "last used never  old laptop" in listed.stdout
    assert run("token", "revoke", ident, "--data", data).stdout == f"Ended: old laptop ({ident}).\n"
    assert "ended " in run("token", "list", "--data", data).stdout
    with opened(data, NOW) as store, store.view() as tx:
        assert tokens.bearer(tx, secret) is None
    assert run("token", "revoke", "t0", "--data", data).exit_code == 2


def test_how_long_pages_are_stored_is_told_and_set(data: Path) -> None:
    assert run("keep", "--data", data).stdout == "Pages are stored until 90 days after the talk.\n"
    told = run("keep", "--days", "30", "--data", data).stdout.splitlines()
    assert told[-1] == "Pages are stored until 30 days after the talk."
    assert run("keep", "--for-good", "--data", data).stdout.endswith("Pages are stored for good.\n")
    assert run("keep", "--for-good", "--days", "3", "--data", data).exit_code == 2


def test_a_backup_is_put_back_and_what_was_there_is_kept_aside(data: Path, tmp_path: Path) -> None:
    copy = tmp_path / "monday.db"
    assert run("backup", copy, "--data", data).exit_code == 0
    with opened(data, NOW) as store, store.transaction() as tx:
        interviews.add(tx, ME, "i2", facts("Tom Avery"), NOW)
    result = run("restore", copy, "--data", data)
    assert (result.exit_code, names(data)) == (0, ["Dana Okafor"])
    aside = Path(re.search(r"lies in (\S+)\.\n", result.stdout)[1])  # type: ignore[index]
    assert aside.exists()


def test_a_backup_never_writes_over_a_file(data: Path, tmp_path: Path) -> None:
    (tmp_path / "taken.db").touch()
    result = run("backup", tmp_path / "taken.db", "--data", data)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)


def test_nothing_is_restored_while_the_service_runs(data: Path, tmp_path: Path) -> None:
    run("backup", tmp_path / "monday.db", "--data", data)
    with hold(data):
        result = run("restore", tmp_path / "monday.db", "--data", data)
    assert result.exit_code == 2
    assert "is running on this data folder" in result.stderr


def test_forgetting_gives_an_account(data: Path) -> None:
    result = run("forget", "dana okafor", "--yes", "--data", data)
    assert (result.exit_code, names(data)) == (0, [])
    assert "Dana Okafor" in result.stdout


def test_nobody_is_forgotten_where_nobody_can_be_asked(data: Path) -> None:
    result = run("forget", "Dana Okafor", "--data", data)
    assert (result.exit_code, names(data)) == (2, ["Dana Okafor"])
    assert "Say --yes if you are sure" in result.stderr


@pytest.mark.parametrize(("answer", "left"), [("y", []), ("n", ["Dana Okafor"]), ("", ["Dana Okafor"])])
def test_a_terminal_is_asked_before_somebody_is_forgotten(data: Path, answer: str, left: list[str]) -> None:
    class Terminal(io.BytesIO):
        def isatty(self) -> bool:
            return True

    words = ["forget", "Dana Okafor", "--data", str(data)]
    result = CliRunner().invoke(main, words, prog_name="groundwork", input=Terminal(f"{answer}\n".encode()))
    assert "Forget Dana Okafor, 1 page and all you wrote about them?" in result.stdout
    assert names(data) == left


def test_no_token_is_said_to_be_none(data: Path) -> None:
    result = run("token", "list", "--data", data)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "None yet: `groundwork token` makes one.\n"


def test_an_interview_is_exported_in_each_form(data: Path, tmp_path: Path) -> None:
    for form, begins in (
        ("json", "{"),
        ("markdown", "---\n"),
        ("ics", "BEGIN:VCALENDAR"),
        ("csl", "["),
    ):
        printed = run("export", "dana", "--format", form, "--data", data)
        assert (printed.exit_code, printed.stdout.startswith(begins)) == (0, True), printed.output
        kept = run("export", "dana", "--format", form, "--out", tmp_path / f"dana.{form}", "--data", data)
        assert kept.stdout.startswith("Dana Okafor: ")
        assert (tmp_path / f"dana.{form}").read_text("utf-8").startswith(begins)


def test_a_folder_is_exported_and_imported_and_nothing_is_written_over(data: Path, tmp_path: Path) -> None:
    for out, dossier in (
        (tmp_path / "dana", tmp_path / "dana/dossier.json"),
        (tmp_path / "dana.zip", tmp_path / "dana.zip"),
    ):
        assert run("export", "i1", "--out", out, "--data", data).exit_code == 0
        assert dossier.is_file()
        assert (
            run("import", out, "--data", tmp_path / f"other-{out.name}").stdout
            == "Dana Okafor: 1 new, 0 known already.\n"
        )
        again = run("export", "i1", "--out", out, "--data", data)
        assert (again.exit_code, "There is something of that name already." in again.stderr) == (2, True)


def test_nobody_is_forgotten_by_mistake(data: Path) -> None:
    result = run("forget", "Dana", "--data", data)
    assert (result.exit_code, names(data)) == (2, ["Dana Okafor"])


def test_a_damaged_file_names_the_command_that_helps(data: Path) -> None:
    (data / "groundwork.db").write_bytes(b"no database at all" * 1000)
    result = run("forget", "Dana", "--data", data)
    assert result.exit_code == 2
    assert "groundwork restore" in result.stderr


def test_the_folder_comes_from_the_environment(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GROUNDWORK_DATA", str(data))
    assert run("forget", "Dana Okafor", "--yes").exit_code == 0
    assert names(data) == []


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "evil.example", "127.0.0.1.evil.example"])
def test_the_service_listens_to_this_machine_only(data: Path, host: str) -> None:
    result = run("serve", "--host", host, "--data", data, "--no-browser")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "listens to this machine only" in result.stderr


def test_a_port_that_is_taken_is_told_in_a_line(data: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        result = run("serve", "--port", str(other.getsockname()[1]), "--data", data, "--no-browser")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "Another program has it" in result.stderr


def test_a_second_service_on_the_same_data_is_told_in_a_line(data: Path) -> None:
    with hold(data):
        result = run("serve", "--port", "0", "--data", data, "--no-browser")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert f"Another Groundwork (process {os.getpid()}) is running" in result.stderr


@pytest.mark.slow
def test_the_printed_link_opens_the_brief_of_the_sample_once_and_ctrl_c_ends_it_all(tmp_path: Path) -> None:
    with served(tmp_path) as service:
        first, again = service.get(service.path), service.get(service.path)
        assert (first.status, first.headers["Location"], again.status) == (303, "/interviews/sample", 401)
        cookie = first.headers["Set-Cookie"]
        assert f"groundwork_{service.address.split(':')[1]}=" in cookie
        assert {"HttpOnly", "SameSite=Strict"} <= {part.strip() for part in cookie.split(";")}
        assert service.get("/interviews/sample", Cookie=cookie.split(";")[0]).status == 200
        service.process.send_signal(signal.SIGINT)
        assert service.process.wait(20) == 0
    with hold(tmp_path):
        assert (tmp_path / "session.key").stat().st_mode & 0o077 == 0


def test_open_gives_a_link_to_the_service_that_runs_on_this_data(data: Path) -> None:
    with hold(data):
        say_where(data, "http://127.0.0.1:8765")
        result = run("open", "--no-browser", "--data", data)
    assert result.exit_code == 0
    address, code = result.stdout.strip().rsplit("/enter/", 1)
    assert (address, links.take(data, code, datetime.now(UTC))) == ("http://127.0.0.1:8765", ME)


def test_open_says_in_a_line_that_nothing_runs_and_how_to_start_it(data: Path) -> None:
    result = run("open", "--data", data)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "not running" in result.stderr
    assert "groundwork serve" in result.stderr
    assert not (data / links.FOLDER).exists()


def test_every_line_of_the_list_leads_to_the_command_of_its_name() -> None:
    found = [main.get_command(click.Context(main), name) for name in COMMANDS]
    assert [command and command.name for command in found] == list(COMMANDS)


def test_the_list_of_commands_loads_none_of_them() -> None:
    look = (
        "import sys; from server.cli import main; main(['--help'], standalone_mode=False); print(sorted(sys.modules))"
    )
    printed = subprocess.check_output([sys.executable, "-c", look], text=True)
    assert "serve " in printed
    assert {"'sqlalchemy'", "'flask'", "'pydantic'", "'numpy'"} & set(
        printed.splitlines()[-1].strip("[]").split(", ")
    ) == set()
