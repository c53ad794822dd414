import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.pipeline.clip.urls import host, normalise

PAIRS = json.loads((Path(__file__).parents[2] / "urls.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("given_url", "expected"), PAIRS)
def test_an_address_loses_what_does_not_change_the_page(given_url: str, expected: str) -> None:
    assert normalise(given_url) == expected


@pytest.mark.parametrize(("given_url", "expected"), PAIRS)
def test_normalising_twice_changes_nothing(given_url: str, expected: str) -> None:
    assert normalise(normalise(given_url)) == expected


@given(st.text(max_size=60))
def test_no_text_breaks_the_normaliser(text: str) -> None:
    assert isinstance(normalise(text), str)
    assert isinstance(normalise("https://" + text), str)


def test_a_host_has_no_www_and_no_port() -> None:
    assert host("https://WWW.dana.example:8080/notes") == "dana.example"
    assert host("no address") == ""
