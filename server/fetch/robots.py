"""What a site asks programs to leave alone (RFC 9309). One page for one person is no crawl, but who says no is heard."""

import re
import threading
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self

from protego import Protego

NAME = "Groundwork"
LIMIT = 500 * 1024  # bytes, the least that RFC 9309 lets one read
LONGEST_DELAY = 60.0  # seconds; some sites ask for hours, which would end an import for good

# Protego copies each rule to all names of its group: 2,000 names over 2,000 rules (66 kB) took it 15 s. Names that are not
# ours are made one, and the same file takes milliseconds.
# As long as RFC 9309 lets one go without asking again would be a day; who changes their mind is heard sooner.
FRESH = timedelta(hours=1)
MOST_SITES = 256

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


class Heard:
    """What sites asked for, kept for an hour so that many pages of one site ask once; the sites that were asked last.

    Share one object between threads, as its rules are shared. A site that could not say is not kept: it is asked again.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._of: OrderedDict[str, tuple[Wishes, datetime]] = OrderedDict()

    def of(self, origin: str, now: datetime) -> Wishes | None:
        """The wishes of a site, None if it is to be asked."""
        with self._lock:
            wishes, when = self._of.get(origin, (None, now))
        return wishes if timedelta(0) <= now - when < FRESH else None  # a clock may jump back

    def keep(self, origin: str, wishes: Wishes, now: datetime) -> None:
        """Keep what a site said."""
        with self._lock:
            self._of[origin] = (wishes, now)
            self._of.move_to_end(origin)
            if len(self._of) > MOST_SITES:
                self._of.popitem(last=False)


def _plain(line: str) -> str:
    named = _NAMED.match(line)
    return line if not named or named[1].lower() in _OURS else "User-agent: other"
