"""Whether what somebody typed in haste can be said to another as it stands: "It was the winters" can, "pump trials 2016" cannot."""

import re

from server.pipeline.features.verbs import PAST_ANYWHERE

SENTENCE_LEAST = 0.25  # of the words are small ones, in what people say
# Small words, as they hold sentences together.
SMALL = frozenset(
    (
        "a an the this that these those my your our their his her its no not never nothing nobody none some any every each all both "
        "i you he she it we they me him us them who whom whose which what how why when where whether one ones "
        "is are was were be been being am do does did has have had will would can could should shall may might must "
        "of in on at for from by with into onto over under about between within during through toward towards against across along as "
        "than like to and or but so because since while until till if unless though although before after without only just even "
        "two three four five six seven eight nine ten first last next there here then now still always often more less most least too very again yes myself yourself everyone anybody somebody"
    ).split()
)
# What one writes and does not say.
SIGNS = re.compile(
    r"->|→|=|\+|&|\s/\s|\bw/|\bb/c\b|\?\?|\.\.\.?(?=\s\S)|\b(?:abt|bc|cos|smth|sth|ppl|govt|mgmt|yrs?|mths?|hrs?|vs|etc|approx|avg|"
    r"nr|asap|tbc|tbd|fyi|cf|thx|pls|btw|imo|w|re|wk|wks|b4|2day)\b",
    re.IGNORECASE,
)
# What people set themselves to do, as they note it.
DOING = frozenset(
    (
        "call ring phone write email mail send ask read reread visit try apply book meet find look talk go make start stop finish draw "
        "redraw build buy check compare learn join sign show tell bring put take give wait say sleep sit move rewrite draft test count "
        "measure plan list note cut drop keep follow sketch register practise map think search contact message invite watch listen"
    ).split()
)
SHORT = 4  # words of an order to oneself that may go without small ones: "ring Ola on Friday"
# What follows a verb at its start and seldom a noun: "delete two dashboards", "sign up".
OBJECTS = frozenset(
    (
        "a an the my our your their his her its this that these those me you him them us it some any every each all both one two three "
        "four five six seven eight nine ten up out down off back away how what why whether who less more"
    ).split()
)
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def can_be_said(text: str) -> bool:
    """Whether a line reads as something that was said: with small words, with nothing left out at its start, without signs."""
    words = [word.lower().replace("’", "'") for word in WORD.findall(text)]
    if SIGNS.search(text) or (len(words) > 1 and is_past(words[0])):
        return False
    return len(words) < 2 or _small(words) >= SENTENCE_LEAST * len(words)


def can_be_done(text: str) -> bool:
    """Whether a line reads as something to be done: one of the usual orders to oneself, or as what is said."""
    words = WORD.findall(text)
    if SIGNS.search(text) or not words or _is_bare(words):
        return False
    short = len(words) <= SHORT and is_order(text)
    return len(words) < 2 or short or _small([word.lower() for word in words]) > SENTENCE_LEAST * len(words)


def is_order(text: str) -> bool:
    """Whether a line begins with what is to be done: with a usual verb, or with what stands before an object."""
    words = [word.lower() for word in WORD.findall(text)]
    if not words or "-" in words[0] or words[0].isdigit():
        return False
    return words[0] in DOING or (len(words) > 1 and (words[1] in OBJECTS or words[1].isdigit()))


def _is_bare(words: list[str]) -> bool:
    """Whether a verb is followed by a thing without its article, as in "send report"; "ring Ola", "read chapter two" are none."""
    if len(words) < 2 or words[0].lower() not in DOING:
        return False
    thing, after = words[1], words[2].lower() if len(words) > 2 else ""
    whole = thing[0].isupper() or thing.isdigit() or thing.endswith(("s", "ing", "ly", "er"))
    return not (whole or thing.lower() in SMALL | OBJECTS or after in OBJECTS or after.isdigit())


def is_past(word: str) -> bool:
    """Whether a word tells what was done, as in "asked Ola"."""
    return re.fullmatch(PAST_ANYWHERE, word) is not None


def _small(words: list[str]) -> int:
    return sum(word in SMALL or "'" in word for word in words)
