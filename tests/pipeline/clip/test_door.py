"""Whatever comes in at the door is a value or a named error, and never anything else."""

import json
from contextlib import suppress
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from server.errors import InputError
from server.model import Clip
from server.pipeline.clip.charset import decode
from server.pipeline.clip.interview import read_interview
from server.pipeline.clip.page import page_of

CLIP = Clip(id="d1", file="d1.html")
PIECES = st.sampled_from(
    [
        b"<html>",
        b"<meta charset=utf-8>",
        b"<meta charset=shift_jis>",
        b"<meta charset=idna>",
        b"<meta charset=base64>",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"%PDF-",
        b"\0",
        b"\xe9",
        "é".encode(),
    ]
)
PAGES = st.lists(PIECES | st.binary(max_size=12), max_size=12).map(b"".join)

LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
KEYS = st.sampled_from(
    ["name", "aliases", "text", "id", "start", "minutes", "goals", "clips", "verdicts", "file", "odd"]
)
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4))
TRIES = settings.default.max_examples * 3 // 2
DOSSIERS = st.fixed_dictionaries(
    {"interviewee": VALUES | st.just({"name": "Dana"})},
    optional=dict.fromkeys(("referrer", "meeting", "user", "clips", "groundwork", "odd"), VALUES),
)


@settings(max_examples=TRIES, deadline=None)
@given(PAGES)
@example(b"<meta charset=hex><p>ff")
@example(b"<meta charset=punycode><p>\xe9")
def test_any_bytes_are_a_page_or_a_named_error(raw: bytes) -> None:
    with suppress(InputError):
        page, _ = page_of(CLIP, raw)
        assert page.html or page.pdf
    assert isinstance(decode(raw).text, str)


@settings(max_examples=TRIES, deadline=None)
@given(DOSSIERS)
@example({"interviewee": {"name": "Dana"}, "meeting": {"minutes": 10**400}})
@example({"interviewee": {"name": "Dana"}, "meeting": {"start": "9999-99-99"}})
def test_any_json_is_an_interview_or_a_named_error(raw: dict[str, Any]) -> None:
    with suppress(InputError):
        interview, problems = read_interview(raw)
        assert interview.interviewee.name
        assert all(problem.where for problem in problems)
        json.dumps(interview.model_dump(mode="json"))
