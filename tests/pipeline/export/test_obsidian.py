"""The note read by a Markdown parser: properties on top, questions as tasks, footnotes with quote and link, nothing that runs."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from server.model import Document
from server.pipeline.export.faces import markdown
from server.pipeline.export.faces.view import View, clean
from server.pipeline.export.obsidian import obsidian
from tests.browser.hostile import ALL, PAYLOADS

CASE = Path(__file__).parent / "faces/dana.json"
BROKEN = '---\nevil: true\n---\n"quoted": [x]\n# Heading'


@pytest.fixture(scope="module")
def document() -> Document:
    return Document.model_validate_json(CASE.read_text("utf-8"))


def parser() -> MarkdownIt:
    """As Obsidian reads: CommonMark with properties, footnotes and tasks, and HTML let through."""
    plain = MarkdownIt("commonmark", {"html": True})
    return plain.use(front_matter_plugin).use(footnote_plugin, inline=False).use(tasklists_plugin)


def tokens(text: str) -> list[Token]:
    found = parser().parse(text)
    return found + [child for token in found for child in token.children or ()]


def properties(text: str) -> dict[str, Any]:
    front = next(token.content for token in tokens(text) if token.type == "front_matter")
    return {line.split(": ", 1)[0]: json.loads(line.split(": ", 1)[1]) for line in front.splitlines()}


def test_properties_say_who_when_what_for_and_from_which_pages(document: Document) -> None:
    found = properties(obsidian(document))
    assert (found["person"], found["minutes"], found["tags"]) == (View.of(document).name, 30, ["interview"])
    assert found["wants"] == [goal.text for goal in document.goals]
    assert all(url.startswith("https://") for url in found["pages"])


def test_every_question_is_a_task_in_its_order(document: Document) -> None:
    html = parser().render(obsidian(document))
    asked = re.findall(r'<input class="task-list-item-checkbox"[^>]*> <strong>(.*?)</strong>', html)
    assert len(asked) == len(document.questions)
    assert asked[0].startswith(View.of(document).questions[0][1][0][1].text[:10])


def test_every_quote_is_a_footnote_with_its_words_and_the_way_to_its_page(document: Document) -> None:
    found = parser().parse(obsidian(document))
    opened = [token for token in found if token.type == "footnote_open"]
    cited = [child for token in found for child in token.children or () if child.type == "footnote_ref"]
    assert opened
    assert {token.meta["id"] for token in opened} == {child.meta["id"] for child in cited}
    inside = parser().render(obsidian(document)).split('class="footnotes"')[1]
    assert inside.count('<a href="https://') == sum(quote.link.startswith("https://") for quote in document.evidence)
    for quote in document.evidence:
        words = clean(quote.exact).split()[0].strip("“”\"'*_")
        assert words in inside


def test_the_note_is_the_brief_as_it_is_printed_but_for_boxes(document: Document) -> None:
    body = obsidian(document).split("---\n\n", 1)[1]
    assert body.replace(". [ ] **", ". **") == markdown(document)


@pytest.mark.parametrize("payload", [*PAYLOADS, ALL, BROKEN, "[x](javascript:alert(1))", "![[secret]]", "`r.evil()`"])
def test_what_a_stranger_wrote_is_text_wherever_it_stands(document: Document, payload: str) -> None:
    given = document.model_copy(
        update={
            "interviewee": document.interviewee | {"name": f"Dana {payload}", "description": payload},
            "meeting": document.meeting | {"referrer": payload},
            "goals": tuple(goal.model_copy(update={"text": payload}) for goal in document.goals),
            "clips": tuple(clip.model_copy(update={"title": payload}) for clip in document.clips),
            "questions": tuple(one.model_copy(update={"text": payload}) for one in document.questions),
            "evidence": tuple(one.model_copy(update={"exact": payload}) for one in document.evidence),
        }
    )
    note = obsidian(given)
    assert properties(note)["person"] == clean(f"Dana {payload}")
    assert not [
        token
        for token in tokens(note)
        if token.type in {"html_inline", "html_block", "image", "code_inline"} and "task-list" not in token.content
    ]
    links = [str(token.attrs["href"]) for token in tokens(note) if token.type == "link_open"]
    assert {link.split(":")[0] for link in links} <= {"http", "https"}
    assert "[[" not in note.replace("\\[\\[", "").split("---\n\n", 1)[1]
