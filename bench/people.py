"""The project's own fictional interviews with their gold, as plain data."""

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from pypdf import PdfReader

PEOPLE = Path(__file__).parent.parent / "tests" / "people"


@dataclass(frozen=True)
class Person:
    """One fictional interviewee: the dossier our readers get, the gold they never see."""

    slug: str
    dossier_path: Path
    dossier: dict[str, Any]
    gold: dict[str, Any]

    @property
    def clip_ids(self) -> list[str]:
        """Ids of the clips, in the order of the dossier."""
        return [clip["id"] for clip in self.dossier["clips"]]

    @property
    def goal_ids(self) -> list[str]:
        """Ids of the goals, most important first."""
        return [goal["id"] for goal in sorted(self.dossier["user"]["goals"], key=lambda goal: goal["priority"])]

    @cached_property
    def facts(self) -> dict[str, dict[str, Any]]:
        """The gold facts by id."""
        return {fact["id"]: fact for fact in self.gold["facts"]}

    @cached_property
    def pages(self) -> dict[str, str]:
        """What each page says, by clip id, without any white space (see `squeezed`)."""
        folder = self.dossier_path.parent
        return {clip["id"]: squeezed(page_text(folder / clip["file"])) for clip in self.dossier["clips"]}


def load_person(gold_path: Path) -> Person:
    """A person from their gold.json, which names the dossier it belongs to, relative to itself."""
    gold = json.loads(gold_path.read_text("utf-8"))
    dossier_path = (gold_path.parent / gold["dossier"]).resolve()
    return Person(gold["slug"], dossier_path, json.loads(dossier_path.read_text("utf-8")), gold)


def load_people(root: Path = PEOPLE) -> list[Person]:
    """Everybody under root, by folder name."""
    return [load_person(path) for path in sorted(root.glob("*/gold.json"))]


def page_text(path: Path) -> str:
    """All that a page says, read without our scrapers: visible text, title and description; of a PDF its text."""
    if path.suffix == ".pdf":
        return "\n".join(page.extract_text() for page in PdfReader(path).pages)
    soup = BeautifulSoup(path.read_bytes(), "lxml", from_encoding="utf-8")
    for unseen in soup(["script", "style", "noscript", "template"]):
        unseen.decompose()
    said = [str(meta.get("content", "")) for meta in soup("meta") if meta.get("name") == "description"]
    return "\n".join([soup.get_text(), *said])


def squeezed(text: str) -> str:
    """Text in one Unicode form and without white space: two places that print the same words compare equal."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
