"""How much a passage is worth before any goal is looked at: a table of weights, summed, with the reasons that counted most.

Set by hand, then drawn half-way towards what a regression on five people's pages says (each held out in turn: 36 % of the facts in
the first 40 passages by it, 32 % by hand alone); a table can be read and argued with. Page length counts against a passage because facts per sentence fall as pages grow; position counts for it.

Advice is short and names neither year nor place, so by the other signs it ranks low; it is what a seeker comes for, and weighs
more than any other sign. `brief.select` holds each passage against its page on top of this.
"""

import math
from dataclasses import dataclass

from scrapers.page import Passage, Place
from server.model import SaidBy
from server.pipeline.features.compute import Marks

CUES = {
    "first_person": 0.55,
    "did": 0.30,
    "have_done": 0.10,
    "move": 0.50,
    "founded": 0.25,
    "education": 0.45,
    "mentor": 0.25,
    "setback": 0.25,
    "change": 0.30,
    "opinion": 0.25,
    "claim": 0.25,
    "advice": 0.20,
    "counsel": 1.30,
    "rule": 0.40,
    "prediction": 0.45,
    "practice": 0.20,
    "reason": 0.20,
    "contrast": -0.10,
    "superlative": 0.20,
    "award": 0.40,
    "money": 0.50,
    "year": 0.70,
    "number": 0.80,
    "role": 0.35,
    "question": -1.20,
    "list_lead": -0.80,
    "self_reference": -0.60,
    "anaphora": -0.30,
    "quote_marks": -0.30,
    "note_line": -1.50,
    "code": -1.00,
    "praise": -0.40,
    "furniture": -1.50,
    "aside": -0.40,
}
SPEAKER = {SaidBy.OWN: 0.30, SaidBy.QUOTED: 0.25, SaidBy.REPORTED: 0.0, SaidBy.UNKNOWN: -0.60, SaidBy.HOST: -9.0}
ITEM = -0.20  # lists hold much that is only named
ROW = 0.60  # a job line of a profile or CV says who, where and when at once
OPENS = 0.20  # people open a paragraph with its point
HOLLOW = -0.50  # hardly a content word, and no claim either
EARLY = 0.50  # at the top of a page, falling to nothing at its end
LONG_PAGE = 0.24  # times the logarithm of the page's words over 300
HEADING = 0.10  # a word shared with the heading above
PICKED = 2.50  # the seeker marked it: nothing we know weighs more
CENTRAL = 0.60  # cosine to the mean of all pages about this person
REASONS = 3


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a passage stands: how many words its page has, how far down it is (0 top, 1 end)."""

    page_words: int
    depth: float
    picked: bool
    shared_heading: int


@dataclass(frozen=True, slots=True)
class Weight:
    """What a passage is worth by itself and on its page; best: the parts that raised it most, at most three, best first."""

    page: float
    picked: float
    best: tuple[tuple[float, str], ...]

    def among(self, central: float) -> tuple[float, tuple[str, ...]]:
        """(score, names of the parts that raised it most, at most three). central: cosine to the mean of all pages of theirs."""
        shared = CENTRAL * central
        best = sorted((*self.best, (-shared, "central"))) if shared > 0 else self.best
        return self.page + shared + self.picked, tuple(name for _, name in best[:REASONS])


def weigh(passage: Passage, marks: Marks, said_by: SaidBy, setting: Setting) -> Weight:
    """The weight of a passage of a page."""
    parts = {cue: CUES[cue] for cue in marks.cues if cue in CUES}
    parts["speaker"] = SPEAKER[said_by]
    parts["length"] = _length(marks.words, passage.place)
    parts["hollow"] = (
        HOLLOW if len(marks.stems) < 3 and "claim" not in marks.cues and passage.place is not Place.ROW else 0.0
    )
    parts["page length"] = -LONG_PAGE * max(0.0, math.log(max(setting.page_words, 60) / 300))
    parts["early"] = EARLY * (1 - setting.depth)
    parts["opens"] = OPENS if passage.opens else 0.0
    parts["item"] = ITEM if passage.place is Place.ITEM else 0.0
    parts["row"] = ROW if passage.place is Place.ROW else 0.0
    parts["heading"] = HEADING * min(2, setting.shared_heading)
    page, picked = sum(parts.values()), PICKED if setting.picked else 0.0
    best = sorted((-value, name) for name, value in {**parts, "picked": picked}.items() if value > 0)
    return Weight(page, picked, tuple(best[:REASONS]))


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
