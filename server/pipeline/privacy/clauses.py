"""What is left of a sentence when stretches of it must go: the longest run of whole clauses that can stand alone."""

import re
from collections.abc import Sequence
from itertools import pairwise

from server.pipeline.features.verbs import PAST, PAST_ANYWHERE

MIN_WORDS = 6  # fewer words are a fragment
# Where a clause ends: at punctuation, or before a conjunction that a subject follows.
_BOUND = re.compile(
    r"(?<=[,;:.!?—–)])\s+|\s+(?=[—–(-]\s?)|\s+(?=(?:and|but|so|because|while|although|though|which|where|until|before|after|since|when|"
    r"if|then|yet)\s+(?:I|we|he|she|it|they|you|there|this|that|my|our|his|her|their|the|a|an)\b)"
)
_LEAD = re.compile(r"^(?:[\s,;:.!?)\]—–-]+|(?:and|but|so|then|yet|or|plus|also)\b,?\s*)+", re.IGNORECASE)
_TAIL = re.compile(
    r"(?:[\s,;:(\[—–-]+|\b(?:and|but|so|or|yet|because|while|although|when|if|since|until|before|after|which|who|that|"
    r"where|the|a|an|of|to|with|for|in|on|at|by|from|my|his|her|our|their|is|was|were|are|had|has|have)\b)+$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:I|I'm|I've|I'd|I'll|we|we're|we've|he|she|it|it's|they|you|there|this|that|these|those|my|our|his|her|their|its|the|an?|"
    r"most|many|some|all|each|every|no|nothing|nobody|everyone|what|one|two|three|several)\b",
    re.IGNORECASE,
)
# A name as a subject needs its verb: after a comma it may be one item of a list.
_NAMED_SUBJECT = re.compile(
    rf"[A-Z][\w'-]*(?:\s+[A-Z][\w'-]*)*\s+(?:is|was|are|were|has|had|have|will|would|can|could|did|does|{PAST}|makes|"
    r"takes|gives|runs|builds|writes|leads|teaches|needs|helps)\b"
)
_PARTICIPLE = re.compile(r"\w+(?:ed|ing)\b", re.IGNORECASE)
_OPENING_PHRASE = re.compile(
    r"(?:\w+ing|after|with|as|at|in|on|by|since|during|before|for|from|thanks|because\s+of|alongside|besides|despite|following|due)\b",
    re.IGNORECASE,
)
_PRONOUN_SUBJECT = re.compile(r"\s+(?=(?:I|we|he|she)\s+(?!who\b)\w)", re.IGNORECASE)
_SUBORDINATE = re.compile(
    r"(?:when|if|while|because|although|though|since|after|before|as|until|unless|once|which|who|whose|where|that\s+\w+ed)\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    rf"\b(?:am|is|are|was|were|be|been|being|has|have|had|do|does|did|will|would|can|could|shall|should|may|might|must|{PAST_ANYWHERE}|"
    r"quit|set|put|let|cut|read|think|know|want|need|work|write|make|use|run|keep|take|get|go|find|love|like|teach|build|draw|live|try|help|start|believe|works|makes|writes|runs|leads|"
    r"teaches|builds|keeps|takes|needs|gets|goes|comes|means|helps|draws|likes|loves|studies|designs|develops|edits|manages)\b|'(?:s|m|re|ve|d|ll)\b|n't\b",
    re.IGNORECASE,
)


def best_stretch(text: str, cut: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """[start, end) of the longest run of clauses that touches none of `cut` and reads alone; the whole text if cut is empty."""
    if not cut:
        return 0, len(text)
    clean = text.replace("’", "'")
    runs = [part for run in _runs(clean, cut) if (part := _standing(clean, *run))]
    return max(runs, key=lambda run: (run[1] - run[0], -run[0]), default=None)


def _runs(text: str, cut: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs of neighbouring clauses without a private word."""
    bounds = sorted({0, len(text), *(match.end() for match in _BOUND.finditer(text)), *_after_opening(text, cut)})
    runs: list[tuple[int, int]] = []
    open_at: int | None = None
    for start, end in pairwise(bounds):
        private = any(start < b and a < end for a, b in cut)
        if private and open_at is not None:
            runs.append((open_at, start))
            open_at = None
        elif not private and open_at is None:
            open_at = start
    return [*runs, (open_at, len(text))] if open_at is not None else runs


def _after_opening(text: str, cut: Sequence[tuple[int, int]]) -> list[int]:
    """Where the main clause begins after a private opening phrase that no comma closes: "At fifteen | I read ..."."""
    if not _OPENING_PHRASE.match(text):
        return []
    found = (_PRONOUN_SUBJECT.match(text, end) for _, end in cut)
    return [match.end() for match in found if match]


def _standing(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The run without what dangles at its ends, or None if it cannot stand alone."""
    if start and (lead := _LEAD.match(text[start:end])):
        start += lead.end()
    if end < len(text) and (tail := _TAIL.search(text[start:end])):
        end = start + tail.start()
    part = text[start:end]
    if len(part.split()) < MIN_WORDS or not _VERB.search(part) or part.count("(") != part.count(")"):
        return None
    opens = not start or text[:start].rstrip()[-1:] in ".!?"
    if _PARTICIPLE.match(part) and not re.search(r",\s+(?:I|we|he|she|it|they|you)\b", part):
        return None
    if not opens and not (_SUBJECT.match(part) or _NAMED_SUBJECT.match(part)):
        return None
    if _SUBORDINATE.match(part) and not re.search(r",\s+\S", part):
        return None
    return start, end
