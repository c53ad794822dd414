"""The half sentence a question starts from: what they did, said to their face, or their words with who said them and when."""

import re

from server.pipeline.features.stems import stems
from server.pipeline.questions.letters import capital
from server.pipeline.questions.material.plain_form import plain_form

LEAD_UP = re.compile(
    r"^(?:Since|After|Before|During|When|Keen|Eager|Desperate|Determined|Unable|Hoping|Wanting|Tired of|Curious about) (?:(?!you\b)[^,\d]){2,40},? (?=you)"
)
NAMED_PLACE = re.compile(r"(?<=\w) (?:at|in) (?:the )?(?:[A-Z][\w&-]+ ?){1,4}$")
ROLE_CUT, ROLE_MOST = re.compile(r"\s*[/,;(|&]\s*|\s[-–—]\s|\s+to the\s"), 4
EASY_TURN, TURN_LEAST, TURN_CONTENT = 14, 5, 3
# Acts one can learn from: nothing that befell them, nothing they felt; told of the past for sure, as "You cut" is not.
MANAGED = re.compile(
    r"^You(?:'ve| have)? (?P<adverb>(?:deliberately|finally|slowly|always) )?(?P<verb>gave|talked|cultivated|built|convinced|persuaded|found|kept|made|turned|taught|trained|won|raised|negotiated|"
    r"learned|learnt|stopped|began|started|managed|sold|organi[sz]ed|grew|earned|recruited|hired|tested|wrote|published|raised|brought|pitched) (?P<rest>.+)$"
)
GIVEN_UP = re.compile(r"(?:down|away|off|up|out|over|back)\b")  # "turned down", "gave up": nothing one manages
ALSO = re.compile(r"^You also ")
TRAILS = re.compile(r",? (?:though|too|anyway|however|as well)$")
SECOND = re.compile(r", (?:and|so|but) (?=you\b)|, which\b|, (?=(?:lovely|nice|good|great) \w+$)")
RECENT = 1  # years: younger words carry no year


def act_leads(turn: str) -> tuple[str, ...]:
    """What they did, as one sentence; also without what leads up to it."""
    if not turn:
        return ()
    short = TRAILS.sub("", ALSO.sub("You ", _first_clause(turn)))
    bare = LEAD_UP.sub("", short)
    placeless = NAMED_PLACE.sub("", bare)
    return tuple(dict.fromkeys(f"{capital(told)}." for told in (short, bare, placeless)))


def how_did(turn: str) -> str:
    """What they managed to do, asked: "You talked your way into the conference" -> "How did you talk your way into the conference?"; "" if one would not ask."""
    found = MANAGED.match(turn)
    base = plain_form(found["verb"].lower()) if found else ""
    if (
        not found
        or not base
        or GIVEN_UP.match(found["rest"])
        or ", " in found["rest"]
        or len(turn.split()) > EASY_TURN + 2
    ):
        return ""
    return f"How did you {found['adverb'] or ''}{base} {found['rest']}?"


def _first_clause(turn: str) -> str:
    """A long act without the second thing it tells: one fact is enough before a question."""
    cut = SECOND.search(turn) if len(turn.split()) > EASY_TURN else None
    head = turn[: cut.start()] if cut else turn
    return head if len(head.split()) >= TURN_LEAST and len(stems(head)) >= TURN_CONTENT else turn


def quote_leads(quote: str, said: str, year: str, now_year: int) -> tuple[str, ...]:
    """Ways to bring their words in, each one short sentence; with the year where it says something."""
    if not quote:
        return ()
    first = (f"“{quote}”, you {said}.",) if quote[:1].isupper() else ()  # a sentence does not begin small
    plain = (f"You {said} “{quote}”.", *first)
    dated = (f"In {year} you {said} “{quote}”.",) if year and now_year - int(year) > RECENT else ()
    return (*dated, *plain)


def said_role(role: str) -> str:
    """A role off a profile as one says it: "Master / Chief officer" -> "master"; "" if it is too long for that."""
    first = ROLE_CUT.split(role.strip(), maxsplit=1)[0].strip()
    return (
        " ".join(word if not word[1:].islower() else word.lower() for word in first.split())
        if len(first.split()) <= ROLE_MOST
        else ""
    )
