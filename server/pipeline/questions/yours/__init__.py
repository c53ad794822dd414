"""Step 8, at its end: what the user did to questions, laid over what we computed. Theirs always wins.

quotes    the passages under a question of theirs, found again in the pages as they are read now
order     theirs and ours in one order
merge     both
"""

from server.pipeline.questions.yours.merge import Around, Merged, hold, merge

__all__ = ["Around", "Merged", "hold", "merge"]
