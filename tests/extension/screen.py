"""A screen that nobody looks at, with a real mouse and real keys on it."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.browser.conftest import needed


@dataclass(frozen=True)
class Screen:
    """Where windows are shown. What is done here goes through the X server, as from a hand."""

    display: str

    def hand(self, *words: str | int) -> str:
        """Let xdotool do this; what it says."""
        command = ["xdotool", *map(str, words)]
        done = subprocess.run(
            command, env=os.environ | {"DISPLAY": self.display}, capture_output=True, text=True, check=False
        )
        return done.stdout

    def windows(self) -> set[str]:
        """Those that can be seen: a menu is one."""
        return set(self.hand("search", "--onlyvisible", "--name", ".*").split())


@contextmanager
def screen() -> Iterator[Screen]:
    """One that is up."""
    path = needed(shutil.which("xdotool") and shutil.which("Xvfb"), "Xvfb with xdotool")
    command = [path, "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert server.stdout
    try:
        yield Screen(f":{server.stdout.readline().strip()}")
    finally:
        server.terminate()
        server.wait()
        server.stdout.close()
