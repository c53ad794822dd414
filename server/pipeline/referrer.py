"""Through whom the seeker came, read from what they typed: "my supervisor, who took his short course", "Ada Pell from the archive"."""

import re
from dataclasses import dataclass

from server.pipeline.identity.variants import TITLES
from server.pipeline.questions.letters import small_first

_ASIDE = re.compile(r"[,;:]")
_TELLS = re.compile(r"\b(?:gave|told|met|knows?|said|sent|wrote|asked|mentioned)\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:who|that)\b")
_KNOWS_THEM = re.compile(r",? (?:who|that) knows? (?:him|her|them)\b", re.IGNORECASE)
_THROUGH = re.compile(r"^(?:through|via|by) ", re.IGNORECASE)
_MY = re.compile(r"^my ", re.IGNORECASE)
_NOBODY = re.compile(
    r"^(?:nobody|no[- ]?one|none|n/?a|not really|myself|me|I|cold|found (?:him|her|them))\b", re.IGNORECASE
)
_DESCRIBED = re.compile(r"^(?:an?|the|your|our|one|two|some|someone|somebody|people)\b", re.IGNORECASE)
_WHERE_FROM = re.compile(r"\s(?:at|from|in|of|on|with|near|who|that)\s")
_NAME = re.compile(r"[^\W\d_a-z][\w'’.-]*(?: [^\W\d_a-z][\w'’.-]*)*")


@dataclass(frozen=True, slots=True)
class Referrer:
    """Who made the contact. who: as it is said to the seeker ("your tutor"), "" for nobody; name: "" where they are described, not named."""

    who: str = ""
    name: str = ""

    @property
    def called(self) -> str:
        """Their name, else who they are."""
        return self.name or self.who

    @property
    def greeted(self) -> str:
        """What a letter calls them: the first name, the whole name where it begins with a title, "" where none is known."""
        first = self.name.split(" ", maxsplit=1)[0]
        return self.name if first.rstrip(".").lower() in TITLES else first


def read_referrer(typed: str) -> Referrer:
    """Who it is, without what was noted around them, or what they did: of "a man at the quay gave me her name" the man."""
    who = _KNOWS_THEM.split(_ASIDE.split(typed, maxsplit=1)[0], maxsplit=1)[0].strip()
    tells = None if _RELATIVE.search(who) else _TELLS.search(who)
    who = who[: tells.start()].strip().removesuffix(" I") if tells else who
    who = _MY.sub("your ", _THROUGH.sub("", who))
    if not who or _NOBODY.match(who):
        return Referrer()
    return Referrer(small_first(who) if _DESCRIBED.match(who) else who, _name(who))


def _name(who: str) -> str:
    """The name in it: after a description only what stands last ("your friend Ada Pell", not "your PhD supervisor")."""
    head = _WHERE_FROM.split(who, maxsplit=1)[0]
    described = _DESCRIBED.match(head)
    names = list(_NAME.finditer(head, described.end() if described else 0))
    if not names or names[-1].group().isupper():
        return ""
    return names[-1].group() if names[-1].end() == len(head) or not described else ""
