"""What went wrong, as a status and a body: JSON for programs, a page for people. The only place that knows statuses of errors.

What is unexpected is logged by its type and where it happened, never by its message, which may hold a clip's text.
"""

import logging
import traceback
from dataclasses import dataclass

from flask import Flask, Response, jsonify, make_response, render_template, request
from pydantic import ValidationError
from werkzeug.exceptions import HTTPException

from server.errors import ConflictError, FetchError, GroundworkError, InputError, NoRoomError, NotFoundError, StoreError
from server.pipeline.clip.wrong import in_words, json_path

API = "/api/"
STATUS: tuple[tuple[type[GroundworkError], int], ...] = (
    (InputError, 422),
    (NotFoundError, 404),
    (ConflictError, 409),
    (FetchError, 502),
    (NoRoomError, 507),
    (StoreError, 503),
    (GroundworkError, 500),
)
TITLES = {
    401: "Open Groundwork from its link",
    403: "This does not work from here",
    404: "There is nothing here",
    409: "This does not fit what is kept",
    413: "That is too large",
    422: "Something is not right yet",
    502: "The page could not be fetched",
    503: "Your data cannot be used right now",
    507: "The disk is full",
}
KINDLY = {  # what we say where a library would say it: what it means, and what to do
    404: ("This address leads nowhere.", "It may be mistyped, or of something that was taken away."),
    405: ("This address cannot be used like that.", "Go back and use the button there."),
    413: ("That is more than can be taken at once; nothing of it was kept.", ""),
}
FEWER = "Go back and bring fewer at a time. A web page is small when it is saved as “HTML only”."
LARGER = {"back.bring": "In a terminal, “groundwork import” takes a larger file."}  # what to do, by where it was sent
_log = logging.getLogger(__name__)


class RefusedError(GroundworkError):
    """The door refuses a request. It says nothing about who we are, and looks the same to programs and people."""

    code = "refused"

    def __init__(self, status: int = 403, what: str = "This request is refused.", hint: str = "") -> None:
        super().__init__(what, hint=hint)
        self.status = status


class NoSessionError(GroundworkError):
    """A browser that did not come in by the one-time link."""

    code = "no_session"


@dataclass(frozen=True, slots=True)
class Told:
    """An error as it is told."""

    status: int
    code: str
    what: str
    field: str = ""
    hint: str = ""

    @property
    def body(self) -> dict[str, dict[str, str]]:
        """The body of an API's answer."""
        return {"error": {"code": self.code, "message": self.what, "field": self.field, "hint": self.hint}}


def register(app: Flask) -> None:
    """Have every error of the app answered here."""
    app.register_error_handler(GroundworkError, _ours)
    app.register_error_handler(HTTPException, _of_http)
    app.register_error_handler(RecursionError, lambda _: _answer(Told(422, "bad_input", "It is nested too deeply.")))
    app.register_error_handler(Exception, _unexpected)


def invalid(error: ValidationError) -> Response:
    """The answer to a body or an address that is not as the OpenAPI says."""
    first = error.errors(include_url=False)[0]
    return _answer(Told(422, InputError.code, f"{in_words(first)}.", json_path(first["loc"])))


def _ours(error: GroundworkError) -> Response:
    if isinstance(error, RefusedError):
        told = Told(error.status, error.code, error.what, hint=error.hint)
        return _as_json(told)
    if isinstance(error, NoSessionError):
        return _answer(Told(401, error.code, error.what, hint=error.hint))
    status = next(status for kind, status in STATUS if isinstance(error, kind))
    if status >= 500:
        _log.warning("%s: %s", error.code, error.what)
    return _answer(Told(status, error.code, error.what, error.where, error.hint))


def _of_http(error: HTTPException) -> Response:
    if error.response is not None:  # an answer that is complete already, and redirects
        return make_response(error.get_response())
    status = error.code or 500
    if status < 400:
        return make_response(error.get_response())
    what, hint = KINDLY.get(status, (error.description or error.name, ""))
    if status == 413:
        most = (request.max_content_length or 0) // 1_000_000
        hint = f"All of it together may have {most} MB. {LARGER.get(request.endpoint or '', FEWER)}"
    return _answer(Told(status, error.name.lower().replace(" ", "_"), what, hint=hint))


def _unexpected(error: Exception) -> Response:
    _log.error("%s at\n%s", type(error).__name__, "".join(traceback.format_tb(error.__traceback__)))
    return _answer(
        Told(500, "error", "Something went wrong on our side.", hint="Nothing that was kept is lost. Try again.")
    )


def _answer(told: Told) -> Response:
    if request.path.startswith(API):
        return _as_json(told)
    title = TITLES.get(told.status, "Something went wrong")
    return make_response(render_template("error.html", title=title, what=told.what, hint=told.hint), told.status)


def _as_json(told: Told) -> Response:
    response = jsonify(told.body)
    response.status_code = told.status
    return response
