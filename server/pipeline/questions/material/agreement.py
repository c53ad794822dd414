"""A verb that lost its "s", as learners of English write: "after ten months the museum find more money" -> "finds".

Said aloud it is heard as a slip of ours. Only the plain case is mended: one thing or person named with an article, its verb right
behind it in its plain form, and nothing before that takes such a form ("let the museum find ...").
"""

import re
from itertools import pairwise

from server.model import Language

_ONE = frozenset({"DT", "PRP$", "CD"})
_PLAIN = frozenset({"VB", "VBP"})
_SEVERAL = re.compile(
    r"(?:these|those|all|both|some|two|three|four|five|six|seven|eight|nine|ten|\d+|no|any|what|which)$", re.IGNORECASE
)
# Said with either form by those whose language it is.
_COLLECTIVE = re.compile(
    r"(?:staff|crew|team|family|police|people|data|media|board|council|committee|government|majority|public|couple|number|lot|rest|half|group|company|management)$",
    re.IGNORECASE,
)
_TAKES_PLAIN = re.compile(
    r"\b(?:let|lets|make|makes|made|help|helps|helped|see|saw|watch|watched|hear|heard|have|had|to|do|does|did|don't|doesn't|didn't|can|can't|cannot|could|will|won't|would|should|must|may|might|"
    r"shall|suggest|insist|recommend|demand|ask|asked|if|whether)\b",
    re.IGNORECASE,
)
_IRREGULAR = {"be": "is", "are": "is", "have": "has", "do": "does", "go": "goes", "were": "was"}


def agreed(text: str, language: Language) -> str:
    """The text with the first such verb mended; as it stands where there is none."""
    tags = language.tag(text)
    for at, ((noun, tag), (verb, does)) in enumerate(pairwise(tags)):
        if tag == "NN" and does in _PLAIN and _is_one(tags[: at + 1]) and not _COLLECTIVE.match(noun):
            before, found = _split(text, noun, verb)
            if found and not _TAKES_PLAIN.search(before):
                return f"{before}{noun} {_third(verb)}{text[len(before) + len(noun) + 1 + len(verb) :]}"
    return text


def _is_one(tags: list[tuple[str, str]]) -> bool:
    """It ends on one thing that is named with an article or a word like it."""
    noun = next((at for at in range(len(tags) - 1, -1, -1) if tags[at][1] not in {"NN", "JJ"}), -1)
    return noun >= 0 and tags[noun][1] in _ONE and not _SEVERAL.match(tags[noun][0])


def _split(text: str, noun: str, verb: str) -> tuple[str, bool]:
    before, found, _ = text.partition(f"{noun} {verb} ")
    return before, bool(found)


def _third(verb: str) -> str:
    """The verb as it follows "it"."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if re.search(r"(?:s|x|z|ch|sh)$", verb):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if re.search(r"[^aeiou]y$", verb) else f"{verb}s"
