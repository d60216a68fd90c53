"""The laws of the tree that no single module can keep: each fails when it is broken."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.imports import ROOT, circles, defined, forget, graph, modules, parsed, unresolved

LAYOUT = {
    ".ci",
    ".editorconfig",
    ".gitattributes",
    ".github",
    ".gitignore",
    "CHANGELOG.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "build.spec",
    "desk",
    "docs",
    "pyproject.toml",
    "requirements.lock",
    "resources",
    "tests",
    "ui",
}
BINARY = {".png", ".qm", ".ico", ".icns", ".xlsx", ".secim", ".pdf"}
# What one can hold in mind; a module is as long as its idea, up to here.
MOST_LINES = 600
MOST_LINES_OF_A_FUNCTION = 60
MOST_MODULES_OF_A_ROOM = 25
# Tests whose examples are trees that are not there.
MADE_UP = {"tests.test_laws", "tests.test_docs"}
# Folders of tests that are about no one room: keys at random run through all of them.
OF_NO_ROOM = {"tests/ui/random", "tests/faults"}

# Whole modules through which bytes could leave the machine, by dotted name.
NETWORK = {
    "aiohttp",
    "ftplib",
    "http.client",
    "http.server",
    "httpx",
    "imaplib",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib.request",
    "urllib3",
    "xmlrpc",
    "PySide6.QtNetwork",
    "PySide6.QtWebSockets",
    "PySide6.QtWebEngineCore",
}

# Written in pieces, so that this file does not break the law it states.
ADDRESSES = re.compile(
    "|".join(
        (
            r"pypi" + r"\.org",
            r"files\.python" + r"hosted",
            r"/ro" + r"ot/",
            r"/ho" + r"me/",
            r"/wo" + r"rk/",
        )
    )
)


@pytest.fixture(scope="module", autouse=True)
def trees() -> Iterator[None]:
    """The trees of all sources are made once, and kept for these tests alone."""
    yield
    forget()


def tracked() -> list[Path]:
    """Every file that is, or would be, committed."""
    # The tree may belong to another user (a mounted clone); reading its list is harmless.
    git = ["git", "-c", "safe.directory=*", "ls-files", "-z", "-co", "--exclude-standard"]
    try:
        names = subprocess.run(git, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git tree: these laws are the repository's")
    files = [ROOT / name for name in names.split("\0") if name]
    return [file for file in files if file.exists()]


def sources(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(source: str) -> Iterator[str]:
    """Dotted names that a module imports; `from a import b` gives both `a` and `a.b`."""
    for node in ast.walk(parsed(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def calls(source: str) -> Iterator[str]:
    """Dotted names that a module calls, as they are written."""
    for node in ast.walk(parsed(source)):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


def network(source: str) -> set[str]:
    found = set(imports(source))
    return {name for name in found for barred in NETWORK if f"{name}.".startswith(f"{barred}.")}


def floats(source: str) -> list[str]:
    return [name for name in calls(source) if name in {"float", "builtins.float"}]


def sleeps(source: str) -> set[str]:
    """Waiting for a time instead of for what should happen."""
    waits = re.compile(r"(^|\.)(sleep|qWait|qSleep|msleep|usleep)$|(^|\.)qtbot\.wait$|^bot\.wait$")
    found = {name for name in calls(source) if waits.search(name)}
    return found | {name for name in imports(source) if name == "time.sleep"}


def long_functions(source: str) -> list[str]:
    """Functions that are longer than one can hold in mind, their decorators not counted."""
    return [
        f"{node.name}: {length} lines"
        for node in ast.walk(parsed(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno
        if (length := node.end_lineno - node.lineno + 1) > MOST_LINES_OF_A_FUNCTION
    ]


def crowded(files: Iterable[str]) -> list[str]:
    """Folders with more modules than one can look through."""
    folders = Counter(file.rpartition("/")[0] for file in files if not file.endswith("__init__.py"))
    return [folder for folder, count in folders.items() if count > MOST_MODULES_OF_A_ROOM]


def repeating(files: Iterable[str]) -> list[str]:
    """Modules whose name begins with their folder's (``posts/post_gate.py``): it says it twice."""
    paths = [(file, Path(file)) for file in files]
    return [
        file
        for file, path in paths
        if path.stem.startswith((path.parent.name, f"{path.parent.name.removesuffix('s')}_"))
    ]


def public_classes(source: str) -> Iterator[str]:
    for node in ast.walk(parsed(source)):
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node.name


def ambiguous(tree: Mapping[str, str]) -> dict[str, list[str]]:
    """Public class names that stand for more than one thing, with the modules they stand in."""
    homes: dict[str, list[str]] = {}
    for module, source in tree.items():
        for name in public_classes(source):
            homes.setdefault(name, []).append(module)
    return {name: places for name, places in homes.items() if len(places) > 1}


def homeless(tests: Iterable[str], rooms: Set[str], lone: Set[str]) -> list[str]:
    """Files of tests whose folder is no room, and tests that lie in no folder though they should.

    ``rooms`` are folders of the program, ``lone`` its modules that lie in none of them
    (``desk/tables.py``); the tests of both lie at the same path below ``tests/``. What several
    rooms' tests share (``tests/ui/hands.py``) lies beside their folders.
    """

    def has_a_home(test: str) -> bool:
        folder, _, name = test.removeprefix("tests/").rpartition("/")
        if "/" in folder:
            return folder in rooms or f"tests/{folder}" in OF_NO_ROOM
        return not name.startswith("test_") or f"{folder}/{name.removeprefix('test_')}" in lone

    return [test for test in tests if not has_a_home(test)]


def astray(source: str, tree: Mapping[str, str]) -> list[str]:
    """Names of the tree that comments and docstrings give, and that are no longer there."""
    told = re.findall(r"`(?:python -m )?((?:desk|ui|tests)(?:\.\w+)+)", source)

    def is_there(name: str) -> bool:
        module, _, inside = name.rpartition(".")
        folders = {one.rpartition(".")[0] for one in tree}
        return name in tree or name in folders or inside in defined(tree.get(module, ""))

    return [name for name in told if not is_there(name)]


def in_strings(source: str, tree: Mapping[str, str]) -> list[str]:
    """Imports and dotted names in a module's strings that lead nowhere.

    Programs that tests run and names that they replace are strings; no type checker reads them.
    """
    wrong = []
    for node in ast.walk(parsed(source)):
        if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            continue
        for statement in re.findall(r"(?:from [\w.]+ )?import [\w., ]+", node.value):
            try:
                wrong += unresolved(statement.strip(), tree)
            except SyntaxError:
                continue
        if re.fullmatch(r"(?:desk|ui)(?:\.\w+){2,}", node.value):
            parts = node.value.split(".")
            module = max(
                (".".join(parts[:end]) for end in range(1, len(parts) + 1)),
                key=lambda name: (name in tree, len(name)),
            )
            inside = node.value[len(module) :].split(".")[1:]
            if module not in tree or (inside and inside[0] not in defined(tree[module])):
                wrong.append(node.value)
    return wrong


def test_the_desk_brings_in_no_qt() -> None:
    script = """
import importlib, pkgutil, sys
import desk
names = [module.name for module in pkgutil.walk_packages(desk.__path__, "desk.")]
for name in names:
    importlib.import_module(name)
assert "desk.facts.election" in names, names
barred = {"PySide6", "shiboken6", "matplotlib"}
print(*sorted(name for name in sys.modules if name.partition(".")[0] in barred))
"""
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip() == ""


def test_the_desk_is_tested_without_qt() -> None:
    script = """
import sys
sys.modules["PySide6"] = None
import pytest
sys.exit(pytest.main(["tests/desk", "--collect-only", "-q", "-p", "no:cacheprovider"]))
"""
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("path", sources("desk"), ids=named)
def test_no_float_touches_a_figure(path: Path) -> None:
    assert floats(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", sources("desk", "ui"), ids=named)
def test_nothing_leaves_the_machine(path: Path) -> None:
    assert network(path.read_text(encoding="utf-8")) == set()


@pytest.mark.parametrize("path", sources("desk", "ui"), ids=named)
def test_a_module_is_one_idea(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


def test_a_function_is_seen_whole() -> None:
    found = {name: long_functions(source) for name, source in modules("desk", "ui").items()}
    assert {name: long for name, long in found.items() if long} == {}


def test_a_room_can_be_looked_through() -> None:
    assert crowded(map(named, sources("desk", "ui"))) == []


def test_no_module_repeats_the_name_of_its_room() -> None:
    assert repeating(map(named, sources("desk", "ui"))) == []


def test_a_public_class_name_has_one_meaning() -> None:
    assert ambiguous(modules("desk", "ui")) == {}


def test_no_module_imports_itself_by_way_of_others() -> None:
    assert circles(graph(modules("desk", "ui"))) == []


def test_the_tests_mirror_the_rooms() -> None:
    program = [path.relative_to(ROOT) for path in sources("desk", "ui")]
    rooms = {path.parent.as_posix() for path in program if len(path.parts) > 2}
    lone = {path.as_posix() for path in program if len(path.parts) == 2}
    tests = [named(path) for path in sources("tests/desk", "tests/ui")]
    assert homeless(tests, rooms, lone) == []
    untested = {room for room in rooms if not list((ROOT / "tests" / room).glob("test_*.py"))}
    assert untested == set()


def test_what_the_tests_import_is_there() -> None:
    tree = modules("desk", "ui", "tests")
    tests = {name: source for name, source in modules("tests").items() if name not in MADE_UP}
    found = {name: unresolved(source, tree) for name, source in tests.items()}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_what_strings_of_tests_name_is_there() -> None:
    tree = modules("desk", "ui", "tests")
    tests = {name: source for name, source in modules("tests").items() if name not in MADE_UP}
    found = {name: in_strings(source, tree) for name, source in tests.items()}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_what_comments_name_is_there() -> None:
    tree = modules("desk", "ui", "tests")
    found = {name: astray(source, tree) for name, source in tree.items() if name not in MADE_UP}
    assert {name: lost for name, lost in found.items() if lost} == {}


@pytest.mark.parametrize("path", sources("tests"), ids=named)
def test_tests_never_sleep(path: Path) -> None:
    assert sleeps(path.read_text(encoding="utf-8")) == set()


def test_the_top_level_is_fixed() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in tracked()} == LAYOUT


def test_no_address_and_no_path_of_a_machine() -> None:
    found = [
        f"{named(path)}:{number}: {line.strip()[:100]}"
        for path in tracked()
        if path.suffix not in BINARY
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if ADDRESSES.search(line)
    ]
    assert found == []


def test_the_lock_pins_what_the_project_needs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    needed = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *project["dependency-groups"]["dev"],
    ]
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pinned = dict(re.findall(r"^([a-z0-9.-]+)==([^ ]+)", lock, flags=re.MULTILINE))
    for requirement in map(Requirement, needed):
        version = pinned.get(canonicalize_name(requirement.name))
        assert version is not None, f"{requirement.name} is not in the lock: make lock"
        assert requirement.specifier.contains(version), f"{requirement}: make lock"


def test_the_laws_see_what_breaks_them() -> None:
    assert floats("share = float(text)")
    assert not floats("share: float = 1")
    for breach in (
        "import socket",
        "import urllib.request as web",
        "from urllib import request",
        "from http.client import HTTPSConnection",
        "from PySide6.QtNetwork import QLocalServer",
        "from PySide6 import QtNetwork",
    ):
        assert network(breach), breach
    assert not network("from urllib.parse import quote\nimport http\nimport sockets_of_ours")
    for breach in (
        "time.sleep(1)",
        "from time import sleep",
        "QTest.qWait(50)",
        "qtbot.wait(50)",
        "QThread.msleep(5)",
    ):
        assert sleeps(breach), breach
    assert not sleeps("process.wait()\nqtbot.waitSignal(signal)\nqtbot.waitUntil(done)")
    assert ADDRESSES.search("kept in /ho" + "me/editor/night.secim")


def test_the_laws_of_the_rooms_see_what_breaks_them() -> None:
    lines = "    pass\n" * MOST_LINES_OF_A_FUNCTION
    assert long_functions(f"class Page:\n  async def draw():\n{lines}")
    assert long_functions(f"def draw():\n{lines}") == ["draw: 61 lines"]
    assert not long_functions(f"@cached\ndef draw():\n{lines[9:]}")

    many = [f"desk/rules/r{number}.py" for number in range(MOST_MODULES_OF_A_ROOM)]
    assert crowded([*many, "desk/rules/one_more.py"]) == ["desk/rules"]
    assert not crowded([*many, "desk/rules/__init__.py", "desk/posts/gate.py"])

    twice = ["desk/posts/post_gate.py", "ui/charts/charts.py", "desk/file/file_rows.py"]
    assert repeating([*twice, "ui/window/file_settings.py", "desk/posts/postcards.py"]) == twice

    two = {"desk.a": "class Kind: ...", "ui.b": "class Box:\n    class Kind: ..."}
    assert ambiguous(two) == {"Kind": ["desk.a", "ui.b"]}
    assert not ambiguous({"desk.a": "class _Kind: ...", "ui.b": "class _Kind: ..."})

    rooms, lone = {"desk/posts"}, {"desk/tables.py"}
    astray = ["tests/desk/test_gate.py", "tests/desk/gates/test_gate.py"]
    at_home = ["tests/desk/posts/test_gate.py", "tests/desk/test_tables.py", "tests/ui/hands.py"]
    assert homeless([*astray, *at_home, "tests/ui/random/keys.py"], rooms, lone) == astray


def test_the_circles_see_what_closes_them() -> None:
    tree = {
        "desk.posts": "",
        "desk.posts.gate": "def ask():\n    from desk.posts import ledger",
        "desk.posts.ledger": "import desk.posts.draft",
        "desk.posts.draft": "if TYPE_CHECKING:\n    from desk.posts.gate import Gate",
        "desk.posts.forms": "from desk.posts.gate import ask\nfrom desk.posts import forms, ledger",
    }
    assert circles(graph(tree)) == [["desk.posts.draft", "desk.posts.gate", "desk.posts.ledger"]]
    assert not circles(graph({**tree, "desk.posts.draft": "import json"}))


def test_an_import_that_leads_nowhere_is_seen() -> None:
    tree = {"desk.posts.gate": "try:\n    A = 1\nfinally:\n    B, C = 2, 3", "tests.ui.hands": ""}
    for breach in (
        "import desk.posts.door",
        "from desk.posts import door",
        "def late():\n    from desk.posts.gate import D",
        "from tests.ui.hands import Hands",
    ):
        assert len(unresolved(breach, tree)) == 1, breach
    assert not unresolved("from desk.posts import gate\nfrom desk.posts.gate import A, C", tree)
    assert not unresolved("import json, desk.posts\nfrom tests import ui", tree)


def test_a_name_that_leads_nowhere_is_seen() -> None:
    tree = {"desk.posts.gate": "A = 1"}
    for breach in (
        "'desk.posts.door.open'",
        "'desk.posts.gate.B.text'",
        "'import os, desk.door; os.abort()'",
        '"""if yes:\n    from desk.posts.gate import B"""',
    ):
        assert len(in_strings(f"call({breach})", tree)) == 1, breach
    assert not in_strings("'desk.posts.gate.A.x', 'import desk.posts.gate', 'an import of'", tree)
    right = "`desk.posts.gate` `desk.posts.gate.A` `desk.posts`'s, `python -m desk.posts.gate FILE`"
    assert not astray(right, tree)
    assert astray("see `desk.gate`, `python -m desk.posts.door`, `desk.posts.gate.B`", tree) == [
        "desk.gate",
        "desk.posts.door",
        "desk.posts.gate.B",
    ]
