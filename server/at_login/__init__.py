"""Groundwork starts when its person logs in, as each system has it, and without asking for anybody's password.

texts     what the system is told: pure          registered     writes it down, and calls the system's own tool
"""

from server.at_login.registered import install, remove
from server.at_login.texts import Plan, plan

__all__ = ["Plan", "install", "plan", "remove"]
