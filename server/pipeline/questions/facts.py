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
ADJECTIVAL = re.compile(
    r"^(?:self-taught|trained|retired|new|based|born|fluent|interested|used|chartered|licensed|certified|registered|qualified)\b",
    re.IGNORECASE,
)
PEOPLE_WHO = re.compile(
    r"\b(?:people|persons?|someone|somebody|others|experts?|\w+ers|\w+ists|\w+ants|\w+ors|whom to meet|two|one or two)\b[^.;]*?\b(?P<who>who\s+[^.;]+)",
    re.IGNORECASE,
)
NOTHING = re.compile(r"(?:no|not)\b", re.IGNORECASE)
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
MASS = frozenset("experience work practice research training money time savings knowledge interest help".split())
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
    small = as_clause(plain)  # the tagger takes a capital for a name
    lead = _lead_in(small, language.tag(small))
    return _role(plain) or (f"I {lead}{small}" if lead is not None else "")


def _lead_in(plain: str, tags: list[tuple[str, str]]) -> str | None:
    """What goes between "I" and a fragment: nothing before a past tense, "have" before a thing; None if neither reads well."""
    first = tags[0][1] if tags else ""
    if ADJECTIVAL.match(plain) or ":" in plain or not first:
        return None
    if first in {"VBD", "VBN"}:
        return ""
    if NOTHING.match(plain):
        return "have "
    if not first.startswith(("NN", "CD", "JJ", "DT")) or any(tag in FINITE for _, tag in tags):
        return None
    return f"have {_article(plain, tags)}"


def _article(plain: str, tags: list[tuple[str, str]]) -> str:
    """An article before one thing that can be counted ("evening course in biology"), nothing before many or much."""
    head = next((at for at, (_, tag) in enumerate(tags) if tag in {"IN", "TO", "CC", "WDT"}), len(tags))
    noun, tag = tags[head - 1] if head else ("", "")
    single = tag == "NN" and tags[0][1] in {"NN", "JJ"} and noun.lower() not in MASS
    return f"{_a(plain)} " if single else ""


def _role(plain: str) -> str:
    head = plain.split(",", maxsplit=1)[0].strip()
    found = ROLE.match(head)
    if not found or not ROLE_WORD.search(found["role"]) or NOTHING.match(plain):
        return ""
    role = re.sub(r"^(?:an?|the)\s+", "", found["role"].strip(), flags=re.IGNORECASE)
    role = role if role[:2].isupper() else role[:1].lower() + role[1:]
    return f"I'm {_a(role)} {role} {found['at']}"


def _a(word: str) -> str:
    """The article "an" before a vowel sound: letters of an abbreviation are spoken by name ("an SEO lead")."""
    if re.match(r"[A-Z]{2}", word):
        return "an" if word[0] in "FHLMNRSXAEIO" else "a"
    return "an" if re.match(r"(?!uni|use|eu|one)[aeiou]|hour|hono|heir", word.lower()) else "a"
