"""Where the editor's own templates of posts lie: beside what the window remembers of her.

Which templates there are, and what they may say, is `desk.posts.templates`'; no Qt enters, so that
the command line finds the same folder without loading it.
"""

from __future__ import annotations

from pathlib import Path

from desk.facts import catalog


def folder() -> Path:
    """The folder of her own templates, beside her preferences; it need not exist."""
    return catalog.own("templates")
