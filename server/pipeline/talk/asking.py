"""What a question asks, in one to four words: "What would you look at first?" is "what first"."""

import re

from server.pipeline.talk.words import ARTICLES, EMPTY, GENERIC, leads, plain

# Endings that questions often have, and how one notes them down, the fuller form first. \1 is a piece of the question.
SHORT: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"what (?:do|would|should|did) (?:you|i) (?:look at|do|watch|try|change|check) first", ("what first",)),
    (
        r"what (?:would|should|do) (?:you|i) (drop|leave out|want to know|put away) first",
        (r"what \1 first", "what first"),
    ),
    (r"which would you take out first", ("which take out first", "which out first")),
    (r"which is it (?:the |an? )?(\w+(?: \w+)?) or (?:the |an? )?(\w+)", (r"\1 or \2", "which")),
    (r"which is it (?:the |an? )?(\w+) .+ or (?:the |an? )?(\w+)", (r"\1 or \2",)),
    (r"which (?:part|one|of (?:it|them|these))? ?would you (\w+) first", (r"which \1 first",)),
    (r"where (?:would|should|did|do) (?:you|i|one) (?:start|begin)", ("where to start", "where start")),
    (r"what would you have me do", ("what first",)),
    (r"where (?:am i|is that) (?:wrong|off)", ("where wrong",)),
    (r"what (?:am i (?:missing|not seeing)|have i missed)", ("what missing",)),
    (r"what (?:would|did) you do in my place|what would you do", ("in my place", "what now")),
    (r"what (?:would|did) you do (?:about that|then|next|when .+|after .+|instead)", ("what then",)),
    (r"what (?:would|did) you do before (?:that|it)", ("what before that", "what before")),
    (r"what was happening just before", ("what just before", "what before")),
    (r"how did (?:that|it|this) come about", ("how it came about", "how come")),
    (r"what came of (?:it|that)", ("what came of it", "what came")),
    (r"what has happened since|(?:how|what) has that gone (?:since|so far)", ("what happened since",)),
    (r"what have you (seen|tried|learned|changed) since(?: then)?", (r"what \1 since",)),
    (r"what have you seen(?: of (?:that|it))?(?: yourself)?", ("what have you seen", "what seen")),
    (r"how close (?:have you come|was it)(?: to .+)?", ("how close",)),
    (r"which of it do you still do", ("what still",)),
    (r"which one do you still think about", ("which still think about", "which think about")),
    (
        r"which (?:one|answer|part|case) (?:still )?(taught|surprised|stayed)(?: with)? you(?: most)?",
        (r"which \1 you most", r"which \1"),
    ),
    (r"which case (?:were you thinking of|did you have in mind)", ("which case",)),
    (r"what did (?:the|your|that) (.+) look like", (r"the \1", r"\1")),
    (r"what (?:taught|told|showed) you (?:that|so)|where does that come from", ("what taught you",)),
    (r"what (?:happened that )?made you say (?:that|so)", ("what made you say that", "what made you")),
    (r"what would have made you say (yes|no)", (r"what makes it \1", r"why not \1")),
    (r"what nearly made you say no", ("what nearly stopped you", "why nearly no")),
    (r"what nearly made you say yes", ("why nearly yes",)),
    (r"what (?:helped|would help)(?: you)?(?: with that)?", ("what helped",)),
    (r"what took most of (?:that|the|your) time", ("what took most",)),
    (
        r"what (?:would|did) you (add|keep|drop|change|cut)(?: to| in| of| about)? (?:that|it)? ?(today|now|first)?(?: for me)?",
        (r"what to \1",),
    ),
    (r"how do you see (?:it|that) (?:now|today)", ("how see it now", "how now")),
    (r"how much of (?:that|it) still holds", ("what still holds",)),
    (r"who (?:else )?comes to mind", ("who comes to mind", "who else")),
    (r"how should i let you know", ("how to tell you", "tell how")),
    (r"who would you ring first", ("who first",)),
    (r"how did you know it was time", ("how did you know", "how you knew")),
    (r"where have you seen (?:it|that) (?:go wrong|fail|not hold)", ("where it went wrong", "where wrong")),
    (r"what (?:changed|did that change)(?: it| that)?", ("what changed it", "what changed")),
    (r"when did that change", ("when it changed", "when changed")),
    (r"when did you come closest", ("when you nearly did", "when nearly")),
    (r"what has kept you from it", ("what kept you",)),
    (r"when did you first feel the difference", ("when first felt", "when felt")),
    (r"when did you last look around and stay", ("when looked around",)),
    (r"when did you last make an exception", ("which exception",)),
    (r"when did (?:you first need that|you first notice)", ("when first",)),
    (r"when did that last fail to hold|where have you seen that break down", ("where it failed", "when failed")),
    (r"what speaks against (?:that|it)", ("what speaks against it", "what against it", "what against")),
    (r"what isnt in it that i should know", ("what missing in it", "what missing")),
    (r"what would you say to (?:me|that|it)", ("what would you say", "what say")),
    (r"who goes about th\w+ work .*differently.*", ("who goes about work differently",)),
    (r"where do our two cases part", ("where we differ", "what differs")),
    (r"how do the two go together", ("how together",)),
    (r"what happened in between", ("what in between", "what between")),
    (r"how did you (?:find that out|notice)", ("how you found out", "how noticed")),
    (
        r"what (?:is|s|was) different(?: about it)?(?: now)?|what do you do now that you didnt at first",
        ("what's different",),
    ),
    (r"what is that protecting", ("protecting what",)),
    (r"what gets in the way of it", ("what in the way",)),
    (r"what (turned|saved) it(?: round)?", (r"what \1 it",)),
    (r"what did you do with (?:that|it)", ("what then",)),
    (r"what do you do about it", ("what do you do", "what you do")),
    (r"what would that number be today", ("that number today",)),
    (r"where have you got to with that", ("where now",)),
    (r"where in my .+ do i miss (?:that|it)", ("where missing",)),
    (r"what in it have you stopped doing since", ("what stopped since",)),
    (r"how did you go about it", ("how go about it", "how done")),
    (r"what was the first thing you did", ("what first",)),
    (r"what (?:was|is) the (first \w+)", (r"the \1",)),
    (r"how did the (last \w+) go", (r"the \1",)),
    (r"who did what(?: at first)?", ("who did what",)),
    (r"what else was on the table", ("what else",)),
    (r"what did you already have in place", ("what in place",)),
    (r"(?:what|how) did (?:it|that) go", ("how it went",)),
    (r"what (?:was|is) the (\w+)(?: one)?", (r"what was the \1", r"the \1")),
    (r"what made you ((?:turn|take|give|set|put) \w+|\w+) .+", (r"why \1",)),
    (r"what would (tell|stop) you", (r"what would \1 you", "what")),
)
AUXILIARY = "do does did would will have has had are is was were should can could might may am".split()
PRONOUN = "you i it one we they he she that this".split()
_TAIL = re.compile(r"(?: (?:with|of|about|to|from|for|on|in) (?:that|it|this|them|you|me|us))+$")
_INTENT = re.compile(r" (?:decide|like|want|wish|need|try|learn|get|have) to ", re.IGNORECASE)
HANGING = frozenset("with of about for from to on in at".split())
WANTING = HANGING | frozenset("like want wish decide see take make have get need think mean begin".split())  # what?
MOST = 4


def asking(core: str) -> tuple[str, ...]:
    """Ways to note a question word with what belongs to it, the fullest first; the last is as short as can be.

    core: the clause that asks, without its question mark.
    """
    flat = " ".join(plain(word).replace("'", "") for word in core.split())
    for pattern, shorts in SHORT:
        if found := re.fullmatch(pattern, flat):
            return tuple(" ".join(found.expand(short).split()) for short in shorts)
    words = _bare(core)
    ways = [words, _TAIL.sub("", " ".join(words)).split(), words[: _first_link(words)]]
    if len(words) > 3 and not (leads(words[2]) or plain(words[2]) in GENERIC | {"one"}):
        ways.append(words[:3])
    ways = [way for way in ways if 1 < len(way) <= MOST and plain(way[-1]) not in WANTING]
    return (*dict.fromkeys(" ".join(way) for way in ways), words[0] if words else "")


def _first_link(words: list[str]) -> int:
    """Where the first thing after the question word ends."""
    return next((n for n, word in enumerate(words) if n > 1 and leads(word)), len(words))


def _bare(core: str) -> list[str]:
    """Without the helping verb and the pronoun after the question word, and without words that only colour."""
    words = [word.strip(",;:.") for word in _INTENT.sub(" ", core).split() if plain(word) not in EMPTY - {"still"}]
    words[:1] = [word.lower() for word in words[:1]]
    at = next((n for n, word in enumerate(words[1:3], start=1) if plain(word) in AUXILIARY), None)
    if at and at + 1 < len(words) and plain(words[at + 1]) in PRONOUN:
        words = words[:at] + words[at + 2 :]
    elif at and plain(words[at]) in {"did", "do", "does", "had"}:
        words = words[:at] + words[at + 1 :]
    while len(words) > 2 and (plain(words[-1]) in HANGING or (len(words) > MOST and plain(words[-1]) == "you")):
        words.pop()
    return [word for word in words if plain(word) not in ARTICLES]
