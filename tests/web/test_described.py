"""The API tried from its own description: whatever is sent, the answer is one of those it promises, and no failure of ours."""

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from server.web.door import Needs, row_for
from tests.web.made import BASE, CLIP, INTERVIEW, ORIGIN, OWN_QUESTION, PERSON, PROMISE, House

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
TRIES = settings(
    max_examples=12,
    deadline=None,  # the first look at an interview makes its document
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
    derandomize=True,
    database=None,
)
OURS = {
    "interview_id": INTERVIEW,
    "clip_id": CLIP,
    "question_id": OWN_QUESTION,
    "promise_id": PROMISE,
    "person_id": PERSON,
}


def headers(house: House, needs: Needs) -> dict[str, str]:
    """What the door wants, so that the route behind it is tried. A token of its own: one of the routes ends it."""
    who = {"Origin": ORIGIN} if needs is Needs.EXTENSION else {"Authorization": f"Bearer {house.secret()}"}
    return {"X-Groundwork-Client": "test"} | who


@pytest.mark.slow
@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_the_api_does_what_it_says(house: House, mode: GenerationMode) -> None:
    schema = schemathesis.openapi.from_dict(house.app.api_doc)
    schema.app = house.app
    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) > 12

    for operation in operations:
        needs = row_for(operation.full_path, operation.method.upper()).needs
        try_out(operation, mode, headers(house, needs))


def try_out(operation: APIOperation, mode: GenerationMode, sent: dict[str, str]) -> None:
    @TRIES
    @given(case=operation.as_strategy(generation_mode=mode))
    def tried(case: schemathesis.Case) -> None:
        if mode is GenerationMode.POSITIVE:  # on what is there
            case.path_parameters |= {name: OURS[name] for name in case.path_parameters if name in OURS}
        response = case.call(base_url=BASE, headers=sent)
        case.validate_response(response, checks=CHECKS)

    tried()
