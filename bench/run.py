"""Runs the whole path over a person, as `groundwork brief` and `groundwork lint` do."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime

from bench.case import Case, Json
from bench.people import Person
from server.actions.folder import Tools, lint_folder, prepare_folder
from server.pipeline.export.document import to_json

GENERATED_AT = datetime(2026, 1, 1, tzinfo=UTC)  # stamped on every document, so that two runs compare equal


def run(people: Sequence[Person], tools: Tools) -> list[Case]:
    """A case a person, in their order."""
    return [Case(person, _document(person, tools), _answers(person, tools)) for person in people]


def _document(person: Person, tools: Tools) -> Json:
    prepared = prepare_folder(person.dossier_path, tools, GENERATED_AT)
    document: Json = json.loads(to_json(prepared.document))
    return document


def _answers(person: Person, tools: Tools) -> dict[str, list[Json]]:
    """What the pages are said to answer of the questions that they do answer and of the good ones that they do not."""
    gold = person.gold
    typed = [one["question"] for one in (*gold["already_answered"], *gold["good_questions"])]
    linted = lint_folder(person.dossier_path, typed, tools)
    return {one.question: [best.model_dump(mode="json") for best in one.answered_by] for one in linted.questions}
