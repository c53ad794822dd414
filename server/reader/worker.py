"""One child process seen from the parent: started, asked one page at a time, killed when it must be."""

import os
import signal
import subprocess
import sys
import threading
from typing import IO

from server.errors import GroundworkError
from server.reader.memory import OVER
from server.reader.wire import receive, send

START_WITHIN = 60.0  # seconds a child may take until it is warm
# What an interpreter needs to start, and no more: a page may take its child over, and secrets stand in environments.
INHERITED = (
    *(
        "PATH",
        "PYTHONPATH",
        "PYTHONHASHSEED",
        "LD_LIBRARY_PATH",
        "DYLD_LIBRARY_PATH",
        "LANG",
        "LC_ALL",
        "LC_CTYPE",
        "HOME",
    ),
    *("TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "USERPROFILE", "APPDATA", "LOCALAPPDATA"),
)
# Children are as many as the cores, and the thread pools of libraries reserve address space: one thread each.
ENVIRONMENT = {
    **dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS"), "1"),
    "TOKENIZERS_PARALLELISM": "false",
    "PYTHONIOENCODING": "utf-8",
}
# The same on Windows, where there are no sessions.
if sys.platform == "win32":
    APART = subprocess.CREATE_NEW_PROCESS_GROUP
else:
    APART = 0


class DiedError(Exception):
    """The child ended without an answer. The text says why, in a sentence."""


class Worker:
    """A child. It warms up while the parent goes on; the first page waits for it."""

    def __init__(self, deadline: float, memory: int) -> None:
        self._deadline, self._memory = deadline, memory
        self._late = False
        self._waiting = False
        self._lock = threading.Lock()
        self._language = ""
        self._process = subprocess.Popen(  # noqa: S603  our own module, run by our own interpreter
            [sys.executable, "-P", "-m", "server.reader.child", str(deadline), str(memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={name: os.environ[name] for name in INHERITED if name in os.environ} | ENVIRONMENT,
            start_new_session=True,  # Ctrl-C is for the parent, which then ends its children
            creationflags=APART,
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._to, self._from = self._process.stdin, self._process.stdout

    @property
    def pid(self) -> int:
        """The process id of the child."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """False once the child has ended, or is about to."""
        return not self._late and self._process.poll() is None

    def wait_until_warm(self) -> str:
        """The name of the language it computes features with. Raises GroundworkError if it does not start."""
        if not self._language:
            self._language = (self._within(START_WITHIN, None) or b"").decode()
        if not self._language:
            raise GroundworkError(
                "The process that reads pages does not start.",
                where=f"python -m server.reader.child (exit code {self._process.poll()})",
                hint="Run `make setup` again; what it printed above says more.",
            )
        return self._language

    def ask(self, message: bytes) -> bytes:
        """Its answer to one message. Raises DiedError if the child did not live to answer, the deadline being one reason."""
        answer = self._within(self._deadline, message)
        if answer is None:
            raise DiedError(self._cause_of_death())
        return answer

    def kill(self) -> None:
        """End the child, whatever it is doing, and leave no zombie and no open pipe."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._to, self._from):
            _close(pipe)

    def _within(self, seconds: float, message: bytes | None) -> bytes | None:
        """The next message of the child; None if it ends first, which it must after so many seconds."""
        timer = threading.Timer(seconds, self._too_late)
        timer.daemon = True
        with self._lock:
            self._waiting = True
        timer.start()
        try:
            if message is not None:
                send(self._to, message)
            return receive(self._from)
        except (OSError, ValueError):  # a pipe that broke, or that `kill` closed meanwhile
            return None
        finally:
            with self._lock:
                self._waiting = False
            timer.cancel()

    def _too_late(self) -> None:
        with self._lock:  # a timer that fires just after the answer came must not cost the next page
            if self._waiting:
                self._late = True
                self._process.kill()

    def _cause_of_death(self) -> str:
        code = self._process.wait()
        if self._late:
            return f"The page took longer than {self._deadline:g} seconds to read."
        if code == OVER:
            return f"The page needed more than {_size(self._memory)} of memory to read."
        return f"The page ended the process that read it ({_signal(code) if code < 0 else f'exit code {code}'})."


def _size(count: int) -> str:
    return f"{count / (1 << 30):g} GB" if count >= 1 << 30 else f"{count / (1 << 20):g} MB"


def _signal(code: int) -> str:
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"


def _close(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except OSError:  # what is still in the buffer cannot be written to a child that is gone
        return
