"""Backups: made in use, checked before they come back, and never in the way of forgetting."""

import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from server.errors import GroundworkError, InputError, StoreError
from server.store import Store, backup, clips, disk, interviews, opened
from server.store.hold import hold
from tests.store.made import ALICE, BOB, NOW, TALK, facts, give, new_clip
from tests.store.test_opening import with_migration


@pytest.fixture
def store(folder: Path) -> Store:
    """An open store on SQLite with Alice in it."""
    kept = Store.open(folder, NOW)
    with kept.transaction() as tx:
        give(tx, ALICE)
    return kept


def clip_ids(folder: Path) -> list[str]:
    with opened(folder, NOW) as store, store.view() as tx:
        return [clip.id for clip in clips.of_interview(tx, ALICE, "i1")]


def test_a_backup_made_in_use_comes_back_and_what_was_there_is_kept_aside(store: Store, tmp_path: Path) -> None:
    saved = tmp_path / "away" / "saved.db"
    with store.view() as looking:
        store.backup(saved)
        assert clips.get(looking, ALICE, "c1")
    with store.transaction() as tx:
        clips.add(tx, ALICE, new_clip("c2"), NOW)
    store.close()
    folder = tmp_path / "data"
    restored = backup.restore(folder, saved, NOW)
    assert clip_ids(folder) == ["c1"]
    assert saved.exists()
    assert restored.aside
    assert clip_ids(_as_data(restored.aside, tmp_path / "old")) == ["c1", "c2"]
    if os.name == "posix":
        assert stat.S_IMODE(saved.stat().st_mode) == 0o600


def test_a_backup_never_overwrites_a_file(store: Store, tmp_path: Path) -> None:
    (tmp_path / "saved.db").write_text("precious")
    with pytest.raises(InputError, match="already"):
        store.backup(tmp_path / "saved.db")
    assert (tmp_path / "saved.db").read_text() == "precious"


def test_what_still_lies_in_the_log_is_set_aside_too_and_not_read_into_the_backup(store: Store, tmp_path: Path) -> None:
    saved, folder = tmp_path / "saved.db", tmp_path / "data"
    store.backup(saved)
    with store.transaction() as tx:
        clips.add(tx, ALICE, new_clip("c2"), NOW)
    log = (folder / "groundwork.db-wal").read_bytes()
    database = (folder / disk.DATABASE).read_bytes()
    store.close()
    (folder / disk.DATABASE).write_bytes(database)  # as after a power cut: the second clip is in the log alone
    (folder / "groundwork.db-wal").write_bytes(log)
    aside = backup.restore(folder, saved, NOW).aside
    assert aside
    assert clip_ids(folder) == ["c1"]
    assert clip_ids(_as_data(aside, tmp_path / "old")) == ["c1", "c2"]


def test_a_damaged_database_gives_way_to_a_backup(store: Store, tmp_path: Path) -> None:
    store.backup(tmp_path / "saved.db")
    store.close()
    database = tmp_path / "data" / disk.DATABASE
    database.write_bytes(b"\xa5" * 10_000)
    aside = backup.restore(tmp_path / "data", tmp_path / "saved.db", NOW).aside
    assert aside
    assert aside.read_bytes() == b"\xa5" * 10_000
    assert clip_ids(tmp_path / "data") == ["c1"]


def test_a_backup_comes_back_into_an_empty_place(store: Store, tmp_path: Path) -> None:
    store.backup(tmp_path / "saved.db")
    assert backup.restore(tmp_path / "elsewhere", tmp_path / "saved.db", NOW).aside is None
    assert clip_ids(tmp_path / "elsewhere") == ["c1"]


def _absent(_saved: Path) -> None:
    _saved.unlink()


def _noise(saved: Path) -> None:
    whole = saved.read_bytes()
    saved.write_bytes(whole[:20_000] + b"\xa5" * 20_000 + whole[40_000:])


def _text(saved: Path) -> None:
    saved.write_text("my recipes")


def _empty(saved: Path) -> None:
    saved.write_bytes(b"")


def _foreign(saved: Path) -> None:
    saved.unlink()
    with closing(sqlite3.connect(saved)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")


def _newer(saved: Path) -> None:
    with closing(sqlite3.connect(saved)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


@pytest.mark.parametrize(
    "spoil, told",
    [
        (_absent, "no such file"),
        (_noise, "damaged"),
        (_text, "damaged"),
        (_empty, "damaged"),
        (_foreign, "no backup of ours"),
        (_newer, "newer version"),
    ],
)
def test_a_backup_that_cannot_be_used_changes_nothing(
    store: Store, tmp_path: Path, spoil: Callable[[Path], None], told: str
) -> None:
    saved = tmp_path / "saved.db"
    store.backup(saved)
    store.close()
    spoil(saved)
    with pytest.raises(GroundworkError, match=told):
        backup.restore(tmp_path / "data", saved, NOW)
    assert clip_ids(tmp_path / "data") == ["c1"]
    assert not (tmp_path / "data" / disk.BACKUPS).exists()


def test_nothing_is_restored_under_a_running_service(store: Store, tmp_path: Path) -> None:
    store.backup(tmp_path / "saved.db")
    with hold(tmp_path / "data"), pytest.raises(StoreError, match="is running"):
        backup.restore(tmp_path / "data", tmp_path / "saved.db", NOW)
    assert clip_ids(tmp_path / "data") == ["c1"]


def test_the_newest_five_backups_before_migrations_are_kept_and_always_the_last(store: Store) -> None:
    assert store.file
    times = [*(NOW + timedelta(days=at) for at in range(7)), NOW - timedelta(days=1)]  # at last the clock jumps back
    made = [backup.before_migration(store.file, now, "0002") for now in times]
    kept = sorted((store.file.parent / disk.BACKUPS).iterdir())
    assert kept == sorted([made[-1], *made[3:7]])


def test_two_backups_of_one_second_have_two_names(store: Store) -> None:
    assert store.file
    assert backup.before_migration(store.file, NOW, "0002") != backup.before_migration(store.file, NOW, "0002")


def test_a_forgotten_person_is_in_no_file_of_the_data_folder(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    store.close()
    Store.open(folder, NOW, scripts=with_migration(tmp_path)).close()  # leaves a backup that holds them
    (folder / disk.DATABASE).unlink()
    backup.restore(folder, next((folder / disk.BACKUPS).iterdir()), NOW)
    with opened(folder, NOW) as again:
        with again.transaction() as tx:
            give(tx, BOB)
            interviews.put(tx, BOB, "i1", facts("Ben Ito"), NOW)
        assert _files_with(folder, b"Dana Okafor")
        account = again.forget(ALICE, "Dana Okafor", NOW)
        assert account.backups == 1
        assert any(line.startswith("1 backup in the data folder still held them") for line in account.lines)
        assert _files_with(folder, b"Dana Okafor") == []
        assert [path.name for path in (folder / disk.BACKUPS).iterdir()] == ["20260302T090000Z-after-forgetting.db"]


def test_pages_past_their_time_go_from_the_backups_in_the_data_folder_too(store: Store, tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "data", tmp_path / "monday.db"
    assert store.file
    made = backup.before_migration(store.file, NOW, "0002")
    store.backup(elsewhere)
    (made.parent / "damaged.db").write_bytes(b"no database" * 1_000)
    with store.view() as tx:
        packed = tx.exec_driver_sql("SELECT body FROM pages").scalar_one()
    gone = store.expire(ALICE, TALK + timedelta(days=90))
    assert (gone.pages, gone.locked) == (1, ("damaged.db",))
    assert "Backups that may still hold some, since they cannot be changed: damaged.db." in str(gone)
    assert packed not in made.read_bytes()
    assert packed in elsewhere.read_bytes()
    store.close()
    backup.restore(folder, made, NOW)
    assert clip_ids(folder) == ["c1"]


def test_without_backups_forgetting_makes_none(store: Store, tmp_path: Path) -> None:
    assert store.forget(ALICE, "Dana Okafor", NOW).backups == 0
    assert not (tmp_path / "data" / disk.BACKUPS).exists()
    assert store.expire(ALICE, NOW).pages == 0


def _as_data(file: Path, folder: Path) -> Path:
    """A database set aside, as a data folder."""
    folder.mkdir()
    for path in file.parent.glob(f"{file.name}*"):
        (folder / path.name.replace(file.name, disk.DATABASE)).write_bytes(path.read_bytes())
    return folder


def _files_with(folder: Path, words: bytes) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file() and words in path.read_bytes()]
