"""Where the editor's own things lie that belong to no night: templates, automatic backups.

Beside what the window remembers of her; no Qt enters, so that the command line finds the same.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def folder() -> Path:
    """The folder of it all; it need not exist."""
    name = "APPDATA" if sys.platform == "win32" else "XDG_CONFIG_HOME"
    settings = os.environ.get(name, "")
    home = Path(settings) if settings else Path.home() / ".config"
    return home / "secim-masasi"
