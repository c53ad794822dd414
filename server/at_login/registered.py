"""A plan carried out: the file written, the system's own tool called, and what it says passed on in words."""

import shutil
import subprocess

from server.at_login.texts import Command, Plan
from server.errors import GroundworkError, InputError

LONGEST = 60  # seconds that a tool may take


def install(plan: Plan) -> None:
    """Have it start at login, and now. Done again, it takes the place of what was there.

    Raises InputError where the system lacks the tool (nothing is written then), GroundworkError with the tool's own words.
    """
    _find(plan)
    try:
        plan.file.parent.mkdir(parents=True, exist_ok=True)
        plan.file.write_bytes(plan.content)
    except OSError as error:
        raise InputError(f"The file cannot be written ({error.strerror}).", where=str(plan.file)) from error
    for at, command in enumerate(plan.on):
        said = _call(command)
        if said is not None and at >= plan.eager:
            raise GroundworkError(f"It refused: {said}", where=" ".join(command))


def remove(plan: Plan) -> bool:
    """End it, and start it no more; whether it was there. Raises as `install` does."""
    if not plan.file.exists():
        return False
    _find(plan)
    for command in plan.off:
        _call(command)  # what does not run need not be ended
    plan.file.unlink()
    return True


def _find(plan: Plan) -> None:
    if shutil.which(plan.tool) is None:
        raise InputError(
            f"This machine has no {plan.tool}, by which programs are started at login.",
            hint="Have your system run `groundwork serve --no-browser` at login in its own way.",
        )


def _call(command: Command) -> str | None:
    """None if it went well; otherwise what the tool said."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=LONGEST, check=False)  # noqa: S603  a fixed command of the system's
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    if done.returncode == 0:
        return None
    return " ".join((done.stderr or done.stdout).split()) or f"exit code {done.returncode}"
