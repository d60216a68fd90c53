"""The subcommands `pin` and `key-event`: by name or number, undone by the same, and refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from desk.facts import settings
from desk.facts.edits import Retract
from desk.facts.post import Ask, PostKind
from desk.file.session import Session
from desk.posts import ledger
from desk.posts.compose import compose
from desk.rehearsal import demo
from ui.cli.main import main


@pytest.fixture
def night(tmp_path: Path) -> Path:
    """The demonstration evening with two published notes, the second retracted."""
    path = tmp_path / "night.secim"
    with demo.make(path) as session:
        for title in ("Bir", "İki"):
            asked = Ask("ibb", title=title, text="Sayım sürüyor.")
            ledger.publish(session, compose(session, PostKind.NOTE, asked))
        session.record(Retract((2,), "twice"))
    return path


def run(*args: object) -> Result:
    return CliRunner().invoke(main, [str(one) for one in args], env={"LC_ALL": "en_GB.UTF-8"})


def kept(night: Path) -> dict[str, str]:
    with Session.open_file(night, read_only=True) as session:
        return {k: v for k, v in session.settings.items() if k.startswith(settings.PAGE)}


def test_a_post_is_pinned_and_let_go_of(night: Path) -> None:
    told = run("pin", night, 1)
    assert (told.exit_code, told.stderr) == (0, "")
    assert (
        told.stdout.startswith("At the top of the liveblog's page: 2024-") and "Bir" in told.stdout
    )
    assert kept(night) == {settings.PINNED: "1"}
    assert run("pin", night).exit_code == 0
    assert kept(night) == {}


def test_a_post_is_made_a_key_event_or_none(night: Path) -> None:
    for option, value in (((), "yes"), (("--no",), "no")):
        assert run("key-event", night, 1, *option).exit_code == 0
        assert kept(night) == {settings.key_event(1): value}


@pytest.mark.parametrize("command", ["pin", "key-event"])
@pytest.mark.parametrize("post", ["2", "3", "none"])
def test_what_does_not_stand_is_refused(night: Path, command: str, post: str) -> None:
    told = run(command, night, post)
    assert told.exit_code == 2 and "[E163]" in told.stderr
    assert kept(night) == {}
