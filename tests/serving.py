"""A service as a process of its own, for tests of what only a process can show."""

import http.client
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

GROUNDWORK = (sys.executable, "-c", "from server.cli import main; main()")


@dataclass(frozen=True)
class Served:
    """A running service: its process, and the one-time link it printed."""

    process: subprocess.Popen[str]
    link: str

    @property
    def address(self) -> str:
        """Host and port."""
        return self.link.split("/")[2]

    @property
    def path(self) -> str:
        """What follows the address in the link."""
        return self.link.removeprefix(f"http://{self.address}")

    def get(self, path: str, **headers: str) -> http.client.HTTPResponse:
        """The answer, read already."""
        return self._asked("GET", path, None, headers)[0]

    def api(self, token: str, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        """The status and the JSON with which the API answers a program."""
        sent = {"Authorization": f"Bearer {token}", "X-Groundwork-Client": "test", "Content-Type": "application/json"}
        answer, said = self._asked(method, f"/api/v1{path}", None if body is None else json.dumps(body), sent)
        return answer.status, json.loads(said or b"null")

    def _asked(
        self, method: str, path: str, body: str | None, headers: dict[str, str]
    ) -> tuple[http.client.HTTPResponse, bytes]:
        connection = http.client.HTTPConnection(self.address, timeout=60)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer, answer.read()
        finally:
            connection.close()


@contextmanager
def served(data: Path, *more: str, **environment: str) -> Iterator[Served]:
    """A service on a data folder, at a port that is free. It is killed in the end, if it still runs."""
    command = [*GROUNDWORK, "serve", "--port", "0", "--no-browser", "--data", str(data), *more]
    with subprocess.Popen(command, env=surroundings(**environment), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield Served(
                process, next(found[0] for line in process.stdout if (found := re.search(r"http://\S+", line)))
            )
        finally:
            process.kill()


def ran(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command, run to its end in a process of its own."""
    return subprocess.run(
        [*GROUNDWORK, *map(str, words)], env=surroundings(**environment), capture_output=True, text=True, check=False
    )


def surroundings(**more: str) -> dict[str, str]:
    """The environment of such a process."""
    return os.environ | {"GROUNDWORK_WORKERS": "1", "PYTHONUNBUFFERED": "1"} | more
