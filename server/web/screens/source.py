"""Where words come from: a page, its date, and the quote on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from server.pipeline.export.faces.view import View, clean, date_words, quoted


@dataclass(frozen=True, slots=True)
class Source:
    """A place on a page. number: of the page in the list, from 1. quote: id of the quote, "" if the document lists none.

    exact: the words as they stand on the page. when: the page's date in words, "" if the page tells none.
    """

    clip_id: str
    number: int
    title: str
    when: str
    exact: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a page, in quotation marks, and where they stand."""

    words: str
    source: Source


def sources(view: View, ids: Sequence[str]) -> tuple[Source, ...]:
    """Where the quotes of these ids stand."""
    return tuple(source(view, ident) for ident in ids)


def source(view: View, ident: str) -> Source:
    """Where the quote of this id stands."""
    quote = view.quotes[ident]
    return Source(
        clip_id=quote.clip_id,
        number=view.numbers[quote.clip_id],
        title=clean(view.clips[quote.clip_id].title),
        when=date_words(quote.when),
        exact=quote.exact,
        quote=ident,
    )


def quotes(view: View, ids: Sequence[str]) -> tuple[Quote, ...]:
    """The quotes of these ids."""
    return tuple(Quote(quoted(view.quotes[ident]), source(view, ident)) for ident in ids)
