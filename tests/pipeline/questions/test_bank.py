"""A fault in the bank is told when it is loaded, by file and move; what a move rests on decides what it cites."""

import pytest

from server.pipeline.questions.bank import RestsOn, load_bank, read_moves
from server.pipeline.questions.slots import FACTS, SLOTS, Fact, Source, slots_of

WHOLE = {
    "id": '"how_it_went"', "part": '"me"', "rests_on": '"passage"', "minutes": "4", "kinds": "[]", "when": '["turn"]',
    "ask": '["{did} How did it go?"]', "probes": "[]", "strength": "1.0",
}  # fmt: skip


def entry(**keys: str) -> str:
    """A move as it stands in a file, with these keys changed; "" leaves one out."""
    return "[[move]]\n" + "\n".join(f"{key} = {value}" for key, value in (WHOLE | keys).items() if value)


def test_a_move_without_a_fault_is_read() -> None:
    [one] = read_moves(entry(twice="true", rests_on='"both"', ask='["{did} {wish}; what now?"]'), "mine.toml")
    assert (one.id, one.rests_on, one.twice, one.open_choice) == ("how_it_went", RestsOn.BOTH, True, False)


@pytest.mark.parametrize(
    "keys, told",
    [
        ({"rests_on": ""}, "it does not say rests_on"),
        ({"strength": ""}, "strength"),
        ({"rests_on": '"page"'}, "'page' is not a valid RestsOn"),
        ({"part": '"middle"'}, "'middle' is not a valid Part"),
        ({"kinds": '["decode"]'}, "'decode' is not a valid GoalKind"),
        ({"twicely": "true"}, "twicely"),
        ({"when": '["turned"]'}, "no predicate is called turned"),
        ({"when": "[]"}, "it names no predicate"),
        ({"when": '["always", "turn"]'}, '"always" adds nothing'),
        ({"ask": '["{done} How did it go?"]'}, "no slot is called {done}"),
        ({"ask": '["How did it go?"]'}, "rests on passage and names no slot of note or passage"),
        ({"ask": '["{did} {wish}; what now?"]'}, "rests on passage and names {wish}, which comes from goal"),
        ({"rests_on": '"goal"'}, "rests on goal and names no slot of goal"),
        ({"rests_on": '"goal"', "ask": '["{did} {wish}; what now?"]'}, "rests on goal and names {did}, which comes from passage"),
        ({"rests_on": '"both"'}, "rests on both and names no slot of goal"),
        ({"rests_on": '"both"', "ask": '["{wish}. {wonder}"]'}, "rests on both and names {wonder}, which comes from note"),
        ({"rests_on": '"seeker"'}, "rests on seeker and names {did}, which comes from passage"),
        ({"twice": "true"}, "twice: it rests on passage"),
        ({"twice": "true", "part": '"core"'}, "twice: only moves about the seeker"),
        ({"open_choice": "true"}, "open_choice: it does not say what is to be decided"),
        ({"filler": "true", "story": "true"}, "filler and story"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_the_file_and_the_move(keys: dict[str, str], told: str) -> None:
    with pytest.raises(ValueError, match=r"^mine\.toml: move how_it_went: ") as fault:
        read_moves(entry(**keys), "mine.toml")
    assert told in str(fault.value)


def test_a_move_without_a_name_is_told_of_too() -> None:
    with pytest.raises(ValueError, match=r"^mine\.toml: move without an id: "):
        read_moves(entry(id=""), "mine.toml")


def test_every_slot_is_named_by_a_move() -> None:
    named = {slot for move in load_bank().moves for slot in slots_of(move.ask)}
    assert [name for name, slot in SLOTS.items() if slot not in named] == []


def test_every_fact_of_the_seeker_is_told_by_a_slot_of_the_seekers() -> None:
    assert {slot.tells for slot in SLOTS.values()} - {None} == set(Fact) == set(FACTS)
    assert Source.PASSAGE not in {slot.source for slot in SLOTS.values() if slot.tells}
