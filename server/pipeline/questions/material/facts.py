"""What the seeker brings, so that one can say it: what they take for granted, what they could show, whom they look for."""

import re
from functools import lru_cache

from server.model import Goal
from server.pipeline.questions.letters import small_first
from server.pipeline.questions.pronouns import SAYS_WHOSE

SOUGHT = re.compile(
    r"\b(?:find(?: out)?|meet|hear of|hear about|learn|know|introduc\w+ to|look(?:ing)? for|ask(?:ing)? for|talk to)\b\s*(?:whom? (?:to|should i|i should|can i|could i) (?:meet|talk to|ask)(?: next)?\b[\s,:]*)?"
    r"(?P<people>(?!(?:an?|some|the|one|two|three) (?:[a-z]+ )?(?:way|place|job|date|reason|answer|room|number|time|word|rule|balance|use)s?\b)(?:who|one|two|three|four|some|a few|people|somebody|someone|another|a|an)\b.*)$",
    re.IGNORECASE,
)
# "names of people alone in a small place", "whom to meet in councils who made this move", "who else should I speak to, doctors on a visa".
NAMES_OF = re.compile(
    r"^(?:(?:get|give me|ask for|collect) )?(?:(?:a|the|a few|some|one or two|two|three|\d) )?names?(?: or two)?(?: of|[:,.])? (?P<people>.+)$"
    r"|^name (?P<named>.+)$"
    r"|^(?P<could>who (?:near|around|in|at|from) [\w ]{2,20}? (?:could|can|would|might) [^.;?]+)$"
    r"|^(?P<others>who else (?!(?:should|could|can|to|do|does|did|would|is|are|was|I|we|they)\b)[a-z]+ [^.;?]+)$"
    r"|^(?:which|what) (?:other )?(?P<worth>people who .+?) (?:would be|are) worth (?:meeting|talking to|writing to|knowing)\b.*$"
    r"|^is there (?P<around>(?:(?:one|any|some) (?:person|people)|any(?:body|one)|some(?:body|one)) [^.?;]+)(?:[.?;].*)?$"
    r"|^(?P<sought>(?:one|two|three|an?|some|other|someone|somebody|people|anyone|anybody|women|men) (?:[\w-]+,? ){0,14}(?:who|that (?:did|went|made|tried|has|have|runs?|moved|left|kept|built))\b.+)$"
    r"|^(?P<some>(?:(?:one|two|three|one or two|two or three|a few|some|other) (?:other )?(?:people|persons|women|men)|some(?:body|one)) (?!to\b(?! (?:play|work|sing|practi[sc]e|write|learn|talk) with\b)|should\b|could\b|can\b|has\b|is\b|asked\b|said\b|told\b)[^.;?]{4,80})$"
    r"|^(?P<circle>an? (?:circle|group|meet-?up|network|community) of [^.;?]{4,60}?)(?: where I (?:could|can)\b.*)?$"
    r"|^(?P<written>(?:an?|one|two|three|some) [^,.]{3,60}?) (?:that |whom? )?I (?:could|can|should) (?:write|talk|speak) (?:to|with)$"
    r"|^(?:(?:ask|find out|hear|know|see|learn) )?(?:if|whether) (?:there (?:is|are)|s?he knows?|they know) (?P<known>(?:any|some|an?|other)\b [^,;]+ who\b [^,;]+)(?:[,;].*)?$",
    re.IGNORECASE,
)
WHOM_TO_MEET = re.compile(
    r"^(?:(?:find out|learn|know|hear|ask) )?(?:who|whom)(?: else)? (?:to|should i|can i|could i|do i|i should) (?:meet|talk(?: to)?|speak(?: to| with)?|ask|see|write to)(?: next\b)?[\s,:-]*(?:best |preferably |ideally )?(?P<people>(?![\s,:-]|next\b|to\b|with\b).+)$",
    re.IGNORECASE,
)
ANYBODY = re.compile(r"^any(?:body|one)\b", re.IGNORECASE)
ONE_TO_TWO = re.compile(r"^1 ?[-–] ?2 (?:people|persons)\b", re.IGNORECASE)
NOT_THOSE = re.compile(r"^(?P<who>[^,]+), (?P<those>not [^,]+), who (?P<does>.+)$")
WHO_COULD = re.compile(
    r"^who (?P<where>(?:near|around|in|at|from) [\w ]{2,20}?) (?P<does>(?:could|can|would|might) .+)$"
)
WHO_ELSE = re.compile(r"^who else (?P<where>(?:near|around) (?:here|me|us|by) )?", re.IGNORECASE)
IF_ANY = re.compile(
    r",? (?:whom I could (?:talk|speak|write) to|if (?:possible|you can|he can|she can|any)|please)$", re.IGNORECASE
)
A_COUNTRY = re.compile(r"[A-Z]{2,3}|[A-Z][a-z]{3,}")  # "who else to speak to, UK if possible"
I_COULD_ASK = re.compile(
    r"^(?P<who>someone|somebody|people|anyone|anybody)(?: else)?(?: (?:that |whom? )?(?:I|to) (?:(?:could|can|should) )?(?:talk|speak|write) (?:to|with))? (?P<rest>(?:who|whos|who's|in|at|from|with)\b.+)$",
    re.IGNORECASE,
)
STANDS_FOR_SOMEBODY = re.compile(
    r"(?:who|in|at|from|with|inside|outside|near|on|around|abroad|this side|my age)\b", re.IGNORECASE
)
ANY_OF_THEM = re.compile(r"^(?:any|a) (?P<who>[\w-]+(?: [\w-]+)?) s?he knows (?=who\b)", re.IGNORECASE)
# Letters: what a goal is for stands at its beginning; "learn how to get to know people who ..." is for learning.
EARLY = 15
SOUGHT_CUT = re.compile(r",? and (?:whom?|would|talk|ask|meet|speak|write|hear|learn)\b|, (?:how|what|where)\b|;")
SOUGHT_MOST = 22
NOUN_ENDS = re.compile(
    r"\s+(?:who|that|for|of|with|in|at|from|to|on|near|by|inside|outside|like|whose|after|before|I)\b|[,;(]"
)
SOME_PERSON = re.compile(r"\b(?:people|persons?|somebody|someone|others|women|men|who)\b", re.IGNORECASE)
PEOPLE = re.compile(
    r"(?:experts?|friends?|nurses?|heads?|\w{2,}(?:ers|ists|ants|ors|ians|er|ist|ant|or|ian))", re.IGNORECASE
)
# Of the things that end as people do, those one may look for.
THING = re.compile(
    r"(?:paper|printer|career|offer|corner|winter|summer|number|letter|computer|answer|order|matter|chapter|quarter|border|river|tower|poster|folder|dinner|layer|server|browser|"
    r"newsletter|calendar|register|centre|center|folder|plant|grant|restaurant|error|mirror|factor|sector|motor|door|floor|colour|color|checklist|waist|harbou?r|"
    r"bigger|smaller|cheaper|better|larger|longer|shorter|easier|other|another|either)s?",
    re.IGNORECASE,
)
SAME_WORDS = 2
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
OF_SOMEBODY = re.compile(r"\w+'s (?!degree\b|thesis\b)", re.IGNORECASE)  # "bank's draft contract"
CLAUSE = re.compile(r"(?:what|how|why|where|who)\b", re.IGNORECASE)  # "what I earned last year"
WHOSE = re.compile(
    r"(?:our|some|these|this|their|his|her|your)\b", re.IGNORECASE
)  # an article or "my" before it would be one too many
SHOWN_ASIDE = re.compile(r"(?:, (?:\w+ ){0,2}\w+)*(?: \([^)]*\))?$")  # "portfolio of five maps, ten minutes"
SHOWN_CUT, SHOWN_MOST = re.compile(r"(?:,(?!\d)|[;:(])\s*"), 8
NO_SUBJECT = re.compile(
    r"(?:can|could|will|won't|can't|must|should|don't|need to|have to)\b(?! (?:I|we|you|they|it|be)\b)", re.IGNORECASE
)
TITLED = re.compile(r"(?P<title>mr|mrs|ms|dr|prof)\b\.?(?= [A-Z])", re.IGNORECASE)  # "Mr Okafor's letter" is not mine
NEEDS_THAT = re.compile(
    r"(?:if|when|once|after|before|because|since|with|without|for|in|on|at|as|to|who)\b|\w{3,}ing\b", re.IGNORECASE
)
OF_THOSE = re.compile(r"(?:one|two|three|four|five|six|some|\d+) of (?:the|my|our)\b", re.IGNORECASE)
HALF_A = re.compile(r"^half an? ", re.IGNORECASE)  # "the half page I would send"
OF_THESE = re.compile(r"\bof them\b|(?<=who )(?P<told>.*)\b(?:they|them|their)\b")  # the people themselves
NO_PRONOUN_SHIFT = re.compile(r"\b(?:he|she|him|her|his|they|them|their)\b", re.IGNORECASE)


def as_clause(text: str, beside: str = "") -> str:
    """A typed plan or assumption to stand inside a sentence: no final stop, first letter small unless it is a name or "I".

    beside: what else they typed; a word that has its capital inside a sentence there is a name.
    """
    plain = text.strip().rstrip(".!? ")
    first = plain.split(" ", 1)[0] if plain else ""
    named = len(first) > 1 and re.search(rf"(?<=[a-z,] ){re.escape(first)}\b", beside)
    keeps = named or first == "I" or first.startswith(("I'", "I’")) or any(c.isupper() for c in first[1:])
    return plain if keeps else small_first(plain)


def after_thinking(clause: str) -> str:
    """An assumption to stand after "I keep thinking": with "that" only where it begins like another sentence ("if ...", "doing ...")."""
    plain = clause.removeprefix("that ")
    plain = f"I {plain}" if NO_SUBJECT.match(plain) else plain
    return f"that {plain}" if NEEDS_THAT.match(plain) else plain


def is_several(thing: str) -> bool:
    """It is more than one: "two drafts", "slides 1 and 2", "photos of the toy"."""
    return bool(SEVERAL.match(thing) or PLURAL.match(thing))


@lru_cache(maxsize=1_000)  # a cache, as below: one thing shown is named beside every passage
def can_lose_one(thing: str) -> bool:
    """It is several of a kind, of which one could go: not ten photos of the same toy."""
    return bool(COLLECTED.search(thing)) and not OF_ONE.match(thing) and not PAIR.match(thing)


@lru_cache(maxsize=1_000)
def shown(thing: str) -> str:
    """How it is laid on the table, in one sentence: "Here's my plan.", "Here are my two drafts.", "Here's a frame I cast."."""
    if not thing:
        return ""
    if CLAUSE.match(thing):
        return f"Here's {thing}."
    if WHOSE.match(thing):
        return f"Here {'are' if is_several(thing) else 'is'} {thing}."
    told = SAYS_WHOSE.search(thing)  # what says itself whose it is
    if is_several(thing):
        return f"Here are {thing}." if told else f"Here are my {thing}."
    return f"Here's {_a(thing)} {thing}." if told else f"Here's my {thing}."


@lru_cache(maxsize=1_000)
def named_thing(thing: str) -> str:
    """How it is spoken of where it does not lie on the table: "my savings table", "our budget", "the frame I cast"; "" for nothing."""
    if not thing or WHOSE.match(thing) or CLAUSE.match(thing):
        return thing
    if titled := TITLED.match(thing):
        return f"{titled['title'].capitalize()}{thing[titled.end() :]}"
    if OF_THOSE.match(thing):
        return thing
    thing = HALF_A.sub("half ", thing)
    return f"the {thing}" if SAYS_WHOSE.search(thing) or OF_SOMEBODY.match(thing) else f"my {thing}"


def my_thing(text: str) -> str:
    """Something to show, to stand after "my": its article goes; several that are numbered are several."""
    short = SHOWN_CUT.split(as_clause(text), maxsplit=1)[0] if len(text.split()) > SHOWN_MOST else as_clause(text)
    short = SHOWN_ASIDE.sub("", short).strip()
    bare = re.sub(r"^(?:an?|the|my|one(?! page\b|-))\s+(?:own\s+)?", "", short, flags=re.IGNORECASE)
    return NUMBERED.sub(lambda found: f"{found['what']}s {found['which']}", bare)


def people_sought(goal: Goal) -> str:
    """The people a goal looks for, to stand after "I'm looking for": "two nurses who changed wards"; "" if it looks for nobody."""
    text = IF_ANY.sub("", goal.text.strip().rstrip("."))
    listed = _people_listed(text)
    people = listed or _people_in(text)
    if A_COUNTRY.fullmatch(people):
        return f"somebody in {'the ' if people.isupper() else ''}{people}"
    people = WHO_COULD.sub(r"somebody \g<where> who \g<does>", WHO_ELSE.sub(_somebody_else, people))
    if STANDS_FOR_SOMEBODY.match(people):
        people = f"somebody {people}"
    people = ANY_OF_THEM.sub(lambda found: f"{_a(found['who'])} {found['who']} ", people)
    told = (listed or _are_people(people)) and not NO_PRONOUN_SHIFT.search(OF_THESE.sub("", people))
    people = SOUGHT_CUT.split(people, maxsplit=1)[0]
    people = NOT_THOSE.sub(r"\g<who> who \g<does>, \g<those>", people)
    people = people.replace(", who ", " who ")  # else heard as a question
    return people if told and len(people.split()) <= SOUGHT_MOST else ""


def _somebody_else(found: re.Match[str]) -> str:
    return f"somebody else {found['where'] or ''}who "


def _are_people(sought: str) -> bool:
    """What is looked for is somebody: by the noun it is about, or because somebody "who" is told of; no boat and no paper."""
    about = NOUN_ENDS.split(sought, maxsplit=1)[0].split()
    return bool(
        SOME_PERSON.search(sought) or (about and PEOPLE.fullmatch(about[-1]) and not THING.fullmatch(about[-1]))
    )


def _people_listed(text: str) -> str:
    """Whom a goal names that is nothing but a list of whom to meet; "" where it is another."""
    if ask := I_COULD_ASK.match(text):
        return f"{ask['who'].lower()} {ask['rest']}".replace(" whos ", " who's ")
    listed = NAMES_OF.match(text) or WHOM_TO_MEET.match(text)
    people = next(filter(None, listed.groupdict().values())) if listed else ""
    people = ANYBODY.sub("somebody", people)
    people = ONE_TO_TWO.sub("one or two people", people)
    return small_first(people) if people[1:2].islower() else people


def _people_in(text: str) -> str:
    """Whom it looks for, as typed; "" for nobody."""
    found = SOUGHT.search(text)
    return found["people"].strip(" ,:;") if found and found.start() <= EARLY else ""


def _a(word: str) -> str:
    """The article "an" before a vowel sound: letters of an abbreviation are spoken by name ("an SEO lead")."""
    if re.match(r"[A-Z]{2}", word):
        return "an" if word[0] in "FHLMNRSXAEIO" else "a"
    return "an" if re.match(r"(?!uni|use|eu|one)[aeiou]|hour|hono|heir", word.lower()) else "a"
