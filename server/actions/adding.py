"""Links to read later: kept at once, fetched in the background, and each says how far it has come and why not further."""

import codecs
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from typing_extensions import override

from server.actions.reading import Ended, Worker
from server.actions.service import Service
from server.errors import FetchError, InputError
from server.fetch import Fetched, Media, Rules, fetch
from server.model import Clip
from server.pipeline.clip.charset import decode_as
from server.pipeline.clip.interview import WEB
from server.pipeline.clip.urls import host, normalise
from server.store import clips, interviews, users
from server.store.clips import ClipState, NewClip, StoredClip
from server.store.tx import Tx

WAITS = tuple(
    timedelta(minutes=some) for some in (1, 5, 30, 120)
)  # after the first attempt that failed, the second, ...
LONGEST = timedelta(days=1)  # no site is waited for longer; a clock that jumped back must not hold a link for years
LOOK = 30.0  # seconds until the service looks for links that another process added
LEASE = timedelta(seconds=30)  # beyond what a visit may take: so long a link is left to the process that fetches it
FETCHING = "It is being fetched right now."
LONGEST_LINK, LONGEST_TITLE = 8_000, 2_000  # characters
ALWAYS = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Link:
    """A link to read later. added: when the person came upon it; now, unless told. note: why it struck them."""

    url: str
    title: str = ""
    added: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Visits:
    """How links are fetched.

    came: told of each page that now waits for the reader. quiet: until when a host wants to be left alone.
    """

    rules: Rules
    ended: Ended = lambda: False
    came: Callable[[], None] = lambda: None
    quiet: dict[str, datetime] = field(default_factory=dict)


def add_link(service: Service, user_id: str, interview_id: str, link: Link) -> tuple[StoredClip, bool]:
    """Keep a link whose page is fetched later, and whether it is new: an interview has a page once, however it is written.

    A link that was given up is tried again. Raises InputError for what is no web address, NotFoundError for an interview
    that is not theirs.
    """
    url = link.url.strip()
    if not WEB.match(url) or len(url) > LONGEST_LINK:
        raise InputError(
            "This is not the address of a web page.", where=url[:80], hint="It starts with http:// or https://."
        )
    normal = normalise(url)
    with service.store.transaction() as tx:
        interviews.get(tx, user_id, interview_id)
        there = [one for one in clips.of_address(tx, user_id, normal) if one.interview_id == interview_id]
        if there:
            return _revived(tx, user_id, there[0]), False
        ident = f"c{secrets.token_hex(8)}"
        added, title = link.added or service.now(), link.title[:LONGEST_TITLE]
        clip = Clip(id=ident, url=url, title=title, clipped_at=added, note=link.note)
        new = NewClip(clip, f"link-{ident}", normal, interview_id)
        return clips.add(tx, user_id, new, service.now()).clip, True


def read_later(service: Service, visits: Visits) -> datetime | None:
    """Fetch every link that is due, of all users, one after the other. Returns when the next is due, None if none waits."""
    while not visits.ended():
        waiting = _waiting(service)
        now = service.now()
        due = [(user_id, clip) for user_id, clip in waiting if _due(clip, visits, now) <= now]
        if not due:
            return min((_due(clip, visits, now) for _, clip in waiting), default=None)
        fetch_link(service, visits, *due[0])
    return None


def fetch_link(service: Service, visits: Visits, user_id: str, clip: StoredClip) -> bool:
    """Try once to bring in the page behind a link; whether it came. If not, the clip says why, and is put off or given up.

    Nothing happens while another process fetches it: the clip says so (FETCHING).
    """
    if not _claimed(service, visits, user_id, clip):
        return False
    try:
        fetched = fetch(clip.clip.url, visits.rules)
    except FetchError as error:
        if not visits.ended():
            _rest(visits, clip, error.wait or 0, service.now())
            _failed(service, user_id, clip, error)
        return False
    if visits.ended():
        return False
    _rest(visits, clip, fetched.crawl_delay, service.now())
    return _came(service, visits, user_id, clip, fetched)


def retry_link(service: Service, user_id: str, clip_id: str) -> StoredClip:
    """Have the page of a link fetched now that was put off or given up; any other clip stays as it is. Raises NotFoundError."""
    with service.store.transaction() as tx:
        clip = clips.get(tx, user_id, clip_id)
        waits = clip.state in {ClipState.TO_READ, ClipState.UNREADABLE} and clip.raw_sha256 is None
        return clips.start_over(tx, user_id, clip_id) if waits and clip.reason != FETCHING else clip


class Fetcher(Worker):
    """A thread that fetches links as they become due, and looks now and then for those another process added."""

    name = "fetching"

    def __init__(self, service: Service, rules: Rules, came: Callable[[], None]) -> None:
        super().__init__(service)
        self._visits = Visits(rules, self._ended.is_set, came)

    @override
    def work(self) -> float | None:
        due = read_later(self._service, self._visits)
        return LOOK if due is None else min(LOOK, max(0.0, (due - self._service.now()).total_seconds()))


def _claimed(service: Service, visits: Visits, user_id: str, clip: StoredClip) -> bool:
    """Whether the link is ours to fetch: still there, still waiting, and with no other process that lives."""
    now = service.now()
    until = now + timedelta(seconds=visits.rules.seconds) + LEASE
    with service.store.transaction() as tx:
        if not clips.is_in_state(tx, user_id, clip.id, ClipState.TO_READ):
            return False
        found = clips.get(tx, user_id, clip.id)
        if found.reason == FETCHING and found.retry_at and now < found.retry_at <= until:
            return False
        clips.claim(tx, user_id, clip.id, until, FETCHING)
    return True


def _came(service: Service, visits: Visits, user_id: str, clip: StoredClip, fetched: Fetched) -> bool:
    """Keep a page for its link, unless that was taken back or another process was faster."""
    with service.store.transaction() as tx:
        if not clips.is_in_state(tx, user_id, clip.id, ClipState.TO_READ):
            return False
        clips.attach(tx, user_id, clip.id, _raw(fetched), service.now())
        if fetched.media is Media.TEXT:
            clips.name_file(tx, user_id, clip.id, f"page{fetched.media.value}")
    visits.came()
    return True


def _revived(tx: Tx, user_id: str, clip: StoredClip) -> StoredClip:
    """A link that was given up waits again; any other clip stays as it is."""
    if clip.state is ClipState.UNREADABLE and clip.raw_sha256 is None:
        return clips.start_over(tx, user_id, clip.id)
    return clip


def _waiting(service: Service) -> list[tuple[str, StoredClip]]:
    with service.store.view() as tx:
        return [(user.id, clip) for user in users.every(tx) for clip in clips.in_state(tx, user.id, ClipState.TO_READ)]


def _due(clip: StoredClip, visits: Visits, now: datetime) -> datetime:
    when = max(clip.retry_at or ALWAYS, visits.quiet.get(host(clip.clip.url), ALWAYS))
    return ALWAYS if when - now > LONGEST else when


def _rest(visits: Visits, clip: StoredClip, seconds: float, now: datetime) -> None:
    if seconds:
        visits.quiet[host(clip.clip.url)] = now + timedelta(seconds=seconds)


def _failed(service: Service, user_id: str, clip: StoredClip, error: FetchError) -> None:
    tries = clip.attempts + 1
    with service.store.transaction() as tx:
        if not clips.is_in_state(tx, user_id, clip.id, ClipState.TO_READ):
            return
        if error.retry and tries <= len(WAITS):
            wait = max(WAITS[tries - 1], timedelta(seconds=error.wait or 0))
            clips.put_off(tx, user_id, clip.id, f"{error.what} It is tried again by itself.", service.now() + wait)
            return
        given_up = f"Given up after {tries} attempts. " if error.retry else ""
        clips.mark(tx, user_id, clip.id, ClipState.UNREADABLE, f"{error.what} {given_up}{error.hint}".strip())


def _raw(fetched: Fetched) -> bytes:
    """The page as it came; as UTF-8 that says so where only the site's header told its charset."""
    if fetched.media is Media.PDF or not fetched.charset:
        return fetched.body
    text = decode_as(fetched.body, fetched.charset)
    return fetched.body if text is None else codecs.BOM_UTF8 + text.removeprefix("\ufeff").encode()
