"""What the seeker scribbled beside a mark, made fit to be said: their own question, how they read the line, their own case.

People write such notes badly and to themselves ("ouch. three of my six are exactly that. is it the word or the look?").
Nothing is invented: pieces are cut out, joined by nothing, turned to "you" where they speak of the interviewee.
"""

import re
from dataclasses import dataclass

from server.model import Language
from server.pipeline.features.stems import stems
from server.pipeline.identity.names import Names
from server.pipeline.privacy.hits import tactless
from server.pipeline.privacy.spans import is_private
from server.pipeline.questions.material.address import brings_in_another, names_another, speaks_of_them
from server.pipeline.questions.material.agreement import agreed
from server.pipeline.questions.material.cases import CASE_EASY, SIGNS_OF, case_of, stated
from server.pipeline.questions.material.pointing import BRIEF, beside_case, is_loose, of_those
from server.pipeline.questions.material.retells import retold_act
from server.pipeline.questions.material.scribbled import LEAD, SENTENCE, bare
from server.pipeline.questions.material.takes import doubt_of, reading_of
from server.pipeline.questions.material.typed import whole_words
from server.pipeline.questions.material.wonders import WH, wonder_of

_HEAT = re.compile(r"(?<=\w) (?:on earth|the hell|the heck|in the world)\b", re.IGNORECASE)
# Between what was said then and today: beside one line nobody knows the other end.
_BETWEEN = re.compile(r"^What (?:(?P<done>happened|changed)) in between\?$")
_OF_THE_OTHER = re.compile(
    r"(?:(?:and|but|so|then) )?(?:(?:would|will|did|does|is|was|has|can|could) )?(?:s?he|her|his)\b", re.IGNORECASE
)
_IF_ONLY = re.compile(r"\b(?:I|we)(?:['’]d| would| might| could)\b")
_TURNED_OUT = "how did it turn out"
_BEGINS_A_CLAUSE = re.compile(
    r"^(?:when|once|after|before) (?!(?:do|does|did|is|are|was|were|will|would|can|could)\b)[^,.!?]+$", re.IGNORECASE
)
_THE_PAGE = re.compile(
    r"\b(?:this|that) (?:post|page|text|piece|essay|article|talk)\b", re.IGNORECASE
)  # still the mark
_WHOLE = frozenset({"then", "opposite"})  # said beside the case as often as in it


@dataclass(frozen=True, slots=True)
class Noted:
    """What a note gives: each "" where it gives nothing.

    wonder is the seeker's own question, opened, with its mark, in_case the same after what it was written beside, because the same before it; reading how they take the line, as a clause; case what it is like for
    them, as a clause; doubt what they would have thought instead; retell what an act of theirs that the note tells
    again leads to. signs name what the case is: then, opposite, alike, fear, count.
    """

    wonder: str = ""
    in_case: str = ""
    because: str = ""
    reading: str = ""
    case: str = ""
    doubt: str = ""
    retell: str = ""
    signs: frozenset[str] = frozenset()


NOTHING_NOTED = Noted()


def read_note(note: str, names: Names, language: Language, beside: str = "") -> Noted:
    """The note taken apart, without what it says of their private life. beside is the passage it was written at: what shares words with it says most."""
    pieces = _joined([piece for sentence in SENTENCE.split(_plain(note)) if (piece := sentence.strip())])
    pieces = [
        piece
        for at, piece in enumerate(pieces)
        if not (at and _OF_THE_OTHER.match(piece) and brings_in_another(pieces[at - 1], names))
        if not (speaks_of_them(piece, names) and _is_private(LEAD.sub("", piece), names))
    ]
    case = agreed(case_of(pieces, names, stems(beside)), language)
    asked = (
        (at, wonder_of(LEAD.sub("", piece), names, language))
        for at, piece in enumerate(pieces)
        if not (speaks_of_them(piece, names) and any(names_another(one, names) for one in pieces[:at]))
    )
    at, wonder = max(
        (pair for pair in asked if pair[1]),
        key=lambda pair: (*_weight(pieces[pair[0]], names), -pair[0]),
        default=(0, ""),
    )
    just_before = pieces[at - 1] if at else ""
    before = stated(just_before, names) if just_before else ""
    wonder = of_those(wonder, bare(just_before))
    told = case if stems(wonder) - stems(case) else ""  # what is asked in other words just before is not said twice
    in_case, because = beside_case(wonder, before if len(before.split()) <= CASE_EASY else "", told)
    if _IF_ONLY.search(beside) and _TURNED_OUT in f"{wonder} {in_case}".lower():
        wonder = in_case = because = ""  # of what was only thought of, nothing turned out
    earlier = "" if _THE_PAGE.search(just_before) else bare(just_before)
    loose = is_loose(wonder, beside, earlier, in_case=bool(in_case))
    return Noted(
        wonder="" if loose else _BETWEEN.sub(r"What has \g<done> since?", wonder),
        in_case=in_case,
        because=because,
        reading=next((found for piece in pieces if (found := reading_of(piece, names))), ""),
        case=case,
        doubt=next((found for piece in (_plain(note), *pieces) if (found := doubt_of(piece, names))), ""),
        retell=retold_act(pieces, names),
        signs=frozenset(name for name, sign in SIGNS_OF.items() if sign.search(note if name in _WHOLE else case)),
    )


def _is_private(piece: str, names: Names) -> bool:
    return is_private(piece, names) or tactless(piece)


def _joined(pieces: list[str]) -> list[str]:
    """With a clause before the question it belongs to: "when the first of them wanted to go, what was written"."""
    joined: list[str] = []
    for piece in pieces:
        if joined and _BEGINS_A_CLAUSE.match(joined[-1]) and WH.match(piece):
            joined[-1] = f"{joined[-1]}, {piece}"
        else:
            joined.append(piece)
    return joined


def _weight(piece: str, names: Names) -> tuple[bool, bool, bool]:
    """How much a question of a note is worth: asked openly of them before what is asked of oneself, or may be answered with yes; two words last."""
    is_open = bool(WH.match(LEAD.sub("", piece)))
    return is_open and speaks_of_them(piece, names), is_open, len(bare(piece).split()) > BRIEF


def _plain(note: str) -> str:
    plain = _HEAT.sub("", whole_words(note))
    return re.sub(r"([?!.])[?!.]+", lambda marks: "?" if "?" in marks.group() else marks[1], plain)
