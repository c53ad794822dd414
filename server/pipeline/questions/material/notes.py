"""What the seeker scribbled beside a mark, made fit to be said: their own question, how they read the line, their own case.

People write such notes badly and to themselves ("ouch. three of my six are exactly that. is it the word or the look?").
Nothing is invented: pieces are cut out, joined by nothing, turned to "you" where they speak of the interviewee.
"""

import re
from dataclasses import dataclass

from server.model import Language
from server.pipeline.features.stems import stems
from server.pipeline.identity.names import Names
from server.pipeline.questions.material.address import names_another, note_to_their_face, speaks_of_them
from server.pipeline.questions.material.typed import whole_words
from server.pipeline.questions.material.wonders import (
    ASKS,
    ASKS_IF,
    DANGLES,
    UNMARKED,
    WH,
    beside_case,
    of_those,
    points,
    points_at_others,
    wonder_of,
)

CASE_MOST, CASE_EASY, CASE_LEAST = 16, 11, 3
READING_MOST, READING_LEAST, READING_CONTENT = 14, 4, 2
_SENTENCE = re.compile(
    rf"(?<=[.!?…])\s+|\s+[-–—]+\s+|\n+|,?\s+(?:but|so)\s+(?={ASKS})|\s+and\s+(?=who (?:pays|decides|says|knows|gets)\b)|,\s+(?:but |so |and )?(?={ASKS}|{ASKS_IF}|(?:who|what|how|why|where|which) \w)|\s+so\s+(?={ASKS_IF})",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:ouch|hm+|huh|wow|oh|ah|ha(?:ha)*|lol|ugh|ok(?:ay)?|yes|yeah|no|funny|interesting|(?:nice|good|great|fair|strong|lovely) (?:line|point|one|quote)|easy to say|nice|great|wait|well|honestly|really|"
    r"true|exactly|hey|sigh|also|and|so|but|because|then|plus|ps|nb|question|ask|note|idea)\b[\s,.:;!-]*)+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"[\s,;:.!…-]*\b(?:hm+|huh|lol|haha|right|though|i guess|i suppose|i think|somehow)?[\s,;:.!?…-]*$", re.IGNORECASE
)
_MINE = re.compile(r"\b(?:I|I'm|I've|I'd|I'll|me|my|mine|myself|we|we're|we've|us|our|ours)\b", re.IGNORECASE)
_STATES = re.compile(
    r"\b(?:am|is|are|was|were|be|have|has|had|do|does|did|can|could|will|would|must|might|should|isn't|aren't|wasn't|weren't|don't|"
    r"doesn't|didn't|haven't|hasn't|can't|won't|wouldn't|couldn't|(?:I|it|that|this|there|what|who|we|they)'(?:s|m|re|ve|d|ll)|"
    r"(?:I|we) (?:\w+ly |still |always |never |only |just |even |also |keep |kept )?[a-z]+|[a-z]{2,}ed|gets?|makes?|takes?|needs?|wants?|"
    r"(?:everyone|everybody|nobody|no one)(?: else)? \w+s|(?:my|our) (?:[\w-]+ )?[\w-]+ [a-z]{3,}(?<![sui])s(?= )|(?:people|customers|patients|clients|kids|users|colleagues|students|members|bosses|parents|neighbours|volunteers|managers|teachers|doctors|nurses|"
    r"others|ones|two|three|four|five|six|few|many|most) (?:never |always |only |just |still |all )?(?:nod|come|go|say|do|know|want|stay|leave|ask|tell|decide|think|need|like|hate|use|get|give|take|make|keep|pay|work|read|write|call|complain|believe|expect|forget|try|die|"
    r"run|show|help|live|talk|listen|care|see|feel|start|stop)|gone|scares?|got|made|took|went|came|kept|felt|thought|means?|says?|said)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r",\s+(?:and|but|so|or|yet|not|because|which|who|where|with|without|that's|for|nearly|almost)\b|,\s+|;\s+|\s+(?:and|but|because|so)\s+(?=(?:I|I'm|I've|my|it|that|this|there|not|then|now)\b)"
)
_DENIES = re.compile(
    r"^(?:is|are|am|was|were|do|does|did|can|could|will|would|should|has|have|had|shall)\b", re.IGNORECASE
)
_HEADLESS = re.compile(
    r"^(?:(?:that|this|it)(?:'s| is| was)|said|wrote|told|meant|thought|still|true)\b", re.IGNORECASE
)  # no subject of its own
# What the line did to them, not what their case is.
_SO_IT_WAS = re.compile(
    r"^(?:made|makes|gave|gives|hits?|hurts?|reminds?|got) (?:me|us)\b|^(?:this|that|it|the|first)\b.*\b(?:hurts?|stings?|stung|scary|clever|true|funny|good|nice|great)\b|^(?:sounds|feels|reads|looks|seems|read)\b|"
    r"^I (?:\w+ly |so )?(?:can't (?:imagine|picture)|couldn't imagine|didn't know|had no idea|never knew|laughed|cried|love|hate|like|feel sick|felt sick|feel this|felt this|read this|needed this)\b(?! (?:if|when|how)\b)"
    r"|^(?:nearly |almost )?(?:felt|feel|cried|laughed|read)\b|^I(?:'d| would) have (?!done|put|said)"
    r"|^(?:this|that)(?:'s| is) (?:exactly )?the (?:line|thing|part|bit|one|sentence|question|answer)\b",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\b(?:maybe|perhaps|probably|sounds like|seems|wonder|curious|interested|should ask|must ask|i (?:would|'d) (?:like|love) to|i want to (?:know|ask|hear)|want to ask|remember to)\b",
    re.IGNORECASE,
)

_HEAT = re.compile(r"(?<=\w) (?:on earth|the hell|the heck|in the world)\b", re.IGNORECASE)
_FILLER = re.compile(
    r"\b(?:literally|really|basically|totally|actually|honestly|(?<!which )(?<!what )(?<!\ba )(?<!the )(?<!some )(?<!any )(?:kind|sort) of) ",
    re.IGNORECASE,
)
# "I think she's wrong here, readmissions land on the same hospital": what follows is what they would have thought.
_DOUBTS = re.compile(
    r"^(?:(?:hm+|but|i think|i'd say|no|really)[\s,:]*)*(?:(?:s?he|they|this|that)(?:'s| is| are|'re) (?:wrong|mistaken|not right|not true|too simple)(?: here| there)?|"
    r"(?:i )?(?:disagree|don't buy (?:it|this|that)|don't believe (?:it|this|that))|not true|(?:i(?:'m| am) )?not (?:so )?sure(?: (?:about|of) (?:it|this|that))?)[,:;.]\s*(?P<doubt>.+)$",
    re.IGNORECASE,
)
_ITSELF = re.compile(
    r"^(?:(?:this|that) is|that's|this's) (?:so |exactly )?(?P<who>me|(?:my|our) [\w' -]{3,30})$", re.IGNORECASE
)
_SAME_THING = re.compile(r"\bthe same thing$|^I(?:'d| would) (?:never|always) \w+$", re.IGNORECASE)  # as what?
_ENDS_ON_IT = re.compile(r"\bwho (?:\w+ )?(?:it|them|that)$", re.IGNORECASE)  # which, one cannot hear
# Half a sentence; after "in" or "after" only where it is one's own ("after one I'm in bed for two days").
_HALF = re.compile(
    r"(?:or|nor|than|which|whose|because|is|are|was|were|also|so|not)\b|"
    r"(?:after|before|since|until|in|at|on|for|with|from|by|to|of|as|like|then|still)\b(?!(?: [\w'’-]+){0,5}? (?:I|I'm|I've|we|my)\b)",
    re.IGNORECASE,
)
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
_WHOLE = frozenset({"then", "opposite"})  # said beside the case as often as in it
_COMPILED = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _SIGNS.items()}


@dataclass(frozen=True, slots=True)
class Noted:
    """What a note gives: each "" where it gives nothing.

    wonder is the seeker's own question, opened, with its mark, in_case the same after what it was written beside, because the same before it; reading how they take the line, as a clause; case what it is like for
    them, as a clause; doubt what they would have thought instead. signs name what the case is: then, opposite, alike, fear, count.
    """

    wonder: str = ""
    in_case: str = ""
    because: str = ""
    reading: str = ""
    case: str = ""
    doubt: str = ""
    signs: frozenset[str] = frozenset()


NOTHING_NOTED = Noted()


def read_note(note: str, names: Names, language: Language, beside: str = "") -> Noted:
    """The note taken apart. beside is the passage it was written at: what shares words with it says most."""
    pieces = [piece for sentence in _SENTENCE.split(_plain(note)) if (piece := sentence.strip())]
    case = _case(pieces, names, stems(beside))
    asked = (
        (at, wonder_of(_LEAD.sub("", piece), names, language))
        for at, piece in enumerate(pieces)
        if not (speaks_of_them(piece, names) and any(names_another(one, names) for one in pieces[:at]))
    )
    at, wonder = max(
        (pair for pair in asked if pair[1]),
        key=lambda pair: (*_weight(pieces[pair[0]], names), -pair[0]),
        default=(0, ""),
    )
    just_before = pieces[at - 1] if at else ""
    before = _stated(just_before, names) if just_before else ""
    wonder = of_those(wonder, _TAIL.sub("", _LEAD.sub("", just_before)))
    in_case, because = beside_case(wonder, before if len(before.split()) <= CASE_EASY else "", case)
    return Noted(
        wonder="" if in_case and (points(wonder) or points_at_others(wonder)) else wonder,
        in_case=in_case,
        because=because,
        reading=next((found for piece in pieces if (found := _reading(piece, names))), ""),
        case=case,
        doubt=next((found for piece in (_plain(note), *pieces) if (found := _doubt(piece, names))), ""),
        signs=frozenset(name for name, sign in _COMPILED.items() if sign.search(note if name in _WHOLE else case)),
    )


def _weight(piece: str, names: Names) -> tuple[bool, bool]:
    """How much a question of a note is worth: asked openly of them before what is asked of oneself, or may be answered with yes."""
    return bool(WH.match(_LEAD.sub("", piece))) and speaks_of_them(piece, names), bool(WH.match(_LEAD.sub("", piece)))


def _plain(note: str) -> str:
    plain = _HEAT.sub("", whole_words(note))
    return re.sub(r"([?!.])[?!.]+", lambda marks: "?" if "?" in marks.group() else marks[1], plain)


def _reading(piece: str, names: Names) -> str:
    """What looks like a question and is a statement put up for correction: "so the cleaning is the job?"."""
    if not piece.endswith("?"):
        return ""
    plain = _TAIL.sub("", _LEAD.sub("", piece))
    asks = (
        WH.match(plain)
        or _DENIES.match(plain)
        or speaks_of_them(plain, names)
        or _HEDGED.search(plain)
        or _HEADLESS.match(plain)
        or _HALF.match(plain)
        or DANGLES.search(plain)
    )
    if (
        asks
        or len(stems(plain)) < READING_CONTENT
        or not _STATES.search(plain)
        or not READING_LEAST <= len(plain.split()) <= READING_MOST
    ):
        return ""
    return _small(plain)


def _doubt(piece: str, names: Names) -> str:
    """What the seeker would have thought, where they doubt the line."""
    found = _DOUBTS.match(piece)
    first = _SENTENCE.split(found["doubt"], maxsplit=1)[0] if found else ""
    plain = _TAIL.sub("", first)
    if not READING_LEAST <= len(plain.split()) <= READING_MOST or _DENIES.match(plain) or WH.match(plain):
        return ""
    return _small(note_to_their_face(plain, names))


def _stated(piece: str, names: Names) -> str:
    """What a piece tells, if it tells and does not ask; "" if it cannot be said."""
    asks = piece.endswith("?") or UNMARKED.match(_LEAD.sub("", piece))
    return "" if asks else next(iter(_statements(piece, names)), "")


def _case(pieces: list[str], names: Names, beside: frozenset[str]) -> str:
    """The statement that says most of the seeker: of themselves, with a count or a contrast or words of the passage before others."""
    told = [
        one for piece in pieces if (one := _stated(piece, names)) and _MINE.search(one) and not _SAME_THING.search(one)
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
        bool(_COMPILED[name].search(statement)) for name in ("count", "alike", "opposite", "fear")
    )


def _statements(piece: str, names: Names) -> list[str]:
    """The piece whole if it is short enough to say, else its first part that stands alone, else the piece if it can be said at all."""
    plain = _TAIL.sub("", _LEAD.sub("", piece))
    parts = [plain[: cut.start()] for cut in _BREAK.finditer(plain)]
    if len(plain.split()) <= CASE_EASY:
        parts.insert(0, plain)
    told = [said for part in (*parts, plain) if (said := _sayable(part, names, piece))]
    likened = _LIKENED.search(plain)
    return told[:1] or ([f"that is {likened.group()}"] if likened else [])


def _sayable(part: str, names: Names, piece: str) -> str:
    plain = _FILLER.sub("", part.strip(" ,;:.!"))
    stated = _STATES.search(_ASIDE.sub("", plain))
    if (
        _DENIES.match(plain)
        or _HALF.match(plain)
        or _SO_IT_WAS.match(plain)
        or DANGLES.search(plain)
        or not CASE_LEAST <= len(plain.split()) <= CASE_MOST
        or not stated
        or _HEDGED.search(plain)
        or _ENDS_ON_IT.search(plain)
        or _WHEN_UNTOLD.search(plain)
    ):
        return ""
    said = note_to_their_face(plain, names)
    return _small(said, piece) if said else ""


def _small(text: str, piece: str = "") -> str:
    """With a small first letter, but for what has a capital where it begins no sentence: piece is what it was cut from."""
    first = text.split(" ", 1)[0]
    keeps = (
        first == "I"
        or first.startswith("I'")
        or any(letter.isupper() for letter in first[1:])
        or not first[:1].isupper()
        or (bool(piece) and not piece.startswith(first))
    )
    return text if keeps else text[:1].lower() + text[1:]
