"""The posts that are pasted into editors, each with its figures as a list and as a table.

`python -m tests.forms.posts FOLDER` writes them for `paste.js`, with what it is to count as X does.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from desk.facts.edits import SetSetting
from desk.facts.post import Ask, Post, PostKind
from desk.posts import forms
from desk.posts.compose import compose
from desk.rehearsal import demo

CONTEST = "ibb"

ASKED = {
    "comparison": (PostKind.COMPARISON, Ask(CONTEST, ("Beyoğlu", "Üsküdar"))),
    "standing": (PostKind.STANDING, Ask(CONTEST)),
    "lead": (PostKind.LEAD, Ask(CONTEST)),
    "statement": (
        PostKind.STATEMENT,
        Ask(
            CONTEST,
            text="Yüzde 40'a doğru giden bir veriye sahibiz.\nAyrıntısı: https://haber.example/a_b",
            who="Ekrem İmamoğlu",
            where="CHP İl Başkanlığı",
        ),
    ),
}
"""A post of several places, one of many, one without a table, and one with an address."""


COUNTED = (
    "CHP yüzde 55,05 aldı – “x” ’",
    "19.25: 13.729 oy, 5.505 sandık; AA.Beyoğlu bitti.Sonra",
    "İmamoğlu’nun ÇĞİÖŞÜ çğıöşü âîû…",
    "😀👩🏽\u200d💻🇹🇷1\ufe0f\u20e3❤\ufe0f©",
    "日本 €₺",
    *("ysk.gov.tr", "Bakınız: ysk.gov.tr.", "haber.istanbul", "ornek.xyz bak", "no.lu sandık"),
    *(
        "seçim.com.tr",
        "haber.com’da, haber.comda",
        "haber.com.beyoğlu",
        "bilgi@ysk.gov.tr",
        "#a.com",
    ),
    *("https://haber.example/secim", "http://çiçek.com/ğ?x=1", "(www.trt.net.tr/x_(y))"),
    *(
        "https://x.com/a_b?c=d&e=f#g.",
        "bit.ly/3xYz?",
        "“haber.com”",
        "haber.com:8080/a?b=ç",
        "1.com",
    ),
)
"""Texts whose length is asked of X's own rules."""


def posts() -> Mapping[str, Post]:
    """The posts by their names: *comparison-list*, *comparison-table* and so on."""
    made: dict[str, Post] = {}
    with TemporaryDirectory() as folder, demo.make(Path(folder) / "gece.secim") as session:
        for figures in ("list", "table"):
            session.record(SetSetting("figures", figures))
            for name, (kind, ask) in ASKED.items():
                post = compose(session, kind, ask)
                if figures == "list" or post.tables:
                    made[f"{name}-{figures}"] = post
    return made


def main(folder: Path) -> None:
    """Write every post as HTML and as text."""
    given = {
        name: {"html": forms.to_html(post), "text": forms.to_text(post)}
        for name, post in posts().items()
    }
    both = {"posts": given, "counted": COUNTED}
    text = json.dumps(both, ensure_ascii=False, indent=1) + "\n"
    (folder / "posts.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
