"""Writes the extension as zips: one for Chrome and Edge, one for Firefox. The same files give the same bytes.

python .ci/zips.py [FOLDER]
"""

import json
import sys
import zipfile
from pathlib import Path

EXTENSION = Path(__file__).parents[1] / "extension"
DAY = (1980, 1, 1, 0, 0, 0)  # the first that a zip knows: when a file was written is nobody's business
MODE = 0o644 << 16
LEFT_OUT = {
    "chrome": "browser_specific_settings",
    "firefox": "key",
}  # what the other browser alone reads of the one manifest


def pack(folder: Path) -> list[Path]:
    """Write both zips into a folder and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    version = json.loads(_files()["manifest.json"])["version"]
    made = []
    for browser, left_out in LEFT_OUT.items():
        path = folder / f"groundwork-{browser}-{version}.zip"
        _write(path, _files() | {"manifest.json": _manifest(left_out)})
        made.append(path)
    return made


def _files() -> dict[str, bytes]:
    found = [path for path in EXTENSION.rglob("*") if path.is_file()]
    return {path.relative_to(EXTENSION).as_posix(): path.read_bytes() for path in found}


def _manifest(left_out: str) -> bytes:
    manifest = json.loads(_files()["manifest.json"])
    manifest.pop(left_out, None)
    return (json.dumps(manifest, indent=2, ensure_ascii=False) + "\n").encode()


def _write(path: Path, files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, DAY)
            info.external_attr, info.compress_type = MODE, zipfile.ZIP_DEFLATED
            made.writestr(info, files[name])


if __name__ == "__main__":
    for one in pack(Path(sys.argv[1] if len(sys.argv) > 1 else "dist")):
        print(one)  # noqa: T201
