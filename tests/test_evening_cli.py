"""The whole evening once through the command line, as a script in the newsroom would run it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from desk import demo

ROOT = Path(__file__).resolve().parent.parent

POST = """\
19.25 Kritik ilçelerde son durum

İBB başkanlığı için AA ve ANKA'nın son verileri:

BEYOĞLU
AA (19.25): CHP yüzde 55,05; AKP yüzde 39,23; Diğer yüzde 2,41. CHP 15,82 puan önde.
ANKA (19.25): CHP yüzde 61,23; AKP yüzde 35,53; YRP yüzde 2. CHP 25,70 puan önde.
AA ile ANKA arasındaki fark: CHP 6,18 puan; AKP 3,70 puan.

ÜSKÜDAR
AA (19.25): CHP yüzde 51,14; AKP yüzde 39,32; Zafer Partisi yüzde 2,50. CHP 11,82 puan önde.
ANKA (19.25): CHP yüzde 60,02; AKP yüzde 38,3; YRP yüzde 1,17. CHP 21,72 puan önde.
AA ile ANKA arasındaki fark: CHP 8,88 puan; AKP 1,02 puan.

KÜÇÜKÇEKMECE
AA (19.25): CHP yüzde 58,63; AKP yüzde 35,94; DEM Parti yüzde 1,26. CHP 22,69 puan önde.
ANKA (19.25): CHP yüzde 63,89; AKP yüzde 35,94; DEM Parti yüzde 1,5. CHP 27,95 puan önde.
AA ile ANKA arasındaki fark: CHP 5,26 puan; DEM Parti 0,24 puan.

Resmî olmayan sonuçlar; kesin sonuçları YSK açıklar.
"""


def secim_masasi(*args: str, folder: Path, text: str = "") -> tuple[str, str]:
    run = subprocess.run(
        [sys.executable, "-c", "from ui.cli import main; main()", *args],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "1"},
        input=text,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout, run.stderr


def test_the_evening(tmp_path: Path) -> None:
    secim_masasi("new", "gece.secim", "--election", "istanbul-2024", folder=tmp_path)
    rows = demo.evening()[1].read_text(encoding="utf-8").splitlines(keepends=True)
    # The first news by itself, the rest as it came; stdin is as good as a file.
    first = "".join(row for row in rows if row.startswith(("as_of", "2024-03-31T19:15")))
    rest = "".join(row for row in rows if not row.startswith("2024-03-31T19:15"))
    said, _ = secim_masasi("record", "gece.secim", folder=tmp_path, text=first)
    assert said == "gece.secim: işlenen rakam: 3, dosyalanan bülten: 1.\n"
    (tmp_path / "rest.csv").write_text(rest, encoding="utf-8")
    said, _ = secim_masasi("record", "gece.secim", "rest.csv", folder=tmp_path)
    assert said == "gece.secim: işlenen rakam: 20, dosyalanan bülten: 7.\n"

    said, _ = secim_masasi("compare", "gece.secim", "--format", "json", folder=tmp_path)
    found = json.loads(said)
    gaps = {row["place"]: row["gap"] for row in found["rows"] if row["contender"] == "chp"}
    assert gaps == {
        "İstanbul": None,
        "Beyoğlu": "6.18",
        "Küçükçekmece": "5.26",
        "Üsküdar": "8.88",
    }

    places = ("--places", "Beyoğlu,Üsküdar,Küçükçekmece")
    said, findings = secim_masasi("post", "gece.secim", "comparison", *places, folder=tmp_path)
    assert said == POST
    assert findings.startswith(
        "secim-masasi: ANKA, Küçükçekmece: oranların toplamı 101,33; yuvarlama payıyla bile"
    )

    said, _ = secim_masasi("backup", "gece.secim", ".", folder=tmp_path)
    again, _ = secim_masasi("post", said.strip(), "comparison", *places, folder=tmp_path)
    assert again == POST
    # Nothing is left lying beside the night: it can be copied by itself.
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"gece.secim", "rest.csv", Path(said.strip()).name}
