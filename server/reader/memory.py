"""The cap on what one page may need of memory, seen from inside the child.

Linux refuses address space beyond the cap (RLIMIT_AS): asking for more raises MemoryError, or ends a library that cannot
go on without. Elsewhere the limit does not hold, so a thread watches the peak of the resident set and ends the process.
"""

import os
import sys
import threading
from pathlib import Path

OVER = 86  # exit code of a child that needed more than it may have
LOOK_EVERY = 0.05  # seconds between two looks, where a thread has to watch

if sys.platform != "win32":
    import resource


def cap(more: int) -> None:
    """Let this process have `more` bytes beyond what it has now."""
    if sys.platform == "linux":
        limit = used() + more
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    elif sys.platform != "win32":
        threading.Thread(target=_watch, args=(used() + more,), daemon=True).start()


def used() -> int:
    """Bytes this process has: address space on Linux, the peak of the resident set elsewhere, 0 where nobody tells."""
    if sys.platform == "linux":
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    elif sys.platform == "win32":  # noqa: RET505  mypy skips the branches of other platforms only so
        return 0
    else:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # in bytes on macOS


def _watch(limit: int) -> None:
    pause = threading.Event()
    while not pause.wait(LOOK_EVERY):
        if used() > limit:
            os._exit(OVER)
