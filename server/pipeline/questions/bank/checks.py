"""What is wrong with a move of the bank, so that it is said when the bank is loaded and not by a question that never comes."""

from collections.abc import Iterator, Mapping

from server.model import Part
from server.pipeline.questions.bank.moves import Move, RestsOn
from server.pipeline.questions.conditions import PREDICATES
from server.pipeline.questions.slots import SLOTS, Fact, Source, named, slots_of, tells

# What fills the wordings of a move that rests on something: at least one slot of these sources where there are any, and none of those.
NEEDS: Mapping[RestsOn, frozenset[Source]] = {
    RestsOn.PASSAGE: frozenset({Source.PASSAGE, Source.NOTE}),
    RestsOn.GOAL: frozenset({Source.GOAL}),
    RestsOn.BOTH: frozenset({Source.GOAL}),
    RestsOn.SEEKER: frozenset(),
}
NEVER: Mapping[RestsOn, frozenset[Source]] = {
    RestsOn.PASSAGE: frozenset({Source.GOAL}),
    RestsOn.GOAL: frozenset({Source.PASSAGE, Source.NOTE}),
    RestsOn.BOTH: frozenset({Source.NOTE}),
    RestsOn.SEEKER: frozenset({Source.PASSAGE, Source.NOTE, Source.GOAL}),
}


def faults(move: Move) -> tuple[str, ...]:
    """What is wrong with it, one sentence each; none if nothing is."""
    unknown = [name for name in named(move.ask) if name not in SLOTS]
    if unknown:
        return tuple(f"no slot is called {{{name}}}" for name in unknown)
    return (*_of_conditions(move), *_of_what_it_rests_on(move), *_of_flags(move))


def _of_conditions(move: Move) -> Iterator[str]:
    yield from (f"when: no predicate is called {name}" for name in move.when if name not in PREDICATES)
    if not move.when:
        yield 'when: it names no predicate; "always" where there is no condition'
    if "always" in move.when and len(move.when) > 1:
        yield 'when: "always" adds nothing to other predicates'


def _of_what_it_rests_on(move: Move) -> Iterator[str]:
    here, needs, never = {slot.source for slot in slots_of(move.ask)}, NEEDS[move.rests_on], NEVER[move.rests_on]
    if needs and not needs & here:
        yield f"it rests on {move.rests_on} and names no slot of {_any_of(needs)}"
    wrong = [name for name in named(move.ask) if SLOTS[name].source in never]
    yield from (
        f"it rests on {move.rests_on} and names {{{name}}}, which comes from {_any_of({SLOTS[name].source})}"
        for name in wrong
    )


def _of_flags(move: Move) -> Iterator[str]:
    if move.twice and move.part is not Part.ME:
        yield "twice: only moves about the seeker (me) say so; those about them may stand twice anyway, whom to meet and the close once"
    if move.twice and move.rests_on not in {RestsOn.GOAL, RestsOn.BOTH}:
        yield f"twice: it rests on {move.rests_on}, which is the same each time"
    if move.open_choice and Fact.WISH not in tells(move.ask):
        yield "open_choice: it does not say what is to be decided ({wish})"
    if move.filler and move.story:
        yield "filler and story: what is asked only for want of others asks for no story"


def _any_of(sources: frozenset[Source] | set[Source]) -> str:
    return " or ".join(sorted(source.name.lower() for source in sources))
