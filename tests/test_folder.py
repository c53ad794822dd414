import json
from pathlib import Path
from typing import Any

import pytest

from server.errors import InputError
from server.folder import read_folder

HTML = "<html><body><p>Dana Whitlock plans ferries.</p></body></html>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/d1.html").write_text(HTML, encoding="utf-8")
    return tmp_path


def write(folder: Path, *clips: dict[str, Any], **more: Any) -> None:
    dossier = {"interviewee": {"name": "Dana Whitlock"}, "clips": list(clips)} | more
    (folder / "dossier.json").write_text(json.dumps(dossier), encoding="utf-8")


def refusal(folder: Path, raw: bytes) -> str:
    (folder / "dossier.json").write_bytes(raw)
    with pytest.raises(InputError) as caught:
        read_folder(folder)
    return str(caught.value).removeprefix(f"{folder / 'dossier.json'}: ")


@pytest.mark.parametrize("name", ["", "dossier.json"])
def test_a_folder_is_named_by_itself_or_by_its_dossier(folder: Path, name: str) -> None:
    write(folder, {"id": "d1", "file": "pages/d1.html"})
    read = read_folder(folder / name)
    assert read.pages["d1"].html == HTML
    assert (read.unreadable, read.problems) == ({}, ())


UNUSABLE = {
    "nothing": (b"", 'The file is empty. It starts with {"interviewee": {"name": "..."}}.'),
    "a comma too many": (
        b'{"interviewee":\n  {"name": "Dana",}}',
        "The file is not JSON: Expecting property name enclosed in double quotes at line 2, column 19. Mend that place.",
    ),
    "latin-1": (b'{"interviewee":\n {"name": "Jos\xe9"}}', "The file is not UTF-8 text (line 2). Save it as UTF-8."),
    "a list": (b"[]", 'dossier: must be an object, is a list. It starts with {"interviewee": {"name": "..."}}.'),
    "a key twice": (
        b'{"referrer": "a", "referrer": "b"}',
        'The file is not usable JSON: "referrer" stands twice in one object. Mend that place.',
    ),
    "no number": (b'{"minutes": NaN}', "The file is not usable JSON: NaN is not a JSON number. Mend that place."),
    "100,000 brackets": (b"[" * 100_000, "The file is not usable JSON: it is nested too deeply. Mend that place."),
    "a NUL": (
        b'{"interviewee": {"name": "Da\\u0000na"}}',
        "interviewee.name: holds a NUL character. Delete it and try again.",
    ),
}


@pytest.mark.parametrize("raw, said", UNUSABLE.values(), ids=UNUSABLE.keys())
def test_a_dossier_that_cannot_be_used_says_where(folder: Path, raw: bytes, said: str) -> None:
    assert refusal(folder, raw) == said


def test_a_dossier_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(
        InputError, match=r"dossier\.json: There is no such file\. Name a dossier\.json or its folder\."
    ):
        read_folder(tmp_path)


def test_a_byte_order_mark_is_no_error(folder: Path) -> None:
    (folder / "dossier.json").write_bytes(b"\xef\xbb\xbf" + b'{"interviewee": {"name": "Dana"}}')
    assert read_folder(folder).interview.interviewee.name == "Dana"


MISSING = {
    "not there": (
        "pages/d9.html",
        "The page is missing: there is no such file. Put the page there, or take the clip out.",
    ),
    "a folder": ("pages", "This is not a file. Name the saved page itself."),
    "above": (
        "../secret.html",
        "The file lies outside the folder of its dossier and was not opened. Copy the page into it.",
    ),
    "anywhere": (
        "/etc/hosts",
        "The file lies outside the folder of its dossier and was not opened. Copy the page into it.",
    ),
}


@pytest.mark.parametrize("file, said", MISSING.values(), ids=MISSING.keys())
def test_a_page_that_cannot_be_opened_costs_only_its_clip(folder: Path, file: str, said: str) -> None:
    write(folder, {"id": "d1", "file": "pages/d1.html"}, {"id": "d2", "file": file})
    read = read_folder(folder)
    assert list(read.pages) == ["d1"]
    assert [str(problem) for problem in read.problems] == [f"clip d2 ({file}): {said}"]
    assert said.startswith(read.unreadable["d2"])


def test_a_clip_without_a_file_says_what_to_write(folder: Path) -> None:
    write(folder, {"id": "d2"})
    assert [str(problem) for problem in read_folder(folder).problems] == [
        'clip d2: The clip names no file. Give "file" in dossier.json, for instance "pages/d2.html".'
    ]


def test_a_link_out_of_the_folder_is_not_followed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.html"
    secret.write_text(HTML, encoding="utf-8")
    try:
        (folder / "pages/d2.html").symlink_to(secret)
    except OSError:
        pytest.skip("this system makes no links")
    write(folder, {"id": "d2", "file": "pages/d2.html"})
    assert "d2" in read_folder(folder).unreadable


def test_links_that_lead_in_a_circle_are_told(folder: Path) -> None:
    try:
        (folder / "pages/d2.html").symlink_to(folder / "pages/d3.html")
        (folder / "pages/d3.html").symlink_to(folder / "pages/d2.html")
    except OSError:
        pytest.skip("this system makes no links")
    write(folder, {"id": "d2", "file": "pages/d2.html"})
    assert read_folder(folder).unreadable == {"d2": "The file is a link that leads in a circle."}


def test_a_file_name_of_300_letters_is_told(folder: Path) -> None:
    write(folder, {"id": "d2", "file": "d" * 300})
    assert "d2" in read_folder(folder).unreadable


def test_a_page_of_25_mb_is_refused_by_its_size(folder: Path) -> None:
    with (folder / "pages/d2.html").open("wb") as file:
        file.truncate(25_000_000)
    write(folder, {"id": "d2", "file": "pages/d2.html"})
    assert read_folder(folder).unreadable["d2"].startswith("The page is too large: 25.0 MB")


def test_each_bad_page_is_told_by_itself(folder: Path) -> None:
    (folder / "pages/d2.html").write_bytes(b"")
    (folder / "pages/d3.html").write_bytes(b"<p>\0</p>")
    (folder / "pages/d4.html").write_bytes(b"<meta charset=utf-8><p>Jos\xe9</p>")
    write(folder, *({"id": f"d{at}", "file": f"pages/d{at}.html"} for at in (1, 2, 3, 4)))
    read = read_folder(folder)
    assert list(read.pages) == ["d1", "d4"]
    assert [problem.where for problem in read.problems] == [f"clip d{at} (pages/d{at}.html)" for at in (2, 3, 4)]
