"""What goes wrong under a running service: told in a line, with a status that fits, and nothing that was acknowledged is lost."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from server.actions.service import Service
from server.pipeline.questions.bank import load_bank
from server.reader import Reader
from server.store import Store, disk
from tests.pipeline.made import language
from tests.web.made import ALICE, BASE, INTERVIEW, NOW, PAGE, Clock, House, clip, csrf_of

NOBODY = 65_534
BEGIN = {"name": "Dana Whitlock", "want": "Decide about the islands. " + "🌊" * 1_900}


@contextmanager
def full_disk(store: Store) -> Iterator[None]:
    """No page more in the database than it has, for every connection: what SQLite says then is what it says of a full disk."""

    def no_more(connection: Any, _record: object) -> None:
        connection.execute("PRAGMA max_page_count = 1").close()  # never fewer than there are

    event.listen(store.engine, "connect", no_more)
    store.engine.dispose()
    try:
        yield
    finally:
        event.remove(store.engine, "connect", no_more)
        store.engine.dispose()


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Nobody may write there any more, not even if the tests run as root."""
    files, root = list(folder.iterdir()), os.geteuid() == 0
    for path in files:
        path.chmod(0o444)
    folder.chmod(0o555)
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o755)
        for path in files:
            path.chmod(0o644)


@pytest.fixture
def open_house(template: Path, reader: Reader) -> Iterator[House]:
    """A house in a folder that everybody can look into."""
    parent = Path(tempfile.mkdtemp(prefix="gw-faults-"))
    parent.chmod(0o755)
    data = parent / "data"
    data.mkdir()
    shutil.copyfile(template / disk.DATABASE, data / disk.DATABASE)
    service = Service(Store.open(data, NOW), reader, language(""), load_bank(), Clock(NOW))
    yield House(service)
    service.store.close()
    shutil.rmtree(parent)


def large(key: str) -> dict[str, Any]:
    """A clip that no free page of the database has room for."""
    return clip(key, html=PAGE.replace("2019", os.urandom(100_000).hex()))


@pytest.fixture
def told(caplog: pytest.LogCaptureFixture) -> Callable[[], list[str]]:
    return lambda: [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]


def test_a_full_disk_is_told_and_costs_nothing_that_was_acknowledged(
    house: House, told: Callable[[], list[str]]
) -> None:
    program, browser = house.program(), house.browser()
    csrf = csrf_of(browser)
    one, two = large("k1"), large("k2")
    kept = program("POST", "/clips", one).json
    with full_disk(house.service.store):
        refused = program("POST", "/clips", two)
        assert refused.status_code == 507
        assert refused.json["error"]["code"] == "no_room"
        assert refused.json["error"]["message"] == (
            "The disk is full. What was being saved was not; all that was saved before is there."
        )
        assert refused.json["error"]["hint"] == "Make room, then again."
        page = browser.post("/interviews", data=BEGIN | {"csrf_token": csrf}, base_url=BASE)
        assert page.status_code == 507
        assert "The disk is full" in page.text
        assert "Make room, then again." in page.text
        assert browser.get(f"/interviews/{INTERVIEW}", base_url=BASE).status_code == 200
        assert program("GET", f"/interviews/{INTERVIEW}").status_code == 200
    assert any("The disk is full" in line for line in told())
    again = [program("POST", "/clips", sent) for sent in (one, two)]
    assert [answer.status_code for answer in again] == [200, 201]
    assert again[0].json == kept


@pytest.mark.skipif(os.name != "posix", reason="folders are made read-only otherwise there")
def test_a_folder_that_becomes_read_only_is_told_and_can_still_be_read(open_house: House) -> None:
    house = open_house
    program, browser = house.program(), house.browser()
    csrf = csrf_of(browser)
    kept = program("POST", "/clips", clip("k1")).json
    browser.get(f"/interviews/{INTERVIEW}", base_url=BASE)  # loads what nobody may load
    assert house.service.store.file
    with read_only(house.service.store.file.parent):
        house.service.store.engine.dispose()  # as after a while: connections come and go
        refused = program("POST", "/clips", clip("k2"))
        assert refused.status_code == 503
        assert refused.json["error"]["message"] == "It cannot be written."
        assert refused.json["error"]["hint"] == "Check who may write to that folder and to the files in it."
        page = browser.post("/interviews", data=BEGIN | {"csrf_token": csrf}, base_url=BASE)
        assert (page.status_code, "Check who may write to that folder" in page.text) == (503, True)
        assert browser.get(f"/interviews/{INTERVIEW}", base_url=BASE).status_code == 200
        assert program("GET", f"/interviews/{INTERVIEW}").status_code == 200
        house.service.store.engine.dispose()
    again = [program("POST", "/clips", clip(key)) for key in ("k1", "k2")]
    assert [answer.status_code for answer in again] == [200, 201]
    assert again[0].json == kept


def test_a_clock_that_jumps_back_changes_no_order_doubles_nothing_and_throws_nobody_out(house: House) -> None:
    program, browser, clock = house.program(), house.browser(), house.service.now
    assert isinstance(clock, Clock)
    made = []
    for at, back in enumerate((0, 400, 0, 1)):
        clock.move(-timedelta(days=back))
        made.append(program("POST", "/clips", clip(f"k{at}", interview_id=INTERVIEW)))
        assert program("POST", "/clips", clip("k0", interview_id=INTERVIEW)).json == made[0].json
    assert [answer.status_code for answer in made] == [201] * 4
    listed = program("GET", f"/interviews/{INTERVIEW}/clips").json["clips"]
    assert [one["id"] for one in listed][-4:] == [answer.json["id"] for answer in made]
    assert house.service.store.expire(ALICE, clock()).pages == 0
    form = {"csrf_token": csrf_of(browser)} | BEGIN
    assert browser.post("/interviews", data=form, base_url=BASE).status_code == 303
