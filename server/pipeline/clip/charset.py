"""Step 1c: the bytes of a page become text, and where they are not what the page says, the result tells how it was read."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

HEAD = 4096  # bytes in which a page says its charset; browsers look at 1,024
SAMPLE = 60_000  # bytes a guess is made from
MOSTLY = (
    20  # good characters beyond ASCII for each bad byte, from which on a page is damaged and not in another charset
)

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What pages not in UTF-8 are written in, Latin letters apart: those are told by the page's language, since the accents of
# a short page fit several charsets equally well.
LIKELY = [
    *("cp1251", "cp1253", "cp1255", "cp1256", "koi8_r"),
    *("shift_jis", "euc_jp", "euc_kr", "gb18030", "big5"),
]
LATIN = (
    (frozenset({"pl", "cs", "sk", "hu", "sl", "hr", "bs", "ro", "sq"}), "cp1250"),
    (frozenset({"tr", "az"}), "cp1254"),
    (frozenset({"et", "lv", "lt"}), "cp1257"),
)
# The WHATWG encoding standard: these labels mean windows-1252 on the web, whatever they mean elsewhere.
WESTERN = frozenset(
    {"ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1", "cp1252", "windows-1252"}
)

# The other encodings of that standard, and what browsers take for the narrower ones. Python knows more, some of them no
# charsets at all (hex, idna) and slow on hostile input: a page that names one of those names nothing.
WIDER = {
    **dict.fromkeys(("shift_jis", "x-sjis", "windows-31j"), "cp932"),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk"), "gb18030"),
    "euc_kr": "cp949",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "windows-874": "cp874",
    "x-mac-cyrillic": "mac-cyrillic",
}
KNOWN = frozenset(
    {
        *("utf-8", "gb18030", "big5", "big5hkscs", "euc_jp", "iso2022_jp", "cp932", "cp949", "koi8-r", "koi8-u"),
        *("mac-roman", "mac-cyrillic", "cp866", "cp874", *(f"cp125{digit}" for digit in range(9))),
        *(f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
    }
)

_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.:-]{1,40})|<meta\b[^>]{0,400}?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(rb"""<html\b[^>]{0,200}?\slang\s*=\s*["']?([a-z]{2})\b""", re.IGNORECASE)
_RUN = re.compile(rb"[\x80-\xff]{3,}")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and in words how it was read where the page's own word did not hold. sure is False where that was a guess."""

    text: str
    remark: str = ""
    sure: bool = True


def decode(raw: bytes) -> Decoded:
    """The text of a page's bytes: by byte order mark, by what the page declares, as UTF-8, by a guess, in this order.

    Nothing is dropped without a remark: bytes that fit nowhere become U+FFFD and are counted.
    """
    for mark, charset in BOMS:
        if raw.startswith(mark):
            return _damaged(raw[3:], "utf-8") if charset == "utf-8" else Decoded(raw.decode(charset, "replace"))
    declared = _declared(raw)
    if declared == "utf-8":
        return _as_utf8(raw, "utf-8")
    if (utf8 := _strict(raw, "utf-8")) is not None:
        return Decoded(utf8, _unlike(declared, raw))
    if not declared:
        return _as_utf8(raw, "")
    if (text := _strict(raw, declared)) is not None:
        return Decoded(text)
    return _guessed(raw, f"says it is {_plain(declared)} but is not")


def decode_as(raw: bytes, label: str) -> str | None:
    """The text of bytes whose charset was told from outside, as an HTTP header does; None where that does not hold."""
    return _strict(raw, _known(label.lower()))


def _declared(raw: bytes) -> str:
    """The charset a page names, as `_known` has it; "" if it names none."""
    found = _DECLARED.search(raw[:HEAD])
    return _known((found[1] or found[2]).decode("ascii", "replace").lower()) if found else ""


def _known(label: str) -> str:
    """A charset's label as a name Python knows; as given if nobody knows it."""
    if label in WESTERN:
        return "cp1252"
    if label in WIDER:
        return WIDER[label]
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return label
    # A page whose declaration could be read byte by byte is not in UTF-16, whatever it says (WHATWG rule).
    return "utf-8" if name.startswith(("utf-16", "utf-32")) else WIDER.get(name, name)


def _strict(raw: bytes, charset: str) -> str | None:
    if charset not in KNOWN:
        return None
    try:
        return raw.decode(charset)
    except UnicodeDecodeError:
        return None


def _unlike(declared: str, raw: bytes) -> str:
    """A browser's copy of a page is UTF-8 whatever the page still says: worth knowing, and nothing is lost."""
    if not declared or raw.isascii():
        return ""
    return f"says it is {_plain(declared)} but is UTF-8; read as UTF-8"


def _as_utf8(raw: bytes, declared: str) -> Decoded:
    text = _strict(raw, "utf-8")
    if text is not None:
        return Decoded(text)
    damaged = _damaged(raw, "utf-8")
    bad = damaged.text.count("\ufffd")
    good = len(damaged.text) - len(damaged.text.encode("ascii", "ignore")) - bad
    if good >= MOSTLY * bad:
        return damaged
    return _guessed(raw, f"says it is {declared} but is not" if declared else "names no charset and is not UTF-8")


def _damaged(raw: bytes, charset: str) -> Decoded:
    text = raw.decode(charset, "replace")
    bad = text.count("\ufffd") - raw.count("\ufffd".encode())
    return Decoded(text, f"is {charset} but for {_bytes(bad)}, shown as \ufffd" if bad else "", sure=not bad)


def _guessed(raw: bytes, remark: str) -> Decoded:
    sample = _sample(raw)
    charset = _other_script(sample) or next((latin for codes, latin in LATIN if _language(raw) in codes), "cp1252")
    text = raw.decode(charset, "replace")
    lost = f" but for {_bytes(bad)}, shown as \ufffd" if (bad := text.count("\ufffd")) else ""
    return Decoded(text, f"{remark}; read as {_plain(charset)}{lost}", sure=False)


def _other_script(sample: bytes) -> str:
    """The charset of a text that is not in Latin letters; "" for one that is: its accents stand alone among ASCII."""
    beyond = len(sample) - len(sample.decode("ascii", "ignore"))
    if sum(len(run) for run in _RUN.findall(sample)) < beyond / 2:
        return ""
    found = from_bytes(sample, cp_isolation=LIKELY).best()
    return found.encoding if found else ""


def _language(raw: bytes) -> str:
    found = _LANGUAGE.search(raw[:HEAD])
    return found[1].decode("ascii").lower() if found else ""


def _sample(raw: bytes) -> bytes:
    """Lines that hold something beyond ASCII: only they tell charsets apart."""
    lines = [line for line in raw.splitlines(keepends=True) if not line.isascii()]
    return b"".join(lines)[:SAMPLE]


def _plain(charset: str) -> str:
    return charset.replace("cp125", "windows-125").replace("_", "-")


def _bytes(count: int) -> str:
    return f"{count} byte{'s' if count > 1 else ''}"
