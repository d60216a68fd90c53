"""Files, copies and elections that are refused, each told with what the desk says of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from copy import deepcopy
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from desk.facts import catalog
from desk.facts.bulletin import Item, Row
from desk.facts.edits import SetFigure, SetSetting
from desk.facts.election_file import decoded, faults
from desk.file import disk, session
from desk.file.session import Session
from desk.nights import loading
from tests.desk.file.cut_short import cut_short
from tests.faults.files import by_hand
from tests.handbook.night import (
    ISTANBUL,
    Example,
    _blank,
    answer,
    bulletin,
    clock,
    file_all,
    refusal_of,
)

HERS = bulletin("AA 19:25 Beyoğlu chp=55.05 ak_parti=39.23")
SHARE = Row(Item.SHARE, "chp")


def examples() -> Iterator[Example]:
    """S900 to S927."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for make in (_opened, _written, _replaced, _proved):
            for what, act in make(folder):
                yield answer(what, refusal_of(act), folder, who="Ayşe", host="YAYIN-2", since="")
    yield from _elections()


Acts = Iterator[tuple[str, Callable[[], object]]]


def _night(folder: Path, name: str = "gece.secim") -> Path:
    path = folder / name
    path.write_bytes(_blank())
    return path


def _opened(folder: Path) -> Acts:
    """What cannot be opened at all."""
    path = _night(folder)
    yield "Olmayan bir dosyayı açmak", partial(Session.open_file, folder / "yarin.secim")
    text = folder / "notlar.secim"
    text.write_text("Beyoğlu: CHP 58,63", encoding="utf-8")
    yield "Adı `.secim` olan bir metin dosyasını açmak", partial(Session.open_file, text)
    newer = _night(folder, "yeni.secim")
    with closing(disk.connect(newer)) as raw:
        raw.execute("PRAGMA user_version = 99")
    yield "Daha yeni bir masanın dosyasını açmak", partial(Session.open_file, newer)
    half = folder / "yarim.secim"
    half.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    yield "Yarısı kopyalanmış bir dosyayı açmak", partial(Session.open_file, half)
    with Session.open_file(path, clock=clock):
        yield "Açık duran bir geceyi ikinci kez açmak", partial(Session.open_file, path)
    with Session.open_file(path, read_only=True, clock=clock) as night:
        typed = SetFigure(HERS.source, SHARE, HERS.figures[SHARE])
        yield "Salt okunur açılan bir geceye yazmak", partial(night.record, typed)
    locked = _night(folder, "kilitli.secim")
    # Root may write anywhere; where the lock should be, a folder stands in everybody's way.
    (folder / ".kilitli.secim.lock").mkdir()
    yield "Yazma izni olmayan bir klasörden açmak", partial(Session.open_file, locked)
    cut_short(locked)
    yield (
        "Aynı yerde, yazarken kesilmiş bir geceyi okumak için açmak",
        partial(Session.open_file, locked, read_only=True),
    )


def _written(folder: Path) -> Acts:
    """Disks that are full or gone, and names that are taken."""
    path = _night(folder)
    typed = SetFigure(HERS.source, SHARE, HERS.figures[SHARE])
    with Session.open_file(path, clock=clock) as night:
        raw = night._store._disk.conn
        raw.execute(f"PRAGMA max_page_count = {raw.execute('PRAGMA page_count').fetchone()[0]}")
        yield "Dolu diske yazmak", partial(night.record, SetSetting("note", "x" * 50_000))
    with Session.open_file(path, clock=clock) as night:
        obstacle = path.with_name("gece.secim-journal")
        obstacle.mkdir()
        yield "Gece açıkken çubuk çıkarılmış", partial(night.record, typed)
        obstacle.rmdir()
        yield (
            "Farklı kaydederken var olan bir adı seçmek",
            partial(Session.create, path, ISTANBUL, clock),
        )
        yield (
            "Olmayan bir klasöre farklı kaydetmek",
            partial(night.save_elsewhere, folder / "cubuk" / "gece.secim"),
        )
        with patch.object(disk, "is_whole", lambda _: False):
            yield (
                "Kopyası aslı gibi çıkmayan bir yedek",
                partial(night.save_elsewhere, folder / "kopya.secim"),
            )


def _replaced(folder: Path) -> Acts:
    """What comes to lie under an open night's name."""
    typed = SetFigure(HERS.source, SHARE, HERS.figures[SHARE])
    other = folder / "baska.secim"
    Session.create(other, ISTANBUL, clock).close()
    for what, put in (
        ("Gece açıkken dosyanın içi boşaltılmış", b""),
        ("Gece açıkken yerine başka bir gece konmuş", other.read_bytes()),
        ("Gece açıkken yerine eski bir kopyası konmuş", None),
    ):
        path = _night(folder)
        with Session.open_file(path, clock=clock) as night:
            old = path.read_bytes()
            file_all(night, [HERS])
            path.write_bytes(old if put is None else put)
            yield what, partial(night.record, typed)
        path.unlink()


def _proved(folder: Path) -> Acts:
    """A night that was changed outside, one not yet proved, and one cut off while writing."""
    path = _night(folder)
    with Session.open_file(path, clock=clock) as night:
        file_all(night, [HERS])
    with closing(disk.connect(path)) as raw:
        by_hand(
            raw, "figure_never_update", "UPDATE figure SET value = '65.05' WHERE value = '55.05'"
        )
    yield "Dosyada bir rakam masanın dışında değiştirilmiş", partial(Session.open_file, path)
    with (
        patch.object(session, "MANY_LINKS", 0),
        Session.open_file(_night(folder), mirror=True, prove=False) as night,
    ):
        setting = SetSetting("win-from", "91")
        yield (
            "Uzun bir gece açılırken, doğrulama bitmeden yazmak",
            partial(night.record, setting),
        )


Spoil = Callable[[dict[str, Any]], object]
SPOILT: tuple[tuple[str, Spoil], ...] = (
    (
        'Bir yerin sandık sayısı yazıyla: `"boxes": "çok"`',
        lambda d: d["places"][2].update(boxes="çok"),
    ),
    ("Listede olmayan bir parti", lambda d: d["contests"][0]["contenders"][0].update(party="abc")),
    ("Aynı ajans iki kez", lambda d: d["agencies"].append(d["agencies"][0])),
    ("Ajansı olmayan bir seçim", lambda d: d.update(agencies=[])),
    ("Bir yer kendi içinde", lambda d: d["places"][1].update({"in": "x"}, id="x")),
    ('Bilinmeyen biçim: `"format": 9`', lambda d: d.update(format=9)),
    ("İttifak da üyesi de aynı yarışta", lambda d: _with_alliance(d)),
)


def _with_alliance(data: dict[str, Any]) -> None:
    one = {"code": "i", "short": "İ", "name": "İttifak", "kind": "alliance", "members": ["chp"]}
    data["parties"].append(one)
    data["contests"][0]["contenders"].append({"code": "i", "party": "i"})


def _elections() -> Iterator[Example]:
    text = catalog.resource("elections", "istanbul-2024.json").read_text(encoding="utf-8")
    whole = json.loads(text)
    for what, spoil in SPOILT:
        data = deepcopy(whole)
        spoil(data)
        yield answer(f"Seçim dosyasında: {what}", faults(data)[0])
    yield answer("JSON olmayan bir seçim dosyası", refusal_of(lambda: decoded("{")))
    yield answer(
        "Komut satırında: `new gece.secim --election istanbull-2024`",
        refusal_of(lambda: loading.load("istanbull-2024")),
    )
    with TemporaryDirectory() as name:
        path = Path(name) / "secim.json"
        path.write_text("{", encoding="utf-8")
        yield answer(
            "Yarım bir seçim dosyasıyla gece açmak", refusal_of(lambda: loading.load(path))
        )
