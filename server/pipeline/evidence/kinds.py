"""A guess at what a piece of evidence is. Used to give variety and order, never shown as fact, never to choose a question alone."""

from scrapers.page import Place
from server.model import EvidenceKind as Kind

# First that fits wins: the more telling sign stands first.
_ORDER: tuple[tuple[Kind, frozenset[str]], ...] = (
    (Kind.EDUCATION, frozenset({"education"})),
    (Kind.FOUNDED, frozenset({"founded", "did"})),
    (Kind.MOVE, frozenset({"move", "did"})),
    (Kind.MOVE, frozenset({"move", "year"})),
    (Kind.CHANGE_OF_MIND, frozenset({"change", "opinion"})),
    (Kind.SETBACK, frozenset({"setback", "did"})),
    (Kind.AWARD, frozenset({"award"})),
    (Kind.PREDICTION, frozenset({"prediction", "first_person"})),
    (Kind.NUMBER, frozenset({"number", "first_person"})),
    (Kind.MENTOR, frozenset({"mentor", "first_person"})),
    (Kind.ADVICE, frozenset({"advice", "you"})),
    (Kind.PRACTICE, frozenset({"practice", "first_person"})),
    (Kind.OPINION, frozenset({"opinion"})),
    (Kind.ADVICE, frozenset({"advice"})),
    (Kind.NUMBER, frozenset({"number"})),
    (Kind.PUBLISHED, frozenset({"published", "did"})),
    (Kind.ROLE, frozenset({"role"})),
)


def guess_kind(cues: frozenset[str], place: Place) -> Kind:
    """The likeliest kind of a passage from its cues; a row is a role unless it speaks of schooling."""
    if place is Place.ROW:
        return Kind.EDUCATION if "education" in cues else Kind.ROLE
    return next((kind for kind, needed in _ORDER if needed <= cues), Kind.PROJECT)
