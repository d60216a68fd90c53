"""Posts and the liveblog from the command line: drafts, the gate, the ledger, corrections."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from desk.facts.edits import SetSetting
from desk.facts.post import PostKind
from desk.facts.settings import BAN_LIFTED
from desk.file.session import Session
from desk.posts import ledger
from desk.posts.templates import Templates
from desk.reading.files.csv import COLUMNS
from desk.rehearsal import demo
from ui.cli.main import main
from ui.posts import own_templates

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")

    def invoke(*args: object, text: str = "") -> Result:
        return CliRunner().invoke(main, [str(arg) for arg in args], input=text)

    return invoke


@pytest.fixture
def evening(tmp_path: Path) -> Path:
    """The demonstration evening, its ban not lifted."""
    path = tmp_path / "night.secim"
    with demo.make(path) as session:
        session.record(SetSetting(BAN_LIFTED, None))
    return path


@pytest.fixture
def lifted(evening: Path, run: Run) -> Path:
    assert run("set", evening, "ban-lifted", "2024-03-31T19:10").exit_code == 0
    return evening


def test_every_kind_the_desk_knows_can_be_asked_for(evening: Path, run: Run) -> None:
    refused = run("post", evening, "weather")
    assert refused.exit_code == 2
    assert refused.stderr.endswith(f": {', '.join(PostKind)}.\n")


def test_the_ban_stops_what_is_published_and_no_draft(evening: Path, run: Run) -> None:
    draft = run("post", evening, "lead")
    assert (draft.exit_code, draft.stderr) == (0, "")
    stopped = run("post", evening, "lead", "--publish")
    assert (stopped.exit_code, stopped.stdout) == (1, "")
    assert "[P504]" in stopped.stderr and "AA, ANKA" in stopped.stderr
    lift = stopped.stderr.splitlines()[-1].rsplit(": ", 1)[1].split()
    assert lift[:2] == ["secim-masasi", "set"] and lift[3] == "ban-lifted"
    lifted = run(*lift[1:4], lift[4].replace("HH:MM", "19:10"))
    assert lifted.exit_code == 0
    assert run("post", evening, "lead", "--publish").exit_code == 0


def test_the_seeds_night(lifted: Path, run: Run, tmp_path: Path) -> None:
    assert run("set", lifted, "style", "seed").exit_code == 0
    first = run("post", lifted, "first", "--agencies", "ANKA", "--publish")
    assert first.stdout.startswith("19.15 ANKA'dan ilk sonuç: İmamoğlu 21.14 puan önde\n")
    assert "ANKA - CHP: Yüzde 58.79, AKP: Yüzde 37.65 (19.15" in first.stdout

    stopped = run("post", lifted, "comparison", "--publish")
    assert stopped.exit_code == 1
    assert "ANKA, Küçükçekmece" in stopped.stderr and "[P502]" in stopped.stderr
    passed = run("post", lifted, "comparison", "--places", "Beyoğlu,Üsküdar", "--publish")
    assert passed.exit_code == 0
    assert "AA - CHP: Yüzde 55.05, AKP: Yüzde 39.23" in passed.stdout

    wrong = run("post", lifted, "lead", "--title", "Fark 6 puandan fazla", "--publish")
    assert wrong.exit_code == 1 and "[P501]" in wrong.stderr and "6" in wrong.stderr
    lead = run("post", lifted, "lead", "--agencies", "AA", "--publish")
    assert lead.stdout.startswith("19.38 İmamoğlu önde: fark AA'ya göre 7 puandan fazla\n")

    words = tmp_path / "words.txt"
    words.write_text("Yüzde 40'a doğru giden bir veriye sahibiz.", encoding="utf-8")
    said = run(
        *("post", lifted, "statement", "--who", "CHP'nin İBB adayı Ekrem İmamoğlu"),
        *("--where", "CHP İl Başkanlığı", "--text", words, "--at", "19.50", "--publish"),
    )
    assert said.stdout.startswith("19.50 İmamoğlu: “Yüzde 40'a doğru giden bir veriye sahibiz”\n")

    page = run("liveblog", lifted, "-o", tmp_path / "out")
    assert page.exit_code == 0 and page.stdout.count("\n") == 2
    html = (tmp_path / "out" / "index.html").read_text(encoding="utf-8").split("<main")[1]
    order = [html.index(f">{clock}</time> ") for clock in ("19.50", "19.38", "19.25", "19.15")]
    assert order == sorted(order)


def test_a_title_speaks_and_quotes(lifted: Path, run: Run, tmp_path: Path) -> None:
    words = tmp_path / "words.txt"
    words.write_text('“Bize ‘bitti’ dediler.\nOnlara göre "bitti".”', encoding="utf-8")
    said = run(
        *("post", lifted, "statement", "--who", "İçişleri Bakanı", "--text", words),
        *("--where", "AKP İl Binası", "--at", "19.50"),
    )
    assert said.stdout.startswith("19.50 İçişleri Bakanı: “Bize ‘bitti’ dediler”\n")
    assert "İçişleri Bakanı AKP İl Binası'nda açıklama yaptı." in said.stdout
    assert "“Bize ‘bitti’ dediler.”\n" in said.stdout
    assert '“Onlara göre "bitti".”\n' in said.stdout
    # What is too long for a headline is not cut: who spoke is the headline then.
    words.write_text("Sayım sürüyor, " * 8 + "bitmedi.", encoding="utf-8")
    said = run("post", lifted, "statement", "--who", "İçişleri Bakanı", "--text", words)
    assert said.stdout.splitlines()[0].endswith(" İçişleri Bakanı'ndan açıklama")


def test_a_correction_from_the_command_line(lifted: Path, run: Run) -> None:
    run("post", lifted, "comparison", "--places", "Beyoğlu", "--publish")
    none = run("post", lifted, "correction")
    assert none.exit_code == 2 and "[E162]" in none.stderr


def test_json_is_told_under_the_name_the_ledger_gave(lifted: Path, run: Run) -> None:
    once = json.loads(run("post", lifted, "summary", "--format", "json", "--publish").stdout)
    twice = json.loads(run("post", lifted, "summary", "--format", "json", "--publish").stdout)
    assert twice["id"] == f"{once['id']}-2"
    assert {"id", "kind", "time", "headline", "body", "cited", "findings"} <= set(twice)


def test_one_sided_posts_are_stopped(lifted: Path, run: Run) -> None:
    stopped = run("post", lifted, "summary", "--agencies", "AA", "--publish")
    assert stopped.exit_code == 1 and "[P505]" in stopped.stderr and "ANKA" in stopped.stderr


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("note", "--title", "Not"), "[E161]"),
        (("statement", "--text", "missing.txt"), "[S900]"),
        (("lead", "--places", " , "), "--places"),
        (("lead", "--places", "Üskdar"), "[E121]"),
        (("leaders",), "[E141]"),
    ],
)
def test_what_does_not_fit_is_refused(
    args: tuple[str, ...], said: str, evening: Path, run: Run
) -> None:
    result = run("post", evening, *args)
    assert result.exit_code == 2 and said in result.stderr and result.stderr.count("\n") == 1


def test_a_text_that_is_no_text(evening: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"\xff\xfe\xfa")
    result = run("post", evening, "note", "--title", "A", "--text", tmp_path / "x")
    assert result.exit_code == 2 and "UTF-8" in result.stderr


def test_an_empty_liveblog_is_a_page(evening: Path, run: Run, tmp_path: Path) -> None:
    assert run("liveblog", evening, "-o", tmp_path / "deep" / "out").exit_code == 0
    (tmp_path / "file").write_text("")
    assert "[S909]" in run("liveblog", evening, "-o", tmp_path / "file" / "x").stderr


def test_an_official_word_may_go_out_early(evening: Path, run: Run) -> None:
    rows = f"{','.join(COLUMNS)}\n2024-03-31T18:30,YSK,ibb,İstanbul,share,CHP,51\n"
    rows += "2024-03-31T18:30,YSK,ibb,İstanbul,share,AKP,40\n"
    assert run("record", evening, text=rows).exit_code == 0
    out = run("post", evening, "first", "--agencies", "YSK", "--publish")
    assert out.exit_code == 0
    assert out.stdout.startswith("18.30 YSK'den ilk sonuç: İmamoğlu 11 puan önde\n")


def test_three_agencies_are_in_every_kind_that_sets_them_side_by_side(
    lifted: Path, run: Run
) -> None:
    rows = [",".join(COLUMNS)]
    rows += [f"2024-03-31T19:30,YSK,ibb,Üsküdar,share,{who}" for who in ("CHP,55.2", "AKP,40.1")]
    assert run("record", lifted, text="\n".join(rows)).exit_code == 0
    for kind, said in (
        ("comparison", "Üsküdar'da İmamoğlu üç ajansta da önde"),
        ("lead", "fark AA'ya göre 11, ANKA'ya göre 21, YSK'ye göre 15 puandan fazla"),
        ("standing", "Üsküdar'da İmamoğlu üç ajansta da önde"),
        ("differences", "Üsküdar'da ANKA İmamoğlu'na AA'dan 8,88 puan fazla veriyor\n"),
        ("differences", "için AA, ANKA ve YSK verileri şöyle ayrışıyor:"),
        ("summary", "Özet: Üsküdar'da İmamoğlu üç ajansta da önde"),
    ):
        out = run("post", lifted, kind, "--places", "Üsküdar", "--publish")
        assert out.exit_code == 0, out.stderr
        assert said in out.stdout
        # The standing of districts names who leads where, and no shares.
        figures = ("51,14", "60,02", "55,2") if kind != "standing" else ()
        assert all(told in out.stdout for told in figures)


def test_the_short_form(evening: Path, run: Run) -> None:
    short = run("post", evening, "differences", "--format", "short").stdout
    assert short.count("\n") == 1 and len(short) <= 281
    assert short.startswith(
        "19.38 En büyük fark Üsküdar'da: ANKA İmamoğlu'na 8,88 puan fazla veriyor. "
    )


def test_templates_of_her_own(evening: Path, run: Run, tmp_path: Path) -> None:
    plain = run("post", evening, "lead").stdout
    (tmp_path / "lead.j2").write_text("# Benim\n{{ lead }}\n= {{ closing }}\n", encoding="utf-8")
    mine = run("post", evening, "lead", "--templates", tmp_path).stdout
    assert mine.startswith("19.38 Benim\n") and mine.splitlines()[2] == plain.splitlines()[2]
    (tmp_path / "lead.j2").write_text("# Benim\n{{ nosuch }}\n", encoding="utf-8")
    wrong = run("post", evening, "lead", "--templates", tmp_path, "--publish")
    assert (wrong.exit_code, wrong.stdout) == (2, "") and wrong.stderr.count("\n") == 1
    assert "lead, line 2" in wrong.stderr and "[E172]" in wrong.stderr
    assert run("post", evening, "lead", "--templates", tmp_path / "none").stdout == plain


def test_templates_lie_beside_the_preferences(
    evening: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "settings"))
    Templates(own_templates.folder()).save("note", "# {{ headline }}!\n{{ lead }}")
    (tmp_path / "text").write_text("Metin.", encoding="utf-8")
    told = run("post", evening, "note", "--title", "Not", "--text", tmp_path / "text")
    assert told.stdout.endswith(" Not!\n\nMetin.\n")
    assert (tmp_path / "settings" / "secim-masasi" / "templates" / "note.j2").is_file()


def test_nothing_to_write_names_the_place_whatever_was_asked(lifted: Path, run: Run) -> None:
    for kind, where in (("leaders", "İstanbul"), ("changes", "İstanbul, Beyoğlu,")):
        result = run("post", lifted, kind)
        assert result.exit_code == 2
        assert f"no bulletin for {where}" in result.stderr and "[E141]" in result.stderr
    early = run("post", lifted, "standing", "--at", "17.00")
    assert "no bulletin for 40 places makes" in early.stderr


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("2024-03-31T19:25,AA,ibb,Beyoğlu,share,chp,55.50", "F208"),
        ("2024-03-31T16:25,AA,ibb,Esenler,share,chp,55.50", "F209"),
        ("2024-03-31T19:40,AA,ibb,Esenler,opened_boxes,,9000", "F203"),
        ("2024-03-31T19:40,AA,ibb,Esenler,votes,chp,9000000", "F204"),
    ],
)
def test_a_draft_says_of_a_bulletin_what_stops_the_publication(
    lifted: Path, run: Run, row: str, code: str
) -> None:
    place = row.split(",")[3]
    other = f"2024-03-31T19:41,ANKA,ibb,{place},share,chp,55.50"
    told = f"2024-03-31T19:40,AA,ibb,{place},share,chp,55.4" if code == "F203" else ""
    assert (
        run("record", lifted, text="\n".join([",".join(COLUMNS), row, other, told])).exit_code == 0
    )
    draft = run("post", lifted, "comparison", "--places", place)
    stopped = run("post", lifted, "comparison", "--places", place, "--publish")
    assert (draft.exit_code, stopped.exit_code) == (0, 1)
    assert f"({code})" in draft.stderr and "[P502]" in draft.stderr
    assert draft.stderr == stopped.stderr


def test_the_house_order_of_agencies_holds_for_a_comparison_too(lifted: Path, run: Run) -> None:
    assert run("set", lifted, "agency-order", "ANKA, AA").exit_code == 0
    usual = run("post", lifted, "comparison", "--places", "Beyoğlu").stdout
    assert usual.index("\nANKA (") < usual.index("\nAA (")
    asked = run("post", lifted, "comparison", "--places", "Beyoğlu", "--agencies", "AA,ANKA")
    assert asked.stdout.index("\nAA (") < asked.stdout.index("\nANKA (")


@pytest.mark.parametrize("by", ["name", "number"])
def test_a_post_is_retracted_by_what_it_was_published_as(lifted: Path, run: Run, by: str) -> None:
    out = run("post", lifted, "lead", "--agencies", "AA", "--format", "json", "--publish")
    name = json.loads(out.stdout)["id"]
    assert out.stderr == f"secim-masasi: In the ledger: {name}, number 1.\n"
    post = {"name": name, "number": "1"}[by]

    done = run("retract", lifted, post, "--reason", "yanlış ajans")
    assert (done.exit_code, done.stderr) == (0, "")
    headline = "İmamoğlu önde: fark AA'ya göre 7 puandan fazla"
    assert done.stdout == f"Retracted: {name}, number 1, {headline}\n"
    with Session.open_file(lifted, read_only=True) as session:
        (entry,) = ledger.entries(session)
    assert entry.retracted == "yanlış ajans"

    again = run("retract", lifted, post, "--reason", "bir daha")
    assert (again.exit_code, again.stdout) == (2, "")
    assert again.stderr.count("\n") == 1 and "[E163]" in again.stderr and post in again.stderr


@pytest.mark.parametrize("post", ["2", "0", "-1", "²", "9" * 30, "lead", "", " ", "%", "1 OR 1"])
def test_what_the_ledger_does_not_have_is_not_retracted(lifted: Path, run: Run, post: str) -> None:
    assert run("post", lifted, "lead", "--agencies", "AA", "--publish").exit_code == 0
    unknown = run("retract", lifted, "--reason", "yanlış", "--", post)
    assert (unknown.exit_code, unknown.stdout) == (2, "")
    assert unknown.stderr.count("\n") == 1 and "[E163]" in unknown.stderr
    with Session.open_file(lifted, read_only=True) as session:
        assert [entry.retracted for entry in ledger.entries(session)] == [None]


def test_a_retraction_needs_a_reason_and_the_file(lifted: Path, run: Run, tmp_path: Path) -> None:
    assert run("post", lifted, "lead", "--agencies", "AA", "--publish").exit_code == 0
    without = run("retract", lifted, "1")
    assert without.exit_code == 2 and "--reason" in without.stderr
    empty = run("retract", lifted, "1", "--reason", "  ")
    assert empty.exit_code == 2 and "[E135]" in empty.stderr
    gone = run("retract", tmp_path / "none.secim", "1", "--reason", "x")
    assert gone.exit_code == 2 and "[S900]" in gone.stderr
    with Session.open_file(lifted):
        held = run("retract", lifted, "1", "--reason", "x")
    assert held.exit_code == 2 and "[S904]" in held.stderr
    with Session.open_file(lifted, read_only=True) as session:
        assert [entry.retracted for entry in ledger.entries(session)] == [None]
