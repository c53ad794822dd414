"""What is told of them in the third person, said to their face: "what did she do" -> "what did you do".

Used for what the seeker typed (a note, a goal) and for what other pages report. Grammar only: where two people could be
meant, or the verb cannot be turned safely, nothing comes back.
"""

import re

from server.pipeline.features.stems import stems
from server.pipeline.features.verbs import REGULAR_PAST
from server.pipeline.identity.names import Names
from server.pipeline.questions.letters import capital, small_first
from server.pipeline.questions.material.plain_form import without_s

_IRREGULAR = {
    "is": "are", "was": "were", "has": "have", "does": "do", "goes": "go", "isn't": "aren't", "wasn't": "weren't",
    "hasn't": "haven't", "doesn't": "don't",
}  # fmt: skip
_NO_VERB = re.compile(r"(?:ss|us|is|ous|as)$")
_SINGULAR = ("she", "he")
_ADVERB = r"(?:\w+ly|also|just|still|never|always|then|first|once|now|often|only|even|soon|later|already)"
_AFTER = re.compile(rf"\byou(?P<adverb>(?: {_ADVERB})*) (?P<verb>[a-z']+)\b")
_BEFORE = re.compile(r"\b(?P<verb>is|was|has|does|isn't|wasn't|hasn't|doesn't)(?= you\b)", re.IGNORECASE)
_SHORT = re.compile(r"\byou's\b")
_POSSESSIVE = re.compile(
    r"(?:\bhis|(?<!\bhave )(?<!\bget )(?<!\bmade )(?<!\bmake )(?<!\bmakes )(?<!\blet )(?<!\bhelp )(?<!\bhelped )(?<!\bsee )(?<!\bsaw )(?<!\bmaking )\bher)\b(?= (?!(?:to|in|at|on|for|from|with|by|about|and|or|but|as|so|because|when|if|that|who|how|what|a|an|the)\b)\w)",
    re.IGNORECASE,
)
_THEIR_OWN = re.compile(r"\b(?:his|her) own\b", re.IGNORECASE)
_OBJECT = re.compile(r"\b(?:her|him|hers|himself|herself)\b", re.IGNORECASE)
_OWN = {"her": "you", "him": "you", "hers": "yours", "himself": "yourself", "herself": "yourself"}
_HE, _SHE = (
    re.compile(r"\b(?:he|him|his|himself)\b", re.IGNORECASE),
    re.compile(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE),
)


def speaks_of_them(text: str, names: Names) -> bool:
    """The text says something of one person in the third person: he or she, or their name."""
    return bool(_HE.search(text) or _SHE.search(text) or names.spans(text))


# Somebody else who is named: what "her" stands for after that, nobody can tell.
_SOMEBODY = re.compile(
    r"(?<!\bin )(?<!\bat )(?<!\bto )(?<!\bfrom )(?<!\bfor )(?<!\bof )\b(?:I'd be |I am |I'm )?(?P<who>[A-Z][a-z]+)(?:'s| (?:started|was|is|did|had|has|does|\w{2,}ed)) "
)


def names_another(text: str, names: Names) -> re.Match[str] | None:
    """Where the text names somebody else, if it does."""
    mine = names.spans(text)
    others = (found for found in _SOMEBODY.finditer(text) if stems(found["who"]))
    return next((one for one in others if not any(own.start <= one.start("who") < own.end for own in mine)), None)


# "mine is a competitor", "nice man", "my boss": whoever "he" is after that.
_ANOTHER_NOTED = re.compile(
    r"\b(?:(?:mine|ours) (?:is|was) (?:an?|the) [\w-]+|(?:an?|my|our|nice|good|old|young|same|different) (?:[\w-]+ )?(?:man|woman|guy|lady|bloke|chap|boss|competitor|buyer|owner|landlord|manager|head|"
    r"director|principal|supervisor|professor|editor|consultant|husband|wife|partner|mother|father|mum|dad|mom|brother|sister|son|daughter|friend|colleague|client|vicar|mayor|accountant|lawyer))\b",
    re.IGNORECASE,
)
_BROUGHT_IN = re.compile(r"\b(?:with|to|from|for|asked|told|met) (?P<who>[A-Z][^\W\d_]+)\b")


def brings_in_another(text: str, names: Names) -> bool:
    """The text ends with somebody else in view: "tried it with Olha", so that "she" after it is Olha."""
    mine = names.spans(text)
    return bool(_ANOTHER_NOTED.search(text)) or any(
        not any(own.start <= found.start("who") < own.end for own in mine) for found in _BROUGHT_IN.finditer(text)
    )


# "a friend ... his": he is the friend.
_ANOTHER = re.compile(
    r"\b(?:an?|my|our) (?:[\w-]+ )?(?:friend|colleague|boss|manager|supervisor|mentor|teacher|mother|father|sister|brother|wife|husband|daughter|son|landlord|director|client|customer|person|student|patient|apprentice|partner|employee|team ?mate|coworker|neighbour|parent|kid|child|man|woman)\b",
    re.IGNORECASE,
)


def goal_to_their_face(text: str, names: Names) -> str:
    """`to_their_face` for a goal: as it stands where "he" or "she" is somebody whom the goal itself brings in."""
    other = _ANOTHER.search(text)
    before = text[: other.start()] if other else text
    return text if other and not speaks_of_them(before, names) else to_their_face(text, names)


def note_to_their_face(text: str, names: Names) -> str:
    """`to_their_face` for what somebody scribbled: what is said after somebody else's name stays as it is."""
    other = names_another(text, names)
    end = other.end() if other else len(text)
    return to_their_face(text[:end], names) + text[end:]


def to_their_face(text: str, names: Names) -> str:
    """The text with the interviewee as "you"; as it stands if it does not speak of them; "" where two people could be meant."""
    plain = text.replace("’", "'").replace("‘", "'")
    if _HE.search(plain) and _SHE.search(plain):
        return ""
    for span in reversed(names.spans(plain)):
        owns = plain[span.end : span.end + 3] == "'s "
        plain = plain[: span.start] + ("your" + plain[span.end + 2 :] if owns else "she" + plain[span.end :])
    plain = re.sub(rf"\b(?:{'|'.join(_SINGULAR)})\b", "you", plain, flags=re.IGNORECASE)
    plain = _SHORT.sub("you're", plain)
    plain = _POSSESSIVE.sub("your", _THEIR_OWN.sub("your own", plain))
    plain = _OBJECT.sub(lambda found: _OWN[found.group().lower()], plain)
    plain = _BEFORE.sub(lambda found: _IRREGULAR[found["verb"].lower()], plain)
    return _AFTER.sub(lambda found: f"you{found['adverb']} {plural(found['verb'])}", plain)


def plural(verb: str) -> str:
    """The verb as it follows "you": "walks" -> "walk", "tries" -> "try"; a past tense stays."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if not verb.endswith("s") or _NO_VERB.search(verb) or len(verb) < 4:
        return verb
    return without_s(verb)


# Not any past: what others say they lost, hid, felt or had is not told to their face.
_ACTED = (
    rf"(?:{REGULAR_PAST}|left|quit|took|went|built|began|chose|wrote|found|made|ran|led|taught|held|sold|bought|spent|won|grew|drew|became|gave|kept|set|put|cut|"
    r"brought|rebuilt|redrew|rewrote|withdrew|oversaw|undertook|overtook|spoke|sang|rode|flew|swam|dug|sent|lent|paid|met|wove)"
)
_TOLD = re.compile(
    rf"^(?:(?:In|By|After|Before|Since|During|From|Until) [^,]{{2,40}},? )?you(?:'ve|'d)? (?:\w+ly |also |then |first |later |now )?{_ACTED}\b"
)
# "It is led by Dana Cole, who took over in 2018 after four years at sea": what follows "who" is told of her.
_WHO = re.compile(rf", who (?P<did>{_ACTED}\b.+)$")
_WHO_ENDS = re.compile(r"[,;]\s|\s+and\s+(?=(?:is|has|was|who)\b)")
_SECOND_VERB = re.compile(
    r"\b(?:and|but|who|which)\b.*\b(?:is|has|was|does|\w{3,}s)\b|\b(?:we|us|our|I|me|my|they|them|their)\b"
)


def as_reported(text: str, names: Names) -> str:
    """A sentence that another page tells of something they did, said to their face, without its stop; "" where that is not safe."""
    plain = text.strip().rstrip(".!")
    told = _WHO.search(plain)
    if told and any(span.end == told.start() for span in names.spans(plain)):
        plain = f"She {_WHO_ENDS.split(told['did'], maxsplit=1)[0]}"
    turned = to_their_face(plain, names)
    turned = small_first(turned) if turned.startswith("You ") else turned
    safe = turned.count("you") == 1 and _TOLD.match(turned) and not _SECOND_VERB.search(turned)
    return capital(turned) if safe else ""
