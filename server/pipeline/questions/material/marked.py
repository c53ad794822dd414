"""What the seeker marked, brought in as one short sentence: told as an act, quoted, or by the few words their note picks up."""

import re
from itertools import pairwise

from server.model import Language
from server.pipeline.evidence.gather import Found
from server.pipeline.features.stems import stem_list, stems, words
from server.pipeline.questions.material.leads import act_leads, quote_leads
from server.pipeline.questions.material.quotes import marked_quotes

PHRASE_LEAST, PHRASE_MOST, APART = 3, 7, 3
QUOTES, MOSTLY = 2, 0.8
TERM = re.compile(r"\b(?P<det>an?|the|my|our) [\"“](?P<term>[\w'’-]+(?: [\w'’-]+){1,3})[\"”]")
YOURS = {"my": "your", "our": "your"}
COMPLEMENT = re.compile(
    r"\b(?:is|was|are|were) (?P<what>(?:an?|the) [\w' -]{6,60})(?=[,.;]|$)",
)


def mark_leads(found: Found, turn: str, tell: tuple[str, str, int], language: Language) -> tuple[str, ...]:
    """Sentences that bring in a marked passage, the best first; none if nothing of it can be said.

    tell is the verb for their words, the year of the page ("" if undated) and the year of the talk.
    """
    text, note = found.evidence.exact, found.note
    fitting = marked_quotes(text, stems(note), language)
    quotes = [quote for quote in fitting if _within(quote, found.clip.selection)][:QUOTES]
    phrases = [phrase for phrase in (_picked_up(text, note), _what_it_was(text)) if phrase]
    spoken = "spoke" if tell[0] == "said" else "wrote"
    return (
        *act_leads(turn),
        *(lead for quote in quotes for lead in quote_leads(quote, *tell)),
        *(f"You {spoken} of {term}." for term in _own_terms(text)),
        *(f"You {spoken} of “{phrase}”." for phrase in dict.fromkeys(phrases)),
    )


def _own_terms(text: str) -> list[str]:
    """What they call something, with its article: 'a “two-week rule”'."""
    return [f"{YOURS.get(found['det'], found['det'])} “{found['term']}”" for found in TERM.finditer(text)]


def _within(quote: str, selection: str) -> bool:
    """Most of the quote stands in what was marked: the passage may hold more than that."""
    picked, here = set(words(selection)), words(quote)
    return sum(word in picked for word in here) >= MOSTLY * len(here)


def _picked_up(text: str, note: str) -> str:
    """The few words that hold what a note picks up ("3+ months to close"); "" if they share too little."""
    wanted = stems(note)
    tokens = [(match.start(), match.end()) for match in re.finditer(r"\S+", text)]
    shared = [at for at, (start, end) in enumerate(tokens) if set(stem_list(text[start:end])) & wanted]
    if len(shared) < PHRASE_LEAST - 1 or any(after - before > APART for before, after in pairwise(shared)):
        return ""
    return _short(text[tokens[shared[0]][0] : tokens[shared[-1]][1]])


def _what_it_was(text: str) -> str:
    """What a sentence says something was: "a deceleration in learning"."""
    found = COMPLEMENT.search(text)
    return _short(found["what"]) if found else ""


def _short(phrase: str) -> str:
    plain = phrase.strip(" .,;:!?")
    return plain if PHRASE_LEAST <= len(words(plain)) <= PHRASE_MOST else ""
