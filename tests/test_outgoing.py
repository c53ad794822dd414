"""One room opens outgoing connections, so that one guard is enough."""

import ast
from pathlib import Path

import pytest

from tests.house import ROOT, Module, modules

DOOR = "server.fetch"
# Whoever imports one of these can reach another machine; of socket and asyncio, only some functions can.
OPENERS = frozenset(
    """http.client urllib.request requests urllib3 httpx httpx2 aiohttp httpcore pycurl ftplib smtplib poplib imaplib
    telnetlib xmlrpc.client trafilatura.downloads""".split()
)
CALLS = frozenset(
    """create_connection connect_ex getaddrinfo gethostbyname gethostbyname_ex open_connection fetch_url fetch_response
    urlopen urlretrieve""".split()
)


def complaints(root: Path) -> list[str]:
    """Every place outside the door that could open an outgoing connection."""
    return [f"{m.name}: {what}" for m in modules(root) if not _is_door(m) for what in _ways_out(m)]


def _is_door(module: Module) -> bool:
    return module.name == DOOR or module.name.startswith(f"{DOOR}.")


def _ways_out(module: Module) -> list[str]:
    named = {whole for i in module.imports for whole in (i.module, *(f"{i.module}.{name}" for name in i.names))}
    used = {node.attr for node in ast.walk(module.tree) if isinstance(node, ast.Attribute)}
    used |= {name for i in module.imports for name in i.names}
    calls = CALLS | {"connect"} if "socket" in named else CALLS  # a database connects, too
    opened = {opener for opener in OPENERS for name in named if f"{name}.".startswith(f"{opener}.")}
    return [f"imports {name}" for name in sorted(opened)] + [f"uses {name}" for name in sorted(used & calls)]


def test_only_the_fetch_opens_outgoing_connections() -> None:
    assert complaints(ROOT) == []


PLANTED = {
    "requests": "import requests\n",
    "an opener": "from urllib.request import urlopen\n",
    "an opener by its package": "from urllib import request\n",
    "http": "from http import client\n",
    "a socket": "import socket\ns = socket.socket()\ns.connect(('127.0.0.1', 80))\n",
    "a connection": "from socket import create_connection\n",
    "asyncio": "import asyncio\nasyncio.open_connection('dana.example', 80)\n",
    "the extractor's own fetch": "import trafilatura\ntrafilatura.fetch_url('https://dana.example')\n",
    "inside a function": "def f():\n    import urllib3\n",
}


@pytest.mark.parametrize("text", PLANTED.values(), ids=PLANTED.keys())
def test_a_planted_way_out_is_caught(tmp_path: Path, text: str) -> None:
    (tmp_path / "scrapers").mkdir()
    (tmp_path / "server").mkdir()
    (tmp_path / "server/actions.py").write_text(text)
    assert complaints(tmp_path) != []


@pytest.mark.parametrize(
    "text",
    [
        "import socket\ns = socket.socket()\ns.bind(('127.0.0.1', 8765))\n",
        "from http import HTTPStatus\nfrom urllib.parse import urlsplit\n",
        "import sqlite3\nsqlite3.connect('x')\n",
    ],
)
def test_listening_and_parsing_are_no_way_out(tmp_path: Path, text: str) -> None:
    (tmp_path / "server").mkdir()
    (tmp_path / "server/actions.py").write_text(text)
    assert complaints(tmp_path) == []
