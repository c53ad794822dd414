"""The words of the house as frozen types. Imports nothing of ours but `scrapers.page`.

words     what the person gives: interview, seeker, goals, clips
findings  what we find: standing, evidence, question, card, brief
edits     what the user does to questions
sheets    what the user writes down about one interview, a sheet a purpose: after, talk; written holds all of them
document  the exported document, one model a level; its JSON Schema is published
ports     what the pipeline is given: the language
"""

from server.model.document import Document
from server.model.edits import QuestionEdit
from server.model.findings import (
    Answered,
    AnsweredBy,
    BriefItem,
    BriefSection,
    Card,
    Checked,
    ClipStatus,
    Conflict,
    ConflictKind,
    Evidence,
    EvidenceKind,
    Finding,
    Gap,
    GoalView,
    Part,
    Plan,
    PlanBox,
    Question,
    SaidBy,
    Severity,
    Shape,
    Slots,
    Standing,
    Tier,
    Turn,
    Voice,
)
from server.model.ports import Language
from server.model.words import (
    Clip,
    Goal,
    GoalKind,
    Interview,
    Interviewee,
    InterviewStatus,
    Meeting,
    Seeker,
    Verdict,
)

__all__ = [
    "Answered",
    "AnsweredBy",
    "BriefItem",
    "BriefSection",
    "Card",
    "Checked",
    "Clip",
    "ClipStatus",
    "Conflict",
    "ConflictKind",
    "Document",
    "Evidence",
    "EvidenceKind",
    "Finding",
    "Gap",
    "Goal",
    "GoalKind",
    "GoalView",
    "Interview",
    "InterviewStatus",
    "Interviewee",
    "Language",
    "Meeting",
    "Part",
    "Plan",
    "PlanBox",
    "Question",
    "QuestionEdit",
    "SaidBy",
    "Seeker",
    "Severity",
    "Shape",
    "Slots",
    "Standing",
    "Tier",
    "Turn",
    "Verdict",
    "Voice",
]
