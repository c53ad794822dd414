"""What the seeker wants to do, as half a sentence: "I'm trying to finish my own book", "we want to sell charts by the quay"."""

import re
from collections.abc import Mapping

_OURS = re.compile(r"\b(?:we|our|us|ours|ourselves)\b", re.IGNORECASE)
_MINE = re.compile(r"\b(?:I|I'm|I've|I'd|I'll|my|me|mine|myself)\b")


# "You" in what somebody wants to do is anybody, and so themselves.
_OF_ANYBODY = tuple(
    (re.compile(pattern), mine)
    for pattern, mine in (
        (r"\byou are\b", "I am"), (r"\byou're\b", "I'm"), (r"\byou(?=['’](?:ve|d|ll)\b)", "I"), (r"\byourself\b", "myself"),
        (r"\byours\b", "mine"), (r"\byour\b", "my"), (r"\byou\b(?= \w)", "I"),
    )
)  # fmt: skip


def wanted(act: str) -> Mapping[str, str]:
    """By slot the act (in its plain form, as they typed it) said as theirs, or ours where it says so; all "" without one."""
    if not act:
        return dict.fromkeys(("trying_to", "wanting_to", "not_knowing"), "")
    for pattern, mine in _OF_ANYBODY:
        act = pattern.sub(mine, act)
    ours = bool(_OURS.search(act)) and not _MINE.search(act)
    who, am = ("We", "We're") if ours else ("I", "I'm")
    return {
        "trying_to": f"{am} trying to {act}",
        "wanting_to": f"{who} want to {act}",
        "not_knowing": f"{who} don't know yet how to {act}",
    }
