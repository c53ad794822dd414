"""What the seeker wants to do: read out of a goal, and as half a sentence ("I'm trying to finish my own book", "we want to sell charts by the quay")."""

import re
from collections.abc import Mapping

from server.pipeline.questions.letters import small_first
from server.pipeline.questions.pronouns import MINE, OURS

# What people want to do: no verb of deciding or finding out is among these; never a noun where no preposition follows.
ACT = re.compile(
    r"^(?:(?:I )?(?:really |just )?(?:want|would like|need|hope|'d like) to |to )?(?P<act>(?:"
    r"apply|ask|avoid|be (?:ready|able|prepared)|become|begin|break|bring|build|change|convince|create|cut|deal|develop|do|earn|enter|fill|finish|fix|gain|get|give|go|grow|hand|handle|hire|improve|join|keep|land|launch|"
    r"lead|leave|live|make|manage|motivate|move|open|organi[sz]e|pause|pick|plan|publish|quit|raise|reach|rebuild|redo|redesign|rewrite|return|run|save|sell|set|share|ship|show|stay|start|stop|switch|take|"
    r"teach|test|train|try|turn|use|wait|win|write)\b(?! (?:of|is|was|are|I|we|you|(?:away |out |home )?with|advice|feedback|help)\b).+)$",
    re.IGNORECASE,
)
# Advice is what the whole talk is for: what it is wanted on is said, not that it is wanted.
ADVISED = re.compile(
    r"^(?:get|ask for|want|need) (?:some |an? |his |her |your |honest |good |real )*(?:feedback|advice|opinion|help|critique|view) (?:on|about|with) (?P<what>(?:whether|how|which|when|where)\b.+)?",
    re.IGNORECASE,
)
# What is wanted is told, not done: "get two or three things to do differently".
_GETS_THINGS = re.compile(
    r"get (?!(?:the|my|our|these) )(?:\w+ ){1,3}(?:things|ideas|tips|points|examples|steps|suggestions)\b",
    re.IGNORECASE,
)
EITHER = re.compile(
    r"^(?:stay|leave|go|quit|keep|stop)\b.*(?<!\bone)(?<!\btwo)(?<!\bthree)(?<!\bfour) or (?:to )?\w+", re.IGNORECASE
)
# Whoever wants a page looked at wants feedback.
_MY_PLAN = re.compile(
    r"(?:test|check|try out|discuss|talk through|go through) (?:my|our) (?:\w+ )?plan\b", re.IGNORECASE
)
_LOOKED_AT = re.compile(
    r"(?:get|have) (?:my|our) [^,.]+? (?:looked at|read|checked|reviewed|pulled apart|torn apart)\b", re.IGNORECASE
)
# "You" in what somebody wants to do is anybody, and so themselves.
_OF_ANYBODY = tuple(
    (re.compile(pattern), mine)
    for pattern, mine in (
        (r"\byou are\b", "I am"), (r"\byou're\b", "I'm"), (r"\byou(?=['’](?:ve|d|ll)\b)", "I"), (r"\byourself\b", "myself"),
        (r"\byours\b", "mine"), (r"\byour\b", "my"),
    )
)  # fmt: skip
_YOU = re.compile(r"\byou\b", re.IGNORECASE)
_DOES = re.compile(r" \w")
# What "you" stands behind where it begins a clause: "what you know", "the work you love", "people you trust".
_BEGINS = re.compile(
    r"(?:^|[,;:] |\b(?:that|what|when|whenever|if|how|who|which|where|wherever|why|whether|because|until|before|after|while|once|unless|since|than|as|and|but|or|so)(?: \w+ly)? |"
    r"\b(?:the|an?|my|our|any|every|all|some) \w+ |\b(?:people|\w*things?|ones?|those|places?|work|ways?) )$",
    re.IGNORECASE,
)


def act_wanted(text: str) -> str:
    """What a goal says the seeker wants to do, with a small first letter; "" where it is advice, a choice or no act."""
    found = None if ADVISED.match(text) else ACT.match(text)
    act = found["act"] if found else ""
    return (
        ""
        if not act or EITHER.search(act) or _GETS_THINGS.match(act) or _LOOKED_AT.match(act) or _MY_PLAN.match(act)
        else small_first(act)
    )


def wanted(act: str) -> Mapping[str, str]:
    """By slot the act (in its plain form, as they typed it) said as theirs, or ours where it says so; all "" without one."""
    if not act:
        return dict.fromkeys(("trying_to", "wanting_to", "not_knowing"), "")
    for pattern, mine in _OF_ANYBODY:
        act = pattern.sub(mine, act)
    act = _YOU.sub(
        lambda you: "I" if _BEGINS.search(act, 0, you.start()) and _DOES.match(act, you.end()) else "me", act
    )
    ours = bool(OURS.search(act)) and not MINE.search(act)
    who, am = ("We", "We're") if ours else ("I", "I'm")
    return {
        "trying_to": f"{am} trying to {act}",
        "wanting_to": f"{who} want to {act}",
        "not_knowing": f"{who} don't know yet how to {act}",
    }
