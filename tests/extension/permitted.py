"""Copies of the extension for what a browser without a window cannot be asked, and for ports that are free."""

import json
import shutil
from pathlib import Path
from typing import Any

from tests.extension.chrome import EXTENSION
from tests.extension.service import free_port

STANDARD, OTHERS = "8765", "8766, 8767, 8800"  # in lib/address.js


def permitted(folder: Path) -> Path:
    """A copy that has its optional permissions from the start, and looks for Groundwork where it is told to alone."""
    copy = looking_at(folder, free_port())
    manifest = _manifest(copy)
    manifest["permissions"] += manifest.pop("optional_permissions")
    manifest["host_permissions"] += manifest.pop("optional_host_permissions")
    _write(copy, manifest)
    return copy


def kept_away(folder: Path) -> Path:
    """A copy that may not reach this machine, as where a person took the permission away."""
    copy = _copy(folder)
    _write(copy, _manifest(copy) | {"host_permissions": []})
    return copy


def looking_at(folder: Path, first: int, *others: int) -> Path:
    """A copy that looks for Groundwork at these ports alone: one that somebody uses on this machine has no part in a test."""
    copy = _copy(folder)
    address = copy / "lib/address.js"
    source = address.read_text("utf-8")
    assert STANDARD in source
    assert OTHERS in source
    source = source.replace(STANDARD, str(first)).replace(OTHERS, ", ".join(map(str, others)))
    address.write_text(source, "utf-8")
    return copy


def _copy(folder: Path) -> Path:
    return Path(shutil.copytree(EXTENSION, folder / "extension"))


def _manifest(copy: Path) -> dict[str, Any]:
    return dict(json.loads((copy / "manifest.json").read_text("utf-8")))


def _write(copy: Path, manifest: dict[str, Any]) -> None:
    (copy / "manifest.json").write_text(json.dumps(manifest), "utf-8")
