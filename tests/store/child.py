"""Another process on the same data, which the tests talk to over pipes and kill.

python -m tests.store.child PLACE COUNT [hold]: says each key once it is kept, then says "open" with a transaction half done (and the
folder held, if asked), and waits.
"""

import sys
from contextlib import ExitStack
from pathlib import Path

from server.store import Store, clips, users
from server.store.hold import hold
from tests.store.made import ALICE, NOW, new_clip


def main(place: str, count: int, *, holding: bool) -> None:
    store = Store.open(place, NOW)
    with ExitStack() as stack:
        if holding:
            stack.enter_context(hold(Path(place)))
        with store.transaction() as tx:
            users.add(tx, ALICE, "Alice", NOW)
        for at in range(count):
            with store.transaction() as tx:
                clips.add(tx, ALICE, sent(at), NOW)
            print(f"key-{at}", flush=True)
        tx = stack.enter_context(store.transaction())
        clips.add(tx, ALICE, sent(count), NOW)
        print("open", flush=True)
        sys.stdin.read()


def sent(at: int) -> clips.NewClip:
    return new_clip(str(at), interview_id=None, raw=b"%d" % at * 1_000)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), holding=sys.argv[3:] == ["hold"])
