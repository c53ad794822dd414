import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from server.pipeline.clip.urls import host, normalise

VECTORS = json.loads((Path(__file__).parents[2] / "urls/vectors.json").read_text(encoding="utf-8"))


def test_an_address_loses_what_does_not_change_the_page() -> None:
    made = [(vector["why"], normalise(vector["url"])) for vector in VECTORS]
    assert made == [(vector["why"], vector["normal"]) for vector in VECTORS]


def test_normalising_twice_changes_nothing() -> None:
    normal = [vector["normal"] for vector in VECTORS]
    assert [normalise(address) for address in normal] == normal


@given(st.text(max_size=60))
def test_no_text_breaks_the_normaliser(text: str) -> None:
    assert isinstance(normalise(text), str)
    once = normalise("https://dana.example/" + text)
    assert normalise(once) == once


def test_an_address_of_nothing_but_viewers_is_no_hole_without_a_bottom() -> None:
    assert normalise("https://google.com" + "/amp/google.com" * 1_300) == "https://google.com"


def test_a_host_has_no_www_and_no_port() -> None:
    assert host("https://WWW.dana.example:8080/notes") == "dana.example"
    assert host("no address") == ""
