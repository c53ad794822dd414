"""What a sentence of theirs promises for a day, and what a later one tells of how it went.

The thing has to be the object of the verb, or its subject where the state is told of it ("The catalogue went to the back burner"): a noun
that merely stands in the same sentence ties nothing.
"""

import re
from collections.abc import Iterable

from server.pipeline.features.months import MONTH
from server.pipeline.features.stems import stem_list

_TIME = re.compile(
    r"\b(?:by|on|in|before|from|until|at the end of|end of|this|next|later this) (?:the )?(?:\w+ (?:day|week|half|end) of )?"
    rf"(?:spring|summer|autumn|fall|winter|{MONTH.lower()}|"
    r"(?:this |next |the )?year|next month|20\d\d)\b"
)
_WILL = re.compile(
    r"\b(?:i|we)(?:'ll| will|'m going to| am going to|'re going to| plan to| intend to| promise to)\b"
    r"(?! (?:\w+ly )?(?:not|never|no longer|hardly)\b)(?P<rest>[^.;?]*)"
)
_SENTENCE = re.compile(r"[.;?]")
_DOUBTED = re.compile(r"\b(?:if|unless)\b|\b(?:don't|doubt|not sure|never)\b[^,.;]*\b(?:i|we)(?:'ll| will|'m| am)\b")
# The head of "the illustrated catalogue", not of what only begins with it: "the catalogue cover".
_THING = (
    r"\b(?:the|my|our|this) (?:[a-z'-]+ ){0,3}?(?P<noun>(?!\w+ly\b)[a-z-]{3,})(?=[,.;:!?)]|$| [-–—]"
    r"| (?:\w+ly|\w+ed|done|out|up|off|of|in|on|at|by|for|with|from|to|into|and|or|but|so|yet|this|last|next|before|after|until|since|because|as|when|while|"
    r"i|we|it|is|are|was|were|has|hasn't|isn't|wasn't|aren't|have|haven't|had|went|got|never|still|not|didn't|remains?|stays?|sits|then|again|either|anymore|alone|together|online|aside)\b)"
)
# No further than the object: what stands behind one of these is told of something else.
_TO_IT = (
    r"(?:(?!(?:since|after|before|because|when|while|until|for|without|despite|during|as|but|and|so|that|who|which|in|from|than|about|an?|any|some)\b)"
    r"[a-z'-]+ ){0,5}?"
)
_OBJECT = re.compile(rf" ?{_TO_IT}{_THING}")
_SLOWLY = r"(?: yet| quite| even| actually| really| properly| ever)*"
_MAKING = (
    r"(?:finish|get|got|gotten|publish|ship|start|write|wrote|written|done|do|releas|open|launch|ma[kd]e|buil[dt])\w*"
)
# How it stands with it later, the plainest way to say so first; what follows is the object.
_TELLS = (
    re.compile(
        rf"\b(?:haven't|have not|never|didn't|did not){_SLOWLY} {_MAKING}|\bstill (?:the plan to|working on|writing|making|building|finishing)\b"
        r"|\b(?:still not|not yet|not quite|not) (?:finished|done)\b"
    ),
    re.compile(r"\b(?:finally |just |have |'ve )(?:finished|published|shipped|launched|released|opened|wrapped up)\b"),
    re.compile(
        r"\b(?:gave up(?: on)?|abandoned|shelved|scrapped|dropped|put off|postponed|making excuses (?:for|about)|ended up \w+ing)\b"
        r"|\bput(?= [a-z' -]+ (?:off|aside|on (?:the|a) back burner)\b)"
    ),
)
_IS = r"(?:is|are|was|were|has|have|did|does|do)(?:n't)?"
# The same, told of the thing itself.
_STANDS = (
    re.compile(
        rf"{_THING} (?=[^,.;]*(?:n't|\bstill|\bnot|\bnever)\b)(?:(?:{_IS}|still|not|never|yet|quite|been|even) )+"
        r"(?:unfinished|in progress|the plan|done|out|ready|written|printed|(?:finish|publish|happen|open|ship|launch)\w*)\b"
    ),
    re.compile(
        rf"{_THING} (?:(?:is|was|has|been) )*(?:finally|now) (?:out|done|ready|came|finished|printed|published|opened|shipped|launched)\b"
    ),
    re.compile(
        rf"{_THING} (?:(?:is|was|has|been|went|got|sits|stays|still|now) )+(?:put )?(?:(?:to|on|onto) (?:the|a) back burner|shelved|abandoned|scrapped|postponed|dropped)\b"
    ),
)
_ONLY_THEN = re.compile(
    r"\b(?:if|whether|when|once|until|till|unless|before|after) (?:i|we|you|they|he|she|it)\b[^,.;]*$"
    r"|\b(?:will|should|would|could|might|must|to|(?:i|we)'(?:ll|d)) (?:i |we )?$"
)
_NO_THING = frozenset(
    stem
    for word in "day year month week time way thing end plan start beginning first last next spring summer autumn fall winter world moment life people".split()
    for stem in stem_list(word)
)


def promised(text: str) -> frozenset[str]:
    """Stems of what a folded sentence says will be done by a day; nothing of what it denies, doubts or makes depend on something."""
    if not _TIME.search(text) or _DOUBTED.search(text):
        return frozenset()
    within = (part for part in _SENTENCE.split(text) if _TIME.search(part))
    return _stems(_OBJECT.match(will["rest"]) for part in within for will in _WILL.finditer(part))


def how_it_went(text: str) -> tuple[frozenset[str], int]:
    """Stems of the things of which a folded sentence tells how it stands with them, and how plainly, 0 most."""
    for plain, (tells, stands) in enumerate(zip(_TELLS, _STANDS, strict=True)):
        told = (_OBJECT.match(text, one.end()) for one in tells.finditer(text) if not _depends(text, one))
        things = _stems((*told, *(one for one in stands.finditer(text) if not _depends(text, one))))
        if things:
            return things, plain
    return frozenset(), len(_TELLS)


def _depends(text: str, one: re.Match[str]) -> bool:
    return bool(_ONLY_THEN.search(text[: one.start()]))


def _stems(found: Iterable[re.Match[str] | None]) -> frozenset[str]:
    return frozenset(stem for one in found if one for stem in stem_list(one["noun"])) - _NO_THING
