"""What the browser is told of the extension, and asked for."""

import json
import re
from typing import Any

from tests.extension.chrome import EXTENSION

MANIFEST: dict[str, Any] = json.loads((EXTENSION / "manifest.json").read_text("utf-8"))
LONGEST = 150  # lines of a file


def test_it_asks_for_these_permissions_at_install_and_for_no_other() -> None:
    assert sorted(MANIFEST["permissions"]) == [
        "activeTab",
        "alarms",
        "contextMenus",
        "scripting",
        "storage",
        "unlimitedStorage",
    ]
    assert MANIFEST["host_permissions"] == ["http://127.0.0.1/*"]
    assert MANIFEST["optional_host_permissions"] == ["https://*/*"]
    assert "content_scripts" not in MANIFEST


def test_one_manifest_serves_both_browsers() -> None:
    background = MANIFEST["background"]
    assert background["scripts"] == [background["service_worker"]]
    assert MANIFEST["key"]
    assert MANIFEST["browser_specific_settings"]["gecko"]["id"]


def test_every_file_it_names_is_there() -> None:
    named = re.findall(r'"([\w/]+\.(?:js|html|png))"', json.dumps(MANIFEST))
    assert named
    assert [path for path in named if not (EXTENSION / path).is_file()] == []


def test_every_message_that_is_used_exists() -> None:
    known = set(json.loads((EXTENSION / "_locales/en/messages.json").read_text("utf-8")))
    used = set(re.findall(r"__MSG_(\w+)__", json.dumps(MANIFEST)))
    for path in [*EXTENSION.rglob("*.html"), *EXTENSION.rglob("*.js")]:
        source = path.read_text("utf-8")
        used |= set(re.findall(r'data-(?:words|label|hint)="(\w+)"', source))
        used |= set(re.findall(r"\bwords\('(\w+)'", source))
        used |= {f"{key}_many" for key in re.findall(r"\bcounted\('(\w+)'", source)}
    assert used - known == set()


def test_nothing_comes_from_elsewhere_and_nothing_is_run_from_text() -> None:
    foreign = re.compile(r"""(src|href)=["']https?:|from ['"](?!\.)|import\(|\beval\(|innerHTML|new Function""")
    sources = [*EXTENSION.rglob("*.html"), *EXTENSION.rglob("*.js")]
    assert [str(path) for path in sources if foreign.search(path.read_text("utf-8"))] == []


def test_what_sites_keep_in_the_browser_and_what_it_tells_them_is_never_read() -> None:
    theirs = re.compile(
        r"\.cookie|cookieStore|[^.]\b(?:local|session)Storage\b|indexedDB|webRequest|declarativeNetRequest"
    )
    assert [str(path) for path in EXTENSION.rglob("*.js") if theirs.search(path.read_text("utf-8"))] == []
    asked = MANIFEST["permissions"] + MANIFEST["optional_permissions"]
    assert {"cookies", "webRequest", "history", "tabs"} & set(asked) == set()


def test_files_are_short() -> None:
    sources = [path for path in EXTENSION.rglob("*") if path.suffix in {".js", ".css", ".html"}]
    assert {path.name: n for path in sources if (n := len(path.read_text("utf-8").splitlines())) > LONGEST} == {}
