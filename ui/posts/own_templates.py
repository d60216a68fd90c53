"""Where the editor's own templates of posts lie: beside what the window remembers of her.

Which templates there are, and what they may say, is `desk.posts.templates`'; no Qt enters, so that
the command line finds the same folder without loading it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def folder() -> Path:
    """The folder of her own templates, beside her preferences; it need not exist."""
    name = "APPDATA" if sys.platform == "win32" else "XDG_CONFIG_HOME"
    settings = os.environ.get(name, "")
    home = Path(settings) if settings else Path.home() / ".config"
    return home / "secim-masasi" / "templates"
