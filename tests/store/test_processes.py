"""Two processes on one place, and what is left when one of them is killed in the middle of writing."""

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from server.errors import StoreError
from server.store import Store, clips, pages, users
from server.store.hold import hold
from tests.house import ROOT
from tests.store.child import sent
from tests.store.made import ALICE, NOW

pytestmark = pytest.mark.slow  # real children, killed

KEPT = 20


@contextmanager
def child(place: Path | str, *more: str) -> Iterator[tuple[subprocess.Popen[str], list[str]]]:
    """A child that has said "open", and what it said before."""
    command = [sys.executable, "-m", "tests.store.child", str(place), str(KEPT), *more]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin
    assert process.stdout
    try:
        said = list(iter(process.stdout.readline, "open\n"))
        yield process, [line.strip() for line in said]
    finally:
        process.kill()
        process.wait()
        process.stdin.close()
        process.stdout.close()


def keys(store: Store) -> list[str]:
    with store.view() as tx:
        return [clip.key for clip in clips.of_interview(tx, ALICE, None)]


def test_a_process_that_is_killed_in_mid_transaction_loses_nothing_it_acknowledged(place: Path | str) -> None:
    with child(place) as (process, said):
        assert said == [f"key-{at}" for at in range(KEPT)]
        with closing(Store.open(place, NOW, wait=0.05)) as store:
            assert keys(store) == said  # one may look while another writes
            with pytest.raises(StoreError, match="Another process is writing"), store.transaction():
                pass
        process.kill()
        process.wait()
        with closing(Store.open(place, NOW)) as store:
            assert keys(store) == said
            with store.transaction() as tx:  # the sender knows of no answer and sends all of them again
                again = [clips.add(tx, ALICE, sent(at), NOW) for at in range(KEPT + 1)]
                assert [added.new for added in again] == [False] * KEPT + [True]
                assert all(pages.has(tx, ALICE, added.clip.raw_sha256 or "") for added in again)
            assert len(keys(store)) == KEPT + 1


def test_many_threads_that_send_the_same_keys_keep_each_once(place: Path | str) -> None:
    with closing(Store.open(place, NOW)) as store:
        with store.transaction() as tx:
            users.add(tx, ALICE, "Alice", NOW)

        def send(at: int) -> bool:
            with store.transaction() as tx:
                return clips.add(tx, ALICE, sent(at % 8), NOW).new

        with ThreadPoolExecutor(4) as threads:
            new = list(threads.map(send, range(32)))
        assert sum(new) == 8
        assert sorted(keys(store)) == [f"key-{at}" for at in range(8)]


def test_a_second_service_is_told_who_holds_the_folder_until_the_first_is_killed(folder: Path) -> None:
    with child(folder, "hold") as (process, _):
        with pytest.raises(StoreError, match=rf"Another Groundwork \(process {process.pid}\) is running"), hold(folder):
            pass
        process.kill()
        process.wait()
        with hold(folder):
            assert (folder / "service.pid").read_text() == f"{os.getpid()}\n"
        with hold(folder):
            pass
    assert not (folder / "service.pid").exists()
