"""What ties a question to this one person: a quote, a year, a number, a name, a rare phrase of their pages, a fact of the seeker."""

import re

from server.model import Part, Severity
from server.pipeline.features.months import MONTH, WEEKDAY
from server.pipeline.features.stems import stems
from server.pipeline.questions.lint.hit import Hit, at, whole
from server.pipeline.questions.lint.patterns import any_of, lexicon
from server.pipeline.questions.lint.prepare import MASK, Prepared
from server.pipeline.questions.lint.setting import Setting

RARE_ENOUGH = 2  # rare stems that make a phrase of theirs
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|dozen|half)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DAYS_MONTHS = re.compile(rf"\b(?:{MONTH}|{WEEKDAY})s?\b")
_CAPITALISED = re.compile(r"\b[A-Z][\w'’-]*")
_NO_NAME = frozenset({"I", "I'm", "I've", "I'd", "I'll", MASK})
_SUPERLATIVE = any_of(*lexicon("tone")["superlative"])
_CLAUSE_MARK = re.compile(r"[,;:?!—–]|\.\s")


def names_in(text: str, known: tuple[str, ...] = ()) -> list[str]:
    """Capitalised words that begin no sentence. known (how the interviewee is called) do not count."""
    own = {word for name in known for word in name.split()}
    found = []
    for match in _CAPITALISED.finditer(text):
        before = text[: match.start()].rstrip()
        begins = not before or before[-1] in ".!?"
        word = match.group().removesuffix("'s")
        if begins or match.group() in _NO_NAME or word in _NO_NAME or word in own:
            continue
        found.append(match.group())
    return found


def tied(text: str, setting: Setting) -> bool:
    """Whether a text holds anything that a colleague's question would not."""
    if MASK in text or _NUMBER.search(text) or _DAYS_MONTHS.search(text) or names_in(text, setting.names):
        return True
    own = stems(text)
    return len(own & setting.rare) >= RARE_ENOUGH or bool(own & setting.seeker)


def clause(text: str, start: int, end: int) -> str:
    """The clause around a span: from the mark before it to the mark after it."""
    before = [match.end() for match in _CLAUSE_MARK.finditer(text, 0, start)]
    after = _CLAUSE_MARK.search(text, end)
    return text[before[-1] if before else 0 : after.start() if after else len(text)]


def bound(text: str, start: int, end: int) -> bool:
    """Whether the clause around a span names a quote, a work or a year."""
    around = clause(text, start, end)
    return MASK in around or bool(_YEAR.search(around))


def anyone(prepared: Prepared, setting: Setting) -> Hit | None:
    """L22: with a colleague's name on it, the question would still make sense."""
    if not setting.rare or setting.part is not Part.CORE or tied(prepared.masked, setting):
        return None
    return whole(
        prepared, Severity.WARN, "Anyone in the job could be asked this. Name what on their pages made you wonder."
    )


def superlative(prepared: Prepared, setting: Setting) -> Hit | None:
    """L23: "the hardest" of a whole life; bound to a year, a work or a name it is fine."""
    match = _SUPERLATIVE.search(prepared.masked)
    if not match:
        return None
    around = clause(prepared.masked, match.start(), match.end())
    if (
        MASK in around
        or _NUMBER.search(around)
        or _DAYS_MONTHS.search(around)
        or _names_around(prepared, around, setting)
    ):
        return None
    return at(match, Severity.INFO, "They would have to search a whole life for it. Bound it: one year, one project.")


def _names_around(prepared: Prepared, around: str, setting: Setting) -> bool:
    return any(name in around for name in names_in(prepared.masked, setting.names))
