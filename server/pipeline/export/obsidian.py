"""The document as a note for Obsidian: properties on top, questions as tasks, footnotes with the quote and the way to its page.

Values of properties are JSON, which is YAML: no name and no headline can end the block or become a key.
"""

import json
from collections.abc import Iterator
from typing import Any

from server.model import Document
from server.pipeline.export.faces.as_markdown import markdown
from server.pipeline.export.faces.view import READ, View, clean

TAGS = ["interview"]


def obsidian(document: Document) -> str:
    """The note, ending in a newline. What anybody's Markdown reads, too; one that knows no properties shows a short table of words."""
    properties = "\n".join(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in _properties(document))
    return f"---\n{properties}\n---\n\n{markdown(document, tasks=True)}"


def _properties(document: Document) -> Iterator[tuple[str, Any]]:
    view = View.of(document)
    person, meeting = document.interviewee, document.meeting
    yield "tags", TAGS
    yield "person", view.name
    if aliases := [clean(str(one)) for one in person.get("alternateName", [])]:
        yield "aliases", aliases
    if role := clean(str(person.get("description") or person.get("jobTitle") or "")):
        yield "role", role
    if start := meeting.get("start"):
        yield "date", str(start)
    yield "minutes", meeting["minutes"]
    if referrer := clean(str(meeting.get("referrer") or "")):
        yield "through", referrer
    yield "wants", [clean(goal.text) for goal in sorted(document.goals, key=lambda goal: goal.priority)]
    yield "pages", [clip.url for clip in document.clips if clip.status in READ and clip.url]
    yield "made", document.generated_at
