"""Before there is a talk: the ask for an introduction, and the note that can be forwarded.

The note holds who the user is in half a line, one specific thing from the person's pages, what they would ask, the minutes, and
an easy no. Only what the user typed and cited lines go in.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from server.model import Document, Evidence, Part, Question, SaidBy, Tier, Voice
from server.pipeline.export.faces.view import clean, date_words, quoted
from server.pipeline.features.months import MONTH, WEEKDAY
from server.pipeline.follow_up.draft import Draft, curled, greeting, paragraphs, turned
from server.pipeline.follow_up.speech import lowered, one_line, sentences, without_stop
from server.pipeline.referrer import Referrer

MOST = 90  # words of the note
MOST_WHO, MOST_QUOTE, MOST_ASKED, MOST_TITLE = 12, 20, 25, 12  # words of each part
PIECE = "article"  # the kind of page that is a piece somebody wrote

DEMONYMS = frozenset(
    "african american arabic asian australian austrian belgian brazilian british canadian chinese czech danish dutch english "
    "european finnish french german greek indian irish israeli italian japanese kenyan korean mexican nigerian norwegian polish "
    "portuguese russian scottish spanish swedish swiss turkish ukrainian welsh".split()
)
LASTING = re.compile(r"\bfor (?:the (?:last|past) )?\w+ (?:years?|months?)\b|\bsince (?:\w+ )?\d{4}\b")
STANDS = frozenset("between at in on with about from currently now not still just back out".split())
WHY = (
    "I am writing because of a line of yours: {quote}{where}.",
    "A line of yours is why I am writing: {quote}{where}.",
    "This line of yours made me write: {quote}{where}.",
)
WHY_PIECE = (
    "I have read your “{piece}”.",
    "I am writing because of your “{piece}”.",
    "Your “{piece}” is why I am writing.",
)
ASKED = (
    "What I would ask you first: {asked}",
    "My first question would be: {asked}",
    "I would start with this: {asked}",
)
WANTED = (
    "I am trying to {want}.",
    "What I am trying to do is to {want}.",
    "I am writing because I am trying to {want}.",
)
GAP = "I am trying to […]."  # where what they wrote for themselves does not read as a clause
AIMS = frozenset(
    "decide learn find understand get choose figure break start grow meet move change become know see hear work plan improve build make "
    "leave stay switch enter prepare write apply test compare weigh land join open run save set sort turn tell".split()
)
BY_DAY = re.compile(
    rf"\b(?:by|before|until|on) (?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{MONTH}|{WEEKDAY})\b(?: \d{{1,2}}\b)?"
)
MINUTES = (
    "Would {minutes} minutes be possible, at a time that suits you?",
    "Could I have {minutes} minutes of your time, whenever it suits you?",
    "May I ask you for {minutes} minutes, on a day you choose?",
)
NO = (
    "If not, that is fine, and you need not say why.",
    "A no is fine and needs no reason.",
    "If it does not suit you, no answer is needed.",
)
INTRODUCE = (
    "Would you be willing to introduce me to {name}? Below is a note you could forward as it stands.",
    "Could you put me in touch with {name}? There is a note below that you could simply forward.",
    "Would it be all right for you to pass the note below on to {name}?",
)
NAMED = "When we talked, you named {name}. "
RATHER_NOT = (
    "If you would rather not, that is fine, and I will not ask why.",
    "If that does not sit right with you, just leave it.",
    "And if you would rather not, a no is fine.",
)
CLOSINGS = ("With thanks,", "Best wishes,", "Kind regards,", "Thank you,")
BELOW = "– – –"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the notes are written from. work: the title of something they wrote, "" if none is known.

    named: whether the referrer named them in a talk of the user's.
    """

    name: str
    referrer: Referrer
    background: str
    minutes: int
    document: Document
    work: str = ""
    named: bool = False
    turn: int = 0

    @property
    def first_name(self) -> str:
        """What the note calls them."""
        return self.name.split()[0]


def introduction(wish: Wish) -> Draft | None:
    """To the referrer: would they introduce the user. None without a referrer."""
    if not wish.referrer.who:
        return None
    told = NAMED.format(name=wish.name) if wish.named else ""
    ask = turned(INTRODUCE, wish.turn).format(name=wish.first_name if wish.named else wish.name)
    return Draft(
        subject=f"An introduction to {wish.name}",
        body=paragraphs(
            greeting("Hello {name},", wish.referrer.greeted),
            f"{told}{ask} {turned(RATHER_NOT, wish.turn)}",
            turned(CLOSINGS, wish.turn),
        ),
    )


def forwardable(wish: Wish) -> Draft:
    """The note for them, of at most 90 words: what does not fit is left out, the question before the reason."""
    question = _first_question(wish.document)
    why, asked = _why(wish, question), _asked(wish, question)
    hints = (
        []
        if why or (question and question.evidence)
        else ["Clip one page of theirs, and the note says why it is them you ask."]
    )
    hints += [] if one_line(wish.background) else ["Say in half a line who you are: it goes where the note begins."]
    hints += _to_fill(wish, asked)
    bodies = (_body(wish, *parts) for parts in ((why, asked), (why, ""), ("", asked), ("", "")))
    body = next((body for body in bodies if len(body.split()) <= MOST), _body(wish, "", ""))
    return Draft(f"A request for {wish.minutes} minutes", body, tuple(hints))


def both(ask: Draft, note: Draft) -> str:
    """The ask with the note under it, as one body."""
    return paragraphs(ask.body, BELOW, note.body)


def who(background: str) -> str:
    """Half a line on who the user is, made of their own words: "I’m a civil engineer at a large consultancy."; "" if unknown."""
    text = next(iter(sentences(background)), "")
    parts = re.split(r"[;,:–]\s", without_stop(text))
    while len(parts) > 1 and len(" ".join(parts).split()) > MOST_WHO:
        parts.pop()
    line = ", ".join(parts)
    if not line or len(line.split()) > 2 * MOST_WHO:
        return ""
    return f"{_as_i(line)}."


def _body(wish: Wish, why: str, asked: str) -> str:
    no = f"{turned(MINUTES, wish.turn).format(minutes=wish.minutes)} {turned(NO, wish.turn)}"
    return curled(
        paragraphs(
            f"Dear {wish.name}," if wish.turn % 2 else f"Hello {wish.first_name},",
            " ".join(part for part in (who(wish.background), why, asked) if part),
            no,
            turned(CLOSINGS, wish.turn + 1),
        )
    )


def _as_i(line: str) -> str:
    first, _, rest = line.partition(" ")
    word = first.lower()
    if re.match(r"(?:I|I['’]\w+|My)$", first):
        return line
    if re.match(r"(?:a|an|the)$", word) or word in STANDS or (word.endswith("ing") and rest):
        return f"I’m {lowered(line)}"
    if word.endswith("ed"):
        return f"I {lowered(line)}"
    if re.match(r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)$", word):
        return f"I have {lowered(line)} behind me"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return f"A line on me: {lowered(line)}"
    named = line if word in DEMONYMS else lowered(line)
    spelled = len(first) > 1 and first[1].isupper()  # MSc, NHS: said letter by letter
    article = "an" if named[0].lower() in ("aefhilmnorsx" if spelled else "aeiou") else "a"
    return f"I{' have been' if LASTING.search(line) else '’m'} {article} {named}"


def _why(wish: Wish, question: Question | None) -> str:
    """The piece of theirs that the question comes from, since it tells what struck the user; else a line, else a piece.

    A question that rests on a page of somebody else says why by itself.
    """
    piece = _piece(wish, question)
    is_told = bool(piece or (question and question.evidence))
    quote = None if is_told else next(_short_quotes(wish.document), None)
    if quote:
        when = f" ({date_words(quote.when)})" if quote.when else ""
        words = re.sub(r"[.;,](?=”$)", "", quoted(quote))
        return turned(WHY, wish.turn).format(quote=words, where=when)
    piece = piece or ("" if is_told else clean(wish.work))
    return turned(WHY_PIECE, wish.turn).format(piece=piece) if piece else ""


def _piece(wish: Wish, question: Question | None) -> str:
    """The title of the page of their own that a question rests on, without the name of its site; "" if there is none."""
    cited = set(question.evidence) if question else set()
    pages = {one.clip_id for one in wish.document.evidence if one.id in cited and one.said_by is SaidBy.OWN}
    own = (one for one in wish.document.clips if one.id in pages and one.voice is Voice.OWN and one.kind == PIECE)
    titles = (clean(re.split(r"\s+[|–—·-]\s+", one.title)[0]) for one in own)
    return next(
        (title for title in titles if title and wish.name not in title and len(title.split()) <= MOST_TITLE), ""
    )


def _short_quotes(document: Document) -> Iterator[Evidence]:
    """Lines in their own words that are short enough, those under the first questions first, then those of the cards."""
    passages = {one.id: one for one in document.evidence}
    asked = (ident for one in _in_order(document) for ident in one.evidence)
    cited = (*asked, *(card.evidence for card in document.cards))
    for one in (passages[ident] for ident in cited):
        if one.said_by is SaidBy.OWN and len(one.exact.split()) <= MOST_QUOTE and "\n" not in one.exact:
            yield one


def _asked(wish: Wish, question: Question | None) -> str:
    """The question, else what the user wants, in their words."""
    if question:
        return turned(ASKED, wish.turn).format(asked=clean(question.text))
    want = _want(wish.document)
    aim = re.sub(r"^(?:I (?:want|need|hope|would like|'d like|am trying) to|to) ", "", want, flags=re.IGNORECASE)
    if not want or len(want.split()) > MOST_ASKED:
        return ""
    reads = aim.split()[0].lower() in AIMS or aim != want
    return turned(WANTED, wish.turn).format(want=lowered(aim)) if reads else GAP


def _want(document: Document) -> str:
    """The first sentence of what they want most, without its stop."""
    text = next((one.text for one in document.goals), "")
    return without_stop(clean(next(iter(sentences(text)), "")))


def _to_fill(wish: Wish, asked: str) -> list[str]:
    """What to write into the note, or to offer: a gap, a day that the want names."""
    day = BY_DAY.search(_want(wish.document))
    gap = (
        [f"Fill the gap: you wrote “{_want(wish.document)}” for yourself. Say it as you would to them."]
        if asked == GAP
        else []
    )
    return [
        *gap,
        *([f"You want this {day[0]}: offer them a day before it."] if day and day[0].startswith("by") else []),
    ]


def _in_order(document: Document) -> list[Question]:
    return sorted((one for one in document.questions if one.tier is not Tier.PARKED), key=lambda one: one.rank)


def _first_question(document: Document) -> Question | None:
    """The first question that stands by itself in a letter: the user's own come first by their rank."""
    return next((one for one in _in_order(document) if _stands_alone(one)), None)


def _stands_alone(question: Question) -> bool:
    text, is_own = question.text, question.origin == "seeker"
    fits = is_own or question.part in {Part.OPENER, Part.CORE}
    return fits and text.endswith("?") and len(text.split()) <= MOST_ASKED and not re.search(r"[“”\"]", text)
