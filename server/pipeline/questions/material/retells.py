"""What a note tells again of something they did, because it struck the seeker: "and then he went in full time anyway".

Whoever writes that wonders what made them do it. Two readers who wrote a question of their own to each of 88 notes asked just that
where a note retells a choice, and how it was done where it retells something achieved.
"""

import re

from server.pipeline.identity.names import Names
from server.pipeline.questions.material.address import note_to_their_face, speaks_of_them
from server.pipeline.questions.material.plain_form import plain_form
from server.pipeline.questions.material.scribbled import LEAD

MOST = 10  # words after the verb
_PARTS = re.compile(
    r",\s+(?:and |but |then |so )*|\s+and then\s+|\s+(?:and|but|then|so)\s+(?=(?:s?he|they|it|was|were|is|had|got|never)\b)|\s+(?:but not|and now)\s+|\?+|!+|\.\s"
)
_STRUCK = re.compile(
    r"^(?:(?:and|so|but|then|also|love|like|funny|nice|amazing|strange|odd|crazy|wow|ok|oh|wait|good|brave|clever|interesting|how come)\b,? ?(?:it )?(?:that |how )?)+(?=(?:s?he|they|you)\b)",
    re.IGNORECASE,
)
_DID = re.compile(
    r"^you (?:(?:still|just|even|only|actually|really|also|simply|then|first) )*(?P<verb>[a-z-]+)(?: (?P<rest>.+))?$"
)
# What one chooses to do: one asks what made them.
_CHOSEN = frozenset(
    "stayed left quit went kept posted took gave turned moved chose sold stopped started began returned walked refused waited asked showed wrote published tried applied spent signed hired cut "
    "dropped switched picked paid ran handed closed opened bought shared printed burned threw skipped accepted declined joined broke put set let called rang bet built re-signed resigned".split()
)
_BARE = frozenset("stayed resigned re-signed walked waited moved refused".split())  # say enough by themselves
# What one manages: one asks how.
_MANAGED = frozenset("convinced persuaded found learned learnt raised managed finished won taught talked knew".split())
_GOT_THEM = re.compile(r"^(?:(?:the|your|a|an|his|her) )?(?:[\w-]+ ){1,3}to \w+")
_COLLAPSED = re.compile(
    r"^(?:up\b|out\b|from\b|away\b|off\b|in trouble|sick|ill|lost|last|first\b|wrong|away with|through|over|\d)"
)  # befell them
# "ran" and "finished" are chosen or managed only with a thing that was run or finished: "ran low", "finished last".
_NEEDS_A_THING, _A_THING = (
    frozenset({"ran", "finished", "won", "turned"}),
    re.compile(r"(?:an?|the|your|it|down|into|back)\b"),
)
_NO_REST = re.compile(
    r"(?<!thing )(?<!what )\b(?:I|me|we|us|he|she|him|they)\b|[\"“”:;()]|\b(?:what|who|why|how)$", re.IGNORECASE
)
_TAIL = re.compile(r"[\s,]*(?:apparently|though|too|lol|haha|ok|right|i think|i guess|it seems)$", re.IGNORECASE)


def retold_act(pieces: list[str], names: Names) -> str:
    """The question that a retold act of theirs leads to, with its mark; "" where the note retells none that one could ask of."""
    clauses = (clause for piece in pieces for clause in _PARTS.split(piece) if clause)
    return next((asked for clause in clauses if (asked := _asked(clause.strip(), names))), "")


def _asked(clause: str, names: Names) -> str:
    plain = _TAIL.sub("", LEAD.sub("", clause).strip(" .?!"))
    if not speaks_of_them(plain, names):
        return ""
    told = note_to_their_face(_STRUCK.sub("", plain), names)
    found = _DID.match(told)
    rest = (found["rest"] or "").lower() if found else ""
    if (
        not found
        or len(rest.split()) > MOST
        or (not rest and found["verb"] not in _BARE)
        or _NO_REST.search(found["rest"] or "")
    ):
        return ""
    verb, way = found["verb"], _way(found["verb"], rest)
    base = plain_form(verb, past=True)
    if not way or not base or _COLLAPSED.match(rest) or (verb in _NEEDS_A_THING and not _A_THING.match(rest)):
        return ""
    return f"{way} {base} {found['rest'] or ''}".rstrip() + "?"


def _way(verb: str, rest: str) -> str:
    if verb in _MANAGED or (verb in {"got", "made"} and _GOT_THEM.match(rest)):
        return "How did you"
    return "What made you" if verb in _CHOSEN else ""
