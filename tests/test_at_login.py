"""What systems are told so that they start us, and the commands that tell them, with a systemctl that only takes notes."""

import os
import platform
import plistlib
import shlex
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result

from server.at_login import plan
from server.at_login.texts import launchd_agent, systemd_unit, windows_task
from server.cli import main
from server.errors import InputError

COMMAND = ("/opt/a b/python", "-m", "server.cli", "serve", "--data", 'C:\\Us"ers\\50%$HOME & <me>')
LOG = Path("/home/dana/service.log")
TASK = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"
NOTES = "#!/bin/sh\necho \"$@\" >> '{notes}'\n{rest}\n"


def test_a_systemd_unit_runs_the_command_word_for_word() -> None:
    (line,) = [line for line in systemd_unit(COMMAND).splitlines() if line.startswith("ExecStart=")]
    undone = line.removeprefix("ExecStart=").replace("%%", "%").replace("$$", "$")
    assert tuple(shlex.split(undone)) == COMMAND
    assert "WantedBy=default.target" in systemd_unit(COMMAND)


def test_a_launchd_agent_runs_the_command_at_login_and_again_after_a_crash() -> None:
    told = plistlib.loads(launchd_agent(COMMAND, LOG))
    assert tuple(told["ProgramArguments"]) == COMMAND
    assert (told["RunAtLoad"], told["KeepAlive"]) == (True, {"SuccessfulExit": False})


def test_a_windows_task_is_for_one_user_and_never_times_out() -> None:
    task = ET.fromstring(windows_task(COMMAND, "OFFICE\\Dana & co").split("\n", 1)[1])
    told = {element.tag.removeprefix(TASK): element.text for element in task.iter()}
    assert (told["Command"], told["UserId"], told["ExecutionTimeLimit"]) == (COMMAND[0], "OFFICE\\Dana & co", "PT0S")
    assert told["Arguments"] == '-m server.cli serve --data "C:\\Us\\"ers\\50%$HOME & <me>"'
    assert told["RunLevel"] == "LeastPrivilege"


@pytest.mark.parametrize(
    "system, file, first",
    [
        ("Linux", ".config/systemd/user/groundwork.service", "systemctl --user daemon-reload"),
        ("Darwin", "Library/LaunchAgents/groundwork.plist", "launchctl bootout gui/501/groundwork"),
        ("Windows", "AppData/Local/Groundwork/at-login.xml", "schtasks /Create /TN groundwork /XML "),
    ],
)
def test_each_system_has_its_own_way(tmp_path: Path, system: str, file: str, first: str) -> None:
    made = plan(system, tmp_path, "501", COMMAND, LOG)
    assert made.file == tmp_path / file
    assert " ".join(made.on[0]).startswith(first)


def test_another_system_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(InputError, match='How "Plan9" starts programs'):
        plan("Plan9", tmp_path, "501", COMMAND, LOG)


class Home:
    """A home folder, and a PATH on which there is at most a systemctl that takes notes."""

    def __init__(self, at: Path) -> None:
        self.at, self.notes, self.path = at, at / "notes", at / "bin"
        self.unit = at / ".config/systemd/user/groundwork.service"
        self.path.mkdir()

    def systemctl(self, rest: str = "exit 0") -> None:
        tool = self.path / "systemctl"
        tool.write_text(NOTES.format(notes=self.notes, rest=rest), "utf-8")
        tool.chmod(0o755)

    def run(self, *words: str) -> Result:
        return CliRunner().invoke(main, ["service", *words, "--data", str(self.at / "data")], prog_name="groundwork")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    if os.name != "posix":
        pytest.skip("the fake systemctl is a shell script")
    made = Home(tmp_path)
    monkeypatch.setattr(platform, "system", lambda: "Linux")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(made.path))
    return made


def test_install_writes_the_unit_and_starts_it_and_remove_takes_both_away(home: Home) -> None:
    home.systemctl()
    for _ in range(2):
        assert home.run("install", "--port", "8800").exit_code == 0
    words = f'"{sys.executable}" "-P" "-m" "server.cli" "serve" "--no-browser" "--port" "8800" "--data" "{home.at / "data"}"'
    assert f"ExecStart={words}\n" in home.unit.read_text("utf-8")
    result = home.run("remove")
    assert (result.exit_code, home.unit.exists()) == (0, False)
    once = ["--user daemon-reload", "--user enable groundwork.service", "--user restart groundwork.service"]
    assert home.notes.read_text("utf-8").splitlines() == [*once, *once, "--user disable --now groundwork.service"]
    assert home.run("remove").stdout == "It was not set to start at login.\n"


def test_where_there_is_no_systemctl_that_is_said_and_nothing_is_written(home: Home) -> None:
    result = home.run("install")
    assert (result.exit_code, result.stdout, home.unit.exists()) == (2, "", False)
    assert result.stderr.startswith("error: This machine has no systemctl")
    assert "groundwork serve --no-browser" in result.stderr


def test_what_systemctl_says_is_passed_on(home: Home) -> None:
    home.systemctl("echo 'Failed to connect to bus' >&2; exit 1")
    result = home.run("install")
    assert result.exit_code == 2
    assert result.stderr == "error: systemctl --user daemon-reload: It refused: Failed to connect to bus\n"


def test_the_command_of_the_unit_is_one_of_ours(tmp_path: Path) -> None:
    (tmp_path / "server").mkdir()  # a folder of that name where a system starts us disturbs nothing
    (tmp_path / "server/__init__.py").touch()
    command = [sys.executable, "-P", "-m", "server.cli", "serve", "--help"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "groundwork serve" in done.stdout
