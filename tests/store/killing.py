"""A restore that is killed before each thing it does to files, one after the other.

python -m tests.store.killing FOLDER BACKUP SCRATCH: prints a line for each death, and one for the restore that got through: "killed"
or "done", then the ids of the clips that are there afterwards.
"""

import os
import shutil
import signal
import sys
from itertools import count
from pathlib import Path

from server.store import backup, clips, opened
from tests.store.made import ALICE, NOW

TOUCHES = frozenset({"open", "os.rename", "os.remove", "os.mkdir", "shutil.copyfile", "sqlite3.connect"})


def main(folder: Path, saved: Path, scratch: Path) -> None:
    for at in count():
        data = shutil.copytree(folder, scratch / str(at))
        pid = os.fork()
        if not pid:
            _die_before(at, str(scratch))
            backup.restore(data, saved, NOW)
            os._exit(0)
        _, status = os.waitpid(pid, 0)
        with opened(data, NOW) as store, store.view() as tx:
            there = " ".join(clip.id for clip in clips.of_interview(tx, ALICE, "i1"))
        print("done" if os.WIFEXITED(status) else "killed", there, flush=True)
        if os.WIFEXITED(status):
            sys.exit(os.WEXITSTATUS(status))


def _die_before(at: int, where: str) -> None:
    """Have this process killed when it is about to touch a file under `where` for the time number `at`, from 0."""
    left = count()

    def hook(event: str, given: tuple[object, ...]) -> None:
        if event in TOUCHES and any(where in str(one) for one in given) and next(left) == at:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
