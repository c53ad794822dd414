"""Steps in a working life: those somebody told they took, and those the seeker may be about to take.

Who has left a post, gone alone or led a team is asked by others mostly because of that. Both sides are matched by what is written
(steps.toml), never by nearness of meaning: "You left Google in 2018" is said to their face only where the page says so.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

from server.pipeline.evidence.found import Found
from server.pipeline.features.months import MONTH
from server.pipeline.features.once import once
from server.pipeline.features.stems import stems
from server.pipeline.questions.material.perspective import mine_to_yours
from server.pipeline.questions.material.typed import straight

NEVER = r"(?!)"
MOST = 10  # words of what was left, begun, moved to
# Before the verb, in the same clause: it was not so, or only thought of.
_UNREAL = re.compile(
    r"\b(?:if|had I|nearly|almost|barely|hardly|would(?:n't)?|could(?:n't)?|might|almost|nearly|not|never|\w+n't|want(?:ed)? to|wish(?:ed)?|think(?:ing)? (?:of|about)|thought (?:of|about)|consider\w*|plan(?:ned|ning)? to|hop(?:ed?|ing) to|should|unless|imagine|whether|as though|suppose|dreamt?|dreamed|pretend\w*|(?:every|each) (?:day|evening|night|morning|week|weekend|time|year)(?! before)|always|used to)\b",
    re.IGNORECASE,
)
_THEIRS = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Hh]im|[Hh]er|[Hh]is|[Tt]hem|[Tt]heir)\b|\b[A-Z][a-z]+ (?:did|does|made|had|left|\w+ed)\b"
)
_OF_OTHERS = re.compile(
    r"\b(?:who|whose|told|asked|how [A-Z]\w+|when [A-Z]\w+|said)\b"
)  # "I know a planner who quit and went freelance"
_SUBJECT = re.compile(
    r"\b(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey|[Yy]ou|(?<!\bin )(?<!\bof )(?<!\bat )(?<!\bto )(?<!\bwith )(?<!\bfrom )(?<!\bfor )(?<!\bon )(?:[Mm]y|[Oo]ur) \w+|[A-Z][a-z]+(?= \w+ed\b))\b"
)
_WORKED_AT = re.compile(
    r"\b(?:(?:work(?:ed|ing|s)?|job|position|role|post|internship|years?|months?|last day|first day|career|employed|hired|intern\w*|manager|engineer|designer|teacher|developer|lead|director|researcher|team) (?:at|for)|resigned from|joined(?= (?:the )?[A-Z][\w&-]+(?: [A-Z][\w&-]+)*(?: as\b| in (?:19|20)| to\b| after\b|[,.]))|joining|(?:here|while|back|life|working) at) (?:the )?(?P<name>[A-Z][\w&-]+(?: (?:of |the )?[A-Z][\w&-]+){0,3})|"
    r"\b(?P<called>[A-Z][\w&-]+(?: [A-Z][\w&-]+){0,3}), an? (?:[\w-]+ ){0,4}(?:company|firm|start-?up|agency|studio|organi[sz]ation|non-?profit|charity|bank|lab|shop)\b"
)
_AT = re.compile(r"\bat (?:the )?(?P<name>[A-Z][\w&-]+(?: (?:of |the )?[A-Z][\w&-]+){0,3})(?!'s|[\w&-])")
OFTEN = 2
_LEFT_BY_NAME = re.compile(
    r"You (?:left|quit) (?:the )?(?P<name>[A-Z][\w&-]+(?: (?:of |the |and )?[A-Z][\w&-]+){0,3})(?= in \d{4}\.|\.)"
)
_NO_PLACE = re.compile(
    r"\bto (?:Python|Rust|Go|Java\w*|Linux|Mac\w*|Windows|Git\w*|WordPress|React|Ruby|Slack|Jekyll|Hugo|AWS|Docker|Emacs|Vim|Postgres\w*|Kubernetes|Azure|Django|Rails|Node\w*)\b"
)
# They went home, and came back.
_ONLY_OUT = re.compile(
    r" (?:for the (?:weekend|day|night|evening)|on the (?:night|last)|in the (?:fog|rain|dark|morning|evening)|last(?=[.,;]|$)|after (?:closing|lunch|work|dark|class)|early|late|at (?:\d|noon|night|five|six))\b"
)
_BARE = re.compile(
    r"\b(?:your|a new|a|the|another)(?: (?:last|old|previous|full-time|first))?(?: [a-z]+)? (?:job|position|role|post|work|career|notice)\b(?! (?:as|at|in|with)\b)"
)
_CLAUSE = re.compile(r"[.;:!?]|,(?! \d{4})")
_YEAR = re.compile(
    rf"\b(?:[Ii]n|[Oo]n|[Ss]ince|[Oo]f|[Ee]arly|[Ll]ate|[Mm]id|{MONTH})(?: \d{{1,2}}(?:st|nd|rd|th)?,?)?,? (?P<year>(?:19|20)\d\d)\b"
)


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to tell that the step was taken, and what one says to their face."""

    pattern: re.Pattern[str]
    say: str


@dataclass(frozen=True, slots=True)
class _Step:
    id: str
    words: frozenset[str]  # stems
    mine: re.Pattern[str]
    now: re.Pattern[str]  # how a seeker tells that they are in the middle of it
    taken: tuple[_Way, ...]


def _load() -> tuple[_Step, ...]:
    data = tomllib.loads((resources.files(__package__) / "steps.toml").read_text(encoding="utf-8"))
    return tuple(_step(entry, data["short"]) for entry in data["step"])


def _step(entry: Mapping[str, Any], short: Mapping[str, str]) -> _Step:
    ways = tuple(_Way(re.compile(_spelled(way["pattern"], short)), way["say"]) for way in entry["taken"])
    mine, now = (re.compile(entry.get(key, NEVER), re.IGNORECASE) for key in ("mine", "now"))
    return _Step(entry["id"], stems(entry["words"]), mine, now, ways)


def _spelled(pattern: str, short: Mapping[str, str]) -> str:
    for name, spelled in short.items():
        pattern = pattern.replace(f"[{name}]", spelled)
    return pattern.replace("(?<what>", "(?P<what>")


_STEPS = _load()
STEPS = tuple(step.id for step in _STEPS)


def steps_ahead(texts: Iterable[str]) -> frozenset[str]:
    """The steps that goals or plans, as typed, speak of."""
    told = [straight(text) for text in texts]
    return frozenset(step.id for step in _STEPS if any(_ahead(text, step) for text in told))


def under_way(background: str) -> frozenset[str]:
    """The steps that whoever has this background is taking now: no such step is ahead of them."""
    return frozenset(step.id for step in _STEPS if step.now.search(straight(background)))


def _ahead(text: str, step: _Step) -> bool:
    """It is spoken of as the seeker's own: "what made him take a job again" is not."""
    found = step.mine.search(text)
    return found is not None and not _THEIRS.search(text, 0, found.start())


def can_tell(found: Found) -> bool:
    """A passage in their own words, nothing private or sore about it."""
    kept_back = found.cut_for_privacy or found.marks.tactless or found.marks.cues & {"question", "code"}
    return found.in_their_words and found.sure and not kept_back


def workplaces(texts: Iterable[str]) -> frozenset[str]:
    """Names that passages give as places of work: "worked at Skerry Ferries", "Eel, a studio", and "at Eel" where that is said twice; "the" in front is dropped."""
    plain = [straight(text) for text in texts]
    named = {found["name"] or found["called"] for text in plain for found in _WORKED_AT.finditer(text)}
    at = Counter(found["name"] for text in plain for found in _AT.finditer(text))
    return frozenset(named | {name for name, times in at.items() if times >= OFTEN})


@once
def steps_told(found: Found) -> tuple[tuple[str, str], ...]:
    """The steps that a passage tells they took, each with the sentence that says so to their face: "You left Google in 2018.".

    A place left by name may be a friend or a town: `is_work` tells.
    """
    if not can_tell(found):
        return ()
    text, held = found.evidence.exact, found.marks.stems
    told = ((step.id, _said_of(text, step)) for step in _STEPS if not held.isdisjoint(step.words))
    return tuple(pair for pair in told if pair[1])


def step_told(text: str, step_id: str) -> str:
    """The sentence that says to the face of whoever wrote a text that they took one step; "" if it tells of none."""
    return _said_of(text, next(step for step in _STEPS if step.id == step_id))


def _said_of(text: str, step: _Step) -> str:
    plain = straight(text)
    return next((said for way in step.taken if (said := _told(plain, way))), "")


def is_work(said: str, known: Callable[[], frozenset[str]]) -> bool:
    """What they left is a place of work; asked of those known (see `workplaces`) where it is told by name alone."""
    named = _LEFT_BY_NAME.match(said)
    return named is None or named["name"] in known()


def _told(plain: str, way: _Way) -> str:
    found = way.pattern.search(plain)
    if found is None:
        return ""
    before = plain[: found.start()]
    sentence = re.split(r"[.!?]\s", before)[-1]
    start = max((cut.end() for cut in _CLAUSE.finditer(before)), default=0)
    unreal = _UNREAL.search(plain, start, found.start("what") if "what" in found.groupdict() else found.end())
    quoted = before.count('"') % 2 or before.count("“") > before.count("”")
    if unreal or quoted or not _of_them(f"{sentence}{found.group()}"):
        return ""
    what = mine_to_yours(found["what"].strip()) if "what" in found.groupdict() else ""
    lost = "<what>" in way.say and not what
    if lost or len(what.split()) > MOST or _NO_PLACE.search(what) or _ONLY_OUT.match(plain, found.end()):
        return ""
    return f"{way.say.replace('<what>', what)}{_when(plain, found)}."


def _of_them(told: str) -> bool:
    """The first one of whom the sentence says something is whoever wrote it."""
    if _OF_OTHERS.search(told):
        return False
    first = _SUBJECT.search(told)
    return first is not None and first.group() in {"I", "We", "we", "My first", "my first", "My last", "my last"}


def _when(plain: str, found: re.Match[str]) -> str:
    """The year, where the same clause or what leads up to it gives one."""
    begin = max((cut.end() for cut in re.finditer(r"[.!?]\s", plain[: found.start()])), default=0)
    end = re.search(r"[.!?](?:\s|$)|, (?!(?:19|20)\d\d)", plain[found.end() :])
    here = plain[begin : found.end() + (end.start() if end else len(plain))]
    years = {one["year"] for one in _YEAR.finditer(here)}
    return f" in {years.pop()}" if len(years) == 1 and not re.search(r"\b(?:19|20)\d\d\b", found.group()) else ""


def particulars(said: str) -> int:
    """How much in a step that is told says which one it was: a name, a year, more than "your job"."""
    year, name = re.search(r"\d{4}", said), re.search(r"(?<!^)(?<!\. )\b[A-Z]", said)
    return 2 * bool(name) + bool(year) - bool(_BARE.search(said))


def named_by_page(said: str, verb: str, year: str) -> str:
    """The step with the year of the page that tells it, where nothing else says which one it was: "In 2022 you wrote you'd left your job.".

    verb: that for their words there, "wrote" or "said".
    """
    if particulars(said) >= 0 or not year:
        return said
    return f"In {year} you {verb} you'd {said.removeprefix('You ').replace('went', 'gone').replace('took', 'taken')}"
