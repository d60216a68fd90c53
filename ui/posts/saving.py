"""A post saved to a file: asked where, the ending decides the form, and a picture's is its chart.

Whether it may leave the desk is asked before, by the screen it stands on.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desk.facts.post import Post
from desk.file.session import Session
from desk.posts import forms as post_forms
from desk.posts import picture as post_picture
from desk.tables import write_whole


def to_json_text(post: Post) -> str:
    """The post as scripts read it."""
    return json.dumps(post_forms.to_json(post), ensure_ascii=False, indent=2) + "\n"


FORMS: Mapping[str, Callable[[Post], str]] = {
    ".txt": post_forms.to_text,
    ".html": post_forms.to_html,
    ".md": post_forms.to_markdown,
    ".json": to_json_text,
}


PICTURES = (".png", ".svg", ".pdf")


def ask_path(parent: QWidget, folder: Path, post: Post) -> Path | None:
    """Where to save a post; None if the editor thought better of it."""
    path, _ = QFileDialog.getSaveFileName(
        parent,
        QCoreApplication.translate("PostPanel", "Save the post"),
        str(folder / f"{post.id}.txt"),
        QCoreApplication.translate(
            "PostPanel",
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
        content, drawn = post_picture.of_post(session, post, ending.removeprefix("."))
        write_with_text(path, content, drawn.alt)
    else:
        write_whole(path, FORMS.get(ending, post_forms.to_text)(post))


def write_with_text(path: Path, content: bytes, alt: str) -> Path:
    """Write a picture and, beside it, what it shows; the path of that text. Like `write_whole`."""
    beside = path.with_name(f"{path.name}.txt")
    write_whole(path, content)
    write_whole(beside, f"{alt}\n")
    return beside
