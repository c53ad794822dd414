"""What the seeker says of themselves, in half a clause one can speak: "I have savings for nine months"."""

import re

from server.model import Goal, Language, Seeker

MOST = 14
SENTENCE = re.compile(r"(?<=[.!?;])\s+")
AGE = re.compile(r",?\s*\b(?:aged? )?(?:1[6-9]|[2-7]\d)\b(?=\s*(?:,|\.|$))")
ROLE = re.compile(r"^(?:(?:an?|the)\s+)?(?P<role>[\w\s/-]{3,50}?)\s+(?P<at>(?:at|in|for|with)\s+.+)$", re.IGNORECASE)
ROLE_WORD = re.compile(
    r"\b(?:\w+er|\w+or|\w+ist|\w+ant|\w+ian|student|nurse|lead|head|manager|intern|graduate|chef|clerk|assistant|coach|researcher|analyst|"
    r"teacher|engineer|designer|director|apprentice|trainee|owner|fellow|postdoc)\b",
    re.IGNORECASE,
)
ADJECTIVAL = re.compile(r"^(?:self-taught|trained|retired|new|based|born|fluent|interested|used)\b", re.IGNORECASE)
PEOPLE_WHO = re.compile(
    r"\b(?:people|persons?|someone|somebody|others|experts?|\w+ers|\w+ists|\w+ants|\w+ors|whom to meet|two|one or two)\b[^.;]*?\b(?P<who>who\s+[^.;]+)",
    re.IGNORECASE,
)
NO_PRONOUN_SHIFT = re.compile(r"\b(?:he|she|him|her|his|they|them|their)\b", re.IGNORECASE)


def facts(seeker: Seeker, language: Language) -> tuple[str, ...]:
    """Each sentence of the background as "I ...", at most 14 words; those that cannot be said so are left out."""
    sayings = (_say(sentence, language) for sentence in SENTENCE.split(seeker.background))
    return tuple(saying for saying in sayings if saying and len(saying.split()) <= MOST)


def best_fact(sayings: tuple[str, ...], text: str, language: Language) -> str:
    """The fact nearest in meaning to a text; "" where there is none."""
    if not sayings:
        return ""
    vectors = language.embed([text, *sayings])
    near = vectors[1:] @ vectors[0]
    return sayings[int(near.argmax())]


def as_clause(text: str) -> str:
    """A typed plan or assumption to stand inside a sentence: no final stop, first letter small unless it is a name or "I"."""
    plain = text.strip().rstrip(".!? ")
    first = plain.split(" ", 1)[0] if plain else ""
    keeps = first == "I" or first.startswith(("I'", "I’")) or any(c.isupper() for c in first[1:])
    return plain if keeps else plain[:1].lower() + plain[1:]


def plan_clause(text: str, language: Language) -> str:
    """A plan to stand after "My plan is": "offer two groups ..." becomes "to offer two groups ..."."""
    clause = re.sub(
        r"^(?:i (?:want|plan|mean|intend|hope) to|i(?:'ll| will)|to)\s+", "to ", as_clause(text), flags=re.IGNORECASE
    )
    tags = language.tag(clause)
    # The tagger takes a small first word for a noun when it could be either; an object right after it makes it a verb.
    verb = bool(tags) and (
        tags[0][1] == "VB"
        or (tags[0][1] in {"VBP", "NN"} and len(tags) > 1 and tags[1][1] in {"DT", "PRP$", "JJ", "CD"})
    )
    return f"to {clause}" if verb and not clause.startswith("to ") else clause


def my_thing(text: str) -> str:
    """Something to show, to stand after "my": its article goes."""
    return re.sub(r"^(?:an?|the|my)\s+", "", as_clause(text), flags=re.IGNORECASE)


def people_sought(goal: Goal) -> str:
    """The people a goal looks for, as a clause after "Who comes to mind": "who went independent ..."; "" if it looks for nobody."""
    text = goal.text.strip().rstrip(".")
    found = PEOPLE_WHO.search(text)
    who = found["who"] if found else ""
    if not who:
        whom = re.search(
            r"\bwhom? (?:to|should i|can i|could i) (?:meet|talk to|ask)\b\W*(?:next)?\W*(?P<rest>.*)$",
            text,
            re.IGNORECASE,
        )
        rest = whom["rest"] if whom else ""
        who = rest if rest.lower().startswith("who ") else ""
    if not who or NO_PRONOUN_SHIFT.search(who) or len(who.split()) > MOST:
        return ""
    return who


def _say(sentence: str, language: Language) -> str:
    plain = AGE.sub("", sentence.strip().rstrip(".;!? "))
    if re.match(r"I\b", plain):
        return plain
    verb = _verb_for(plain, language.tag(plain))
    return _role(plain) or (f"I {verb}{as_clause(plain)}" if verb is not None else "")


def _verb_for(plain: str, tags: list[tuple[str, str]]) -> str | None:
    """What goes between "I" and a fragment: nothing before a past tense, "have" before a thing; None if neither reads well."""
    first = tags[0][1] if tags else ""
    if not first or ADJECTIVAL.match(plain):
        return None
    if first in {"VBD", "VBN"}:
        return ""
    thing = re.match(r"(?:no|not)\b", plain, re.IGNORECASE) or (
        first.startswith(("NN", "CD", "JJ", "DT")) and not _has_verb(tags)
    )
    return "have " if thing else None


def _role(plain: str) -> str:
    head = plain.split(",", maxsplit=1)[0].strip()
    found = ROLE.match(head)
    if not found or not ROLE_WORD.search(found["role"]):
        return ""
    role = re.sub(r"^(?:an?|the)\s+", "", found["role"].strip(), flags=re.IGNORECASE)
    role = role if role[:2].isupper() else role[:1].lower() + role[1:]
    article = (
        "an" if re.match(r"[aeiou]|[FHLMNRSX](?=[A-Z])", role, re.IGNORECASE if role[:2].islower() else 0) else "a"
    )
    return f"I'm {article} {role} {found['at']}"


def _has_verb(tags: list[tuple[str, str]]) -> bool:
    return any(tag in {"VBD", "VBZ", "VBP", "MD"} for _, tag in tags)
