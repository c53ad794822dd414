"""A person by their initials: in calendars that others look into, no name stands."""

import re

MOST = 3  # letters


def initials(name: str) -> str:
    """The initials of a name ("Marit Halloran" as "M.H."); "someone" for one without letters."""
    parts = re.split(r"[\s\-‐‑–—]+", name)
    letters = [found[0].upper() for part in parts if (found := re.findall(r"[^\W\d_]", part))]
    kept = letters if len(letters) <= MOST else [*letters[: MOST - 1], letters[-1]]
    return "".join(f"{letter}." for letter in kept) or "someone"
