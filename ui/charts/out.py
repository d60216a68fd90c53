"""A chart on its way out of the window: onto the clipboard, or into a file with its text beside it.

The picture is the one that `secim-masasi chart` makes.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from desk import charts, systems
from desk.facts.codes import Refusal
from ui.night.bridge import Bridge
from ui.night.messages import Lasts, Messages
from ui.widgets.saving import write_with_text


def copy(bridge: Bridge, asked: charts.ChartAsked, message: Messages) -> None:
    """Put the picture on the clipboard, and with it what it shows in words."""
    if bridge.may_go_out():
        put(*charts.picture(bridge.session, asked, "png"), message)


def put(content: bytes, drawn: charts.Drawn, message: Messages) -> None:
    """Put a PNG and what it shows onto the clipboard, and say so."""
    data = QMimeData()
    data.setImageData(QImage.fromData(content))
    data.setText(drawn.alt)
    QGuiApplication.clipboard().setMimeData(data)
    said = QCoreApplication.translate(
        "ChartOut", "Copied as a picture, with its description as text: {title}"
    )
    message.say(said.format(title=drawn.alt.split(". ")[0]))


def save(parent: QWidget, bridge: Bridge, asked: charts.ChartAsked, message: Messages) -> None:
    """Ask where to, and save the picture with its text."""
    if not bridge.may_go_out():
        return
    kinds = {
        QCoreApplication.translate("ChartOut", "PNG, 1200 × 675 (*.png)"): (".png", "wide"),
        QCoreApplication.translate("ChartOut", "PNG, 1080 × 1080 (*.png)"): (".png", "square"),
        "SVG (*.svg)": (".svg", "wide"),
        "PDF (*.pdf)": (".pdf", "wide"),
    }
    name = "-".join(filter(None, (asked.kind, asked.place, asked.contest)))
    path, kind = QFileDialog.getSaveFileName(
        parent,
        QCoreApplication.translate("ChartOut", "Save the chart"),
        str(bridge.session.path.with_name(systems.file_name(f"{name}.png"))),
        ";;".join(kinds),
    )
    if path:
        suffix, size = kinds.get(kind, (".png", "wide"))
        save_to(Path(path), bridge, asked, message, suffix=suffix, size=size)


def save_to(
    path: Path,
    bridge: Bridge,
    asked: charts.ChartAsked,
    message: Messages,
    *,
    suffix: str = ".png",
    size: str = "wide",
) -> None:
    """Save the picture in the form its ending names, else in ``suffix``; its text beside it."""
    form = path.suffix.lower().removeprefix(".")
    if form not in charts.FORMATS:
        path, form = path.with_name(path.name + suffix), suffix.removeprefix(".")
    content, drawn = charts.picture(bridge.session, asked, form, size)
    try:
        beside = write_with_text(path, content, drawn.alt)
    except Refusal as refusal:
        bridge.refused.emit(refusal)
        return
    message.say(
        QCoreApplication.translate("ChartOut", "Saved: {file}, and its description: {text}").format(
            file=path.name, text=beside.name
        ),
        Lasts.FILE,
    )
