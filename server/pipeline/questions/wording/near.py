"""Whether a passage truly speaks of what is asked: only then is it shown under a question, or a wording built on it."""

import re

from server.pipeline.features.stems import stems
from server.pipeline.questions.answered import DEEPEN, Hit

CLOSE = 0.28  # of meaning, from which one shared word is enough where it is most of what is asked
CLOSER = 0.4  # the same, where it is one of several
TOLD_BY_SCORE = (
    3  # words of weight in a question, from which the score alone tells; of fewer, one word on the page fills it
)
# Words of most questions and most pages: that both hold one says nothing.
_WEAK = """I'm I've I'd you're don't didn't doesn't isn't wasn't can't won't it's that's what's there's job work working year years day days week
time times first last long old new young good better best bad worse worst hard easy big small happen happened start started begin find found
take took think thought want wanted tell told ask asked look looked happy people person place part side idea question answer lot bit
thing way feel felt become look like love hate enjoy life career money one two three four five six seven eight nine ten 2 3 4 5 6 7 8 9 10
usual usually actually really today tomorrow tonight now later early late moment month hour minute next differently different back
weigh behind inside outside somebody anybody far close own real true sure right wrong help need use try tried change changed
work worked works story interview talk talked left enough led lead tipped drew choose chose chosen decide decided learn learned learnt""".split()
WEAK = stems(" ".join(_WEAK))
# What people call by several words is one matter.
_SAME = (
    "leave leaving quit quitting resign resigned resignation gave",
    "pay paid earn earned salary wage wages income fee fees money",
    "hire hired hiring recruit applicant applicants apply",
    "degree diploma master masters phd university studied",
    "fail failed failure flop",
    "volunteer volunteers unpaid",
    "ai machine machines robot robots algorithm automatic",
)
_WENT = re.compile(r"\b(I|we|he|she|you|they|who|and) left\b", re.IGNORECASE)  # not "five left"
_FAMILY = {stem: f"={at}" for at, line in enumerate(_SAME) for stem in stems(line)}


def matters(text: str, names: frozenset[str] = frozenset()) -> frozenset[str]:
    """What a text is about: its content words without those that are in every question; words for one matter count as one."""
    plain = _WENT.sub(r"\1 leave", text)
    return frozenset(_FAMILY.get(stem, stem) for stem in stems(plain) - WEAK - names if not stem.isdigit())


def fits(question: str, hit: Hit, names: frozenset[str]) -> bool:
    """Whether the passage speaks of what the question is about."""
    asked = matters(question, names)
    if len(asked) >= TOLD_BY_SCORE and hit.score >= DEEPEN:
        return True
    shared = len(asked & matters(hit.exact))
    half = CLOSE if shared * 2 > len(asked) else CLOSER
    return shared > 1 or (shared == 1 and hit.near >= half)


def close(question: str, text: str) -> bool:
    """Whether a text speaks of most of what a question is about, so that the question can be asked of it."""
    asked = matters(question)
    return bool(asked) and len(asked & matters(text)) * 2 > len(asked)
