"""Drafts: a move whose conditions hold, with the slots of one candidate filled in. Gates refuse; nothing is mended."""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, chain, product

from server.pipeline.features.stems import stems
from server.pipeline.questions.bank import Bank, Move
from server.pipeline.questions.conditions import Candidate
from server.pipeline.questions.firing import fired, tree_of
from server.pipeline.questions.material.candidates import said
from server.pipeline.questions.material.facts import can_lose_one, named_thing, shown
from server.pipeline.questions.material.leads import said_role
from server.pipeline.questions.material.wanted import wanted
from server.pipeline.questions.signs import DATED, WHEN

MOST_WORDS = 30
SLOT = re.compile(r"\{(\w+)\}")
WEIGHING, AHEAD = "I'm weighing something similar", "I have something similar ahead of me"
MAY_WANT = "I may want that way back one day"  # what one goes back to is left first
ABOUT_NOBODY = frozenset(
    "always seeker_wish goal_asks_them seeker_looks_for_people seeker_decides goal_asks_of_my_page".split()
)  # such a question rests on no passage; nor does what only says of which kind a wish is
OF_A_WISH = "wish_"
# Cosine below which a passage has nothing to do with what the seeker brings: then it is not cited for it. Nearness alone is not enough:
# under "the library will see it as part of the job" it brings whatever names a library.
SPEAKS_OF_IT = (
    1.1,
    0.50,
    0.34,
)  # with no content word in common, with one, with two or more; numbers and spans of time are none
COUNTS = stems("one two three four five six seven eight nine ten half hours minutes years months weeks days")
SPANS = stems("hours minutes")
FACTS: Mapping[str, Callable[[Candidate], str]] = {
    "seeker_wish": lambda one: one.wish,
    "wish_asks": lambda one: one.goal_straight,
    "wish_is_an_act": lambda one: one.goal_act,
    "goal_asks_them": lambda one: one.goal_question,
    "note_tells_a_case": lambda one: one.noted.case,
    "note_asks": lambda one: one.noted.wonder,
    "note_asks_of_a_case": lambda one: one.noted.in_case,
    "note_retells": lambda one: one.noted.retell,
    "note_reads": lambda one: one.noted.reading,
    "note_doubts": lambda one: one.noted.doubt,
    "seeker_plan": lambda one: (one.plan_short or one.plan_whole).removeprefix("to ") or one.plan,
    "seeker_assumption": lambda one: one.assumption,
    "seeker_show": lambda one: one.show,
    "goal_asks_of_my_page": lambda one: one.show,
}  # by condition, what of the seeker's a question rests on whose move has it

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
    fill = fill or _wordings
    slots = _slots(one) if moves else {}
    for move in moves:
        if worded := fill(move.ask, tuple(slots[name] for name in _named(move.ask))):
            begins = tuple(accumulate(map(len, worded[:-1]), initial=0))
            yield Draft(move, one, tuple(chain(*worded)), _evidence(move, one), _user_facts(move, one), begins=begins)


def _wordings(forms: Forms, values: Values) -> Worded:
    """The forms in every way their slots (in the order of `_named`) can be filled, each once; none that is too long to say."""
    filled, said = dict(zip(_named(forms), values, strict=True)), set[str]()
    worded = []
    for form in forms:
        texts = [text for text in dict.fromkeys(_filled(form, filled)) if text not in said]
        worded.append(tuple(text for text in texts if len(text.split()) <= MOST_WORDS))
        said.update(texts)
    return tuple(texts for texts in worded if texts)


def _filled(form: str, filled: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    names = _named((form,))
    for way in product(*(filled[name] for name in names)):
        yield capital(unicodedata.normalize("NFKC", form.format_map(dict(zip(names, way, strict=True)))))


@lru_cache(maxsize=1_000)  # a cache: the bank has some hundred forms, and each is filled for many passages
def _named(forms: Forms) -> tuple[str, ...]:
    """The slots of some forms, each once."""
    return tuple(dict.fromkeys(name for form in forms for name in SLOT.findall(form)))


def capital(text: str) -> str:
    """With a capital first letter."""
    return text[:1].upper() + text[1:]


def _slots(one: Candidate) -> Mapping[str, tuple[str, ...]]:
    """All ways to fill each slot, the best first; an empty one has none."""
    single = _of_passage(one) | _of_seeker(one)
    several = {
        "did": one.act_leads,
        "they_said": one.mark_leads or one.quote_leads,
        "marked": one.mark_leads,
        "wish": one.wishes,
    }
    return {name: (text,) if text else () for name, text in single.items()} | several


def _of_passage(one: Candidate) -> dict[str, str]:
    """What their pages give."""
    evidence, twin = one.found.evidence, one.twin
    return {
        "quote": one.quote,
        "year": evidence.slots.start[:4] if evidence.slots.role else one.year,
        "org": evidence.slots.org,
        "org_before": one.before.evidence.slots.org if one.before else "",
        "role": said_role(evidence.slots.role),
        "role_before": said_role(one.before.evidence.slots.role) if one.before else "",
        "how_did": one.how_did,
        "step": one.step_told,
        "said": said(one.found),
        "quote_then": twin.quote if twin else "",
        "year_then": twin.year if twin else "",
        "said_then": said(twin.found) if twin else "",
        "act_after": _later_act(one.act_after),
    }


def _of_seeker(one: Candidate) -> dict[str, str]:
    """What the seeker typed."""
    noted, collected = one.noted, can_lose_one(one.show)
    return {
        "plan": one.plan,
        "plan_short": one.plan_short,
        "plan_whole": one.plan_whole,
        "assumption": one.assumption,
        "show": one.show,
        "my_show": "" if collected else named_thing(one.show),
        "shown": shown(one.show) if collected else "",
        "who": one.who,
        "goal_question": one.goal_question,
        "straight": one.goal_straight,
        "page_asked": one.page_asked,
        **wanted(one.goal_act),
        "goal_read": one.goal_read,
        "ahead": _ahead(one),
        "wonder": noted.wonder,
        "in_case": noted.in_case,
        "because": noted.because,
        "retell": noted.retell,
        "reading": noted.reading,
        "case": capital(noted.case),
        "doubt": noted.doubt,
    }


def _ahead(one: Candidate) -> str:
    """Half a clause that sets the seeker beside a step they took; "" where there is none."""
    if not one.step:
        return ""
    return MAY_WANT if one.step == "going_back" else WEIGHING if one.step_weighed else AHEAD


def _later_act(act: Candidate | None) -> str:
    """The act as the second half of a sentence, with its year unless it says when itself."""
    if act is None:
        return ""
    small = act.turn[:1].lower() + act.turn[1:]
    return small if DATED.search(act.turn) or not small.startswith("you ") else f"in {act.year} {small}"


def _evidence(move: Move, one: Candidate) -> tuple[str, ...]:
    bare = all(name in ABOUT_NOBODY or name.startswith(OF_A_WISH) for name in move.when)
    if bare or ("expert_here" in move.when and not _speaks_of(one, _user_facts(move, one))):
        return ()
    ids = [one.found.evidence.id]
    if "older_twin" in move.when and one.twin:
        ids.insert(0, one.twin.found.evidence.id)
    if "act_after" in move.when and one.act_after:
        ids.append(one.act_after.found.evidence.id)
    if "job_before" in move.when and one.before:
        ids.insert(0, one.before.evidence.id)
    return tuple(ids)


def _speaks_of(one: Candidate, brought: tuple[str, ...]) -> bool:
    """Its passage speaks of what the seeker brings: under a question it is read as what the question rests on."""
    shared = stems(" ".join(brought)) & one.found.marks.stems
    matter = shared - WHEN - COUNTS
    words = len(matter) + bool(matter and shared & SPANS)  # so many hours of the same thing
    return one.near_me >= SPEAKS_OF_IT[min(words, len(SPEAKS_OF_IT) - 1)]


def _user_facts(move: Move, one: Candidate) -> tuple[str, ...]:
    return tuple(text for tells in _telling(move.when) if (text := tells(one)))


@lru_cache(maxsize=1_000)  # a cache: the same moves are tried on many passages
def _telling(when: tuple[str, ...]) -> tuple[Callable[[Candidate], str], ...]:
    """What tells the seeker's facts that a move rests on, by its conditions."""
    return tuple(tells for name, tells in FACTS.items() if name in when)
