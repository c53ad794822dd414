"""What is worth computing only once: a small cache of what stands for each interview as it is now."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(slots=True)
class _Slot(Generic[Value]):
    """The newest value of one owner, its key, and the lock under which it is made."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    made: tuple[Hashable, Value] | None = None


class Kept(Generic[Value]):
    """The newest value of each of the `most` owners that were asked for last; an older one of the same owner is let go.

    Two who want the same owner's wait for each other; nobody waits for another owner's.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._slots: OrderedDict[Hashable, _Slot[Value]] = OrderedDict()

    def get(self, owner: Hashable, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value of an owner at a key, made if it is not here. The key must name everything the value depends on."""
        slot = self._slot(owner)
        with slot.lock:
            if slot.made is None or slot.made[0] != key:
                slot.made = (key, make())
            return slot.made[1]

    def clear(self) -> None:
        """Let go of all of them."""
        with self._lock:
            self._slots.clear()

    def _slot(self, owner: Hashable) -> _Slot[Value]:
        with self._lock:
            slot = self._slots.setdefault(owner, _Slot())
            self._slots.move_to_end(owner)
            if len(self._slots) > self._most:
                self._slots.popitem(last=False)
            return slot
