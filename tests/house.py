"""What the tests of the house itself read: our modules, as they are written."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGES = ("scrapers", "server")


AT_NEED = "at_need"  # at_need("a.module") at the top of a file is an import that is carried out later


@dataclass(frozen=True)
class Import:
    """One import as it stands in a module. names is what is taken `from` it; inside is True within a function.

    module is "" for one that is put together while the program runs, so that nobody can tell from the text where it leads.
    """

    module: str
    names: tuple[str, ...]
    line: int
    inside: bool


@dataclass(frozen=True)
class Module:
    """One file of ours."""

    name: str  # "server.pipeline.export.document"; a package has its own name, without __init__
    path: Path

    @cached_property
    def source(self) -> str:
        return self.path.read_text("utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.source)

    @cached_property
    def imports(self) -> list[Import]:
        within = {id(node) for function in self.functions for node in ast.walk(function)}
        found: list[Import] = []
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                found += [Import(alias.name, (), node.lineno, id(node) in within) for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                module = self._absolute(node)
                found.append(Import(module, tuple(a.name for a in node.names), node.lineno, id(node) in within))
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == AT_NEED:
                found.append(Import(_named(node), (), node.lineno, id(node) in within))
        return found

    @cached_property
    def functions(self) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
        return [n for n in ast.walk(self.tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]

    def _absolute(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        package = self.name.split(".") if self.path.name == "__init__.py" else self.name.split(".")[:-1]
        parts = package[: len(package) - node.level + 1]
        return ".".join([*parts, *([node.module] if node.module else [])])


def _named(call: ast.Call) -> str:
    given = call.args[0] if call.args else None
    return given.value if isinstance(given, ast.Constant) and isinstance(given.value, str) else ""


@cache  # a cache: three tests read all of them, and parsing takes seconds
def modules(root: Path) -> tuple[Module, ...]:
    """Every module of ours under root, by name."""
    return tuple(sorted(_walk(root), key=lambda module: module.name))


def _walk(root: Path) -> Iterator[Module]:
    for package in PACKAGES:
        for path in (root / package).rglob("*.py"):
            parts = path.relative_to(root).with_suffix("").parts
            yield Module(".".join(parts[:-1] if parts[-1] == "__init__" else parts), path)
