"""The pages for whoever works on the desk say what is so: names, paths, commands, the picture.

Names are looked up in the sources; nothing is imported, so that no Qt is needed.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping

import pytest

from tests.imports import ROOT, forget, modules, parsed
from tests.pictures import rooms

PAGES = ("docs/architecture.md", "docs/contributing.md")
EVERY = ("README.md", *(path.relative_to(ROOT).as_posix() for path in ROOT.glob("docs/**/*.md")))

FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")
TARGET = re.compile(r"\bmake ([a-z]+)")
PATH = re.compile(r"[\w.*-]+(?:/[\w.*-]*)+|[\w*-]+\.(?:py|md|toml|spec|lock)|Makefile")
MODULE = re.compile(r"python3? -m ([\w.]+)")
OURS = re.compile(r"python3? -m ((?:tests|desk|ui)[\w.]*)([^\n#`]*)")
THEIRS = {"pip", "pytest", "venv"}
NAME = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")
# Names that are others': keys, Qt's classes, commands.
OTHERS = re.compile(r"Enter|Tab|Space|Esc|Q[A-Z]\w*(?:\.\w+)?|git|make|pytest")


@pytest.fixture(scope="module", autouse=True)
def trees() -> Iterator[None]:
    """The trees of all sources are made once, and kept for these tests alone."""
    yield
    forget()


def _names(body: list[ast.stmt]) -> Iterator[tuple[str, list[ast.stmt]]]:
    """What a module or a class defines, each with what stands inside it."""
    for node in body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node.body if isinstance(node, ast.ClassDef) else []
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            for part in ast.walk(node):
                if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
                    yield part.id, []


def holds(source: str, name: str) -> bool:
    """Whether a module defines ``Class``, ``Class.method``, ``function`` or ``CONSTANT``."""
    body = parsed(source).body
    for part in name.split("."):
        found = dict(_names(body))
        if part not in found:
            return False
        body = found[part]
    return True


def everything_named(tree: Mapping[str, str]) -> set[str]:
    """Every name that is defined anywhere in some modules, at their top or in their classes."""
    found: set[str] = set()
    waiting = [parsed(source).body for source in tree.values()]
    while waiting:
        for name, inside in _names(waiting.pop()):
            found.add(name)
            waiting.append(inside)
    return found


def wrong_code(code: str, tree: Mapping[str, str], known: set[str]) -> str:
    """What is wrong with a piece of code in a page, or nothing.

    ``path``, ``path:name``, ``dotted.module`` and ``dotted.module:name`` must be there, and a
    name alone must be defined somewhere; in a command its paths must be there.
    """
    where, colon, name = code.partition(":")
    if " " not in code and colon and NAME.fullmatch(name):
        if NAME.fullmatch(where):
            source = tree.get(where)
        else:
            path = ROOT / where
            source = path.read_text(encoding="utf-8") if path.is_file() else None
        if source is None:
            return f"{code}: no such module"
        return "" if holds(source, name) else f"{code}: no such name"
    missing = [path for path in PATH.findall(code) if not list(ROOT.glob(path.rstrip("/")))]
    if missing:
        return f"{code}: no {', '.join(missing)}"
    if NAME.fullmatch(code) and not (PATH.fullmatch(code) or OTHERS.fullmatch(code)):
        is_there = code in tree or code.rpartition(".")[2] in known
        return "" if is_there else f"{code}: defined nowhere"
    return ""


def code_in(page: str) -> list[str]:
    """Every piece of code of a page: between backticks, and each line of a fenced block."""
    lines = [line for block in FENCE.findall(page) for line in block.splitlines()[1:-1]]
    spans: list[str] = CODE.findall(FENCE.sub("", page))
    return [*spans, *(f"$ {line}" for line in lines)]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_names_what_is_there(name: str) -> None:
    tree = modules("desk", "ui", "tests")
    known = everything_named(tree)
    page = (ROOT / name).read_text(encoding="utf-8")
    found = [wrong for code in code_in(page) if (wrong := wrong_code(code, tree, known))]
    assert found == []


@pytest.mark.parametrize("name", EVERY)
def test_a_page_names_commands_that_there_are(name: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    page = (ROOT / name).read_text(encoding="utf-8")
    told = {target for code in code_in(page) for target in TARGET.findall(code)}
    assert told - targets == set()
    run = {module for code in code_in(page) for module in MODULE.findall(code)}
    known = modules("desk", "ui", "tests")
    assert {one for one in run if not ({one, f"{one}.__main__"} & known.keys())} - THEIRS == set()


def wrong_words(module: str, words: str, tree: Mapping[str, str]) -> list[str]:
    """Options of a command that its module has not, and budgets that `tests.bench` has not."""
    source = tree.get(f"{module}.__main__", tree.get(module, ""))
    missing = [f"{module} {one}" for one in re.findall(r"--\w[\w-]*", words) if one not in source]
    if module == "tests.bench":
        missing += [f"{module} {one}" for one in words.split() if not holds(source, one)]
    return missing


def test_a_page_names_options_that_there_are() -> None:
    tree = modules("desk", "ui", "tests")
    told = {
        found
        for name in EVERY
        for code in code_in((ROOT / name).read_text(encoding="utf-8"))
        for found in OURS.findall(code)
    }
    # The program itself takes its commands apart with another library.
    told = {one for one in told if one[0] != "ui"}
    assert len(told) > 20
    assert [wrong for one in sorted(told) for wrong in wrong_words(*one, tree)] == []
    assert wrong_words("tests.bench", "keyng", tree) and wrong_words(
        "tests.audit", " --night 1", {}
    )


@pytest.mark.parametrize("name", EVERY)
def test_a_page_links_to_what_is_there(name: str) -> None:
    page = ROOT / name
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_picture_of_the_rooms_is_todays() -> None:
    drawn = (ROOT / "docs" / "architecture.svg").read_text(encoding="utf-8")
    assert drawn == rooms.draw(modules(*rooms.PACKAGES)), "make architecture"


def test_the_picture_follows_the_imports() -> None:
    tree = {
        "desk.a": '"""Upper."""',
        "desk.a.one": "def late():\n    from desk.b import two",
        "desk.b": '"""Middle."""',
        "desk.b.two": "from desk.c import three",
        "desk.c": '"""Lower."""',
        "desk.c.three": "",
        "ui.d": '"""Beside."""\nfrom desk.c import three',
    }
    ways = rooms.ways(tree)
    assert ways == {
        "desk.a": {"desk.b"},
        "desk.b": {"desk.c"},
        "desk.c": set(),
        "ui.d": {"desk.c"},
    }
    assert rooms.rows_of(ways) == {"desk.a": 2, "desk.b": 1, "desk.c": 0, "ui.d": 1}
    ways["desk.a"].add("desk.c")
    assert rooms.direct(ways, rooms.rows_of(ways))["desk.a"] == {"desk.b"}
    picture = rooms.draw(tree)
    assert picture == rooms.draw(dict(reversed(tree.items())))
    assert picture.count('class="way"') == 2
    with pytest.raises(ValueError, match="without a word"):
        rooms.draw({**tree, "desk.b": ""})


def test_the_pages_test_sees_what_is_wrong() -> None:
    tree = {"desk.posts.gate": "LIMIT = 1\nclass Gate:\n    top: int\n    def ask(self): ..."}
    known = everything_named(tree)
    for right in (
        "desk/posts/gate.py:obstacles",
        "tests/data/schema-*.secim",
        "desk/posts/",
        "desk.posts.gate:Gate.ask",
        "desk.posts.gate",
        "Gate.ask",
        "LIMIT",
        "pytest tests/desk/posts -q",
        "Ctrl+K",
    ):
        assert not wrong_code(right, tree, known), right
    for wrong in (
        "desk/posts/gate.py:no_such_name",
        "desk/posts/door.py",
        "desk/posts/door.py:open",
        "tests/data/scheme-*.secim",
        "desk.posts.gate:Gate.bottom",
        "Door",
        "pytest tests/desk/doors",
    ):
        assert wrong_code(wrong, tree, known), wrong
    assert code_in("a `one`\n```sh\nmake two\n```\n`three`") == ["one", "three", "$ make two"]
