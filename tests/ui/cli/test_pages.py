"""Every command that a page of the docs or the handbook shows is run, page by page, in order."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from desk.facts import catalog
from desk.facts.post import Ask, PostKind
from desk.posts.compose import compose
from desk.posts.ledger import publish
from desk.rehearsal import demo
from ui.cli.main import main

ROOT = Path(__file__).resolve().parents[3]
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^(?:\$ )?secim-masasi (.+)$", re.MULTILINE)
INLINE = re.compile(r"`secim-masasi ([^`\n]+ [^`\n]+)`")
SHAPE = re.compile(r"\bFILE\b|\b[A-Z]\.(?:png|pdf|json)")
"""What a command names that only shows its shape."""
HEAD = "as_of,agency,contest,place,item,contender,value\n"
MAY_FIND = ("check", "post")
"""Commands whose exit status may say that something was found."""

LISTS = {
    "corrected.csv": f"{HEAD}2024-03-31T19:25,AA,ibb,Beyoğlu,share,CHP,55.50\n",
    "duzeltme.csv": f"{HEAD}2024-03-31T19:25,AA,ibb,Beyoğlu,share,CHP,55.50\n",
    "adaylar.csv": "contest,place,party,candidate\nilce-baskanligi,Üsküdar,CHP,Sinem Dedetaş\n",
}


def commands(page: Path) -> list[str]:
    """What a page shows to be typed, without what is told beside it; no line that names a shape.

    First what stands in blocks, in order, then what its sentences name.
    """
    text = page.read_text(encoding="utf-8")
    blocks = "\n".join(FENCE.findall(text))
    lines = [re.split(r" {2,}| #| > ", line)[0] for line in COMMAND.findall(blocks)]
    inline = [line for line in INLINE.findall(FENCE.sub("", text)) if "gece.secim" in line]
    return [line for line in (*lines, *inline) if not SHAPE.search(line)]


def shapes(page: Path) -> list[str]:
    """What a page's sentences name of commands for any file: `secim-masasi chart FILE.secim …`."""
    told = INLINE.findall(FENCE.sub("", page.read_text(encoding="utf-8")))
    return [*dict.fromkeys(line for line in told if SHAPE.search(line))]


EVERY = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
PAGES = [page for page in EVERY if commands(page)]


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration with its comparison of Beyoğlu published, and a copy beside it."""
    folder = tmp_path_factory.mktemp("evening")
    with demo.make(folder / "gece.secim") as night:
        publish(night, compose(night, PostKind.COMPARISON, Ask("ibb", ("Beyoğlu",))))
        night.save_elsewhere(folder / "gece-yedek.secim")
    return folder


def prepared(folder: Path, evening: Path, told: list[str]) -> None:
    """What a page takes for granted: the night and the lists it names, unless it makes them."""
    makes_it = any(line.startswith("new gece.secim") for line in told)
    for path in evening.iterdir():
        if not (makes_it and path.name == "gece.secim"):
            shutil.copy(path, folder)
    shutil.copy(catalog.resource("demo", "istanbul-2024.csv"), folder / "figures.csv")
    (folder / "yedekler").mkdir()
    for name, text in LISTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    for name in ("e.json", "bilecik-2029.json"):
        shutil.copy(ROOT / "tests" / "data" / "nights" / "yerel.json", folder / name)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_a_page_shows_runs(
    qapp: object, page: Path, evening: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = commands(page)
    prepared(tmp_path, evening, told)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")
    for line in told:
        run = CliRunner().invoke(main, shlex.split(line))
        expected = (0, 1) if line.split()[0] in MAY_FIND else (0,)
        assert run.exit_code in expected, f"{line}\n{run.output}\n{run.stderr}"


def test_a_command_for_any_file_is_one_the_program_takes() -> None:
    """Parsed, not run: the pictures of the gallery are made by a command of their own."""
    told = {line for page in EVERY for line in shapes(page)}
    assert len(told) > 20
    for line in told:
        command: click.Command = main
        words = shlex.split(line)
        context = main.make_context("secim-masasi", [*words])
        while isinstance(command, click.Group):
            name, found, words = command.resolve_command(context, words)
            assert found is not None, line
            command, context = found, found.make_context(name, [*words], parent=context)


def test_a_command_is_found_wherever_it_stands(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "```\n$ secim-masasi check a   # why\nsecim-masasi chart FILE.secim KIND\n```\n"
        "`secim-masasi no`\n```sh\nsecim-masasi compare a > b.csv\nsecim-masasi set a b   c\n```\n"
    )
    assert commands(page) == ["check a", "compare a", "set a b"]
