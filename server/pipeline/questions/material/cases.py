"""What a note tells of the seeker's own case, as a clause to say: of themselves, with a count or a contrast before others."""

import re

from server.pipeline.features.stems import stems
from server.pipeline.identity.names import Names
from server.pipeline.questions.letters import small
from server.pipeline.questions.material.address import note_to_their_face
from server.pipeline.questions.material.scribbled import DENIES, HALF, HEDGED, LEAD, STATES, bare
from server.pipeline.questions.material.wonders import DANGLES, UNMARKED
from server.pipeline.questions.pronouns import MINE_OR_OURS

CASE_MOST, CASE_EASY, CASE_LEAST = 16, 11, 3
_BREAK = re.compile(
    r",\s+(?:and|but|so|or|yet|not|because|which|who|where|with|without|that's|for|nearly|almost)\b|,\s+|;\s+|\s+(?:and|but|because|so)\s+(?=(?:I|I'm|I've|my|it|that|this|there|not|then|now)\b)"
)
# What the line did to them, not what their case is.
_NOT_THAT = re.compile(r"^(?:it|that|this)(?:'s| is) not\b", re.IGNORECASE)  # but what?
_SO_IT_WAS = re.compile(
    r"^(?:made|makes|gave|gives|hits?|hurts?|reminds?|got) (?:me|us)\b|^(?:this|that|it|the|first)\b.*\b(?:hurts?|stings?|stung|scary|clever|true|funny|good|nice|great)\b|^(?:sounds|feels|reads|looks|seems|read)\b|"
    r"^I (?:\w+ly |so )?(?:can't (?:imagine|picture)|couldn't imagine|didn't know|had no idea|never knew|laughed|cried|love|hate|like|feel sick|felt sick|feel this|felt this|read this|needed this)\b(?! (?:if|when|how)\b)"
    r"|^\w+ (?:sent|showed|gave|lent|forwarded) me (?:this|that|it)\b"
    r"|^(?:nearly |almost )?(?:felt|feel|cried|laughed|read)\b|^I(?:'d| would) have (?!done|put|said)"
    r"|^(?:this|that)(?:'s| is) (?:exactly )?the (?:line|thing|part|bit|one|sentence|question|answer)\b",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"\b(?:literally|really|basically|totally|actually|honestly|(?<!which )(?<!what )(?<!\ba )(?<!the )(?<!some )(?<!any )(?:kind|sort) of) ",
    re.IGNORECASE,
)
_DRAWN = re.compile(r"[→←⇒=<>]|->")
_AFRAID = re.compile(r"\bwhat (?:I am|I'm|we are|we're) afraid$", re.IGNORECASE)
_ITSELF = re.compile(
    r"^(?:(?:this|that) is|that's|this's) (?:so |exactly )?(?P<who>me|(?:my|our) [\w' -]{3,30})$", re.IGNORECASE
)
_SAME_THING = re.compile(
    r"\bthe same thing$|^I (?:\w+ed|did|read|went) again$|^I(?:'d| would) (?:never|always) \w+$", re.IGNORECASE
)  # as what?
_ENDS_ON_IT = re.compile(
    r"\bwho (?:\w+ )?(?:it|them|that)$|\b(?:smelled|felt|saw|knew|heard|noticed|sensed|guessed) (?:it|that)$",
    re.IGNORECASE,
)  # which, one cannot hear
_WHEN_UNTOLD = re.compile(r"\b(?:about|by|until|since|around|before|after) then$", re.IGNORECASE)
_ASIDE = re.compile(r"\bI (?:guess|suppose|think|mean|bet)\b", re.IGNORECASE)
# "nearly my plan with the two groups" wants only its "that is".
_LIKENED = re.compile(
    r"\b(?:nearly|almost|exactly|basically|just|literally|word for word) (?:my|mine|me)\b[\w' -]*$", re.IGNORECASE
)
_SIGNS = {
    "then": r"\b(?:19|20)\d\d\b|\b(?:today|nowadays|these days|any ?more|out of date|outdated|years ago|back then|still (?:true|so|hold|right|think|do))\b",
    "opposite": r"^(?:funny|odd|strange|weird|interesting)\b|\b(?:opposite|contrary|the other way|instead|reverse|unlike|disagree|against|not what|different\w*)\b",
    "alike": r"\b(?:same|exactly (?:that|this|me|what|how)|literally me|already me|is me|that's me|like (?:me|mine|us|ours)|just like|nearly my|me too|my own|so do i|so am i)\b",
    "fear": r"\b(?:scar\w+|afraid|fear\w*|worr\w+|nervous|dread\w*|terrif\w+|stuck|hopeless|lost|panic\w*|embarrass\w*|ashamed|unsure|no idea|doubt\w*)\b",
    "count": r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred|thousand|half|third|quarter|once|twice)\b",
}  # fmt: skip
SIGNS_OF = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _SIGNS.items()}


def stated(piece: str, names: Names) -> str:
    """What a piece tells, if it tells and does not ask; "" if it cannot be said."""
    asks = piece.endswith("?") or UNMARKED.match(LEAD.sub("", piece))
    return "" if asks else next(iter(_statements(piece, names)), "")


def case_of(pieces: list[str], names: Names, beside: frozenset[str]) -> str:
    """The statement that says most of the seeker: of themselves, with a count or a contrast or words of the passage before others."""
    told = [
        one
        for piece in pieces
        if (one := stated(piece, names)) and MINE_OR_OURS.search(one) and not _SAME_THING.search(one)
    ]
    best = max(told, key=lambda one: _tells(one, beside), default="")
    rest = [one for one in told if one != best and len(one.split()) <= CASE_EASY]
    itself = _ITSELF.match(best) or next((found for one in told if (found := _ITSELF.match(one))), None)
    beside_it = rest[0] if itself and _ITSELF.match(best) and rest else best
    return (
        f"that's {itself['who']}: {beside_it}"
        if itself and beside_it != itself.group()
        else _ITSELF.sub(r"that's \g<who>", best)
    )


def _tells(statement: str, beside: frozenset[str]) -> int:
    return min(2, len(stems(statement) & beside)) + sum(
        bool(SIGNS_OF[name].search(statement)) for name in ("count", "alike", "opposite", "fear")
    )


def _statements(piece: str, names: Names) -> list[str]:
    """The piece whole if it is short enough to say, else its first part that stands alone, else the piece if it can be said at all."""
    plain = bare(piece)
    parts = [plain[: cut.start()] for cut in _BREAK.finditer(plain)]
    if len(plain.split()) <= CASE_EASY:
        parts.insert(0, plain)
    told = [said for part in (*parts, plain) if (said := _sayable(part, names, piece))]
    likened = _LIKENED.search(plain)
    return told[:1] or ([f"that is {likened.group()}"] if likened else [])


def _sayable(part: str, names: Names, piece: str) -> str:
    plain = _AFRAID.sub(r"\g<0> of", _FILLER.sub("", part.strip(" ,;:.!()")))
    stated = STATES.search(_ASIDE.sub("", plain))
    if (
        DENIES.match(plain)
        or HALF.match(plain)
        or _NOT_THAT.match(plain)
        or _DRAWN.search(plain)
        or _SO_IT_WAS.match(plain)
        or DANGLES.search(plain)
        or not CASE_LEAST <= len(plain.split()) <= CASE_MOST
        or not stated
        or HEDGED.search(plain)
        or _ENDS_ON_IT.search(plain)
        or _WHEN_UNTOLD.search(plain)
    ):
        return ""
    said = note_to_their_face(plain, names)
    return small(said, piece) if said else ""
