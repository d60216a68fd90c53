"""The whole evening once through the command line, as a script in the newsroom would run it."""

from __future__ import annotations

import json
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

from desk.rehearsal import demo

ROOT = Path(__file__).resolve().parents[2]

POST = """\
19.25 Beyoğlu, Üsküdar ve Küçükçekmece'de İmamoğlu iki ajansta da önde

İBB başkanlığı için AA ve ANKA'nın son verileri:

BEYOĞLU
AA (19.25): İmamoğlu (CHP) yüzde 55,05; Kurum (AKP) yüzde 39,23; Diğer yüzde 2,41.
ANKA (19.25): İmamoğlu yüzde 61,23; Kurum yüzde 35,53; Altınöz (YRP) yüzde 2.
AA ile ANKA arasındaki fark: İmamoğlu 6,18 puan; Kurum 3,70 puan.
İmamoğlu'nun farkı AA'ya göre 15,82, ANKA'ya göre 25,70 puan; arada 9,88 puan var.

ÜSKÜDAR
AA (19.25): İmamoğlu (CHP) yüzde 51,14; Kurum (AKP) yüzde 39,32; \
Karamahmutoğlu (Zafer Partisi) yüzde 2,50.
ANKA (19.25): İmamoğlu yüzde 60,02; Kurum yüzde 38,3; Altınöz (YRP) yüzde 1,17.
AA ile ANKA arasındaki fark: İmamoğlu 8,88 puan; Kurum 1,02 puan.
İmamoğlu'nun farkı AA'ya göre 11,82, ANKA'ya göre 21,72 puan; arada 9,90 puan var.

KÜÇÜKÇEKMECE
AA (19.25): İmamoğlu (CHP) yüzde 58,63; Kurum (AKP) yüzde 35,94; Beştaş (DEM Parti) yüzde 1,26.
ANKA (19.25): İmamoğlu yüzde 63,89; Kurum yüzde 35,94; Beştaş yüzde 1,5.
AA ile ANKA arasındaki fark: İmamoğlu 5,26 puan; Beştaş 0,24 puan.
İmamoğlu'nun farkı AA'ya göre 22,69, ANKA'ya göre 27,95 puan; arada 5,26 puan var.

Resmî olmayan sonuçlar; kesin sonuçları YSK açıklar.
"""


def secim_masasi(*args: str, folder: Path, text: str = "", status: int = 0) -> tuple[str, str]:
    run = subprocess.run(
        [sys.executable, "-c", "from ui.cli.main import main; main()", *args],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "1"},
        input=text,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == status, run.stderr
    return run.stdout, run.stderr


def test_the_evening(tmp_path: Path) -> None:
    secim_masasi("new", "gece.secim", "--election", "istanbul-2024", folder=tmp_path)
    rows = demo.evening()[1].read_text(encoding="utf-8").splitlines(keepends=True)
    # The first news by itself, the rest as it came; stdin is as good as a file.
    first = "".join(row for row in rows if row.startswith(("as_of", "2024-03-31T19:15")))
    rest = "".join(row for row in rows if not row.startswith("2024-03-31T19:15"))
    said, _ = secim_masasi("record", "gece.secim", folder=tmp_path, text=first)
    assert said == "gece.secim: yazılan rakam: 3, işlenen bülten: 1.\n"
    (tmp_path / "rest.csv").write_text(rest, encoding="utf-8")
    said, _ = secim_masasi("record", "gece.secim", "rest.csv", folder=tmp_path)
    assert said == "gece.secim: yazılan rakam: 20, işlenen bülten: 7.\n"

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


HEADLINES = [
    "19.50 İmamoğlu: “Yüzde 40'a doğru giden bir veriye sahibiz”",
    "19.38 İmamoğlu önde: fark AA'ya göre 7 puandan fazla",
    "19.25 Beyoğlu ve Üsküdar'da İmamoğlu iki ajansta da önde",
    "19.15 ANKA'dan ilk sonuç: İmamoğlu 21.14 puan önde",
]


class Heads(HTMLParser):
    """The headlines of a page's posts and how many of them have a picture."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.heads: list[str] = []
        self.pictures = 0
        self._in_article = self._in_head = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_article = self._in_article or tag == "article"
        self.pictures += self._in_article and tag == "img"
        if tag == "h2" and self._in_article:
            self._in_head = True
            self.heads.append("")

    def handle_endtag(self, tag: str) -> None:
        self._in_article = self._in_article and tag != "article"
        self._in_head = self._in_head and tag != "h2"

    def handle_data(self, data: str) -> None:
        if self._in_head:
            self.heads[-1] += data


def test_the_seeds_night_goes_out_without_its_faults(tmp_path: Path) -> None:
    night, folder = "gece.secim", tmp_path
    secim_masasi("new", night, "--election", "istanbul-2024", folder=folder)
    where = ("--contest", "ibb", "--place", "İstanbul")
    for clock, more in (("1915", where), ("1925", where[:2]), ("1938", where)):
        raw = (ROOT / "tests" / "data" / f"seed_{clock}.txt").read_text(encoding="utf-8")
        secim_masasi("read", "--file", night, "--save", *more, raw, folder=folder)
    secim_masasi("set", night, "style", "seed", folder=folder)
    secim_masasi("set", night, "publisher", "Deneme Haber", folder=folder)

    first = ("post", night, "first", "--agencies", "ANKA", "--publish")
    _, stopped = secim_masasi(*first, folder=folder, status=1)
    assert "[P504]" in stopped
    secim_masasi("set", night, "ban-lifted", "2024-03-31T19:10", folder=folder)
    said, _ = secim_masasi(*first, folder=folder)
    assert "ANKA - CHP: Yüzde 58.79, AKP: Yüzde 37.65" in said

    districts = ("post", night, "comparison", "--publish", "--places")
    _, stopped = secim_masasi(*districts, "Beyoğlu,Üsküdar,Küçükçekmece", folder=folder, status=1)
    assert "[P502]" in stopped and "ANKA, Küçükçekmece" in stopped and "101,33" in stopped
    said, _ = secim_masasi(*districts, "Beyoğlu,Üsküdar", folder=folder)
    assert "AA - CHP: Yüzde 55.05, AKP: Yüzde 39.23, Diğer: Yüzde 2.41" in said

    lead = ("post", night, "lead", "--agencies", "AA", "--publish")
    _, stopped = secim_masasi(*lead, "--title", "Fark 6 puandan fazla", folder=folder, status=1)
    assert "[P501]" in stopped
    secim_masasi(*lead, folder=folder)
    (folder / "söz.txt").write_text("Yüzde 40'a doğru giden bir veriye sahibiz.", encoding="utf-8")
    secim_masasi(
        *("post", night, "statement", "--who", "CHP'nin İBB adayı Ekrem İmamoğlu"),
        *("--where", "CHP İl Başkanlığı", "--text", "söz.txt", "--at", "19.50", "--publish"),
        folder=folder,
    )

    said, _ = secim_masasi("liveblog", night, "-o", "sayfa", folder=folder)
    made = {path.name for path in (folder / "sayfa").iterdir()}
    assert made == {"index.html", "feed.xml", "grafik"}
    page = (folder / "sayfa" / "index.html").read_text(encoding="utf-8")
    told = Heads(page)
    assert told.heads == HEADLINES
    assert told.pictures == 2
    assert "Küçükçekmece" not in page
    data = json.loads(page.split('<script type="application/ld+json">')[1].split("</script>")[0])
    assert [one["headline"] for one in data["liveBlogUpdate"]] == [
        head.split(" ", 1)[1] for head in HEADLINES
    ]
    assert data["publisher"]["name"] == "Deneme Haber"

    secim_masasi("liveblog", night, "-o", "sayfa", "--no-pictures", folder=folder)
    assert "<img" not in (folder / "sayfa" / "index.html").read_text(encoding="utf-8")
