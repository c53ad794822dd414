"""Step 6: what each goal asks for, and which evidence serves it."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from server.model import Goal, GoalKind


@dataclass(frozen=True, slots=True)
class GoalMatch:
    """One goal: the guess at its kinds (best first, at least one), help with its wording, evidence indices best first.

    fit is one number a piece of evidence of the pool, higher is better; it re-orders and never filters.
    """

    goal: Goal
    kinds: tuple[GoalKind, ...]
    advice: tuple[str, ...]
    ranked: tuple[int, ...]
    fit: npt.NDArray[np.float32]
    minutes: float
