"""The handbook's pictures: `python -m tests.pictures.handbook docs/el-kitabi/resimler`.

They are screens of the Turkish window in light colours, under the names the pages call them by.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from tests.pictures import screens

NAMES = {
    "filed": "giris",
    "typing": "yazarken",
    "new-night": "yeni-gece",
    "settings": "ayarlar",
    "paste": "yapistir",
    "comparison": "karsilastirma",
    "posts": "gonderi",
    "gate-stop": "engel",
    "map": "harita",
    "sheets": "foy",
    "ledger": "defter",
    "correction": "duzeltme",
}
"""What a screen is called there."""


def take(folder: Path) -> list[Path]:
    """Take the handbook's pictures into a folder; returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        taken = screens.take(Path(name), (("tr", "light"),))
        for path in taken:
            called = NAMES.get(path.stem.removeprefix("tr-light-"))
            if called is not None:
                shutil.move(path, folder / f"{called}.png")
    return sorted(folder.glob("*.png"))


if __name__ == "__main__":
    for picture in take(Path(sys.argv[1])):
        sys.stdout.write(f"{picture}\n")
