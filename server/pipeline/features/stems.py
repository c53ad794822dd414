"""Content words of a text, as stems. Shared by all steps that compare words."""

import re
import unicodedata
from functools import lru_cache

import Stemmer

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_STEMMER = Stemmer.Stemmer("english")
STOP = frozenset(
    """a about after again all also although always am an and another any anybody anyone anything are aren as at away back be
    became because become been before being between both but by came can cannot come could did didn do does doesn doing don done
    down during each either else even ever every everybody everyone everything few for from further get gets getting go goes
    going gone got had hadn has hasn have haven having he her here hers herself him himself his how however i if in into is isn
    it its itself just know less let like lot made make makes making many may maybe me might mine more most much must my myself
    need never new no nobody nor not nothing now of off often on once one only or other others our ours out over own per perhaps
    put quite rather really s same say says see seem seems several shall she should shouldn since so some somebody someone
    something sometimes still such t take than that the their theirs them themselves then there these they thing things this
    those though through to together too toward under until up upon us use used using very want was wasn way we well went were
    weren what when where whether which while who whole whom whose why will with within without won would wouldn yes yet you
    your yours yourself ve ll re d m""".split()
)


def folded(text: str) -> str:
    """Text for comparison: NFKC, straight quotes, lower case."""
    return unicodedata.normalize("NFKC", text).replace("’", "'").replace("‘", "'").lower()


def words(text: str) -> list[str]:
    """Words in order, lower case, as they stand."""
    return WORD.findall(folded(text))


@lru_cache(maxsize=20_000)  # a cache: many steps ask for the stems of the same passages, goals and facts
def stems(text: str) -> frozenset[str]:
    """Stems of the content words of a text (English)."""
    return frozenset(_stem(word) for word in words(text) if word not in STOP and (len(word) > 1 or word.isdigit()))


def stem_list(text: str) -> list[str]:
    """As `stems`, in order and with repeats."""
    return [_stem(word) for word in words(text) if word not in STOP and (len(word) > 1 or word.isdigit())]


@lru_cache(maxsize=100_000)  # a cache: the same words recur on every page
def _stem(word: str) -> str:
    stem: str = _STEMMER.stemWord(word.removesuffix("'s"))
    return stem
