"""The measures of `make quality`: what one exported document is worth to one person, against their gold.

Each measure is a function from a case to a number, or None where the case has nothing to measure. They know the exported
document (`groundwork.brief/1`) as JSON and nothing of how it was made.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote

from bench.asking import (
    joins_two_facts,
    lint_errors,
    lint_warnings,
    moves_used,
    only_for_them,
    question_words_max,
    question_words_median,
    same_first_words,
)
from bench.case import Case, Json, strings
from bench.matching import covers, has_span, overlaps
from bench.people import squeezed
from server.model import ConflictKind

HARD_TRAPS = frozenset({"wall", "namesake", "duplicate", "unrelated"})  # kinds of page that are never to be cited
TOP = 10  # passages of a goal that count
GROUNDED = frozenset({"core", "me"})  # parts of the talk whose questions must rest on something


def must_have_recall(case: Case) -> float | None:
    """Of the ten facts that a brief for these goals should rest on."""
    return _share(fact in case.covered for fact in case.person.gold["must_have"])


def fact_recall(case: Case) -> float | None:
    """Of all gold facts."""
    return _share(fact in case.covered for fact in case.person.facts)


def quotes_verbatim(case: Case) -> float | None:
    """Evidence that stands on its page, line by line."""
    return _share(_verbatim(case, one) for one in case.evidence.values())


def hard_traps_cited(case: Case) -> float:
    """Times that brief, questions, timeline, conflicts or answers cite a wall, a namesake, a copy or another's page."""
    return float(len(traps(case)))


def traps(case: Case) -> list[str]:
    """The passages that should not have been cited, once a citation."""
    kinds = {clip: about["kind"] for clip, about in case.person.gold["clips"].items()}
    parts = (case.lines, case.questions, *(case.document[name] for name in ("timeline", "conflicts", "answered")))
    cited = [one for part in parts for item in part for one in item["evidence"] if one in case.evidence]
    return [case.evidence[one]["exact"] for one in cited if kinds[case.evidence[one]["clip_id"]] in HARD_TRAPS]


def unknown_evidence(case: Case) -> float:
    """Citations of evidence that the document does not hold."""
    cited = [one for item in (*case.lines, *case.questions) for one in item["evidence"]]
    return float(sum(one not in case.evidence for one in cited))


def privacy_leaks(case: Case) -> float:
    """Strings of the document, or of what typed questions are answered with, in which a private span stands."""
    return float(len(leaks(case)))


def leaks(case: Case) -> list[tuple[str, str]]:
    """(place in the document, private span) for every leak. Links are read with their escapes undone."""
    spans = [private["quote"] for private in case.person.gold["privacy"]]
    shown = {"document": case.document, "answers": case.answers}
    return [(at, span) for at, text in strings(shown) for span in spans if has_span(unquote(text), span)]


def goals_served(case: Case) -> float | None:
    """Goals with enough questions: two for the first; one for each other, or a line on what the pages do not tell."""
    asked, gaps = questions_per_goal(case), {gap["goal"] for gap in case.document["gaps"]}
    first, *others = case.person.goal_ids
    return _share([asked[first] >= 2, *(asked[goal] >= 1 or goal in gaps for goal in others)])


def questions_per_goal(case: Case) -> dict[str, int]:
    """Number of questions by goal, most important goal first."""
    return {goal: sum(q["goal"] == goal for q in case.questions) for goal in case.person.goal_ids}


def questions_without_ground(case: Case) -> float:
    """Questions of the talk's middle that rest on no passage and on nothing about the seeker."""
    return float(sum(q["part"] in GROUNDED and not (q["evidence"] or q["user_facts"]) for q in case.questions))


def core_with_evidence(case: Case) -> float | None:
    """Core questions that cite evidence."""
    return _share(bool(q["evidence"]) for q in case.questions if q["part"] == "core")


def me_with_user_fact(case: Case) -> float | None:
    """Questions about the seeker that cite a fact of theirs."""
    return _share(bool(q["user_facts"]) for q in case.questions if q["part"] == "me")


def selections_on_card(case: Case) -> float | None:
    """What the seeker selected that is offered on a card."""
    return _share(_selected(case, [card["evidence"] for card in case.document["cards"]]))


def selections_in_question(case: Case) -> float | None:
    """What the seeker selected on which a question builds."""
    return _share(_selected(case, [one for q in case.questions for one in q["evidence"]]))


def conflicts_shown(case: Case) -> float | None:
    """Gold conflicts of which the brief speaks with two sides or more."""
    return _share(len(case.covered & set(conflict["facts"])) >= 2 for conflict in case.person.gold["conflicts"])


def conflicts_found(case: Case) -> float | None:
    """Gold conflicts that the document lists as such."""
    return _share(_is_listed(case, gold) for gold in case.person.gold["conflicts"])


def conflicts_of_a_slot(case: Case) -> float | None:
    """Of those in which one fact is told differently (a date, a count, a post, a place), not a change of mind nor then and now."""
    return _share(
        _is_listed(case, gold)
        for gold in case.person.gold["conflicts"]
        if gold.get("kind") == ConflictKind.DISAGREEMENT
    )


def conflicts_unmarked(case: Case) -> float:
    """Conflicts that the document lists and nobody marked."""
    return float(sum(_is_unmarked(case, one) for one in case.document["conflicts"]))


def slots_unmarked(case: Case) -> float:
    """Of these, what it lists as one fact told differently."""
    listed = [one for one in case.document["conflicts"] if one["kind"] == ConflictKind.DISAGREEMENT]
    return float(sum(_is_unmarked(case, one) for one in listed))


def answered_page(case: Case) -> float | None:
    """Questions that a page answers, with that page among the three best."""
    return _share(
        any(best["clip_id"] == gold["clip"] for best in case.answers[gold["question"]][:3]) for gold in _checked(case)
    )


def answered_passage(case: Case) -> float | None:
    """The same with the very passage among the three best."""
    return _share(
        any(overlaps(best["exact"], gold["quote"]) for best in case.answers[gold["question"]][:3])
        for gold in _checked(case)
    )


def answered_detected(case: Case) -> float | None:
    """Questions that a page answers and that are said to be answered."""
    return _share(_is_answered(case, gold["question"]) for gold in _checked(case))


def answered_alarms(case: Case) -> float | None:
    """Good questions that are said to be answered and are not."""
    good = [one["question"] for one in case.person.gold["good_questions"] if one["question"] in case.answers]
    return _share(_is_answered(case, question) for question in good)


def good_question_evidence(case: Case) -> float | None:
    """Good questions of which one passage stands among the ten best of their goal."""
    best = {goal["id"]: case.exacts(goal["evidence"][:TOP]) for goal in case.document["goals"]}
    return _share(
        any(fact in one["evidence"] for fact in case.facts_in(best.get(one["goal"], [])))
        for one in case.person.gold["good_questions"]
    )


def words_in_brief(case: Case) -> float:
    """Words of all lines of the brief."""
    return float(sum(len(line["text"].split()) for line in case.lines))


@dataclass(frozen=True)
class Measure:
    """A measure with its direction, and how far below what was measured a floor is pinned."""

    of: Callable[[Case], float | None]
    better: Literal["higher", "lower"]
    slack: float = 0.0

    @property
    def name(self) -> str:
        """The name it has in the table and in the floors."""
        return self.of.__name__


SMALL = 0.02  # below a fact of 35 or a share of 60: what a rounding may move, and no more

MEASURES = (
    Measure(must_have_recall, "higher", SMALL),
    Measure(fact_recall, "higher", SMALL),
    Measure(quotes_verbatim, "higher"),
    Measure(hard_traps_cited, "lower"),
    Measure(unknown_evidence, "lower"),
    Measure(privacy_leaks, "lower"),
    Measure(goals_served, "higher"),
    Measure(questions_without_ground, "lower"),
    Measure(core_with_evidence, "higher"),
    Measure(me_with_user_fact, "higher"),
    Measure(selections_on_card, "higher", SMALL),
    Measure(selections_in_question, "higher", SMALL),
    Measure(conflicts_shown, "higher", SMALL),
    Measure(conflicts_found, "higher", SMALL),
    Measure(conflicts_of_a_slot, "higher", SMALL),
    Measure(conflicts_unmarked, "lower", 0.5),
    Measure(slots_unmarked, "lower", 0.25),
    Measure(answered_page, "higher", SMALL),
    Measure(answered_passage, "higher", SMALL),
    Measure(answered_detected, "higher", SMALL),
    Measure(answered_alarms, "lower", SMALL),
    Measure(good_question_evidence, "higher", SMALL),
    Measure(words_in_brief, "lower", 10),
    Measure(question_words_median, "lower", 1),
    Measure(question_words_max, "lower", 1),
    Measure(lint_errors, "lower"),
    Measure(lint_warnings, "lower"),
    Measure(only_for_them, "higher"),
    Measure(joins_two_facts, "higher", SMALL),
    Measure(moves_used, "higher", 0.5),
    Measure(same_first_words, "lower"),
)


def measure(case: Case) -> dict[str, float | None]:
    """All measures of one case by name, in the order of the table."""
    return {one.name: one.of(case) for one in MEASURES}


def _share(hits: Iterable[bool]) -> float | None:
    found = list(hits)
    return sum(found) / len(found) if found else None


def _verbatim(case: Case, evidence: Json) -> bool:
    page, lines = case.person.pages[evidence["clip_id"]], evidence["exact"].splitlines()
    return bool(evidence["exact"].strip()) and all(squeezed(line) in page for line in lines)


def _selected(case: Case, ids: Sequence[str]) -> list[bool]:
    offered = case.exacts(ids)
    selections = [clip["selection"] for clip in case.person.dossier["clips"] if clip.get("selection")]
    return [any(overlaps(exact, selection) for exact in offered) for selection in selections]


def _is_listed(case: Case, gold: Json) -> bool:
    return any(_same(case, one, gold) for one in case.document["conflicts"])


def _is_unmarked(case: Case, listed: Json) -> bool:
    return not any(_same(case, listed, gold) for gold in case.person.gold["conflicts"])


def _same(case: Case, listed: Json, gold: Json) -> bool:
    """Whether what is listed stands for two of the gold's facts, or for other lines that tell the same (`also`)."""
    quotes = [*(case.person.facts[fact]["quote"] for fact in gold["facts"]), *gold.get("also", ())]
    exacts = case.exacts(listed["evidence"])
    return sum(any(covers(exact, quote) for exact in exacts) for quote in quotes) >= 2


def _checked(case: Case) -> list[Json]:
    return [gold for gold in case.person.gold["already_answered"] if gold["question"] in case.answers]


def _is_answered(case: Case, question: str) -> bool:
    return any(best["verdict"] == "answers" for best in case.answers[question])
