"""Who may enter. Every request passes here, before anything else and wherever it leads; a route that no row names needs a session.

A page in another tab, a name that was rebound to 127.0.0.1, another program on this machine: none of them may read or write.
Browsers say where a request comes from (Origin, Sec-Fetch-Site) and ask before they send what a form could not have sent; no
answer of ours ever carries a CORS header, so that what they ask for is never granted.
"""

import logging
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from flask import Flask, Response, g, make_response, render_template, request
from werkzeug.exceptions import RequestEntityTooLarge

from server.actions.entry import bearer
from server.store.tokens import Scope
from server.web.current import browser_user, service
from server.web.errors import NoSessionError, RefusedError
from server.web.session import FIELD, is_ours

MAX_BODY = 25_000_000  # bytes
MAX_BACK = 100_000_000  # of a file that is brought back: all about somebody of whom there are many pages
# What is sent is taken in whole, on the disk, before anybody can answer: an answer in the middle never reaches a browser.
MAX_SENT = 2 * MAX_BACK
CLIENT = "X-Groundwork-Client"  # no form can send it, so a browser asks first, and is refused
JSON = frozenset({"application/json", "application/json; charset=utf-8"})
FORMS = frozenset({"application/x-www-form-urlencoded", "multipart/form-data"})
NO_PAGES = ("/api/", "/static/")
READS, WRITES = frozenset({"GET", "HEAD"}), frozenset({"POST", "PUT", "PATCH", "DELETE"})
# Who an extension is: in Chromium by its key, in Firefox another one in each profile, so that it has to be learned by pairing.
EXTENSION = re.compile(r"chrome-extension://[a-p]{32}|moz-extension://[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_log = logging.getLogger(__name__)


class Needs(Enum):
    """What one must bring."""

    NOTHING = auto()
    EXTENSION = auto()  # to be the button of a browser, which may not be paired yet
    TOKEN = auto()
    SESSION = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. path: a route, or with `below` all routes under it. methods: those it counts for; None is all.

    most: bytes of a body.
    """

    path: str
    needs: Needs
    scopes: frozenset[Scope] = frozenset()
    methods: frozenset[str] | None = None
    below: bool = False
    most: int = MAX_BODY


_CLIP, _READ, _BROWSER, _ALL = (
    frozenset({Scope.CLIP, Scope.BROWSER, Scope.ALL}),
    frozenset({Scope.READ, Scope.BROWSER, Scope.ALL}),
    frozenset({Scope.BROWSER, Scope.ALL}),
    frozenset({Scope.ALL}),
)
TABLE = (  # the first row that fits counts
    Row("/api/v1/ping", Needs.NOTHING, methods=READS),
    Row("/api/v1/hello", Needs.EXTENSION, methods=READS),
    Row("/api/v1/pair", Needs.EXTENSION, methods=frozenset({"POST"})),
    Row("/api/v1/pair", Needs.TOKEN, frozenset(Scope)),  # who has a token can give it back
    Row("/api/v1/prove", Needs.EXTENSION, methods=frozenset({"POST"})),
    Row("/api/v1/login", Needs.TOKEN, _BROWSER),  # a token for reading alone must not become a session, which may write
    Row("/api/v1/clips", Needs.TOKEN, _CLIP, methods=WRITES, below=True),
    Row("/api/v1/links", Needs.TOKEN, _CLIP, methods=WRITES),
    Row("/api/v1/interviews", Needs.TOKEN, _CLIP | _READ, methods=READS),  # whom a clip can be given to
    Row("/api/v1/interviews", Needs.TOKEN, _BROWSER, methods=frozenset({"POST"})),  # the button begins one by a page
    Row(
        "/api/v1/interviews/<interview_id>/talk", Needs.TOKEN, _BROWSER, methods=WRITES
    ),  # a button or a phone in the talk
    Row("/api/v1/lint", Needs.TOKEN, _READ),
    Row("/api", Needs.TOKEN, _READ, methods=READS, below=True),
    Row("/api", Needs.TOKEN, _ALL, below=True),
    Row("/static", Needs.NOTHING, methods=READS, below=True),
    Row("/talk-worker.js", Needs.NOTHING, methods=READS),
    Row("/enter", Needs.NOTHING, methods=READS, below=True),  # the one-time link
    Row("/interviews/back", Needs.SESSION, methods=frozenset({"POST"}), most=MAX_BACK),
    Row("", Needs.SESSION, below=True),
)


def stand_at(app: Flask, port: int) -> None:
    """Have every request of the app pass the door of this port."""
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY
    app.before_request(_admit_at(port))
    app.after_request(_dressed)


def row_for(path: str, method: str) -> Row:
    """The row that counts for a route."""
    return next(row for row in TABLE if _fits(row, path, method))


def _fits(row: Row, path: str, method: str) -> bool:
    there = path == row.path or (row.below and path.startswith(f"{row.path}/"))
    return there and (row.methods is None or method in row.methods)


def _admit_at(port: int) -> Callable[[], Response | None]:
    hosts = frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})

    def admit() -> Response | None:
        """None lets the request in."""
        g.began = time.perf_counter()
        _check_host(hosts)
        row = row_for(request.url_rule.rule if request.url_rule else request.path, request.method)
        if not request.path.startswith(NO_PAGES) and _comes_by_a_link():
            return make_response(render_template("open.html", href=_here()), 403)
        _check_where_from()
        _check_size(row)
        if row.needs is Needs.TOKEN:
            _check_token(row)
        elif row.needs is Needs.EXTENSION:
            _check_extension()
        else:
            _check_origin(f"http://{request.host}")
        if row.needs is Needs.SESSION:
            _check_session()
        return None

    return admit


def _check_host(hosts: frozenset[str]) -> None:
    """A name rebound to this machine comes with its own Host. Compared by us: Flask's TRUSTED_HOSTS leaves the port out."""
    if request.environ.get("HTTP_HOST") not in hosts:
        raise RefusedError(400)
    if request.method == "OPTIONS":  # a browser asking whether another site may
        raise RefusedError


def _comes_by_a_link() -> bool:
    """A person followed a link on another site: they get a page with nothing of theirs, and one link of ours to go on."""
    sent = request.headers.get
    return (
        sent("Sec-Fetch-Site") == "cross-site"
        and request.method == "GET"
        and sent("Sec-Fetch-Mode") == "navigate"
        and sent("Sec-Fetch-Dest") == "document"
    )


def _here() -> str:
    """The path asked for, as a link that stays on this site."""
    full = request.full_path if request.query_string else request.path
    return f"/{full.lstrip('/')}"


def _check_where_from() -> None:
    """Other sites, and other programs on this machine that a browser shows, may send nothing."""
    if request.headers.get("Sec-Fetch-Site", "none") not in {"none", "same-origin"}:
        raise RefusedError


def _check_size(row: Row) -> None:
    """A form is answered by a page of ours, as all that goes wrong with it is."""
    request.max_content_length = row.most
    if (request.content_length or 0) <= row.most:
        return
    if row.needs is Needs.SESSION:
        raise RequestEntityTooLarge
    raise RefusedError(413, "The body is too large.", f"It may have {row.most // 1_000_000} MB.")


def _check_origin(*ours: str) -> None:
    """Absent or ours. A form of ours says "null", since our pages tell no referrer: then Sec-Fetch-Site must vouch for it."""
    given = request.headers.get("Origin")
    if given is None or given in ours:
        return
    if given == "null" and request.headers.get("Sec-Fetch-Site") == "same-origin":
        return
    raise RefusedError


def _check_extension() -> None:
    """What an extension must be, paired or not. Browsers leave its Origin out where it only reads."""
    origin = request.headers.get("Origin")
    hidden = origin is None and request.method in READS
    if not (hidden or EXTENSION.fullmatch(origin or "")) or not request.headers.get(CLIENT):
        raise RefusedError
    _check_body()


def _check_token(row: Row) -> None:
    """What a program must bring: a token that is allowed this, from where it was given, and what no form can send."""
    kind, _, secret = request.headers.get("Authorization", "").partition(" ")
    token = bearer(service(), secret) if kind == "Bearer" and secret else None
    if token is None:
        raise RefusedError(401, "A token is needed.")
    if "Origin" in request.headers and request.headers["Origin"] != token.origin:
        raise RefusedError
    if token.scope not in row.scopes:
        raise RefusedError(403, "This token does not allow that.")
    if not request.headers.get(CLIENT):
        raise RefusedError(403, f"The header {CLIENT} is missing.")
    _check_body()
    g.token, g.user_id = token, token.user_id


def _check_body() -> None:
    has_body = request.method in {"POST", "PUT", "PATCH"} or bool(request.content_length)
    if has_body and request.headers.get("Content-Type", "").lower() not in JSON:
        raise RefusedError(415, "The body must be application/json.")


def _check_session() -> None:
    user_id = browser_user()
    if user_id is None:
        raise NoSessionError(
            "This browser has not come in yet.",
            hint="Open the link that “groundwork serve” printed when it started; “groundwork open” gives you a new one.",
        )
    g.user_id = user_id
    if request.method not in READS and not _is_form_of_ours():
        raise RefusedError(403, "This form is not ours, or too old.", "Load the page again.")


def _is_form_of_ours() -> bool:
    return request.mimetype in FORMS and is_ours(request.form.get(FIELD, ""))


def _dressed(response: Response) -> Response:
    """What every answer carries, and a line in the log: the route, never what stood in it."""
    for name, value in HEADERS.items():
        response.headers[name] = value
    if request.endpoint != "static":
        response.headers["Cache-Control"] = "no-store"
    took = (time.perf_counter() - g.began) * 1000 if "began" in g else 0.0
    route = request.url_rule.rule if request.url_rule else "-"
    _log.info("%s %s %d %.0f ms", request.method, route, response.status_code, took)
    return response
