"""Pages without the blanks that only our templates need: a fifth of a long page."""

import re

from flask import Flask, Response

INDENT = re.compile(r">\n\s+<")  # between two tags; what people wrote holds neither < nor > by then


def slim(app: Flask) -> None:
    """Have every page of the app served so."""
    app.after_request(_without_indents)


def _without_indents(response: Response) -> Response:
    if response.mimetype == "text/html" and not response.is_streamed:
        response.set_data(INDENT.sub(">\n<", response.get_data(as_text=True)))
    return response
