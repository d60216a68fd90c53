"""What the program says, written down: `python -m tests.transcript FOLDER [NIGHT]...`.

For a change that must change nothing: run it before and after, then `diff -r` the two folders.
It goes through the commands alone, as the program is installed, so that it knows no module and
outlives every layout. The nights are the seed's evening and three rehearsals; of each it keeps
comparison, findings, every kind of post in every form, the liveblog, charts and map as bytes, and
the sheets as text, and, once, what the reader makes of every example text.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import entry_points
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "tests" / "data"

CONTEST = "ibb"
REHEARSED = {
    "early": ("--seed", "1", "--slips", "5", "--until", "19.40"),
    "middle": ("--seed", "2", "--slips", "8", "--until", "21.30"),
    "end": ("--seed", "3"),
}
NIGHTS = ("seed", *REHEARSED)

KINDS = {
    "comparison": ("--places", "Beyoğlu,Üsküdar,Küçükçekmece"),
    "first": ("--agencies", "ANKA"),
    "lead": ("--places", "İstanbul"),
    "standing": (),
    "changes": (),
    "differences": (),
    "leaders": (),
    "statement": ("--who", "Ekrem İmamoğlu", "--where", "CHP İl Başkanlığı", "--at", "19.50"),
    "note": ("--title", "Sayım sürüyor"),
    "summary": ("--title", "Gecenin özeti"),
    "correction": (),
    "closing": ("--title", "Yayın sona erdi"),
}
OWN_WORDS = {"statement", "note", "summary", "closing"}
FORMS = ("text", "short", "html", "markdown", "json")
CHARTS = ("comparison", "gap", "lead", "opened", "shares", "stage", "baseline")
MODES = ("leaders", "first", "second", "gap", "opened", "age")
PICTURES = ("svg", "png")
PUBLISHED = ("first", "lead", "standing", "summary", "statement")
"""What goes into the ledger before the liveblog is written; the gate may stop some of it."""


def command(*args: str) -> str:
    """What a command prints, on both streams, and how it ends."""
    (program,) = entry_points(group="console_scripts", name="secim-masasi")
    said, told = io.StringIO(), io.StringIO()
    status: object = 0
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(told):
        try:
            program.load()(list(args), prog_name="secim-masasi")
        except SystemExit as end:
            status = end.code
    return f"{said.getvalue()}--- stderr\n{told.getvalue()}--- exit {status}\n"


def night(name: str, path: Path) -> None:
    """Make one of the nights."""
    if name in REHEARSED:
        command("rehearse", str(path), *REHEARSED[name])
    else:
        command("new", str(path), "--election", "istanbul-2024")
        command("record", str(path), str(ROOT / "resources" / "demo" / "istanbul-2024.csv"))


def spoken(path: Path, folder: Path) -> Iterator[tuple[str, str | bytes]]:
    """All that is said of a night, each under a name of its own."""
    file = str(path)
    for form in ("table", "csv", "json"):
        yield f"compare.{form}", command("compare", file, "--format", form)
    for form, language in product(("table", "json"), ("en_US", "tr_TR")):
        os.environ["LC_ALL"] = os.environ["LANG"] = f"{language}.UTF-8"
        yield f"check.{language}.{form}", command("check", file, "--format", form)
    os.environ["LC_ALL"] = os.environ["LANG"] = "C.UTF-8"
    own = folder / "own.txt"
    own.write_text("Sandıkların %12,5'i açıldı. Sayım sürüyor.", encoding="utf-8")
    for style in ("house", "seed"):
        command("set", file, "style", style)
        for (kind, options), form in product(KINDS.items(), FORMS):
            text = ("--text", str(own)) if kind in OWN_WORDS else ()
            made = command("post", file, kind, *options, *text, "--format", form)
            yield f"post.{style}.{kind}.{form}", made
    command("set", file, "ban-lifted", "2024-03-31T19:00")
    for kind in PUBLISHED:
        text = ("--text", str(own)) if kind in OWN_WORDS else ()
        yield f"published.{kind}", command("post", file, kind, *KINDS[kind], *text, "--publish")
    page = folder / "page"
    yield "liveblog", command("liveblog", file, "-o", str(page)).replace(str(folder), "")
    yield from _files("liveblog", page)
    pictures = folder / "pictures"
    pictures.mkdir()
    for (kind, place), form in product(
        [*((kind, None) for kind in CHARTS), *((kind, "Kadıköy") for kind in CHARTS)], PICTURES
    ):
        where = ("--place", place) if place else ()
        target = pictures / f"{kind}{'.place' if place else ''}.{form}"
        said = command("chart", file, kind, *where, "-o", str(target))
        yield f"chart.{target.name}.txt", said.replace(str(folder), "")
    for mode in MODES:
        command("chart", file, "map", "--mode", mode, "-o", str(pictures / f"map.{mode}.svg"))
    yield from _files("chart", pictures)
    for name, options in {
        "districts": ("--all",),
        "blank": ("--place", "Kadıköy", "--blank"),
        "board": ("--board",),
    }.items():
        pdf = folder / f"{name}.pdf"
        command("sheet", file, *options, "-o", str(pdf))
        read = subprocess.run(
            ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True
        )
        # A sheet names the moment it was printed.
        yield f"sheet.{name}.txt", re.sub(rb"\d\d\.\d\d\.\d{4} \d\d\.\d\d", b"now", read.stdout)


def read_texts() -> Iterator[str]:
    """What the reader makes of every example text."""
    for name in ("bulletins_examples.jsonl", "bulletins_more.jsonl"):
        for line in (DATA / name).read_text(encoding="utf-8").splitlines():
            example = json.loads(line)
            yield f"=== {example['id']}\n{command('read', '--json', example['text'])}"
    for text in sorted(DATA.glob("seed_*.txt")):
        yield f"=== {text.name}\n{command('read', '--json', text.read_text(encoding='utf-8'))}"


def _files(name: str, folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            part = path.relative_to(folder).as_posix().replace("/", "_")
            yield f"{name}.{part}", path.read_bytes()


def write(folder: Path, names: list[str]) -> None:
    """Write all of it, a folder a night."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["LC_ALL"] = os.environ["LANG"] = "C.UTF-8"
    for name in names:
        home = folder / name
        home.mkdir(parents=True, exist_ok=True)
        if name == "reader":
            (home / "read.txt").write_text("".join(read_texts()), encoding="utf-8")
            continue
        with tempfile.TemporaryDirectory(prefix="secim-masasi-transcript-") as made:
            work = Path(made)
            path = work / f"{name}.secim"
            night(name, path)
            for part, said in spoken(path, work):
                content = said if isinstance(said, bytes) else said.replace(made, "").encode()
                (home / part).write_bytes(content)


if __name__ == "__main__":
    write(Path(sys.argv[1]), sys.argv[2:] or ["reader", *NIGHTS])
