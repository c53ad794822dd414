"""What the README shows exists, and what exists is in the README."""

import re
import shlex
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from server.cli import main
from tests.house import ROOT, modules

README = (ROOT / "README.md").read_text("utf-8")
SHOWN = [
    line.split("  #")[0].strip()
    for block in re.findall(r"^```\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
]
OURS = [line for line in SHOWN if line.startswith("groundwork ")]
MADE = {"build", "dist", "node_modules", "out", "__pycache__"}  # folders that tools make
HIDDEN_BUT_OURS = {".ci"}


def commands(group: click.Command, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Names of all commands, those of groups with the names before them."""
    if not isinstance(group, click.Group):
        yield before
        return
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command
        yield from commands(command, (*before, name))


def targets() -> set[str]:
    phony = re.search(r"^\.PHONY:(.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    return set(phony[1].split()) if phony else set()


def test_every_command_is_shown() -> None:
    assert [name for name in commands(main) if f"groundwork {' '.join(name)}" not in README] == []


def test_every_command_says_what_it_does_and_gives_an_example() -> None:
    told = {name: CliRunner().invoke(main, [*name, "--help"]).output for name in commands(main)}
    assert [name for name, output in told.items() if f"groundwork {' '.join(name)}" not in output] == []


def test_every_command_that_is_shown_exists() -> None:
    known = {name[0] for name in commands(main)}
    assert [line for line in OURS if line.split()[1] not in known] == []


def test_every_setting_is_told() -> None:
    settings = {name for module in modules(ROOT) for name in re.findall(r"\bGROUNDWORK_[A-Z_]+\b", module.source)}
    assert {name for name in settings if name not in README} == set()


def test_every_target_of_make_is_shown_and_every_one_that_is_shown_exists() -> None:
    shown = {line.split()[1] for line in SHOWN if line.startswith("make ")}
    assert shown == targets()


def test_every_folder_at_the_top_is_on_the_tour() -> None:
    folders = {path.name for path in ROOT.iterdir() if path.is_dir()}
    ours = {
        name for name in folders if not name.startswith(".") and not name.endswith(".egg-info")
    } - MADE | HIDDEN_BUT_OURS
    assert {name for name in ours if not re.search(rf"^{re.escape(name)}/\s", README, re.MULTILINE)} == set()


def test_every_file_on_the_tour_exists() -> None:
    assert [path for path in _on_tour() if not (ROOT / path).exists()] == []


def test_every_link_leads_somewhere() -> None:
    targets_ = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert [target for target in targets_ if not (ROOT / target).exists()] == []


@pytest.mark.slow
@pytest.mark.parametrize("line", [line for line in OURS if "sample" in line or line == "groundwork demo"])
def test_a_command_that_is_shown_with_the_sample_works(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    args = shlex.split(line.split("<", maxsplit=1)[0])[1:]
    result = CliRunner().invoke(main, args, input="What surprised you most about the dams?\n" if "<" in line else None)
    assert result.exit_code == 0, result.output
    assert result.stdout


def _on_tour() -> Iterator[str]:
    """Paths of the tree in the README, a line two spaces deeper being inside the last folder above it."""
    tree = README.split("## The tour of the house")[1].split("```")[1]
    above: list[str] = []
    for line in tree.strip("\n").splitlines():
        depth = (len(line) - len(line.lstrip())) // 2
        for name in line.strip().split("  ")[0].split():
            above[depth:] = [name]
            yield "".join(above)
