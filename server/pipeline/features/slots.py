"""What can be read off a passage by rule: years, organisation, role, number, people named. Empty where nothing was."""

import re

from scrapers.page import Passage, Place
from server.model import Slots
from server.pipeline.features.months import MONTHS, SHORT_MONTH

MONTH = f"(?:{SHORT_MONTH})"
YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
NOW = r"(?:present|now|today|heute|aujourd'hui|actualidad|current)"
RANGE = re.compile(
    rf"(?P<start>(?:{MONTH}\.?\s+)?{YEAR})\s*(?:[-–—]|to|until|bis)\s*(?P<end>(?:{MONTH}\.?\s+)?{YEAR}|{NOW})",
    re.IGNORECASE,
)
DATE = re.compile(
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+)?(?P<month>{MONTH})\.?\s+(?:(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+)?(?P<year>{YEAR})",
    re.IGNORECASE,
)
SINGLE = re.compile(rf"(?<![\d/.,$€£-])\b({YEAR})\b(?![\d%/]|,\d)")
ORG_AFTER = re.compile(
    r"\b(?:at|for|joined|left|leaving|quit|founded|co-founded|launched|started|building|built|build|from|with)\s+(?:the\s+)?"
    r"((?:[A-Z][\w&.'’+-]*)(?:\s+(?:of|for|and|&|de|the)\s+(?=[A-Z])|\s+(?=[A-Z0-9]))?(?:[A-Z0-9][\w&.'’+-]*\s?){0,4})"
)
NUMBER = re.compile(
    r"(?:(?:over|more than|around|about|nearly|almost|some|up to|under|fewer than|less than)\s+)?(?:[$€£]\s?)?\b\d[\d,.]*\+?\s?(?:%|percent|per cent|"
    r"million|thousand|billion|k\b)?|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|"
    r"hundred)\b",
    re.IGNORECASE,
)
PERSON = re.compile(
    r"\b([A-Z][a-zà-ÿ]+(?:\s+(?:[A-Z]\.|van|von|de|der|bin|al))*\s+[A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?)\b"
)
A_PIECE = re.compile(r"\b(?:an?|the|film|book|movie|series|show|project|called|titled)\s+[\"“'‘]?$", re.IGNORECASE)
AT_WORK = re.compile(r"\b(?:at|in|of|the|joined|left|quit|founded)\s+$", re.IGNORECASE)
TITLE = re.compile(r"[“\"]([A-Z][^”\"]{3,80})[”\"]|['‘]([A-Z][^'’]{8,80})['’]")
VERB = re.compile(
    r"\b(?:I|we|he|she)(?:'d|'ve)?\s+(?:\w+ly\s+|also\s+|then\s+|never\s+|first\s+|finally\s+|deliberately\s+)?([a-z]{2,})\b",
    re.IGNORECASE,
)
# "2009 - 2016 Planner, Skerry Ferries": a line of a CV that was set as plain text.
ENTRY = re.compile(
    rf"^(?i:(?:{MONTH}\.?\s+)?{YEAR}(?:\s*(?:[-–—]|to|until|bis)\s*(?:(?:{MONTH}\.?\s+)?{YEAR}|{NOW}))?)\s*[,:|]?\s+(?=[^\W\d_a-z])"
)
EMPLOYED = re.compile(
    r"^(?:full|part)[- ]time$|^(?:permanent|contract|temporary|internship|apprenticeship|freelance)$", re.IGNORECASE
)
# What the parts of a profile are called; any other heading above a role is where the role was.
SECTION = re.compile(
    r"^(?:(?:work |professional |volunteer(?:ing)? |relevant )?(?:experience|history|career|employment|education|volunteering|positions?|posts?|roles?|"
    r"licen[sc]es.*|certifications?|courses?|projects?|publications?|honou?rs.*|awards?|languages?|teaching|training|present post|about|summary|skills)"
    r"(?: and .*| & .*)?)?$",
    re.IGNORECASE,
)
AUXILIARY = frozenset(
    "have has had was were am is are be been do did does can could would will should might may must".split()
)


def read_slots(passage: Passage) -> Slots:
    """Slots of one passage. Of a row (role, organisation, dates, one a line) the lines are taken by their shape."""
    if passage.place is Place.ROW and "\n" in passage.text:
        return _row(passage.text, passage.heading)
    if is_entry(passage.text):
        return _entry(passage.text)
    start, end = years(passage.text)
    return Slots(
        org=_first(ORG_AFTER, passage.text),
        start=start,
        end=end,
        work=_title(passage.text),
        number=_number(passage.text),
        verb=_verb(passage.text),
        person=_person(passage.text),
    )


def years(text: str) -> tuple[str, str]:
    """(start, end) of the first date or range in a text, ISO as precise as it stands; "" for none, end "now" for open ones."""
    found = RANGE.search(text)
    if found:
        return iso(found["start"]), iso(found["end"])
    dated = DATE.search(text)
    if dated:
        return iso(dated.group()), ""
    single = SINGLE.search(text)
    return (single[1] if single else "", "")


def iso(text: str) -> str:
    """'Aug 2024' -> '2024-08', '5 August 2024' -> '2024-08-05', 'present' -> 'now'."""
    if re.fullmatch(NOW, text.strip(), re.IGNORECASE):
        return "now"
    dated = DATE.search(text)
    if not dated:
        year = re.search(YEAR, text)
        return year.group() if year else ""
    month = [name[:3] for name in MONTHS].index(dated["month"].title()[:3]) + 1
    day = dated["day"] or dated["day2"]
    return f"{dated['year']}-{month:02d}" + (f"-{int(day):02d}" if day else "")


def is_entry(text: str) -> bool:
    """True for a line of a CV that opens with its years and tells no story."""
    opening = ENTRY.match(text)
    return bool(opening) and not re.search(r"\b(?:I|we|he|she|they)\b", text)


def _entry(text: str) -> Slots:
    """Years, then what, then where: the first part after the years and the second."""
    opening = ENTRY.match(text)
    assert opening is not None
    start, end = years(opening.group())
    parts = [part.strip(" .") for part in re.split(r"[,;(]| at (?=[^\W\d_a-z])", text[opening.end() :], maxsplit=2)]
    return Slots(role=parts[0][:120], org=parts[1][:120] if len(parts) > 1 else "", start=start, end=end)


def _row(text: str, heading: str) -> Slots:
    """Role, organisation and dates a line each; under the name of an organisation the roles there leave it out."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    dates = next((line for line in lines if RANGE.search(line) or SINGLE.fullmatch(line)), "")
    told = lines[: lines.index(dates)] if dates in lines[1:] else [line for line in lines if line != dates]
    others = [line for line in told if not EMPLOYED.match(line)]
    start, end = years(dates)
    role = others[0] if others else ""
    org = others[1].split("·")[0].strip() if len(others) > 1 else ""
    if role and not org and not SECTION.match(heading.strip()):
        org = heading.strip()
    return Slots(role=role[:120], org=org[:120], start=start, end=end)


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1].strip(" .,'’") if found else ""


def _person(text: str) -> str:
    """The first name of two words that stands neither where a place of work stands nor after an article, as a film does."""
    named = ((found[1], text[: found.start()]) for found in PERSON.finditer(text))
    return next((name for name, before in named if not (AT_WORK.search(before) or A_PIECE.search(before))), "")


def _title(text: str) -> str:
    found = TITLE.search(text)
    return (found[1] or found[2]).strip(" .,") if found else ""


def _number(text: str) -> str:
    for found in NUMBER.finditer(text):
        number = found.group().strip(" .,")
        if not re.fullmatch(YEAR, number):
            return number
    return ""


def _verb(text: str) -> str:
    for found in VERB.finditer(text.replace("’", "'")):
        if found[1].lower() not in AUXILIARY:
            return found[1].lower()
    return ""
