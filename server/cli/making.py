"""Commands that make a brief or check questions from a folder, without touching what is kept."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from server import language
from server.actions.folder import Tools, lint_folder, prepare_folder
from server.actions.sample import SAMPLE
from server.cli.shared import counting, end, example
from server.errors import GroundworkError, InputError
from server.model import Checked, Document
from server.pipeline.export.document import to_json
from server.pipeline.export.faces import markdown, text
from server.pipeline.export.faces.checked import checked_json, checked_text
from server.pipeline.questions.bank import load_bank
from server.reader import Reader
from server.settings import Settings

FACES: dict[str, Callable[[Document], str]] = {"text": text, "markdown": markdown, "json": to_json}
FORMS: dict[str, Callable[[Sequence[Checked]], str]] = {"text": checked_text, "json": checked_json}


def _faces(command: Callable[..., None]) -> Callable[..., None]:
    """The options of every command that prints a brief."""
    options = (
        click.option("--format", "face", type=click.Choice(list(FACES)), default="text", show_default=True),
        click.option(
            "--mode",
            type=click.Choice(["embedded", "model"]),
            default="embedded",
            show_default=True,
            help="embedded works alone; model needs a language model to be set up.",
        ),
        click.option(
            "--out",
            type=click.Path(dir_okay=False, path_type=Path),
            help="Write to this file instead of standard output.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.command(epilog=example("groundwork brief interviews/dana/dossier.json --format markdown --out dana.md"))
@click.argument("path", type=click.Path(path_type=Path))
@_faces
def brief(path: Path, face: str, mode: str, out: Path | None) -> None:
    """Brief and questions for the interview in PATH, a dossier.json or its folder.

    Your own data is not touched. Exit code 2 if a page or the dossier.json could not be used; the brief of the other pages
    is made all the same.
    """
    _brief(path, face, mode, out)


@click.command(epilog=example("groundwork demo --format json"))
@_faces
def demo(face: str, mode: str, out: Path | None) -> None:
    """Brief and questions for the sample interview: a fictional person, pages that come with Groundwork."""
    _brief(SAMPLE, face, mode, out)


@click.command(epilog=example("groundwork lint --dossier interviews/dana/dossier.json --format json < questions.txt"))
@click.option("--dossier", "path", type=click.Path(path_type=Path), required=True, help="A dossier.json or its folder.")
@click.option("--format", "form", type=click.Choice(list(FORMS)), default="text", show_default=True)
def lint(path: Path, form: str) -> None:
    """Check questions, one a line on standard input: how they would sound, and whether a page answers them.

    Empty lines are passed over. Exit code 2 as with brief.
    """
    questions = [line.strip() for line in sys.stdin.read().splitlines() if line.strip()]
    with _tools() as tools:
        linted = lint_folder(path, questions, tools, counting("reading {done} of {total} pages"))
    _give(FORMS[form](linted.questions), None)
    end(linted.problems)


@contextmanager
def _tools() -> Iterator[Tools]:
    """Everything actions work with, put together here."""
    settings = Settings.of(os.environ)
    with Reader(settings.workers) as reader:
        yield Tools(reader, language.load(), load_bank())


def _brief(path: Path, face: str, mode: str, out: Path | None) -> None:
    if mode == "model":
        raise InputError(
            "No model is set up.", where="--mode model", hint="Leave --mode out: Groundwork works without one."
        )
    if out and not out.parent.is_dir():
        raise InputError("There is no such folder.", where=f"--out {out}", hint="Make it first, or name another.")
    with _tools() as tools:
        prepared = prepare_folder(path, tools, datetime.now(UTC), counting("reading {done} of {total} pages"))
    _give(FACES[face](prepared.document), out)
    end(prepared.problems)


def _give(result: str, out: Path | None) -> None:
    if out:
        _write(out, result)
    else:
        click.echo(result, nl=False)


def _write(file: Path, content: str) -> None:
    """The whole file or none of it: whoever looks never sees half a brief."""
    try:
        with tempfile.NamedTemporaryFile("wb", dir=file.parent, prefix=f".{file.name}.", delete=False) as half:
            half.write(content.encode("utf-8"))
    except OSError as error:
        raise _unwritable(file, error) from error
    try:
        Path(half.name).replace(file)
    except OSError as error:
        Path(half.name).unlink()
        raise _unwritable(file, error) from error


def _unwritable(file: Path, error: OSError) -> GroundworkError:
    return GroundworkError(f"The file cannot be written ({error.strerror}).", where=f"--out {file}")
