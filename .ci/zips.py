"""Writes the extension as zips: one for Chrome and Edge, one for Firefox. The same files give the same bytes.

python .ci/zips.py [FOLDER]
"""

import sys
from pathlib import Path

from server.actions.button import Kind, file_name, packed

if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "dist")
    folder.mkdir(parents=True, exist_ok=True)
    for kind in Kind:
        path = folder / file_name(kind)
        path.write_bytes(packed(kind))
        print(path)  # noqa: T201
