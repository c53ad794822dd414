"""The command by which an interview leaves as a file."""

from collections.abc import Mapping
from pathlib import Path

import click

from server import parts
from server.actions.exports import Form, Wanted, export_interview
from server.actions.interviews import find_interview
from server.actions.taking import folder_files
from server.cli.shared import example, on_data, settings_of
from server.errors import InputError

ADDRESS = f"http://{parts.HOST}:{parts.PORT}"
ZIPPED = frozenset({Form.FOLDER, Form.EVERYTHING})


@click.command(epilog=example("groundwork export Dana --format ics --out dana.ics"))
@click.argument("who")
@click.option(
    "--format", "form", type=click.Choice([form.value for form in Form]), default=Form.FOLDER.value, show_default=True
)
@click.option("--out", type=click.Path(path_type=Path), help="What to write; for folder, a zip file or a folder.")
@click.option("--texts", is_flag=True, help="json: with the text of the pages; what is private in it is covered.")
@on_data
def export(who: str, form: str, out: Path | None, data: Path | None, *, texts: bool) -> None:
    """Write an interview to a file, or, but for zip files, to standard output.

    WHO is a name, a part of it, or the id of an interview. folder is what `groundwork import` takes; everything is a zip of
    that and all else. Nothing is written over.
    """
    kind = Form(form)
    with parts.opened(settings_of(data)) as service:
        interview = find_interview(service, parts.ME, who)
        if kind is Form.FOLDER and out and out.suffix.lower() != ".zip":
            _write(
                out, {out / name: content for name, content in folder_files(service, parts.ME, interview.id)[1].items()}
            )
        else:
            made = export_interview(service, parts.ME, interview.id, kind, Wanted(ADDRESS, texts=texts))
            if out is None and kind not in ZIPPED:
                click.echo(made.content, nl=False)
                return
            out = out or Path(made.name)
            _write(out, {out: made.content})
    click.echo(f"{interview.facts.interviewee.name}: {out}. Delete it when you need it no more.")


def _write(target: Path, files: Mapping[Path, bytes]) -> None:
    if target.exists():
        raise InputError("There is something of that name already.", where=str(target), hint="Name another with --out.")
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    except OSError as error:
        raise InputError(
            f"It cannot be written ({error.strerror}).", where=str(target), hint="Name another place."
        ) from error
