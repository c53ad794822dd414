"""Wordings of a question somebody typed that could be said aloud: their clumsy question stays theirs."""

import re
from collections.abc import Iterator, Sequence

from scrapers.sentences import split
from server.model import Interviewee, Language, Severity
from server.pipeline.features.stems import words
from server.pipeline.identity.names import Names
from server.pipeline.questions.answered import Hit
from server.pipeline.questions.letters import capital, small
from server.pipeline.questions.lint import Setting, lint
from server.pipeline.questions.material.address import to_their_face
from server.pipeline.questions.material.notes import read_note
from server.pipeline.questions.material.perspective import to_you
from server.pipeline.questions.material.quotes import quote_of
from server.pipeline.questions.wording.near import close, matters
from server.pipeline.questions.wording.opened import opened
from server.pipeline.questions.wording.pieces import Piece, pieces
from server.pipeline.questions.wording.spelled import RUDE, spelled

OFFERED, MOST_WORDS = 3, 30
LEAST_ASKED = 4  # words: "Why?" is no wording of anything
LEAST_WORDS, MOST_ACT = 5, 18  # of an act told to their face
TAILS = ("What happened next?", "How did that come about?")
TOLD = "L13"  # that a page answers it is why a wording built on that page is offered
OPEN = re.compile(
    r"(?:who|whom|whose|what|which|when|where|why|how|in (?:which|what)|looking back|for whom|could you tell)\b",
    re.IGNORECASE,
)
UNSURE = re.compile(
    r"I(?:'m| am)? (?:don't know (?:if|whether|how)|not sure|wonder)\b", re.IGNORECASE
)  # that is the question itself
# Behind their own act it need not be named again.
_AGAIN = (
    (re.compile(r"^What led you to .+"), "What led you to that?"),
    (re.compile(r"^What tipped it when .+"), "What tipped it?"),
    (re.compile(r"^Looking back at .+"), "Looking back, what would you weigh differently?"),
    (re.compile(r"^What was .+ like for you\?"), "What was that like for you?"),
    (re.compile(r"^How did you come to .+"), "How did that come about?"),
)


def asked_of_them(question: str, setting: Setting) -> tuple[Piece, ...]:
    """What is asked in it, spelled out and said to their face, in the order it came."""
    plain = spelled(question)
    if setting.names:
        names = Names.of(Interviewee(name=setting.names[0], aliases=tuple(setting.names[1:])))
        plain = to_their_face(plain, names) or plain
    return pieces(plain)


def offers(
    question: str, every: Sequence[Piece], hits: Sequence[Hit], setting: Setting, language: Language
) -> tuple[str, ...]:
    """At most three wordings, each one open query of at most 30 words; none where none would be honest.

    First what they asked (every: as `asked_of_them` tells it), put so that it can be said; then the same built on passages that
    speak of it (hits).
    """
    asked = next((found for piece in every if (found := _worded(piece, setting))), ())
    subject = " ".join(piece.text for piece in every) or question
    told = [
        sentence
        for hit in hits
        if hit.theirs
        for sentence in split(hit.exact.replace("\n", " "))
        if close(subject, sentence)
    ]
    spoken = frozenset(hit.exact for hit in hits if hit.spoken)
    leads = list(_leads(told, "said" if spoken else "wrote", language))
    built = [f"{lead} {_behind(lead, asked[0])}" for lead in leads] if asked else _acts_only(told)
    case = _case(question, setting, language)
    apart = bool(case and asked) and not _repeats(case, asked[0])
    mine = [f"{capital(case)}; {small(asked[0])}"] if apart else []
    made = [*asked[:1], *mine, *(text for text in built if _passes(text, setting)), *asked[1:]]
    return tuple(dict.fromkeys(text for text in made if _fit_to_say(text) and words(text) != words(question)))[:OFFERED]


def _case(question: str, setting: Setting, language: Language) -> str:
    """What they tell of themselves beside what they ask."""
    names = Names.of(Interviewee(name=setting.names[0])) if setting.names else None
    return read_note(spelled(question), names, language).case if names else ""


def _repeats(case: str, asked: str) -> bool:
    """What they tell is mostly what they ask."""
    if UNSURE.match(case):
        return True
    told = set(words(case))
    return bool(matters(case) & matters(asked)) or len(told & set(words(asked))) * 2 > len(told)


def parked(every: Sequence[Piece], setting: Setting) -> tuple[str, ...]:
    """What is asked besides what the wordings ask, each as a question of its own, said openly where that is known."""
    worded = [(piece, _worded(piece, setting)) for piece in every]
    first = next((at for at, (_, found) in enumerate(worded) if found), 0)
    rest = [found[0] if found else _sentence(piece.text) for at, (piece, found) in enumerate(worded) if at != first]
    return tuple(dict.fromkeys(text for text in rest if _fit_to_say(text)))[:OFFERED]


def _worded(piece: Piece, setting: Setting) -> tuple[str, ...]:
    """Wordings of one query, the closest first."""
    if piece.said:
        return (_sentence(piece.text),)
    asked = small(piece.text)
    found = opened(asked)
    if found is None:
        found = (asked,) if OPEN.match(asked) and len(asked.split()) >= LEAST_ASKED else ()
    whole = (f"{piece.since}, {small(text)}" if piece.since else text for text in found)
    return tuple(text for text in map(_sentence, whole) if not _is_grave(text, setting))


def _is_grave(text: str, setting: Setting) -> bool:
    return any(one.severity is Severity.ERROR for one in lint(text, setting))


def _leads(told: Sequence[str], said: str, language: Language) -> Iterator[str]:
    """Short sentences that bring in what they did or said, to their face."""
    for sentence in told:
        if act := _act(sentence):
            yield f"{act}."
        elif quote := quote_of(sentence, language):
            yield f"You {said} “{quote}”."


def _behind(lead: str, asked: str) -> str:
    """The query as it is put behind a lead that names the matter already."""
    if lead.startswith("You") and matters(asked) <= matters(lead):
        return next((say for when, say in _AGAIN if when.match(asked)), asked)
    return asked


def _acts_only(told: Sequence[str]) -> list[str]:
    acts = filter(None, map(_act, told))
    return [f"{act}. {tail}" for act, tail in zip(acts, TAILS, strict=False)]


def _act(sentence: str) -> str:
    """What they did, told to their face, without its stop; "" where it is too short, too long or torn."""
    act = to_you(sentence)
    return act if LEAST_WORDS <= len(act.split()) <= MOST_ACT and act[-1].isalnum() else ""


def _sentence(text: str) -> str:
    plain = text.strip(" ,;:.?!")
    return f"{capital(plain)}?"


def _fit_to_say(text: str) -> bool:
    return len(text.split()) <= MOST_WORDS and not RUDE.search(text)


def _passes(text: str, setting: Setting) -> bool:
    """Nothing that the linter minds."""
    return not any(one.severity in {Severity.ERROR, Severity.WARN} for one in lint(text, setting) if one.id != TOLD)
