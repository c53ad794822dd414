"""What is asked in a line somebody typed: the first query, and those that can wait."""

import re
from dataclasses import dataclass, replace

from server.pipeline.features.verbs import PAST
from server.pipeline.questions.letters import small_first
from server.pipeline.questions.lint.queries import queries
from server.pipeline.questions.wording.spelled import WHAT_IF, bare, positive

_SENTENCE = re.compile(r"(?<=[?!.])\s+")
_JOINT = re.compile(r"(?:[\s,;:-]+(?:and|or|but|so|also|because|then|plus))*[\s,;:-]*$", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:.*?[,;:] |.*\b(?:and|but|so|because) )?(?P<lead>(?:I(?:'m| am| was)? )?(?:just |also |really |always |still |kind of )*(?:wonder(?:ing|ed)?|curious|interested|"
    r"(?:want(?:ed)?|(?:would |'d )?(?:like|love)|need|have|trying) to (?:know|ask(?: you)?|hear|find out|understand|figure out)|not sure|no idea|"
    r"(?:don't|do not|didn't) (?:really |even )?(?:know|understand|get)|have no idea|can't decide|can't tell|asking myself|ask myself)|"
    r"I'd (?:like|love) to (?:know|ask(?: you)?|hear|understand)|(?:can|could|would|will) you (?:maybe |also |just )?(?:tell me|explain(?: to me)?|say|share(?: with me)?|talk|speak)|"
    r"tell me|do you know|explain|the question is|question is)(?: (?:a bit|a little|more))?(?: about)?,? (?P<rest>(?:if|whether|why|how|what|where|when|who|whom|which|about)\b.*)",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"^.*?\b(?:I(?:'m| am| was)? (?:just |also )?(?:wonder(?:ing|ed)?|curious|want(?:ed)? to (?:know|ask)(?: you)?|would like to (?:know|ask))|(?:my|the) question is|rude),?(?: like| but)?[:,]? "
    r"(?=(?:what|how|why|where|when|who|which)(?: \w+)? (?:do|does|did|is|are|was|were|can|could|would|will|should|have|has)\b|(?:do|did|are|were|can|could|would|have) (?:you|I)\b)",
    re.IGNORECASE,
)
_SINCE = re.compile(r"(?:when|after|before|while|since) .*\byou\b.*", re.IGNORECASE)
_UNSURE = re.compile(r"not sure|idea|know|understand|decide|tell$|myself|figure|get$", re.IGNORECASE)
_TOPIC = re.compile(
    r"(?:(?:can|could|would|will) you (?:maybe |just )?)?(?:tell me|talk(?: to me)?|speak|say something|(?:I(?:'d| would)? (?:want|like|love) to )?(?:hear|know|learn)|I(?:'m| am)? (?:curious|interested)|curious|share|explain)"
    r"(?: (?:a bit|a little|more|something|everything|all))?(?: (?:about|in|on)|(?<=explain)) (?P<topic>.+)",
    re.IGNORECASE,
)
_WH_TO = re.compile(r"(?P<wh>(?:how|what|where|when|who|whom|which(?: \w+)?)) to (?P<v>.+)", re.IGNORECASE)
_WH_I = re.compile(
    r"(?P<wh>(?:how|what|where|when|who|whom|why|which(?: \w+)?)) I (?P<m>could|can|should|would|will|might) (?P<v>.+)",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"(?P<s>I|you|it|this|that|they|there|we|people|one) (?P<a>am|are|is|was|were|have|had|has|can|could|should|would|will)(?: (?P<r>.+))?",
    re.IGNORECASE,
)
_SHORT = (("it's", "it is"), ("I'm", "I am"), ("you're", "you are"), ("you've", "you have"), ("I've", "I have"), ("that's", "that is"), ("they're", "they are"), ("there's", "there is"))  # fmt: skip
_BASE = re.compile(r"you (?:ever |still |really |actually |sometimes )*(?P<v>\w+)\b", re.IGNORECASE)
_PAST = re.compile(rf"(?:was|were|{PAST})$")


@dataclass(frozen=True, slots=True)
class Piece:
    """One query, spelled out, without its mark. said: it is a request already ("Could you tell me how ..."), open as it stands.

    since: the clause before it that says when ("When you left the ministry"), "" if there is none.
    """

    text: str
    said: bool = False
    since: str = ""


def pieces(plain: str) -> tuple[Piece, ...]:
    """All queries of a text that was spelled out, in the order they came; a sentence that asks nothing gives none."""
    found: list[Piece] = []
    for sentence in _SENTENCE.split(plain):
        found += _of_sentence(sentence)
    return tuple(found)


def _of_sentence(sentence: str) -> list[Piece]:
    body = _HEDGE.sub("", sentence.rstrip("?!. "))
    asked = _topic(body) or _indirect(body)
    if asked:
        return [asked]
    if WHAT_IF.fullmatch(body):
        return [Piece(body)]
    starts = [one.start for one in queries(body)]
    if not starts:
        return [Piece(_inverted(body))] if sentence.endswith("?") and _inverted(body) else []
    ends = [*starts[1:], len(body)]
    cut = [_JOINT.sub("", body[start:end]) for start, end in zip(starts, ends, strict=True)]
    since = _SINCE.fullmatch(body[: starts[0]].strip(" ,"))
    found = [_indirect(text) or Piece(positive(bare(text))) for text in cut]
    if since:
        found[0] = replace(found[0], since=since.group())
    return [piece for piece in found if piece.text]


def _topic(body: str) -> Piece | None:
    found = _TOPIC.fullmatch(bare(body))
    if not found or re.match(r"(?:how|what|why|when|where|who|which|whether|if)\b", found["topic"], re.IGNORECASE):
        return None
    return Piece(f"tell me about {found['topic']}")


def _indirect(body: str) -> Piece | None:
    """What follows "I wonder", "I don't know", "can you tell me": asked straight. None where a query of its own stands further on."""
    found = _LEAD.fullmatch(body)
    if not found or any(query.start for query in queries(f"{found['rest']}?")):
        return None
    rest = bare(found["rest"])
    if about := re.fullmatch(r"about (?P<topic>.+)", rest, re.IGNORECASE):
        return Piece(f"tell me about {about['topic']}")
    if whether := re.fullmatch(r"(?:if|whether) (?P<clause>.+)", rest, re.IGNORECASE):
        return _whether(whether["clause"])
    return _straight(rest) or _requested(rest, unsure=bool(_UNSURE.search(found["lead"])))


def _straight(rest: str) -> Piece | None:
    """A clause with a question word, as a query: "how to start" -> "how would you start"."""
    if queries(f"{rest}?"):
        return Piece(rest)
    if to := _WH_TO.fullmatch(rest):
        return Piece(f"{to['wh']} would you {to['v']}")
    mine = _WH_I.fullmatch(rest)
    return Piece(f"{mine['wh']} {mine['m']} I {mine['v']}") if mine else None


def _requested(rest: str, *, unsure: bool) -> Piece:
    lead = "How could I find out" if unsure and re.search(r"\bI\b", rest) else "Could you tell me"
    return Piece(f"{lead} {rest}", said=True)


def _whether(clause: str) -> Piece:
    """What follows "whether": of them or of it, asked straight; of oneself, how to find out; of others, how they see it."""
    asked = _inverted(clause)
    if asked:
        return Piece(asked)
    mine = re.search(r"\b(?:I|my|me)\b", clause)
    return Piece(
        f"How could I find out whether {clause}" if mine else f"How likely is it, as you see it, that {clause}",
        said=True,
    )


def _inverted(clause: str) -> str:
    """A clause as a yes-or-no question: "it is hard" -> "is it hard", "you regret it" -> "do you regret it"; "" if not safe."""
    for short, whole in _SHORT:
        clause = re.sub(rf"^{short}\b", whole, clause, flags=re.IGNORECASE)
    modal = _MODAL.fullmatch(clause)
    if modal:
        subject = "I" if modal["s"].upper() == "I" else modal["s"].lower()
        return f"{modal['a'].lower()} {subject} {modal['r'] or ''}".strip()
    base = _BASE.match(clause)
    return f"do {small_first(clause)}" if base and not _PAST.match(base["v"].lower()) else ""
