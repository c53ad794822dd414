"""Writes the PDF fixtures beside it, byte by byte: `python tests/pages/pdf/make.py`. Helvetica, one object a page, no library."""

from pathlib import Path

HERE = Path(__file__).parent
LEADING = 14


def pdf(sheets: list[list[str]], info: str = "") -> bytes:
    """A PDF whose pages show these lines from the top; an empty line is a gap."""
    bodies = [_content(lines) for lines in sheets]
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(len(bodies)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(bodies)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for index, body in enumerate(bodies):
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * index} 0 R >>".encode(),
            b"<< /Length " + str(len(body)).encode() + b" >>\nstream\n" + body + b"\nendstream",
        ]
    objects.append(f"<< {info} /CreationDate (D:20240102030405Z) >>".encode("cp1252"))
    return _file(objects)


def _content(lines: list[str]) -> bytes:
    shown = []
    for number, line in enumerate(lines):
        if line:
            escaped = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
            shown.append(f"1 0 0 1 60 {790 - LEADING * number} Tm ({escaped}) Tj")
    return ("BT /F1 11 Tf " + "\n".join(shown) + " ET").encode("cp1252") if shown else b"0 0 m 100 100 l S"


def _file(objects: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


CV = [
    [
        "Perdita Halloran",
        "Structural dyer, Kirkwall",
        "",
        "POSITIONS",
        "2018 – present Head of colour, Orkney Sailcloth",
        "2009 – 2018 Dyer, then senior dyer, Hebden Mills; ran the indigo vat for",
        "six winters",
        "2007 – 2009 Apprentice, Hebden Mills",
        "",
        "EDUCATION",
        "2007 BSc in Textile Chemistry, University of Galloway (advisor:",
        "Moira Strand)",
        "",
        "WORK",
        "• A sea-fast red that holds for eleven years on polyester, patented in 2016",
        "• A winter course for sailmakers, taught every January since 2012",
        "",
        "Curriculum vitae, page 1 of 1",
    ]
]
HEAD = "On mending nets in public · Perdita Halloran"
ESSAY = [
    [
        HEAD,
        "",
        "On mending nets in public",
        "",
        "I learned to mend nets from a man who would not speak while he did it. For the",
        "first year I thought that he was unfriendly. In the second year I noticed that he",
        "counted.",
        "",
        "When I opened the shed to visitors in 2014 I promised to talk and to work at the",
        "same time. It was a mistake, and I made it for three summers because the visi-",
        "tors liked it so much.",
        "",
        "What the numbers said",
        "In 2017 I weighed the twine. A net mended in front of people took 40 per cent more",
        "of it, and came back a month sooner. I had been selling my attention twice",
        "",
        "1",
    ],
    [
        HEAD,
        "",
        "and only one of the buyers had noticed.",
        "",
        "So now I mend in the mornings with the door shut, and talk in the afternoons with",
        "my hands in my pockets. Fewer people come. I think that they get more.",
        "",
        "2",
    ],
    [HEAD, "", "Thanks to the harbour office for the twine.", "", "3"],
]


def main() -> None:
    (HERE / "one-page-cv.pdf").write_bytes(
        pdf(CV, "/Title (Curriculum vitae, Perdita Halloran) /Author (Perdita Halloran)")
    )
    (HERE / "essay.pdf").write_bytes(pdf(ESSAY, "/Title (Microsoft Word - nets_final2.docx)"))
    (HERE / "scan.pdf").write_bytes(pdf([[], []]))


if __name__ == "__main__":
    main()
