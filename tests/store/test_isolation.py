"""What is somebody else's is not there. Bob has the same ids as Alice; Charlie has nothing and tries hers."""

import hashlib
import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest
from sqlalchemy import select

from server.errors import NotFoundError
from server.model import Seeker, Verdict
from server.store import (
    Store,
    Tx,
    clips,
    compose,
    edits,
    everyone,
    forgetting,
    interviews,
    pages,
    readings,
    retention,
    seekers,
    sheets,
    tokens,
    turns,
    users,
)
from server.store.clips import ClipState
from server.store.interviews import InterviewStatus
from server.store.sight import Sight, seen_as
from server.store.tables import metadata
from tests.store.made import ALICE, BOB, CHARLIE, NOW, RAW, Jotted, asked_of_everyone, edit, facts, new_clip, reading

ROOMS = (
    users,
    seekers,
    interviews,
    clips,
    pages,
    readings,
    edits,
    everyone,
    sheets,
    tokens,
    turns,
    compose,
    forgetting,
    retention,
)
WITHOUT_A_USER = {"users.every", "tokens.bearer", "tokens.digest_of", "tokens.sha256_of"}
SHA256 = hashlib.sha256(RAW).hexdigest()
SIGHT = Sight(SHA256, seen_as(new_clip().clip))

Call = Callable[[Tx, str], Any]
REFUSED: dict[str, Call] = {
    "interviews.get": lambda tx, who: interviews.get(tx, who, "i1"),
    "interviews.put": lambda tx, who: interviews.put(tx, who, "i1", facts("Somebody Else"), NOW),
    "interviews.set_status": lambda tx, who: interviews.set_status(tx, who, "i1", InterviewStatus.HELD, NOW),
    "interviews.set_referrer": lambda tx, who: interviews.set_referrer(tx, who, "i1", "X", NOW),
    "clips.add": lambda tx, who: clips.add(tx, who, new_clip("c2", raw=b"other"), NOW),
    "clips.get": lambda tx, who: clips.get(tx, who, "c1"),
    "clips.set_note": lambda tx, who: clips.set_note(tx, who, "c1", "mine"),
    "clips.set_verdict": lambda tx, who: clips.set_verdict(tx, who, "c1", Verdict.CONTEXT),
    "clips.move": lambda tx, who: clips.move(tx, who, "c1", None),
    "clips.attach": lambda tx, who: clips.attach(tx, who, "c1", b"other", NOW),
    "clips.name_file": lambda tx, who: clips.name_file(tx, who, "c1", "notes.txt"),
    "clips.start_over": lambda tx, who: clips.start_over(tx, who, "c1"),
    "clips.mark": lambda tx, who: clips.mark(tx, who, "c1", ClipState.UNREADABLE, "x"),
    "clips.claim": lambda tx, who: clips.claim(tx, who, "c1", NOW),
    "clips.put_off": lambda tx, who: clips.put_off(tx, who, "c1", "x", NOW),
    "clips.remove": lambda tx, who: clips.remove(tx, who, "c1"),
    "edits.put": lambda tx, who: edits.put(tx, who, "i1", edit(position=9), NOW),
    "edits.remove": lambda tx, who: edits.remove(tx, who, "i1", "q1"),
    "everyone.remove": lambda tx, who: everyone.remove(tx, who, "q9"),
    "sheets.get": lambda tx, who: sheets.get(tx, who, "i1", Jotted),
    "sheets.put": lambda tx, who: sheets.put(tx, who, "i1", Jotted(words="mine"), NOW),
    "tokens.get": lambda tx, who: tokens.get(tx, who, "t1"),
    "tokens.revoke": lambda tx, who: tokens.revoke(tx, who, "t1", NOW),
    "compose.whole": lambda tx, who: compose.whole(tx, who, "i1"),
    "turns.turn_of": lambda tx, who: turns.turn_of(tx, who, "i1"),
    "forgetting.about": lambda tx, who: forgetting.about(tx, who, "i1"),
    "forgetting.forget": lambda tx, who: forgetting.forget(tx, who, "Dana Okafor", NOW),
}
EMPTY: dict[str, Call] = {
    "seekers.get": lambda tx, who: seekers.get(tx, who).background,
    "interviews.every": interviews.every,
    "clips.every": clips.every,
    "clips.counts": clips.counts,
    "clips.of_interview": lambda tx, who: clips.of_interview(tx, who, "i1"),
    "clips.in_state": lambda tx, who: clips.in_state(tx, who, ClipState.READING),
    "clips.of_address": lambda tx, who: clips.of_address(tx, who, "https://dana.example/notes"),
    "clips.addresses": clips.addresses,
    "clips.is_known": lambda tx, who: clips.is_known(tx, who, "c1"),
    "clips.is_in_state": lambda tx, who: clips.is_in_state(tx, who, "c1", ClipState.READING),
    "clips.mark_read": lambda tx, who: clips.mark_read(tx, who, SIGHT, ClipState.UNREADABLE, "x"),
    "pages.get": lambda tx, who: pages.get(tx, who, SHA256),
    "pages.has": lambda tx, who: pages.has(tx, who, SHA256),
    "pages.remove": lambda tx, who: pages.remove(tx, who, [SHA256]),
    "pages.remove_unused": pages.remove_unused,
    "readings.get": lambda tx, who: readings.get(tx, who, SIGHT),
    "readings.version_of": lambda tx, who: readings.version_of(tx, who, SIGHT),
    "readings.stamps": lambda tx, who: readings.stamps(tx, who, "i1"),
    "readings.put": lambda tx, who: readings.put(tx, who, readings.Reading(SIGHT, "v9", b"{}", "", NOW)),
    "readings.of_interview": lambda tx, who: readings.of_interview(tx, who, "i1"),
    "readings.remove_unused": readings.remove_unused,
    "edits.of_interview": lambda tx, who: edits.of_interview(tx, who, "i1"),
    "everyone.every": everyone.every,
    "sheets.every": lambda tx, who: sheets.every(tx, who, Jotted),
    "tokens.every": tokens.every,
    "tokens.used": lambda tx, who: tokens.used(tx, who, "t1", NOW),
    "turns.hold": lambda tx, who: turns.hold(tx, who, (), NOW),
    "retention.expire": lambda tx, who: retention.expire(tx, who, NOW.replace(year=2030)).pages,
}
OWN: dict[str, Call] = {  # these give the caller something of their own
    "users.add": lambda tx, who: users.add(tx, who, "New", NOW),
    "users.get": users.get,
    "users.set_settings": lambda tx, who: users.set_settings(tx, who, users.UserSettings(keep_raw_days=None)),
    "seekers.put": lambda tx, who: seekers.put(tx, who, Seeker(background="other"), NOW),
    "interviews.add": lambda tx, who: interviews.add(tx, who, "i2", facts(), NOW),
    "pages.put": lambda tx, who: pages.put(tx, who, RAW, NOW),
    "everyone.put": lambda tx, who: everyone.put(tx, who, asked_of_everyone(text="And now?"), NOW),
    "tokens.add": lambda tx, who: tokens.add(
        tx, who, tokens.NewToken("t2", f"another of {who}", "x", tokens.Scope.ALL), NOW
    ),
}


def rows_of(tx: Tx, user_id: str) -> dict[str, list[Any]]:
    owner = {table.name: table.c.id if table.name == "users" else table.c.user_id for table in metadata.sorted_tables}
    return {
        table.name: tx.execute(select(table).where(owner[table.name] == user_id)).all()
        for table in metadata.sorted_tables
    }


class _BackError(Exception):
    """Ends a trial."""


@contextmanager
def trial(store: Store) -> Iterator[Tx]:
    """A transaction that leaves everything as it was."""
    with suppress(_BackError), store.transaction() as tx:
        yield tx
        raise _BackError


@pytest.mark.parametrize("who", [CHARLIE, "nobody at all"])
@pytest.mark.parametrize("name", REFUSED)
def test_what_is_somebody_elses_is_not_there(crowd: Store, name: str, who: str) -> None:
    with trial(crowd) as tx, pytest.raises(NotFoundError):
        REFUSED[name](tx, who)


@pytest.mark.parametrize("name", EMPTY)
def test_a_look_at_what_is_somebody_elses_finds_nothing(crowd: Store, name: str) -> None:
    with trial(crowd) as tx:
        assert not EMPTY[name](tx, CHARLIE)


@pytest.mark.parametrize("name", [*REFUSED, *EMPTY, *OWN])
def test_what_bob_does_never_touches_alice(crowd: Store, name: str) -> None:
    with trial(crowd) as tx:
        before = rows_of(tx, ALICE)
        (REFUSED | EMPTY | OWN)[name](tx, BOB)
        assert rows_of(tx, ALICE) == before


def test_every_function_of_the_store_is_tried_here() -> None:
    found = {
        f"{room.__name__.split('.')[-1]}.{name}"
        for room in ROOMS
        for name, function in inspect.getmembers(room, inspect.isfunction)
        if function.__module__ == room.__name__ and not name.startswith("_")
    }
    assert found - WITHOUT_A_USER == {*REFUSED, *EMPTY, *OWN}


def test_the_transaction_and_the_user_come_first_in_every_call() -> None:
    for room in ROOMS:
        for name, function in inspect.getmembers(room, inspect.isfunction):
            called = f"{room.__name__.split('.')[-1]}.{name}"
            if function.__module__ == room.__name__ and not name.startswith("_") and called not in WITHOUT_A_USER:
                assert list(inspect.signature(function).parameters)[:2] == ["tx", "user_id"], called


def test_a_clip_cannot_be_given_to_an_interview_of_somebody_else(people: Store) -> None:
    with people.transaction() as tx:
        interviews.add(tx, BOB, "bobs own", facts(), NOW)
    for give_it in (
        lambda tx: clips.move(tx, ALICE, "c1", "bobs own"),
        lambda tx: clips.add(tx, ALICE, new_clip("c2", interview_id="bobs own"), NOW),
    ):
        with pytest.raises(NotFoundError), people.transaction() as tx:
            give_it(tx)


def test_the_same_bytes_of_two_users_are_two_pages(people: Store) -> None:
    with people.transaction() as tx:
        clips.remove(tx, BOB, "c1")
        assert pages.get(tx, BOB, SHA256) is None
        assert pages.get(tx, ALICE, SHA256) == RAW
        assert readings.get(tx, ALICE, SIGHT) == reading(clips.get(tx, ALICE, "c1"))
