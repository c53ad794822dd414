"""One address for one page: what two copies of a link have in common. The JavaScript side keeps the same rules (tests/urls.json)."""

from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

PORTS = {"http": "80", "https": "443"}
# Added by newsletters, advertisers and share buttons; they name the way to a page, never another page.
TRACKING = frozenset(
    """fbclid gclid gclsrc dclid wbraid gbraid msclkid yclid twclid ttclid li_fat_id igshid igsh mc_cid mc_eid mkt_tok
    _hsenc _hsmi hsctatracking vero_id vero_conv oly_anon_id oly_enc_id rb_clickid s_cid wickedid ck_subscriber_id
    ref ref_src ref_url referrer share shared sharesource cmpid icid ncid trk trkinfo trackingid spm xtor at_medium
    at_campaign _ga _gl""".split()
)
TRACKING_PREFIXES = ("utm_", "pk_", "piwik_", "mtm_", "matomo_", "hsa_", "stm_")


def normalise(url: str) -> str:
    """The address without what does not change the page.

    http and https, "www.", default ports, user names, fragments, tracking parameters, the order of parameters and a
    trailing slash are taken off; host and scheme are lower case. Text that is no web address comes back stripped.
    """
    stripped = url.strip()
    try:
        parts = urlsplit(stripped)
        port = str(parts.port or "")
    except ValueError:
        return stripped
    scheme = parts.scheme.lower()
    if scheme not in PORTS or not parts.hostname:
        return stripped
    name = parts.hostname.rstrip(".").removeprefix("www.")
    shown = f"[{name}]" if ":" in name else name
    at = f":{port}" if port and port != PORTS[scheme] else ""
    path = quote(unquote(parts.path), safe="/~!$&'()*+,;=:@-._").rstrip("/")
    query = _query(parts.query)
    return f"https://{shown}{at}{path}" + (f"?{query}" if query else "")


def host(url: str) -> str:
    """Host name without "www.", lower case; empty if there is none."""
    try:
        name = urlsplit(url.strip()).hostname or ""
    except ValueError:
        return ""
    return name.rstrip(".").removeprefix("www.")


def path(url: str) -> str:
    """Path with percent signs undone; empty if there is none."""
    try:
        return unquote(urlsplit(url.strip()).path)
    except ValueError:
        return ""


def _query(query: str) -> str:
    kept = [(key, value) for key, value in parse_qsl(query, keep_blank_values=True) if not _tracks(key)]
    return urlencode(sorted(kept))


def _tracks(key: str) -> bool:
    low = key.lower()
    return low in TRACKING or low.startswith(TRACKING_PREFIXES)
