"""What is said to somebody unknown, and the description of the API."""

from flask import Response, current_app, jsonify

from server.model.base import Frozen
from server.web.api.shared import PROTOCOL, answer, part

api = part("about")


class Ping(Frozen):
    """All that is said to somebody unknown."""

    protocol: int


@api.get("/ping", responses={200: Ping}, security=[])
def ping() -> Response:
    """The number of the protocol. The only thing said to a caller without a token."""
    return answer(Ping(protocol=PROTOCOL))


@api.get("/openapi.json", doc_ui=False)
def description() -> Response:
    """All of it, described in OpenAPI 3.1."""
    app = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001  what the proxy stands for
    return jsonify(app.api_doc)
