"""Copies of the extension for what a browser without a window cannot be asked, and for ports that are free."""

import json
import shutil
from pathlib import Path
from typing import Any

from tests.extension.chrome import EXTENSION


def permitted(folder: Path) -> Path:
    """A copy that has its optional permissions from the start."""
    copy = _copy(folder)
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


def looking_at(folder: Path, port: int, instead_of: str = "8766") -> Path:
    """A copy that looks for Groundwork at this port, too; instead of 8765, first of all."""
    copy = _copy(folder)
    address = copy / "lib/address.js"
    source = address.read_text("utf-8")
    assert instead_of in source
    address.write_text(source.replace(instead_of, str(port)), "utf-8")
    return copy


def _copy(folder: Path) -> Path:
    return Path(shutil.copytree(EXTENSION, folder / "extension"))


def _manifest(copy: Path) -> dict[str, Any]:
    return dict(json.loads((copy / "manifest.json").read_text("utf-8")))


def _write(copy: Path, manifest: dict[str, Any]) -> None:
    (copy / "manifest.json").write_text(json.dumps(manifest), "utf-8")
