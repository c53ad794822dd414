"""What goes: forgetting a person, and raw pages past their time. And the account of it."""

from datetime import timedelta

import pytest

from server.errors import NotFoundError
from server.model.after import After, PersonNamed
from server.store import Store, clips, compose, edits, everyone, interviews, pages, readings, sheets, users
from server.store.forgetting import about, forget
from server.store.retention import expire
from server.store.turns import turn_of
from server.store.users import UserSettings
from tests.store.made import ALICE, BOB, NOW, TALK, Jotted, asked_of_everyone, facts, new_clip, reading

DAY = timedelta(days=1)
SHARED = b"<p>A page about two people.</p>"


@pytest.fixture
def busy(people: Store) -> Store:
    """Alice also talks to Ben, whom Dana referred; one page is about both; one clip is given to nobody."""
    with people.transaction() as tx:
        interviews.add(tx, ALICE, "i2", facts("Ben Ito", TALK + 30 * DAY, "Dana Okafor (met at a talk)"), NOW)
        for ident, interview in (("c2", "i1"), ("c3", "i2")):
            clip = clips.add(
                tx, ALICE, new_clip(ident, raw=SHARED, title="Two people", interview_id=interview), NOW
            ).clip
            readings.put(tx, ALICE, reading(clip))
        clips.add(tx, ALICE, new_clip("c4", raw=b"loose", interview_id=None), NOW)
    return people


@pytest.mark.parametrize("who", ["Dana Okafor", "dana  OKAFOR", "i1"])
def test_a_person_is_forgotten_everywhere(busy: Store, who: str) -> None:
    with busy.transaction() as tx:
        sha256 = clips.get(tx, ALICE, "c1").raw_sha256 or ""
        account = forget(tx, ALICE, who, NOW)
        assert [one.id for one in interviews.every(tx, ALICE)] == ["i2"]
        assert not pages.has(tx, ALICE, sha256)
        assert edits.of_interview(tx, ALICE, "i1") == ()
        assert clips.of_interview(tx, ALICE, "i1") == ()
        assert interviews.get(tx, ALICE, "i2").facts.referrer == ""
    assert (account.interviews, account.pages, account.shared) == (1, ("Notes on dams", "Two people"), ("Two people",))
    assert (account.raw_pages, account.readings, account.edits) == (1, 1, 1)
    assert (account.unmade, account.loose) == (1, 1)


def test_a_question_for_everyone_goes_with_the_person_it_names_and_stays_else(busy: Store) -> None:
    with busy.transaction() as tx:
        everyone.put(tx, ALICE, asked_of_everyone("q8", "Dana Okafor says never: do you?"), NOW)
        account = forget(tx, ALICE, "Dana Okafor", NOW)
        assert [one.id for one in everyone.every(tx, ALICE)] == ["q9"]
    assert account.edits == 2


def test_a_person_whom_somebody_named_is_forgotten_there_too(busy: Store) -> None:
    ravi = PersonNamed(id="n2", name="Ravi Teller")
    with busy.transaction() as tx:
        people = (PersonNamed(id="n1", name="dana okafor", why="met at a talk"), ravi)
        sheets.put(tx, ALICE, "i2", After(people=people), NOW)
        assert about(tx, ALICE, "Dana Okafor").mentioned == ()
        assert forget(tx, ALICE, "Dana Okafor", NOW).mentioned == ()
        assert sheets.get(tx, ALICE, "i2", After).people == (ravi,)


def test_what_another_interview_uses_stays(busy: Store) -> None:
    with busy.transaction() as tx:
        forget(tx, ALICE, "Dana Okafor", NOW)
        (clip,) = clips.of_interview(tx, ALICE, "i2")
        assert pages.get(tx, ALICE, clip.raw_sha256 or "") == SHARED
        assert readings.of_interview(tx, ALICE, "i2") == {"c3": reading(clip)}
        assert compose.whole(tx, BOB, "i1").interviewee.name == "Dana Okafor"


def test_a_person_is_forgotten_by_an_alias_and_in_every_interview(people: Store) -> None:
    with people.transaction() as tx:
        interviews.add(tx, ALICE, "i2", facts("D. Okafor", aliases=("Dana Okafor",)), NOW)
        assert forget(tx, ALICE, "Dana Okafor", NOW).interviews == 2


@pytest.mark.parametrize(
    "referrer, stays",
    [
        ("Dana", ""),
        ("dana okafor, at a talk", ""),
        ("Dana Whitlock", "Dana Whitlock"),
        ("Jordana Okafor", "Jordana Okafor"),
    ],
)
def test_only_their_own_name_goes_from_other_interviews(people: Store, referrer: str, stays: str) -> None:
    with people.transaction() as tx:
        interviews.put(tx, ALICE, "i1", facts(aliases=("Dana",)), NOW)
        interviews.add(tx, ALICE, "i2", facts("Ben Ito", referrer=referrer), NOW)
        forget(tx, ALICE, "Dana Okafor", NOW)
        assert interviews.get(tx, ALICE, "i2").facts.referrer == stays


def test_the_account_is_plain_and_names_what_went(busy: Store) -> None:
    with busy.transaction() as tx:
        lines = forget(tx, ALICE, "Dana Okafor", NOW).lines
    assert lines == (
        "Gone: 1 interview with Dana Okafor, 2 pages you clipped, 1 stored file, what was read off 1 page, 1 question you had made your own.",
        "The pages: Notes on dams; Two people.",
        "What you wrote down about the talk with Dana Okafor went with it.",
        "Still stored, since another interview uses it: Two people.",
        "Their name was taken out as the referrer of 1 other interview.",
        "Left as they are: 1 page that you clipped for nobody yet. Look whether one is about them.",
        "Backups and exports that you keep elsewhere are not touched.",
    )


def test_what_is_asked_of_others_keeps_its_words_when_somebody_is_forgotten(busy: Store) -> None:
    with busy.transaction() as tx:
        interviews.add(tx, ALICE, "i3", facts("Ines Falk"), NOW + DAY)
        before = [turn_of(tx, ALICE, ident) for ident in ("i2", "i3")]
        forget(tx, ALICE, "Dana Okafor", NOW)
        assert [turn_of(tx, ALICE, ident) for ident in ("i2", "i3")] == before
        assert not about(tx, ALICE, "Ines Falk").notes


def test_what_would_go_is_told_before_and_stays(busy: Store) -> None:
    with busy.transaction() as tx:
        sheets.put(tx, ALICE, "i2", Jotted(words="Dana Okafor says hello"), NOW)
        known = about(tx, ALICE, "i1")
        assert (known.name, known.interviews, known.pages) == ("Dana Okafor", 1, ("Notes on dams", "Two people"))
        assert (known.edits, known.notes, known.mentioned) == (1, True, ("Ben Ito",))
        gone = forget(tx, ALICE, "i1", NOW)
        assert (gone.pages, gone.edits, gone.notes, gone.mentioned) == (known.pages, 1, True, ("Ben Ito",))
        assert any("your notes on the talk with Ben Ito, which name them" in line for line in gone.lines)


def test_somebody_who_is_not_there_cannot_be_forgotten(people: Store) -> None:
    with people.transaction() as tx, pytest.raises(NotFoundError, match="Dana Oka: There is no interview"):
        forget(tx, ALICE, "Dana Oka", NOW)


def test_raw_pages_go_ninety_days_after_the_talk_and_nothing_else_does(people: Store) -> None:
    with people.transaction() as tx:
        before = compose.whole(tx, ALICE, "i1")
        sha256 = clips.get(tx, ALICE, "c1").raw_sha256 or ""
        assert expire(tx, ALICE, TALK + 90 * DAY - timedelta(seconds=1)).pages == 0
        gone = expire(tx, ALICE, TALK + 90 * DAY)
        assert (gone.pages, gone.names) == (1, ("Dana Okafor",))
        assert str(gone) == "1 stored page of past interviews (Dana Okafor) went; briefs, questions and quotes stay."
        assert pages.get(tx, ALICE, sha256) is None
        assert compose.whole(tx, ALICE, "i1") == before
        assert readings.of_interview(tx, ALICE, "i1").keys() == {"c1"}
        assert edits.of_interview(tx, ALICE, "i1")
        assert str(expire(tx, ALICE, TALK + 91 * DAY)) == "No page was old enough to go."


@pytest.mark.parametrize("days, goes", [(None, 0), (30, 1), (365, 0)])
def test_how_long_raw_pages_stay_can_be_set(people: Store, days: int | None, goes: int) -> None:
    with people.transaction() as tx:
        users.set_settings(tx, ALICE, UserSettings(keep_raw_days=days))
        assert expire(tx, ALICE, TALK + 100 * DAY).pages == goes


def test_a_page_that_a_later_talk_or_no_interview_needs_does_not_go(busy: Store) -> None:
    with busy.transaction() as tx:
        assert expire(tx, ALICE, TALK + 100 * DAY).pages == 1
        assert [pages.has(tx, ALICE, clips.get(tx, ALICE, c).raw_sha256 or "") for c in ("c2", "c4")] == [True, True]
        assert expire(tx, ALICE, TALK + 120 * DAY).names == ("Dana Okafor", "Ben Ito")
        assert pages.has(tx, ALICE, clips.get(tx, ALICE, "c4").raw_sha256 or "")


def test_pages_of_a_talk_without_a_date_do_not_go(people: Store) -> None:
    with people.transaction() as tx:
        interviews.put(tx, ALICE, "i1", facts(start=None), NOW)
        assert expire(tx, ALICE, NOW + 3_650 * DAY).pages == 0
