"""Another process that imports, which the tests kill.

python -m tests.actions.importer DATA FOLDER: says each clip once it is kept.
"""

import os
import sys
from dataclasses import replace
from pathlib import Path

from server.actions.importing import import_folder
from server.parts import ME, opened
from server.settings import Settings


def main(data: Path, folder: Path) -> None:
    with opened(replace(Settings.of(os.environ), data=data)) as service:
        import_folder(service, ME, folder, lambda _done, _total, ident: print(ident, flush=True))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
