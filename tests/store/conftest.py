"""A store on each database: SQLite in a folder of its own, and PostgreSQL where a server can be started."""

import re
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, event, make_url

from server.store import Store, disk, users
from tests.store import postgres
from tests.store.made import ALICE, BOB, CHARLIE, NOW, give

OWNED = r"(?:seekers|interviews|clips|pages|readings|question_edits|tokens)"
TOUCHES = re.compile(rf"\b(?:FROM|UPDATE|JOIN) {OWNED}\b")
ASKS_FOR_A_USER = re.compile(r"\bWHERE\b.*\buser_id = ", re.DOTALL)
BEARER = re.compile(r"\bWHERE tokens\.sha256 = ")
NUMBERS = count(1)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template")
    Store.open(folder, NOW).close()
    return folder / disk.DATABASE


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    with postgres.server() as address:
        Store.open(_created(address, "template_gw"), NOW).close()
        yield address


@pytest.fixture
def folder(tmp_path: Path, template: Path) -> Path:
    """A data folder with an empty database that is up to date."""
    data = tmp_path / "data"
    data.mkdir()
    shutil.copyfile(template, data / disk.DATABASE)
    return data


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def place(request: pytest.FixtureRequest) -> Path | str:
    """Where the store of a test lies, on each database in turn."""
    if request.param == "sqlite":
        return request.getfixturevalue("folder")
    address = request.getfixturevalue("postgres_server")
    return _created(address, f"test_{next(NUMBERS)}", "template_gw")


@pytest.fixture
def store(place: Path | str) -> Iterator[Store]:
    """An open store with nobody in it. Every statement is looked at: none may forget whose rows it touches."""
    opened = Store.open(place, NOW, wait=0.2)
    event.listen(opened.engine, "before_cursor_execute", _watch)
    yield opened
    opened.close()


@pytest.fixture
def people(store: Store) -> Store:
    """Alice and Bob have one of everything under the same ids; Charlie has nothing."""
    with store.transaction() as tx:
        give(tx, ALICE)
        give(tx, BOB)
        users.add(tx, CHARLIE, "Charlie", NOW)
    return store


def _created(address: str, name: str, template: str = "template0") -> str:
    admin = create_engine(
        make_url(address.format("postgres")).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT"
    )
    with admin.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE {template}")
    admin.dispose()
    return address.format(name)


def _watch(_c: object, _cursor: object, statement: str, *_: object) -> None:
    if TOUCHES.search(statement) and not BEARER.search(statement):
        assert ASKS_FOR_A_USER.search(statement), statement
