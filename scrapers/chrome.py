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
    r"post-navigation|tags?|tag-list|toc|skip-link|sr-only|visually-hidden|screen-reader-text|donate|cta)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NEVER = frozenset({"html", "body", "main", "article", "h1", "p"})


def is_dropped(element: HtmlElement) -> bool:
    """True for what no reader of the page sees as text: code, controls, hidden parts."""
    if element.tag in DROPPED:
        return True
    style = element.get("style")
    if style and _HIDDEN_STYLE.search(style):
        return True
    return element.get("hidden") is not None or _repeats_for_screen_readers(element)


def _repeats_for_screen_readers(element: HtmlElement) -> bool:
    """The second of two spans that say the same, the first for the eye (aria-hidden) and the second for the ear."""
    if element.tag != "span" or element.get("aria-hidden"):
        return False
    before = element.getprevious()
    if before is None or before.tag != "span" or before.get("aria-hidden") != "true":
        return False
    return not (before.tail or "").strip() and bool("".join(before.itertext()).strip())


def is_chrome(element: HtmlElement) -> bool:
    """True for an element that holds the site's text and not the page's."""
    tag = element.tag
    if tag in _NEVER:
        return False
    if tag in CHROME_TAGS or element.get("role") in CHROME_ROLES:
        return not _holds_the_page(element)
    if tag == "header":
        return element.getparent() is not None and element.getparent().tag == "body" and not _holds_the_page(element)
    name = element.get("class")
    ident = element.get("id")
    if (name and _CHROME_NAME.search(name)) or (ident and _CHROME_NAME.search(ident)):
        return not _holds_the_page(element)
    return False


def _holds_the_page(element: HtmlElement) -> bool:
    """Some sites wrap the whole page in a form or in a div of class "has-sidebar"."""
    return next(element.iter("h1", "main", "article"), None) is not None
