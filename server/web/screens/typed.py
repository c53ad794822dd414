"""The answer to a question that somebody typed: what to mend, and the quotes it hangs on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from server.model import AnsweredBy, Checked, Document, Finding, Severity
from server.pipeline.export.faces.view import OPENING, View, clean, date_words
from server.web.screens.source import Quote, Source

GROUPS = {"answers": "A page may answer this:", "touches": "What your pages say near it:"}
BREAK = "\n\n"  # between two blocks of a page
HOLE = "…"  # stands where a line waits for their words; within quotation marks it is the page's
QUOTED = re.compile(r"“[^”]*”")
GRAVE = frozenset({"L13", "L14", "L15", "L16"})  # said at once; the rest waits until one looks
ORDER = (Severity.ERROR, Severity.WARN, Severity.INFO)


@dataclass(frozen=True, slots=True)
class Group:
    """Quotes under a title."""

    title: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """A question as typed: what to mend in it, the quotes that speak of it, wordings that could be said.

    minds: what they should know before they say it. waits: what was asked besides. help: what would make it easier to answer, where there is no wording. hole: it waits for words of
    theirs where three dots stand.
    """

    question: str
    findings: tuple[Finding, ...]
    groups: tuple[Group, ...]
    offers: tuple[str, ...] = ()
    waits: tuple[str, ...] = ()
    minds: str = ""
    help: str = ""
    hole: bool = False


def unfinished(question: str) -> bool:
    """Whether a line still has three dots where their words should stand."""
    return HOLE in QUOTED.sub("", question)


def typed(document: Document, checked: Checked) -> Typed:
    """The answer to a typed question, as its screen shows it."""
    view = View.of(document)
    groups = (Group(title, _quotes(view, checked.answered_by, kind)) for kind, title in GROUPS.items())
    return Typed(
        question=checked.question,
        findings=tuple(sorted(checked.findings, key=lambda finding: ORDER.index(finding.severity))),
        groups=tuple(group for group in groups if group.quotes),
        offers=checked.offers,
        waits=checked.waits,
        minds=next((one.message for one in checked.findings if checked.offers and one.id == checked.hint in GRAVE), ""),
        help=checked.help,
        hole=unfinished(checked.question),
    )


def _quotes(view: View, by: Sequence[AnsweredBy], kind: str) -> tuple[Quote, ...]:
    return tuple(_quote(view, one) for one in by if one.fits and one.verdict == kind)


def _quote(view: View, by: AnsweredBy) -> Quote:
    words = clean(by.exact.replace(BREAK, " "))
    shown = words if words.startswith(OPENING) else f"“{words}”"
    known = (one for one in view.document.evidence if one.clip_id == by.clip_id and one.exact == by.exact)
    evidence = next(known, None)
    clip = view.clips[by.clip_id]
    issued = clip.csl.get("issued", {}).get("date-parts", [[]])[0]
    when = date_words("-".join(f"{part:02d}" for part in issued))
    source = Source(
        clip_id=clip.id,
        number=view.numbers[clip.id],
        title=clean(clip.title),
        when=when,
        exact=by.exact,
        quote=evidence.id if evidence else "",
    )
    return Quote(shown, source)
