"""Which visible pieces are the page's content: those the extractor kept, and those it dropped beside them.

The extractor is good at finding the piece and loses short lines (dates and titles of a timeline, the names on cards). What
stands in the same container, is no box of links and does not read like a button is put back, in reading order.
"""

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from scrapers.dates import WHEN
from scrapers.page import Place
from scrapers.turns import common_ancestor
from scrapers.visible import Piece

SURE = 25  # characters (white space not counted) from which finding a piece in the extracted text is no accident
MOSTLY_LINKS = 0.5
SHINGLE = 4

_AFTER_THE_PIECE = re.compile(
    r"^(?:related|more (?:from|on|in|by|like|stories|posts|articles|talks|episodes)|read (?:next|more|also)|you (?:may|might) (?:also )?(?:like|enjoy)|"
    r"recommended|keep reading|latest|recent (?:posts|articles|episodes|comments)|popular|trending|most read|share|"
    r"follow us|subscribe|newsletter|sign up|stay (?:in touch|up to date)|get (?:the|our) .{0,20}(?:newsletter|updates)|join .{0,30}(?:newsletter|list|readers)|"
    r"sponsors?|sponsored|our sponsors|advertisement|categories|tags|archives?|table of contents|contents|on this page|in this article|leave a (?:reply|comment)|post navigation|"
    r"previous|next|about cookies|cookie|people also|others? also|similar|explore more|what to read next|see also|upcoming (?:events|episodes|talks)|"
    r"mehr (?:zum thema|artikel)|das könnte sie|verwandte|ähnliche|neueste|teilen|à lire aussi|articles? (?:liés|similaires)|sur le même|"
    r"te puede interesar|relacionad[oa]s?|artículos relacionados)\b",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"^(?:share|tweet|print|email|copy link|like|follow|save|listen|watch|play|pause|menu|close|open|search|home|back|next|previous|"
    r"skip to .{3,20}|read more|learn more|show more|see more|load more|continue reading|view .{3,20}|subscribe.{0,40}|sign (?:in|up|out).{0,60}|log ?in.{0,30}|"
    r"register.{0,20}|advertisement|anzeige|publicité|sponsored.{0,40}|share (?:this|on).{0,30}|follow (?:me|us|on).{0,40}|\d+ ?(?:min(?:ute)?s?)(?: read| de lecture| lesezeit)?|"
    r"(?:posted|filed|published|tagged|updated|last (?:updated|modified)).{0,80}|tags?:.{0,120}|categories:.{0,120}|©.{0,120}|copyright.{0,120}|all rights reserved.{0,60}|"
    r"by [^.!?]{3,50}|\d+ (?:comments?|likes?|claps?|shares?|views?|followers?|responses?)|photo(?:graph)?s?:? (?:by|credit).{0,60}|"
    r"(?:we|this (?:web)?site|wir|nous) (?:use|verwenden|utilisons) cookies.*|accept (?:all|cookies).{0,30}|manage (?:cookies|preferences).{0,30}|powered by.{0,40}|"
    r"view (?:this |it ).{0,20}in your browser|want to change how you receive.*|(?:you can )?(?:update your preferences|unsubscribe).*|"
    r"thanks for reading.{0,120}|type your email.{0,30}|download .{0,30}|embed|transcript|show notes|permalink|reply)$",
    re.IGNORECASE,
)


_PARTS = re.compile(r"\s*[·•|]\s*")
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
MOSTLY_CHROME = 0.3
STRONG = 150  # words: with more, the extractor has found an article and what stands outside it is doubtful
LITTLE = 50  # words: with fewer, the extractor may have taken one box of the page for all of it


def squash(text: str) -> str:
    """Text without any white space: what two readers of one page must agree on."""
    return "".join(text.split())


def is_furniture(text: str) -> bool:
    """True for a line that works the page and says nothing: buttons, bylines, dates, notices."""
    line = " ".join(text.split())
    if not any(char.isalpha() for char in line):
        return not _YEARS.search(line)
    return len(line) < 160 and all(_FURNITURE.match(part) or WHEN.match(part) for part in _PARTS.split(line) if part)


def kept_by(pieces: Sequence[Piece], texts: Sequence[str]) -> set[int]:
    """Indices of the pieces that stand in the extractor's output, given as the texts of its blocks."""
    blocks = {squash(text) for text in texts}
    whole = "".join(squash(text) for text in texts)
    shingles: set[tuple[str, ...]] = set()
    kept = set()
    for index, piece in enumerate(pieces):
        bare = squash(piece.text)
        if len(bare) < SURE:
            if bare in blocks and not piece.chrome:
                kept.add(index)
        elif bare in whole:
            kept.add(index)
        elif not piece.chrome:
            shingles = shingles or _shingles(" ".join(texts))
            own = _shingles(piece.text)
            if own and len(own & shingles) * 2 > len(own):
                kept.add(index)
    return _overruled(pieces, kept)


def _overruled(pieces: Sequence[Piece], kept: set[int]) -> set[int]:
    """What was kept without its chrome, unless so much of it is chrome that we must be the ones who are wrong."""
    content = {index for index in kept if not pieces[index].chrome}
    return kept if words(pieces, content) < (1 - MOSTLY_CHROME) * words(pieces, kept) else content


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = text.split()
    return set(zip(*(words[step:] for step in range(SHINGLE)), strict=False))


def candidates(pieces: Sequence[Piece]) -> set[int]:
    """Indices of the pieces that could be content: not chrome, not mostly links, not furniture, not under "Related"."""
    found: set[int] = set()
    closed: tuple[int, HtmlElement] | None = None
    for index, piece in enumerate(pieces):
        if closed and ((piece.level and piece.level <= closed[0]) or not _within(piece.element, closed[1])):
            closed = None
        if _closes(piece):
            closed = (piece.level or 6, _scope(piece.element))
        if closed or piece.chrome or piece.element.tag == "figcaption":
            continue
        if piece.place is not Place.ROW and is_furniture(piece.text):
            continue
        if piece.linked <= MOSTLY_LINKS * len(piece.text) or piece.level == 1:
            found.add(index)
    return found


def _closes(piece: Piece) -> bool:
    """True for a heading under which nothing of the page stands: "Related", or a link to another page (a teaser)."""
    if piece.level > 1 and piece.linked > 0.9 * len(piece.text):
        return True
    return (
        (piece.level > 0 or piece.lead == piece.text)
        and len(piece.text) < 80
        and bool(_AFTER_THE_PIECE.match(piece.text))
    )


def _scope(element: HtmlElement) -> HtmlElement:
    """What a heading is the heading of: its parent, or one level up where it has a box of its own."""
    parent = element.getparent()
    if parent is None:
        return element
    above = parent.getparent()
    return above if len(parent) == 1 and above is not None else parent


def completed(pieces: Sequence[Piece], kept: set[int], possible: set[int]) -> set[int]:
    """What was kept and what stands beside it in the same container; headings only where something follows under them."""
    root = _container(pieces, kept)
    near = {index for index in possible if _within(pieces[index].element, root)}
    if root.tag not in ("main", "article") and words(pieces, kept) >= STRONG:
        near = {index for index in near if min(kept) < index < max(kept)}
    chosen = kept | _title(pieces, kept) | _new(pieces, kept, near)
    return {index for index in chosen if index in kept or pieces[index].level < 2 or _leads(pieces, index, chosen)}


def _new(pieces: Sequence[Piece], kept: set[int], near: set[int]) -> set[int]:
    """Of the pieces near what was kept, those that do not say the same again (a caption for each size of screen)."""
    texts = {squash(pieces[index].text) for index in kept}
    found = set()
    for index in sorted(near - kept):
        text = squash(pieces[index].text)
        if len(text) < SURE or text not in texts:
            found.add(index)
            texts.add(text)
    return found


def _title(pieces: Sequence[Piece], kept: set[int]) -> set[int]:
    """The first heading of the page, if it stands above what was kept."""
    title = next((index for index, piece in enumerate(pieces) if piece.level == 1 and not piece.chrome), None)
    return {title} if title is not None and kept and title < min(kept) else set()


def _container(pieces: Sequence[Piece], kept: set[int]) -> HtmlElement:
    """The innermost main or article element that holds all kept pieces outside chrome, else their common ancestor (all, if it is small)."""
    held = [pieces[index].element for index in sorted(kept) if not pieces[index].chrome]
    shared = common_ancestor(held or [pieces[0].element])
    for element in (shared, *shared.iterancestors()):
        if element.tag in ("main", "article") or element.get("role") == "main":
            return element
    return shared if words(pieces, kept) >= LITTLE else pieces[0].element.getroottree().getroot()


def _leads(pieces: Sequence[Piece], index: int, chosen: set[int]) -> bool:
    level = pieces[index].level
    for following in range(index + 1, len(pieces)):
        if pieces[following].level and pieces[following].level <= level:
            return False
        if following in chosen and not pieces[following].level:
            return True
    return False


def _within(element: HtmlElement, root: HtmlElement) -> bool:
    return element is root or any(step is root for step in element.iterancestors())


def words(pieces: Sequence[Piece], indices: set[int]) -> int:
    """How many words these pieces hold."""
    return sum(len(pieces[index].text.split()) for index in indices)
