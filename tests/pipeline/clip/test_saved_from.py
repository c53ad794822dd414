"""Where a saved page came from, as browsers and pages write it into the file."""

import pytest

from server.pipeline.clip.saved_from import saved_from

NOTES = "https://dana.example/notes?a=1&b=2"


@pytest.mark.parametrize(
    "html",
    [
        f"<!DOCTYPE html>\n<!-- saved from url=(0034){NOTES} -->\n<html>",
        f"<html><!--\n Page saved with SingleFile \n url: {NOTES} \n saved date: today\n--><head>",
        '<link rel="canonical" href="https://dana.example/notes?a=1&amp;b=2">',
        "<LINK href='https://dana.example/notes?a=1&amp;b=2' REL=canonical />",
        f"<link href=https://dana.example/style.css rel=stylesheet><link href={NOTES} rel=canonical>",
        f"<!-- saved from url=(0016)about:internet --><link rel=canonical href='{NOTES}'>",
    ],
)
def test_the_address_is_found(html: str) -> None:
    assert saved_from(html) == NOTES


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<p>saved from url=(0034)https://dana.example</p>",
        '<link rel="canonical" href="javascript:alert(1)">',
        '<link rel="canonical" href="/notes">',
        '<link rel="alternate" href="https://dana.example/de">',
        f'<link rel="canonical" href="https://dana.example/{"x" * 9_000}">',
        "<link rel=canonical href=",
        "<link rel=canonical",
        " " * 300_000 + f"<link rel=canonical href='{NOTES}'>",
    ],
)
def test_no_address_is_none(html: str) -> None:
    assert saved_from(html) == ""
