"""What a goal asks of something the seeker shows: "feedback on my portfolio, which of the 4 to bin" -> "Which of the four would you bin?".

"What would you change first?" can be asked of anything; whoever says what they are unsure of has the better question already.
People say it in any order, so the goal is read clause by clause: one names the thing or wants it looked at, another asks.
"""

import re
from collections.abc import Iterator

from server.model import Goal, Language
from server.pipeline.features.stems import stems
from server.pipeline.identity.names import Names
from server.pipeline.questions.letters import capital
from server.pipeline.questions.material.address import goal_to_their_face
from server.pipeline.questions.material.direct import direct
from server.pipeline.questions.material.points_away import points_away
from server.pipeline.questions.material.typed import one_goal, whole_words
from server.pipeline.questions.signs import COUNTS, WHEN

MOST, LEAST = 16, 3  # words
NAMED_BY = 8  # words of a goal within which what it is about is named
# That something is looked at: otherwise "learn how she prices, what she leaves out" would be asked of my price list.
_WANTS_A_LOOK = re.compile(
    r"\b(?:feedback|advice|opinion|critique|comments?|eyes? on|views?|looks?|reads?|looked|reaction|thoughts?|told|tells?|say|says|show|"
    r"(?:go|walk|click|leaf|look|read) (?:through|around|over)|(?:pull|take|pick|tear|torn|pulled|taken|picked) apart|makes? of|thinks? of|hear|check|holes|mean about)\b",
    re.IGNORECASE,
)
_OF_MINE = re.compile(r"(?:is|are|which of)\b|.*\b(?:my|our)\b", re.IGNORECASE)
_A_THING = re.compile(r"\b(?:my|our|the|one) [\w'-]+(?: [\w'-]+){0,3}", re.IGNORECASE)
_ASKS = r"(?:what|which|where|whom|how|whether|if|is|are|does|do|would|will|can|could|too)\b"
_MAY_ASK = re.compile(rf"{_ASKS}|(?:it|they) (?:is|are) (?:maybe )?too\b", re.IGNORECASE)
# A clause ends at a stop, or where somebody is to say something: "look at it and tell me what is missing".
_CLAUSES = re.compile(
    rf"\s*[,;:.?]\s+(?!or\b(?! (?:whether|if|how|what|which)\b))|\s[-–—/]\s|,? and (?:(?:then|maybe) )?(?:says?|tells?(?: me)?|(?:get|be) told|hear|ask|see|find out|know)(?: me)?(?: honest(?:ly)?)? (?={_ASKS})|"
    rf"(?:^|,? and )(?:hear|know|see|find(?: out)?|(?:(?:get|have|ask) (?:you|them) (?:to )?|you to )(?:tell|say|show)(?: me)?)(?: honest(?:ly)?)? (?={_ASKS})|"
    rf"(?<=\w) (?=(?:if|whether) (?:it|this|that|they) )|,? and (?={_ASKS})",
    re.IGNORECASE,
)
_HEAD = re.compile(r"\s[-–—]\s|[,:]\s")
_ON = re.compile(rf"\b(?:feedback|advice|opinion) (?:on|about) (?={_ASKS})", re.IGNORECASE)
_LED = re.compile(
    r"^(?:(?:and|but|or|above all|especially|mainly|mostly|most of all|please|honestly|honest|really|just|say|tell me|you says?|you tell me|in particular|find|see|hear|I think|I'm afraid) )+",
    re.IGNORECASE,
)
# "feedback on the half page, above all the four days bit"
_A_PART = re.compile(
    r"(?:above all|especially|mainly|mostly|most of all) (?P<part>(?:the|my) [\w' -]{3,40}?)(?:[,.;].*)?$",
    re.IGNORECASE,
)
# "is my app dangerous, what would you do with it now"; "is it professional or not"
_IS_IT = re.compile(
    r"^(?:is|are) (?P<thing>it|they|this|these|(?:my|our|the) [^,:;?]+?) (?:really |even )?(?P<how>(?!any\b|ready\b|done\b|enough\b|ok\b|okay\b|worth\b|too\b)[a-z]+)(?: or (?:not|no)\b.*)?$",
    re.IGNORECASE,
)
# Yes or no ends it: what there is to say is where, how much, what it would take. {it} is what lies on the table.
_TURNS = tuple(
    (re.compile(rf"^{pattern}$", re.IGNORECASE), asked)
    for pattern, asked in (
        (
            r"(?P<do>does|do) (?:it|they|this) (?P<reads>read|look|sound|come across) (?:as|like) (?P<one>[^,]{2,40}?),? or (?:as |like )?(?P<other>(?!not\b)[^,]{2,40})",
            "what {do} {it} {reads} as, {one} or {other}",
        ),
        (
            r"what (?P<one>(?:an?|the|any) [\w-]+ who [\w-]+(?: [\w-]+)?) would (?P<does>\w.*)",
            "what would {one} {does}",
        ),
        (
            r"(?P<do>does|do) (?:it|they|this) (?P<still>still )?(?P<reads>read|look|sound|smell|feel|come across) (?:like|as) (?P<one>[^,]{2,40})",
            "where {do} {it} {still}{reads} like {one}",
        ),
        (
            r"(?:(?:whether|if) (?:it|they|that|this) (?:is|are)|(?:is|are) (?:it|this|that|they)) good enough(?P<rest> (?:to|for) [^,]+)?",
            "what would {it} need to be good enough{rest}",
        ),
        (
            r"(?P<wh>(?:what|which|where)\b(?: (?!(?:to|has|have|needs?)\b)[\w'-]+){0,5}?) to (?P<act>\w.+)",
            "{wh} would you {act}",
        ),
        (
            r"(?:(?:whether|if) (?:it|they|that|this) (?:is|are|was|sounds?|looks?|reads?)|(?:is|are) (?:it|this|that|they)) (?P<one>[^,]{2,40}?),? or (?:is |are )?(?:it |this |that |they )?(?P<other>(?!not\b|no\b|does\b|do\b)[^,]{2,40})",
            "which {is} {it}, {one} or {other}",
        ),
        (
            r"(?:(?:whether|if) (?:it|they|this|that) (?:can|could|would|will)|(?:can|could|would|will) (?:it|they|this|that)) (?P<does>(?!be (?:ok|okay|enough)\b|not\b)[a-z]+ .+?)(?: or (?:not|no)\b.*)?",
            "what would it take for {them} to {does}",
        ),
        (
            r"(?:(?:(?:is|are) )?(?:it|they|that|this|these) )?too (?:many|much|big)(?: for \w+(?: \w+)?)?",
            "what would you take out",
        ),
        (
            r"(?:(?:(?:is|are) )?(?:it|they|this|(?:my|our|the) [^,:;?]+?) )?(?:(?:is|are) )?(?:maybe )?too (?P<how>(?!many\b|much\b|few\b|big\b|small\b)[a-z]+)(?: or (?:not|no|what)\b.*| I think)?",
            "where {is} {it} too {how}",
        ),
    )
)
_NOT_OF_IT = re.compile(
    r"^(?:(?:what|which|where|how|whom|if|whether) (?:should )?you\b(?! (?:would|stop|lose|doubt|fall|trip)\b)|(?:is|are|do|does|would|will|can|could|if|whether|too)\b)",
    re.IGNORECASE,
)  # what they did themselves is no question about mine
_ASKS_OF_IT = re.compile(
    r"^which of (?:my|our) [\w' -]{2,30}? (?:is|are|would|will|looks?|works?) \w+|^(?:which \w+|what)(?:'s| is| are| was| were) \w+|^what (?:looks?|sounds?|reads?|seems?|stands|has|comes|goes|must) \w+|^what (?:has|have|needs?) to \w+|^which (?:of the )?(?:(?!you\b|I\b|we\b|they\b)\w+ ){1,2}?(?:would|will|could|should|do|does) (?!you\b|I\b|we\b|it\b|they\b|the\b|an?\b)\w+",
    re.IGNORECASE,
)  # a question as it stands
_ASKED_ALREADY = re.compile(
    r"^(?:what|where|which|how) (?:would|should|could|will|do|does) (?:you|it|they|that|this|a|an|the)\b .+",
    re.IGNORECASE,
)
_NOT = re.compile(r",? and not\b.*$", re.IGNORECASE)
_UNTIL = re.compile(r" (?:before|when|until) (?:I|we|anybody|somebody)\b.*$", re.IGNORECASE)
_NUMBERS = dict(zip("2 3 4 5 6 7 8 9 10".split(), "two three four five six seven eight nine ten".split(), strict=True))
_DIGIT = re.compile(r"\b(?:[2-9]|10)\b(?![\d%:.,])")
_TWO_IN_ONE = re.compile(r"\bwhich\b.*\bwhich\b", re.IGNORECASE)  # "which to fight for, which to drop"
_SAYS_HOW_MUCH = re.compile(r"How \w+ (?:is it|are they)\?$")
# What lies on the table is "it".
_OF_IT = re.compile(r"\b(?:it|them|they|that|this|these)\b", re.IGNORECASE)
_SEVERAL = re.compile(r"\b(?:they|them|these|are)\b", re.IGNORECASE)
_STANDS_FOR = (
    {"it": "it", "them": "it", "is": "is"},
    {"it": "they", "them": "them", "is": "are"},
)  # by whether the goal speaks of several
_IN_MY_THING = re.compile(
    r" (?P<how>in|on|of|from|with) (?:my|our|the) (?P<named>(?:(?!(?:would|do|does|did|is|are|will|can|should)\b)[\w'-]+ ?){1,9})$"
)


def wants_a_look(goal: Goal) -> bool:
    """It wants something of the seeker's looked at: "feedback on my letter", "have my questionnaire torn apart"."""
    return bool(_WANTS_A_LOOK.search(goal.text))


def asked_of_it(goal: Goal, shows: tuple[str, ...], names: Names, language: Language) -> tuple[str, str]:
    """The thing shown that the goal wants looked at, and what it asks of it as a question; both "" where it names none of these things or asks nothing."""
    text = goal_to_their_face(one_goal(goal.text), names)
    thing = _named(text, shows)
    if not thing:
        return "", ""
    if part := _A_PART.search(text):
        return thing, f"What would you change in {part['part']}?"
    asks = [asked for clause in _clauses(text) if (asked := _asked(clause, thing, language))]
    asks.sort(key=lambda asked: bool(_SAYS_HOW_MUCH.match(asked)))  # what is to be done about it tells more
    return (thing, asks[0]) if asks else ("", "")


def _named(text: str, shows: tuple[str, ...]) -> str:
    """What of theirs the goal wants looked at; "" for nothing."""
    headed = stems(_HEAD.split(text, maxsplit=1)[0])  # "resume - does it still smell like library"
    if headed and (thing := next((show for show in shows if headed <= stems(show)), "")):
        return thing
    if not (_WANTS_A_LOOK.search(text) or _OF_MINE.match(" ".join(text.split()[:NAMED_BY]))):
        return ""
    led = re.split(rf"\b{_ASKS}", text, maxsplit=1, flags=re.IGNORECASE)[0]
    named = stems(" ".join([led, *_A_THING.findall(text)])) - WHEN - COUNTS
    return next((show for show in shows if stems(show) & named), "")


def _clauses(text: str) -> Iterator[str]:
    """The clauses that may ask, without what leads them in."""
    for clause in _CLAUSES.split(_ON.sub("; ", text)):
        yield _NOT.sub("", _LED.sub("", (clause or "").strip(" .?")))


def _asked(clause: str, thing: str, language: Language) -> str:
    """The question a clause is, with its capital and its mark; "" where it asks nothing that can be said of what lies on the table."""
    spoken = whole_words(clause)
    turned = _without(thing, _turned(spoken, thing, language)) if _MAY_ASK.match(spoken) else ""
    said = _DIGIT.sub(lambda digit: _NUMBERS[digit.group()], turned)
    fits = LEAST <= len(said.split()) <= MOST and not (points_away(_OF_IT.sub("", said)) or _TWO_IN_ONE.search(said))
    return f"{capital(said)}?" if fits else ""


def _turned(ask: str, thing: str, language: Language) -> str:
    words = _STANDS_FOR[bool(_SEVERAL.search(ask))]
    if how := _quality(ask, thing, language):
        return f"how {how} {words['is']} {words['it']}"
    for pattern, asked in _TURNS:
        if found := pattern.match(ask):
            told = {name: _UNTIL.sub("", value or "") for name, value in found.groupdict().items()}
            return asked.format(**words, **told | {"do": told.get("do", "").lower()})
    if _NOT_OF_IT.match(ask):
        return ""
    if _ASKED_ALREADY.match(ask):
        return ask
    return _UNTIL.sub("", ask) if _ASKS_OF_IT.match(ask) else direct(ask, language)


def _quality(ask: str, thing: str, language: Language) -> str:
    """What it is asked to be, yes or no ("is it clear"); "" for another question."""
    found = _IS_IT.match(ask)
    if not found:
        return ""
    of_it = _OF_IT.fullmatch(found["thing"]) or stems(found["thing"]) & stems(thing)
    is_quality = [tag for _, tag in language.tag(f"it is {found['how']}")][-1:] == ["JJ"]
    return found["how"].lower() if of_it and is_quality else ""


def _without(thing: str, question: str) -> str:
    """The question without the thing itself, which has just been laid on the table: "what would you cut in my CV" -> "what would you cut"."""
    found = _IN_MY_THING.search(question)
    if not (found and stems(found["named"]) & stems(thing)):
        return question
    return f"{question[: found.start()]}{' with it' if found['how'] == 'with' else ''}"
