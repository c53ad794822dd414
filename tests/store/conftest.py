"""A store on each database: SQLite in a folder of its own, and PostgreSQL where a server can be started."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, event, make_url

from server.store import Store, opened, users
from tests.store import postgres
from tests.store.made import ALICE, BOB, CHARLIE, NOW, give

OWNED = r"(?:seekers|interviews|clips|pages|readings|question_edits|everyone_questions|tokens)"
TOUCHES = re.compile(rf"\b(?:FROM|UPDATE|JOIN) {OWNED}\b")
ASKS_FOR_A_USER = re.compile(r"\bWHERE\b.*\buser_id = ", re.DOTALL)
BEARER = re.compile(r"\bWHERE tokens\.(?:sha256|id = \S+ AND tokens\.origin) = ")
NUMBERS = count(1)
EMPTY, PEOPLED = "empty", "peopled"
BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)]


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of databases to copy, since making one takes longer: EMPTY, and PEOPLED as `people` says."""
    made = tmp_path_factory.mktemp("templates")
    for name in (EMPTY, PEOPLED):
        with opened(made / name, NOW) as store:
            fill(store, name)
    return made


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    with postgres.server() as address:
        for name in (EMPTY, PEOPLED):
            with opened(_created(address, name), NOW) as store:
                fill(store, name)
        yield address


@pytest.fixture
def folder(tmp_path: Path, templates: Path) -> Path:
    """A data folder with an empty database that is up to date."""
    return _copied(templates, EMPTY, tmp_path)


@pytest.fixture(params=BOTH)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """Where the store of a test lies, with nobody in it, on each database in turn."""
    return _placed(request, EMPTY, tmp_path)


@pytest.fixture
def store(place: Path | str) -> Iterator[Store]:
    """An open store with nobody in it."""
    with watched(place) as opened_store:
        yield opened_store


@pytest.fixture(params=BOTH)
def people(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Alice and Bob have one of everything under the same ids; Charlie has nothing."""
    with watched(_placed(request, PEOPLED, tmp_path)) as opened_store:
        yield opened_store


@pytest.fixture(params=BOTH, scope="module")
def crowd(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """As `people`, for all tests of a module, which leave it as it was."""
    with watched(_placed(request, PEOPLED, tmp_path_factory.mktemp("crowd"))) as opened_store:
        yield opened_store


def fill(store: Store, name: str) -> None:
    if name == EMPTY:
        return
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


def _placed(request: pytest.FixtureRequest, name: str, parent: Path) -> Path | str:
    if request.param == "sqlite":
        return _copied(request.getfixturevalue("templates"), name, parent)
    return _created(request.getfixturevalue("postgres_server"), f"test_{next(NUMBERS)}", name)


def _copied(templates: Path, name: str, parent: Path) -> Path:
    return shutil.copytree(templates / name, parent / "data")


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
