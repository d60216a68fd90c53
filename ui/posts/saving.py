"""A post saved to a file: asked where, the ending decides the form, and a picture's is its chart.

Whether it may leave the desk is asked before, by the composer's gate.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desk import systems
from desk.facts.post import Post
from desk.file.session import Session
from desk.posts import forms, picture
from desk.tables import write_whole
from ui.widgets.saving import write_with_text


def to_json_text(post: Post) -> str:
    """The post as scripts read it."""
    return json.dumps(forms.to_json(post), ensure_ascii=False, indent=2) + "\n"


FORMS: Mapping[str, Callable[[Post], str]] = {
    ".txt": forms.to_text,
    ".html": forms.to_html,
    ".md": forms.to_markdown,
    ".json": to_json_text,
}


PICTURES = (".png", ".svg", ".pdf")


def ask_path(parent: QWidget, folder: Path, post: Post) -> Path | None:
    """Where to save a post; None if the editor thought better of it."""
    path, _ = QFileDialog.getSaveFileName(
        parent,
        QCoreApplication.translate("PostSaving", "Save the post"),
        str(folder / systems.file_name(f"{post.id}.txt")),
        QCoreApplication.translate(
            "PostSaving",
            "Text (*.txt);;HTML (*.html);;Markdown (*.md);;JSON (*.json);;The post's chart (*.png)",
        ),
    )
    return Path(path) if path else None


def write(session: Session, path: Path, post: Post) -> None:
    """Write a post; an ending nobody knows gets plain text. Refuses like `write_whole`.

    A picture is the post's chart, with what it shows as a text beside it; refuses E165.
    """
    ending = path.suffix.lower()
    if ending in PICTURES:
        content, drawn = picture.of_post(session, post, ending.removeprefix("."))
        write_with_text(path, content, drawn.alt)
    else:
        write_whole(path, FORMS.get(ending, forms.to_text)(post))
