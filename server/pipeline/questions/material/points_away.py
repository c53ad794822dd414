"""Whether a goal points at something that is named nowhere before it: "ask for it", "what to tell them"."""

import re

# Aloud nobody knows what is meant, or it is no wish.
_POINTS = re.compile(
    r"\b(?<!worth )it\b(?!')|\b(?:this|that|these|those)(?=$|[,.]| (?:is|was|are|were|for|to|in|on|with|at)\b)|\bthat thing\b|\bthe (?:day|week|month|year)s? (?:after|before)(?= so\b| to\b|$|[,.?])",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:an?|the|my|our|your|which) [\w-]{3,}|\b(?:to|over|up|is) [\w-]{3,}ing\b(?! (?:my|the|a|it)\b)|"
    r"\b(?:drop|keep|leave|use|sell|quit|stop|buy|learn|pick|change|run) (?!it\b|out\b|up\b|off\b|on\b)[\w-]{3,}",
    re.IGNORECASE,
)  # what "it" can stand for
_THE_FIELD = re.compile(r"\bIT\b")  # "the IT side" points at nothing
_TELLS_WHICH = re.compile(
    r"(?P<noun>\b(?:any|an?|some|one|the only) [\w-]+) that(?= (?:is|was|are|were)\b)", re.IGNORECASE
)  # "any job that is not teaching"
_THEM = re.compile(r"\b(?:them|they|their)\b", re.IGNORECASE)
_SEVERAL = re.compile(
    r"(?<!')\b[a-z]{2,}(?:er|or|ist|ant|ent|an|ee|et|e|r|t|n|k|g|d|p|m|l|y)s\b(?<!this)(?<!his)(?<!was)|\b(?:for|of|the|my|our|some|with|to|from|about|get|make|two|three|four) (?:[\w-]+ )?[\w-]{3,}s\b|\b(?:what|which|how) (?:[\w-]+ )?[\w-]{3,}s\b|\b(?:people|children|women|men)\b|\b(?:the|my|our) (?:other )?(?:two|three|four|five)\b",
    re.IGNORECASE,
)


def points_away(said: str) -> bool:
    """It points at something that stands nowhere before it."""
    said = _TELLS_WHICH.sub(r"\g<noun> which", _THE_FIELD.sub("computing", said))
    them, points = _THEM.search(said), _POINTS.search(said)
    stands_for = points and points.group().lower() == "it" and _NAMED.search(said[: points.start()])
    return bool((points and not stands_for) or (them and not _SEVERAL.search(said[: them.start()])))
