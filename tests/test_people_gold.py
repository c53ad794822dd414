"""The gold of our own interviews: what it points at is there, word for word."""

from typing import Any

import pytest

from bench.case import strings
from bench.people import Person, load_people, squeezed
from server.model import ConflictKind

PEOPLE = load_people()
KINDS = {
    "role", "move", "founded", "education", "published", "opinion", "advice", "failure",
    "number", "prediction", "change_of_mind", "award", "mentor", "project",
}  # fmt: skip

everybody = pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.slug)


def quoted(person: Person) -> list[dict[str, Any]]:
    gold = person.gold
    return [*gold["facts"], *gold["already_answered"], *gold["privacy"]]


def test_there_are_at_least_two_people() -> None:
    assert len(PEOPLE) >= 2


@everybody
def test_every_quote_of_the_gold_stands_on_its_page(person: Person) -> None:
    missing = [one["quote"] for one in quoted(person) if squeezed(one["quote"]) not in person.pages[one["clip"]]]
    assert missing == []


@everybody
def test_every_selection_stands_on_its_page_and_in_the_gold(person: Person) -> None:
    chosen = [clip for clip in person.dossier["clips"] if clip.get("selection")]
    assert [clip["id"] for clip in chosen if squeezed(clip["selection"]) not in person.pages[clip["id"]]] == []
    marked = {(one["clip"], " ".join(one["selection"].split()[:8])) for one in person.gold["curiosity"]}
    assert {(clip["id"], " ".join(clip["selection"].split()[:8])) for clip in chosen} == marked


@everybody
def test_no_quote_is_longer_than_twenty_five_words(person: Person) -> None:
    assert [one["quote"] for one in quoted(person) if len(one["quote"].split()) > 25] == []


@everybody
def test_the_gold_says_of_every_clip_what_it_is(person: Person) -> None:
    assert sorted(person.gold["clips"]) == sorted(person.clip_ids)


@everybody
def test_ids_of_the_gold_resolve(person: Person) -> None:
    gold, facts, clips = person.gold, set(person.facts), set(person.clip_ids)
    named = {*gold["must_have"], *(f for c in gold["conflicts"] for f in c["facts"])}
    assert named | {f for q in gold["good_questions"] for f in q["evidence"]} <= facts
    assert {trap["clip"] for trap in gold["traps"]} | {one["clip"] for one in gold["curiosity"]} <= clips
    assert {q["goal"] for q in gold["good_questions"]} <= set(person.goal_ids)
    assert {fact["kind"] for fact in gold["facts"]} <= KINDS
    assert {conflict["kind"] for conflict in gold["conflicts"]} <= set(ConflictKind)


@everybody
def test_other_lines_that_tell_a_conflict_stand_on_a_page(person: Person) -> None:
    also = [quote for conflict in person.gold["conflicts"] for quote in conflict.get("also", ())]
    assert [quote for quote in also if not any(squeezed(quote) in page for page in person.pages.values())] == []


@everybody
def test_the_gold_is_as_rich_as_the_measures_need(person: Person) -> None:
    gold = person.gold
    assert 25 <= len(person.facts) == len(gold["facts"]) <= 35
    assert len(gold["must_have"]) == len(set(gold["must_have"])) == 10
    assert len(gold["good_questions"]) >= 6
    assert len(gold["privacy"]) >= 5


@everybody
def test_no_fact_lies_on_a_private_span(person: Person) -> None:
    private = [(one["clip"], squeezed(one["quote"])) for one in person.gold["privacy"]]
    facts = [(fact["clip"], squeezed(fact["quote"])) for fact in person.facts.values()]
    assert [f for c, f in facts for d, p in private if c == d and (p in f or f in p)] == []


@everybody
def test_all_addresses_are_fictional(person: Person) -> None:
    assert [clip["url"] for clip in person.dossier["clips"] if ".example/" not in clip["url"]] == []


@everybody
def test_good_questions_are_short_enough_to_say(person: Person) -> None:
    assert [q["question"] for q in person.gold["good_questions"] if len(q["question"].split()) > 30] == []


@everybody
def test_the_seeker_gives_nothing_away_that_we_would_mask(person: Person) -> None:
    seeker = squeezed(" ".join(text for _, text in strings(person.dossier["user"])))
    assert [one["quote"] for one in person.gold["privacy"] if squeezed(one["quote"]) in seeker] == []
