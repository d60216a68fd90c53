"""What every test stands on: no screen, no home of the user's, one locale, one clock zone.

No Qt is imported here: the desk's own tests run where no Qt is installed. The surroundings are
set as this file is read, before any test module imports the program.
"""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
MEMORY = Path("/dev/shm")
ROOM = 1 << 30
"""How many bytes must be free there; a process of tests has some twenty million at a time."""


def _quick() -> Path | None:
    """Where files are in memory, if the system has such a place with room and no other was named.

    A night has each figure on the disk before the next key: on a slow one that is most of a run.
    """
    if "TMPDIR" in os.environ or not os.access(MEMORY, os.W_OK):
        return None
    return MEMORY if shutil.disk_usage(MEMORY).free > ROOM else None


_session = tempfile.TemporaryDirectory(
    prefix="secim-masasi-tests-", dir=_quick(), ignore_cleanup_errors=True
)
SESSION = Path(_session.name)
# Others may pass through it, as they may through any folder of the system's.
SESSION.chmod(0o711)
# For pytest's own folders, for processes that tests start, and for those that tests run in.
tempfile.tempdir = os.environ["TMPDIR"] = str(SESSION)

# Kept for the whole run: fonts are looked up once, not once a test.
CACHE = SESSION / "cache"
# Where each system keeps settings and data of a user.
SETTINGS = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA")
HOMES = ("HOME", "USERPROFILE")


def _surroundings() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for name in ("QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME", "LANGUAGE"):
        os.environ.pop(name, None)
    # A UTF-8 locale that every Linux has; the desk's languages are chosen by the tests themselves.
    os.environ["LC_ALL"] = os.environ["LANG"] = "C.UTF-8"
    # Not the zone of the election: an hour taken from the machine's clock shows at once.
    os.environ["TZ"] = "UTC"
    if hasattr(time, "tzset"):
        time.tzset()
    for name in (*HOMES, *SETTINGS):
        os.environ[name] = str(SESSION)
    for name, folder in (("XDG_CACHE_HOME", CACHE), ("MPLCONFIGDIR", CACHE / "matplotlib")):
        folder.mkdir(parents=True, exist_ok=True)
        os.environ[name] = str(folder)
    # Whoever asked for no bytecode would have every program a test starts compile itself anew.
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    runtime = SESSION / "runtime"
    runtime.mkdir(mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)


_surroundings()

# The same examples in every run, here and in CI: a red run must mean that something was changed.
# HYPOTHESIS_PROFILE=explore looks for new ones.
settings.register_profile("desk", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("explore", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "desk"))


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Without Qt, take pytest-qt out before it looks for one; its settings stay known."""
    if find_spec("PySide6") is None and pluginmanager.unregister(name="pytest-qt") is None:
        for name in ("qt_api", "qt_log_level_fail"):
            parser.addini(name, "pytest-qt's; it is not installed")


LONG = (
    "tests/proof/test_proof.py",
    "tests/desk/reading/test_examples.py",
    "tests/desk/charts/test_pictures.py",
    "tests/ui/window/test_rehearsal.py",
    "tests/desk/posts/test_sentences.py",
    "tests/evening/test_liveblog.py",
    "tests/desk/charts/test_kinds.py",
    "tests/ui/charts/test_map.py",
    "tests/desk/rehearsal/test_played.py",
    "tests/desk/rules/test_kinds.py",
    "tests/desk/posts/test_short.py",
    "tests/ui/cli/nights/test_rehearse.py",
    "tests/evening/test_made_nights.py",
    "tests/audit/test_audit.py",
    "tests/desk/rules/test_honest_bulletins.py",
    "tests/desk/rules/test_always_so.py",
)
"""Modules of some ten seconds and more: at the end one process would be left alone with them."""


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Modules go to the processes in the order of the run, not by how many tests they hold."""
    if hasattr(config.option, "loadscopereorder"):
        config.option.loadscopereorder = False


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long modules first."""
    gone = [name for name in LONG if not (ROOT / name).is_file()]
    if gone:
        raise pytest.UsageError(f"tests/conftest.py: no {', '.join(gone)}")
    first = {name: at for at, name in enumerate(LONG)}
    items.sort(key=lambda item: first.get(item.nodeid.partition("::")[0], len(LONG)))


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """What was collected stays to the end: nothing looks through it for garbage again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


_workers: list[Any] = []
SECONDS_TO_END = 60
"""How long a process may take to end; one that hangs is killed, and the run has failed."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes(config: pytest.Config) -> None:
    """Ten seconds, xdist's own, are little for all that a loaded machine has to give back."""
    session: Any = config.pluginmanager.getplugin("dsession")
    session.nodemanager.EXIT_TIMEOUT = SECONDS_TO_END


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_newgateway(gateway: Any) -> None:
    """Remember each process that tests run in."""
    _workers.append(gateway)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Qt can abort when everything is over: how the processes ended counts as well.

    One that ends within a test is a failure of that test already; here all have been shut down.
    """
    ended = {gateway.id: gateway._io.popen.poll() for gateway in _workers}
    wrong = {name: status for name, status in ended.items() if status != 0}
    if wrong:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        sys.stderr.write(f"\nprocesses of tests that did not end well: {wrong}\n")


@pytest.fixture(autouse=True)
def own_home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home of its own for each test: what one test sets, the next one does not find.

    Not one of pytest's numbered folders, which looks through all those before it for its number:
    at the eight thousandth test that takes longer than most of the tests.
    """
    with tempfile.TemporaryDirectory(prefix="home-", ignore_cleanup_errors=True) as home:
        for name in HOMES:
            monkeypatch.setenv(name, home)
        for name in SETTINGS:
            monkeypatch.setenv(name, str(Path(home, "settings")))
        yield Path(home)


_drawn: dict[object, tuple[Any, Any]] = {}
"""Rehearsed nights as they were drawn, each with the state of the chance behind it."""
MOST_DRAWN = 8


@pytest.fixture
def drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The night of a seed is drawn for the first test that asks for it; its slips, for each.

    Drawing takes a second and more, and is the business of `tests/desk/rehearsal`: others want
    a night to play.
    """
    from desk.rehearsal import script

    draw = script.honest

    def honest(seed: int, random: Any, played: Any) -> Iterator[None]:
        night = (seed, *((one.election, one.contest, one.contenders) for one in played))
        if night not in _drawn:
            told = yield from draw(seed, random, played)
            while len(_drawn) >= MOST_DRAWN:
                del _drawn[next(iter(_drawn))]
            _drawn[night] = told, random.getstate()
        told, state = _drawn[night]
        random.setstate(state)
        return told

    monkeypatch.setattr(script, "honest", honest)
