"""A question as a cue of three to six words, to be caught at a glance in a talk: "left Arup 2014: what tipped it".

A cue holds the telling words and the asking word. It never ends on a word that leads on, and keeps what turns a sense.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from server.pipeline.talk.asking import asking
from server.pipeline.talk.lead_in import stripped
from server.pipeline.talk.topic import topic
from server.pipeline.talk.words import ARTICLES, GENERIC, OBJECTS, leads, plain

MOST_WORDS = 6
MOST_SIGNS = 30  # of a script that parts no words
MOST_CHARS = 60  # of a cue made by us; names may be long
LEAST_TOPIC = 2
LEAST_WHOLE = 5  # words; fewer of a question's start leave too much out
AWAY = 0.8  # what a sentence is worth less for each that stands between it and what is asked
LAST = -1.0  # what the first words of it are worth, where nothing of it can stand alone
BARE, BARE_ALONE = (
    3.0,
    2.0,
)  # what a cue is worth less that asks with one word; where nothing stands before the question
TELLING = 4  # so many telling words, and what is asked stands for itself
QUOTE = re.compile(r"[“\"„«](.+?)[”\"“»]|(?<!\w)['‘](.+?)['’](?!\w)")
POLITE = re.compile(
    r"^(?:so,? |um,? |well,? |if you (?:don['’]t|do not) mind (?:me |my )?asking,? )*(?:(?:could|can|would|will) you (?:please )?(?:tell|describe|explain|walk|show|say)(?: to)?(?: me| us)?(?: about| through)? )?",
    re.IGNORECASE,
)
_OPENER = r"(?:what|how|why|who|whom|whose|which|when|where)"
# Where a clause that asks may begin: at a sentence's start, or behind a comma, semicolon, colon or dash.
CORE = re.compile(
    rf"(?:^|(?P<mark>[.!?;:,–—])['’”\"]?\s+)(?P<core>(?:(?:and|so|but|then|in|on|at|for|to|from|with)\s+)?(?P<opener>{_OPENER})\b)",
    re.IGNORECASE,
)
RELATIVE = frozenset({"who", "whom", "whose", "which", "where", "when", "what"})  # behind a comma they seldom ask
WHO_ELSE = re.compile(r"^(?:besides you,? )?who (?:else )?(?:could|can|would) tell me (?P<about>.+)$", re.IGNORECASE)
DIFFERENTLY = re.compile(
    r"\b(?:sees?|thinks?|disagrees?)\b.*\b(?:differently|disagree)|\bwould disagree\b", re.IGNORECASE
)
NEARLY = re.compile(r"\bcome closest", re.IGNORECASE)  # to what was never done
DENIED = re.compile(r"\bnever\b(?:(?! and | but |, ).)*", re.IGNORECASE)
ASKS_LEAVE = re.compile(r"^(?:may|can|could|shall) i\b", re.IGNORECASE)


@lru_cache(maxsize=2_000)  # a cache: the same questions are shown again on every view
def cue_of(question: str) -> str:
    """The cue of a question, in its own words; the question itself where it is short."""
    line = " ".join(question.split()).replace("yes or no", "yes-or-no")
    text = POLITE.sub("", line.rstrip("?!. ")) or line
    if len(text.split()) <= MOST_WORDS:
        return _short(text)
    return _short(_of_whom(text) or _of_leave(text) or _of_parts(text) or _start(text))


def _of_whom(text: str) -> str:
    """Whom else to ask."""
    if found := WHO_ELSE.match(text):
        return _joined(found["about"], ("who else",))
    if DIFFERENTLY.search(text) and (quote := QUOTE.search(text)):
        return _joined(_words_of(quote), ("who sees it differently", "who disagrees"))
    return ""


def _of_leave(text: str) -> str:
    if not ASKS_LEAVE.match(text):
        return ""
    words = [word for word in re.sub(r" (?:to )?you\b", "", text).split() if plain(word) != "please"]
    return _whole(words)


def _of_parts(text: str) -> str:
    """What is spoken of, a colon, and what is asked of it."""
    masked = QUOTE.sub(lambda found: "“" + "x" * (len(found[0]) - 2) + "”", text)
    at = _asks_from(masked)
    if at is None:
        return _of_statement(text)
    before, core = text[:at].strip(), text[at:]
    quote = QUOTE.search(before)
    if quote:
        return _joined(_words_of(quote), asking(core))
    if inside := QUOTE.search(core):
        return _joined(_words_of(inside), asking(" ".join(QUOTE.sub("", core).replace(" of  ", " ").split())))
    if before and _telling(core) < TELLING:
        return _of_run_up(before, core)
    return _of_one_clause(core)


def _telling(text: str) -> int:
    return sum(not leads(word) and plain(word) not in GENERIC for word in text.split())


def _asks_from(text: str) -> int | None:
    """Where the clause that asks begins: the last one that does; None if none does."""
    found = list(CORE.finditer(text))
    if not found:
        inner = re.search(rf"\b{_OPENER}\b", text, re.IGNORECASE)
        return inner.start() if inner else None
    sure = [one for one in found if not (one["mark"] == "," and one["opener"].lower() in RELATIVE)]
    best = (sure or found)[-1]
    if best["opener"].lower() in {"when", "where"} and found[-1] is not best:
        best = found[-1]
    return best.start("core")


def _words_of(quote: re.Match[str]) -> str:
    return quote[1] or quote[2]


def _of_run_up(before: str, core: str) -> str:
    """The sentence next to what is asked, else one before it."""
    sentences = [one for one in re.split(r"(?<=[.!?])\s+", before.rstrip(",;:. ")) if one]
    if NEARLY.search(core) and (denied := DENIED.search(sentences[-1])):
        sentences[-1] = denied[0]
    ways = asking(core)
    made = [
        (score - AWAY * n, cue)
        for n, one in enumerate(reversed(sentences))
        for score, cue in _cues(one.rstrip("."), ways)
    ]
    return max(made, key=lambda pair: pair[0], default=(0.0, ""))[1]


def _of_one_clause(core: str) -> str:
    """A question word and what follows it at once, or what it is about before it."""
    ways = asking(core)
    if len(ways[0].split()) > max(2, _telling(core)):
        return ways[0]
    words = [word for word in core.split() if word.lower() not in {"did", "do", "does"}]
    kept = [word for n, word in enumerate(words) if not (n == 1 and plain(word) in {"you", "i", "one"})]
    kept[0] = kept[0].lower()
    whole, parted = _whole(kept), _joined(" ".join(kept[1:]), ways, BARE_ALONE)
    about, _, way = parted.partition(": ")
    if way and " " not in way:
        parted = f"{way} {about}"  # in the order in which it is asked
    return parted if parted and len(whole.split()) < LEAST_WHOLE else whole


def _of_statement(text: str) -> str:
    found = topic(text, MOST_WORDS)
    return found.text if found else ""


def _joined(about: str, ways: tuple[str, ...], bare: float = BARE) -> str:
    """The fullest way that leaves room for what it is about; "" if nothing of that can stand alone."""
    return max(_cues(about, ways, bare), key=lambda pair: pair[0], default=(0.0, ""))[1]


def _cues(about: str, ways: tuple[str, ...], bare: float = BARE) -> Iterator[tuple[float, str]]:
    """What it is about, joined with each way to ask, and how much each of these tells."""
    for n, way in enumerate(ways):
        room = MOST_WORDS - len(way.split())
        if room >= LEAST_TOPIC and (span := topic(about, room)) and not _shared(span.words, way):
            less = bare if len(way.split()) == 1 and len(ways) > 1 else 0.0
            yield span.score - 0.5 * n - less, f"{span.text}: {way}"
    way = min(ways, key=lambda one: abs(len(one.split()) - 2))
    if about:
        yield LAST, f"{_start(about, MOST_WORDS - len(way.split()))}: {way}"


def _shared(words: tuple[str, ...], way: str) -> bool:
    """Whether a telling word would stand there twice."""
    return bool({plain(word) for word in words if not leads(word)} & {plain(word) for word in way.split()})


def _whole(words: list[str]) -> str:
    """The first words, up to where they can end, without articles where they are too many; "" if that is too little."""
    for end in range(len(words), 2, -1):
        kept = words[:end] if len(words) <= MOST_WORDS else [one for one in words[:end] if plain(one) not in ARTICLES]
        if 2 < len(kept) <= MOST_WORDS and _ends_there(words, end):
            return " ".join(kept).rstrip(",;:")
    return ""


def _ends_there(words: list[str], end: int) -> bool:
    """Whether a question can be broken off there: before a word that leads on to another matter."""
    last, after = words[end - 1], words[end] if end < len(words) else ""
    if last.endswith(","):
        return True
    named = plain(after) in ARTICLES and last[:1].isupper()  # "about the Guardian the second time"
    return not leads(last) and (not after or named or (leads(after) and plain(after) not in OBJECTS))


def _start(text: str, most: int = MOST_WORDS - 1) -> str:
    """The first words, and a sign that more follows."""
    whole = stripped(text).split()
    if len(whole) <= most:
        return " ".join(whole)
    words = whole[:most]
    while len(words) > 2 and leads(words[-1]):
        words.pop()
    return f"{' '.join(words).rstrip(',;:')}…"


def _short(text: str) -> str:
    """Not longer than a line; a script that parts no words is cut between any two signs."""
    most = MOST_CHARS if " " in text[:MOST_CHARS] else MOST_SIGNS
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
