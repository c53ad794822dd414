"""Lines around a text that say nothing of anybody: who wrote it and when, how long it takes to read, where to click."""

import re

from scrapers.page import Passage, Place
from server.pipeline.features.months import SHORT_MONTH

_MONTH = rf"(?:{SHORT_MONTH}|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|décembre)"
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th|\.)? {_MONTH}|{_MONTH}\.? \d{{1,2}}|{_MONTH}\.? (?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}})\b",
    re.IGNORECASE,
)
_DATE_ONLY = re.compile(
    rf"^\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:{_MONTH}\.? \d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th|\.)? {_MONTH}|{_MONTH}),?\.? ?(?:(?:19|20)\d\d)?\W*$",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s[·•|»/♡↻]\s|\s[–—]\s")
_SENTENCE = re.compile(r"[.!?…][”\"'’)]*$")
_BYLINE = re.compile(
    r"^(?:(?:words|text|story|photos?|photographs?|images?|illustrations?|interview|written|posted|published|edited|report)(?: and \w+)? )?"
    r"(?:by|von|par|por)\b:? [A-Z]|^(?:photos?|photographs?|photography|words|text|author|posted|published|updated|last updated|first published)\s*:",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"^(?:speakers?|present|attendees|in attendance|apologies|panel(?:l?ists)?|guests?|hosts?|chair|chapter lead|contributors|participants)\s*:",
    re.IGNORECASE,
)
_READING = re.compile(r"\b\d+[ -]min(?:ute)?s?\b(?: read)?|\breading time\b|\bLesezeit\b", re.IGNORECASE)
_LINE = 25  # words; what is longer is text
_LEAST_PARTS = 2  # separators in one line that make it a row of labels


def is_furniture(passage: Passage) -> bool:
    """True for a byline, a date line, who was there, a row of labels. Rows of a profile and speakers' turns are none."""
    text = passage.text.strip()
    if passage.place not in (Place.PARAGRAPH, Place.ITEM) or passage.speaker or len(text.split()) > _LINE:
        return False
    if _DATE_ONLY.match(text) or _PRESENT.match(text):
        return True
    if _SENTENCE.search(text):
        return False
    if _BYLINE.match(text):
        return True
    parts = len(_PARTS.findall(text))
    return parts >= _LEAST_PARTS or (parts == 1 and bool(_DATE.search(text) or _READING.search(text)))
