"""The list of subcommands beside the subcommands themselves, and what is loaded when."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ui.cli.commands import COMMANDS, LazyCommand

ROOT = Path(__file__).resolve().parents[3]
ALWAYS = {"main", "commands", "errors", "opening", "options", "words"}

LOADED = """
import sys

class App:
    run = staticmethod(lambda path, demo: 0)

sys.modules["ui.window.app"] = App
from ui.cli.main import main
try:
    main()
finally:
    print(*sorted(name for name in sys.modules if name.startswith(("desk.", "ui."))))
"""


def loaded(*args: str) -> set[str]:
    """The desk's own modules a process has loaded by its end."""
    run = subprocess.run(
        [sys.executable, "-c", LOADED, *args], cwd=ROOT, capture_output=True, check=False
    )
    assert run.stderr == b""
    return set(run.stdout.decode().splitlines()[-1].split())


def of_the_command_line(modules: set[str]) -> set[str]:
    return {name.removeprefix("ui.cli.") for name in modules if name.startswith("ui.cli.")}


@pytest.mark.parametrize("listed", COMMANDS, ids=lambda listed: listed.name)
def test_the_list_says_what_the_subcommand_says(listed: LazyCommand) -> None:
    command = listed.load()
    assert command.name == listed.name
    assert command.get_short_help_str(1000) == listed.get_short_help_str(1000)


@pytest.mark.parametrize("args", [(), ("--help",), ("-h",), ("--version",)], ids=str)
def test_without_a_subcommand_none_is_loaded(args: tuple[str, ...]) -> None:
    modules = loaded(*args)
    assert of_the_command_line(modules) == ALWAYS
    assert not any(name.startswith(("desk.file", "desk.rules", "desk.posts")) for name in modules)


def test_a_subcommand_loads_itself_and_no_other() -> None:
    assert of_the_command_line(loaded("post", "-h")) == {
        *ALWAYS,
        "posts",
        "posts.post",
        "arguments",
        "proof",
    }
    assert of_the_command_line(loaded("backup", "-h")) == {
        *ALWAYS,
        "nights",
        "nights.file",
        "proof",
    }


def test_a_post_loads_no_charts() -> None:
    modules = loaded("post", "-h")
    assert "desk.posts.compose" in modules
    assert not any(name.startswith(("desk.charts", "desk.sheets")) for name in modules)
