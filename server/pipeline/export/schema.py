"""The published JSON Schema of the exported document. `make schema` writes it to docs/schema."""

import json
import sys
from typing import Any

from server.model import Document

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ABOUT = (
    "One prepared interview. start and end of a quote count Unicode code points of the clip's text, whose SHA-256 stands beside "
    "the clip. Dates are ISO 8601, as precise as the page is; an empty string means unknown. Within version 1 the document "
    "only grows: readers ignore keys they do not know."
)


def schema() -> dict[str, Any]:
    """JSON Schema 2020-12 of the document. It allows keys it does not name, since version 1 may grow."""
    made = Document.model_json_schema(by_alias=True, mode="serialization")
    head = {
        "$schema": DIALECT,
        "$id": "urn:groundwork:schema:brief:1",
        "title": "groundwork.brief/1",
        "description": ABOUT,
    }
    opened: dict[str, Any] = _opened(head | {key: value for key, value in made.items() if key not in head})
    return opened


def _opened(part: Any) -> Any:
    """The same schema without "no other keys"."""
    if isinstance(part, dict):
        return {key: _opened(value) for key, value in part.items() if (key, value) != ("additionalProperties", False)}
    if isinstance(part, list):
        return [_opened(value) for value in part]
    return part


def published() -> str:
    """The schema as the text of its file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(published())
