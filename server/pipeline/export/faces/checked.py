"""How checked questions look: lines for a person, JSON for a program."""

import json
from collections.abc import Iterator, Sequence

from server.model import Checked


def checked_json(checked: Sequence[Checked]) -> str:
    """A JSON list, one object a question, in the order given."""
    return json.dumps([one.model_dump(mode="json") for one in checked], ensure_ascii=False, indent=2) + "\n"


def checked_text(checked: Sequence[Checked]) -> str:
    """Each question as typed, and under it one line for each thing to mend."""
    return "".join(f"{line}\n" for one in checked for line in _lines(one))


def _lines(one: Checked) -> Iterator[str]:
    yield one.question
    for finding in one.findings:
        said = " ".join(f"{finding.message} {finding.suggestion}".split())
        yield f"  {finding.severity} {finding.id}: {said}"
