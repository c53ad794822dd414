"""After a talk, on a real store with a clock that is moved: what is kept, what follows from it, what is owed and to whom."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from server.actions.after import (
    AfterChange,
    Fate,
    PersonIn,
    PromiseChange,
    PromiseIn,
    add_promise,
    change_after,
    change_promise,
    get_after,
    keep_words,
    name_person,
    note_fate,
    remove_promise,
    unname_person,
)
from server.actions.briefs import document, document_json
from server.actions.chain import get_chain
from server.actions.heard import heard
from server.actions.interviews import InterviewIn, add_interview, get_interview, list_interviews, set_status
from server.actions.letters import letters_after, letters_before
from server.actions.owed import Owed, OwedKind, done_with, owed
from server.actions.service import Service
from server.errors import NotFoundError
from server.model import Goal, Interviewee, Meeting
from server.model.after import After, Heard, Line, NoteKind, Whose
from server.model.reminders import Reminder
from server.store import forget
from server.store.interviews import InterviewStatus
from tests.web.made import ALICE, BOB, INTERVIEW, NOW, Clock

TALK = NOW - timedelta(hours=2)
WANT, OTHER = "Decide by May whether to leave.", "Find two people in Leeds."
SECRET = "the trust may close in spring"
TOLD = AfterChange(stuck=Line(text="“Never a desk.”"), will_do=Line(text="Call two surveyors"))


def talk(
    service: Service,
    name: str = "Dana Okafor",
    *,
    status: InterviewStatus = InterviewStatus.HELD,
    start: datetime | None = TALK,
    referrer: str = "",
    wants: tuple[str, ...] = (WANT,),
) -> str:
    goals = tuple(Goal(id=f"g{at}", text=text, priority=at) for at, text in enumerate(wants, 1))
    given = InterviewIn(
        interviewee=Interviewee(name=name), status=status, meeting=Meeting(start=start), referrer=referrer, goals=goals
    )
    return add_interview(service, ALICE, given).id


def later(service: Service, **by: int) -> None:
    assert isinstance(service.now, Clock)
    service.now.move(timedelta(**by))


def kinds(service: Service) -> list[tuple[OwedKind, str]]:
    return [(one.kind, one.first_name) for one in owed(service, ALICE)]


def test_what_is_written_down_stays_as_it_was_left(service: Service) -> None:
    here = talk(service)
    assert get_after(service, ALICE, here) == After()
    change_after(service, ALICE, here, TOLD)
    change_after(service, ALICE, here, AfterChange(surprised=Line(text="How few planned it", off_record=True)))
    kept = get_after(service, ALICE, here)
    assert (kept.stuck.text, kept.will_do.text) == ("“Never a desk.”", "Call two surveyors")
    assert kept.surprised.off_record


def test_the_letter_follows_what_is_written_until_it_is_the_users_own(service: Service) -> None:
    here = talk(service)
    assert NoteKind.THANKS not in letters_after(service, ALICE, here)
    change_after(service, ALICE, here, TOLD)
    assert "“Never a desk”" in letters_after(service, ALICE, here)[NoteKind.THANKS].draft.body
    keep_words(service, ALICE, here, NoteKind.THANKS, "Dear Dana, it was the winters.\n")
    change_after(service, ALICE, here, AfterChange(stuck=Line(text="It was something else")))
    own = letters_after(service, ALICE, here)[NoteKind.THANKS]
    assert (own.draft.body, own.is_own) == ("Dear Dana, it was the winters.", True)
    keep_words(service, ALICE, here, NoteKind.THANKS, "")
    assert "omething else" in letters_after(service, ALICE, here)[NoteKind.THANKS].draft.body


def test_thanks_that_went_out_move_the_interview_to_thanked_and_back(service: Service) -> None:
    here = talk(service, status=InterviewStatus.BOOKED)
    note = note_fate(service, ALICE, here, NoteKind.THANKS, Fate.SENT)
    assert note.sent_at == NOW
    assert get_interview(service, ALICE, here).facts.status is InterviewStatus.THANKED
    note_fate(service, ALICE, here, NoteKind.THANKS, Fate.NOT_SENT)
    assert get_interview(service, ALICE, here).facts.status is InterviewStatus.HELD


def test_an_ask_that_went_out_moves_a_wish_to_asked_and_nothing_else(service: Service) -> None:
    wish, booked = talk(service, status=InterviewStatus.WISH), talk(service, status=InterviewStatus.BOOKED)
    for here in (wish, booked):
        note_fate(service, ALICE, here, NoteKind.FORWARD, Fate.SENT)
    found = [get_interview(service, ALICE, here).facts.status for here in (wish, booked)]
    assert found == [InterviewStatus.ASKED, InterviewStatus.BOOKED]


def test_somebody_who_was_named_is_the_next_interview_and_both_know_of_one_another(service: Service) -> None:
    dana = talk(service, referrer="Ada Pell", wants=(WANT, OTHER))
    ravi = name_person(service, ALICE, dana, PersonIn(name="Ravi Teller", why="left in 2021")).interview_id
    made = get_interview(service, ALICE, ravi).facts
    assert (made.referrer, made.status) == ("Dana Okafor", InterviewStatus.WISH)
    assert [goal.text for goal in made.goals] == [WANT, OTHER]
    noor = name_person(service, ALICE, ravi, PersonIn(name="Noor Haddad")).interview_id
    chain = get_chain(service, ALICE, noor)
    assert [(link.interview_id, link.name, link.why) for link in chain.before] == [
        (dana, "Dana Okafor", ""),
        (ravi, "Ravi Teller", "left in 2021"),
    ]
    assert get_chain(service, ALICE, ravi).why == "left in 2021"
    assert [link.interview_id for link in get_chain(service, ALICE, dana).after.values()] == [ravi]
    ask = letters_before(service, ALICE, ravi, document(service, ALICE, ravi))[NoteKind.INTRODUCTION]
    assert ask.draft.body.startswith("Hello Dana,\n\nWhen we talked, you named Ravi Teller.")


def test_somebody_named_twice_is_there_once(service: Service) -> None:
    dana = talk(service)
    first = name_person(service, ALICE, dana, PersonIn(name="Ravi Teller"))
    assert name_person(service, ALICE, dana, PersonIn(name=" ravi  teller ")) == first
    unname_person(service, ALICE, dana, first.id)
    assert get_after(service, ALICE, dana).people == ()
    assert get_interview(service, ALICE, first.interview_id).facts.interviewee.name == "Ravi Teller"


def test_a_chain_ends_where_somebody_was_forgotten(service: Service) -> None:
    dana = talk(service)
    ravi = name_person(service, ALICE, dana, PersonIn(name="Ravi Teller")).interview_id
    with service.store.transaction() as tx:
        forget(tx, ALICE, dana, NOW)
    assert get_chain(service, ALICE, ravi).before == ()


def test_promises_are_kept_each_with_its_day(service: Service) -> None:
    here = talk(service)
    mine = add_promise(service, ALICE, here, PromiseIn(whose=Whose.MINE, text="send it", due=date(2026, 12, 8)))
    theirs = add_promise(service, ALICE, here, PromiseIn(whose=Whose.THEIRS, text="ask a colleague"))
    assert change_promise(service, ALICE, here, mine.id, PromiseChange(done=True)).done_at == NOW
    assert change_promise(service, ALICE, here, mine.id, PromiseChange(done=False)).done_at is None
    remove_promise(service, ALICE, here, theirs.id)
    assert get_after(service, ALICE, here).promises == (mine,)
    with pytest.raises(NotFoundError):
        change_promise(service, ALICE, here, theirs.id, PromiseChange(done=True))


def test_a_talk_whose_time_has_passed_is_asked_about_and_never_taken_as_held(service: Service) -> None:
    here = talk(service, status=InterviewStatus.BOOKED, start=NOW + timedelta(minutes=10))
    assert kinds(service) == []
    later(service, minutes=45)
    assert kinds(service) == [(OwedKind.HAPPENED, "Dana")]
    assert get_interview(service, ALICE, here).facts.status is InterviewStatus.BOOKED
    set_status(service, ALICE, here, InterviewStatus.HELD)
    assert kinds(service) == [(OwedKind.THANKS, "Dana")]


def test_what_is_owed_over_several_interviews_is_one_list(service: Service) -> None:
    dana = talk(service, referrer="Ada Pell, who shared an office with her")
    ravi = talk(service, "Ravi Teller", start=NOW - timedelta(days=3))
    talk(service, "Noor Haddad", status=InterviewStatus.WISH, start=None)
    change_after(service, ALICE, dana, TOLD)
    for here, whose, text, due in (
        (dana, Whose.MINE, "send the report", date(2026, 11, 20)),
        (dana, Whose.THEIRS, "ask a colleague", date(2026, 12, 30)),
        (ravi, Whose.MINE, "return the book", None),
        (ravi, Whose.THEIRS, "send the list", date(2026, 11, 25)),
    ):
        add_promise(service, ALICE, here, PromiseIn(whose=whose, text=text, due=due))
    assert [(one.kind, one.first_name, one.text, one.late) for one in owed(service, ALICE)] == [
        (OwedKind.MINE, "Dana", "send the report", True),
        (OwedKind.THANKS, "Ravi", "", False),
        (OwedKind.THANKS, "Dana", "", False),
        (OwedKind.MINE, "Ravi", "return the book", False),
        (OwedKind.THEIRS, "Ravi", "send the list", False),
        (OwedKind.THEIRS, "Dana", "ask a colleague", False),
        (OwedKind.REFERRER, "Dana", "Ada Pell", False),
    ]
    for here, kind in ((dana, NoteKind.THANKS), (dana, NoteKind.REFERRER)):
        note_fate(service, ALICE, here, kind, Fate.SENT)
    note_fate(service, ALICE, ravi, NoteKind.THANKS, Fate.NONE)
    for here in (dana, ravi):
        for promise in get_after(service, ALICE, here).promises:
            change_promise(service, ALICE, here, promise.id, PromiseChange(done=True))
    assert owed(service, ALICE) == ()


def test_a_promise_is_open_from_the_day_it_was_made_whatever_became_of_the_talk(service: Service) -> None:
    here = talk(service, status=InterviewStatus.BOOKED, start=None)
    for whose, due in ((Whose.MINE, date(2027, 3, 1)), (Whose.THEIRS, date(2027, 2, 1)), (Whose.THEIRS, None)):
        add_promise(service, ALICE, here, PromiseIn(whose=whose, text=f"{whose} {due}", due=due))
    assert [(one.kind, one.due) for one in owed(service, ALICE)] == [
        (OwedKind.MINE, date(2027, 3, 1)),
        (OwedKind.THEIRS, date(2027, 2, 1)),
    ]


@pytest.mark.parametrize(
    "start, status", [(None, InterviewStatus.HELD), (TALK, InterviewStatus.HELD), (NOW + timedelta(days=1), InterviewStatus.WISH)]
)  # fmt: skip
def test_whoever_tells_what_was_said_has_talked_unless_the_talk_is_yet_to_come(
    service: Service, start: datetime | None, status: InterviewStatus
) -> None:
    here = talk(service, status=InterviewStatus.WISH, start=start)
    change_after(service, ALICE, here, AfterChange(surprised=Line(text="How few")))
    assert get_interview(service, ALICE, here).facts.status is InterviewStatus.WISH
    change_after(service, ALICE, here, TOLD)
    assert get_interview(service, ALICE, here).facts.status is status


@pytest.mark.parametrize("fate", [Fate.SENT, Fate.NONE])
def test_a_thank_you_that_went_out_or_will_not_is_asked_for_nowhere(service: Service, fate: Fate) -> None:
    here = talk(service)

    def asked() -> tuple[bool, bool, bool]:
        line = next(one for one in list_interviews(service, ALICE) if one.id == here)
        return line.owes_thanks, bool(kinds(service)), Reminder.THANKS in done_with(get_after(service, ALICE, here))

    assert asked() == (True, True, False)
    note_fate(service, ALICE, here, NoteKind.THANKS, fate)
    assert asked() == (False, False, True)
    note_fate(service, ALICE, here, NoteKind.THANKS, Fate.NOT_SENT)
    assert asked() == (True, True, False)


def test_three_weeks_on_it_asks_whether_it_worked_out_and_then_who_should_hear(service: Service) -> None:
    here = talk(service)
    change_after(service, ALICE, here, TOLD)
    note_fate(service, ALICE, here, NoteKind.THANKS, Fate.SENT)
    later(service, days=20)
    assert kinds(service) == []
    later(service, days=1)
    assert [(one.kind, one.text) for one in owed(service, ALICE)] == [(OwedKind.WORKED, "Call two surveyors")]
    change_after(service, ALICE, here, AfterChange(tried=Line(text="I called two. One said yes.")))
    assert kinds(service) == [(OwedKind.TRIED, "Dana")]
    assert "I called two. One said yes." in letters_after(service, ALICE, here)[NoteKind.TRIED].draft.body
    note_fate(service, ALICE, here, NoteKind.TRIED, Fate.SENT)
    assert kinds(service) == []


def test_the_sample_owes_nothing_and_wants_nothing_of_ones_own(service: Service) -> None:
    set_status(service, ALICE, INTERVIEW, InterviewStatus.HELD)
    assert owed(service, ALICE) == ()
    assert heard(service, ALICE) == ()


def test_what_was_heard_to_a_want_stands_side_by_side_however_it_was_typed(service: Service) -> None:
    dana, ravi = (
        talk(service, wants=(WANT, OTHER)),
        talk(service, "Ravi Teller", start=NOW, wants=(" decide by May  whether to leave",)),
    )
    change_after(
        service, ALICE, dana, AfterChange(heard=(Heard(want=WANT, text="Not yet."), Heard(want=OTHER, text="")))
    )
    change_after(service, ALICE, ravi, AfterChange(heard=(Heard(want=WANT, text="Now.", off_record=True),)))
    found = {one.want: [(a.name, a.text, a.off_record) for a in one.answers] for one in heard(service, ALICE)}
    assert found == {WANT: [("Dana Okafor", "Not yet.", False), ("Ravi Teller", "Now.", True)], OTHER: []}


def test_the_document_tells_what_followed_but_for_what_is_off_the_record(service: Service) -> None:
    here = talk(service)
    assert json.loads(document_json(service, ALICE, here))["follow_up"]["stuck"] == ""
    change_after(service, ALICE, here, TOLD)
    change_after(
        service,
        ALICE,
        here,
        AfterChange(
            surprised=Line(text=SECRET, off_record=True),
            heard=(Heard(want=WANT, text=SECRET, off_record=True), Heard(want=OTHER, text="Ask Ravi.")),
        ),
    )
    keep_words(service, ALICE, here, NoteKind.THANKS, f"Dear Dana, {SECRET}")
    add_promise(service, ALICE, here, PromiseIn(whose=Whose.MINE, text="send it", due=date(2026, 12, 8)))
    name_person(service, ALICE, here, PersonIn(name="Ravi Teller", why=SECRET, off_record=True))
    text = document_json(service, ALICE, here)
    told = json.loads(text)["follow_up"]
    assert SECRET not in text
    assert "Ravi Teller" not in text
    assert (told["stuck"], told["will_do"]) == ("“Never a desk.”", "Call two surveyors")
    assert told["promises"] == [{"whose": "mine", "text": "send it", "due": "2026-12-08", "done": False}]
    assert told["heard"] == [{"want": OTHER, "text": "Ask Ravi."}]


def test_what_is_written_by_one_is_nobody_elses(service: Service) -> None:
    here = talk(service)
    change_after(service, ALICE, here, TOLD)
    for act in (
        lambda: get_after(service, BOB, here),
        lambda: change_after(service, BOB, here, TOLD),
        lambda: add_promise(service, BOB, here, PromiseIn(whose=Whose.MINE, text="x")),
        lambda: name_person(service, BOB, here, PersonIn(name="Ravi")),
        lambda: keep_words(service, BOB, here, NoteKind.THANKS, "x"),
        lambda: note_fate(service, BOB, here, NoteKind.THANKS, Fate.SENT),
        lambda: letters_after(service, BOB, here),
        lambda: get_chain(service, BOB, here),
    ):
        with pytest.raises(NotFoundError):
            act()
    assert (owed(service, BOB), heard(service, BOB)) == ((), ())
    assert get_after(service, ALICE, here).stuck == TOLD.stuck


def test_late_is_told_by_the_day_and_not_by_the_hour(service: Service) -> None:
    here = talk(service, start=datetime(2026, 11, 26, 8, tzinfo=UTC))
    note_fate(service, ALICE, here, NoteKind.THANKS, Fate.SENT)
    add_promise(service, ALICE, here, PromiseIn(whose=Whose.MINE, text="send it", due=date(2026, 11, 26)))

    def found() -> list[Owed]:
        return list(owed(service, ALICE))

    assert [one.late for one in found()] == [False]
    later(service, days=1)
    assert [one.late for one in found()] == [True]
