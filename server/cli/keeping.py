"""Commands on what is kept: backups, forgetting, reading again."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from server import parts
from server.actions.keeping import keep_days, set_keep_days
from server.actions.reading import reread as read_again
from server.cli.shared import example, on_data, settings_of
from server.errors import InputError
from server.store import opened
from server.store import restore as put_back
from server.store.forgetting import About, about
from server.store.users import MOST_DAYS


@click.command(epilog=example("groundwork backup groundwork-monday.db"))
@click.argument("to", type=click.Path(dir_okay=False, path_type=Path))
@on_data
def backup(to: Path, data: Path | None) -> None:
    """Copy everything you have into one file, also while Groundwork runs."""
    with opened(settings_of(data).place, datetime.now(UTC)) as store:
        store.backup(to)
    click.echo(f"Everything is in {to}, stored pages too, also past their time: delete it when you need it no more.")


@click.command(epilog=example("groundwork restore groundwork-monday.db"))
@click.argument("source", type=click.Path(dir_okay=False, path_type=Path))
@on_data
def restore(source: Path, data: Path | None) -> None:
    """Put a backup in the place of what is there, which is kept aside. Groundwork must not be running."""
    done = put_back(settings_of(data).place, source, datetime.now(UTC))
    click.echo(f"Restored: {done.database}.")
    if done.aside:
        click.echo(f"What was there before lies in {done.aside}.")


@click.command(epilog=example('groundwork forget "Dana Okafor"'))
@click.argument("who")
@click.option("--user", default=parts.ME, show_default=True, help="In whose data.")
@click.option("--yes", is_flag=True, help="Do not ask. Needed where nobody can be asked.")
@on_data
def forget(who: str, user: str, data: Path | None, *, yes: bool) -> None:
    """Forget a person: their interviews, pages, readings and your questions to them. There is no way back.

    It asks first, and refuses where it cannot ask, in a pipe or a script, unless it is told --yes.
    """
    now = datetime.now(UTC)
    with opened(settings_of(data).place, now) as store:
        with store.view() as tx:
            known = about(tx, user, who)
        if not (yes or _agreed(known)):
            click.echo("Nothing was forgotten.")
            return
        account = store.forget(user, who, now)
    for line in account.lines:
        click.echo(line)


def _agreed(known: About) -> bool:
    """Whether the person at the terminal says so. Raises InputError where there is none."""
    if not sys.stdin.isatty():
        raise InputError(
            "Nobody can be asked here whether to forget.",
            where=known.name,
            hint="Say --yes if you are sure; there is no way back.",
        )
    pages = f"{len(known.pages)} page{'' if len(known.pages) == 1 else 's'}"
    return click.confirm(f"Forget {known.name}, {pages} and all you wrote about them? There is no way back.")


@click.command(epilog=example("groundwork keep --days 30"))
@click.option("--days", type=click.IntRange(0, MOST_DAYS), help="So many days after the talk.")
@click.option("--for-good", is_flag=True, help="Until you forget the person.")
@click.option("--user", default=parts.ME, show_default=True, help="In whose data.")
@on_data
def keep(days: int | None, user: str, data: Path | None, *, for_good: bool) -> None:
    """Say how long pages are stored as you clipped them; without an option, tell how it is.

    What was read in them stays. Backups in the data folder lose the pages, too; those you made elsewhere keep them.
    """
    if for_good and days is not None:
        raise InputError("Pages are kept for some days or for good.", where="--days and --for-good", hint="Give one.")
    with parts.opened(settings_of(data)) as service:
        if for_good or days is not None:
            click.echo(str(set_keep_days(service, user, days)))
        kept = keep_days(service, user)
    click.echo("Pages are stored for good." if kept is None else f"Pages are stored until {kept} days after the talk.")


@click.command(epilog=example("groundwork reread"))
@on_data
def reread(data: Path | None) -> None:
    """Read again what an older version read. The service does so by itself after an upgrade; this waits for it."""
    with parts.opened(settings_of(data)) as service:
        done = read_again(service)
    click.echo(f"Read again: {done.read}. Stored page is here no more, so left as it is: {done.gone}.")
