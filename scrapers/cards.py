"""Cards of people, found by repetition: siblings whose first words are a name and whose next line is as short as a role."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from scrapers.chrome import is_dropped
from scrapers.dates import WHEN
from scrapers.names import is_listed_name

LEAST_CARDS = 3
MOST_NAMES = 0.6  # of the siblings begin with a name
ROLE_WORDS = 12
LONGEST_NAME = 60
HOLDERS = ("div", "ul", "ol", "section", "tbody", "table", "main", "article", "dl")
MEMBERS = frozenset({"div", "li", "article", "section", "tr", "figure", "a"})
_ROLE = re.compile(
    r"\b(?:director|manager|head|lead|leader|founder|co-?founder|engineer|designer|developer|professor|lecturer|fellow|researcher|"
    r"scientist|student|postdoc\w*|officer|chief|c[etofm]o|president|partner|principal|analyst|consultant|coordinator|assistant|"
    r"associate|editor|writer|author|producer|architect|advisor|adviser|chair|member|trustee|board|counsel|specialist|strategist|"
    r"teacher|instructor|coach|physician|nurse|technician|"
    r"leiter(?:in)?|professor(?:in)?|entwickler(?:in)?|geschäftsführer(?:in)?|mitarbeiter(?:in)?|referent(?:in)?|vorstand|"
    r"directeur|directrice|responsable|chercheur|chercheuse|ingénieure?|directora?|profesora?|investigadora?|jefe|jefa)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:team|staff|people|members?|faculty|who we are|leadership|board|speakers?|directory|contributors|founders|crew|humans|"
    r"mitarbeiter\w*|mannschaft|équipe|équipes|equipo|personal|nosotros|über uns)\b",
    re.IGNORECASE,
)


def find_cards(root: HtmlElement) -> list[HtmlElement]:
    """The cards of the page in order, of all groups of siblings that are cards; empty if it is no page of people."""
    found = [card for parent in root.iter(*HOLDERS) if len(parent) >= LEAST_CARDS for card in _group(parent)]
    around = {step for card in found for step in card.iterancestors()}
    cards = [card for card in found if card not in around]  # the innermost: a row of cards begins with a name, too
    if len(cards) < LEAST_CARDS:
        return []
    seconds = [_second_line(card) for card in cards]
    roles = sum(1 for line in seconds if _ROLE.search(line))
    said_to_be = _PEOPLE.search(_headings(root)) and all(seconds)
    return cards if said_to_be or roles >= MOST_NAMES * len(cards) else []


def _group(parent: HtmlElement) -> list[HtmlElement]:
    """The children that begin with a name, if most do."""
    children = [child for child in parent if child.tag in MEMBERS]
    if len(children) < LEAST_CARDS:
        return []
    named = [child for child in children if _begins_with_name(child)]
    return named if len(named) >= max(LEAST_CARDS, MOST_NAMES * len(children)) else []


def _headings(root: HtmlElement) -> str:
    return " ".join("".join(element.itertext())[:200] for element in root.iter("title", "h1", "h2"))


def _begins_with_name(element: HtmlElement) -> bool:
    first = next(_lines(element), "")
    return len(first) <= LONGEST_NAME and is_listed_name(first)


def _second_line(element: HtmlElement) -> str:
    """What stands below the name, if it is as short as a role or a place and no date."""
    lines = _lines(element)
    next(lines, "")
    second = next(lines, "")
    return second if len(second.split()) <= ROLE_WORDS and not WHEN.match(second) else ""


def _lines(element: HtmlElement) -> Iterator[str]:
    """Texts of the element as they stand, initials in a round picture left out."""
    walker = etree.iterwalk(element, events=("start", "end"))
    for event, step in walker:
        if event == "end":
            text = step.tail if step is not element else None
        elif is_dropped(step):
            walker.skip_subtree()
            continue
        else:
            text = step.text
        line = " ".join((text or "").split())
        if len(line) > 2:
            yield line
