"""What of a page is not its content: navigation, forms, banners, boxes of links. Told by tag, role and common class words.

Dropped text is never shown to a reader of the page as content (scripts, controls, hidden parts). Chrome is visible text that
belongs to the site and not to the page; an extractor may still overrule us there.
"""

import re

from lxml.html import HtmlElement

DROPPED = frozenset(
    "head script style template noscript svg math iframe object embed canvas audio video select option datalist textarea "
    "input button progress meter map".split()
)
CHROME_TAGS = frozenset("nav footer aside form dialog menu amp-sidebar".split())
CHROME_ROLES = frozenset(
    "navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar alert tablist".split()
)
_CHROME_NAME = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|footer|masthead|cookies?|consent|gdpr|ccpa|newsletter|"
    r"subscri(?:be|ption)|signup|sign-up|optin|share|sharing|sharedaddy|social|related|recommended|recirc|promo|promoted|"
    r"advert|advertisement|ads?|adslot|sponsor|sponsored|popup|modal|overlay|banner|toolbar|pagination|pager|paywall|"
    r"post-navigation|tags?|captions?|credits?|slideshow|carousel|lightbox|ticker|rail|teasers?|trending|popular|outbrain|taboola|byline|dateline|timestamp|tag-list|toc|skip-link|sr-only|visually-hidden|screen-reader-text|donate|cta)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NEVER = frozenset({"html", "body", "main", "article", "h1", "p"})


def is_dropped(element: HtmlElement) -> bool:
    """True for what no reader of the page sees as text: code, controls, hidden parts."""
    tag = element.tag
    if tag in DROPPED:
        return True
    if tag == "span" and _repeats_for_screen_readers(element):
        return True
    names = element.keys()
    if not names or tag in _NEVER:
        return False
    return "hidden" in names or ("style" in names and bool(_HIDDEN_STYLE.search(element.get("style"))))


def _repeats_for_screen_readers(element: HtmlElement) -> bool:
    """The second of two spans that say the same, the first for the eye (aria-hidden) and the second for the ear."""
    before = element.getprevious()
    if before is None or element.get("aria-hidden") or before.tag != "span" or before.get("aria-hidden") != "true":
        return False
    return not (before.tail or "").strip() and bool("".join(before.itertext()).strip())


def is_chrome(element: HtmlElement) -> bool:
    """True for an element that holds the site's text and not the page's."""
    tag = element.tag
    if tag in _NEVER:
        return False
    if tag not in CHROME_TAGS and not element.keys():
        return tag == "header" and _heads_the_site(element)
    if tag in CHROME_TAGS or element.get("role") in CHROME_ROLES:
        return not _holds_the_page(element)
    if tag == "header":
        return _heads_the_site(element)
    name = element.get("class")
    ident = element.get("id")
    if (name and _CHROME_NAME.search(name)) or (ident and _CHROME_NAME.search(ident)):
        return not _holds_the_page(element)
    return False


def _heads_the_site(header: HtmlElement) -> bool:
    parent = header.getparent()
    return parent is not None and parent.tag == "body" and not _holds_the_page(header)


def _holds_the_page(element: HtmlElement) -> bool:
    """Some sites wrap the whole page in a form or in a div of class "has-sidebar"."""
    return next(element.iter("h1", "main", "article"), None) is not None
