"""What the parts of the API have in common: where they stand, how they answer, and how ids stand in an address."""

from http import HTTPStatus
from typing import Annotated, Any

from flask import Response
from flask_openapi3.blueprint import APIBlueprint
from pydantic import BaseModel, StringConstraints

from server.model.base import Frozen

PROTOCOL = 1
WRONG = (400, 401, 403, 404, 409, 413, 415, 422, 503, 507)

Ident = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class ErrorBody(Frozen):
    """code names the kind of error, message is one sentence, field is the place it is about, hint what to do."""

    code: str
    message: str
    field: str = ""
    hint: str = ""


class ErrorAnswer(Frozen):
    """The body of every answer that is an error."""

    error: ErrorBody


class InterviewPath(BaseModel):
    """An interview in an address."""

    interview_id: Ident


def part(name: str) -> APIBlueprint:
    """A part of the API. Its routes need a token unless they say otherwise, and may answer with any of our errors."""
    return APIBlueprint(
        name,
        __name__,
        url_prefix=f"/api/v{PROTOCOL}",
        abp_responses={str(status): _refused() for status in WRONG},
        abp_security=[{"token": []}],
    )


def _refused() -> dict[str, Any]:
    """An answer that is an error, by the name of its model: written out for every route, it took most of our start."""
    return {"content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{ErrorAnswer.__name__}"}}}}


def answer(model: BaseModel, status: HTTPStatus = HTTPStatus.OK) -> Response:
    """A model as the body of an answer."""
    return Response(model.model_dump_json(by_alias=True), status, mimetype="application/json")
