"""A short name for "the same page would be read the same way"."""

import hashlib
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

LIBRARIES = ("trafilatura", "lxml", "beautifulsoup4", "pypdf", "pystemmer", "wordllama")
HOUSE = Path(__file__).resolve().parents[2]
# Files whose change may change what is read off a page: the scrapers, and what the features are made with.
SOURCES = (
    "scrapers/**/*.py",
    "server/language.py",
    "server/pipeline/features/*.py",
    "server/pipeline/privacy/hits.py",
    "server/pipeline/privacy/index.py",
    "server/pipeline/privacy/keys.py",
    "server/pipeline/privacy/lexicon.py",
    "server/pipeline/privacy/phrases.py",
    "server/pipeline/privacy/private_words.toml",
    "server/pipeline/privacy/words/*.toml",
)


@lru_cache  # a cache: the code on the disk is the code that runs
def reader_version(language: str) -> str:
    """Twelve hex digits over the versions of the libraries, our own code that reads, and the name of the language."""
    parts = [language, *(f"{name} {_version(name)}" for name in LIBRARIES)]
    files = sorted(file for pattern in SOURCES for file in HOUSE.glob(pattern))
    digest = hashlib.sha256("\n".join(parts).encode())
    for file in files:
        digest.update(file.relative_to(HOUSE).as_posix().encode() + b"\0" + file.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:12]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"
