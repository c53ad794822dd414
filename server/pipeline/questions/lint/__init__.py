"""A linter for questions one means to say aloud.

setting   what a question is linted against          prepare   quotes masked, every character's origin kept
queries   where something is asked                   patterns  how rules write patterns; the TOML lists beside them
form, tone, stock, bounds, anchors, goals            the rules, one small function each
rules     the table of all rules, `lint`, `worth_showing`
"""

from server.pipeline.questions.lint.rules import RULES, WORTH_SHOWING, lint, worth_showing
from server.pipeline.questions.lint.setting import Setting

__all__ = ["RULES", "WORTH_SHOWING", "Setting", "lint", "worth_showing"]
