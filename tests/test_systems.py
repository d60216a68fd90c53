"""Nothing in the program works on one system alone: paths, encodings, line ends, locks, fonts."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.imports import ROOT

SOURCES = sorted(path for room in ("desk", "ui") for path in (ROOT / room).rglob("*.py"))

ONE_SYSTEMS = {"fcntl", "grp", "msvcrt", "posix", "posixpath", "pty", "pwd", "resource", "winreg"}
"""Modules that one system alone has; locks are filelock's."""
ONE_SYSTEMS_CALLS = {
    *("chown", "fork", "getuid", "geteuid", "kill", "mkfifo", "statvfs", "windll", "system"),
    *("killpg", "setsid", "startfile", "sync", "uname", "O_DIRECTORY", "O_NOFOLLOW", "O_CLOEXEC"),
    *("SIGALRM", "SIGHUP", "SIGKILL", "SIGPIPE", "SIGUSR1", "SIGUSR2"),
}
"""What of `os`, `ctypes` and `signal` one system alone has, or has with another meaning."""
NAMED = "desk/systems.py"
"""Where a file gets its name: elsewhere, Windows would fail where a scanner looks at it."""
PATHS = re.compile(r"/(?:tmp|dev|proc|etc|usr|home|var)/|[A-Z]:\\\\")
FONTS = {"Arial", "DejaVu Sans Mono", "Helvetica", "Segoe UI", "Cantarell", "Ubuntu"}


def of_one_system(source: str) -> Iterator[str]:
    """What of a module would work on one system alone, by its line."""
    tree = ast.parse(source)
    guarded = {
        id(inside)
        for node in ast.walk(tree)
        if isinstance(node, ast.If | ast.IfExp | ast.BoolOp) and "platform" in ast.unparse(node)
        for inside in ast.walk(node)
    }
    for node in ast.walk(tree):
        found = "" if id(node) in guarded else _one_system(node)
        if found:
            yield f"{getattr(node, 'lineno', 0)}: {found}"


def _one_system(node: ast.AST) -> str:
    match node:
        case ast.Import(names=names):
            return ", ".join(one.name for one in names if one.name in ONE_SYSTEMS)
        case ast.ImportFrom(module=str(module)):
            return module if module in ONE_SYSTEMS else ""
        case ast.Attribute(value=ast.Name(id="os" | "ctypes" | "signal"), attr=name):
            return name if name in ONE_SYSTEMS_CALLS else ""
        case ast.Constant(value=str(text)):
            unpadded = re.search(r"%-[a-zA-Z]", text)
            return text if PATHS.search(text) or text in FONTS or unpadded else ""
        case ast.Attribute(attr="Selection" | "FindBuffer", value=mode):
            return ast.unparse(node) if ast.unparse(mode).endswith("Clipboard.Mode") else ""
        case ast.Call(func=ast.Attribute(attr="rename" | "replace"), args=[_], keywords=[]):
            return ast.unparse(node)
        case ast.Call(func=ast.Attribute(attr=name), args=args, keywords=given):
            told = {one.arg for one in given}
            return "" if _says_how(name, args, told) else ast.unparse(node)
    return ""


def _says_how(name: str, args: list[ast.expr], told: set[str | None]) -> bool:
    """Whether a text is read or written in an encoding, and with line ends, that are said."""
    match name, args:
        case ("read_text", []) | ("write_text", [_]):
            return "encoding" in told
        case "open", [ast.Constant(value=str(mode)), *_]:
            needed = {"encoding"} if mode == "r" else {"encoding", "newline"}
            return "b" in mode or needed <= told
    return True


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_works_on_every_system(path: Path) -> None:
    found = [*of_one_system(path.read_text(encoding="utf-8"))]
    if path == ROOT / NAMED:
        assert [one.partition(": ")[2] for one in found] == [
            "made.replace(path)",
            "made.rename(path)",
        ]
    else:
        assert found == []


def test_what_works_on_one_system_alone_is_seen() -> None:
    for wrong in (
        "import fcntl",
        "from pwd import getpwuid",
        "import os\nos.kill(1, 0)",
        "FOLDER = '/tmp/x'",
        "font = 'Arial'",
        "path.read_text()",
        "path.write_text('x')",
        "made.replace(path)",
        "Path('a').rename('b')",
        "signal.signal(signal.SIGHUP, stop)",
        "os.open(folder, os.O_DIRECTORY)",
        "moment.strftime('%-d %B')",
        "path.open('w', encoding='utf-8')",
        "board.text(mode=QClipboard.Mode.Selection)",
    ):
        assert list(of_one_system(wrong)), wrong
    for right in (
        "import sys\nif sys.platform != 'win32':\n    import os\n    os.kill(1, 0)",
        "import filelock",
        "path.open('rb')",
        "'a b'.replace(' ', '-') and day.replace(hour=0)",
        "systems.replace(made, path)",
        "path.open('w', encoding='utf-8', newline='')",
    ):
        assert not list(of_one_system(right)), right
