"""The button of the browser, as it lies on this machine and as the zips that a browser, or Mozilla's signing, takes."""

import hashlib
import io
import json
import zipfile
from enum import StrEnum
from pathlib import Path

from server.actions.service import Service
from server.errors import NotFoundError
from server.store import users

MANIFEST = "manifest.json"
_HERE = Path(__file__).parents[1]
_PLACES = (_HERE / "extension", _HERE.parent / "extension")  # in what was installed; in the project's own folder
_DAY = (1980, 1, 1, 0, 0, 0)  # the first that a zip knows: when a file was written is nobody's business
_MODE = 0o644 << 16
_SIGNS = 16  # of a mark


class Kind(StrEnum):
    """What a zip is for."""

    CHROME = "chrome"  # and Edge
    FIREFOX = "firefox"


_OF_CHROME_ALONE = (
    "key"  # the zip for Chrome keeps what is for Firefox: the linter of Mozilla has the same to say of both
)


def folder() -> Path | None:
    """Where the button lies, for browsers that load a folder; None where it did not come with us."""
    return next((one for one in _PLACES if (one / MANIFEST).is_file()), None)


def file_name(kind: Kind) -> str:
    """What the zip is called, with its version. Raises NotFoundError."""
    return f"groundwork-{kind}-{json.loads(_files()[MANIFEST])['version']}.zip"


def own_mark(service: Service, user_id: str) -> str:
    """What tells their button from everybody else's, and stays: Mozilla signs a button of one id for one account alone. Raises NotFoundError."""
    with service.store.view() as tx:
        salt = users.get(tx, user_id).salt
    return hashlib.sha256(f"groundwork-button:{salt}".encode()).hexdigest()[:_SIGNS]


def packed(kind: Kind, own: str = "") -> bytes:
    """The button as a zip; own is the mark of whoever has it signed. The same gives the same bytes. Raises NotFoundError."""
    files, made = _files(), io.BytesIO()
    manifest = json.loads(files[MANIFEST])
    if kind is Kind.FIREFOX:
        del manifest[_OF_CHROME_ALONE]
        if own:
            manifest["browser_specific_settings"]["gecko"]["id"] = f"clip-{own}@groundwork.example"
    files[MANIFEST] = (json.dumps(manifest, indent=2, ensure_ascii=False) + "\n").encode()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as into:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, _DAY)
            info.external_attr, info.compress_type = _MODE, zipfile.ZIP_DEFLATED
            into.writestr(info, files[name])
    return made.getvalue()


def _files() -> dict[str, bytes]:
    there = folder()
    if there is None:
        raise NotFoundError(
            "The button did not come with this Groundwork.",
            where=str(_PLACES[-1]),
            hint="It is the folder “extension” of the project.",
        )
    return {path.relative_to(there).as_posix(): path.read_bytes() for path in there.rglob("*") if path.is_file()}
