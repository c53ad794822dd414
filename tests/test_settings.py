from pathlib import Path

import pytest

from server import settings
from server.errors import InputError
from server.settings import Settings


def test_the_data_folder_is_the_one_that_is_named(tmp_path: Path) -> None:
    assert Settings.of({"GROUNDWORK_DATA": str(tmp_path)}).data == tmp_path


@pytest.mark.parametrize(
    "system, environment, folder",
    [
        ("Linux", {}, ".local/share/groundwork"),
        ("Linux", {"XDG_DATA_HOME": "/kept"}, "/kept/groundwork"),
        ("Darwin", {}, "Library/Application Support/Groundwork"),
        ("Windows", {"LOCALAPPDATA": "/local"}, "/local/Groundwork"),
        ("Windows", {}, "AppData/Local/Groundwork"),
    ],
)
def test_unless_told_it_lies_where_the_system_keeps_such_things(
    system: str, environment: dict[str, str], folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings.platform, "system", lambda: system)
    assert Settings.of(environment).data == Path.home() / folder


def test_a_database_by_its_address_takes_the_place_of_the_folder(tmp_path: Path) -> None:
    given = {"GROUNDWORK_DATA": str(tmp_path), "GROUNDWORK_DATABASE": "postgresql://me@db.example/groundwork"}
    assert Settings.of(given).place == "postgresql://me@db.example/groundwork"
    assert Settings.of(given | {"GROUNDWORK_DATABASE": ""}).place == tmp_path


@pytest.mark.parametrize("given", ["groundwork", "mysql://me:hush@db.example/x", "/tmp/groundwork.db"])
def test_an_address_of_another_database_refuses_to_start_and_tells_no_password(given: str) -> None:
    with pytest.raises(InputError) as caught:
        Settings.of({"GROUNDWORK_DATABASE": given})
    assert str(caught.value) == (
        "GROUNDWORK_DATABASE: This is not the address of a database. It starts with postgresql://."
    )


@pytest.mark.parametrize("given", ["0", "65", "-1", "two", "1.5", " "])
def test_a_wrong_number_of_workers_refuses_to_start(given: str) -> None:
    with pytest.raises(InputError, match="must be a whole number from 1 to 64"):
        Settings.of({"GROUNDWORK_WORKERS": given})
