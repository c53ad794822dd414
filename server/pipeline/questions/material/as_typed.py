"""A goal typed as a question, or as what is done, asked: "what do we say no to" -> "what should we say no to".

People who write little write their goals so. Grammar only; "" where none of these shapes fits.
"""

import re

from server.pipeline.questions.letters import small_first
from server.pipeline.questions.material.opened import ASKS_CLOSED, opened
from server.pipeline.questions.material.perspective import mine_to_yours
from server.pipeline.questions.material.plain_form import gerund

_TYPED = re.compile(
    r"^(?P<wh>what|which [\w-]+|where|when|how|how (?:much|many|long|often)(?: \w+)?) (?P<do>do|can|could|should|would) (?P<who>I|we) (?P<act>(?!want\b|even\b|do\b|have\b|need\b|know\b).+?)\??$",
    re.IGNORECASE,
)
_KNOW_IF = re.compile(
    r"^(?:(?:how|when) do (?:I|we) know (?:if|whether|when|that)\b|how (?:does|did) it (?:work|go|feel) (?:to|with|when)\b).+$",
    re.IGNORECASE,
)
_WHAT_HAPPENS = re.compile(
    r"^what (?:happens|changes|counts|helps|matters)\b (?!to (?:him|her|them)\b).+$", re.IGNORECASE
)
# "are weeknotes worth it in a team of three", "whether short stories are worth it": the answer is when.
_GRADES = r"(?P<rest>(?!.*\b(?:before|until|when) (?:I|we)\b)(?:even |really |still )?(?:enough|worth|ok|okay|possible|realistic|allowed|necessary|an? (?:good|smart|safe|sensible|realistic|reasonable|fair|serious|real)(?: \w+)? (?:idea|step|move|job|deal|plan|way|start|time|price))\b[^,]*?)"
_OR_NOT = r"(?: or (?:not|will|is|do|are|does|just|only)\b.*| at all)?"
_IS_IT_SO = re.compile(
    rf"^(?P<be>is|are) (?P<thing>(?!(?:it|that|this|there|they|these)\b)[^,?]{{2,50}}?) {_GRADES}{_OR_NOT}(?:[,?].*)?$",
    re.IGNORECASE,
)
_WHETHER_SO = re.compile(
    rf"^(?:whether|if) (?P<thing>(?!(?:to|I|we|it|that|this|there|they|these)\b)[^,?]{{2,50}}?) (?P<be>is|are) {_GRADES}{_OR_NOT}(?:[,?].*)?$",
    re.IGNORECASE,
)
_WORTH_DOING = re.compile(
    r"^(?:whether|if) it(?:'s| is) worth (?P<doing>\w+ing\b[^,]*)(?:,.*)?$", re.IGNORECASE
)  # "it" stands for what follows
_DOING = re.compile(
    r"^(?!(?:being|nothing|something|anything|everything|during|morning|evening|string|keeping it)\b)[a-z]{3,}ing (?:(?:with|on|for|to|without|my|our|an?|the|in|alone|people|others)\b|(?:[a-z]+ ){1,2}(?:going|alive|together|apart)\b).+$",
    re.IGNORECASE,
)
_NOT_DOING = re.compile(r"^not (?P<doing>[a-z]{2,}ing\b.+)$", re.IGNORECASE)
_NOT_DO = re.compile(
    r"^not (?:to )?(?!only\b|just\b|sure\b|really\b|the\b|an?\b|my\b|be\b|so\b|yet\b|too\b)(?P<verb>[a-z]{2,}) (?P<rest>(?!is\b|are\b|was\b).+)$",
    re.IGNORECASE,
)
_OR_ONLY = re.compile(r"[.,;]\s+.*$")


def as_typed(text: str) -> str:
    """The goal as a question without its mark, in small letters at its start; "" where it has none of these shapes."""
    so = _IS_IT_SO.match(text) or _WHETHER_SO.match(text)
    if so:
        return f"when {so['be'].lower()} {so['thing']} {so['rest'].strip()}"
    if worth := _WORTH_DOING.match(text):
        return f"when is it worth {worth['doing']}"
    if ASKS_CLOSED.match(text):
        return opened(small_first(text).rstrip("?"))
    if _KNOW_IF.match(text) or _WHAT_HAPPENS.match(text):
        return small_first(text).rstrip("?")
    if typed := _TYPED.match(text):
        do = "should" if typed["do"].lower() == "do" and not typed["wh"].lower().startswith("how") else typed["do"]
        return f"{typed['wh'].lower()} {do.lower()} {typed['who']} {typed['act']}"
    return _done(_OR_ONLY.sub("", text))


def _done(text: str) -> str:
    """What is done, or not to be done, asked: how one goes about it."""
    kept_off, not_done = _NOT_DOING.match(text), _NOT_DO.match(text)
    doing = (
        kept_off["doing"] if kept_off else f"{gerund(not_done['verb'].lower())} {not_done['rest']}" if not_done else ""
    )
    if doing:
        avoided = mine_to_yours(doing)
        return f"how do you avoid {avoided}" if avoided else ""
    gone_about = mine_to_yours(text) if _DOING.match(text) else ""
    return f"how do you go about {small_first(gone_about)}" if gone_about else ""
