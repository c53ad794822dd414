"""What they did, said to their face: short enough for one breath, and nothing one would not say to anybody."""

import re

from scrapers.page import Place
from server.model import SaidBy
from server.pipeline.brief.lines import first_clauses
from server.pipeline.evidence.gather import Found
from server.pipeline.features.months import MONTH, WEEKDAY
from server.pipeline.features.once import once
from server.pipeline.features.stems import stems
from server.pipeline.identity.names import Names
from server.pipeline.questions.material.address import as_reported
from server.pipeline.questions.material.cuts import BAD_END
from server.pipeline.questions.material.perspective import to_you
from server.pipeline.questions.material.plain_form import plain_form
from server.pipeline.questions.signs import UNHEARD

# A cut before these leaves half a list, or a clause without its verb.
TORN = re.compile(
    r"\W*(?:but|unless|without|except|(?:and|or|nor)(?: not)?\b(?! (?:you|then|it|there|that)\b))\b", re.IGNORECASE
)
OWNED_UP = re.compile(
    r"[()]|\byou(?: have|'ve got|'ll)? (?:to )?(?:admit|confess)\b", re.IGNORECASE
)  # an aside, or what one owns up to
NO_YEAR = re.compile(
    rf"\b(?:in|since|until|by) (?:early |late |mid-? ?)?(?:{MONTH})\b(?!,? (?:of )?(?:19|20)\d\d)(?! \d)"
)  # of which year, one cannot hear
STALE = re.compile(
    rf"^(?:In|On|By|Since|Last) (?:(?:early|late|mid) )?(?:{MONTH}|spring|summer|autumn|winter)\b(?! (?:of )?(?:\d{{1,2}},? )?(?:19|20)\d\d)"
)
# True when it was written: from an older page it is told as if it were so today.
# A verb cut off from what belongs to it, an aside, a quantity of nothing.
BROKEN = re.compile(
    r"^(?:[^,]{2,40}, )?[Yy]ou(?:'ve|'d| have| had)? \w+, (?!and \w+, )|, and (?:I|you)(?:'ll| will) (?:say|admit|tell)\b|\b(?:was|were|is|are|who|which|that), (?!which\b)|\bif you(?:'re| are) honest\b|\b(?:thought|think|said|say|wrote|asked),\s+(?:you|now|well|right)\b|"
    r"^You(?:'ve| have) (?:got )?(?:an?|the|no|two|three)\b|\bone (?:sentence|thing|rule|word)\b[\w ]*$|^You (?:noticed|saw|felt|heard) you'd been\b|"
    r"\b[Yy]ou (?:\w+ )?\w+ (?:about )?(?:one|two|three|four|five|six|\d+)(?: (?:or|to) \w+)? (?:a|per|each|every) (?:day|week|month|year)\b"
)
PRESENT = re.compile(
    rf"\b[Yy]ou (?:recently|lately|just|still (?!wish|think|believe|remember|wonder)[a-z]+)\b|^(?:[^,]{{2,40}}, )?[Yy]ou(?:'re| are|'ll| will)\b|\b[Yy]ou(?:'ve| have) (?:already|just|recently|now)\b|\b(?:[Oo]n|[Nn]ext|[Tt]his) (?:{WEEKDAY})\b(?!s)"
)
PRESENT_LASTS = 2  # years
PARTS = re.compile(r"(?<=[a-z\d)][.!?])\s+(?=[A-Z])|\s[-–—]\s|[;:]\s")
DANGLES = re.compile(
    r"\b(?:neither|nor|so) (?:did|do|was|were|had|have)\b|\bit all\b|\b(?:thought|think|said|knew|felt|believed) that (?:was|is|were)\b|\b(?:this|these|those|such|there|here|another|same|so)\b|\btoo\b(?=\W*$|,)|\b(?:to|of|on|with|from|about|for|at|by|in|did|do) that\b|"
    r"\b(?:before|after|since|until) that\b|\b(?:lost|won|kept|took|got|did|saw|made|gave|bought|sold|ran|wrote|read) that \w+\b(?! (?:was|is|were|are|had|has|would|could|can|will|did))|\bthat (?:way|behind)\b|\b(?:left|quit|joined|started|ended) (?:that|it|this|them)\b|\bthat (?:\w+)$|\b(?:one|ones)$|\bthe (?:first|last|other|next|former|latter) one\b|^\w+ the (?:next|following|last|past)\b|\bal$",
    re.IGNORECASE,
)
# What they hold, want or do not know is quoted: told to their face it would be a verdict.
MINDS = re.compile(
    r"^You (?:still |really |also |just )?(?:don't|do not|can't|cannot|couldn't say|think|believe|know|feel|hope|suspect|guess|wonder|wish|want|like|love|hate|trust|distrust|doubt|prefer|fear|worry|value)\b|"
    r"^You(?:'re| are) (?:not |\w+ly )?(?:going|sure|certain|about|afraid|glad|proud)\b"
)
THAT_YEAR = re.compile(
    r"(?<!of )(?<!for )(?<!until )(?<!since )\b(?:earlier )?(?P<which>this|last) year\b(?! of)", re.IGNORECASE
)
HOLLOW = re.compile(
    r"^You (?:also )?\w+ (?:an?|one|the) (?:mistake|lesson|problem|change|decision|difference|pattern)(?: on your part)?$"
)  # which one?
POINTS_AT_END = re.compile(
    r"\b(?:do|did|doing|try|tried|make|made|say|said|about|for|with|of|to) (?:this|that|these|those)$|\b(?:do|did|doing|done) (?:this|that)\b|\b(?:\w+ed|did|done|made|seen|found|felt|got) it$"
)
FIRST_VERB = re.compile(r"^You (?:(?:\w+ly|also|never|always|still|just|then|even|once) )?(?P<verb>[a-z]+)\b")
# "At the end of November", "Every time you go to the club": what happened then was cut off.
TOLD_OF_YOU = re.compile(r"^(?!(?:Every|Each|The|Any) time you\b[^,]*$).*\b[Yy]ou\b")
OF_YOU = re.compile(r"\b[Yy]ou (?:(?:\w+ly|also|never|always|still|just|then|even|once|first) )?(?P<verb>[a-z]+)\b")
DEFEAT = re.compile(
    r"\b(?:never|not|\w+n't) (?:been |get |got )?(?:elected|chosen|hired|promoted|selected|invited|accepted|admitted|shortlisted)\b|\b(?:was|were|been|got) (?:rejected|turned down|passed over|laid off|fired|let go)\b",
    re.IGNORECASE,
)  # told to a face it is a blow
TURN_WORDS, TURN_CONTENT, PICKED_CONTENT = 22, 3, 2


@once
def act_of(found: Found, names: Names, year: int) -> str:
    """The passage as "You ...", without its stop; "" where that is not safe, not kind or not clear. year is that of the talk."""
    turned = _to_their_face(found, names)
    if len(turned.split()) > TURN_WORDS:
        cut = first_clauses(turned, TURN_WORDS).removesuffix(" …")
        turned = "" if TORN.match(turned[len(cut) :]) else cut
    if not turned:  # most passages
        return ""
    broken = BROKEN.search(turned)
    # Who marked it knows what it points at.
    loose = UNHEARD.search(turned) or (DANGLES.search(turned) and not found.picked)
    held = MINDS.match(turned)
    undated = STALE.match(turned) or NO_YEAR.search(turned)
    stale = (undated and found.evidence.when[:4] != str(year)) or _passed(turned, found, year)
    hollow = len(stems(turned)) < (PICKED_CONTENT if found.picked else TURN_CONTENT)
    hollow = hollow or bool(
        HOLLOW.match(turned)
        or OWNED_UP.search(turned)
        or DEFEAT.search(turned)
        or POINTS_AT_END.search(turned)
        or "..." in turned
        or not TOLD_OF_YOU.search(turned)
        or "…" in turned
    )
    return "" if broken or held or loose or stale or hollow or BAD_END.search(turned) else turned


def _passed(turned: str, found: Found, year: int) -> bool:
    """What was so then may not be so now."""
    written = found.evidence.when[:4]
    old = bool(written) and year - int(written) >= PRESENT_LASTS
    return old and bool(PRESENT.search(turned) or _in_the_present(turned))


def _in_the_present(turned: str) -> bool:
    """Its first verb is no past tense: "You treat ..."."""
    found = FIRST_VERB.match(turned)
    return found is not None and not _is_past(found["verb"].lower())


def tells_what_was_done(turned: str) -> bool:
    """The first verb said of them is a past tense. turned: a sentence to their face."""
    found = OF_YOU.search(turned)
    return found is not None and _is_past(found["verb"].lower())


def _is_past(verb: str) -> bool:
    return verb in {"was", "were", "been"} or bool(plain_form(verb, past=True))


def _dated(text: str, year: str) -> str:
    """With the year that "this year" and "last year" stood for when it was written."""
    if not year:
        return text
    years = {"this": year, "last": str(int(year) - 1)}
    return THAT_YEAR.sub(lambda told: f"in {years[told['which'].lower()]}", text)


def _to_their_face(found: Found, names: Names) -> str:
    text = _dated(found.evidence.exact.strip(), found.evidence.when[:4])
    sore = found.cut_for_privacy or found.marks.tactless
    if found.passage.place is Place.ROW or sore or found.marks.cues & {"self_reference", "aside"}:
        return ""
    if found.evidence.said_by is SaidBy.REPORTED:
        return as_reported(text, names)
    if not found.evidence.said_by.theirs:
        return ""
    return next((told for part in PARTS.split(text) if (told := to_you(part, known=found.picked))), "")
