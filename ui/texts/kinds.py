"""What the kinds of post are called in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk.facts.post import Kind


def kind_names() -> dict[Kind, str]:
    """The kinds as the window calls them."""
    return {
        Kind.COMPARISON: QCoreApplication.translate("Kinds", "Comparison"),
        Kind.FIRST: QCoreApplication.translate("Kinds", "First figures"),
        Kind.LEAD: QCoreApplication.translate("Kinds", "Lead"),
        Kind.STANDING: QCoreApplication.translate("Kinds", "Standing"),
        Kind.CHANGES: QCoreApplication.translate("Kinds", "What changed"),
        Kind.DIFFERENCES: QCoreApplication.translate("Kinds", "Where the agencies differ"),
        Kind.LEADERS: QCoreApplication.translate("Kinds", "New leaders"),
        Kind.STATEMENT: QCoreApplication.translate("Kinds", "Statement"),
        Kind.NOTE: QCoreApplication.translate("Kinds", "Note"),
        Kind.SUMMARY: QCoreApplication.translate("Kinds", "Summary to pin"),
        Kind.CORRECTION: QCoreApplication.translate("Kinds", "Correction"),
        Kind.CLOSING: QCoreApplication.translate("Kinds", "Closing post"),
    }
