"""Tiny people and documents, made by hand, for the measures."""

from pathlib import Path
from typing import Any

from bench.case import Case, Json
from bench.people import Person, squeezed

POND = "We dug nine ponds above the mill in 2019 and two of them held."
ROPE = "I left the rope works in 2014 because nobody there would measure anything."
NAMESAKE = "Our goalkeeper dug deep and held nine shots in the second half."


def person(**gold: Any) -> Person:
    """Ada, with three pages (hers, a copy of it, a namesake's), two goals and one selection. gold replaces parts of hers."""
    clips = [
        {"id": "p1", "file": "p1.html", "selection": ROPE, "note": "why?"},
        {"id": "p2", "file": "p2.html"},
        {"id": "p3", "file": "p3.html"},
    ]
    whole = {
        "clips": {"p1": {"kind": "essay"}, "p2": {"kind": "duplicate"}, "p3": {"kind": "namesake"}},
        "facts": [
            {"id": "ponds", "clip": "p1", "quote": "We dug nine ponds above the mill in 2019"},
            {"id": "rope", "clip": "p1", "quote": "I left the rope works in 2014"},
        ],
        "must_have": ["ponds"],
        "conflicts": [{"facts": ["ponds", "rope"]}],
        "already_answered": [
            {"question": "Why did she leave?", "clip": "p1", "quote": "nobody there would measure anything"}
        ],
        "good_questions": [{"goal": "g1", "question": "Which two ponds held?", "evidence": ["ponds"]}],
        "privacy": [{"clip": "p1", "quote": "12 Mill Lane"}],
    }
    user = {"goals": [{"id": "g2", "priority": 2}, {"id": "g1", "priority": 1}]}
    made = Person("ada", Path("dossier.json"), {"user": user, "clips": clips}, {**whole, **gold})
    vars(made)["pages"] = {"p1": squeezed(POND + ROPE), "p2": squeezed(POND), "p3": squeezed(NAMESAKE)}
    return made


def evidence(id_: str = "e1", exact: str = POND, clip: str = "p1") -> Json:
    return {"id": id_, "clip_id": clip, "exact": exact, "link": ""}


def line(text: str, *ids: str) -> Json:
    return {"text": text, "evidence": list(ids), "when": ""}


def question(text: str = "Which two of the nine ponds held?", **parts: Any) -> Json:
    bare = {"text": text, "goal": "g1", "part": "core", "move": "number", "evidence": [], "user_facts": [], "lint": []}
    return {**bare, **parts}


def case(lines: tuple[Json, ...] = (), answers: dict[str, list[Json]] | None = None, **parts: Any) -> Case:
    """A case of Ada; lines stand in the one section of the brief, parts replace keys of the document."""
    empty = {
        "goals": [], "evidence": [evidence()], "timeline": [], "conflicts": [], "answered": [], "gaps": [],
        "cards": [], "questions": [], "brief": {"sections": [{"items": list(lines)}]},
    }  # fmt: skip
    return Case(person(), {**empty, **parts}, answers or {})
