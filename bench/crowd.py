"""Any number of different pages of one fictional person, for measuring how cost grows.

They share a vocabulary and no stretch of four words, as different pages do.
"""

import random
import re

from bench.people import Person, page_text
from scrapers.page import Page

SENTENCE = re.compile(r"[A-Z][^.!?\n]{30,200}[.!?]")
SENTENCES = 20  # on a page
PLACES = "river farm school harbour tower valley bridge market station garden quarry library".split()


def pages(person: Person, count: int) -> list[Page]:
    """So many pages on the person's own site, told apart by their words; the same for the same person and count."""
    folder = person.dossier_path.parent
    files = [folder / clip["file"] for clip in person.dossier["clips"] if clip["file"].endswith(".html")]
    told = sorted({sentence for file in files for sentence in SENTENCE.findall(page_text(file))})
    return [_page(person, told, number) for number in range(count)]


def _page(person: Person, told: list[str], number: int) -> Page:
    chance = random.Random(number)
    name, title = person.dossier["interviewee"]["name"], f"Note {number}"
    paragraphs = [_paragraph(chance, told, number) for _ in range(SENTENCES // 4)]
    html = (
        f'<html><head><title>{title}</title><meta name="author" content="{name}">'
        f'<meta property="article:published_time" content="20{10 + number % 16}-03-0{1 + number % 9}"></head>'
        f"<body><article><h1>{title}</h1><p>By {name}</p>{''.join(paragraphs)}</article></body></html>"
    )
    return Page(url=f"https://{name.lower().replace(' ', '')}.example/notes/{number}", html=html, title=title)


def _paragraph(chance: random.Random, told: list[str], number: int) -> str:
    sentences = [_moved(chance, chance.choice(told), number) for _ in range(4)]
    return f"<p>{' '.join(sentences)}</p>"


def _moved(chance: random.Random, sentence: str, number: int) -> str:
    """The sentence with a word of this page alone at every fourth place, so that no two pages are copies of each other."""
    words = sentence[:-1].split()
    for at in range(3, len(words), 4):
        words[at] = f"{chance.choice(PLACES)}{_letters(number)}"
    return f"{' '.join(words)}{sentence[-1]}"


def _letters(number: int) -> str:
    return chr(ord("a") + number // 26 % 26) + chr(ord("a") + number % 26)
