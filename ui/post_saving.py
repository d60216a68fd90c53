"""A post saved to a file: asked where, the ending decides the form.

Whether it may leave the desk is asked before, by the screen it stands on.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desk import post_forms
from desk.files import write_whole
from desk.post_model import Post


def to_json_text(post: Post) -> str:
    """The post as scripts read it."""
    return json.dumps(post_forms.to_json(post), ensure_ascii=False, indent=2) + "\n"


FORMS: Mapping[str, Callable[[Post], str]] = {
    ".txt": post_forms.to_text,
    ".html": post_forms.to_html,
    ".md": post_forms.to_markdown,
    ".json": to_json_text,
}


def ask_path(parent: QWidget, folder: Path, post: Post) -> Path | None:
    """Where to save a post; None if the editor thought better of it."""
    path, _ = QFileDialog.getSaveFileName(
        parent,
        QCoreApplication.translate("PostPanel", "Save the post"),
        str(folder / f"{post.id}.txt"),
        QCoreApplication.translate(
            "PostPanel", "Text (*.txt);;HTML (*.html);;Markdown (*.md);;JSON (*.json)"
        ),
    )
    return Path(path) if path else None


def write(path: Path, post: Post) -> None:
    """Write a post; an ending nobody knows gets plain text. Refuses like `write_whole`."""
    write_whole(path, FORMS.get(path.suffix.lower(), post_forms.to_text)(post))
