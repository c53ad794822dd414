"""Draws the start of a brief, as the terminal shows it: `groundwork demo | python docs/picture.py > docs/brief.svg`."""

import sys
from html import escape

LINES, WIDTH = 44, 80  # what fits a screen
ROW, COLUMN, SIZE = 19, 8.43, 14  # pixels: line height, width of a character, height of letters
MARGIN, BAR = 24, 36


def picture(lines: list[str]) -> str:
    """An SVG of a window that holds these lines."""
    width, height = 2 * MARGIN + WIDTH * COLUMN, BAR + 2 * MARGIN + len(lines) * ROW
    dots = "".join(f'<circle cx="{MARGIN + 18 * n}" cy="{BAR / 2}" r="5" fill="#c9c4b8"/>' for n in range(3))
    rows = "\n".join(_row(line, BAR + MARGIN + number * ROW + SIZE) for number, line in enumerate(lines))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" role="img">\n'
        "<title>groundwork demo</title>\n"
        f'<rect width="100%" height="100%" rx="10" fill="#fbf9f4" stroke="#dcd7cb"/>\n{dots}\n'
        f'<g xml:space="preserve" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, \'DejaVu Sans Mono\', monospace" font-size="{SIZE}">\n'
        f"{rows}\n</g>\n</svg>\n"
    )


def _row(line: str, y: int) -> str:
    indent = len(line) - len(line.lstrip())
    is_title = line and not indent
    look = 'fill="#1d4f45" font-weight="600"' if is_title else 'fill="#77725f"' if _is_small(line) else 'fill="#2b2a26"'
    x = MARGIN + indent * COLUMN
    length = f' textLength="{len(line.strip()) * COLUMN:.0f}"' if line.strip() else ""
    return f'<text x="{x:.0f}" y="{y}" {look}{length}>{escape(line.strip())}</text>'


def _is_small(line: str) -> bool:
    """The line under a question that says where it comes from and how long it takes."""
    return line.lstrip().startswith("–") or " s aloud · " in line or line.lstrip().startswith("then: ")


if __name__ == "__main__":
    sys.stdout.write(picture(sys.stdin.read().splitlines()[:LINES]))
