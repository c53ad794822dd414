import codecs

import pytest

from server.pipeline.clip.charset import decode

FITTING = {
    "ASCII that names nothing": (b"<p>Dana</p>", "<p>Dana</p>"),
    "UTF-8 that names nothing": ("<p>Málaga</p>".encode(), "<p>Málaga</p>"),
    "UTF-8 with a mark": (codecs.BOM_UTF8 + "<p>Málaga</p>".encode(), "<p>Málaga</p>"),
    "UTF-16 with a mark": ("<p>Málaga</p>".encode("utf-16"), "<p>Málaga</p>"),
    "latin-1 means windows-1252 on the web": (b"<meta charset=latin1><p>\x93so\x94", "<meta charset=latin1><p>“so”"),
    "Japanese that says so": ("<meta charset=shift_jis>船".encode("shift_jis"), "<meta charset=shift_jis>船"),
    "the long form of meta": (
        b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>\xcf',
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>П',
    ),
    "an XML declaration": (
        b'<?xml version="1.0" encoding="iso-8859-2"?><p>\xb3',
        '<?xml version="1.0" encoding="iso-8859-2"?><p>ł',
    ),
    "a UTF-16 that cannot be": (b"<meta charset=utf-16><p>Dana", "<meta charset=utf-16><p>Dana"),
}


@pytest.mark.parametrize("raw, text", FITTING.values(), ids=FITTING.keys())
def test_a_page_that_is_what_it_says_is_read_without_a_word(raw: bytes, text: str) -> None:
    assert (decode(raw).text, decode(raw).remark) == (text, "")


UNFITTING = {
    "accents": ("<meta charset=utf-8><p>Jos\xe9".encode("cp1252"), "<p>José", "windows-1252"),
    "curly quotes alone": ("<meta charset=utf-8><p>It’s “one”".encode("cp1252"), "<p>It’s “one”", "windows-1252"),
    "a Polish page": ('<html lang="pl"><meta charset=utf-8><p>łódź'.encode("cp1250"), "<p>łódź", "windows-1250"),
    "a Turkish page": ("<html lang=tr><meta charset=utf-8><p>şehir".encode("cp1254"), "<p>şehir", "windows-1254"),
    "a Russian page": (
        "<meta charset=utf-8><p>Она много лет водит паромы через залив".encode("cp1251"),
        "<p>Она много лет водит паромы через залив",
        "windows-1251",
    ),
    "a codec that is no charset": ("<meta charset=idna><p>Jos\xe9".encode("cp1252"), "<p>José", "windows-1252"),
    "a charset nobody knows": ("<meta charset=klingon><p>Jos\xe9".encode("cp1252"), "<p>José", "windows-1252"),
}


@pytest.mark.parametrize("raw, end, charset", UNFITTING.values(), ids=UNFITTING.keys())
def test_a_page_that_is_not_what_it_says_is_read_by_a_guess(raw: bytes, end: str, charset: str) -> None:
    decoded = decode(raw)
    assert decoded.text.endswith(end)
    assert decoded.remark.endswith(f"but is not; read as {charset}")
    assert not decoded.sure


def test_a_page_cut_in_the_middle_of_a_letter_stays_utf8() -> None:
    decoded = decode(b"<meta charset=utf-8><p>" + "é".encode() * 50 + b"\xc3")
    assert decoded.text.endswith("éé\ufffd")
    assert decoded.remark == "is utf-8 but for 1 byte, shown as \ufffd"
    assert not decoded.sure


def test_bytes_that_fit_nowhere_are_counted() -> None:
    assert decode(b"<meta charset=utf-8><p>\x81 Jos\xe9").remark == (
        "says it is utf-8 but is not; read as windows-1252 but for 1 byte, shown as \ufffd"
    )
