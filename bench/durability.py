"""Clips are posted while the service is killed: every one that was acknowledged must be there, and none twice.

python -m bench.durability [POSTS] [KILLS]
"""

import http.client
import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from server.app import ME
from server.store import clips, opened, pages, tokens, users
from server.store.tokens import NewToken, Scope

SECRET = "a token for the bench"
AT_ONCE = 4  # senders
PAGE = "<html><head><title>Page {at}</title></head><body><article>{words}</article></body></html>"


@dataclass
class Outcome:
    """acknowledged: key -> ids that were told for it. kept: (key, id) of what is there afterwards. damaged: keys whose page is not as sent."""

    acknowledged: dict[str, set[str]] = field(default_factory=dict)
    kept: list[tuple[str, str]] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)
    kills: int = 0
    broken: int = 0  # posts that got no answer and were sent again

    @property
    def lost(self) -> list[str]:
        there = dict(self.kept)
        return [key for key, ids in self.acknowledged.items() if ids != {there.get(key)}]

    @property
    def doubled(self) -> list[str]:
        keys = [key for key, _ in self.kept]
        return sorted({key for key in keys if keys.count(key) > 1})


class Trial:
    """A service on a data folder of its own, senders that send again what was not acknowledged, and somebody who kills."""

    def __init__(self, folder: Path, posts: int, kills: int) -> None:
        self.folder, self.port = folder, _free_port()
        self.outcome = Outcome()
        self._lock, self._up = threading.Condition(), threading.Event()
        self._acknowledged = 0
        self._posts = posts
        self._kill_at = sorted(random.Random(20261122).sample(range(1, posts), kills))
        self._service: subprocess.Popen[str] | None = None

    def run(self) -> Outcome:
        with opened(self.folder, datetime.now(UTC)) as store, store.transaction() as tx:
            users.add(tx, ME, ME, datetime.now(UTC))
            tokens.add(tx, ME, NewToken("t1", SECRET, "bench", Scope.CLIP), datetime.now(UTC))
        self._start()
        try:
            with ThreadPoolExecutor(AT_ONCE) as senders:
                sending = [senders.submit(self._send, at) for at in range(self._posts)]
                self._kill_now_and_then()
                for one in sending:
                    one.result()
        finally:
            self._kill()
        self._look()
        return self.outcome

    def _kill_now_and_then(self) -> None:
        for at in self._kill_at:
            with self._lock:
                self._lock.wait_for(lambda at=at: self._acknowledged >= at, timeout=120)
            self._kill()  # while other senders are in the middle of a post
            self.outcome.kills += 1
            self._start()

    def _start(self) -> None:
        command = [sys.executable, "-c", "from server.cli import main; main()", "serve", "--no-browser"]
        self._service = subprocess.Popen(
            [*command, "--port", str(self.port), "--data", str(self.folder)],
            env=os.environ | {"GROUNDWORK_WORKERS": "1", "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._service.stdout
        assert any("/enter/" in line for line in self._service.stdout), "the service does not start"
        self._up.set()

    def _kill(self) -> None:
        self._up.clear()
        if self._service:
            self._service.send_signal(signal.SIGKILL)
            self._service.wait()
            assert self._service.stdout
            self._service.stdout.close()

    def _send(self, at: int) -> None:
        key, body = f"key-{at}", json.dumps({"key": f"key-{at}", "url": f"https://p{at}.example/", "html": page(at)})
        while True:
            self._up.wait(120)
            clip_id = self._post(body)
            if clip_id:
                break
        with self._lock:
            self.outcome.acknowledged.setdefault(key, set()).add(clip_id)
            self._acknowledged += 1
            self._lock.notify_all()

    def _post(self, body: str) -> str:
        """The id that was acknowledged, "" if there was no answer."""
        headers = {
            "Authorization": f"Bearer {SECRET}",
            "X-Groundwork-Client": "bench",
            "Content-Type": "application/json",
        }
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request("POST", "/api/v1/clips", body, headers)
            answer = connection.getresponse()
            said = json.loads(answer.read())
        except (OSError, http.client.HTTPException, ValueError):
            self.outcome.broken += 1
            return ""
        finally:
            connection.close()
        assert answer.status in {200, 201}, said
        return str(said["id"])

    def _look(self) -> None:
        with opened(self.folder, datetime.now(UTC)) as store, store.view() as tx:
            for one in clips.of_interview(tx, ME, None):
                self.outcome.kept.append((one.key, one.id))
                raw = pages.get(tx, ME, one.raw_sha256 or "")
                if raw != page(int(one.key.removeprefix("key-"))).encode():
                    self.outcome.damaged.append(one.key)


def page(at: int) -> str:
    """A page of about 60 kB, each another."""
    words = " ".join(
        f"<p>Page {at} says sentence {n} about the winter ferries of the outer islands.</p>" for n in range(700)
    )
    return PAGE.format(at=at, words=words)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main(posts: int = 200, kills: int = 20) -> None:
    with tempfile.TemporaryDirectory() as folder:
        outcome = Trial(Path(folder), posts, kills).run()
    print(
        f"{posts} posts, {outcome.kills} kills, {outcome.broken} sent again: {len(outcome.acknowledged)} acknowledged, "
        f"{len(outcome.lost)} lost, {len(outcome.doubled)} doubled, {len(outcome.damaged)} damaged"
    )
    sys.exit(bool(outcome.lost or outcome.doubled or outcome.damaged))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
