"""A want put together from five short answers: what, what about me, what is unknown, what only they can know, what to leave with."""

import re
from dataclasses import dataclass

from server.pipeline.questions.letters import capital, small_first

ENDS = re.compile(r"[\s.;,]+$")
MY = re.compile(r"I\b|I['’]|My\b")


@dataclass(frozen=True, slots=True)
class Prompt:
    """One of the five questions. name: of its answer."""

    name: str
    asks: str


PROMPTS = (
    Prompt("decide", "What will you decide or do after this talk, and by when?"),
    Prompt("believe", "What do you already believe that might be wrong?"),
    Prompt("facts", "What about you matters to the answer? Two facts."),
    Prompt("only", "What could they know that a web page can’t?"),
    Prompt("one", "If you could leave with one thing, what would it be?"),
)


def say(answers: dict[str, str]) -> str:
    """The want in one line; "" without an answer. What is left empty is left out."""
    told = {prompt.name: _plain(answers.get(prompt.name, "")) for prompt in PROMPTS}
    parts = (
        told["decide"],
        told["facts"] and _mine(told["facts"]),
        told["believe"] and f"I believe {_lower(told['believe'])}, and may be wrong",
        told["only"] and f"what only they can tell me: {_lower(told['only'])}",
        told["one"] and f"to leave with: {_lower(told['one'])}",
    )
    line = "; ".join(part for part in parts if part)
    return f"{capital(line)}." if line else ""


def _plain(answer: str) -> str:
    return ENDS.sub("", " ".join(answer.split()))


def _mine(facts: str) -> str:
    return facts if MY.match(facts) else f"I have {_lower(facts)}"


def _lower(words: str) -> str:
    """The words in the middle of a sentence: a capital stays on I, on a short form and where a second one follows."""
    first = words.split(maxsplit=1)[0]
    stays = MY.match(words) or (first[1:] and not first[1:].islower())
    return words if stays else small_first(words)
