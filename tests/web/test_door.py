"""Every route, every attack. A route that is added is tried the day it is added, and fails until EXPECTED names it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from flask import url_for
from flask.testing import FlaskClient
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from server.actions.entry import make_token, revoke_token
from server.store.tokens import Scope
from server.web.door import HEADERS, TABLE, Needs, row_for
from server.web.session import Way
from tests.store.test_isolation import rows_of
from tests.web.made import (
    ALICE,
    BASE,
    BOB,
    CLIP,
    INTERVIEW,
    ORIGIN,
    OTHER_ORIGIN,
    OWN_QUESTION,
    PAIRED,
    PERSON,
    PORT,
    PROMISE,
    Clock,
    House,
    clip,
    csrf_of,
)

PARAMETERS = {
    "interview_id": INTERVIEW,
    "clip_id": CLIP,
    "token_id": PAIRED,
    "browser": "chrome",
    "filename": "groundwork.css",
    "question_id": OWN_QUESTION,
    "goal_id": "g1",
    "promise_id": PROMISE,
    "person_id": PERSON,
    "kind": "thanks",
    "form": "csl",
}
BODIES: dict[tuple[str, str], dict[str, Any]] = {  # what a route takes, where {} would not do
    ("POST", "/api/v1/clips"): clip(interview_id=INTERVIEW),
    ("POST", "/api/v1/interviews/<interview_id>/questions"): {"text": "Why did you leave?"},
    ("POST", "/api/v1/interviews"): {"interviewee": {"name": "Dana Whitlock"}},
    ("POST", "/api/v1/lint"): {"interview_id": INTERVIEW, "question": "Why did you leave?"},
    ("POST", "/api/v1/links"): {"interview_id": INTERVIEW, "url": "https://dana.example/talk"},
    ("POST", "/api/v1/interviews/<interview_id>/talk"): {
        "marks": [{"what": "note", "of": OWN_QUESTION, "text": "Twelve a year.", "at": 1}]
    },
    ("POST", "/api/v1/interviews/<interview_id>/promises"): {"whose": "mine", "text": "send the report"},
    ("POST", "/api/v1/interviews/<interview_id>/people"): {"name": "Noor Haddad"},
    ("POST", "/api/v1/login"): {"interview_id": INTERVIEW},
    ("POST", "/api/v1/prove"): {"token_id": PAIRED, "nonce": "0f" * 16},
}
FIELDS = {  # of all forms: each takes its own
    "question": "Why did you leave?",
    "verdict": "context",
    "url": "https://dana.example/notes",
    "name": "Dana Whitlock",
    "want": "Decide about the islands.",
    "days": "90",
    "do": "up",
    "what": "tick",
    "of": OWN_QUESTION,
    "text": "yes",
    "marks": "[]",
    "status": "booked",
    "stuck": "Never a desk.",
    "promise": "send the report",
    "person": "Ravi Teller",
}
LEAVING = ("/leave", "/leave-everywhere")
REMOVING, FORGETTING = "/clips/<clip_id>/remove", "/interviews/<interview_id>/forget"
EXPECTED: dict[
    tuple[str, str], tuple[Needs, int]
] = {  # every route: what the door asks for, and the answer once it is let in
    ("GET", "/"): (Needs.SESSION, 200),
    ("GET", "/browsers"): (Needs.SESSION, 200),
    ("POST", "/browsers/<token_id>/remove"): (Needs.SESSION, 303),
    ("GET", "/browsers/button/<browser>"): (Needs.SESSION, 200),
    ("GET", "/browsers/code"): (Needs.SESSION, 200),
    ("GET", "/clips/<clip_id>"): (Needs.SESSION, 200),
    ("POST", "/clips/<clip_id>/for"): (Needs.SESSION, 422),
    ("POST", "/clips/<clip_id>/remove"): (Needs.SESSION, 303),
    ("POST", "/clips/<clip_id>/reread"): (Needs.SESSION, 303),
    ("POST", "/clips/<clip_id>/retry"): (Needs.SESSION, 303),
    ("POST", "/clips/<clip_id>/verdict"): (Needs.SESSION, 303),
    ("POST", "/interviews"): (Needs.SESSION, 303),
    ("POST", "/interviews/back"): (Needs.SESSION, 422),
    ("POST", "/interviews/say"): (Needs.SESSION, 200),
    ("GET", "/interviews/<interview_id>/about"): (Needs.SESSION, 200),
    ("POST", "/interviews/<interview_id>/about"): (Needs.SESSION, 200),
    ("POST", "/interviews/<interview_id>/cards"): (Needs.SESSION, 303),
    ("POST", "/interviews/<interview_id>/hint"): (Needs.SESSION, 200),
    ("POST", "/interviews/<interview_id>/wants"): (Needs.SESSION, 303),
    ("POST", "/interviews/<interview_id>/wants/<goal_id>"): (Needs.SESSION, 303),
    ("GET", "/interviews/<interview_id>"): (Needs.SESSION, 200),
    ("POST", "/interviews/<interview_id>/ask"): (Needs.SESSION, 200),
    ("POST", "/interviews/<interview_id>/files"): (Needs.SESSION, 422),
    ("GET", "/interviews/<interview_id>/forget"): (Needs.SESSION, 200),
    ("POST", "/interviews/<interview_id>/forget"): (Needs.SESSION, 200),
    ("POST", "/interviews/<interview_id>/links"): (Needs.SESSION, 303),
    ("GET", "/interviews/<interview_id>/pages"): (Needs.SESSION, 200),
    ("GET", "/interviews/<interview_id>/take"): (Needs.SESSION, 200),
    ("GET", "/interviews/<interview_id>/take/<form>"): (Needs.SESSION, 200),
    ("GET", "/interviews/<interview_id>/talk"): (Needs.SESSION, 200),
    ("POST", "/interviews/<interview_id>/talk"): (Needs.SESSION, 303),
    ("GET", "/interviews/<interview_id>/talk/card"): (Needs.SESSION, 200),
    ("POST", "/interviews/<interview_id>/talk/marks"): (Needs.SESSION, 200),
    ("GET", "/talk-worker.js"): (Needs.NOTHING, 200),
    ("POST", "/interviews/<interview_id>/questions"): (Needs.SESSION, 303),
    ("POST", "/interviews/<interview_id>/questions/<question_id>"): (Needs.SESSION, 303),
    ("GET", "/kept"): (Needs.SESSION, 200),
    ("POST", "/kept/days"): (Needs.SESSION, 200),
    ("GET", "/heard"): (Needs.SESSION, 200),
    ("GET", "/interviews/<interview_id>/after"): (Needs.SESSION, 200),
    ("POST", "/interviews/<interview_id>/after"): (Needs.SESSION, 303),
    ("GET", "/interviews/<interview_id>/before"): (Needs.SESSION, 200),
    ("POST", "/interviews/<interview_id>/before"): (Needs.SESSION, 303),
    ("POST", "/interviews/<interview_id>/status"): (Needs.SESSION, 303),
    ("POST", "/leave"): (Needs.SESSION, 200),
    ("POST", "/leave-everywhere"): (Needs.SESSION, 200),
    ("GET", "/enter/<code>"): (Needs.NOTHING, 303),
    ("GET", "/static/<path:filename>"): (Needs.NOTHING, 200),
    ("GET", "/api/v1/ping"): (Needs.NOTHING, 200),
    ("GET", "/api/v1/hello"): (Needs.EXTENSION, 200),
    ("POST", "/api/v1/pair"): (Needs.EXTENSION, 201),
    ("POST", "/api/v1/prove"): (Needs.EXTENSION, 200),
    ("DELETE", "/api/v1/pair"): (Needs.TOKEN, 204),
    ("POST", "/api/v1/login"): (Needs.TOKEN, 201),
    ("POST", "/api/v1/clips"): (Needs.TOKEN, 201),
    ("GET", "/api/v1/clips/<clip_id>"): (Needs.TOKEN, 200),
    ("PATCH", "/api/v1/clips/<clip_id>"): (Needs.TOKEN, 200),
    ("DELETE", "/api/v1/clips/<clip_id>"): (Needs.TOKEN, 204),
    ("POST", "/api/v1/links"): (Needs.TOKEN, 201),
    ("GET", "/api/v1/saved"): (Needs.TOKEN, 200),
    ("GET", "/api/v1/interviews"): (Needs.TOKEN, 200),
    ("POST", "/api/v1/interviews"): (Needs.TOKEN, 201),
    ("GET", "/api/v1/interviews/<interview_id>"): (Needs.TOKEN, 200),
    ("PATCH", "/api/v1/interviews/<interview_id>"): (Needs.TOKEN, 200),
    ("GET", "/api/v1/interviews/<interview_id>/cards"): (Needs.TOKEN, 200),
    ("GET", "/api/v1/interviews/<interview_id>/clips"): (Needs.TOKEN, 200),
    ("GET", "/api/v1/interviews/<interview_id>/export"): (Needs.TOKEN, 200),
    ("GET", "/api/v1/interviews/<interview_id>/export/<form>"): (Needs.TOKEN, 200),
    ("POST", "/api/v1/interviews/<interview_id>/questions"): (Needs.TOKEN, 201),
    ("PATCH", "/api/v1/interviews/<interview_id>/questions/<question_id>"): (Needs.TOKEN, 200),
    ("DELETE", "/api/v1/interviews/<interview_id>/questions/<question_id>"): (Needs.TOKEN, 204),
    ("GET", "/api/v1/interviews/<interview_id>/talk"): (Needs.TOKEN, 200),
    ("POST", "/api/v1/interviews/<interview_id>/talk"): (Needs.TOKEN, 200),
    ("GET", "/api/v1/heard"): (Needs.TOKEN, 200),
    ("GET", "/api/v1/interviews/<interview_id>/after"): (Needs.TOKEN, 200),
    ("PATCH", "/api/v1/interviews/<interview_id>/after"): (Needs.TOKEN, 200),
    ("GET", "/api/v1/interviews/<interview_id>/notes"): (Needs.TOKEN, 200),
    ("PATCH", "/api/v1/interviews/<interview_id>/notes/<kind>"): (Needs.TOKEN, 200),
    ("POST", "/api/v1/interviews/<interview_id>/people"): (Needs.TOKEN, 201),
    ("DELETE", "/api/v1/interviews/<interview_id>/people/<person_id>"): (Needs.TOKEN, 204),
    ("POST", "/api/v1/interviews/<interview_id>/promises"): (Needs.TOKEN, 201),
    ("PATCH", "/api/v1/interviews/<interview_id>/promises/<promise_id>"): (Needs.TOKEN, 200),
    ("DELETE", "/api/v1/interviews/<interview_id>/promises/<promise_id>"): (Needs.TOKEN, 204),
    ("GET", "/api/v1/owed"): (Needs.TOKEN, 200),
    ("POST", "/api/v1/lint"): (Needs.TOKEN, 200),
    ("GET", "/api/v1/openapi.json"): (Needs.TOKEN, 200),
    ("GET", "/api/v1/seeker"): (Needs.TOKEN, 200),
    ("PUT", "/api/v1/seeker"): (Needs.TOKEN, 200),
}
REFUSED = {400, 401, 403, 413, 415}
READS = {"GET", "HEAD"}


@dataclass
class Sent:
    """A request: at first one that is let in."""

    method: str
    path: str
    needs: Needs
    base: str = BASE
    headers: dict[str, str] = field(default_factory=dict)
    json: Any = None
    form: dict[str, str] | None = None
    environ: dict[str, str] = field(default_factory=dict)
    browser: FlaskClient | None = None  # one of its own
    rule: str = ""

    def by(self, client: FlaskClient) -> TestResponse:
        more: dict[str, Any] = {"json": self.json} if self.json is not None else {"data": self.form}
        return client.open(
            self.path,
            method=self.method,
            base_url=self.base,
            headers=self.headers,
            environ_overrides=self.environ,
            buffered=True,  # so that files are closed
            **more,
        )


@dataclass
class Case:
    """A house with somebody in it: Alice's browser and her token."""

    house: House
    browser: FlaskClient
    csrf: str
    token: str
    user: str

    @classmethod
    def of(cls, house: House, user: str = ALICE) -> "Case":
        browser = house.browser(user)
        return cls(house, browser, csrf_of(browser), house.secret(user), user)

    def requests(self) -> Iterator[Sent]:
        """One of each method of each route; those that take something away come last."""
        every = [(m, rule) for rule in self.house.app.url_map.iter_rules() for m in sorted(rule.methods or ())]
        for method, rule in sorted(every, key=lambda one: _goes(*one)):
            if method != "OPTIONS":
                yield self.request(method, rule.rule, self.path(rule))

    def path(self, rule: Rule) -> str:
        given = PARAMETERS | {"code": self.house.links.make(Way(self.user, "/"))}
        if rule.rule == REMOVING:
            given["clip_id"] = "sample-s03"  # the other one is taken away by the API
        with self.house.app.test_request_context(base_url=BASE):
            return url_for(rule.endpoint, **{name: given[name] for name in rule.arguments})

    def request(self, method: str, rule: str, path: str) -> Sent:
        needs = row_for(rule, method).needs
        sent = Sent(method, path, needs, rule=rule)
        if needs in {Needs.TOKEN, Needs.EXTENSION}:
            sent.headers = {"X-Groundwork-Client": "test"}
            sent.headers |= (
                {"Authorization": f"Bearer {self._token(path)}"} if needs is Needs.TOKEN else {"Origin": ORIGIN}
            )
            sent.json = None if method in READS | {"DELETE"} else BODIES.get((method, rule), {})
        elif method not in READS:
            sent.form = {"csrf_token": self.csrf} | FIELDS
        if rule in LEAVING:
            sent.browser = self.house.browser(self.user)
            sent.form = {"csrf_token": csrf_of(sent.browser)}
        if sent.path == "/api/v1/pair" and needs is Needs.EXTENSION:
            sent.json = {"code": self.house.code(), "browser": "Chromium"}
        return sent

    def _token(self, path: str) -> str:
        """A token of its own where it is given back."""
        return self.house.secret(self.user) if path == "/api/v1/pair" else self.token

    def client(self, sent: Sent) -> FlaskClient:
        return (sent.browser or self.browser) if sent.needs is Needs.SESSION else self.house.client()


Attack = Callable[[Case, Sent], Sent | None]  # None: does not apply to this request


def headers(**given: str) -> Attack:
    def attack(_: Case, sent: Sent) -> Sent:
        sent.headers |= {name.replace("_", "-"): value for name, value in given.items()}
        return sent

    return attack


def base(url: str) -> Attack:
    def attack(_: Case, sent: Sent) -> Sent:
        sent.base = url
        return sent

    return attack


def token(secret: Callable[[House], str]) -> Attack:
    def attack(case: Case, sent: Sent) -> Sent | None:
        if sent.needs is not Needs.TOKEN:
            return None
        sent.headers["Authorization"] = f"Bearer {secret(case.house)}"
        return sent

    return attack


def without(name: str) -> Attack:
    def attack(_: Case, sent: Sent) -> Sent | None:
        return sent if sent.headers.pop(name, None) else None

    return attack


def body_as(kind: str) -> Attack:
    def attack(_: Case, sent: Sent) -> Sent | None:
        if sent.json is None:
            return None
        sent.headers["Content-Type"] = kind
        return sent

    return attack


def form(**fields: str) -> Attack:
    def attack(_: Case, sent: Sent) -> Sent | None:
        if sent.form is None:
            return None
        sent.form = fields
        return sent

    return attack


def another_extension(_: Case, sent: Sent) -> Sent | None:
    """One that is not paired. It may say hello, pair if it has the code, and ask for a proof that it does not get."""
    if sent.needs is Needs.EXTENSION:
        return None
    sent.headers["Origin"] = OTHER_ORIGIN
    return sent


def pairing(**changes: str) -> Attack:
    def attack(_: Case, sent: Sent) -> Sent | None:
        if not (sent.json and "code" in sent.json):
            return None
        sent.json |= changes
        return sent

    return attack


def a_code_tried_too_late(case: Case, sent: Sent) -> Sent | None:
    if not (sent.json and "code" in sent.json):
        return None
    assert isinstance(case.house.service.now, Clock)
    case.house.service.now.move(timedelta(minutes=2))
    return sent


def without_an_origin(_: Case, sent: Sent) -> Sent | None:
    """Browsers leave it out where an extension only reads."""
    if sent.needs is not Needs.EXTENSION or sent.method in READS:
        return None
    del sent.headers["Origin"]
    return sent


def cookie_for_a_token(case: Case, sent: Sent) -> Sent | None:
    """What a browser has is no token."""
    if sent.needs is not Needs.TOKEN:
        return None
    sent.headers.pop("Authorization")
    cookie = case.browser.get_cookie(f"groundwork_{PORT}", "127.0.0.1")
    assert cookie
    sent.headers["Cookie"] = f"groundwork_{PORT}={cookie.value}"
    return sent


def no_session(_: Case, sent: Sent) -> Sent | None:
    if sent.needs is not Needs.SESSION:
        return None
    sent.headers["Cookie"] = f"groundwork_{PORT}=forged"
    sent.needs = Needs.NOTHING  # sent by a client that has no session
    return sent


def oversize(_: Case, sent: Sent) -> Sent:
    sent.environ = {"CONTENT_LENGTH": str(row_for(sent.rule, sent.method).most + 1)}
    return sent


def revoked(house: House) -> str:
    made = make_token(house.service, ALICE, "lost", Scope.ALL)
    revoke_token(house.service, ALICE, made.token.id)
    return made.secret


def wrong_scope(case: Case, sent: Sent) -> Sent | None:
    """Each scope that the row does not name."""
    if sent.needs is not Needs.TOKEN:
        return None
    allowed = row_for(sent.path, sent.method).scopes
    lacking = [scope for scope in Scope if scope not in allowed]
    if not lacking:
        return None
    sent.headers["Authorization"] = f"Bearer {case.house.secret(scope=lacking[0])}"
    return sent


NAVIGATION = {"Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "document"}
ATTACKS: dict[str, Attack] = {
    "a name that was rebound": base(f"http://evil.example:{PORT}"),
    "our name on another port": base("http://127.0.0.1:8766"),
    "our name without its port": base("http://127.0.0.1"),
    "all addresses of the machine": base(f"http://0.0.0.0:{PORT}"),
    "a user in the host": headers(Host=f"127.0.0.1:{PORT}@evil.example"),
    "a foreign origin": headers(Origin="https://evil.example"),
    "an origin of another port": headers(Origin="http://127.0.0.1:8766"),
    "an origin that is hidden": headers(Origin="null"),
    "an extension that is not paired": another_extension,
    "something that is no extension": headers(Origin="chrome-extension://abcdefghijklmnop"),
    "an extension that hides": without_an_origin,
    "a code that is wrong": pairing(code="AAAA-AAAA"),
    "a code that is too old": a_code_tried_too_late,
    "a cross-site request": headers(Sec_Fetch_Site="cross-site"),
    "a same-site request": headers(Sec_Fetch_Site="same-site"),
    "a same-site link": headers(Sec_Fetch_Site="same-site", **NAVIGATION),
    "a frame on another site": headers(Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="navigate", Sec_Fetch_Dest="iframe"),
    "too much": oversize,
    "no token": without("Authorization"),
    "an unknown token": token(lambda _: "unknown"),
    "a revoked token": token(revoked),
    "a token of another scope": wrong_scope,
    "a token bound to an origin, from another": lambda case, sent: headers(Origin="https://evil.example")(
        case, token(lambda house: house.secret(origin="moz-extension://ours"))(case, sent) or sent
    ),
    "a session where a token is needed": cookie_for_a_token,
    "no client header": without("X-Groundwork-Client"),
    "JSON sent as text": body_as("text/plain"),
    "JSON sent as a form": body_as("application/x-www-form-urlencoded"),
    "JSON of another kind": body_as("application/json5"),
    "no session": no_session,
    "a form without its token": form(),
    "a form with another token": form(csrf_token="x" * 32),
}


@pytest.fixture
def case(house: House) -> Case:
    return Case.of(house)


def test_every_route_is_known_here_and_lets_in_whom_it_should(case: Case) -> None:
    """A route that is new is named here with what it needs, and is given above what it takes."""
    found = {
        (sent.method, sent.rule): (sent.needs, sent.by(case.client(sent)).status_code)
        for sent in case.requests()
        if sent.method != "HEAD"
    }
    assert found == EXPECTED


def test_a_method_that_a_route_does_not_have_gets_nobody_anywhere(case: Case) -> None:
    sent = {"Authorization": f"Bearer {case.token}", "X-Groundwork-Client": "test"}
    given = {"csrf_token": case.csrf}
    let_in = []
    for rule in case.house.app.url_map.iter_rules():
        path = case.path(rule)
        has = {method for other in case.house.app.url_map.iter_rules(rule.endpoint) for method in other.methods or ()}
        shared = {method for method, known in EXPECTED if known == rule.rule}
        for method in {"GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"} - has - shared:
            for headers_, form_ in ((sent, None), ({}, given)):
                answer = case.browser.open(path, method=method, base_url=BASE, headers=headers_, data=form_)
                if (
                    answer.status_code not in REFUSED | {404, 405}
                    or not HEADERS.items() <= dict(answer.headers).items()
                ):
                    let_in.append(f"{method} {path}: {answer.status_code}")
    assert let_in == []


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_let_in_nowhere(case: Case, name: str) -> None:
    with case.house.service.store.view() as tx:
        before = {user: _without_tokens(rows_of(tx, user)) for user in (ALICE, BOB)}
    let_in, tried = [], 0
    for sent in case.requests():
        attack = ATTACKS[name](case, sent)
        if attack is None:
            continue
        tried += 1
        response = attack.by(case.client(attack))
        if response.status_code not in REFUSED or "Marit" in response.text:
            let_in.append(f"{sent.method} {sent.path}: {response.status_code}")
    assert let_in == []
    assert tried
    with case.house.service.store.view() as tx:
        assert {user: _without_tokens(rows_of(tx, user)) for user in (ALICE, BOB)} == before


def test_what_is_somebody_elses_is_nowhere(house: House) -> None:
    case = Case.of(house, BOB)
    named = [sent for sent in case.requests() if re.search(f"{INTERVIEW}|{CLIP}|{PAIRED}", f"{sent.path} {sent.json}")]
    named = [sent for sent in named if sent.needs is not Needs.EXTENSION]  # asked by nobody in particular
    found = {f"{sent.method} {sent.path}": sent.by(case.client(sent)) for sent in named}
    assert len(found) > 10
    assert {name: answer.status_code for name, answer in found.items() if answer.status_code != 404} == {}


def test_what_is_somebody_elses_shows_in_no_list(house: House) -> None:
    case = Case.of(house, BOB)
    shown = [
        sent.path for sent in case.requests() if sent.method == "GET" and b"Marit" in sent.by(case.client(sent)).data
    ]
    assert shown == []


def test_a_browser_that_asks_whether_another_site_may_is_refused_everywhere(case: Case) -> None:
    asked = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    for sent in case.requests():
        answer = case.browser.open(sent.path, method="OPTIONS", base_url=BASE, headers=asked)
        assert answer.status_code == 403
        assert "Allow" not in answer.headers


def test_every_answer_is_dressed_and_none_grants_another_site_anything(case: Case) -> None:
    asked = [(sent, case.client(sent)) for sent in case.requests()]
    asked += [(Sent("GET", "/no/such/page", Needs.SESSION), case.house.client())]
    for sent, client in asked:
        answer = sent.by(client)
        assert HEADERS.items() <= dict(answer.headers).items(), sent.path
        assert [name for name, _ in answer.headers if name.lower().startswith("access-control")] == []
        assert answer.headers.get("Server", "").find("Groundwork") == -1


def test_a_link_on_another_site_leads_to_a_page_without_anything_of_ours(case: Case) -> None:
    sent = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    answer = case.browser.get(f"/interviews/{INTERVIEW}?x=1", base_url=BASE, headers=sent)
    assert answer.status_code == 403
    assert "Marit" not in answer.text
    assert f'href="/interviews/{INTERVIEW}?x=1"' in answer.text


def test_a_path_that_looks_like_another_site_stays_here(case: Case) -> None:
    sent = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    answer = case.browser.get("//evil.example/x", base_url=BASE, headers=sent)
    assert 'href="//' not in answer.text


def test_a_form_of_ours_hides_where_it_comes_from_and_is_taken(case: Case) -> None:
    """Our pages tell no referrer, so a browser sends the origin of their forms as "null"."""
    sent = {"Origin": "null", "Sec-Fetch-Site": "same-origin"}
    data = {"csrf_token": case.csrf, "name": "Dana Whitlock", "want": "Decide about the islands."}
    assert case.browser.post("/interviews", base_url=BASE, headers=sent, data=data).status_code == 303


def test_a_paired_extension_is_let_in_from_its_origin_and_without_one(house: House) -> None:
    secret = house.secret(scope=Scope.CLIP, origin="moz-extension://ours")
    sent = {"Authorization": f"Bearer {secret}", "X-Groundwork-Client": "x", "Sec-Fetch-Site": "same-origin"}
    for more in ({}, {"Origin": "moz-extension://ours"}):
        answer = house.client().get("/api/v1/interviews", base_url=BASE, headers=sent | more)
        assert answer.status_code == 200


def test_ping_says_a_number_and_nothing_else(house: House) -> None:
    assert house.client().get("/api/v1/ping", base_url=BASE).json == {"protocol": 1}


def test_a_refusal_does_not_say_who_we_are(house: House) -> None:
    answer = house.client().get("/", base_url=f"http://evil.example:{PORT}")
    assert "roundwork" not in f"{answer.text}{answer.headers}"


def test_the_last_row_of_the_table_needs_a_session(house: House) -> None:
    assert row_for("/a/route/nobody/thought/of", "GET").needs is Needs.SESSION
    assert row_for("/api/v9/anything", "POST").scopes == {Scope.ALL}
    assert TABLE[-1].needs is Needs.SESSION


def _goes(method: str, rule: Rule) -> tuple[bool, bool, bool, bool]:
    """What only looks comes first, so that a document is made once for all of it; what takes something away comes last, most of all last."""
    return rule.rule in LEAVING, (method, rule.rule) == ("POST", FORGETTING), method == "DELETE", method not in READS


def _without_tokens(rows: dict[str, list[Any]]) -> dict[str, list[Any]]:
    return {table: found for table, found in rows.items() if table != "tokens"}
