"""The slots of wordings. What a move starts from, quotes, cites and tells of the seeker is read off the slots its wordings name.

slot    what a slot is        table   all there are
"""

import re
from functools import lru_cache

from server.pipeline.questions.slots.slot import FACTS, Fact, Slot, Source
from server.pipeline.questions.slots.table import SLOTS

__all__ = ["FACTS", "SLOT", "SLOTS", "Fact", "Slot", "Source", "named", "slots_of", "tells"]

SLOT = re.compile(r"\{(\w+)\}")


@lru_cache(maxsize=1_000)  # a cache: the bank has some hundred forms, and each is filled for many passages
def named(forms: tuple[str, ...]) -> tuple[str, ...]:
    """The names of the slots of some forms, each once."""
    return tuple(dict.fromkeys(name for form in forms for name in SLOT.findall(form)))


@lru_cache(maxsize=1_000)  # a cache: the same moves are held against one another again and again
def slots_of(forms: tuple[str, ...]) -> tuple[Slot, ...]:
    """The slots of some forms, each once; a name that none has is an error."""
    return tuple(SLOTS[name] for name in named(forms))


@lru_cache(maxsize=1_000)  # a cache: as above
def tells(forms: tuple[str, ...]) -> tuple[Fact, ...]:
    """What of the seeker's a move with these forms tells."""
    told = {slot.tells for slot in slots_of(forms)}
    return tuple(fact for fact in Fact if fact in told)
