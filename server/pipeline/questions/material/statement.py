"""Whether some words are a statement: a subject, a main verb, nothing told by half. By the tags of their words."""

import re
from itertools import pairwise

from server.model import Language
from server.pipeline.questions.letters import capital, small_first
from server.pipeline.questions.signs import FINITE, RULE

TOLD_THAT = re.compile(
    r"\b(?:learn(?:ed|t)?|think|thought|found|realised|realized|know|knew|believe|feel|felt|noticed|saw|means?|shows?) that (?P<rest>[^,]+)$"
)
ASKED = frozenset({"what", "where", "how", "whether"})
RELATIVE = frozenset({"that", "which", "who"})
SUBJECT = frozenset({"DT", "JJ", "JJR", "RBS", "CD", "PRP$", "NN", "NNS", "NNP", "NNPS"})
OBJECT = frozenset({"DT", "PRP$"})
NOUN = frozenset({"NN", "NNS", "NNP"})


def finite(cut: str, language: Language) -> bool:
    """A main verb: finite and not inside a relative clause, or an imperative at the start.

    The tagger calls many a past tense after a pronoun a participle, so a pronoun before one counts too.
    """
    tags = language.tag(cut)
    if _says_i(cut) or _commands(tags) or _plural_does(tags):
        return True
    tags = _without_asked(_without_whose(tags))
    pairs = [(("", "START"), tags[0]), *pairwise(tags)] if tags else []
    return any(
        (after[1] in FINITE or (before[1] == "PRP" and after[1] in {"VBN", "VB"})) and before[0].lower() not in RELATIVE
        for before, after in pairs
    )


def _without_whose(tags: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Without the verb of "the team I have": what a thing is of is told there, and not what it does."""
    if not tags or tags[0][1] not in OBJECT:
        return tags
    whose = {at + 2 for at, (one, two) in enumerate(pairwise(tags)) if one[1] in NOUN and two[1] == "PRP"}
    return [tag for at, tag in enumerate(tags) if at not in whose]


def _without_asked(tags: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Without the verb of "where the line is": told there is what is uncertain, not what is so."""
    asked = [at for at, (word, _) in enumerate(tags) if at and word.lower() in ASKED]
    verbs = (next((at for at in range(here + 1, len(tags)) if tags[at][1] in FINITE), None) for here in asked)
    gone = set(verbs)
    return [tag for at, tag in enumerate(tags) if at not in gone]


def half_told(cut: str, language: Language) -> bool:
    """What they say they learned or think is told without its verb: "I've learned that long lists of features"."""
    told = TOLD_THAT.search(cut)
    return told is not None and not (finite(told["rest"], language) or has_verb(told["rest"], language))


def has_verb(text: str, language: Language) -> bool:
    """Some verb that is finite, or that the tagger may have taken for a participle: enough for a sentence that somebody marked whole."""
    return any(tag in FINITE or tag == "VBN" for _, tag in language.tag(text))


def has_subject(cut: str, language: Language, orders: bool) -> bool:  # noqa: FBT001 (told once, by the sentence)
    """It begins with what it is about; with a verb only where the whole sentence is an imperative."""
    tags = [tag for _, tag in language.tag(cut)]
    if not tags or (tags[-1] == "VB" and tags[-2:-1] != ["TO"]):  # "and then sit": where?
        return False
    return orders or _says_i(cut) or not (tags[0].startswith("VB") or tags[0] == "RB")


def is_order(text: str, language: Language) -> bool:
    """The sentence is an imperative."""
    return _commands(language.tag(small_first(text)))  # the tagger takes a capital for a name


def is_rule(plain: str, cut: str) -> bool:
    """It tells what to do, and stands where a verb may be an order: at the start of the sentence or after a strong stop."""
    before = plain[: max(0, plain.find(cut))].rstrip(' "“')
    return bool(RULE.match(capital(cut))) and (not before or before[-1] in ".:;!?–—-")


def _says_i(cut: str) -> bool:
    """What follows "I" at the start is its verb, whatever the tagger takes it for."""
    return bool(re.match(r"I(?:['’](?:m|ve|d|ll))? [a-z]", cut))


def _commands(tags: list[tuple[str, str]]) -> bool:
    """An imperative, also after "never" or "always", where the tagger takes some for nouns."""
    led = bool(tags) and tags[0][0].lower() in {"never", "always"}
    rest = [tag for _, tag in tags[led:]]
    return rest[:1] == ["VB"] or (led and rest[:1] == ["NN"] and bool(OBJECT & set(rest[1:2])))


def _plural_does(tags: list[tuple[str, str]]) -> bool:
    """A subject at the start and a base form after it: the tagger calls the present tense of plurals so."""
    verb = next((at for at, (_, tag) in enumerate(tags) if tag not in SUBJECT), 0)
    return verb > 0 and tags[verb][1] == "VB"
