"""The rule about what a question is for (L20)."""

from server.model import Severity
from server.pipeline.questions.lint.hit import Hit, whole
from server.pipeline.questions.lint.prepare import Prepared
from server.pipeline.questions.lint.setting import Setting


def no_goal(prepared: Prepared, setting: Setting) -> Hit | None:
    """L20: serves no goal, or one that is gone. Only where the setting asks for a goal."""
    if not setting.goal_required or (setting.goal and setting.goal in setting.goals):
        return None
    gone = "It served a goal that is gone." if setting.goal else "It serves none of your goals yet."
    return whole(prepared, Severity.ERROR, f"{gone} Say which one, or park it.")
