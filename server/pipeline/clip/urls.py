"""One address for one page: what two copies of a link have in common.

The extension keeps the same rules in JavaScript (extension/lib/urls.js), so that it can say of a tab that it was clipped; both
are held to tests/urls/vectors.json. First comes what the URL Standard of the WHATWG says an address means, since that is what
a browser's `URL` makes of it; then, in this order, what does not change the page is taken off.
"""

import ipaddress
import re
from typing import NamedTuple
from urllib.parse import parse_qsl, quote, quote_plus, unquote, urlsplit

import idna

SCHEMES = frozenset({"http", "https"})
PORTS = frozenset({None, 80, 443})  # the usual ones: http and https show one page
# Added by newsletters, advertisers and share buttons; they name the way to a page, never another page.
TRACKING = frozenset(
    """fbclid gclid gclsrc gbraid wbraid gad_source gad_campaignid dclid srsltid msclkid yclid twclid ttclid epik
    li_fat_id igsh igshid mibextid mc_cid mc_eid mkt_tok _hsenc _hsmi __hstc __hssc __hsfp hsctatracking vero_id
    vero_conv oly_anon_id oly_enc_id rb_clickid s_cid wickedid ck_subscriber_id ref ref_src ref_url referrer share
    shared sharesource si cmpid icid ncid trk trkinfo trackingid lipi rcm spm xtor at_medium at_campaign _ga _gl""".split()
)
TRACKING_PREFIXES = ("utm_", "pk_", "piwik_", "mtm_", "matomo_", "hsa_", "stm_")
MOBILE = frozenset({"m", "mobile", "amp"})  # labels of a host that serve the same pages to small screens
AMP = frozenset({"amp", "amp=1", "amp=true", "outputtype=amp"})

_ENDS = "".join(map(chr, range(33)))  # controls and the blank, which are no part of an address at its ends
_NO_HOST = re.compile(r"[\x00-\x20#%/<>?@\\^|\x7f]|^$")
_AMP_VIEWER = re.compile(r"/amp/(?:s/)?([^/]+\.[^/]+(?:/.*)?)$")  # www.google.com/amp/s/HOST/PATH
_AMP_CACHE = re.compile(r"/[a-z]/(?:s/)?([^/]+\.[^/]+(?:/.*)?)$")  # HOST.cdn.ampproject.org/c/s/HOST/PATH
_HALF = re.compile("[\ud800-\udfff]")  # of a character: a browser puts the sign for what cannot be read there
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_NO_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_PLAIN = re.compile(r"[A-Za-z0-9\-._~!$&'()*+,;=:@]")  # RFC 3986, pchar
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9\-._~!$&'()*+,;=:@/%]")


class _Parts(NamedTuple):
    """A web address taken apart as a browser does it; host in ASCII, port with its colon or "" for the usual ones, path and the rest as they came."""

    host: str
    port: str
    path: str
    query: str
    fragment: str


def normalise(url: str) -> str:
    """The address without what does not change the page.

    http and https, "www.", hosts for small screens, default ports, user names, AMP, tracking parameters, the order of
    parameters, trailing slashes and fragments are taken off, but for fragments that are routes (#!/notes, #/notes). Host
    and scheme are lower case, the host is ASCII. Text that is no web address comes back as it is, without blanks around it.
    """
    stripped = url.strip(_ENDS)
    parts = _parts(stripped)
    while parts and (inner := _inside_amp(parts)):
        parts = _parts(inner)
    if parts is None:
        return stripped
    page = _page(_escaped(parts.path))
    return f"https://{_plain(parts.host)}{parts.port}{page}{_query(parts.query)}{_route(parts.fragment)}"


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


def _parts(text: str) -> _Parts | None:
    """None for what is no web address."""
    try:
        parts = urlsplit(_forward(_HALF.sub("\ufffd", text)))
        name, port = _ascii(parts.hostname or ""), parts.port
    except ValueError:  # idna's errors are among these
        return None
    if parts.scheme not in SCHEMES or _NO_HOST.search(name):
        return None
    return _Parts(name, "" if port in PORTS else f":{port}", _without_dots(parts.path), parts.query, parts.fragment)


def _forward(text: str) -> str:
    r"""Before the query, browsers take \ for /."""
    end = min((at for at in (text.find("?"), text.find("#")) if at >= 0), default=len(text))
    return text[:end].replace("\\", "/") + text[end:]


def _ascii(name: str) -> str:
    """A host as it goes over the wire. Raises ValueError for what is none."""
    if ":" in name:
        return f"[{ipaddress.IPv6Address(name).compressed}]"
    name = unquote(name).lower().rstrip(".")
    return name if name.isascii() else idna.encode(name, uts46=True).decode("ascii")


def _plain(name: str) -> str:
    """A host without "www." and without what says that it is for small screens (m.dana.example, en.m.dana.example)."""
    labels = name.split(".")
    while len(labels) > 2 and labels[0] in {"www", *MOBILE}:
        labels = labels[1:]
    while len(labels) > 3 and labels[1] in MOBILE:
        labels = [labels[0], *labels[2:]]
    return ".".join(labels)


def _without_dots(path: str) -> str:
    """A path with . and .. followed, also where they are escaped."""
    out: list[str] = []

    for segment in path.split("/")[1:]:
        meant = re.sub("%2e", ".", segment, flags=re.IGNORECASE)
        if meant == "..":
            del out[-1:]
        elif meant != ".":
            out.append(segment)
    return "".join(f"/{segment}" for segment in out)


def _escaped(text: str) -> str:
    """Percent signs where they are needed and only there, in upper case; an escaped slash stays one."""
    text = _NO_ESCAPE.sub("%25", text)
    text = _ESCAPE.sub(_needed, text)
    return _NOT_PLAIN.sub(lambda found: quote(found[0], safe=""), text)


def _needed(found: re.Match[str]) -> str:
    meant = chr(int(found[1], 16))
    return meant if _PLAIN.fullmatch(meant) else found[0].upper()


def _inside_amp(parts: _Parts) -> str:
    """The page that an AMP viewer or cache shows; empty for any other address."""
    shown = None
    if parts.host in {"google.com", "www.google.com"}:
        shown = _AMP_VIEWER.match(parts.path)
    elif parts.host.endswith(".cdn.ampproject.org"):
        shown = _AMP_CACHE.match(parts.path)
    query = f"?{parts.query}" if parts.query else ""
    return f"https://{shown[1]}{query}" if shown else ""


def _page(path: str) -> str:
    """A path without trailing slashes, and without what asks for its AMP version."""
    path = path.rstrip("/")
    path = re.sub(r"(?<=[^/])/amp$", "", path, flags=re.IGNORECASE)
    return re.sub(r"\.amp(\.html?)?$", r"\1", path, flags=re.IGNORECASE).rstrip("/")


def _query(query: str) -> str:
    """The parameters that name a page, sorted, written as forms write them; with their question mark, if there are any."""
    pairs = parse_qsl(query, keep_blank_values=True)
    kept = sorted(f"{_form(key)}={_form(value)}" for key, value in pairs if not _tracks(key, value))
    return f"?{'&'.join(kept)}" if kept else ""


def _form(text: str) -> str:
    return quote_plus(text, safe="*-._").replace("~", "%7E")


def _tracks(key: str, value: str) -> bool:
    low = key.lower()
    asked = f"{low}={value.lower()}" if value else low
    return low in TRACKING or low.startswith(TRACKING_PREFIXES) or asked in AMP


def _route(fragment: str) -> str:
    """A fragment that names another page (#!/notes, #/notes), since a script shows it; no place within a page."""
    route = _escaped(fragment.partition(":~:")[0]).rstrip("/")
    return f"#{route}" if re.match("[!/].", route) else ""
