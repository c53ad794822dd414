import threading
from datetime import timedelta

import pytest

from server.actions import material, reading
from server.actions.clips import ClipIn, add_clip, get_clip, undo_clip
from server.actions.interviews import list_interviews
from server.actions.reading import Reread, Worker, read_waiting, reread
from server.actions.service import Service
from server.reader import Reader, ReadResult
from server.store import pages, readings
from server.store.clips import ClipState, StoredClip
from tests.web.made import ALICE, BOB, CLIP, INTERVIEW, PAGE, Clock


def sent(service: Service, key: str = "k1", user: str = ALICE, **more: str) -> StoredClip:
    given = {"url": "https://dana.example/notes", "html": PAGE} | more
    return add_clip(service, user, ClipIn(key=key, **given))[0]


def state(service: Service, clip: StoredClip, user: str = ALICE) -> ClipState:
    return get_clip(service, user, clip.id).state


def test_everybodys_pages_are_read(service: Service) -> None:
    alices, bobs = sent(service), sent(service, user=BOB)
    assert read_waiting(service) == 2
    assert (state(service, alices), state(service, bobs, BOB)) == (ClipState.READ, ClipState.READ)


def test_nothing_is_read_twice(service: Service) -> None:
    sent(service)
    assert (read_waiting(service), read_waiting(service)) == (1, 0)


def test_a_page_that_another_process_is_reading_is_left_to_it(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent(service)
    meanwhile: list[int] = []
    read = service.reader.read

    def other_process(pages_: list[object]) -> dict[str, ReadResult]:
        if pages_:
            meanwhile.append(read_waiting(service))
        return read(pages_)  # type: ignore[arg-type]

    monkeypatch.setattr(Reader, "read", lambda _, given: other_process(given))
    assert (read_waiting(service), meanwhile) == (1, [0])


def test_what_a_killed_process_was_reading_is_read_after_a_while_and_at_once_by_a_service_that_starts(
    service: Service,
) -> None:
    for key, wait, left in (("k1", timedelta(minutes=2), False), ("k2", timedelta(0), True)):
        clip = sent(service, key)
        read_waiting(service, lambda: True)  # killed before it could say what it read
        assert read_waiting(service) == 0
        assert isinstance(service.now, Clock)
        service.now.move(wait)
        assert read_waiting(service, left=left) == 1
        assert state(service, clip) is ClipState.READ


def test_a_page_that_is_none_says_why(service: Service) -> None:
    clip = sent(service, html=" ")
    read_waiting(service)
    kept = get_clip(service, ALICE, clip.id)
    assert (kept.state, kept.reason.split(".")[0]) == (ClipState.UNREADABLE, "The page is empty")


def test_a_clip_that_is_undone_while_it_is_read_leaves_nothing(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    clip = sent(service)
    read = service.reader.read

    def undo_meanwhile(pages_: list[object]) -> dict[str, ReadResult]:
        undo_clip(service, ALICE, clip.id)
        return read(pages_)  # type: ignore[arg-type]

    monkeypatch.setattr(Reader, "read", lambda _, given: undo_meanwhile(given))
    read_waiting(service)
    assert clip.sight
    with service.store.view() as tx:
        assert readings.get(tx, ALICE, clip.sight) is None


def test_a_page_is_not_called_unreadable_because_we_were_ended(service: Service) -> None:
    clip = sent(service)
    assert read_waiting(service, ended=lambda: True) == 0
    assert state(service, clip) is ClipState.READING


def test_the_worker_reads_what_a_killed_service_left_and_what_it_is_told(service: Service) -> None:
    left = sent(service)
    worker = Worker(service)
    worker.start()
    try:
        wait_until(lambda: state(service, left) is ClipState.READ)
        more = sent(service, "k2", html=PAGE.replace("2019", "2020"))
        worker.tell()
        wait_until(lambda: state(service, more) is ClipState.READ)
    finally:
        worker.end()
        worker.join()


def test_a_worker_that_fails_goes_on(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    fails = iter([ValueError("a mistake of ours")])

    def once(given: Service, ended: reading.Ended, *, left: bool) -> int:
        if error := next(fails, None):
            raise error
        return read_waiting(given, ended, left=left)

    monkeypatch.setattr(reading, "read_waiting", once)
    monkeypatch.setattr(reading, "AGAIN", 0.01)
    clip = sent(service)
    worker = Worker(service)
    worker.start()
    try:
        wait_until(lambda: state(service, clip) is ClipState.READ)
    finally:
        worker.end()
        worker.join()


def test_an_upgrade_reads_again_what_is_still_here(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "reader_version", lambda _: "the next version")
    with service.store.transaction() as tx:
        gone = get_clip(service, ALICE, CLIP).raw_sha256
        pages.remove(tx, ALICE, [gone or ""])
    assert reread(service) == Reread(read=8, gone=1)
    assert reread(service) == Reread(read=0, gone=1)
    assert state(service, get_clip(service, ALICE, CLIP)) is ClipState.READ


def test_what_an_older_reader_noticed_on_a_page_is_not_trusted(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The words of private life may be others by now."""
    computed: list[str] = []
    monkeypatch.setattr(material, "compute", lambda extract, _: computed.append(extract.text))
    with service.store.view() as tx:
        material.gather(service, tx, material.see(tx, ALICE, INTERVIEW))
        assert computed == []
        monkeypatch.setattr(material, "reader_version", lambda _: "the next version")
        found = material.gather(service, tx, material.see(tx, ALICE, INTERVIEW))
    assert computed == [one.extract.text for one in found.read if one.extract]


def test_the_list_counts_what_is_still_to_be_read(service: Service) -> None:
    add_clip(service, ALICE, ClipIn(key="k1", interview_id=INTERVIEW, html=PAGE))
    (line,) = list_interviews(service, ALICE)
    assert (line.clips, line.reading, line.unreadable, line.sample) == (10, 1, 0, True)


def wait_until(true: object) -> None:
    """Without sleeping: the other thread is given its turn."""
    assert callable(true)
    turn = threading.Event()
    for _ in range(3000):
        if true():
            return
        turn.wait(0.01)
    raise AssertionError("it did not happen within 30 s")


def test_a_clock_that_jumps_back_disturbs_nothing(service: Service) -> None:
    assert isinstance(service.now, Clock)
    first = sent(service)
    service.now.move(timedelta(days=-400))
    second = sent(service, "k2", html=PAGE.replace("2019", "2020"))
    assert (first.place, second.place) == (10, 11)
    assert read_waiting(service) == 2
