"""Imports point one way. A newcomer who knows this table knows where a thing may stand."""

from collections.abc import Sequence
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.house import ROOT, Import, Module, modules

# Each room may import the rooms of earlier rows; rooms of one row are blind to each other.
ROWS = (
    ("scrapers",),
    ("server.model", "server.errors", "server.at_need"),
    ("server.pipeline", "server.store", "server.language", "server.settings"),
    ("server.reader", "server.folder", "server.fetch"),
    ("server.actions",),
    ("server.web", "server.parts"),
    ("server.app", "server.at_login"),
    ("server.cli",),
)
RANK = {room: rank for rank, rooms in enumerate(ROWS) for room in rooms}
BY_NAME = {"scrapers", "server.at_need"}  # where modules are loaded by name; anywhere else nobody could see the arrow
ONLY_HERE = {"trafilatura": "scrapers.article"}
ONLY_IN = dict.fromkeys(("sqlalchemy", "sqlite3", "alembic", "psycopg"), "server.store")  # a room of many files
SETTINGS_READERS = {"server.parts", "server.app", "server.cli"}


def room_of(module: str) -> str | None:
    return next((room for room in RANK if module == room or module.startswith(f"{room}.")), None)


def complaints(root: Path) -> list[str]:
    """Every rule that a module under root breaks, with file and line."""
    ours = modules(root)
    found = [f"{m.path.relative_to(root)}:{i.line}: {why}" for m in ours for i in m.imports for why in _wrong(m, i)]
    found += [f"{m.name}: no row of the table holds it" for m in ours if m.name != "server" and not room_of(m.name)]
    return found + _cycles(ours)


def _wrong(module: Module, arrow: Import) -> list[str]:
    found = []
    if arrow.inside:
        found.append(f"imports {arrow.module} inside a function")
    if not arrow.module:
        found.append("at_need of a name that is not written out")
    if arrow.module == "importlib" and "import_module" in arrow.names and module.name not in BY_NAME:
        found.append("loads modules by name")
    outside = arrow.module.split(".")[0]
    if module.name != ONLY_HERE.get(outside, module.name):
        found.append(f"only {ONLY_HERE[outside]} imports {outside}")
    if room_of(module.name) != ONLY_IN.get(outside, room_of(module.name)):
        found.append(f"only {ONLY_IN[outside]} imports {outside}")
    return found + _wrong_way(module.name, arrow)


def _wrong_way(name: str, arrow: Import) -> list[str]:
    # `from server import web` means server.web
    targets = [f"server.{n}" for n in arrow.names] if arrow.module == "server" else [arrow.module]
    here = room_of(name)
    return [f"{here} may not import {t}" for t in targets if here and room_of(t) and not _allowed(here, t)]


def _allowed(here: str, target: str) -> bool:
    there = room_of(target)
    if there == here:
        return True
    if there == "server.settings":
        return here in SETTINGS_READERS
    if here == "server.model":
        return target in {"scrapers.page", "server.at_need"}
    return RANK[there or ""] < RANK[here]


def _cycles(ours: Sequence[Module]) -> list[str]:
    known = {module.name for module in ours}
    graph = {m.name: {t for i in m.imports if not i.inside for t in _named(i, known)} - {m.name} for m in ours}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return [f"a cycle: {' -> '.join(error.args[1])}"]
    return []


def _named(arrow: Import, known: set[str]) -> set[str]:
    submodules = {f"{arrow.module}.{name}" for name in arrow.names} & known
    return submodules or {arrow.module} & known


def test_imports_point_one_way() -> None:
    assert complaints(ROOT) == []


PLANTED = {
    "the pipeline sees the web": ("server/pipeline/brief/write.py", "from server.web import door\n", "may not import"),
    "the pipeline sees the store": ("server/pipeline/brief/write.py", "import server.store.clips\n", "may not import"),
    "the store sees the pipeline": ("server/store/clips.py", "from server.pipeline import brief\n", "may not import"),
    "a scraper sees the server": ("scrapers/team.py", "from server.errors import InputError\n", "may not import"),
    "the model sees a scraper": ("server/model/words.py", "from scrapers.article import read\n", "may not import"),
    "the reader sees the folder": ("server/reader.py", "from server import folder\n", "may not import"),
    "an action reads settings": ("server/actions.py", "from server.settings import Settings\n", "may not import"),
    "a relative way round": ("server/pipeline/brief/write.py", "from ...web import door\n", "may not import"),
    "an import in a function": ("server/pipeline/brief/write.py", "def f():\n    import re\n", "inside a function"),
    "trafilatura elsewhere": ("scrapers/team.py", "from trafilatura import extract\n", "only scrapers.article"),
    "SQL elsewhere": ("server/actions.py", "from sqlalchemy import select\n", "only server.store"),
    "a later way round": ("server/store/clips.py", 'x = at_need("server.web.door")\n', "may not import"),
    "a later import in a function": (
        "server/web/pages.py",
        'def f():\n    return at_need("server.actions.briefs")\n',
        "inside a function",
    ),
    "a name put together": ("server/web/pages.py", 'x = at_need("server." + y)\n', "not written out"),
    "modules by name": ("server/web/pages.py", "from importlib import import_module\n", "by name"),
    "a room not in the plan": ("server/helpers.py", "", "no row of the table"),
    "a cycle": ("scrapers/team.py", "from scrapers import team_names\n", "a cycle"),
}


@pytest.mark.parametrize("file, text, complaint", PLANTED.values(), ids=PLANTED.keys())
def test_a_planted_import_is_caught(tmp_path: Path, file: str, text: str, complaint: str) -> None:
    (tmp_path / "scrapers").mkdir()
    (tmp_path / "scrapers/team_names.py").write_text("from scrapers import team\n" if complaint == "a cycle" else "")
    (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / file).write_text(text)
    assert any(complaint in line for line in complaints(tmp_path))
