"""Which mark a finding has, and which a verdict.

What a mark looks like, and what it means beside others, is the widgets'.
"""

from __future__ import annotations

from desk.facts.finding import Finding
from desk.rules.board import Verdict, VerdictCode
from ui.widgets.marks import CLEAR, DIFFER, UNLIKELY, UNTOLD, WRONG


def mark_of(finding: Finding) -> str:
    """The mark of a finding."""
    if finding.severity == "error":
        return WRONG
    return DIFFER if finding.code.startswith("D") else UNLIKELY


def verdict_mark(verdict: Verdict, *, differ: bool) -> str:
    """The mark of a verdict: what cannot be, what differs, what is calm, what cannot be told."""
    if verdict.code is VerdictCode.IMPOSSIBLE:
        return WRONG
    if differ or verdict.code is VerdictCode.REAL:
        return DIFFER
    return UNTOLD if verdict.code is VerdictCode.UNKNOWN else CLEAR
