"""A real app over a real store and real readers, with a clock that stands still; one warm reader for the whole session."""

import shutil
from collections.abc import Hashable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest

from server.actions import briefs, material
from server.actions.entry import ensure_user
from server.actions.reading import read_waiting
from server.actions.sample import ensure_sample
from server.actions.service import Service
from server.pipeline.questions.bank import load_bank
from server.reader import Reader
from server.store import Store, edits, sheets, tokens
from server.store.disk import DATABASE
from server.store.tokens import NewToken, Scope
from tests.pipeline.made import language
from tests.web.made import (
    ALICE,
    BOB,
    INTERVIEW,
    NOW,
    ORIGIN,
    PAIRED,
    PAIRED_SECRET,
    Clock,
    House,
    own_after,
    own_question,
)


@pytest.fixture(scope="session")
def reader() -> Iterator[Reader]:
    with Reader(2) as warm:
        yield warm


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Path:
    """A data folder to copy: Alice has the sample interview, read, a question of her own in it, and a paired browser; Bob has nothing."""
    folder = tmp_path_factory.mktemp("service")
    service = _service(folder, reader)
    ensure_user(service, ALICE)
    ensure_user(service, BOB)
    ensure_sample(service, ALICE)
    with service.store.transaction() as tx:
        tokens.add(tx, ALICE, NewToken(PAIRED, PAIRED_SECRET, "Chromium on Linux", Scope.BROWSER, ORIGIN), NOW)
        edits.put(tx, ALICE, INTERVIEW, own_question(), NOW)
        sheets.put(tx, ALICE, INTERVIEW, own_after(), NOW)
    read_waiting(service)
    service.store.close()
    return folder


@pytest.fixture(scope="session")
def sample_drafted(template: Path, reader: Reader) -> tuple[Hashable, Any]:
    """What the sample of the template comes to, and the key a service keeps it under: tests that leave its pages alone start with it."""
    service = _service(template, reader)
    briefs.drafted(service, ALICE, INTERVIEW)
    with service.store.view() as tx:
        seen = material.see(tx, ALICE, INTERVIEW)
    service.store.close()
    return seen.name, service.drafts.get(seen.owner, seen.name, _not_made)


def _not_made() -> NoReturn:
    raise AssertionError("it was not kept under its key")


@pytest.fixture
def service(tmp_path: Path, template: Path, reader: Reader, sample_drafted: tuple[Hashable, Any]) -> Iterator[Service]:
    shutil.copyfile(template / DATABASE, tmp_path / DATABASE)
    made, (key, value) = _service(tmp_path, reader), sample_drafted
    made.drafts.get((ALICE, INTERVIEW), key, lambda: value)
    yield made
    made.store.close()


@pytest.fixture
def house(service: Service) -> House:
    return House(service)


def _service(folder: Path, reader: Reader) -> Service:
    return Service(Store.open(folder, NOW), reader, language(""), load_bank(), Clock(NOW))
