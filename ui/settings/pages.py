"""A page of the dialog: its title, what it is about, and a row for each of its settings.

What is chosen becomes an edit here, by the one door; what it does to the night is told elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby, permutations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desk.facts import settings
from desk.facts.codes import Refusal
from desk.facts.edits import Change, SetSetting
from desk.rules.discrepancies import pair_of
from desk.turkish.style import AGENCY_ORDER, SHAPE, SPELLING, STYLE, STYLES, style_of
from ui.night.bridge import Bridge
from ui.settings.groups import ROWS, Group
from ui.settings.rows import ChoiceRow, ListRow, MomentRow, NumberRow, SettingRow, TextRow
from ui.texts import choices, sentences, thresholds
from ui.texts.language import current as current_language
from ui.widgets import theme
from ui.widgets.theme import STEP

STYLED = {**SPELLING, **SHAPE}
"""Choices that a preset has made already."""


class SettingsPage(QScrollArea):
    """One group: title, what it is about, its rows."""

    trying = Signal(str, object)
    """A value that is still being typed."""

    def __init__(self, bridge: Bridge, group: Group, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self.group = bridge, group
        self.setObjectName(f"settings.page.{group}")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inside = inside = QWidget(self)
        self.column = QVBoxLayout(inside)
        begin(self.column, group, inside)
        self.rows: dict[str, SettingRow] = {}
        self._add_rows(inside)
        self.column.addStretch()
        self.setWidget(inside)
        for row in self.rows.values():
            row.setEnabled(not bridge.session.read_only)
            row.chosen.connect(self._choose)
            row.trying.connect(self.trying)
        self.show_values()
        bridge.changed.connect(self._take_change)

    def show_values(self) -> None:
        """Show what holds now."""
        kept = self._bridge.session.settings
        for name, row in self.rows.items():
            row.show_value(kept.get(name), self._holds(name))

    def own(self) -> list[str]:
        """The settings of the page the file has a value of its own for."""
        return [name for name in self.rows if name in self._bridge.session.settings]

    def reset(self) -> None:
        """Give every default of the page back, as one act."""
        with self._bridge.as_one():
            for name in self.own():
                self._bridge.attempt(SetSetting(name, None), self)

    def take_keys(self) -> None:
        """Put the focus into the first row."""
        for row in self.rows.values():
            row.take_keys()
            return

    def _add_rows(self, inside: QWidget) -> None:
        names = ROWS.get(self.group, ())
        if self.group is not Group.WARNINGS:
            for name in names:
                if name:
                    self._add(self._row(name, inside))
                else:
                    self._add_line(inside)
            return
        language = current_language()
        for code, of_code in groupby(names, key=lambda name: name.split(".")[1]):
            label = QLabel(thresholds.group_title(code, language), inside)
            label.setFont(theme.font(strong=True))
            label.setContentsMargins(0, 2 * STEP, 0, 0)
            self.column.addWidget(label)
            for name in of_code:
                self._add(self._row(name, inside))

    def _add(self, row: SettingRow) -> None:
        self.rows[row.name] = row
        self.column.addWidget(row)

    def _add_line(self, inside: QWidget) -> None:
        line = QFrame(inside)
        line.setFixedHeight(1)
        line.setAutoFillBackground(True)
        line.setBackgroundRole(line.palette().ColorRole.Midlight)
        self.column.addSpacing(STEP)
        self.column.addWidget(line)
        self.column.addSpacing(STEP)

    def _row(self, name: str, inside: QWidget) -> SettingRow:
        language, election = current_language(), self._bridge.session.election
        if name in thresholds.THRESHOLDS:
            title = thresholds.threshold_title(name, language)
            unit = thresholds.threshold_unit(name, language)
            row: SettingRow = NumberRow(name, title, unit, settings.default(name), inside)
            row.setToolTip(settings.allowed(name))
            return row
        title, unit = choices.title(name, language), choices.unit(name, language)
        if name == settings.BAN_LIFTED:
            return MomentRow(name, title, election, inside)
        if name == AGENCY_ORDER:
            pairs = permutations((agency.code for agency in election.agencies), 2)
            return ListRow(name, title, [(", ".join(p), ", ".join(p)) for p in pairs], "", inside)
        if name == "contenders":
            listed = [(v, choices.word(name, v, language)) for v in STYLED[name]]
            return ListRow(name, title, listed, unit, inside)
        if name in settings.FREE:
            return TextRow(name, title, unit, settings.FREE[name], inside)
        if name in (settings.WIN_FROM, settings.HOURS_APART):
            return NumberRow(name, title, unit, settings.default(name), inside)
        told = [
            (v, choices.word(name, v, language), choices.example(name, v)) for v in _values(name)
        ]
        return ChoiceRow(name, title, told, inside)

    def _holds(self, name: str) -> str:
        """What holds of a setting, whoever has chosen it; of a choice of style the preset's."""
        session = self._bridge.session
        if name == AGENCY_ORDER:
            order = settings.agencies_of(session.settings.get(name, ""))
            return ", ".join(pair_of(session, order))
        if name in settings.FREE:
            return session.settings.get(name, "")
        value = settings.of(session.settings, name)
        return _of_preset(session.settings, name) if name in STYLED and value == "style" else value

    def _choose(self, name: str, value: str | None) -> None:
        """What holds anyway is nothing of the file's own."""
        session, usual = self._bridge.session, settings.default(name)
        if name in STYLED:
            usual = _of_preset(session.settings, name)
        elif name == AGENCY_ORDER:
            usual = ", ".join(pair_of(session))
        value = None if value == usual else value
        if session.settings.get(name) == value:
            return
        try:
            self._bridge.do(SetSetting(name, value), self)
        except Refusal as refusal:
            self.rows[name].say(sentences.refusal_text(refusal, current_language()), wrong=True)

    def _take_change(self, change: Change) -> None:
        if change.setting is not None or change.names:
            self.show_values()


def begin(column: QVBoxLayout, group: Group, inside: QWidget) -> None:
    """What every page begins with: its name, and in a sentence what it is about."""
    column.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 3 * STEP)
    column.setSpacing(STEP)
    head = QLabel(group_name(group), inside)
    head.setFont(theme.font(theme.LARGE, strong=True))
    about = QLabel(_about(group), inside)
    about.setWordWrap(True)
    about.setForegroundRole(about.palette().ColorRole.PlaceholderText)
    column.addWidget(head)
    column.addWidget(about)
    column.addSpacing(STEP)


def group_name(group: Group) -> str:
    """What a group is called."""
    return {
        Group.STYLE: QCoreApplication.translate("Settings", "How posts are written"),
        Group.NAMES: QCoreApplication.translate("Settings", "Names and suffixes"),
        Group.GATE: QCoreApplication.translate("Settings", "Gate and ban"),
        Group.WARNINGS: QCoreApplication.translate("Settings", "Warnings"),
        Group.AGENCIES: QCoreApplication.translate("Settings", "Agencies"),
        Group.LIVEBLOG: QCoreApplication.translate("Settings", "Liveblog"),
        Group.CANDIDATES: QCoreApplication.translate("Settings", "Candidates"),
        Group.ALARM: QCoreApplication.translate("Settings", "Alarm"),
        Group.LOOK: QCoreApplication.translate("Settings", "Appearance"),
        Group.FILE: QCoreApplication.translate("Settings", "File and backup"),
    }[group]


def _about(group: Group) -> str:
    return {
        Group.STYLE: QCoreApplication.translate(
            "Settings", "Figures do not change, only how they are written."
        ),
        Group.NAMES: QCoreApplication.translate(
            "Settings", "What parties and institutions are called in posts, and their suffixes."
        ),
        Group.GATE: QCoreApplication.translate(
            "Settings", "What a post is held up for before it goes out."
        ),
        Group.WARNINGS: QCoreApplication.translate(
            "Settings", "From when on the desk warns, and what that does to this night."
        ),
        Group.AGENCIES: QCoreApplication.translate(
            "Settings", "Who stands beside whom in a post, and who comes first."
        ),
        Group.LIVEBLOG: QCoreApplication.translate(
            "Settings", "As readers, search engines and feeds are told of the liveblog."
        ),
        Group.ALARM: QCoreApplication.translate(
            "Settings", "Of this desk: what it may be loud about. What waits is listed anyway."
        ),
        Group.LOOK: QCoreApplication.translate(
            "Settings", "Of this desk, not of the night: every file is shown so."
        ),
        Group.FILE: QCoreApplication.translate(
            "Settings", "Where the night is kept, and where its backups go."
        ),
        Group.CANDIDATES: QCoreApplication.translate(
            "Settings", "Who stands where: the tables and posts of the place name them."
        ),
    }[group]


def _values(name: str) -> Iterable[str]:
    if name == STYLE:
        return STYLES
    if name in STYLED:
        return STYLED[name]
    return settings.allowed(name).split(", ")


def _of_preset(kept: dict[str, str], name: str) -> str:
    """The value of a choice that the house style in force makes of its own."""
    style = style_of({STYLE: kept.get(STYLE, "")})
    made = style if name in SHAPE else style.spelling
    for value, fields in STYLED[name].items():
        if all(getattr(made, field) == wanted for field, wanted in fields.items()):
            return value
    return ""
