"""What was typed for oneself, in whole words: "thats me, dont know" -> "that's me, don't know"."""

import re
import tomllib
from functools import lru_cache
from importlib import resources

from server.pipeline.features.months import MONTHS

_DATA = tomllib.loads((resources.files(__package__) / "typed.toml").read_text(encoding="utf-8"))
_WORDS: dict[str, str] = _DATA["words"]
_WORD = re.compile(rf"(?<![\w'])(?:{'|'.join(map(re.escape, _WORDS))})(?![\w'])", re.IGNORECASE)
# Capitals that raise the voice, aloud only on the page.
_LOUD = re.compile(
    r"\b(?:ALSO|ARE|AM|IS|WAS|NOT|ALL|NO|NEVER|ALWAYS|EXACTLY|SO|REALLY|VERY|ME|MY|MINE|OUR|WANTS?|NEEDS?|THIS|THAT|CAN|DO|DOES|DID|HAVE|HAS|WHY|"
    r"HOW|WHAT|WHEN|WHERE|WHO|ASK|TELL|SAY|KNOW|THINK|FEEL|LIKE|LOVE|HATE|GET|GO|MUCH|FIRST|REAL|THEM|THEY|IF|ONLY|EVERY|BOTH|BEFORE|AFTER|SAME|OWN|STILL|AGAIN|MORE|LESS|ANY|ONE|TWO|THREE|NOW|NOTHING|EVERYTHING|EVER|YES|ANYWAY|AND|BUT|OR|THE|YOU)\b"
)
# A point that ends no sentence.
_TITLE = re.compile(r"\b(?P<title>Dr|St|Mr|Mrs|Ms|Prof|vs|approx|incl)\.(?=\s)")
_EXAMPLE, _AND_SO_ON = re.compile(r"\be\.g\.?(?=\s|,)"), re.compile(r",? etc\.?(?=\s|,|$)")
_AN_HOUR = re.compile(r"(?<=\d)\s?/\s?(?P<unit>h|hr|hour|day|d|week|wk|month|mo|year|yr)\b", re.IGNORECASE)
_UNITS = {"h": "an hour", "hr": "an hour", "hour": "an hour", "day": "a day", "d": "a day", "week": "a week", "wk": "a week", "month": "a month", "mo": "a month", "year": "a year", "yr": "a year"}  # fmt: skip
_WITHOUT = re.compile(r"\bw/?o(?:ut)?\b")
_WITH = re.compile(r"\bw/(?=\s|\w)|(?<= )w(?= [a-z]{2,}) ?")
_MEANS = re.compile(r"^(?P<one>[\w'-]+(?: [\w'-]+)?) ?= ?(?=[a-z])", re.IGNORECASE)  # "quiet = bored"
_IT_IS = re.compile(
    r"\bits(?= (?:an?|the|too|not|done|paid|free|gone|only|over|my|our|just|all|worth|really|so|over|hard|this|that)\b)",
    re.IGNORECASE,
)
# March and May are words, too.
_DATED = re.compile(
    rf"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|{'|'.join(month for month in MONTHS if month not in {'March', 'May'})}|"
    r"(?:(?<=in )|(?<=by )|(?<=until )|(?<=till )|(?<=from )|(?<=before )|(?<=after )|(?<=since )|(?<=end of )|(?<=\d ))(?:march|may))\b",
    re.IGNORECASE,
)
_JAN = re.compile(r"(?<=\d )jan\b", re.IGNORECASE)  # elsewhere it may be somebody
_ONE_OR_TWO = re.compile(
    r"\b(?P<one>one|two|three|four) (?P<other>two|three|four|five)(?= [a-z]+s\b)"
)  # "two three trades"
_BETWEEN_DASHES = re.compile(r"\s[-–—]\s[^-–—.?!]{3,60}\s[-–—]\s")
_BRACKETED = re.compile(r"\s*\([^)]*\)")
_PLUS = re.compile(r" \+ |(?<=[a-z])\+(?=[a-z])", re.IGNORECASE)
_OR = re.compile(r"(?<=[a-z]{3})/(?=[a-z]{3})")
_OR_ALONE = re.compile(
    r"^(?P<before>[^/]*[a-z]{3}) / (?!(?:how|what|which|when|where|whether|why|who|learn|find|know|see|decide|choose|understand|figure|work|get)\b)(?P<after>[a-z]{3}[^/]*)$",
    re.IGNORECASE,
)  # one thing or the other, neither a list nor a second goal
_STRAIGHT = str.maketrans("‘’`´", "''''")


@lru_cache(maxsize=5_000)  # a cache: what is typed is read again by everything that reads goals, plans and notes
def whole_words(text: str) -> str:
    """The text with shorthand spelled out, apostrophes straight and where they belong, blanks single, and no word shouted."""
    plain = _TITLE.sub(
        r"\g<title>", _EXAMPLE.sub("for example", _AND_SO_ON.sub(" and so on", " ".join(straight(text).split())))
    )
    plain = _MEANS.sub(r"\g<one> means ", _WITH.sub("with ", _WITHOUT.sub("without", plain)))
    plain = _IT_IS.sub("it's", plain)
    plain = _AN_HOUR.sub(lambda found: f" {_UNITS[found['unit'].lower()]}", plain)
    plain = _JAN.sub("January", plain)
    plain = _ONE_OR_TWO.sub(r"\g<one> or \g<other>", plain)
    quiet = _DATED.sub(lambda day: day.group().capitalize(), _LOUD.sub(lambda word: word.group().lower(), plain))
    return _WORD.sub(lambda word: _spelled(word.group()), quiet)


def _spelled(word: str) -> str:
    """Shorthand spelled out; a single capital is a name: "my R code"."""
    return word if len(word) == 1 and word.isupper() else _WORDS[word.lower()]


def one_goal(text: str) -> str:
    """A goal in whole words, "+" and "/" said, without what it ends on and what stands in brackets or between dashes."""
    plain = whole_words(_BETWEEN_DASHES.sub(" ", _BRACKETED.sub("", text))).rstrip(".!?, ")
    plain = _PLUS.sub(" and ", plain)
    return _OR_ALONE.sub(r"\g<before> or \g<after>", _OR.sub(" or ", plain))


def straight(text: str) -> str:
    """The text with straight apostrophes."""
    return text.translate(_STRAIGHT)
