"""What a site asks programs to leave alone (RFC 9309). One page for one person is no crawl, but who says no is heard."""

import re
from dataclasses import dataclass
from typing import Self

from protego import Protego

NAME = "Groundwork"
LIMIT = 500 * 1024  # bytes, the least that RFC 9309 lets one read
LONGEST_DELAY = 60.0  # seconds; some sites ask for hours, which would end an import for good

# Protego copies each rule to all names of its group: 2,000 names over 2,000 rules (66 kB) took it 15 s. Names that are not
# ours are made one, and the same file takes milliseconds.
_NAMED = re.compile(r"\s*user[- ]?agent\s*:?\s*([^#\s]*)", re.IGNORECASE)
_OURS = frozenset({"*", NAME.lower()})


@dataclass(frozen=True, slots=True)
class Wishes:
    """A site's robots.txt as far as it is about us."""

    rules: Protego

    @classmethod
    def of(cls, text: str) -> Self:
        """The wishes in a robots.txt. Lines that are no rules are passed over; an empty one forbids nothing."""
        return cls(Protego.parse("\n".join(map(_plain, text.splitlines()))))

    def allow(self, url: str) -> bool:
        """True if this page may be fetched."""
        return self.rules.can_fetch(url, NAME)

    @property
    def delay(self) -> float:
        """Seconds the site asks for between two pages, at most LONGEST_DELAY; 0 if it asks for none."""
        return min(self.rules.crawl_delay(NAME) or 0.0, LONGEST_DELAY)


def _plain(line: str) -> str:
    named = _NAMED.match(line)
    return line if not named or named[1].lower() in _OURS else "User-agent: other"
