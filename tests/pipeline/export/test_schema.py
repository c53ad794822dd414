import json

import pytest
from jsonschema import Draft202012Validator, ValidationError

from server.pipeline.export.schema import published, schema
from tests.house import ROOT

FILE = ROOT / "docs/schema/groundwork.brief-1.schema.json"
DOCUMENT = json.loads((ROOT / "tests/pipeline/export/faces/dana.json").read_text("utf-8"))


def test_the_published_schema_is_the_one_of_the_model() -> None:
    assert FILE.read_text("utf-8") == published(), "run: make schema"


def test_the_schema_is_json_schema_2020_12() -> None:
    Draft202012Validator.check_schema(schema())


def test_a_reader_of_version_1_accepts_what_version_1_may_grow() -> None:
    Draft202012Validator(schema()).validate(_complete() | {"later": True})


def test_a_document_that_lacks_its_questions_is_refused() -> None:
    lacking = {key: value for key, value in _complete().items() if key != "questions"}
    with pytest.raises(ValidationError):
        Draft202012Validator(schema()).validate(lacking)


def _complete() -> dict[str, object]:
    whole = {"org": "", "role": "", "start": "", "end": "", "work": "", "number": "", "verb": "", "person": ""}
    told = [one | {"slots": whole | one["slots"]} for one in DOCUMENT["evidence"]]
    return DOCUMENT | {"evidence": told}
