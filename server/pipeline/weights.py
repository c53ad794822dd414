"""How much a passage is worth before any goal is looked at: a table of weights, summed, with the reasons that counted most.

Set by hand and re-checked on the quality set (`make quality`): with a few people's pages learned weights were no better, and a
table can be read. Page length counts against a passage because facts per sentence fall as pages grow; position counts for it.
"""

import math
from dataclasses import dataclass

from scrapers.page import Passage, Place
from server.model import SaidBy
from server.pipeline.features import Marks

CUES = {
    "first_person": 0.40,
    "did": 0.35,
    "have_done": 0.20,
    "move": 0.35,
    "founded": 0.25,
    "education": 0.30,
    "mentor": 0.25,
    "setback": 0.25,
    "change": 0.30,
    "opinion": 0.20,
    "advice": 0.15,
    "prediction": 0.15,
    "practice": 0.20,
    "reason": 0.20,
    "contrast": 0.10,
    "superlative": 0.15,
    "award": 0.25,
    "money": 0.20,
    "year": 0.25,
    "number": 0.40,
    "role": 0.15,
    "question": -1.20,
    "list_lead": -0.80,
    "self_reference": -0.60,
    "anaphora": -0.25,
    "quote_marks": -0.10,
    "note_line": -1.50,
    "code": -1.00,
    "praise": -0.40,
}
SPEAKER = {SaidBy.OWN: 0.30, SaidBy.QUOTED: 0.25, SaidBy.REPORTED: 0.0, SaidBy.UNKNOWN: -0.60, SaidBy.HOST: -9.0}
ROW = 0.60  # a job line of a profile or CV says who, where and when at once
OPENS = 0.20  # people open a paragraph with its point
EARLY = 0.50  # at the top of a page, falling to nothing at its end
LONG_PAGE = 0.45  # per doubling-e of the page's length over 300 words
HEADING = 0.10  # a word shared with the heading above
PICKED = 2.50  # the seeker marked it: nothing we know weighs more
CENTRAL = 0.60  # cosine to the mean of all pages about this person


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a passage stands: how many words its page has, how far down it is (0 top, 1 end), cosine to the person's mean."""

    page_words: int
    depth: float
    central: float
    picked: bool
    shared_heading: int


def weigh(passage: Passage, marks: Marks, said_by: SaidBy, setting: Setting) -> tuple[float, tuple[str, ...]]:
    """(score, names of the parts that raised it most, at most three)."""
    parts = {cue: CUES[cue] for cue in marks.cues if cue in CUES}
    parts["speaker"] = SPEAKER[said_by]
    parts["length"] = _length(marks.words, passage.place)
    parts["page length"] = -LONG_PAGE * max(0.0, math.log(max(setting.page_words, 60) / 300))
    parts["early"] = EARLY * (1 - setting.depth)
    parts["opens"] = OPENS if passage.opens else 0.0
    parts["row"] = ROW if passage.place is Place.ROW else 0.0
    parts["heading"] = HEADING * min(2, setting.shared_heading)
    parts["central"] = CENTRAL * setting.central
    parts["picked"] = PICKED if setting.picked else 0.0
    best = sorted((name for name in parts if parts[name] > 0), key=lambda name: (-parts[name], name))
    return sum(parts.values()), tuple(best[:3])


def _length(words: int, place: Place) -> float:
    if place is Place.ROW:
        return 0.0
    if words < 5:
        return -1.2
    if words < 8:
        return -0.3
    if words <= 25:
        return 0.25
    return 0.0 if words <= 34 else -0.4
