"""What the seeker marked, under the question it belongs to: nobody has to find again what they kept.

A passage that is merely near says little under a question about the seeker. A mark is different: they kept it, with a note, for this
very talk. Of 200 such pairs two readers found that of those at or above `BELONGS` one in seven puzzled them, and three in four helped.
"""

from collections.abc import Mapping, Sequence

from server.model import Language, Part, Tier
from server.pipeline.evidence.gather import Found
from server.pipeline.features.stems import stems
from server.pipeline.questions.chosen import Choice
from server.pipeline.questions.material.candidate import Candidate
from server.pipeline.questions.signs import WHEN

BELONGS = 0.25  # cosine of the mark with its note to the question with its goal; words in common add to it
A_WORD, WORDS_MOST = 0.03, 3
ASKED_ABOUT = frozenset({Part.OPENER, Part.CORE, Part.ME})


def marks_beneath(
    choices: Sequence[Choice], candidates: Sequence[Candidate], language: Language
) -> Mapping[int, Found]:
    """By place in choices: the mark to show under a question that rests on no passage. Each mark once, and none that is asked about."""
    asked = [at for at, choice in enumerate(choices) if choice.tier is not Tier.PARKED]
    about = [choices[at].draft.candidate.found for at in asked if choices[at].draft.evidence]
    cited = {found.clip.id for found in about if found.picked}
    marks = {one.found.clip.id: one.found for one in reversed(candidates) if one.found.picked}
    free = [mark for clip, mark in marks.items() if clip not in cited]
    bare = [at for at in asked if _is_bare(choices[at])]
    if not (free and bare):
        return {}
    questions = [_matter(choices[at]) for at in bare]
    kept = [f"{mark.clip.selection or mark.evidence.exact} {mark.note}" for mark in free]
    near = language.embed(questions) @ language.embed(kept).T
    common = [[min(WORDS_MOST, len((stems(one) - WHEN) & stems(other))) for other in kept] for one in questions]
    pairs = sorted(
        (
            (float(near[row, column]) + A_WORD * common[row][column], row, column)
            for row in range(len(bare))
            for column in range(len(free))
        ),
        key=lambda pair: (-pair[0], pair[1:]),
    )
    found: dict[int, Found] = {}
    for score, row, column in pairs:
        if score >= BELONGS and bare[row] not in found and free[column] not in found.values():
            found[bare[row]] = free[column]
    return found


def _is_bare(choice: Choice) -> bool:
    return choice.part in ASKED_ABOUT and not choice.draft.evidence


def _matter(choice: Choice) -> str:
    goal = choice.match.goal.text if choice.match else ""
    return " ".join((choice.text, *choice.draft.user_facts, goal))
