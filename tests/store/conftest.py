"""A store on each database: SQLite in a folder of its own, and PostgreSQL where a server can be started."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
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
TEMPLATE = "template_gw"


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template")
    Store.open(folder, NOW).close()
    return folder / disk.DATABASE


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    with postgres.server() as address:
        Store.open(_created(address, TEMPLATE), NOW).close()
        yield address


BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)]


@pytest.fixture
def folder(tmp_path: Path, template: Path) -> Path:
    """A data folder with an empty database that is up to date."""
    return _folder(tmp_path, template)


@pytest.fixture(params=BOTH)
def place(request: pytest.FixtureRequest) -> Path | str:
    """Where the store of a test lies, on each database in turn."""
    if request.param == "sqlite":
        return request.getfixturevalue("folder")
    return _created(request.getfixturevalue("postgres_server"), f"test_{next(NUMBERS)}", TEMPLATE)


@pytest.fixture
def store(place: Path | str) -> Iterator[Store]:
    """An open store with nobody in it."""
    with watched(place) as opened:
        yield opened


@pytest.fixture
def people(store: Store) -> Store:
    """Alice and Bob have one of everything under the same ids; Charlie has nothing."""
    fill(store)
    return store


@pytest.fixture(params=BOTH, scope="module")
def crowd(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """As `people`, for all tests of a module, which leave it as it was (see `trial`)."""
    if request.param == "sqlite":
        place: Path | str = _folder(tmp_path_factory.mktemp("crowd"), request.getfixturevalue("template"))
    else:
        place = _created(request.getfixturevalue("postgres_server"), f"test_{next(NUMBERS)}", TEMPLATE)
    with watched(place) as opened:
        fill(opened)
        yield opened


def fill(store: Store) -> None:
    with store.transaction() as tx:
        give(tx, ALICE)
        give(tx, BOB)
        users.add(tx, CHARLIE, "Charlie", NOW)


@contextmanager
def watched(place: Path | str) -> Iterator[Store]:
    """Every statement is looked at: none may forget whose rows it touches."""
    store = Store.open(place, NOW, wait=0.2)
    event.listen(store.engine, "before_cursor_execute", _watch)
    yield store
    store.close()


def _folder(parent: Path, template: Path) -> Path:
    data = parent / "data"
    data.mkdir()
    shutil.copyfile(template, data / disk.DATABASE)
    return data


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
