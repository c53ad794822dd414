"""An indirect question about them put directly, by its shape: "how you tested the map" -> "how did you test the map".

Where no shape fits, "": `direct` turns what a tagger can tell.
"""

import re

from server.pipeline.questions.material.address import plural
from server.pipeline.questions.material.plain_form import plain_form

_BE = r"(?P<be>is|are|was|were|can|could|would|will|should)"
_YOU = re.compile(r"^(?P<adverb>(?:now|really|actually|first|still|then) )?you (?P<said>.+)$")
_OF_TWO_OR_DENIED = re.compile(r"and |(?:do|did|does) not\b|\w+n't\b")
_YOU_BE = re.compile(rf"^you {_BE} (?P<said>.+)$")
_MADE = re.compile(
    r"^(?P<did>made|makes|kept|keeps|led|brought|helped|tipped|told|taught|got|(?:happened|happens|came) to) (?P<said>you\b.+)$"
)
_NOUN_BE = re.compile(
    rf"^(?P<noun>(?:(?!(?:you|I|and|that|who|which|what|how|where|when|why|if|happens?|comes?|makes?)\b)[\w'’-]+ ){{1,6}}?){_BE} (?P<said>(?!in\b|at\b).+)$"
)
# "what evidence would convince a board": what asks is the subject.
_ONE_KIND, _MODAL = (
    re.compile(r"(?!(?:an?|the|my|our|your|people)\b)[a-z]+(?<!s) $", re.IGNORECASE),
    frozenset({"can", "could", "would", "will", "should"}),
)
_ANY_DOES = re.compile(r"^(?P<noun>one|(?:an?|one) (?:[\w'’-]+ ){0,4}?[\w'’-]+) (?P<does>[a-z]{2,}s) (?P<said>.+)$")
_COST = re.compile(
    r"^(?P<noun>(?:the|an?|your) (?:[\w'’-]+ ){1,8}?)(?P<adverb>(?:really|actually) )?(?P<verb>costs?|took|takes?|gave|taught|brought|needs?|involves?)(?P<said> you\b.*)?$"
)
# "what it cost you to leave the classroom"
_IT_TOOK = re.compile(
    r"^it (?P<verb>costs?|takes?|took|was|is) (?P<said>you (?:to|when)\b.+|like (?:to|being|when)\b.+)$"
)
# "what your job consists of on an ordinary day"
_YOURS_DOES = re.compile(r"^(?P<noun>your (?:[\w'’-]+ ){1,3}?)(?P<does>(?!(?:is|was|has)\b)[a-z]{2,}s)(?P<said> .+)$")


def turned(wh: str, rest: str) -> str:
    """The question a clause is, by whom or what it is about: what asks, "you", a thing that is, a thing that does."""
    made, be, you, noun = (pattern.match(rest) for pattern in (_MADE, _YOU_BE, _YOU, _NOUN_BE))
    if made or (noun and wh == "what" and _ONE_KIND.match(noun["noun"]) and noun["be"] in _MODAL):
        return f"{wh} {rest}"
    if be and be["be"] == "should" and be["said"].startswith("have "):  # "should you have" scolds
        return f"{wh} do you wish you had {be['said'].removeprefix('have ')}"
    if be:
        return f"{wh} {be['be']} you {be['said']}"
    if you and not _OF_TWO_OR_DENIED.match(you["said"]):  # `direct` knows the verb
        return _of_you(wh, you["adverb"] or "", you["said"])
    if noun and not wh.startswith("which") and not rest.startswith("it "):
        return f"{wh} {noun['be']} {noun['noun']}{noun['said']}"
    return _of_a_thing(wh, rest)


def _of_a_thing(wh: str, rest: str) -> str:
    """What a thing does, took or costs, asked; "" for another verb."""
    took, cost, job, does = (pattern.match(rest) for pattern in (_IT_TOOK, _COST, _YOURS_DOES, _ANY_DOES))
    if took and wh in {"what", "how"}:
        return _of_it(wh, took["verb"], took["said"])
    if cost and wh == "what":
        verb, past = plain_form(cost["verb"]) or cost["verb"].removesuffix("s"), not cost["verb"].endswith("s")
        return f"what {'did' if past else 'does'} {cost['noun']}{cost['adverb'] or ''}{verb}{cost['said'] or ''}"
    if job and wh in {"what", "how"}:
        return f"{wh} does {job['noun']}{plural(job['does'])}{job['said']}"
    return f"{wh} does {does['noun']} {plural(does['does'])} {does['said']}" if does and wh == "how" else ""


def _of_it(wh: str, verb: str, said: str) -> str:
    """What "it" took or was like, asked."""
    if verb in {"is", "was"}:
        return f"{wh} {verb} it {said}"
    return f"{wh} {'does' if verb.endswith('s') else 'did'} it {plain_form(verb) or verb.removesuffix('s')} {said}"


def _of_you(wh: str, adverb: str, said: str) -> str:
    """What "you" did or do, asked: the verb in its plain form behind "did" or "do"."""
    lead = re.match(r"(?:(?:now|really|actually|first|still|then|ever|also|once|\w+ly) )*", said)
    led = f"{adverb}{lead.group() if lead else ''}"
    verb, _, rest = said[len(lead.group()) if lead else 0 :].partition(" ")
    base = plain_form(verb.lower())
    return f"{wh} {'did' if base else 'do'} you {led}{base or verb} {_second_verb(rest, past=bool(base))}".strip()


def _second_verb(rest: str, *, past: bool) -> str:
    """A second verb after "and" hangs on the same "did" or "do"."""
    if past:
        return re.sub(
            r"\band (?P<verb>\w+)", lambda found: f"and {plain_form(found['verb'], past=True) or found['verb']}", rest
        )
    return re.sub(r"^and (?P<verb>\w{3,})s\b", r"and \g<verb>", rest)
