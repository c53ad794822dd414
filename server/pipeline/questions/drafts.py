"""Drafts: a move whose conditions hold, with the slots of one candidate filled in. Gates refuse; nothing is mended."""

import hashlib
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, chain, product

from server.pipeline.features.stems import stems
from server.pipeline.questions.bank import Bank, Move, RestsOn
from server.pipeline.questions.conditions import Candidate
from server.pipeline.questions.firing import fired, tree_of
from server.pipeline.questions.letters import capital
from server.pipeline.questions.signs import COUNTS, WHEN
from server.pipeline.questions.slots import FACTS, SLOTS, named, slots_of, tells

MOST_WORDS = 30
# Cosine below which a passage has nothing to do with what the seeker brings: then it is not cited for it. Nearness alone is not enough:
# under "the library will see it as part of the job" it brings whatever names a library.
SPEAKS_OF_IT = (
    1.1,
    0.50,
    0.34,
)  # with no content word in common, with one, with two or more; numbers and spans of time are none
SPANS = stems("hours minutes")

Forms = tuple[str, ...]
Values = tuple[tuple[str, ...], ...]  # of each slot all there are, the best first; an empty one has none
Worded = tuple[tuple[str, ...], ...]  # of each form that has any, its wordings


@dataclass(frozen=True, slots=True)
class Draft:
    """One question that could be asked: wordings in order of preference, the passages and seeker facts each rests on."""

    move: Move
    candidate: Candidate
    wordings: tuple[str, ...]
    evidence: tuple[str, ...]
    user_facts: tuple[str, ...]
    goal: str = ""  # the one goal it can stand under; "" for any
    begins: tuple[int, ...] = (0,)  # where in the wordings those of each form of the move begin that has any

    @property
    def key(self) -> str:
        """Stable for the same move on the same passages."""
        return "q" + hashlib.sha256(f"{self.move.id}\n{' '.join(self.evidence)}{self.goal}".encode()).hexdigest()[:10]


def make_drafts(candidates: Sequence[Candidate], bank: Bank) -> tuple[Draft, ...]:
    """Every move on every candidate for which all its conditions hold and at least one wording can be said in one breath.

    What rests on no passage is the same on each: it is made once, where most speaks of what the seeker plans.
    """
    fill = cache(_wordings)  # a cache, gone with this call: what rests on no passage is filled in alike on each
    tree = tree_of(bank.moves)
    made = [draft for one in candidates for draft in drafts_of(one, fired(one, tree), fill)]
    bare: dict[tuple[str, tuple[str, ...]], Draft] = {}
    for draft in made:
        if not draft.evidence:
            known = bare.setdefault((draft.move.id, draft.wordings), draft)
            if draft.candidate.near_me > known.candidate.near_me:
                bare[draft.move.id, draft.wordings] = draft
    return (*(draft for draft in made if draft.evidence), *bare.values())


def drafts_of(
    one: Candidate, moves: Sequence[Move], fill: Callable[[Forms, Values], Worded] | None = None
) -> Iterator[Draft]:
    """A draft a move, but for those whose slots this candidate cannot fill. fill: how forms are filled, where it is remembered."""
    fill, filled = fill or _wordings, dict[str, tuple[str, ...]]()
    for move in moves:
        for name in named(move.ask):
            if name not in filled:  # moves share slots
                filled[name] = tuple(SLOTS[name].fill(one))
        if worded := fill(move.ask, tuple(filled[name] for name in named(move.ask))):
            facts, begins = _user_facts(move, one), tuple(accumulate(map(len, worded[:-1]), initial=0))
            yield Draft(move, one, tuple(chain(*worded)), _evidence(move, one, facts), facts, begins=begins)


def _wordings(forms: Forms, values: Values) -> Worded:
    """The forms in every way their slots (in the order of `named`) can be filled, each once; none that is too long to say."""
    filled, said = dict(zip(named(forms), values, strict=True)), set[str]()
    worded = []
    for form in forms:
        texts = [text for text in dict.fromkeys(_filled(form, filled)) if text not in said]
        worded.append(tuple(text for text in texts if len(text.split()) <= MOST_WORDS))
        said.update(texts)
    return tuple(texts for texts in worded if texts)


def _filled(form: str, filled: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    names = named((form,))
    for way in product(*(filled[name] for name in names)):
        yield capital(unicodedata.normalize("NFKC", form.format_map(dict(zip(names, way, strict=True)))))


def _evidence(move: Move, one: Candidate, facts: tuple[str, ...]) -> tuple[str, ...]:
    if move.rests_on is RestsOn.GOAL or (move.rests_on is RestsOn.SEEKER and not _speaks_of(one, facts)):
        return ()
    slots = slots_of(move.ask)
    earlier = [found for slot in slots if slot.earlier and (found := slot.earlier(one))]
    later = [found for slot in slots if slot.later and (found := slot.later(one))]
    return tuple(dict.fromkeys(found.evidence.id for found in (*earlier, one.found, *later)))


def _speaks_of(one: Candidate, brought: tuple[str, ...]) -> bool:
    """Its passage speaks of what the seeker brings: under a question it is read as what the question rests on."""
    if one.near_me < min(SPEAKS_OF_IT):
        return False
    shared = stems(" ".join(brought)) & one.found.marks.stems
    matter = shared - WHEN - COUNTS
    words = len(matter) + bool(matter and shared & SPANS)  # so many hours of the same thing
    return one.near_me >= SPEAKS_OF_IT[min(words, len(SPEAKS_OF_IT) - 1)]


def _user_facts(move: Move, one: Candidate) -> tuple[str, ...]:
    return tuple(text for fact in tells(move.ask) if (text := FACTS[fact](one)))
