"""A PostgreSQL server for the tests: its own folder, its own socket, no port, an unprivileged user."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

UNPRIVILEGED = ("postgres", "nobody")


@contextmanager
def server() -> Iterator[str]:
    """The address of a fresh server's database `postgres`, `{}` standing for the name of a database."""
    programs = _programs()
    if programs is None:
        _missing("PostgreSQL is not installed: no initdb in PATH or /usr/lib/postgresql")
        return
    folder = Path(tempfile.mkdtemp(prefix="gw-pg-"))
    who = _unprivileged()
    if who:
        os.chown(folder, who.pw_uid, who.pw_gid)
    try:
        _run(
            who,
            programs / "initdb",
            "-D",
            folder / "data",
            "-U",
            "groundwork",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-sync",
        )
        control = (programs / "pg_ctl", "-D", folder / "data", "-s", "-w")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off -c max_connections=20"
        _run(who, *control, "-l", folder / "log", "-o", options, "start")
        try:
            yield f"postgresql://groundwork@/{{}}?host={folder}"
        finally:
            _run(who, *control, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def _programs() -> Path | None:
    """The folder with initdb and pg_ctl."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = shutil.which("initdb")
    return installed[-1].parent if installed else Path(found).resolve().parent if found else None


def _missing(why: str) -> None:
    if os.environ.get("REQUIRE_BROWSER"):
        pytest.fail(f"{why} (make browsers installs it)")
    pytest.skip(why)


def _unprivileged() -> pwd.struct_passwd | None:
    """Whom to run it as, since it refuses root; None if we are nobody special."""
    if os.geteuid():
        return None
    return next(entry for entry in pwd.getpwall() if entry.pw_name in UNPRIVILEGED)


def _run(who: pwd.struct_passwd | None, *command: str | Path) -> None:
    started = {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []} if who else {}
    result = subprocess.run(
        command, cwd="/", stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, **started
    )
    assert result.returncode == 0, result.stderr
