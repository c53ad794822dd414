"""What somebody typed for themselves becomes a sentence that can be said to another.

The words stay theirs: only what stands around them changes, and what cannot be turned safely is told as a hint instead.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto

from server.pipeline.features.verbs import NO_PAST
from server.pipeline.follow_up.aloud import DOING, can_be_done, can_be_said, is_order
from server.pipeline.follow_up.toward import toward
from server.pipeline.questions.letters import capital, small_first

GAP_SAID, GAP_NEXT, GAP_PROMISED = "[what stuck]", "[your next step]", "[what you promised]"  # for the user to fill
OPEN, CLOSED = "“\"„«‘'", "”\"“»’'"
_TELLS = r"(?:said|says|told me|thinks|thought|believes|explained|mentioned|pointed out|argued|reckons|feels|felt)"
_GIVING = "send|give|tell|show|write|email|mail|call|ring|introduce|forward|bring|lend|pass|let|keep|update|meet|ask|thank|invite"
_ENDS = r"$|[\s.,;:!]"
_THEN = (
    r"\s*$|[.,;:!]|\s+(?:the|a|an|my|our|some|any|one|two|three|this|that|it|what|how|why|when|if|where|whether|to|about|by|on|in|"
    r"at|after|before|again|and|know|tomorrow|next|once|from|with)\b"
)
_THIRD = re.compile(r"\b(?:she|he|him|her|his|hers|herself|himself)\b", re.IGNORECASE)
_ASKS = re.compile(
    r"\?|\b(?:could|can|would|will) you\b|\bplease\b|\blet me know\b|\bif you (?:could|would|can)\b", re.IGNORECASE
)
_SENTENCES = re.compile(r"(?<=[.!?…])[”\"’']?\s+(?=[\"“‘'(]?[A-ZÀ-Þ0-9])|\n+")
_ORDERS = re.compile(rf"[.;]\s+(?=\S)|,\s+(?=(?:{'|'.join(sorted(DOING))})\b)", re.IGNORECASE)
_BULLET = re.compile(r"^(?:[-*•–]|\d+[.)])\s*")
# First words that begin no order to oneself ("call two surveyors" does).
_NO_ORDER = frozenset(
    "a an the my our your their his her its this that these those some any two three four five six one first second next more "
    "less no not by on in at from after before when if as with for about perhaps maybe probably possibly nothing nobody none "
    "there it we they he she you something someone and but or only still every each both until during within through".split()
)
_ING_VERBS = frozenset("bring sing ring swing spring cling sting string fling wring".split())
_SMALL = (
    _NO_ORDER
    | frozenset("never always don't do what who why how where which most people everyone everybody start".split())
    | (DOING - {"book", "map", "mark"})
)


class Shape(Enum):
    """How what they said was written down."""

    QUOTED = auto()  # “Never a desk.”
    THAT = auto()  # You said that nobody reads the CV.
    PLAIN = auto()  # anything else: it stands behind a colon


@dataclass(frozen=True, slots=True)
class Said:
    """What stuck, ready to be framed: a quote in its marks, a clause, or words for behind a colon, none with a full stop.

    gap: the note, if it is a mark to fill in that stands in its place.
    """

    shape: Shape
    words: str
    gap: str = ""


class Step(Enum):
    """How what the user will do was written down."""

    SENTENCE = auto()  # I'll call two surveyors
    ORDER = auto()  # call two surveyors
    DOING = auto()  # calling two surveyors
    DONE = auto()  # called two surveyors
    PLAIN = auto()  # a call with Ravi


@dataclass(frozen=True, slots=True)
class Next:
    """What the user will do, ready to be framed, without a full stop. gap: the note, if a mark stands in its place."""

    shape: Step
    words: str
    gap: str = ""


def said(text: str, first_name: str) -> Said:
    """What stuck, as it can be said to the one who said it; a gap in the place of a note that cannot be said."""
    line = one_line(text)
    told = re.match(rf"(she|he|they|you|{re.escape(first_name)}) {_TELLS}(?: that\b)?[:,]?\s*", line, re.IGNORECASE)
    rest = line[told.end() :] if told else line
    inner = _inside_quotes(rest)
    if inner:
        return Said(Shape.QUOTED, f"“{inner}”")
    clause = re.sub(r"^that\s+", "", rest, flags=re.IGNORECASE)
    about = re.match(r"(?:she|he|her|his)\b", told[1] if told else clause, re.IGNORECASE)
    clause = re.sub(r"^to (?=\w)", "", clause) if told else clause  # "told me to stop" is "stop"
    words = _to_them(clause, about[0].lower()) if about else clause
    if not (can_be_said(words) or can_be_done(words)):
        return Said(Shape.PLAIN, GAP_SAID, line)
    if (
        not rest.startswith("to ")
        and (told or rest.lower().startswith("that "))
        and clause
        and len(_SENTENCES.split(clause)) == 1
    ):
        return Said(Shape.THAT, small(without_stop(words)))
    return Said(Shape.PLAIN, small(without_stop(words)))


def _to_them(text: str, pronoun: str) -> str:
    return toward(text, "she" if pronoun in {"she", "her"} else "he")


def next_step(text: str, first_name: str) -> Next:
    """What the user will do, as it can be told to somebody; several lines are one list."""
    line = without_stop(to_you(_listed(text), first_name))
    if not can_be_done(line):
        return Next(Step.PLAIN, GAP_NEXT, one_line(text))
    meant = re.match(r"(?:(?:i am |i['’]m )?(?:going|planning|hoping) to|(?:i )?will|to) ", line, re.IGNORECASE)
    if meant:
        return Next(Step.ORDER, line[meant.end() :])
    if not is_order(line) and re.search(r"^(?:\S+ ){0,4}I(?:['’]\w+)?\b", line):
        return Next(Step.SENTENCE, capital(line))
    shape = _step(line)
    return Next(shape, small(line) if shape is Step.PLAIN else lowered(line))


def _step(line: str) -> Step:
    """What a line is, by how it begins; what cannot be told stands behind a colon."""
    first = line.split(maxsplit=1)[0].lower().strip(",:;") if line else ""
    if first in _NO_ORDER:
        return Step.PLAIN
    if first.endswith("ing") and first not in _ING_VERBS:
        return Step.DOING
    if first.endswith("ed") and first not in NO_PAST:
        return Step.DONE
    return Step.ORDER if is_order(line) else Step.PLAIN


def promised(text: str, first_name: str) -> str:
    """A promise of the user's as it stands after "I'll": "send you the report"; a gap if it cannot be said."""
    line = without_stop(to_you(one_line(text), first_name))
    bare = re.sub(r"^(?:that )?(?:i(?:['’]ll|['’]d| will| would| shall)|to)\s+", "", line, flags=re.IGNORECASE)
    return lowered(bare) if can_be_done(bare) and is_order(bare) else GAP_PROMISED


def to_you(text: str, first_name: str) -> str:
    """What is done for them is done for "you", where no reading but that one is possible ("her report" stays)."""
    name = re.escape(first_name)
    turned = re.sub(
        rf"\b({_GIVING}) (?:(?:him|{name})(?={_ENDS})|her(?={_THEN}))", r"\1 you", text, flags=re.IGNORECASE
    )
    turned = re.sub(rf"\b(to|with|for) (?:him|{name})(?={_ENDS})", r"\1 you", turned, flags=re.IGNORECASE)
    turned = re.sub(r"\b(to|with|for) her(?=\s*$|[.,;:!])", r"\1 you", turned, flags=re.IGNORECASE)
    return re.sub(rf"\b{name}['’]s\b", "your", turned)


def about_them(text: str, first_name: str) -> str:
    """The first word that speaks about them instead of to them; "" if there is none."""
    found = _THIRD.search(text) or re.search(rf"\b{re.escape(first_name)}\b", text)
    return found[0] if found else ""


def without_asks(text: str) -> str:
    """The text without the sentences that ask for something. Lines stay lines."""
    lines = (" ".join(one for one in sentences(line) if not _ASKS.search(one)) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def sentences(text: str) -> list[str]:
    """The sentences of a text, a line being one at the least."""
    return [one.strip() for one in _SENTENCES.split(text) if one.strip()]


def first_said(text: str) -> str:
    """Of what stuck, the one sentence that can be said best: of the first line that can be said at all; a quoted line is whole."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    line = next((line for line in lines if can_be_said(line)), lines[0] if lines else "")
    return line if _inside_quotes(line) else next(iter(sentences(line)), "")


def within(text: str, most: int) -> str:
    """As many whole sentences from its start as have so many words; the first one in any case. Lines stay lines."""
    kept, room = "", most
    for at, one in enumerate(sentences(text)):
        room -= len(one.split())
        if at and room < 0:
            break
        kept += ("\n" if f"{kept}\n{one}" in text else " " if kept else "") + one
    return kept.strip()


def one_line(text: str) -> str:
    """A text as one line."""
    return " ".join(text.split())


def without_stop(text: str) -> str:
    """Without the full stop at its end."""
    return re.sub(r"[.\s;,]+$", "", text)


def small(text: str) -> str:
    """With a small first letter, where the first word is one that never needs a large one."""
    first = re.match(r"[\w'’]+", text)
    return lowered(text) if first and first[0].lower().replace("’", "'") in _SMALL else text


def lowered(text: str) -> str:
    """With a small first letter, unless the word is "I" or an abbreviation."""
    first = re.match(r"\w+", text)
    stays = first is not None and (first[0] == "I" or any(char.isupper() for char in first[0][1:]))
    return text if stays else small_first(text)


def _inside_quotes(text: str) -> str:
    """What stands in quotation marks if all of the text does; "" otherwise."""
    bare = text.strip()
    if len(bare) > 2 and bare[0] in OPEN and bare.rstrip(".")[-1] in CLOSED:
        inner = bare.rstrip(".")[1:-1].strip()
        apart = re.search(r"[“”\"„«»]", inner)
        return "" if apart else inner.rstrip(".")
    return ""


def _listed(text: str) -> str:
    """Lines of a list, or orders one after the other, as one sentence: "a, b and c"."""
    lines = [without_stop(_BULLET.sub("", line.strip())) for line in text.splitlines() if line.strip()]
    items = lines if len(lines) > 1 else [without_stop(one) for one in _ORDERS.split(one_line(text))]
    in_a_row = len(lines) > 1 or all(map(is_order, items))
    if len(items) < 2 or not in_a_row or any(len(sentences(item)) > 1 for item in items):
        return one_line(text)
    rest = [lowered(item) for item in items[1:]]
    return ", ".join([items[0], *rest[:-1]]) + f" and {rest[-1]}"
