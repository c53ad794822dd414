"""What the seeker scribbled beside a mark, made fit to be said: their own question, how they read the line, their own case.

People write such notes badly and to themselves ("ouch. three of my six are exactly that. is it the word or the look?").
Nothing is invented: pieces are cut out, joined by nothing, turned to "you" where they speak of the interviewee.
"""

import re
from dataclasses import dataclass

from server.pipeline.features.stems import stems
from server.pipeline.identity.names import Names
from server.pipeline.questions.material.address import speaks_of_them, to_their_face

CASE_MOST, CASE_EASY, CASE_LEAST = 16, 11, 3
WONDER_MOST, WONDER_LEAST = 14, 3
QUERY_SHORT, JOINED_MOST = 6, 18
READING_MOST, READING_LEAST, READING_CONTENT = 14, 4, 2
# People leave question marks out: where "how do you" or "but which" begins, another piece does.
_ASKS = r"(?:who|whom|what|how|where|which|when)(?: \w+)? (?:do|does|did|is|are|was|were|would|could|can|should|will|has|have|had)\b"
_SENTENCE = re.compile(rf"(?<=[.!?…])\s+|\s+[-–—]+\s+|\n+|,?\s+(?:but|so)\s+(?={_ASKS})|,\s+(?={_ASKS})", re.IGNORECASE)
_UNMARKED = re.compile(rf"^{_ASKS}", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:(?:ouch|hm+|huh|wow|oh|ah|ha(?:ha)*|lol|ugh|ok(?:ay)?|yes|yeah|no|funny|interesting|(?:nice|good|great|fair|strong|lovely) (?:line|point|one|quote)|easy to say|nice|great|wait|well|honestly|really|"
    r"true|exactly|hey|sigh|also|and|so|but|because|then|plus|ps|nb|question|ask|note|idea)\b[\s,.:;!-]*)+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"[\s,;:.!…-]*\b(?:hm+|huh|lol|haha|right|i guess|i suppose|i think|somehow)?[\s,;:.!?…-]*$", re.IGNORECASE
)
_WH = re.compile(r"^(?:who|whom|what|how|where|which|when)\b", re.IGNORECASE)
_DANGLES = re.compile(r"\b(?:these|those|such)\b", re.IGNORECASE)  # heard, nobody knows what is meant
# What follows the query only hedges it: "how did she notice, only because it went wrong?"
_HEDGE = re.compile(r",\s+(?:only|just|not|because|even|maybe|like|if|apart|or)\b.*$", re.IGNORECASE)
_MAY_I = re.compile(r"^((?:could|can) (?:I|we))\b(?!.*\b(?:how|what)\b)", re.IGNORECASE)  # "could I ask for both": how
_HANGING = re.compile(r"\b(?:want|have|get|need|like|able|used) to$", re.IGNORECASE)  # to do what?
_CLOSED = re.compile(r"^(?:what about|how about|what if|how come|who cares|who knows|what the)\b", re.IGNORECASE)
_SECOND_QUERY = re.compile(
    r",?\s+(?:and|or)\s+(?:also\s+)?(?:what|how|why|who|which|when|where|did|do|does|is|are|was|were|would|could|can|will|should|have|has)\b.*$",
    re.IGNORECASE,
)
_MINE = re.compile(r"\b(?:I|I'm|I've|I'd|I'll|me|my|mine|myself|we|we're|we've|us|our|ours)\b", re.IGNORECASE)
_STATES = re.compile(
    r"\b(?:am|is|are|was|were|be|have|has|had|do|does|did|can|could|will|would|must|might|should|isn't|aren't|wasn't|weren't|don't|"
    r"doesn't|didn't|haven't|hasn't|can't|won't|wouldn't|couldn't|(?:I|it|that|this|there|what|who|we|they)'(?:s|m|re|ve|d|ll)|"
    r"(?:I|we) (?:\w+ly |still |always |never |only |just |even |also |keep |kept )?[a-z]+|[a-z]{2,}ed|gets?|makes?|takes?|needs?|wants?|"
    r"(?:everyone|everybody|nobody|no one) \w+s|scares?|got|made|took|went|came|kept|felt|thought|means?|says?|said)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r",\s+(?:and|but|so|or|yet|not|because|which|who|where|with|without|that's|for|nearly|almost)\b|,\s+|;\s+|\s+(?:and|but|because|so)\s+(?=(?:I|I'm|I've|my|it|that|this|there|not|then|now)\b)"
)
_BUT = re.compile(r"^(?:but|yet|though|still|only|except)\b", re.IGNORECASE)
_DENIES = re.compile(
    r"^(?:is|are|am|was|were|do|does|did|can|could|will|would|should|has|have|had|shall)\b", re.IGNORECASE
)
_HEADLESS = re.compile(r"^(?:said|wrote|told|meant|thought|still|true)\b", re.IGNORECASE)  # no subject of its own
_HEDGED = re.compile(
    r"\b(?:maybe|perhaps|probably|sounds like|seems|wonder|curious|interested|should ask|must ask|i (?:would|'d) (?:like|love) to|i want to (?:know|ask|hear)|want to ask|remember to)\b",
    re.IGNORECASE,
)

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
_ITSELF = re.compile(r"^(?:this|that) is (?P<who>me)$", re.IGNORECASE)
_ASIDE = re.compile(r"\bI (?:guess|suppose|think|mean|bet)\b", re.IGNORECASE)
# "nearly my plan with the two groups" wants only its "that is".
_LIKENED = re.compile(r"\b(?:nearly|almost|exactly|basically|just) (?:my|mine|me)\b[\w' -]*$", re.IGNORECASE)

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

    wonder is the seeker's own open question with its mark; reading how they take the line, as a clause; case what it is like for
    them, as a clause; doubt what they would have thought instead; objection what they hold against it out of their own words, as a clause. signs name what the case is: then, opposite, alike, fear, count.
    """

    wonder: str = ""
    reading: str = ""
    case: str = ""
    doubt: str = ""
    objection: str = ""
    signs: frozenset[str] = frozenset()


NOTHING_NOTED = Noted()


def read_note(note: str, names: Names, beside: str = "") -> Noted:
    """The note taken apart. beside is the passage it was written at: what shares words with it says most."""
    pieces = [piece for sentence in _SENTENCE.split(_plain(note)) if (piece := sentence.strip())]
    case = _case(pieces, names, stems(beside))
    wonder = next((found for piece in pieces if (found := _wonder(piece, names))), "")
    return Noted(
        wonder=_asked_of_the_case(wonder, case),
        reading=next((found for piece in pieces if (found := _reading(piece, names))), ""),
        case=case,
        doubt=next((found for piece in (_plain(note), *pieces) if (found := _doubt(piece, names))), ""),
        objection=next((found for piece in pieces if (found := _objection(piece, names))), ""),
        signs=frozenset(name for name, sign in _COMPILED.items() if sign.search(note if name in _WHOLE else case)),
    )


def _plain(note: str) -> str:
    plain = " ".join(note.replace("’", "'").replace("‘", "'").split())
    return re.sub(r"([?!.])[?!.]+", lambda marks: "?" if "?" in marks.group() else marks[1], plain)


def _wonder(piece: str, names: Names) -> str:
    """An open question of the seeker's, its first query only."""
    plain = _MAY_I.sub(r"how \1", _LEAD.sub("", piece).rstrip("?. "))
    if not (piece.endswith("?") or _UNMARKED.match(plain)):
        return ""
    plain = _HEDGE.sub("", _SECOND_QUERY.sub("", plain)) if _WH.match(plain) else ""
    if (
        not plain
        or _DANGLES.search(plain)
        or _CLOSED.match(plain)
        or _HANGING.search(plain)
        or not WONDER_LEAST <= len(plain.split()) <= WONDER_MOST
    ):
        return ""
    asked = to_their_face(plain, names)
    return f"{asked[:1].upper()}{asked[1:]}?" if asked else ""


def _reading(piece: str, names: Names) -> str:
    """What looks like a question and is a statement put up for correction: "so the cleaning is the job?"."""
    if not piece.endswith("?"):
        return ""
    plain = _TAIL.sub("", _LEAD.sub("", piece))
    asks = (
        _WH.match(plain)
        or _DENIES.match(plain)
        or speaks_of_them(plain, names)
        or _HEDGED.search(plain)
        or _HEADLESS.match(plain)
        or _DANGLES.search(plain)
    )
    if (
        asks
        or len(stems(plain)) < READING_CONTENT
        or not _STATES.search(plain)
        or not READING_LEAST <= len(plain.split()) <= READING_MOST
    ):
        return ""
    return _small(plain)


def _asked_of_the_case(wonder: str, case: str) -> str:
    """A short query stands better after the case that it was written beside."""
    joined = f"{case}; {wonder[:1].lower()}{wonder[1:]}" if case and wonder else ""
    short = len(wonder.split()) <= QUERY_SHORT and len(joined.split()) <= JOINED_MOST
    return f"{joined[:1].upper()}{joined[1:]}" if joined and short else wonder


def _doubt(piece: str, names: Names) -> str:
    """What the seeker would have thought, where they doubt the line."""
    found = _DOUBTS.match(piece)
    first = _SENTENCE.split(found["doubt"], maxsplit=1)[0] if found else ""
    plain = _TAIL.sub("", first)
    if not READING_LEAST <= len(plain.split()) <= READING_MOST or _DENIES.match(plain) or _WH.match(plain):
        return ""
    return _small(to_their_face(plain, names))


def _objection(piece: str, names: Names) -> str:
    """What they said elsewhere, held against them: "but two pages on she says she was wrong"."""
    if not _BUT.match(piece) or piece.endswith("?") or not speaks_of_them(piece, names) or _MINE.search(piece):
        return ""
    plain = _TAIL.sub("", _LEAD.sub("", piece))
    said = to_their_face(plain, names) if CASE_LEAST < len(plain.split()) <= CASE_MOST else ""
    return _small(said)


def _case(pieces: list[str], names: Names, beside: frozenset[str]) -> str:
    """The statement that says most of the seeker: of themselves, with a count or a contrast or words of the passage before others."""
    stated = [piece for piece in pieces if not piece.endswith("?") and not _UNMARKED.match(_LEAD.sub("", piece))]
    told = [one for piece in stated for one in _statements(piece, names) if _MINE.search(one)]
    best = max(told, key=lambda one: _tells(one, beside), default="")
    rest = [one for one in told if one != best and len(one.split()) <= CASE_EASY]
    return f"that's me: {rest[0]}" if rest and _ITSELF.match(best) else _ITSELF.sub("that's me", best)


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
    told = [said for part in (*parts, plain) if (said := _sayable(part, names))]
    likened = _LIKENED.search(plain)
    return told[:1] or ([f"that is {likened.group()}"] if likened else [])


def _sayable(part: str, names: Names) -> str:
    plain = _FILLER.sub("", part.strip(" ,;:.!"))
    stated = _STATES.search(_ASIDE.sub("", plain))
    if (
        _DENIES.match(plain)
        or _DANGLES.search(plain)
        or not CASE_LEAST <= len(plain.split()) <= CASE_MOST
        or not stated
        or _HEDGED.search(plain)
    ):
        return ""
    said = to_their_face(plain, names)
    return _small(said) if said else ""


def _small(text: str) -> str:
    first = text.split(" ", 1)[0]
    keeps = (
        first == "I"
        or first.startswith("I'")
        or any(letter.isupper() for letter in first[1:])
        or not first[:1].isupper()
    )
    return text if keeps else text[:1].lower() + text[1:]
