"""A screen that nobody looks at, with a real mouse and real keys on it."""

import os
import shutil
import struct
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.browser.conftest import needed


@dataclass(frozen=True)
class Screen:
    """Where windows are shown. What is done here goes through the X server, as from a hand."""

    display: str
    memory: Path  # what is on it, as xwd writes it

    def hand(self, *words: str | float) -> str:
        """Let xdotool do this; what it says."""
        command = ["xdotool", *map(str, words)]
        done = subprocess.run(
            command, env=os.environ | {"DISPLAY": self.display}, capture_output=True, text=True, check=False
        )
        return done.stdout

    def windows(self) -> set[str]:
        """Those that can be seen: a menu is one."""
        return set(self.hand("search", "--onlyvisible", "--name", ".*").split())

    def colour(self, x: int, y: int) -> bytes:
        """What is seen at this place, in pixels from the top left: its blue, green and red."""
        seen = self.memory.read_bytes()
        head = struct.unpack_from(">20I", seen)
        size, bits, line, colours = head[0], head[11], head[12], head[19]
        start = size + colours * 12 + y * line + x * bits // 8
        return seen[start : start + 3]


@contextmanager
def screen() -> Iterator[Screen]:
    """One that is up."""
    path = needed(shutil.which("xdotool") and shutil.which("Xvfb"), "Xvfb with xdotool")
    with tempfile.TemporaryDirectory() as folder:
        command = [path, "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-fbdir", folder]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert server.stdout
        try:
            yield Screen(f":{server.stdout.readline().strip()}", Path(folder) / "Xvfb_screen0")
        finally:
            server.terminate()
            server.wait()
            server.stdout.close()
