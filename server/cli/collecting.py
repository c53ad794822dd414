"""Commands that bring in what was found elsewhere: a link, a dossier folder, a bookmarks file."""

from pathlib import Path

import click

from server import parts
from server.actions.adding import FETCHING, Link, Visits, add_link, fetch_link
from server.actions.clips import get_clip
from server.actions.importing import Imported, import_bookmarks, import_folder, import_zip
from server.actions.interviews import find_interview, get_interview
from server.actions.reading import read_waiting
from server.actions.service import Service
from server.cli.shared import counting, end, example, on_data, settings_of
from server.errors import InputError, Problem
from server.fetch import Rules
from server.folder import DOSSIER
from server.store.clips import ClipState, StoredClip

WHO = "A name, a part of it, or the id of an interview."
FAILED = frozenset({ClipState.TO_READ, ClipState.UNREADABLE})


@click.command(epilog=example('groundwork add https://dana.example/notes --interview "Dana Okafor"'))
@click.argument("url")
@click.option("--interview", "who", required=True, help=WHO)
@on_data
def add(url: str, who: str, data: Path | None) -> None:
    """Fetch the page at URL and give it to an interview.

    Pages that only people who are signed in can see are not fetched: open them in your browser and clip them. What does
    not come now and may come later is tried again while Groundwork runs; exit code 2 in both cases. A page that Groundwork
    is fetching already is left to it.
    """
    with parts.opened(settings_of(data)) as service:
        interview = find_interview(service, parts.ME, who)
        clip, _ = add_link(service, parts.ME, interview.id, Link(url))
        clip = _brought(service, clip)
    if clip.reason == FETCHING:
        click.echo(
            f"{interview.facts.interviewee.name} has it; Groundwork, which runs, is fetching it: {clip.clip.url}"
        )
        return
    if clip.state in FAILED:
        end([Problem(clip.reason, clip.clip.url)])
    click.echo(f"{interview.facts.interviewee.name} has it: {clip.clip.url}")


@click.command("import", epilog=example("groundwork import bookmarks.html --interview Dana"))
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--interview", "who", help=f"For bookmarks: whom they are about. {WHO}")
@on_data
def import_(path: Path, who: str | None, data: Path | None) -> None:
    """Bring in PATH: a dossier.json, its folder, or that as a zip file, as an interview; or the links of a bookmarks file.

    The pages of links are fetched while Groundwork runs. Run again, it goes on where it was and brings nothing twice.
    Exit code 2 if something in it could not be used; the rest comes in all the same.
    """
    with parts.opened(settings_of(data)) as service:
        done = _folder(service, path, who) if _is_dossier(path) else _bookmarks(service, path, who)
        name = get_interview(service, parts.ME, done.interview_id).facts.interviewee.name
    click.echo(f"{name}: {done.added} new, {done.known} known already.")
    end(done.problems)


def _brought(service: Service, clip: StoredClip) -> StoredClip:
    if clip.state is ClipState.TO_READ and fetch_link(service, Visits(Rules()), parts.ME, clip):
        read_waiting(service)
    return get_clip(service, parts.ME, clip.id)


def _is_dossier(path: Path) -> bool:
    return path.is_dir() or path.name == DOSSIER or _is_zip(path)


def _is_zip(path: Path) -> bool:
    return path.suffix.lower() == ".zip"


def _folder(service: Service, path: Path, who: str | None) -> Imported:
    if who:
        raise InputError(
            "A folder is an interview of its own.", where=f"--interview {who}", hint="Leave --interview out."
        )
    bring = import_zip if _is_zip(path) else import_folder
    done = bring(service, parts.ME, path, counting("{done} of {total} pages"))
    read_waiting(service)
    return done


def _bookmarks(service: Service, path: Path, who: str | None) -> Imported:
    if not who:
        raise InputError("Whom are these pages about?", where=str(path), hint="Say it with --interview NAME.")
    interview = find_interview(service, parts.ME, who)
    return import_bookmarks(service, parts.ME, interview.id, path, counting("{done} of {total} links"))
