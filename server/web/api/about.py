"""What is said to somebody unknown, and the description of the API."""

from importlib.metadata import version

from flask import Response, current_app, jsonify

from server.model.base import Frozen
from server.web.api.shared import PROTOCOL, answer, part

api = part("about")


class Ping(Frozen):
    """All that is said to somebody unknown."""

    protocol: int


class Hello(Frozen):
    """Who we are, told to the button of a browser alone, so that it can tell us from another program on our port."""

    service: str
    api: int
    version: str


@api.get("/ping", responses={200: Ping}, security=[])
def ping() -> Response:
    """The number of the protocol. The only thing said to any caller."""
    return answer(Ping(protocol=PROTOCOL))


@api.get("/hello", responses={200: Hello}, security=[])
def hello() -> Response:
    """Who we are. Says nothing about who uses us."""
    return answer(Hello(service="groundwork", api=PROTOCOL, version=version("groundwork")))


@api.get("/openapi.json", doc_ui=False)
def description() -> Response:
    """All of it, described in OpenAPI 3.1."""
    app = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001  what the proxy stands for
    return jsonify(app.api_doc)
