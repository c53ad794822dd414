"""One kind line where we can offer no wording: what would make the question easier to answer."""

import re
from collections.abc import Sequence

from server.model import Finding, Severity
from server.pipeline.questions.lint.queries import AUXILIARY
from server.pipeline.questions.wording.pieces import Piece

FAVOUR = re.compile(
    r"\b(?:can|could|would|will) (?:you|u) (?:please |pls |maybe )?(?:look|read|check|review|help|introduce|send|give|share|write|put|connect|forward)\b",
    re.IGNORECASE,
)
CLOSED = re.compile(rf"(?:{'|'.join(AUXILIARY)})\b", re.IGNORECASE)
BARRED = ("L16", "L14", "L15", "L21", "L13", "L07")  # what says best why no wording of ours would help
LEAST = 4  # words
TOPIC = 8  # words: no more of them, and nothing asked, is a topic


def helped(question: str, asked: Sequence[Piece], findings: Sequence[Finding]) -> str:
    """The line; "" where nothing is amiss."""
    barred = next((one for id_ in BARRED for one in findings if one.id == id_ and one.severity is Severity.ERROR), None)
    if FAVOUR.search(question):
        return (
            "A favour is granted more easily after a good talk. For now, ask what they look at first in such a thing."
        )
    if barred:
        return " ".join(f"{barred.message} {barred.suggestion}".split())
    return _of_form(asked[0].text) if asked else _of_no_query(question)


def _of_no_query(text: str) -> str:
    if len(text.split()) <= TOPIC:
        return "A topic so far. What about it would you like to know: how it began, what it cost, what came of it?"
    return "That is your story, and a good start. End it with the one thing you want to know, with “what” or “how” in front."


def _of_form(query: str) -> str:
    if CLOSED.match(query):
        return "Yes or no would answer it. Put “what”, “how” or “when” in front, and keep the rest of your words."
    return "Add a few words: which time, which place, which work of theirs?" if len(query.split()) < LEAST else ""
