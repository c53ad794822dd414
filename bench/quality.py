"""How good brief and questions are for our own interviews, and whether that has fallen: `python -m bench.quality`."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import click

from bench.case import Case
from bench.floors import FLOORS, Floors, LoweredError, Row, fallen, mean, raised
from bench.measures import MEASURES, leaks, measure, questions_per_goal, traps
from bench.people import load_people
from bench.run import run
from server import language
from server.actions.folder import Tools
from server.pipeline.questions.bank import load_bank
from server.reader import Reader

NAME, CELL = 26, 12  # widths of the columns


@click.command()
@click.option("--check", is_flag=True, help="Exit with 1 when a measure is worse than its floor.")
@click.option("--update", is_flag=True, help="Raise the floors to what is measured. Refuses to lower one.")
@click.option("--questions", is_flag=True, help="Print the questions too.")
@click.option("--floors", "path", type=click.Path(path_type=Path), default=FLOORS, help="Where the floors are pinned.")
def main(*, check: bool, update: bool, questions: bool, path: Path) -> None:
    """Run the whole path over all people of tests/people and print the measures of each and their mean."""
    matching = language.load()
    with Reader() as reader:
        cases = run(load_people(), Tools(reader, matching, load_bank()))
    rows = {case.person.slug: measure(case) for case in cases}
    pinned = Floors.load(path)
    if pinned.language not in ("", matching.name):
        click.echo(f"The floors were pinned with {pinned.language}; here it is {matching.name}: not compared.")
        check = update = False
    click.echo(table(rows, pinned))
    for case in cases:
        click.echo("\n" + "\n".join(notes(case)))
        if questions:
            click.echo("\n".join(asked(case)))
    if update:
        pin(pinned, rows, matching.name, path)
    if check and (lines := fallen(pinned, rows)):
        raise click.ClickException("fallen below the floor:\n  " + "\n  ".join(lines))


def table(rows: Mapping[str, Row], pinned: Floors) -> str:
    """The measures: a line each, a column a person, then the mean and the floor."""
    lines = [_line("", [*rows, "mean", "floor"])]
    for one in MEASURES:
        values = [rows[slug][one.name] for slug in rows]
        numbers = [*values, mean(rows, one.name), pinned.floors.get(one.name)]
        lines.append(_line(one.name, [_number(value) for value in numbers], one.better))
    return "\n".join(lines)


def notes(case: Case) -> list[str]:
    """What the numbers do not say of one case: which facts are missing, what has leaked."""
    asked_for = ", ".join(f"{goal} {n}" for goal, n in questions_per_goal(case).items())
    missing = [fact for fact in case.person.gold["must_have"] if fact not in case.covered]
    return [
        f"{case.person.slug}: questions for {asked_for}",
        f"  must-haves missing: {', '.join(missing) or 'none'}",
        *(f"  TRAP cited: {exact}" for exact in traps(case)),
        *(f"  LEAK at {at}: {span}" for at, span in leaks(case)),
    ]


def asked(case: Case) -> list[str]:
    """The questions as they stand, to be read by eyes."""
    return [f"  {q['tier']:<6} {q['part']:<6} {q['goal']:<3} {q['move']:<20} {q['text']}" for q in case.questions]


def pin(pinned: Floors, rows: Mapping[str, Row], name: str, path: Path) -> None:
    """Write the floors raised to these rows, measured with the language of this name, or refuse and write nothing."""
    try:
        replace(raised(pinned, rows), language=name).save(path)
    except LoweredError as error:
        raise click.ClickException(f"no floor was changed: {error}") from error
    click.echo(f"\nFloors are pinned in {path.name}.")


def _line(name: str, cells: Sequence[str], better: str = "") -> str:
    return f"{name:<{NAME}}" + "".join(f"{cell[: CELL - 1]:>{CELL}}" for cell in cells) + f"  {better}"


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3g}"


if __name__ == "__main__":
    main()
