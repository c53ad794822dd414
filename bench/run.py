"""Runs the whole path over a person, as `groundwork brief` does: the one place here that knows the app."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime

from bench.case import Case
from bench.people import Person
from server.actions import Tools, prepare_folder
from server.pipeline.export import to_json

GENERATED_AT = datetime(2026, 1, 1, tzinfo=UTC)  # stamped on every document, so that two runs compare equal


def run(people: Sequence[Person], tools: Tools) -> list[Case]:
    """A case a person, in their order."""
    return [Case(person, _document(person, tools)) for person in people]


def _document(person: Person, tools: Tools) -> dict[str, object]:
    prepared = prepare_folder(person.dossier_path, tools, GENERATED_AT)
    document: dict[str, object] = json.loads(to_json(prepared.document))
    return document
