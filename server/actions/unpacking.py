"""A folder that comes as a zip file is unpacked beside everything else, and only if nothing in it reaches out of it."""

import stat
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from server.errors import InputError
from server.folder import DOSSIER
from server.pipeline.clip.page import MAX_BYTES

MOST_FILES = 5_000
MOST_BYTES = 500_000_000  # of all files together, unpacked
AT_ONCE = 1_000_000  # bytes that are unpacked before we look whether it gets too much


@contextmanager
def unpacked(path: Path) -> Iterator[Path]:
    """The folder in a zip file, for as long as it is worked with.

    Raises InputError for what is no zip file, holds no dossier.json, is too large, or names a file outside itself.
    """
    with tempfile.TemporaryDirectory(prefix="groundwork-") as made:
        try:
            with zipfile.ZipFile(path) as archive:
                _unpack(archive, Path(made), str(path))
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
            raise InputError(
                "The file is no zip file, or a damaged one.", where=str(path), hint="Make it anew."
            ) from error
        except OSError as error:
            what = f"The file cannot be opened ({error.strerror})."
            raise InputError(what, where=str(path), hint="Check who may read it.") from error
        yield _folder(Path(made), str(path))


def _unpack(archive: zipfile.ZipFile, to: Path, where: str) -> None:
    members = [one for one in archive.infolist() if not one.is_dir()]
    if len(members) > MOST_FILES:
        raise InputError(f"There are more than {MOST_FILES:,} files in it.", where=where, hint="Bring fewer pages.")
    for one in members:
        _refuse_outside(one, where)
    left = MOST_BYTES
    for one in members:
        target = to / one.filename
        target.parent.mkdir(parents=True, exist_ok=True)
        left -= _written(archive, one, target, min(left, MAX_BYTES), where)


def _refuse_outside(one: zipfile.ZipInfo, where: str) -> None:
    """A name must lead to a file below the folder, on every system, and the file must be one."""
    name = PurePosixPath(one.filename)
    is_link = stat.S_ISLNK(one.external_attr >> 16)
    if is_link or name.is_absolute() or ".." in name.parts or set(one.filename) & set("\\:\0"):
        raise InputError(
            "It names a file outside itself; nothing of it was unpacked.",
            where=f"{where}: {one.filename[:80]!r}",
            hint="Take a zip that Groundwork made.",
        )


def _written(archive: zipfile.ZipFile, one: zipfile.ZipInfo, target: Path, most: int, where: str) -> int:
    """Bytes that were unpacked. What a zip says of its sizes is not believed."""
    size = 0
    with archive.open(one) as source, target.open("xb") as out:
        while some := source.read(AT_ONCE):
            size += len(some)
            if size > most:
                raise InputError("It holds more than fits.", where=f"{where}: {one.filename[:80]!r}")
            out.write(some)
    return size


def _folder(made: Path, where: str) -> Path:
    """Where the dossier.json lies: at the top, or in the one folder there is."""
    inner = [one for one in made.iterdir() if one.is_dir()]
    candidates: tuple[Path, ...] = (made, *(inner if len(inner) == 1 else ()))
    found = next((folder for folder in candidates if (folder / DOSSIER).is_file()), None)
    if found:
        return found
    raise InputError(f"There is no {DOSSIER} in it.", where=where, hint="Take a zip that Groundwork made.")
