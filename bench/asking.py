"""Measures of the questions alone: how long, how varied, bound to this one person, what they join."""

from statistics import median

from bench.case import Case, Json
from server.pipeline.features.stems import stems, words

SPOKEN_OF = 2  # content words of a fact that have to stand in a question that joins it


def question_words_median(case: Case) -> float | None:
    """Words of a question, in the middle."""
    return float(median(_lengths(case))) if case.questions else None


def question_words_max(case: Case) -> float | None:
    """Words of the longest question."""
    return float(max(_lengths(case))) if case.questions else None


def lint_errors(case: Case) -> float:
    """What our own linter calls an error in our own questions."""
    return _findings(case, "error")


def lint_warnings(case: Case) -> float:
    """What our own linter warns of in our own questions."""
    return _findings(case, "warn")


def only_for_them(case: Case) -> float | None:
    """Core questions that would make no sense to a colleague: the linter's rule on that is silent."""
    core = [q for q in case.questions if q["part"] == "core"]
    return sum(all(one["id"] != "L22" for one in q["lint"]) for q in core) / len(core) if core else None


def joins_two_facts(case: Case) -> float | None:
    """Questions about them and about me whose words hold two facts: two passages, or a passage and something of the seeker's."""
    asked = [q for q in case.questions if q["part"] in {"opener", "core", "me"} and q["tier"] != "parked"]
    return sum(_facts_told(case, q) >= SPOKEN_OF for q in asked) / len(asked) if asked else None


def _facts_told(case: Case, question: Json) -> int:
    told = stems(question["text"])
    return sum(
        len(stems(fact) & told) >= SPOKEN_OF for fact in (*case.exacts(question["evidence"]), *question["user_facts"])
    )


def moves_used(case: Case) -> float:
    """Different ways of asking."""
    return float(len({q["move"] for q in case.questions}))


def same_first_words(case: Case) -> float:
    """Questions that begin with the same three words as an earlier one."""
    begins = [tuple(words(q["text"])[:3]) for q in case.questions]
    return float(len(begins) - len(set(begins)))


def _lengths(case: Case) -> list[int]:
    return [len(q["text"].split()) for q in case.questions]


def _findings(case: Case, severity: str) -> float:
    return float(sum(finding["severity"] == severity for q in case.questions for finding in q["lint"]))
