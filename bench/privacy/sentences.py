"""Sentences of life and of work to learn from: our own (`sentences/*.txt`), the tests' and those of the fictional interviews."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.people import PEOPLE, load_people, squeezed
from server.folder import read_folder
from server.model import Interviewee
from server.pipeline.identity.names import Names
from server.pipeline.privacy.guess import LEAST_WORDS
from server.pipeline.privacy.hits import known_hits
from server.pipeline.privacy.spans import private_spans
from server.reader import Reader

HERE = Path(__file__).parent / "sentences"
TESTS = PEOPLE.parent / "privacy"
SOMEBODY = Names.of(Interviewee(name="Dana Okafor"))
WORK, PAGE = "work", "page"  # styles of what is not private; others are ways of telling what is
_MARKED = re.compile(r"\[([^\]]+)\]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, whether it is private, what it is about (a file, a person) and how it is told; known: the lexicon finds it."""

    text: str
    private: bool
    about: str
    style: str
    known: bool


def digest() -> str:
    """Twelve hex digits over all sentences that lie in files of their own."""
    found = hashlib.sha256()
    for file in [*sorted(HERE.glob("*.txt")), TESTS / "private.txt", TESTS / "innocent.txt"]:
        found.update(file.read_bytes().replace(b"\r\n", b"\n"))
    return found.hexdigest()[:12]


def written() -> list[Sentence]:
    """Our own sentences and those of the tests of masking."""
    rows = [(file.stem, *line.split(" | ", 1)) for file in sorted(HERE.glob("*.txt")) for line in _lines(file)]
    rows += [
        (f"tests: {line.split(' | ')[0]}", "tests", line.split(" | ", 1)[1]) for line in _lines(TESTS / "private.txt")
    ]
    rows += [("tests", WORK, line) for line in _lines(TESTS / "innocent.txt")]
    return [_sentence(_MARKED.sub(r"\1", text), about, style) for about, style, text in rows]


def on_pages() -> list[Sentence]:
    """Lines of the pages of the fictional interviews that are neither gold for privacy nor known to the lexicon."""
    return [one for one in _all_lines() if len(one.text.split()) >= LEAST_WORDS and not one.known]


def _all_lines() -> Iterator[Sentence]:
    with Reader() as reader:
        for person in load_people():
            private = [squeezed(one["quote"]) for one in person.gold["privacy"]]
            folder = read_folder(person.dossier_path)
            names = Names.of(folder.interview.interviewee)
            for result in reader.read(list(folder.pages.items())).values():
                for passage in result.extract.passages if result.extract else ():
                    plain = squeezed(passage.text)
                    if not any(quote in plain or plain in quote for quote in private):
                        yield _sentence(passage.text, person.slug, PAGE, names)


def _sentence(text: str, about: str, style: str, names: Names = SOMEBODY) -> Sentence:
    known = bool(private_spans(text, names, frozenset(), known_hits(text)))
    return Sentence(text, style not in (WORK, PAGE), about, style, known)


def _lines(file: Path) -> list[str]:
    return [line for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
