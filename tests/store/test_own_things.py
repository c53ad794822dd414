"""Tokens, edits, and what users say of themselves."""

from datetime import timedelta
from pathlib import Path

import pytest

from server.model import Seeker
from server.store import Store, compose, disk, edits, everyone, interviews, seekers, sheets, tokens, users
from server.store.tokens import NewToken, Scope
from server.store.users import UserSettings
from tests.store.made import ALICE, BOB, NOW, Jotted, asked_of_everyone, edit, facts

LATER = NOW + timedelta(days=1)


def test_a_token_lets_in_whoever_bears_its_secret_until_it_is_revoked(people: Store) -> None:
    with people.transaction() as tx:
        token = tokens.bearer(tx, "secret of bob")
        assert token is not None
        assert (token.user_id, token.scope, token.origin) == (BOB, Scope.CLIP, "")
        assert tokens.bearer(tx, "secret of nobody") is None
        assert tokens.bearer(tx, "half a \ud83d character") is None
        tokens.used(tx, BOB, "t1", LATER)
        tokens.revoke(tx, BOB, "t1", LATER)
        revoked = tokens.revoke(tx, BOB, "t1", LATER + timedelta(days=1))
        assert (revoked.last_used_at, revoked.revoked_at) == (LATER, LATER)
        assert tokens.bearer(tx, "secret of bob") is None
        assert tokens.every(tx, BOB) == (revoked,)


def test_a_token_is_bound_to_the_origin_it_was_made_for(people: Store) -> None:
    with people.transaction() as tx:
        new = NewToken("t2", "paired", "Firefox", Scope.ALL, "moz-extension://1f")
        assert tokens.add(tx, ALICE, new, LATER).origin == "moz-extension://1f"
        assert [token.id for token in tokens.every(tx, ALICE)] == ["t1", "t2"]


def test_a_browser_is_shown_what_only_who_holds_its_token_can_know(people: Store) -> None:
    with people.transaction() as tx:
        tokens.add(tx, ALICE, NewToken("t2", "paired", "Firefox", Scope.BROWSER, "moz-extension://1f"), NOW)
        digest = tokens.digest_of(tx, "t2", "moz-extension://1f")
        assert digest
        assert digest.hex() == tokens.sha256_of("paired")
        assert tokens.digest_of(tx, "t2", "moz-extension://2f") is None
        assert tokens.digest_of(tx, "t3", "moz-extension://1f") is None
        tokens.revoke(tx, ALICE, "t2", LATER)
        assert tokens.digest_of(tx, "t2", "moz-extension://1f") is None


def test_no_secret_is_in_the_files(folder: Path) -> None:
    store = Store.open(folder, NOW)
    with store.transaction() as tx:
        users.add(tx, ALICE, "Alice", NOW)
        tokens.add(tx, ALICE, NewToken("t1", "a-secret-of-alice", "laptop", Scope.ALL), NOW)
    kept = b"".join(path.read_bytes() for path in folder.glob(f"{disk.DATABASE}*"))
    store.close()
    assert b"laptop" in kept
    assert b"a-secret-of-alice" not in kept


def test_an_edited_question_comes_back_whole_with_its_quotes(people: Store) -> None:
    with people.view() as tx:
        assert edits.of_interview(tx, ALICE, "i1") == (edit(),)


def test_edited_questions_stand_in_the_order_the_user_gave_them(people: Store) -> None:
    with people.transaction() as tx:
        for ident, position in (("q2", 2), ("q3", 1), ("q1", None)):
            edits.put(tx, ALICE, "i1", edit(ident, position), LATER)
        assert [one.question.id for one in edits.of_interview(tx, ALICE, "i1")] == ["q3", "q2", "q1"]
        edits.remove(tx, ALICE, "i1", "q3")
        assert [one.question.id for one in edits.of_interview(tx, ALICE, "i1")] == ["q2", "q1"]


def test_edits_belong_to_their_interview(people: Store) -> None:
    with people.transaction() as tx:
        interviews.add(tx, ALICE, "i2", facts("Ben Ito"), NOW)
        assert edits.of_interview(tx, ALICE, "i2") == ()


def test_what_is_asked_of_everyone_stands_in_each_interview_after_its_own(people: Store) -> None:
    with people.transaction() as tx:
        interviews.add(tx, ALICE, "i2", facts("Ben Ito"), NOW)
        everyone.put(tx, ALICE, asked_of_everyone("q8", "Who else?"), LATER)
        assert [one.question.id for one in compose.whole(tx, ALICE, "i1").edits] == ["q1", "q9", "q8"]
        assert [one.question.text for one in compose.whole(tx, ALICE, "i2").edits] == [
            "What would you do again?",
            "Who else?",
        ]
        everyone.remove(tx, ALICE, "q9")
        assert [one.question.id for one in compose.whole(tx, ALICE, "i2").edits] == ["q8"]


def test_what_is_asked_of_everyone_can_be_left_out_of_one_interview(people: Store) -> None:
    with people.transaction() as tx:
        interviews.add(tx, ALICE, "i2", facts("Ben Ito"), NOW)
        left_out = edit("q9").model_copy(update={"removed": True})
        edits.put(tx, ALICE, "i1", left_out, LATER)
        here, there = (compose.whole(tx, ALICE, ident).edits for ident in ("i1", "i2"))
    assert [(one.question.id, one.everyone, one.removed) for one in here] == [
        ("q1", False, False),
        ("q9", True, True),
    ]
    assert [(one.question.id, one.everyone, one.removed) for one in there] == [("q9", True, False)]


def test_a_question_asked_of_everyone_keeps_its_place_when_its_words_change(people: Store) -> None:
    with people.transaction() as tx:
        everyone.put(tx, ALICE, asked_of_everyone("q8", "Who else?"), LATER)
        everyone.put(tx, ALICE, asked_of_everyone("q9", "What would you never do again?"), LATER)
        texts = [one.text for one in everyone.every(tx, ALICE)]
    assert texts == ["What would you never do again?", "Who else?"]


def test_a_sheet_nobody_wrote_on_is_empty_and_one_that_is_written_anew_is_replaced(people: Store) -> None:
    with people.transaction() as tx:
        interviews.add(tx, ALICE, "i2", facts("Ben Ito"), NOW)
        assert sheets.get(tx, ALICE, "i2", Jotted) == Jotted()
        sheets.put(tx, ALICE, "i2", Jotted(words="ask about the dam"), LATER)
        sheets.put(tx, ALICE, "i2", Jotted(words="ask about the weir"), LATER)
        assert sheets.every(tx, ALICE, Jotted) == {
            "i1": Jotted(words="of alice"),
            "i2": Jotted(words="ask about the weir"),
        }


def test_what_a_user_says_of_themselves_is_replaced_whole(people: Store) -> None:
    told = Seeker(background="Six years.", plan="Leave.", assumptions=("It is possible.",), show=("a map", "a talk"))
    with people.transaction() as tx:
        seekers.put(tx, ALICE, told, LATER)
        assert seekers.get(tx, ALICE) == told


def test_settings_are_kept_and_a_user_is_added_once(people: Store) -> None:
    with people.transaction() as tx:
        assert users.get(tx, ALICE).settings.keep_raw_days == 90
        users.set_settings(tx, ALICE, UserSettings(keep_raw_days=None))
        assert users.add(tx, ALICE, "Another", LATER) == users.get(tx, ALICE)
        assert users.get(tx, ALICE).settings.keep_raw_days is None
        assert [user.id for user in users.every(tx)] == ["alice", "bob", "charlie"]


@pytest.mark.parametrize("days", [-1, 36_501])
def test_days_that_make_no_sense_are_refused(days: int) -> None:
    with pytest.raises(ValueError, match="keep_raw_days"):
        UserSettings(keep_raw_days=days)
