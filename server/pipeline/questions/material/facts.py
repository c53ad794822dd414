"""What the seeker says of themselves, in half a clause one can speak: "I have savings for nine months"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from server.model import Goal, Language, Seeker
from server.pipeline.features.stems import stems
from server.pipeline.identity.names import Names
from server.pipeline.questions.material.address import to_their_face
from server.pipeline.questions.signs import WHEN

MOST = 14
SENTENCE = re.compile(r"(?<=[.!?;])\s+")
AGE = re.compile(r",?\s*\b(?:aged? )?(?:1[6-9]|[2-7]\d)\b(?=\s*(?:,|\.|$))")
ROLE = re.compile(r"^(?:(?:an?|the)\s+)?(?P<role>[\w\s/-]{3,50}?)\s+(?P<at>(?:at|in|for|with)\s+.+)$", re.IGNORECASE)
ROLE_WORD = re.compile(
    r"\b(?:\w+er|\w+or|\w+ist|\w+ant|\w+ian|student|nurse|lead|head|manager|intern|graduate|chef|clerk|assistant|coach|researcher|analyst|"
    r"teacher|engineer|designer|director|apprentice|trainee|owner|fellow|postdoc)\b",
    re.IGNORECASE,
)
BARE_ROLE = re.compile(
    r"^(?:(?:an?|the)\s+)?(?:[\w/-]+ ){0,4}(?:student|nurse|teacher|engineer|designer|manager|analyst|technician|researcher|clerk|assistant|apprentice|"
    r"trainee|postdoc|chef|officer|editor|developer|accountant|librarian|carpenter|electrician|pharmacist|therapist)$",
    re.IGNORECASE,
)
ADJECTIVAL = re.compile(
    r"^(?:self-taught|trained|retired|new|based|born|fluent|interested|used|chartered|licensed|certified|registered|qualified)\b",
    re.IGNORECASE,
)
OF_OTHERS = re.compile(r"(?:my|our|he|she|they|his|her|their)\b|.*\b(?:is|was|are|were|has|had)\b", re.IGNORECASE)
SOUGHT = re.compile(
    r"\b(?:find(?: out)?|meet|learn|know|introduc\w+ to|look(?:ing)? for|talk to)\b\s*(?:whom? (?:to|should i|i should|can i|could i) (?:meet|talk to|ask)(?: next)?\b[\s,:]*)?"
    r"(?P<people>(?:who|one|two|three|four|some|a few|people|somebody|someone|a|an)\b.*)$",
    re.IGNORECASE,
)
SOUGHT_CUT = re.compile(r",? and (?:whom?|would|talk|ask|meet|speak|write|hear|learn)\b|;")
SOUGHT_MOST = 22
PEOPLE = re.compile(
    r"\b(?:people|persons?|somebody|someone|others|experts?|\w{2,}(?:ers|ists|ants|ors|ians|nurses|er|ist|ant|or|ian))\b",
    re.IGNORECASE,
)
NOTHING = re.compile(r"(?:no|not)\b", re.IGNORECASE)
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
MASS = frozenset("experience work practice research training money time savings knowledge interest help".split())
FITS, SHARED, SAME_WORDS = 0.34, 0.15, 2
_COUNT_NOUNS = (
    "year month week day hour minute client customer euro dollar pound page patient student member colleague project drawing evening night"
).split()
_UNITS = stems(" ".join((*_COUNT_NOUNS, "people percent per cent")))
COUNTED = re.compile(
    r"(?:\d[\d,.]*\+?|\b(?:a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty|forty|fifty|hundred|thousand|half))"
    r"[- ](?:(?:or|to) \w+ |\w+ (?=year|month|week|day|hour))?"
    rf"(?P<unit>(?:(?:{'|'.join(_COUNT_NOUNS)})s?|people|per ?cent)\b)",
    re.IGNORECASE,
)
ALONE = re.compile(r"\bi\b")
OF_ONESELF = re.compile(
    r"(?:^|[,;.]\s+)(?=I (?:am|work|run|study|teach|have|was|used to|lead|drive|cook|write|build)\b)"
)
TOPIC = re.compile(
    r"^(?:learn|understand|find out|see|know|explore)\b (?:more )?(?:about )?(?P<what>(?:how|what|which|where|whether|why) .+)$",
    re.IGNORECASE,
)
TOPIC_CUT = re.compile(r"[,;:]\s+|\s+so that\b|\s+and (?=how|what|which|where|whether|why)")
TOPIC_MOST = 16
ABOUT_YOU = re.compile(r"\b(?:you|your|my|me|I)\b")
NUMBERED = re.compile(r"^(?P<what>[a-z]{3,}) (?P<which>\d+ and \d+)(?: of my \w+)?", re.IGNORECASE)
SEVERAL = re.compile(
    r"\w+s \d+ and \d+\b|(?:two|three|four|five|six|seven|eight|nine|ten|several|some|\d+)\b(?!-)", re.IGNORECASE
)
# What one shows several of, so that one could go; of two, none could.
COLLECTED = re.compile(
    r"\b(?:maps|slides|pieces|projects|notebooks|drawings|designs|poems|songs|stories|questions|ideas|lines|examples|case studies|prototypes|sketches|chapters|recipes)\b",
    re.IGNORECASE,
)
PAIR = re.compile(r"(?:two|both|2)\b", re.IGNORECASE)
OF_ONE = re.compile(r"(?:\w+ )?(?:photos?|pictures?|photographs|recordings|minutes|pages|hours)\b", re.IGNORECASE)
PLURAL = re.compile(
    r"[a-z]{3,}(?<![sui])s\b(?! \w+s\b| (?:table|sheet|plan|list|letter|map|budget|log|book|file|page|draft|report|spreadsheet)\b)",
    re.IGNORECASE,
)
WHOSE = re.compile(r"(?:our|some|these|this)\b", re.IGNORECASE)  # an article or "my" before it would be one too many
TOLD_OF = re.compile(r"\b(?:I|we|our|my)\b")
SHOWN_ASIDE = re.compile(r", (?:\w+ ){0,2}\w+$")  # "portfolio of five maps, ten minutes"
SHOWN_CUT, SHOWN_MOST = re.compile(r"[,;:(]\s*"), 8
NO_PRONOUN_SHIFT = re.compile(r"\b(?:he|she|him|her|his|they|them|their)\b", re.IGNORECASE)


def facts(seeker: Seeker, language: Language) -> tuple[str, ...]:
    """Each sentence of the background as "I ...", at most 14 words; those that cannot be said so are left out."""
    told = SENTENCE.split(seeker.background) if seeker.background else _told_in_goals(seeker.goals)
    sayings = (_say(sentence, language) for sentence in told)
    return tuple(saying for saying in sayings if saying and len(saying.split()) <= MOST)


def _told_in_goals(goals: Sequence[Goal]) -> list[str]:
    """What somebody who told nothing else says of themselves in a goal: "..., I work in a garden centre"."""
    return [part for goal in goals for part in OF_ONESELF.split(ALONE.sub("I", goal.text))[1:]]


def fitting_fact(sayings: Sequence[str], near: Sequence[float], text: str) -> str:
    """The fact that has most to do with a text: a measure or a content word in common, or much the same meaning; "" if none has.

    near holds the cosine of each saying to the text.
    """
    here, measured = stems(text), measures(text)
    ties = [
        float(cosine) + SHARED * min(2, len(stems(saying) & here)) + SHARED * bool(measures(saying) & measured)
        for saying, cosine in zip(sayings, near, strict=True)
    ]
    best = max(range(len(ties)), key=ties.__getitem__, default=0)
    return sayings[best] if ties and ties[best] >= FITS else ""


@lru_cache(maxsize=2_000)  # a cache: what the seeker plans is held against every passage
def measures(text: str) -> frozenset[str]:
    """What is counted in a text: "nine months of savings" counts months. Stems."""
    if _UNITS.isdisjoint(stems(text)):  # most texts; the pattern is slow
        return frozenset()
    return frozenset(stem for found in COUNTED.finditer(text) for stem in stems(found["unit"]))


def tied(mine: str, text: str) -> bool:
    """Something of the seeker's and a passage count the same thing, or share two content words that are more than times."""
    return bool(measures(mine) & measures(text)) or len((stems(mine) & stems(text)) - WHEN) >= SAME_WORDS


def topic_of(goal: Goal, names: Names) -> str:
    """What a goal wants to know, as a clause that others could tell: "how a review is really done"; "" if it speaks of "you"."""
    found = TOPIC.match(to_their_face(goal.text.strip().rstrip("."), names))
    said = TOPIC_CUT.split(found["what"], maxsplit=1)[0].strip() if found else ""
    return said if 4 <= len(said.split()) <= TOPIC_MOST and not ABOUT_YOU.search(said) else ""


def as_clause(text: str) -> str:
    """A typed plan or assumption to stand inside a sentence: no final stop, first letter small unless it is a name or "I"."""
    plain = text.strip().rstrip(".!? ")
    first = plain.split(" ", 1)[0] if plain else ""
    keeps = first == "I" or first.startswith(("I'", "I’")) or any(c.isupper() for c in first[1:])
    return plain if keeps else plain[:1].lower() + plain[1:]


def is_several(thing: str) -> bool:
    """It is more than one: "two drafts", "slides 1 and 2", "photos of the toy"."""
    return bool(SEVERAL.match(thing) or PLURAL.match(thing))


def can_lose_one(thing: str) -> bool:
    """It is several of a kind, of which one could go: not ten photos of the same toy."""
    return bool(COLLECTED.search(thing)) and not OF_ONE.match(thing) and not PAIR.match(thing)


def shown(thing: str) -> str:
    """How it is laid on the table, in one sentence: "Here's my plan.", "Here are my two drafts.", "Here's a frame I cast."."""
    if not thing:
        return ""
    if WHOSE.match(thing):
        return f"Here {'are' if is_several(thing) else 'is'} {thing}."
    told = TOLD_OF.search(thing)  # what says itself whose it is
    if is_several(thing):
        return f"Here are {thing}." if told else f"Here are my {thing}."
    return f"Here's {_a(thing)} {thing}." if told else f"Here's my {thing}."


def my_thing(text: str) -> str:
    """Something to show, to stand after "my": its article goes; several that are numbered are several."""
    short = SHOWN_CUT.split(as_clause(text), maxsplit=1)[0] if len(text.split()) > SHOWN_MOST else as_clause(text)
    short = SHOWN_ASIDE.sub("", short)
    bare = re.sub(r"^(?:an?|the|my|one)\s+(?:own\s+)?", "", short, flags=re.IGNORECASE)
    return NUMBERED.sub(lambda found: f"{found['what']}s {found['which']}", bare)


def people_sought(goal: Goal) -> str:
    """The people a goal looks for, to stand after "I'm looking for": "two nurses who changed wards"; "" if it looks for nobody."""
    found = SOUGHT.search(goal.text.strip().rstrip("."))
    people = found["people"].strip(" ,:;") if found else ""
    if people.lower().startswith("who "):
        people = f"somebody {people}"
    told = PEOPLE.search(people) and not NO_PRONOUN_SHIFT.search(people.replace("of them", ""))
    return SOUGHT_CUT.split(people, maxsplit=1)[0] if told and len(people.split()) <= SOUGHT_MOST else ""


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
    if OF_OTHERS.match(head):
        return ""
    found = ROLE.match(head)
    if not found and BARE_ROLE.match(head):
        bare = re.sub(r"^(?:an?|the)\s+", "", head, flags=re.IGNORECASE)
        bare = bare if bare[:2].isupper() else bare[:1].lower() + bare[1:]
        return f"I'm {_a(bare)} {bare}"
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
