"""Processes that are killed in the middle, or get in each other's way. Nothing that was acknowledged is lost by it."""

import json
import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from server.parts import ME
from server.store import Store, clips, disk, interviews, opened, tokens, users
from server.store.tokens import NewToken, Scope
from tests.actions.test_reading import wait_until
from tests.house import ROOT
from tests.serving import ran, served, surroundings
from tests.store.made import ALICE, NOW, give, new_clip
from tests.web.made import PAGE, clip

pytestmark = pytest.mark.slow  # real processes, killed

SECRET = "a token for tests"
HOLDS_THE_EXTRACTOR = "<html><body><article><p>" + "<span>fog </span>" * 100_000


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder that a program may enter with SECRET."""
    with opened(tmp_path / "data", NOW) as store, store.transaction() as tx:
        users.add(tx, ME, ME, NOW)
        tokens.add(tx, ME, NewToken("t1", SECRET, "test", Scope.ALL), NOW)
    return tmp_path / "data"


def keys(data: Path) -> list[str]:
    with opened(data, NOW) as store, store.view() as tx:
        return [one.key for one in clips.of_interview(tx, ME, None)]


def children(pid: int) -> list[int]:
    """The processes that a process started, as the system lists them."""
    listed = Path(f"/proc/{pid}/task")
    return [int(child) for task in listed.iterdir() for child in (task / "children").read_text("ascii").split()]


def ticks(pid: int) -> int:
    """The processor time that a process has taken, in hundredths of a second."""
    return int(Path(f"/proc/{pid}/stat").read_text("ascii").split()[13])


def state(data: Path, key: str) -> tuple[str, str]:
    """How far a loose clip has come, and why not further."""
    with opened(data, NOW) as store, store.view() as tx:
        return next((one.state.value, one.reason) for one in clips.of_interview(tx, ME, None) if one.key == key)


def test_a_second_service_on_the_same_folder_is_told_who_has_it_and_the_first_goes_on(data: Path) -> None:
    with served(data) as first:
        second = ran("serve", "--port", "0", "--no-browser", "--data", data)
        assert (second.returncode, second.stdout, second.stderr.count("\n")) == (2, "", 1)
        assert f"Another Groundwork (process {first.process.pid}) is running on this data folder." in second.stderr
        assert "Use that one, end it first, or name another folder with --data." in second.stderr
        assert first.api(SECRET, "POST", "/clips", clip("k1"))[0] == 201
    assert keys(data) == ["k1"]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="this system does not list a process's children")
def test_a_child_of_the_service_that_is_killed_costs_only_the_page_it_held(data: Path) -> None:
    with served(data) as service:
        assert service.api(SECRET, "POST", "/clips", clip("warm"))[0] == 201
        wait_until(lambda: state(data, "warm") == ("read", ""))
        (child,) = children(service.process.pid)
        before = ticks(child)
        assert service.api(SECRET, "POST", "/clips", clip("held", html=HOLDS_THE_EXTRACTOR))[0] == 201
        wait_until(lambda: ticks(child) > before + 20)  # it is at it
        os.kill(child, signal.SIGKILL)
        assert service.api(SECRET, "POST", "/clips", clip("next"))[0] == 201
        wait_until(lambda: state(data, "next") == ("read", ""))
        assert state(data, "held") == ("unreadable", "The page ended the process that read it (SIGKILL).")


@pytest.mark.skipif(os.name != "posix", reason="forks")
def test_a_restore_that_is_killed_anywhere_leaves_all_that_was_there_or_all_that_was_put_back(tmp_path: Path) -> None:
    folder, saved = tmp_path / "data", tmp_path / "saved.db"
    with closing(Store.open(folder, NOW)) as store:
        with store.transaction() as tx:
            give(tx, ALICE)
            clips.add(tx, ALICE, new_clip("c0"), NOW)
        store.backup(saved)
        with store.transaction() as tx:
            clips.remove(tx, ALICE, "c0")
    with closing(Store.open(folder, NOW)) as store:
        database = (folder / disk.DATABASE).read_bytes()
        with store.transaction() as tx:
            clips.add(tx, ALICE, new_clip("c2"), NOW)
        log = (folder / f"{disk.DATABASE}-wal").read_bytes()
    (folder / disk.DATABASE).write_bytes(database)  # as after a power cut: the second clip is in the log alone
    (folder / f"{disk.DATABASE}-wal").write_bytes(log)
    (tmp_path / "scratch").mkdir()
    command = [sys.executable, "-m", "tests.store.killing", folder, saved, tmp_path / "scratch"]
    lines = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    assert lines[-1] == "done c1 c0"
    assert len(lines) > 10
    assert set(lines[:-1]) == {"killed c1 c2", "killed c1 c0"}


def test_an_import_that_is_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "rosa"
    folder.mkdir()
    named = [{"id": f"r{at}", "file": f"r{at}.html"} for at in range(40)]
    for one in named:
        (folder / one["file"]).write_text(PAGE.replace("2019", f"20{one['id']}"), "utf-8")
    (folder / "dossier.json").write_text(json.dumps({"interviewee": {"name": "Rosa Lind"}, "clips": named}), "utf-8")
    data, told = tmp_path / "data", []
    command = [sys.executable, "-m", "tests.actions.importer", data, folder]
    with subprocess.Popen(command, cwd=ROOT, env=surroundings(), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        for line in process.stdout:
            told.append(line.strip())
            if len(told) == 15:
                process.kill()
    again = ran("import", folder, "--data", data)
    assert again.stdout == f"Rosa Lind: {40 - len(told)} new, {len(told)} known already.\n"
    with opened(data, NOW) as store, store.view() as tx:
        (interview,) = interviews.every(tx, ME)
        kept = clips.of_interview(tx, ME, interview.id)
    assert [one.id for one in kept] == [one["id"] for one in named]
    assert {one.state.value for one in kept} == {"read"}
