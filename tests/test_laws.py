"""The laws of the tree that no single module can keep: each fails when it is broken."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]

LAYOUT = {
    ".ci",
    ".editorconfig",
    ".gitattributes",
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
MOST_LINES = 400

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
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def calls(source: str) -> Iterator[str]:
    """Dotted names that a module calls, as they are written."""
    for node in ast.walk(ast.parse(source)):
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
    assert len(path.read_text(encoding="utf-8").splitlines()) < MOST_LINES


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
