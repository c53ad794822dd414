"""The button of a browser: how it is paired, how it knows that we are who it was paired with, and how it opens our pages."""

from datetime import timedelta
from http import HTTPStatus
from typing import Annotated

from flask import Response, make_response, request, url_for
from pydantic import StringConstraints

from server.actions.clips import Reference
from server.actions.interviews import get_interview
from server.actions.pairing import pair, prove, unpair
from server.model.base import Frozen
from server.web.api.shared import ErrorAnswer, answer, part
from server.web.current import parts, service, token, user_id
from server.web.session import Way

api = part("pairing")

LOGIN = timedelta(seconds=60)  # the browser opens the link at once
Code = Annotated[str, StringConstraints(min_length=1, max_length=40)]
Browser = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
Nonce = Annotated[str, StringConstraints(pattern="^[0-9a-f]{32,128}$")]


class PairIn(Frozen):
    """The code that our page shows, as it was typed, and what the person will know this browser by."""

    code: Code
    browser: Browser


class Paired(Frozen):
    """What the extension keeps. The token is told this once and is good from the extension's Origin alone."""

    token: str
    token_id: str
    scopes: tuple[str, ...]
    browser: str


class ProveIn(Frozen):
    """A number that nobody has seen before, in hex."""

    token_id: Reference
    nonce: Nonce


class Proof(Frozen):
    """Hex HMAC-SHA256 of "groundwork-prove:HOST:NONCE" under the SHA-256 of the token; HOST is as the browser called us."""

    proof: str


class LoginIn(Frozen):
    """Where to: an interview, or (null) the list of them."""

    interview_id: Reference | None = None


class LoginLink(Frozen):
    """A link that lets one browser in once, within a minute."""

    link: str


@api.post("/pair", responses={201: Paired, 429: ErrorAnswer}, security=[])
def post_pair(body: PairIn) -> Response:
    """Pair the extension that asks, by the code that our page shows. 403 if the code is wrong, too old or used already."""
    now = service().now()
    made = pair(service(), parts().codes.take(body.code, now), body.browser, request.headers["Origin"])
    told = Paired(token=made.secret, token_id=made.token.id, scopes=("clip", "read"), browser=made.token.name)
    return answer(told, HTTPStatus.CREATED)


@api.delete("/pair", responses={204: None})
def delete_pair() -> Response:
    """End the token that this is asked with."""
    unpair(service(), user_id(), token().id)
    return make_response("", HTTPStatus.NO_CONTENT)


@api.post("/prove", responses={200: Proof}, security=[])
def post_prove(body: ProveIn) -> Response:
    """Prove that we are the service a browser was paired with, before it shows its token or a page.

    The address it called is in what we sign: a program on another port cannot pass our proof on as its own.
    """
    message = f"groundwork-prove:{request.host}:{body.nonce}"
    return answer(Proof(proof=prove(service(), body.token_id, request.headers["Origin"], message)))


@api.post("/login", responses={201: LoginLink})
def post_login(body: LoginIn) -> Response:
    """A one-time link by which this browser comes in; an interview is 404 if it is not theirs."""
    if body.interview_id is None:
        path = url_for("pages.interviews")
    else:
        found = get_interview(service(), user_id(), body.interview_id)
        path = url_for("pages.brief", interview_id=found.id)
    code = parts().links.make(Way(user_id(), path, service().now() + LOGIN))
    return answer(LoginLink(link=url_for("enter.by_link", code=code, _external=True)), HTTPStatus.CREATED)
