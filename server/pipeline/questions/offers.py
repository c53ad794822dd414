"""Shorter wordings of a question somebody typed, built on the passages it hangs on: their clumsy question stays theirs."""

import re
from collections.abc import Sequence

from scrapers.sentences import split
from server.model import Language, Severity
from server.pipeline.features.stems import stems
from server.pipeline.questions.answered import Hit
from server.pipeline.questions.lint import Setting, lint
from server.pipeline.questions.lint.prepare import prepare
from server.pipeline.questions.lint.queries import queries
from server.pipeline.questions.material.perspective import to_you
from server.pipeline.questions.material.quotes import quote_of

OFFERED, MOST_WORDS, SHORTER_BY = 3, 30, 3
LEAST_ASKED = 4  # words: "Why?" is no wording of anything
LEAST_WORDS, MOST_ACT = 5, 18  # of an act told to their face
FIRST_PERSON = re.compile(r"\b(?:I|I'm|I've|my|me|we|our)\b")
SECOND = re.compile(
    r",?\s+(?:and|or)\s+(?:also\s+)?(?:what|how|why|who|whom|which|when|where|did|do|does|is|are|was|were|would|could|can|will|should|have|has)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
TAILS = ("What happened next?", "How did that come about?")
TOLD = "L13"  # that a page answers it is why a wording built on that page is offered


def offers(question: str, hits: Sequence[Hit], setting: Setting, language: Language) -> tuple[str, ...]:
    """At most three wordings, each one query of at most 30 words that the linter lets pass; none if there is nothing to mend with."""
    asked = _query(question, setting)
    told = [
        sentence for hit in hits for sentence in split(hit.exact.replace("\n", " ")) if FIRST_PERSON.search(hit.exact)
    ]
    about = stems(question)
    quotes = [quote for sentence in told if about & stems(sentence) and (quote := quote_of(sentence, language))]
    acts = [
        act
        for sentence in told
        if about & stems(sentence)
        if (act := to_you(sentence)) and LEAST_WORDS <= len(act.split()) <= MOST_ACT and act[-1].isalnum()
    ]
    made = [
        *([asked] if asked and len(asked.split()) + SHORTER_BY <= len(question.split()) else []),
        *(f"“{quote}”: {_small(asked)}" for quote in quotes if asked),
        *(f"{act}. {tail}" for act, tail in zip(acts, TAILS, strict=False)),
    ]
    return tuple(dict.fromkeys(text for text in made if text != question and _passes(text, setting, asked)))[:OFFERED]


def _query(question: str, setting: Setting) -> str:
    """The one open query of a question, without what leads up to it and without a second one; "" if it is closed or asks nothing."""
    prepared = prepare(question, setting.titles)
    query = next((one for one in queries(prepared.sentence) if one.asks == "wh"), None)
    if query is None:
        return ""
    start = prepared.span(prepared.asking[0] + query.start, prepared.asking[0] + query.start + 1)[0]
    plain = SECOND.sub("", question[start:].split("?", maxsplit=1)[0]).strip(" ,;:.")
    return f"{plain[:1].upper()}{plain[1:]}?" if len(plain.split()) >= LEAST_ASKED else ""


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _passes(text: str, setting: Setting, asked: str) -> bool:
    """Nothing that the linter minds; of the bare query only what it calls an error, since the rest was theirs before."""
    grave = {Severity.ERROR} if text == asked else {Severity.ERROR, Severity.WARN}
    found = [one for one in lint(text, setting) if one.severity in grave and one.id != TOLD]
    return not found and len(text.split()) <= MOST_WORDS
