"""Opening what is new, old, newer, damaged, locked, full or not ours: one clear error each, and nothing lost."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import exc, inspect

from server.errors import GroundworkError, StoreError
from server.store import Store, clips, disk, opened, users
from server.store.migrate import SCRIPTS, revisions
from server.store.tables import metadata
from tests.store.made import ALICE, CHARLIE, NOW, new_clip

NEWEST = max(revisions())
NEWER = f"{int(NEWEST) + 1:04}"
NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "{newer}"
down_revision = "{newest}"


def upgrade() -> None:
    op.add_column("users", sa.Column("email", sa.Text))
    {more}
"""


@pytest.fixture
def alices(tmp_path: Path, templates: Path) -> Path:
    """A data folder with Alice and the others in it."""
    return shutil.copytree(templates / "peopled", tmp_path / "data")


def with_migration(tmp_path: Path, more: str = "") -> Path:
    """Our migrations and one more, as a newer version would have it."""
    scripts = tmp_path / "migrations"
    shutil.copytree(SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / f"versions/m{NEWER}_next.py").write_text(NEXT.format(more=more, newer=NEWER, newest=NEWEST))
    return scripts


def columns(store: Store) -> set[str]:
    return {column["name"] for column in inspect(store.engine).get_columns("users")}


def names(folder: Path) -> list[str]:
    with opened(folder, NOW) as store, store.view() as tx:
        return [user.name for user in users.every(tx)]


def refusal(place: Path | str) -> str:
    with pytest.raises(GroundworkError) as caught:
        Store.open(place, NOW, wait=0.05)
    told = str(caught.value)
    assert "\n" not in told
    return told


def test_the_migrations_make_the_tables_that_the_code_knows(store: Store) -> None:
    with store.view() as tx:
        assert compare_metadata(MigrationContext.configure(tx), metadata) == []


def test_a_new_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    data = tmp_path / "deep" / "data"
    Store.open(data, NOW).close()
    assert not (data / disk.BACKUPS).exists()  # there was nothing to lose
    if os.name == "posix":
        assert stat.S_IMODE(data.stat().st_mode) == 0o700
        assert stat.S_IMODE((data / disk.DATABASE).stat().st_mode) == 0o600


def test_what_is_written_is_durable_and_references_are_checked(folder: Path) -> None:
    with opened(folder, NOW) as store:
        with store.transaction() as tx:
            asked = [
                tx.exec_driver_sql(f"PRAGMA {name}").scalar()
                for name in ("journal_mode", "synchronous", "foreign_keys")
            ]
        assert asked == ["wal", 2, 1]
        with pytest.raises(exc.IntegrityError), store.transaction() as tx:
            clips.add(tx, "nobody", new_clip(interview_id=None), NOW)


def test_a_migration_comes_after_a_backup(alices: Path, tmp_path: Path) -> None:
    with closing(Store.open(alices, NOW, scripts=with_migration(tmp_path))) as store:
        assert "email" in columns(store)
    (saved,) = (alices / disk.BACKUPS).iterdir()
    assert saved.name == f"20260302T090000Z-before-{NEWER}.db"
    older = tmp_path / "older"
    older.mkdir()
    shutil.copyfile(saved, older / disk.DATABASE)
    assert names(older) == ["Alice", "Bob", "Charlie"]


def test_users_of_the_first_version_get_a_salt_each(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    scripts = shutil.copytree(
        SCRIPTS, tmp_path / "migrations", ignore=shutil.ignore_patterns("m000[2-9]*", "__pycache__")
    )
    with closing(Store.open(folder, NOW, scripts=scripts)) as store, store.transaction() as tx:
        for who in (ALICE, CHARLIE):
            tx.exec_driver_sql(f"INSERT INTO users VALUES ('{who}', '', '{{}}', '{NOW.isoformat()}')")
    with opened(folder, NOW) as store, store.view() as tx:
        salts = {user.salt for user in users.every(tx)}
    assert (len(salts), {len(salt) for salt in salts}) == (2, {32})


@pytest.mark.parametrize("more", ["raise RuntimeError", 'op.execute("no such words")'])
def test_a_migration_that_fails_leaves_all_as_it_was(alices: Path, tmp_path: Path, more: str) -> None:
    with pytest.raises((RuntimeError, exc.OperationalError)):
        Store.open(alices, NOW, scripts=with_migration(tmp_path, more))
    assert names(alices) == ["Alice", "Bob", "Charlie"]
    with opened(alices, NOW) as store:
        assert "email" not in columns(store)


def test_data_of_a_newer_version_is_refused_and_left_alone(alices: Path, tmp_path: Path) -> None:
    scripts = with_migration(tmp_path)
    Store.open(alices, NOW, scripts=scripts).close()
    told = refusal(alices)
    assert str(alices) in told
    assert "written by a newer version" in told
    assert "groundwork restore" in told
    with closing(Store.open(alices, NOW, scripts=scripts)) as store, store.view() as tx:
        assert clips.get(tx, ALICE, "c1").clip == new_clip().clip


def _overwritten_head(file: Path) -> None:
    file.write_bytes(b"\0" * 200 + file.read_bytes()[200:])


def _noise_inside(file: Path) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[:100] + b"\xa5" * 8_000 + whole[8_100:])


def _cut_off(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:5_000])


@pytest.mark.parametrize("damage", [_overwritten_head, _noise_inside, _cut_off])
def test_a_damaged_file_says_so_and_names_the_command(alices: Path, damage: object) -> None:
    assert callable(damage)
    damage(alices / disk.DATABASE)
    told = refusal(alices)
    assert str(alices / disk.DATABASE) in told
    assert "damaged" in told
    assert "groundwork restore" in told


def test_a_database_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / disk.DATABASE)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    assert "not one of ours" in refusal(tmp_path)


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("x")
    assert "cannot be used" in refusal(tmp_path / "data")


def test_a_full_disk_loses_nothing_that_was_kept(alices: Path) -> None:
    big = new_clip("c2", raw=os.urandom(200_000))
    with opened(alices, NOW) as store:
        with store.transaction() as tx:
            full = tx.exec_driver_sql("PRAGMA page_count").scalar_one()
            tx.exec_driver_sql(f"PRAGMA max_page_count = {full + 4}")
        with pytest.raises(StoreError, match="The disk is full") as caught, store.transaction() as tx:
            clips.add(tx, ALICE, big, NOW)
        assert str(alices) in str(caught.value)
        with store.transaction() as tx:
            assert [clip.id for clip in clips.of_interview(tx, ALICE, "i1")] == ["c1"]
            tx.exec_driver_sql("PRAGMA max_page_count = 1000000")
        with store.transaction() as tx:
            assert clips.add(tx, ALICE, big, NOW).new


@contextmanager
def read_only(folder: Path) -> Iterator[Path]:
    """A copy of folder that we may read and not write, also where the tests run as root."""
    parent = Path(tempfile.mkdtemp(prefix="gw-ro-"))
    data = parent / "data"
    shutil.copytree(folder, data)
    for path, mode in ((parent, 0o755), (data / disk.DATABASE, 0o444), (data, 0o555)):
        path.chmod(mode)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65_534)
    try:
        yield data
    finally:
        if root:
            os.seteuid(0)
        data.chmod(0o755)
        shutil.rmtree(parent)


@pytest.mark.skipif(os.name != "posix", reason="folders are made read-only otherwise there")
def test_a_read_only_folder_is_told_and_nothing_is_lost(alices: Path) -> None:
    before = (alices / disk.DATABASE).read_bytes()
    with read_only(alices) as data:
        told = refusal(data)
        assert str(data / disk.DATABASE) in told
        assert "Check who may write" in told
        assert (data / disk.DATABASE).read_bytes() == before


@pytest.mark.parametrize("address", ["nonsense://x", "mysql://root@localhost/x", "postgresql://host:port/x"])
def test_an_address_of_no_database_we_know_is_refused(address: str) -> None:
    assert "postgresql://" in refusal(address)


def test_a_server_that_does_not_answer_is_told_without_the_password(tmp_path: Path) -> None:
    told = refusal(f"postgresql://me:hushhush@/x?host={tmp_path}")
    assert "does not answer" in told
    assert "hushhush" not in told


def test_postgres_is_backed_up_by_its_own_tools(store: Store, tmp_path: Path) -> None:
    if store.file:
        store.backup(tmp_path / "copy.db")
        return
    with pytest.raises(StoreError, match="pg_dump"):
        store.backup(tmp_path / "copy.db")


def test_a_user_stays_when_the_store_is_opened_again(place: Path | str) -> None:
    with opened(place, NOW) as store, store.transaction() as tx:
        users.add(tx, CHARLIE, "Charlie", NOW)
    with opened(place, NOW) as store, store.view() as tx:
        assert users.get(tx, CHARLIE).name == "Charlie"


def test_a_migration_is_named_as_its_file() -> None:
    told = [script.revision for script in ScriptDirectory(str(SCRIPTS)).walk_revisions()]
    assert (sorted(told), told[0]) == (sorted(revisions()), max(revisions()))


def test_alembic_is_loaded_only_where_there_is_something_to_do(folder: Path) -> None:
    look = "import sys; from server.cli import main; main(standalone_mode=False); print('alembic' in sys.modules)"
    command = [sys.executable, "-c", look, "backup", str(folder / "b.db"), "--data", str(folder)]
    assert subprocess.check_output(command, text=True).splitlines()[-1] == "False"
