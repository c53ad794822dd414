"""What a question asks for (a reason, an amount, a person, a date, whether at all), and whether a text has such a thing."""

import re

from server.pipeline.features.months import MONTH

_ASKED = {
    "reason": r"\b(?:why|how come|what (?:tipped|made|led|drove|drew|brought|moved|prompted|convinced|persuaded))\b",
    "amount": r"\bhow much (?:money|less|more|did|does|do|is|was|are|has|have|can|could|would|will)\b|\bhow .*\b(?:paid|expensive|cheap)\b|"
    r"\bwhat .*\b(?:costs?|earns?|paid|pay|charges?|salary|fee|price|budget|rent)\b",
    "number": r"\bhow (?:many|much|long|often|old|good|far|big|high|fast|large|small|well)\b",
    "person": r"\bwho(?:m|se)?\b",
    "date": r"\bwhen\b|\b(?:which|what) (?:year|month|day)\b",
    "place": r"\bwhere (?!should\b)|\bwhich (?:town|city|company|school|university|country)\b",
    "meaning": r"^what (?:is|are) (?:an?|the|your|his|her|their)?\b|\bwhat does .* (?:mean|do)\b|\bwhat .* called\b",
    "whether": r"^(?:\w+, )?(?:do|does|did|is|are|was|were|has|have|can|could|will|would|may|should) ",
    "way": r"\bhow\b",
    "choice": r"\bwhich\b",
}
_NUMBER = (
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|half|hundred|thousand|"
    r"per ?cent|dozen|once|twice)\b"
)
_ANSWERS = {
    "reason": r"\b(?:because|since|so that|so I|in order to|after|reali[sz]\w*|reason\w*|wanted|led (?:me|us|him|her)|why)\b",
    "amount": r"[$€£]\s?\d|\d\s?%|\b(?:pounds?|euros?|dollars?|francs?|kroner|crowns|per ?cent|thousand|million|free|unpaid|nothing)\b",
    "number": _NUMBER,
    "whether": r"\b(?:no|yes|not|never|always|only|all|most|none|nobody|sometimes|every|both)\b|n['’]t\b",
}
_CASED_ANSWERS = {
    "person": r"\b[A-Z][\w'’-]+ [A-Z][\w'’-]+",
    "date": rf"\b(?:19|20)\d\d\b|\b(?:{MONTH}|spring|summer|autumn|winter)\b",
    "place": r"\b(?:in|at|to|from|near) (?:the )?[A-Z]",
}
_KINDS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _ASKED.items())
_HOLDS = {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in _ANSWERS.items()} | {
    kind: re.compile(pattern) for kind, pattern in _CASED_ANSWERS.items()
}


def asked_for(question: str) -> str:
    """The kind of thing a question (or a heading that asks) is after; "" where that cannot be told."""
    return next((kind for kind, pattern in _KINDS if pattern.search(question)), "")


def can_be_told(kind: str) -> bool:
    """Whether a text shows by itself that it has such a thing."""
    return kind in _HOLDS


def holds(kind: str, text: str) -> bool:
    """Whether the text has a thing of that kind. kind: one that can be told."""
    return bool(_HOLDS[kind].search(text))
