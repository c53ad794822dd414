"""What the seeker marked, brought in as one short sentence: told as an act, quoted, or by the few words their note picks up."""

import re
from itertools import pairwise

from server.model import Language
from server.pipeline.evidence.gather import Found
from server.pipeline.features.stems import stem_list, stems, words
from server.pipeline.questions.letters import small_first
from server.pipeline.questions.material.cuts import BAD_START
from server.pipeline.questions.material.leads import act_leads, quote_leads
from server.pipeline.questions.material.perspective import to_you
from server.pipeline.questions.material.quotes import marked_quotes
from server.pipeline.questions.material.retold import part_marked, retold
from server.pipeline.questions.pronouns import FIRST_PERSON
from server.pipeline.questions.signs import ACTED, DARK, FINITE, LAPSE, MOCKS, OLD, UNHEARD

PHRASE_LEAST, PHRASE_MOST, APART = 3, 7, 3
SHORT, EASY_QUOTE, MOSTLY = 12, 11, 0.8
TERM = re.compile(r"\b(?P<det>an?|the|my|our) [\"“](?P<term>[\w'’-]+(?: [\w'’-]+){1,3})[\"”]")
YOURS = {"my": "your", "our": "your"}
ASKED = re.compile(
    r"(?:^|[:;] [\"“]?)(?P<asked>(?:what|who|how|where|when|which|whom|would|could|do|does|is|are) [^?:;.\"”]{12,70})\?[\"”]?$",
    re.IGNORECASE,
)
WOULD_SAY = re.compile(r"\bI(?:'d| would)\b[^:.]{0,40}\bsay: [\"“]?(?P<line>[A-Z][^\"”:]{10,110})[\"”]?$")
_THIS_THING = r"\b(?:this|these|those) (?!(?:one|two|three|four|five|six|is|was|are|were|has|will)\b)[a-z]{4,}"
LEANS = re.compile(
    rf".*{_THIS_THING}|"
    r"(?:\W*[\w'’]+\W+){0,4}(?:they|them)\b|(?:It|They|This|That(?! \w+s\b)|These|Those)\b|.*\b(?:to|of|about|with) (?:that|it|this)\b|.*\b(?:her|him|he|she)\b"
)
DOES_IT = re.compile(
    r"\b(?!(?:is|was|makes?|made|take|takes|took|find|found|get|think|thought|if|that|when|because|and|but|as|so|of|do|did)\b)[a-z]{3,} it\b(?! (?:is|was|takes|took|would|will|can|has|had|to)\b)"
)
ONE_THING = re.compile(
    r"\b(?:an?|the|my|our|your|this|that|one|his|her) (?:[\w-]+ ){0,2}[\w-]+|\b[a-z]{4,}(?:ing|tion|ment|ness|ity|ware|work)\b|(?<!^)\b[A-Z]\w+"
)
POINTS = re.compile(_THIS_THING)
# Told bare, it tells them who they are.
# What is told as so today, years after it was written.
NOW = re.compile(
    r"You(?:'re|'ve)? (?:do|have|are|don't|haven't|aren't|always|still|often)\b(?! (?:been|had|done|gone|made)\b)|.*\byou(?:'re| are) \w+ing\b"
)
INNER = re.compile(
    r"You (?:\w+ly )?(?:needed (?:a change|to|something|more|less)|wanted|felt|feared|hated|loved|struggled|knew|hoped|wished|worried|doubted)\b"
)
HALF = re.compile(
    r"(?:(?:in|at|for|on|during|from|with|of|after|before) (?:all|every|each|most|many|some|the|those) [^,]*\b(?:I|we) \w+$|if (?:not|so|(?:you|I|we|they) (?:do|don't|did|didn't|can|can't|could|are|aren't|have|haven't|would|wouldn't))(?=[,;])|otherwise\b|(?:over|in|during|for|after|before)\b[^,]*, (?:since|when|while|as|after|before)\b[^,]*$|(?:That|This|These|Those|They)(?:'s|'re)? (?:is|was|are|were|has|had|isn't|wasn't|aren't|weren't|hasn't|will|would)\b(?! (?:(?:not|never|only) )?(?:the|a|an|my) \w+ that)|especially|particularly|mostly|because|although|since|whereas|which|who)\b",
    re.IGNORECASE,
)
AWAY = re.compile(r"\b(?:this|that|these|those)\b", re.IGNORECASE)
ENDS_ON_IT = re.compile(r"\b(?:it|them|that|this)$")
BY_DOING = re.compile(r"by \w+ing\b", re.IGNORECASE)
NAMES_A_THING = frozenset({"DT", "PRP$", "NN", "NNS", "JJ"})
PIECE_MOST = 7
LINE_LEAST, LINE_MOST = 5, 17  # words
HALF_OF_IT = 0.4  # part of the content words of a mark
# "It never felt as though there was a clear path": then there was none.
UNTRUE = re.compile(
    r"\b(?:never|not|no|nobody|hardly|if|though|whether|unless|until|wish\w*|imagin\w+|pretend\w*|suppos\w+|\w+n['’]t)\b[^,;.]*$",
    re.IGNORECASE,
)
COMPLEMENT = re.compile(
    r"\b(?:is|was|are|were) (?P<what>(?:an?|the) [\w' -]{6,60})(?=[,.;]|$)",
)


def mark_leads(
    found: Found, turn: str, tell: tuple[str, str, int], language: Language, piece: str = ""
) -> tuple[str, ...]:
    """Sentences that bring in a marked passage, the best first; none if nothing of it can be said.

    tell is the verb for their words, the year of the page ("" if undated) and the year of the talk; piece the title of the page, where
    it is a piece of theirs: it says what a quote speaks of that points away from itself.
    """
    text, note = found.evidence.exact, found.note
    part = part_marked(text, found.clip.selection)
    cut = (
        quote for one in part for quote in marked_quotes(one, stems(note), language) if _begins_well(quote, language)
    )
    fitting = dict.fromkeys((*cut, *marked_quotes(text, stems(note), language)))
    quotes = [
        quote
        for quote in fitting
        if _within(quote, found.clip.selection)
        and not UNHEARD.search(quote)
        and (piece or not (POINTS.search(quote) or _it_hangs(quote)))
        and not HALF.match(quote.replace("’", "'"))
    ]
    quotes = quotes[: 1 if quotes and len(quotes[0].split()) <= SHORT else 2]  # another one only where the best is long
    phrases = [
        phrase for phrase in (_picked_up(text, note), _what_it_was(text)) if phrase and _names_a_thing(phrase, language)
    ]
    spoken = "spoke" if tell[0] == "said" else "wrote"
    told = turn or next((did for quote in quotes if (did := _told(quote))), "")
    acts = tuple(act for act in act_leads(told) if not POINTS.search(act))
    again = tuple(lead for lead in retold(text, found.clip.selection, tell, language) if _to_the_note(lead, found))
    return (
        *((_as_said(act, tell[0]) for act in acts) if _said_of_oneself(told) else acts),
        *(again if quotes and len(quotes[0].split()) > EASY_QUOTE else ()),
        *_asked(text),
        *_would_say(text),
        *(
            f"In “{piece}” you {tell[0]} “{quote}”."
            for quote in quotes
            if piece and len(piece.split()) <= PIECE_MOST and (_leans(quote) or _it_hangs(quote))
        ),
        *(lead for quote in quotes for lead in quote_leads(quote, *_undated(quote, tell))),
        *(f"You {spoken} of {term}." for term in _own_terms(text)),
        *(f"You {spoken} of “{phrase}”." for phrase in dict.fromkeys(phrases)),
        *(() if quotes else again),
    )


def _to_the_note(lead: str, found: Found) -> bool:
    """It brings in most of what was marked, or what the note is about: half a mark and a note on the other half make no sense."""
    marked, noted = stems(found.clip.selection), stems(found.note)
    held = stems(lead) & marked
    return not noted or len(held) >= HALF_OF_IT * len(marked) or bool(held & noted)


def _begins_well(part: str, language: Language) -> bool:
    """Half a sentence that was marked begins with who it is about: with no verb, no "if", no thing beside which another stands."""
    tags = [tag for _, tag in language.tag(part)]
    head = [tag for _, tag in language.tag(part.split(",", maxsplit=1)[0])] if "," in part else []
    beside = bool(head) and not FINITE & set(head) and head[0] in NAMES_A_THING
    hangs = BAD_START.match(part) and not BY_DOING.match(part)
    return bool(tags) and not (tags[0].startswith("VB") or tags[0] == "MD" or beside or hangs)


def _said_of_oneself(told: str) -> bool:
    """Told bare it would tell them who they are, or throw at them what they said of themselves."""
    return (bool(INNER.match(told)) and " but " not in told) or bool(
        NOW.match(told) or MOCKS.search(told) or DARK.search(told)
    )


def _as_said(act: str, said: str) -> str:
    """An act as something they said: "You wanted more" -> "You wrote you wanted more"."""
    plain = act.removeprefix("You ")
    return f"You {said} you {plain}" if plain != act else f"You {said} that {small_first(act)}"


def _leans(quote: str) -> bool:
    """It begins with what was told before it."""
    return bool(LEANS.match(quote))


def _it_hangs(quote: str) -> bool:
    """It speaks of "it" as of a thing, and names no one thing before."""
    found = DOES_IT.search(quote)
    return found is not None and not ONE_THING.search(quote[: found.start()])


def line_leads(found: Found, language: Language) -> tuple[str, ...]:
    """Sentences that bring in a marked passage of which nobody knows who says it."""
    quotes = marked_quotes(found.evidence.exact, stems(found.note), language)
    fitting = [quote for quote in quotes if _within(quote, found.clip.selection) and not UNHEARD.search(quote)]
    return tuple(f"This line stayed with me: “{quote}”." for quote in fitting[:1])


def _undated(quote: str, tell: tuple[str, str, int]) -> tuple[str, str, int]:
    """A year says something only of a view that is some years old."""
    said, year, now_year = tell
    return said, year if year and now_year - int(year) >= OLD and not FIRST_PERSON.search(quote) else "", now_year


def _told(quote: str) -> str:
    """What they quote of an act of theirs, told to their face; "" where it is no plain act."""
    turned = to_you(quote, known=True)
    return turned if ACTED.match(turned) and not LAPSE.search(turned) else ""


def _asked(text: str) -> tuple[str, ...]:
    """A question of theirs that the passage ends on, brought in as asked."""
    found = ASKED.search(text.strip())
    return (f"You ask “{found['asked']}?”",) if found else ()


def _would_say(text: str) -> tuple[str, ...]:
    """Words they would say to somebody, given as a line to say."""
    found = WOULD_SAY.search(text.replace("’", "'"))
    words_ = found["line"].rstrip(" .") if found else ""
    return (f"You'd say “{words_}”.",) if LINE_LEAST <= len(words_.split()) <= LINE_MOST else ()


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


def _names_a_thing(phrase: str, language: Language) -> bool:
    """It begins as a noun phrase does: "3+ months to close", not "past that first act"."""
    tags = [tag for _, tag in language.tag(phrase)]
    return (
        bool(tags)
        and not AWAY.search(phrase)
        and (tags[0] in {"DT", "CD", "PRP$"} or (tags[0] in {"JJ", "NN", "NNS", "NNP"} and "VB" not in tags))
    )


def _what_it_was(text: str) -> str:
    """What a sentence says something was: "a deceleration in learning"."""
    found = COMPLEMENT.search(text)
    if not found or UNTRUE.search(text[: found.start()]) or re.search(r"\b(?:me|my|I|us|our)\b", found["what"]):
        return ""
    return _short(found["what"])


def _short(phrase: str) -> str:
    plain = phrase.strip(" .,;:!?")
    return plain if not ENDS_ON_IT.search(plain) and PHRASE_LEAST <= len(words(plain)) <= PHRASE_MOST else ""
