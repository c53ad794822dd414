"""An indirect question asked directly: "where backers really come from" -> "where do backers really come from".

The finite verb is found by its tag; where it is not plain which words ask and which are the subject, nothing comes back.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from server.model import Language
from server.pipeline.features.verbs import ALIKE
from server.pipeline.questions.material.plain_form import plain_form, without_s
from server.pipeline.questions.signs import FINITE

_ASKS = re.compile(r"^(?:what|which|how|where|when|why|who)\b .", re.IGNORECASE)
_GRADE = frozenset(
    "much many long often far soon early late kind kinds sort sorts".split()
)  # "how much ...": the subject comes later
_SUBJECTS = frozenset("i we you it that one there they people somebody someone nobody everybody he she".split())
_BE = frozenset("am is are was were".split())
_MODALS = frozenset("can could would will should must may might".split())
_HAVE = frozenset("have has had".split())
_TAKEN_FOR_OTHERS = frozenset("VB VBN NN NNS".split())  # the tags that the tagger gives many a verb after a pronoun
_SHORTENED = {
    "i'd": "I",
    "we'd": "we",
    "they'd": "they",
    "it'd": "it",
    "one'd": "one",
    "you'd": "you",
}  # "would", after its subject
_NOUNS_LEAD = frozenset({"DT", "PRP$", "NNS", "VBG", "JJ", "NNP", "CD", "RB"})
_PLAINLY = frozenset({"DT", "PRP$", "NNS", "VBG"})  # after "what" an adjective belongs to what is asked for
_BELONGS = frozenset({"IN", "TO"})  # "which answers from a client": not who does it
_BEGINS_A_THING = frozenset({"DT", "PRP$"})  # "how ambitious the project should be"
_BEFORE_PEOPLE = frozenset({"JJ", "DT", "CD", "PRP$"})  # "how other people come in"
_RELATIVE = frozenset("who which that whom whose once when if because since before after until while".split())
_PLAIN = {"has": "have", "does": "do", "goes": "go", "have": "have", "do": "do", "had": "have", "did": "do"}
_ORDINAL = re.compile(
    r"^(?P<asks>what|how) (?P<nth>first|second|last|next)\b(?= \w+ (?:in|at|of|as|on|with)\b)", re.IGNORECASE
)
# "what really keeps me from overworking": asked of them, it is them it keeps.
_HOLDS_ME = re.compile(r"\b(?P<holds>keeps?|makes?|stops?|lets?|gets?|holds?|helps?|drives?|made|kept|got) me\b")
SHORT_SUBJECT = 3  # words of "how much volunteering (fits)" beyond which nobody can tell what asks from who does it


@dataclass(frozen=True, slots=True)
class _Clause:
    """The words with a tag each ("" for what the tagger passed over), and where the finite verb stands."""

    words: tuple[str, ...]
    tags: tuple[str, ...]
    at: int

    @property
    def verb(self) -> str:
        return self.words[self.at].lower()

    @property
    def rest(self) -> tuple[str, ...]:
        return self.words[self.at + 1 :]


def direct(clause: str, language: Language) -> str:
    """The question without its mark, in small letters at its start; "" where grammar cannot turn it. Where what asks is the subject, whom it keeps from something becomes "you"."""
    found = _read(clause, language) if _ASKS.match(clause) else None
    asks, subject = _parted(found) if found else ((), ())
    if not found or not asks:
        return ""
    if not subject:
        return _HOLDS_ME.sub(r"\g<holds> you", " ".join(found.words))
    return " ".join((*asks, *turned)) if (turned := _fronted(found, subject)) else ""


def _read(clause: str, language: Language) -> _Clause | None:
    words = tuple(_ORDINAL.sub(r"\g<asks> the \g<nth>", clause).split())
    tags = _tags(words, language)
    at = _verb(words, tags)
    return None if at is None else _Clause(words, tags, at)


def _tags(words: Sequence[str], language: Language) -> tuple[str, ...]:
    """The tagger cuts "isn't" in two: each word has the tag of its first piece."""
    tagged, tags = list(language.tag(" ".join(words))), list[str]()
    for word in words:
        plain = word.strip(",.;:!?\"'()").lower()
        mine = bool(tagged) and plain.startswith(tagged[0][0].lower())
        tags.append(tagged[0][1] if mine else "")
        while mine and tagged and plain and plain.startswith(tagged[0][0].lower()):
            plain = plain[len(tagged.pop(0)[0]) :].lstrip("'’-")
    return tuple(tags)


def _verb(words: Sequence[str], tags: Sequence[str]) -> int | None:
    """Where the finite verb stands; None where a relative clause or a stop comes before it, or there is none."""
    for at in range(1, len(words)):
        small = words[at].lower()
        pointing = at == 1 and small == "that"  # "how that went"
        if (small in _RELATIVE and not pointing) or small.endswith(("n't", ",", "nnot")):
            return None
        led = next((words[before].lower() for before in range(at - 1, 0, -1) if tags[before] != "RB"), "")
        follows = led in _SUBJECTS and tags[at] in _TAKEN_FOR_OTHERS
        did = at == 1 and tags[at] == "VBN"  # "what made it so"
        plural = tags[at] == "VB" and tags[at - 1] in {"NNS", "RB"}  # "backers really come"
        if tags[at] in FINITE or small in _BE | _MODALS or small in _SHORTENED or follows or plural or did:
            return at
    return None


def _parted(found: _Clause) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What asks, and the subject before the verb: empty where what asks is the subject itself; both empty where they cannot be told apart."""
    words, tags, at = found.words, found.tags, found.at
    if found.verb in _SHORTENED:
        return words[:at], (_SHORTENED[found.verb],)
    who = next((spot for spot in range(at - 1, 0, -1) if tags[spot] != "RB"), 0)
    if not who:  # of a word they used: "what often means"
        return words[:1], words[1:at] if found.verb == "means" else ()
    begins = _subject_begins(words, tags, who)
    if begins:
        return words[:begins], words[begins:at]
    if words[0].lower() == "which" or words[1].lower() in _GRADE:
        begins = next(
            (spot for spot in range(at - 1, 1, -1) if tags[spot] in {"DT", "PRP$"} and tags[spot - 1] not in _BELONGS),
            0,
        )
        several = tags[who] == "NNS" and who > SHORT_SUBJECT and (found.verb in _HAVE or tags[at] == "VBP")
        if begins or several:
            return words[: begins or who], words[begins or who : at]
        return (words[:at], ()) if at <= SHORT_SUBJECT + 1 and tags[at] != "VBP" else ((), ())
    led = _PLAINLY if words[0].lower() == "what" else _NOUNS_LEAD
    a_name = words[0].lower() == "how" and at == 2 and tags[1] == "NN"
    return (words[:1], words[1:at]) if tags[1] in led or a_name else ((), ())


def _subject_begins(words: Sequence[str], tags: Sequence[str], who: int) -> int:
    """Where a subject begins that is plain by itself: a pronoun, people, what follows "how ambitious"; 0 where it is not. who is its last word."""
    how = words[0].lower() == "how" and words[1].lower() not in _GRADE
    if how and tags[1] == "JJ" and words[1].lower() != "such" and tags[2] in _BEGINS_A_THING:
        return 2
    if words[1].lower() in _SUBJECTS and words[2].lower() == "and":  # "what you and your partner had on paper"
        return 1
    if words[who].lower() not in _SUBJECTS:
        return 0
    return 1 if how and tags[1] in _BEFORE_PEOPLE else who


def _fronted(found: _Clause, subject: Sequence[str]) -> tuple[str, ...]:
    """What asks is followed by: the verb that helps, the subject and the rest; empty where the verb has no plain form."""
    verb, told = found.verb, (*subject, *found.rest)
    if verb in _SHORTENED:
        return ("would", *told)
    if verb in _MODALS | _BE or (verb in _HAVE and _is_perfect(found)):
        return (verb, *told)
    denied = found.rest[:1] and found.rest[0].lower() == "not"
    if denied and verb in {"do", "does", "did"}:
        return (f"{verb}n't", *subject, *found.rest[1:])
    if denied or found.tags[found.at + 1 : found.at + 2] in (("VBD",), ("VBZ",)):
        return ()  # "they do not send" has its "do" already; of two verbs in a row the first is a word misspelt
    do, base = _done(verb, found.tags[found.at])
    return (do, *subject, base, *found.rest) if base else ()


def _is_perfect(found: _Clause) -> bool:
    """What follows "have" is a participle, so that it helps: not "have to"."""
    return next((tag for tag in found.tags[found.at + 1 :] if tag != "RB"), "") in {"VBN", "VBD"}


def _done(verb: str, tag: str) -> tuple[str, str]:
    """The form of "do" that asks, and the verb in its plain form, "" where that is not known: of "put" no tag tells the tense."""
    if tag == "VBZ" or verb in {"has", "does", "goes"}:
        return "does", _PLAIN.get(verb) or without_s(verb)
    if tag in {"VBD", "VBN"} or verb in {"had", "did"}:
        return "did", "" if verb in ALIKE else _PLAIN.get(verb) or plain_form(verb)
    return "do", _PLAIN.get(verb) or verb
