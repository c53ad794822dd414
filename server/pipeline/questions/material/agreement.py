"""A verb that lost its "s", as learners of English write: "after ten months the museum find more money" -> "finds".

Said aloud it is heard as a slip of ours. Only the plain case is mended: one thing or person named with an article that begins its
clause, its verb right behind it in its plain form, and nothing before that takes such a form ("let the museum find ..."). Of "the
people at the museum make" the museum is not what makes.
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
_CLAUSE = re.compile(r"[.,;:!?()–—]")
# All that may stand before the thing in its clause: a word that joins clauses, "I think", or a phrase of when or where that is whole.
_JOINS = re.compile(
    r"(?:(?:and|but|so|or|yet|then|now|still|even|maybe|perhaps|often|sometimes|usually|today)|.*\b(?:that|because|when|while|although|though|unless|where|why|how)|"
    r"(?:.*\b(?:and|but|so|that|because) )?(?:I|we) (?:\w+ly |also |still |just )?(?:think|believe|guess|suppose|assume|fear|say))$",
    re.IGNORECASE,
)
_WHEN_OR_WHERE = re.compile(
    r"(?:after|before|in|at|on|since|during|for|from|until|by|with|without|over|within|under|near|every|each|last|next|this)\b",
    re.IGNORECASE,
)
_IRREGULAR = {"be": "is", "are": "is", "have": "has", "do": "does", "go": "goes", "were": "was"}


def agreed(text: str, language: Language) -> str:
    """The text with the first such verb mended; as it stands where there is none."""
    tags = language.tag(text)
    for at, ((noun, tag), (verb, does)) in enumerate(pairwise(tags)):
        named = _named(tags[: at + 1]) if tag == "NN" and does in _PLAIN and not _COLLECTIVE.match(noun) else ""
        before, found = _split(text, noun, verb) if named else ("", False)
        if found and not _TAKES_PLAIN.search(before) and _begins(before.removesuffix(named), language):
            return f"{before}{noun} {_third(verb)}{text[len(before) + len(noun) + 1 + len(verb) :]}"
    return text


def _named(tags: list[tuple[str, str]]) -> str:
    """What names the one thing the words end on, with a blank behind it: "the old " of "the old harbour"; "" where it is not plainly one."""
    first = next((at for at in range(len(tags) - 1, -1, -1) if tags[at][1] not in {"NN", "JJ"}), -1)
    one = first >= 0 and tags[first][1] in _ONE and not _SEVERAL.match(tags[first][0])
    return "".join(f"{word} " for word, _ in tags[first:-1]) if one else ""


def _begins(before: str, language: Language) -> bool:
    """What follows begins its clause, or follows a phrase of when or where that is whole. before: up to the article."""
    lead = _CLAUSE.split(before)[-1].strip()
    if not lead or _JOINS.match(lead):
        return True
    tags = language.tag(lead) if _WHEN_OR_WHERE.match(lead) else []
    return bool(tags) and tags[-1][1] in {"NN", "NNS", "NNP", "CD"}


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
