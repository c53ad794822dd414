"""Links that one process leaves for another, and where the other is found."""

import stat
from datetime import timedelta
from pathlib import Path

import pytest

from server.errors import StoreError
from server.store import links
from server.store.hold import hold, say_where, where
from tests.store.made import ALICE, NOW


def test_a_link_that_was_left_is_taken_once(tmp_path: Path) -> None:
    code = links.leave(tmp_path, ALICE, NOW)
    assert links.take(tmp_path, "another", NOW) is None
    assert [links.take(tmp_path, code, NOW) for _ in range(2)] == [ALICE, None]


def test_its_folder_is_its_owners_alone_and_holds_no_code(tmp_path: Path) -> None:
    code = links.leave(tmp_path, ALICE, NOW)
    (file,) = (tmp_path / links.FOLDER).iterdir()
    assert code not in file.name + file.read_text("utf-8")
    assert [stat.S_IMODE(path.stat().st_mode) & 0o077 for path in (file, file.parent)] == [0, 0]


@pytest.mark.parametrize("later", [links.LASTS, -timedelta(seconds=1)], ids=["too old", "a clock that jumped back"])
def test_a_link_lasts_ten_minutes_and_no_more(tmp_path: Path, later: timedelta) -> None:
    code = links.leave(tmp_path, ALICE, NOW)
    assert links.take(tmp_path, code, NOW + later) is None
    assert list((tmp_path / links.FOLDER).iterdir()) == []


@pytest.mark.parametrize("text", ["", "no JSON", "[]", '{"user_id": "me"}', '{"user_id": "me", "until": 5}'])
def test_a_file_that_is_none_of_ours_opens_nothing(tmp_path: Path, text: str) -> None:
    code = links.leave(tmp_path, ALICE, NOW)
    (file,) = (tmp_path / links.FOLDER).iterdir()
    file.write_text(text, "utf-8")
    assert links.take(tmp_path, code, NOW) is None


def test_a_link_that_cannot_be_left_says_where(tmp_path: Path) -> None:
    (tmp_path / links.FOLDER).write_text("a file where the folder should be")
    with pytest.raises(StoreError, match=str(tmp_path)):
        links.leave(tmp_path, ALICE, NOW)


def test_the_service_is_found_while_it_holds_the_folder(tmp_path: Path) -> None:
    assert where(tmp_path / "never") == ""
    assert not (tmp_path / "never").exists()
    with hold(tmp_path):
        assert where(tmp_path) == ""
        say_where(tmp_path, "http://127.0.0.1:8765")
        assert where(tmp_path) == "http://127.0.0.1:8765"
    assert where(tmp_path) == ""


def test_what_a_killed_service_said_of_itself_is_not_believed(tmp_path: Path) -> None:
    with hold(tmp_path):
        pass
    say_where(tmp_path, "http://127.0.0.1:8765")
    assert where(tmp_path) == ""
