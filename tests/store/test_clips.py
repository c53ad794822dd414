"""Clips are kept once, whole, and in the order in which they came."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from server.errors import ConflictError, InputError
from server.folder import read_folder
from server.model import Verdict
from server.store import Store, clips, compose, interviews, pages, readings, seekers, users
from server.store.clips import ClipState, NewClip
from server.store.interviews import InterviewFacts, InterviewStatus
from tests.house import ROOT
from tests.store.made import ALICE, CHARLIE, NOW, RAW, TALK, facts, new_clip, reading


def test_a_clip_comes_back_as_it_was_sent(people: Store) -> None:
    sent = new_clip("c2", selection="“never a desk” — 東京 🏗", note="line\nline\ttab")
    with people.transaction() as tx:
        clips.add(tx, ALICE, sent, NOW)
    with people.view() as tx:
        kept = clips.get(tx, ALICE, "c2")
        assert kept.clip == sent.clip
        assert kept.clip.clipped_at is not None
        assert kept.clip.clipped_at.utcoffset() == timedelta(hours=2)
        assert (kept.key, kept.normal_url, kept.interview_id) == (sent.key, sent.normal_url, "i1")
        assert (kept.state, kept.received_at, kept.place) == (ClipState.READING, NOW, 2)
        assert pages.get(tx, ALICE, kept.raw_sha256 or "") == RAW


def test_the_same_key_and_content_again_give_the_clip_that_is_there(people: Store) -> None:
    again = new_clip("an id of its own", key="key-c1")
    with people.transaction() as tx:
        clips.set_note(tx, ALICE, "c1", "amended meanwhile")
        added = clips.add(tx, ALICE, again, NOW + timedelta(days=1))
        assert (added.new, added.clip.id, added.clip.clip.note) == (False, "c1", "amended meanwhile")
        assert len(clips.of_interview(tx, ALICE, "i1")) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"note": "other"},
        {"title": "other"},
        {"url": "https://x.example"},
        {"raw": b"other"},
        {"raw": None},
        {"interview_id": None},
    ],
)
def test_the_same_key_with_other_content_is_refused(people: Store, other: dict[str, str]) -> None:
    with people.transaction() as tx:
        before = clips.get(tx, ALICE, "c1")
        with pytest.raises(ConflictError, match="key-c1"):
            clips.add(tx, ALICE, new_clip("c2", key="key-c1", **other), NOW)
        assert clips.get(tx, ALICE, "c1") == before


def test_a_known_id_under_another_key_is_refused(people: Store) -> None:
    with people.transaction() as tx, pytest.raises(ConflictError, match="clip c1"):
        clips.add(tx, ALICE, new_clip("c1", key="another"), NOW)


def test_clips_come_in_the_order_in_which_they_came_though_the_clock_jumps_back(people: Store) -> None:
    with people.transaction() as tx:
        for at in range(2, 6):
            clips.add(tx, ALICE, new_clip(f"c{at}"), NOW - timedelta(hours=at))
        assert [clip.id for clip in clips.of_interview(tx, ALICE, "i1")] == ["c1", "c2", "c3", "c4", "c5"]


def test_one_page_clipped_twice_is_stored_once_and_goes_with_the_last(people: Store) -> None:
    with people.transaction() as tx:
        sha256 = clips.add(tx, ALICE, new_clip("c2"), NOW).clip.raw_sha256 or ""
        clips.remove(tx, ALICE, "c1")
        assert pages.has(tx, ALICE, sha256)
        assert readings.of_interview(tx, ALICE, "i1").keys() == {"c2"}
        clips.remove(tx, ALICE, "c2")
        assert not pages.has(tx, ALICE, sha256)


def test_a_verdict_was_about_the_other_person_and_does_not_move(people: Store) -> None:
    with people.transaction() as tx:
        interviews.add(tx, ALICE, "i2", facts("Ben Ito"), NOW)
        assert clips.move(tx, ALICE, "c1", "i1").verdict is Verdict.THIS_PERSON
        assert clips.move(tx, ALICE, "c1", "i2").verdict is None
        assert clips.move(tx, ALICE, "c1", None).interview_id is None
        assert [clip.id for clip in clips.of_interview(tx, ALICE, None)] == ["c1"]


def test_an_address_to_read_later_is_tried_put_off_and_read(people: Store) -> None:
    later = NOW + timedelta(minutes=5)
    with people.transaction() as tx:
        clips.add(tx, ALICE, new_clip("c2", raw=None), NOW)
        assert [clip.id for clip in clips.in_state(tx, ALICE, ClipState.TO_READ)] == ["c2"]
        clips.put_off(tx, ALICE, "c2", "The site did not answer.", later)
        tried = clips.put_off(tx, ALICE, "c2", "The site did not answer.", later)
        assert (tried.state, tried.attempts, tried.retry_at) == (ClipState.TO_READ, 2, later)
        come = clips.attach(tx, ALICE, "c2", b"<p>here</p>", NOW)
        assert (come.state, come.reason, come.attempts, come.retry_at) == (ClipState.READING, "", 0, None)
        assert clips.mark(tx, ALICE, "c2", ClipState.READ).state is ClipState.READ


def test_a_clip_says_why_it_could_not_be_read(people: Store) -> None:
    with people.transaction() as tx:
        clips.mark(tx, ALICE, "c1", ClipState.UNREADABLE, "The page took longer than 10 seconds to read.")
        assert "10 seconds" in clips.get(tx, ALICE, "c1").reason


def test_what_was_clipped_is_known_by_its_address(people: Store) -> None:
    with people.transaction() as tx:
        clips.add(tx, ALICE, new_clip("c2"), NOW)
        assert clips.addresses(tx, ALICE) == {"https://dana.example/notes"}
        assert [clip.id for clip in clips.of_address(tx, ALICE, "https://dana.example/notes")] == ["c1", "c2"]


@pytest.mark.parametrize("broken", ["a NUL \0 here", "half a \ud83d character"])
def test_text_that_a_database_may_not_hold_is_refused_by_both_in_the_same_words(people: Store, broken: str) -> None:
    with pytest.raises(InputError, match=r"NUL|half a character"), people.transaction() as tx:
        clips.set_note(tx, ALICE, "c1", broken)
    with people.view() as tx:
        assert clips.get(tx, ALICE, "c1").clip.note == "I say that too."


def test_an_error_leaves_nothing_of_its_transaction(people: Store) -> None:
    with pytest.raises(ConflictError), people.transaction() as tx:  # noqa: PT012  the first call must not raise
        clips.add(tx, ALICE, new_clip("c2", raw=b"other"), NOW)
        clips.add(tx, ALICE, new_clip("c2", key="another"), NOW)
    with people.view() as tx:
        assert len(clips.of_interview(tx, ALICE, "i1")) == 1


def test_an_interview_comes_back_as_it_was_given(people: Store) -> None:
    given = facts("Ben Ito", referrer="Dana Okafor", aliases=("Benjamin Ito",))
    with people.transaction() as tx:
        interviews.add(tx, ALICE, "i2", given, NOW)
        assert interviews.get(tx, ALICE, "i2").facts == given
        changed = interviews.put(tx, ALICE, "i2", facts("Ben K. Ito", start=None), NOW + timedelta(hours=1))
        assert (changed.facts.interviewee.name, changed.facts.meeting.start) == ("Ben K. Ito", None)
        assert (changed.created_at, changed.updated_at) == (NOW, NOW + timedelta(hours=1))
        held = interviews.set_status(tx, ALICE, "i2", InterviewStatus.HELD, NOW)
        assert held.facts.status is InterviewStatus.HELD
        assert [one.id for one in interviews.every(tx, ALICE)] == ["i1", "i2"]
        with pytest.raises(ConflictError):
            interviews.add(tx, ALICE, "i2", given, NOW)


def test_an_interview_is_put_together_with_what_the_user_says_of_themselves(people: Store) -> None:
    with people.view() as tx:
        whole = compose.whole(tx, ALICE, "i1")
    assert whole.seeker.background == "alice: six years of surveys"
    assert [goal.id for goal in whole.seeker.goals] == ["g1"]
    assert whole.verdicts == {"c1": Verdict.THIS_PERSON}
    assert whole.meeting.start == TALK


def test_a_folder_that_was_taken_in_is_put_together_as_it_was(store: Store) -> None:
    sample = ROOT / "server/sample/dossier.json"
    given = read_folder(sample).interview
    seeker = given.seeker.model_copy(update={"goals": ()})
    taken = InterviewFacts(
        given.interviewee,
        given.referrer,
        given.meeting,
        given.seeker.goals,
        own_seeker=seeker,
        kept_aside=given.kept_aside,
    )
    with store.transaction() as tx:
        users.add(tx, CHARLIE, "Charlie", NOW)
        interviews.add(tx, CHARLIE, "sample", taken, NOW)
        for clip in given.clips:
            raw = (sample.parent / Path(clip.file)).read_bytes()
            clips.add(tx, CHARLIE, NewClip(clip, clip.id, clip.url, "sample", given.verdicts.get(clip.id), raw), NOW)
        assert compose.whole(tx, CHARLIE, "sample") == given
        assert seekers.get(tx, CHARLIE).background == ""


def test_a_view_writes_nothing(people: Store) -> None:
    with pytest.raises(Exception, match=r"cannot be written"), people.view() as tx:
        clips.set_note(tx, ALICE, "c1", "x")


def test_a_newer_reading_takes_the_place_of_an_older_one(people: Store) -> None:
    with people.transaction() as tx:
        clip = clips.get(tx, ALICE, "c1")
        newer = reading(clip, "v2", b'{"result": 2}')
        assert readings.put(tx, ALICE, newer)
        assert readings.of_interview(tx, ALICE, "i1") == {"c1": newer}


def test_the_same_bytes_at_another_address_are_read_on_their_own(people: Store) -> None:
    with people.transaction() as tx:
        other = clips.add(tx, ALICE, new_clip("c2", url="https://dana.example/2019/notes"), NOW).clip
        same = clips.add(tx, ALICE, new_clip("c3", note="another note"), NOW).clip
        assert other.sight
        assert same.sight
        assert readings.get(tx, ALICE, other.sight) is None
        assert readings.get(tx, ALICE, same.sight) == reading(same)


def test_what_was_read_of_a_clip_that_was_undone_meanwhile_is_not_kept(people: Store) -> None:
    with people.transaction() as tx:
        gone = clips.remove(tx, ALICE, "c1")
        assert not readings.put(tx, ALICE, reading(gone))
        assert gone.sight
        assert readings.get(tx, ALICE, gone.sight) is None


def test_a_very_long_address_is_kept_and_a_very_long_key_refused(people: Store) -> None:
    with people.transaction() as tx:
        long = "https://dana.example/?" + "x" * 15_000
        assert clips.add(tx, ALICE, replace(new_clip("c2", url=long), normal_url=long), NOW).clip.clip.url == long
        with pytest.raises(InputError, match="at most 200"):
            clips.add(tx, ALICE, new_clip("c3", key="k" * 201), NOW)
