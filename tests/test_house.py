"""The numbers we keep, so that a room stays a room."""

import ast
import re
from statistics import median

from tests.house import ROOT, modules

LONGEST_FILE = 300
LONGEST_FUNCTION = 50
MEDIAN_FUNCTION = 10

LONG_FILES = {  # path: why it may be longer
    "server/pipeline/identity/names.py": "every way one name is written and found: one class over one set of patterns",
}
LONG_FUNCTIONS: dict[str, str] = {}  # module.function: why it may be longer
BROAD = {
    "scrapers.order": "a scraper that crashes is logged by name, noted in the extract, and the next one reads the page"
}

OURS = modules(ROOT)


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of code: a docstring explains and is not counted."""
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    first = node.body[0]
    if ast.get_docstring(node, clean=False) is None:
        return lines
    return lines - ((first.end_lineno or first.lineno) - first.lineno + 1)


def test_no_file_is_longer_than_a_room_should_be() -> None:
    long = {str(m.path.relative_to(ROOT)): len(m.source.splitlines()) for m in OURS}
    assert {path: n for path, n in long.items() if n > LONGEST_FILE and path not in LONG_FILES} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    long = {f"{m.name}.{f.name}": _length(f) for m in OURS for f in m.functions}
    assert {name: n for name, n in long.items() if n > LONGEST_FUNCTION and name not in LONG_FUNCTIONS} == {}


def test_the_median_function_is_short() -> None:
    assert median(_length(f) for m in OURS for f in m.functions) <= MEDIAN_FUNCTION


def test_nothing_is_left_to_do_later() -> None:
    later = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    assert [m.name for m in OURS if later.search(m.source)] == []


def test_reading_and_thinking_catch_nothing_broadly() -> None:
    broad = [
        f"{m.name}:{node.lineno}"
        for m in OURS
        if m.name.startswith(("scrapers", "server.pipeline")) and m.name not in BROAD
        for node in ast.walk(m.tree)
        if isinstance(node, ast.ExceptHandler) and _is_broad(node)
    ]
    assert broad == []


def _is_broad(handler: ast.ExceptHandler) -> bool:
    names = {n.id for n in ast.walk(handler.type) if isinstance(n, ast.Name)} if handler.type else {"Exception"}
    return bool(names & {"Exception", "BaseException"})


def test_every_folder_of_ours_is_a_package() -> None:
    folders = {m.path.parent for m in OURS}
    assert [str(f.relative_to(ROOT)) for f in folders if not (f / "__init__.py").exists()] == []


def test_the_constraints_name_no_address_and_no_file() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[\w.+!]+", line)] == []


def test_the_constraints_pin_every_dependency_we_name() -> None:
    named = set(re.findall(r'^    "([A-Za-z0-9_-]+)[><=]', (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE))
    named |= set(re.findall(r'\["([A-Za-z0-9_-]+)==', (ROOT / "pyproject.toml").read_text("utf-8")))
    pinned = {line.split("==")[0] for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines()}
    assert {_plain(name) for name in named} - {_plain(name) for name in pinned} == set()


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
