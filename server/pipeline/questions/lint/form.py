"""Rules about the form of a question: one, open, short, and a question at all (L01-L06, L12, L19)."""

import re
from collections.abc import Sequence

from server.model import Part, Severity
from server.pipeline.questions.lint.hit import Hit, at, whole
from server.pipeline.questions.lint.patterns import any_of, pattern
from server.pipeline.questions.lint.prepare import Prepared
from server.pipeline.questions.lint.queries import WH, Query, core, queries, tokens
from server.pipeline.questions.lint.setting import Setting

WORDS_WARN, WORDS_ERROR = 30, 45
RUN_UP_WARN, RUN_UP_ERROR = 22, 35  # words before the query begins
WORDS_PER_SECOND = 2.5  # 150 words a minute, the usual pace of talk

_OPEN_ASK = r"\b(?:who|whom|whose|what|which|when|where|why|how|about|through|of|an example|examples)\b"
_POLITE = any_of(
    rf"^(?:can|could|would|will) YOU (?:please |maybe |perhaps )?(?:tell|share|show|say|help|give|talk)\b.*{_OPEN_ASK}",
    r"^(?:can|could|would|will) YOU (?:please |maybe |perhaps )?(?:describe|explain|walk|sketch|outline)\b",
    r"^(?:do|would) you (?:happen to )?(?:know|remember|recall)\b.*\b(?:who|whom|whose|what|which|when|where|why|how)\b",
)
_LEAVE = pattern(
    r"^(?:may|can|could|would|is it|do you mind|are you|shall)\b.*\b(?:take (?:a few |some )?notes|record|mention your name|"
    r"(?:use|give them) your name|follow up|write to you|write you|send you|show you|(?:share|let you know) how it (?:went|goes))\b"
)
_CHOICE = pattern(
    r"^(?:is|are|was|were|do|does|did|should|would|will|can|could|has|have|which is (?:better|worse|more))\b.*\bor\b.*\?$"
)
_WHETHER = pattern(r"\bor not\b|\bor (?:so|more|less|two|three)\b")
_AGREE = pattern(
    r",\s*(?:right|correct|no|yeah|yes|okay|ok|eh|huh|isn't it|aren't you|don't you|didn't you|wasn't it|haven't you|"
    r"(?:is|isn't) that (?:so|right|fair|correct))\s*\?\s*$"
)
_PAIR = pattern(
    r"^(?:who|whom|what|which|when|where|why|how)(?: |, )(?:and|or) (?:who|whom|what|which|when|where|why|how)\b"
)
_COMPARED = pattern(r"\b(?:between|differ\w*|compar\w+|versus|contrast)\b")
_TRAILING = pattern(
    r"[,;]? (?:and|or) (?:if (?:so|not),? )?(?:also )?(?:(?:with|for|to|from|by|in) )?"
    r"(?:who|whom|what|which|when|where|why|how)(?: not| so| else| then| long| much)?\s*\?\s*$"
)
_ASK_VERB = pattern(
    r"(?:^|[,;:.?!] )(?:please |so,? |and |then )*(?:tell|describe|walk|show|help|explain|say|give|take|name|talk me)\b"
)
_TALK_ABOUT = pattern(
    r"(?:^|[,;:.?!] )(?:please |so,? |and |then )*(?:talk|speak)(?: a (?:bit|little))? (?:about|on)\b"
)
_NAME = re.compile(r"\b[A-Z][\w'’.-]*(?:\s+(?:(?:of|the|and|for|de|van|von|der|di|da|&)\s+)*[A-Z][\w'’.-]*)+")
_NEGATIVE_WHY = any_of(
    r"\bwhy (?:didn't|don't|doesn't|wouldn't|haven't|hasn't|won't|not)\b",
    r"\bwhy (?:would|did) (?:YOU|anyone) (?:ever|even|only)\b",
)


def _asked(prepared: Prepared) -> tuple[Query | None, str]:
    """The query that counts and the text from there on."""
    query = core(prepared.sentence)
    return query, prepared.sentence[query.start :] if query else ""


def closed(prepared: Prepared, _: Setting) -> Hit | None:
    """L01: a query that begins with an auxiliary can be answered with yes or no."""
    query, asked = _asked(prepared)
    if not query or query.asks != "aux" or _POLITE.search(asked) or _leave(asked) or _CHOICE.search(asked):
        return None
    start = prepared.asking[0] + query.start
    message = "Yes or no is enough to answer this. Open it up: begin with what, how or which."
    return Hit(Severity.ERROR, start, start + len(query.word), message)


def polite(prepared: Prepared, _: Setting) -> Hit | None:
    """L01b: "could you tell me what ..." asks an open question by a detour."""
    query, asked = _asked(prepared)
    match = _POLITE.search(asked) if query and query.asks == "aux" else None
    if not match or not query or _leave(asked):
        return None
    start = prepared.asking[0] + query.start
    return Hit(Severity.INFO, start, start + match.end(), "A polite detour. Shorter: begin with the question itself.")


def confirms(prepared: Prepared, _: Setting) -> Hit | None:
    """L02: asks them to agree, or to pick one of the boxes offered."""
    tag = _AGREE.search(prepared.masked)
    if tag:
        return at(tag, Severity.WARN, "This asks them to agree with you. Ask what they saw instead.")
    query, asked = _asked(prepared)
    start, end = prepared.asking
    if query and _CHOICE.search(asked) and not _WHETHER.search(asked):
        return Hit(
            Severity.WARN, start + query.start, end, "You offer the answers to pick from. Ask how they weighed it."
        )
    if query or not prepared.sentence.endswith("?") or _short(prepared) or _asks_somewhere(prepared.sentence):
        return None
    return Hit(
        Severity.WARN, start, end, "A statement with a question mark. Say it as a fact, then ask what came of it."
    )


def doubled(prepared: Prepared, _: Setting) -> Hit | None:
    """L03: two queries in one; people answer the easier."""
    sentence, offset = prepared.sentence, prepared.asking[0]
    found = queries(sentence)
    pair = _PAIR.search(sentence[found[0].start :]) if found else None
    if pair:
        at_start = offset + found[0].start
        return Hit(Severity.INFO, at_start, at_start + pair.end(), "Two question words. One of them is usually enough.")
    second = _second(sentence, found)
    message = "Two questions in one: they will answer the easier. Keep one, and save the other as a follow-up."
    if second:
        return Hit(Severity.ERROR, offset + second.start, offset + len(sentence), message)
    trailing = _TRAILING.search(sentence) if found else None
    if trailing:
        return Hit(
            Severity.WARN,
            offset + trailing.start(),
            offset + trailing.end(),
            "Stop before the tail; ask it when they have answered.",
        )
    return None


def marks(prepared: Prepared, _: Setting) -> Hit | None:
    """L04: more than one question mark."""
    places = [
        start + prepared.masked[start:end].find("?")
        for start, end in prepared.sentences
        if "?" in prepared.masked[start:end]
    ]
    if len(places) < 2:
        return None
    return Hit(
        Severity.ERROR,
        places[0],
        places[-1] + 1,
        "One question mark to a question: ask one, keep the rest for after the answer.",
    )


def run_up(prepared: Prepared, setting: Setting) -> Hit | None:
    """L05: more is said before the question than in it. Their own words, quoted, count as one: L06 minds the whole length."""
    query = core(prepared.sentence)
    if setting.part is Part.OPENER or not query:
        return None
    end = prepared.asking[0] + query.start
    length = len(_spoken(prepared.masked[:end]))
    before = sum(1 for start, _ in prepared.sentences if start < prepared.asking[0])
    if length <= RUN_UP_WARN and before <= 1:
        return None
    severity = Severity.ERROR if length > RUN_UP_ERROR else Severity.WARN
    return Hit(severity, 0, end, "A long way to the question. One fact of theirs is enough, then ask.")


def long(prepared: Prepared, _: Setting) -> Hit | None:
    """L06: more words than one breath holds. A name of several words counts as one."""
    spoken = len(_spoken(prepared.text))
    length = len(_spoken(_NAME.sub("Name", prepared.text)))
    if length <= WORDS_WARN:
        return None
    severity = Severity.ERROR if length > WORDS_ERROR else Severity.WARN
    seconds = round(spoken / WORDS_PER_SECOND)
    return whole(
        prepared, severity, f"{spoken} words, about {seconds} seconds aloud. Cut it to what one breath holds: 25 words."
    )


def no_query(prepared: Prepared, _: Setting) -> Hit | None:
    """L12: nothing is asked."""
    if "?" in prepared.masked or _ASK_VERB.search(prepared.masked):
        return None
    talk = _TALK_ABOUT.search(prepared.masked)
    if talk:
        return at(talk, Severity.WARN, "A topic more than a question. What about it do you want to know?")
    if queries(prepared.masked):
        return None
    return whole(prepared, Severity.ERROR, "Nothing is asked here yet. What do you want to know about it?")


def why(prepared: Prepared, _: Setting) -> Hit | None:
    """L19: "why" can sound like a charge, "why didn't you" nearly always does."""
    negative = _NEGATIVE_WHY.search(prepared.masked)
    if negative:
        return at(
            negative, Severity.WARN, "This can sound like blame. Ask what they did instead, or how they ruled it out."
        )
    query, asked = _asked(prepared)
    if not query or len(_spoken(prepared.masked)) <= 3 or not re.match(r"(?:why|how come)\b", asked, re.IGNORECASE):
        return None
    start = prepared.asking[0] + query.start
    return Hit(
        Severity.INFO,
        start,
        start + 3,
        "“Why” can sound like a charge. “What led you to …” or “what tipped it” asks the same, kindly.",
    )


def _leave(asked: str) -> bool:
    """Asking leave (to take notes, to write) may be answered with yes."""
    return bool(_LEAVE.search(asked))


def _second(sentence: str, found: Sequence[Query]) -> Query | None:
    """The query that makes it two, if there is one."""
    if len(found) < 2 or (found[0].asks == "aux" and _CHOICE.search(sentence[found[0].start :])):
        return None
    openers = {query.start for query in found}
    for query in found[1:]:
        if not (query.joined and query.asks == "wh" and _parallel(query, sentence[: query.start], openers)):
            return query
    return None


def _parallel(query: Query, before: str, openers: set[int]) -> bool:
    """In "how do you split who writes and who edits" the second stands beside a clause, not beside the question."""
    if _COMPARED.search(before):
        return True
    return any(match.start() not in openers for match in re.finditer(rf"\b{query.word}\b", before, re.IGNORECASE))


def _short(prepared: Prepared) -> bool:
    """A follow-up of a few words ("Such as?", "And the second time?") follows rules of its own."""
    return len(_spoken(prepared.masked)) <= 4


def _asks_somewhere(sentence: str) -> bool:
    """A question word without a mark before it: "In your first year what took longest?"."""
    return bool(WH & set(tokens(sentence))) or bool(_ASK_VERB.search(sentence))


def _spoken(text: str) -> list[str]:
    return [word for word in text.split() if any(character.isalnum() for character in word)]
