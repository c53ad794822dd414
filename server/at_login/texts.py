"""What a system is told so that it starts a command at login: a systemd user unit, a launchd agent, a scheduled task."""

import plistlib
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from server.errors import InputError

LABEL = "groundwork"

Command = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """file: what is written, and where. on, off: commands after it is written, and before it is taken away.

    eager: of those in `on`, how many may fail (they end what ran before). log: how to see what it says.
    """

    file: Path
    content: bytes
    on: tuple[Command, ...]
    off: tuple[Command, ...]
    log: str
    eager: int = 0

    @property
    def tool(self) -> str:
        """The system's own program for this."""
        return self.on[0][0]


def plan(system: str, home: Path, user: str, command: Sequence[str], log: Path) -> Plan:
    """How a system is told. system: as `platform.system` has it. user: the number of the user, on Windows the name.

    command: what runs at login. log: a file for what it says, where the system keeps no journal. Raises InputError for a
    system we do not know.
    """
    if system == "Linux":
        return _systemd(home, command)
    if system == "Darwin":
        return _launchd(home, user, command, log)
    if system == "Windows":
        return _task(home, user, command)
    raise InputError(
        f'How "{system}" starts programs at login is not known here.',
        hint="Have it run `groundwork serve --no-browser` in its own way.",
    )


def systemd_unit(command: Sequence[str]) -> str:
    """The text of a systemd user unit."""
    return f"""[Unit]
Description=Groundwork, on this machine only

[Service]
ExecStart={" ".join(map(_systemd_word, command))}
Restart=on-failure
RestartSec=10

[Install]
WantedBy=default.target
"""


def launchd_agent(command: Sequence[str], log: Path) -> bytes:
    """The property list of a launchd agent."""
    return plistlib.dumps(
        {
            "Label": LABEL,
            "ProgramArguments": list(command),
            "RunAtLoad": True,
            "KeepAlive": {"SuccessfulExit": False},
            "StandardOutPath": str(log),
            "StandardErrorPath": str(log),
        }
    )


def windows_task(command: Sequence[str], user: str) -> str:
    """The XML of a task for this user's logins: a task for everybody's would need an administrator."""
    return f"""<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <Triggers><LogonTrigger><UserId>{escape(user)}</UserId></LogonTrigger></Triggers>
  <Principals>
    <Principal id="me">
      <UserId>{escape(user)}</UserId><LogonType>InteractiveToken</LogonType><RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
  </Settings>
  <Actions Context="me">
    <Exec>
      <Command>{escape(command[0])}</Command>
      <Arguments>{escape(subprocess.list2cmdline(command[1:]))}</Arguments>
    </Exec>
  </Actions>
</Task>
"""


def _systemd(home: Path, command: Sequence[str]) -> Plan:
    name = f"{LABEL}.service"
    call = ("systemctl", "--user")
    return Plan(
        file=home / ".config" / "systemd" / "user" / name,
        content=systemd_unit(command).encode(),
        on=((*call, "daemon-reload"), (*call, "enable", name), (*call, "restart", name)),
        off=((*call, "disable", "--now", name),),
        log=f"journalctl --user -u {LABEL} -n 20",
    )


def _launchd(home: Path, user: str, command: Sequence[str], log: Path) -> Plan:
    file = home / "Library" / "LaunchAgents" / f"{LABEL}.plist"
    out = ("launchctl", "bootout", f"gui/{user}/{LABEL}")
    return Plan(
        file=file,
        content=launchd_agent(command, log),
        on=(out, ("launchctl", "bootstrap", f"gui/{user}", str(file))),
        off=(out,),
        log=f"tail {log}",
        eager=1,
    )


def _task(home: Path, user: str, command: Sequence[str]) -> Plan:
    file = home / "AppData" / "Local" / "Groundwork" / "at-login.xml"
    name = ("/TN", LABEL)
    return Plan(
        file=file,
        content=windows_task(command, user).encode("utf-16"),
        on=(("schtasks", "/Create", *name, "/XML", str(file), "/F"), ("schtasks", "/Run", *name)),
        off=(("schtasks", "/Delete", *name, "/F"),),
        log="in the window that opened",
    )


def _systemd_word(word: str) -> str:
    """One word of ExecStart: systemd undoes backslashes and quotes, and fills in % and $."""
    quoted = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{quoted}"'
