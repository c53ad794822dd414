"""What a goal asks of something the seeker shows: "feedback on my portfolio, which of the 4 to bin" -> "Which of the four would you bin?".

"What would you change first?" can be asked of anything; whoever says what they are unsure of has the better question already.
"""

import re

from server.model import Goal, Language
from server.pipeline.features.stems import stems
from server.pipeline.identity.names import Names
from server.pipeline.questions.material.address import goal_to_their_face
from server.pipeline.questions.material.direct import direct
from server.pipeline.questions.material.points_away import points_away
from server.pipeline.questions.material.typed import one_goal, whole_words

MOST, LEAST = 16, 3  # words
_THING = r"(?P<thing>(?:my|our|the|an?|one of my|two|three|four|some)\b[^,:.;?]+)"
_FEEDBACK = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^(?:(?:get|ask for|want|I want|have|hear|give me) )?(?:some |an? |his |her |your |honest |good |real |frank )*(?:feedback|advice|opinion|critique|comments?|view|look) (?:on|about|at|of) {_THING}[,:;.] (?:(?:especially|mainly|above all|mostly) )?(?P<ask>(?:what|which|where|whether|if|how|does|do|is|are)\b.+)$",
        # "show him the bowl video and get told honestly if it is an instrument or a gimmick"
        rf"^show (?:you|them) {_THING} and (?:get told|be told|hear|ask|find out|know|see)(?: honestly)? (?P<ask>(?:if|whether|what|which|where)\b.+)$",
        # "have him click around in my map for five minutes and say what he would rip out"
        r"^(?:have|let) (?:you|them) .*?\b(?P<thing>(?:my|our|the) [^,:.;?]+?)(?: with me)? and (?:say|tell me) (?P<ask>(?:what|which|where)\b.+)$",
        # "look at my app and say what is dangerous", "he looks at my rules page, is it clear or too much teacher"
        r"^(?:to |can you |could you )?look at (?P<thing>(?:my|our|one|an?|the) [^,:.;?]+?) and (?:say|tell me) (?P<ask>(?:what|which|where)\b.+)$",
        r"^you looks? (?:at|to) (?P<thing>(?:my|our) [^,:.;?]+?)(?:,| and says?(?: honest(?:ly)?)?) (?P<ask>(?:is|are|if|whether|what|which|where)\b.+)$",
        # "my outline, please say which weeks are nonsense"
        rf"^{_THING}[,:;.] (?:please )?(?:say|tell me) (?:me )?(?P<ask>(?:what|which|where)\b.+)$",
        # "get him to tell me what to cut on the resume"
        r"^(?:get|have|ask) (?:you|them) (?:to )?(?:tell|say|show)(?: me)? (?P<ask>(?:what|which|where)\b.+?) (?:on|in|of|from) (?P<thing>(?:my|the|our) [^,:.;?]+)$",
        # "honest opinion on portfolio, what looks like a student did it"
        r"^(?:honest |some |your )*(?:feedback|opinion|advice|critique) on (?P<thing>[a-z][\w -]{2,30})[,:;] (?P<ask>(?:what|which|where)\b.+)$",
        # "is my one page too big for one person? what to cut"
        r"^(?:is|are) (?P<thing>(?:my|our) [^,:;?]+?) (?:too |really )?\w+(?: (?:for|to) [^,;?]+)?[?,;] (?:and )?(?P<ask>(?:what|which|where) .+)$",
    )
)
# "feedback on the half page, above all the four days bit"
_A_PART = re.compile(
    rf"^(?:(?:get|ask for|want|I want) )?(?:honest |some )*(?:feedback|advice|opinion) on {_THING}[,:;] (?:above all|especially|mainly|mostly) (?P<part>(?:the|my) [\w' -]{{3,40}}?)(?:[,.;].*)?$",
    re.IGNORECASE,
)
# "is my app dangerous, what would you do with it now"
_IS_IT = re.compile(
    r"^(?:is|are) (?P<thing>(?:my|our) [^,:;?]+?) (?:too |really |even )?(?P<how>(?!any\b|ready\b|done\b|enough\b|ok\b|okay\b|worth\b)[a-z]+)(?:$|[,;?].*| or .*)$",
    re.IGNORECASE,
)
_TO_DO = re.compile(r"^(?P<wh>(?:what|which|where)\b(?: (?!to\b)[\w'-]+){0,5}?) to (?P<act>\w.+)$", re.IGNORECASE)
_EITHER = re.compile(
    r"^(?:(?:whether|if) (?P<it>it|they|that|this) (?P<be>is|are|was|sounds?|looks?|reads?)|(?:is|are) (?:it|this|that|they)) (?P<one>[^,]{2,40}?),? or (?:is |are )?(?:it |this |that |they )?(?P<other>[^,]{2,40})$",
    re.IGNORECASE,
)
_READS_AS = re.compile(
    r"^(?P<do>does|do) (?P<it>it|they|this) (?P<reads>read|look|sound|come across) (?:as|like) (?P<one>[^,]{2,40}?),? or (?:as |like )?(?P<other>[^,]{2,40})$",
    re.IGNORECASE,
)
_ASKS_OF_IT = re.compile(
    r"^(?:which \w+|what)(?:'s| is| are| was| were) \w+|^what (?:looks?|sounds?|reads?|seems?|stands) \w+",
    re.IGNORECASE,
)  # a question as it stands
_NEXT = re.compile(r", (?=(?:what|which|where) )|,? and (?=(?:how|what|which|where|whether|if)\b)|\.\s", re.IGNORECASE)
_NOT = re.compile(r",? and not\b.*$", re.IGNORECASE)
_NUMBERS = dict(zip("2 3 4 5 6 7 8 9 10".split(), "two three four five six seven eight nine ten".split(), strict=True))
_DIGIT = re.compile(r"\b(?:[2-9]|10)\b(?![\d%:.,])")
# Without what stands before it, nobody knows what is spoken of.
_OF_IT = re.compile(r"\b(?:it|them|that|this)\b", re.IGNORECASE)


def asked_of_it(goal: Goal, shows: tuple[str, ...], names: Names, language: Language) -> tuple[str, str]:
    """The thing shown that the goal wants feedback on, and what it asks of it as a question; both "" where it names none of these things or asks nothing."""
    text = goal_to_their_face(one_goal(goal.text), names)
    found = next((match for pattern in _FEEDBACK if (match := pattern.match(text))), None)
    is_it, part = _IS_IT.match(text), _A_PART.match(text)
    if part:
        thing = next((show for show in shows if stems(show) & stems(part["thing"])), "")
        return (thing, f"What would you change in {part['part']}?") if thing else ("", "")
    if is_it and not found and [tag for _, tag in language.tag(f"it is {is_it['how']}")][-1:] == ["JJ"]:
        thing = next((show for show in shows if stems(show) & stems(is_it["thing"])), "")
        return (thing, f"How {is_it['how'].lower()} is it?") if thing else ("", "")
    thing = next((show for show in shows if found and stems(show) & stems(found["thing"])), "")
    asks = _NEXT.split(whole_words(found["ask"]).strip(" .?")) if found and thing else []
    asked = next((turned for ask in asks if (turned := _turned(_NOT.sub("", ask), language))), "")
    said = _DIGIT.sub(lambda digit: _NUMBERS[digit.group()], asked)
    fits = LEAST <= len(said.split()) <= MOST and not points_away(_OF_IT.sub("", said))
    return (thing, f"{said[:1].upper()}{said[1:]}?") if fits else ("", "")


def _turned(ask: str, language: Language) -> str:
    to_do, either, reads = _TO_DO.match(ask), _EITHER.match(ask), _READS_AS.match(ask)
    if reads:
        return f"what {reads['do'].lower()} {reads['it']} {reads['reads']} as, {reads['one']} or {reads['other']}"
    if to_do:
        return f"{to_do['wh'].lower()} would you {to_do['act']}"
    if either:
        return f"which is it, {either['one']} or {either['other']}"
    return ask if _ASKS_OF_IT.match(ask) else direct(ask, language)
