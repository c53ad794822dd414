"""How a document looks to a person: text for a terminal, Markdown for notes. Functions of the document alone.

A face uses the words people use: you, their first name, page, quote, question, ask first, if time, another day.
"""

from server.pipeline.export.faces.as_markdown import markdown
from server.pipeline.export.faces.as_text import text

__all__ = ["markdown", "text"]
