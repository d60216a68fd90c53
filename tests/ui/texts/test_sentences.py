"""Every code has its sentence in both languages, on one line, whatever the values hold."""

from __future__ import annotations

import re
import string
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from desk.facts import catalog, settings
from desk.facts.bulletin import Item, Row, Slot, Source
from desk.facts.codes import Code, Refusal
from desk.facts.finding import Finding
from desk.facts.post import Obstacle
from ui.texts import posts, sentences
from ui.texts.desk import FIGURES_PROBLEMS
from ui.texts.findings import FINDING_SENTENCES

ROOT = Path(__file__).resolve().parents[3]
LEFT_OUT = {"hint", "known"}

codes = pytest.mark.parametrize("code", Code)
languages = pytest.mark.parametrize("language", sentences.LANGUAGES)


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def raised() -> Iterator[tuple[Code, set[str]]]:
    """Every `Refusal(Code.X, a=…, b=…)` written in the desk, with the names it carries."""
    call = re.compile(r"Refusal\(\s*Code\.([A-Z]\d+),?([^()]*(?:\([^()]*\)[^()]*)*)\)")
    for path in (ROOT / "desk").rglob("*.py"):
        for code, values in call.findall(path.read_text(encoding="utf-8")):
            yield Code(code), set(re.findall(r"(\w+)=", values))


@codes
def test_every_code_has_a_sentence_in_every_language(code: Code) -> None:
    english, turkish = sentences.SENTENCES[code]
    assert english.strip() and turkish.strip()
    assert english != turkish
    assert english[-1] in ".?}" and turkish[-1] in ".?}"


def test_no_sentence_is_left_over() -> None:
    assert set(sentences.SENTENCES) <= set(Code)


@codes
def test_both_languages_tell_the_same_values(code: Code) -> None:
    english, turkish = ({*fields(text)} for text in sentences.SENTENCES[code])
    # Turkish needs "AA'ya" where English needs "AA".
    same = {"to_a": "agency_a", "to_b": "agency_b"}
    assert english == {same.get(name, name) for name in turkish}


def test_problems_of_a_csv_are_told_in_both_languages() -> None:
    told = set[str]()
    files = ("desk/reading/files/mapping.py", "desk/reading/files/spreadsheet.py")
    given = ("desk/facts/candidates.py", "desk/nights/csv.py", "ui/incoming/dropped.py")
    for source in ("desk/reading/files/csv.py", *given, *files):
        text = (ROOT / source).read_text(encoding="utf-8")
        told |= set(re.findall(r'problem="(\w+)"', text))
    assert told == set(FIGURES_PROBLEMS)


def test_every_refusal_carries_what_its_sentence_tells() -> None:
    composed = {"names", "known_version", "holder", "problem", "figure", "at"}
    composed |= {"and_more", "unknown"}
    seen = set()
    for code, carried in raised():
        seen.add(code)
        told = fields(sentences.SENTENCES[code][0]) - composed - LEFT_OUT
        assert told <= carried, (code, told - carried)
    assert len(seen) > 20


@languages
@codes
# Few of each: of them all together there are some seven thousand.
@examples(max_examples=20)
@given(value=st.text())
def test_a_sentence_is_one_line_whatever_it_tells(code: Code, language: str, value: str) -> None:
    names = set().union(*(fields(text) for text in sentences.SENTENCES[code]))
    said = sentences.sentence(code, dict.fromkeys(names | {"known", "who"}, value), language)
    assert said == " ".join(said.split())
    assert said.isprintable() or not value.isprintable()
    assert "\n" not in said


@languages
@codes
def test_a_missing_value_does_not_silence_a_sentence(code: Code, language: str) -> None:
    assert sentences.sentence(code, {}, language)


def test_braces_are_text() -> None:
    said = sentences.sentence(Code.E101, {"text": "{0}{text!r}{"}, "tr")
    assert said.startswith("“{0}{text!r}{” sayı değil.")


def test_a_long_text_is_cut() -> None:
    said = sentences.sentence(Code.E101, {"text": "9" * 5000}, "en")
    assert len(said) < 200
    assert "999…” is not a number" in said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "line 7: “58,6,3” has more than one decimal mark. Keep only one, as in 58.63."),
        (
            "tr",
            "satır 7: “58,6,3” içinde birden fazla ondalık işareti var. "
            "58,63 gibi tek işaretle yazın.",
        ),
    ],
)
def test_a_refusal_says_its_line(language: str, said: str) -> None:
    assert sentences.refusal_text(Refusal(Code.E102, text="58,6,3", line=7), language) == said


def test_e103_offers_the_forgotten_mark() -> None:
    meant = {"text": "5863", "hint": "58,63"}
    assert sentences.sentence(Code.E103, meant, "tr").endswith(
        "Ondalık işareti unutulduysa 58,63 yazın."
    )
    assert sentences.sentence(Code.E103, meant, "en").endswith("was left out, type 58.63.")
    assert sentences.sentence(Code.E103, {"text": "120", "hint": ""}, "en").endswith("cannot be.")


def test_a_mistyped_name_is_answered_with_the_nearest() -> None:
    places = ", ".join(place.name for place in catalog.load("istanbul-2024").places)
    meant = {"text": "USKUDARR", "known": places}
    assert sentences.sentence(Code.E121, meant, "tr").endswith("Şunu mu demek istediniz: Üsküdar?")
    far = {"text": "Ankara", "known": places}
    assert sentences.sentence(Code.E121, far, "en").endswith("Check the spelling.")
    few = {"text": "TRT", "known": "AA, ANKA, YSK"}
    assert sentences.sentence(Code.E122, few, "tr").endswith("Olanlar: AA, ANKA, YSK.")


def test_s904_says_who_holds_the_file() -> None:
    held = {"file": "g.secim", "who": "ayşe", "host": "masa1", "since": "2024-03-31T16:25:00Z"}
    # The tests' own clock runs in UTC.
    assert "(ayşe, masa1, 16.25'ten beri)" in sentences.sentence(Code.S904, held, "tr")
    assert "(ayşe, masa1, since 16.25)" in sentences.sentence(Code.S904, held, "en")
    unknown = {"file": "g.secim", "who": "?", "host": "?", "since": ""}
    assert "(kimin olduğu yazmıyor)" in sentences.sentence(Code.S904, unknown, "tr")


def test_f201_is_told_in_the_languages_notation() -> None:
    election = catalog.load("istanbul-2024")
    slot = Slot(Source("ANKA", "ibb", "Küçükçekmece"), Row(Item.SHARE, "chp"))
    finding = Finding(Code.F201, (slot,), {"total": "101.33"})
    assert sentences.finding_text(finding, election, "tr").startswith(
        "ANKA, Küçükçekmece: oranların toplamı 101,33;"
    )
    assert "add to 101.33," in sentences.finding_text(finding, election, "en")


def test_d402_names_both_leaders() -> None:
    election = catalog.load("istanbul-2024")
    slots = tuple(
        Slot(Source(agency, "ibb", "Şile"), Row(Item.SHARE, code))
        for agency, code in (("AA", "ak_parti"), ("ANKA", "chp"))
    )
    finding = Finding(Code.D402, slots, {"leader_a": "ak_parti", "leader_b": "chp"})
    said = sentences.finding_text(finding, election, "tr")
    assert said.startswith("Şile: AA'ya göre AKP, ANKA'ya göre CHP önde.")
    assert "AA has AKP ahead, ANKA has CHP" in sentences.finding_text(finding, election, "en")


def test_d406_tells_both_leads_and_a_tie_as_one() -> None:
    election = catalog.load("istanbul-2024")
    slots = tuple(
        Slot(Source(agency, "ibb", "İstanbul"), Row(Item.LEAD_POINTS)) for agency in ("AA", "ANKA")
    )
    values = {"leader_a": "chp", "lead_a": "7.74", "leader_b": "chp", "lead_b": "21.14"}
    values |= {"gap": "13.40", "threshold": "8.00"}
    said = sentences.finding_text(Finding(Code.D406, slots, values), election, "tr")
    assert said == (
        "İstanbul: AA'ya göre CHP 7,74 puan önde, ANKA'ya göre CHP 21,14 puan önde; arada 13,40 "
        "puan var, bu aşama için eşik 8,00. İkisini de yazın."
    )
    tied = values | {"leader_a": "", "lead_a": "0.00", "gap": "21.14"}
    finding = Finding(Code.D406, slots, tied)
    assert "AA'ya göre önde olan yok, ANKA'ya göre CHP 21,14" in sentences.finding_text(
        finding, election, "tr"
    )
    assert "AA has nobody ahead, ANKA has CHP 21.14 points ahead: 21.14 points apart" in (
        sentences.finding_text(finding, election, "en")
    )


def test_a_placeholder_is_told_by_what_shows_it_and_seats_by_a_count_there_is() -> None:
    election = catalog.load("istanbul-2024")
    source = Source("AA", "ibb", "Beyoğlu")
    boxes, share, seats = Row(Item.OPENED_BOXES), Row(Item.SHARE, "chp"), Row(Item.SEATS, "chp")
    for code, row, values, turkish, english in (
        (Code.F207, share, {"opened": "", "who": "chp"}, "tek adayda (CHP)", "contender (CHP)."),
        (Code.F207, share, {"opened": "", "who": ""}, "yalnız sıfırlar.", "nothing but zeros."),
        (Code.F207, boxes, {"opened": "0", "who": ""}, "hiç sandık açılmadan", "nothing opened."),
        (
            Code.W317,
            seats,
            {"who": "chp", "now": "36", "usual": "32"},
            "En uzağı CHP: 36; oranlara göre 32 olurdu.",
            "The furthest is CHP with 36; the shares would give 32.",
        ),
        (
            Code.W317,
            seats,
            {"who": "chp", "now": "36", "usual": ""},
            "sandalyeleri vermiyor. Sandalyeleri",
            "these seats. Check",
        ),
    ):
        finding = Finding(code, (Slot(source, row),), values)
        for language, part in (("tr", turkish), ("en", english)):
            said = sentences.finding_text(finding, election, language)
            assert part in said, said
            assert "()" not in said and "?" not in said and "{" not in said


def test_f203_names_the_opened_share_only_where_one_was_given() -> None:
    election = catalog.load("istanbul-2024")
    slots = (Slot(Source("AA", "ibb", "Beyoğlu"), Row(Item.OPENED_BOXES)),)
    told = {"boxes": "9999", "boxes_of": "599", "opened": ""}
    said = sentences.finding_text(Finding(Code.F203, slots, told), election, "tr")
    assert said.startswith("AA, Beyoğlu: 599 sandıktan 9.999 tanesi açılmış olamaz. ")
    told |= {"boxes": "50", "opened": "20.00"}
    said = sentences.finding_text(Finding(Code.F203, slots, told), election, "tr")
    assert said.startswith(
        "AA, Beyoğlu: açılan sandık oranı 20,00 iken 599 sandıktan 50 tanesi açılmış olamaz. "
    )
    said = sentences.finding_text(Finding(Code.F203, slots, told), election, "en")
    assert "with 20.00 % opened, 50 of 599 boxes cannot be opened" in said


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "tr_TR.UTF-8"}, "tr"),
        ({"LANG": "tr"}, "tr"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LC_MESSAGES": "tr_TR", "LANG": "en_US"}, "tr"),
        ({"LC_ALL": "de_DE", "LC_MESSAGES": "tr_TR"}, "en"),
        ({"LC_ALL": "", "LANG": "tr_TR"}, "tr"),
        ({"LANGUAGE": "tr:en", "LANG": "en_US.UTF-8"}, "tr"),
        ({"LANGUAGE": "tr", "LC_ALL": "C"}, "en"),
        ({"LANGUAGE": "tr"}, "tr"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_system_chooses_the_language(
    variables: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    if not variables and sys.platform == "win32":
        pytest.skip("there Windows is asked")
    assert sentences.system_language() == language


def test_sentences_need_no_qt() -> None:
    script = (
        "import sys, ui.texts.sentences;sys.exit(any(m.startswith('PySide6') for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0


def test_a_post_without_bulletins_names_its_places_while_they_can_be_read() -> None:
    def told(places: str) -> str:
        return sentences.sentence(Code.E141, {"places": places}, "tr")

    assert "bu yarış için" in told("")
    assert "Adalar, Fatih için" in told("Adalar, Fatih")
    assert "40 yer için" in told(", ".join(f"Yer {n}" for n in range(40)))


KINDS = {
    # What a rule hands on, and how each language writes it.
    "58.63": ("58.63", "58,63"),
    "-3.93": ("-3.93", "-3,93"),
    "4211219": ("4,211,219", "4.211.219"),
    "1594": ("1,594", "1.594"),
    "599": ("599", "599"),
    "23:20": ("23.20", "23.20"),
    "0:05": ("0.05", "0.05"),
    "AA": ("AA", "AA"),
    "1594 sandık": ("1594 sandık", "1594 sandık"),
}
FINDINGS = [code for code in FINDING_SENTENCES if not code.startswith("E")]
NAMES = {"agency", "agency_a", "agency_b", "to_a", "to_b", "place", "contest", "mend", "reason"}
NAMES |= {"ahead_a", "ahead_b", "empty", "furthest"}
LEADERS = {"leader_a", "leader_b"}


def finding_with(code: Code, value: str) -> Finding:
    told = fields(sentences.SENTENCES[code][0]) - NAMES - LEADERS
    named = {"who", "first", "stated"} & told
    slot = Slot(Source("AA", "ibb", "Kadıköy"), Row(Item.SHARE, "chp"))
    return Finding(code, (slot,), dict.fromkeys(told - named, value) | dict.fromkeys(named, "chp"))


@languages
@pytest.mark.parametrize("value", KINDS)
@pytest.mark.parametrize("code", FINDINGS)
def test_every_sentence_writes_every_kind_of_value_as_its_language_does(
    code: Code, value: str, language: str
) -> None:
    election = catalog.load("istanbul-2024")
    said = sentences.finding_text(finding_with(code, value), election, language)
    template = sentences.SENTENCES[code][sentences.LANGUAGES.index(language)]
    expected = KINDS[value][sentences.LANGUAGES.index(language)]
    for name in fields(template) & finding_with(code, value).values.keys() - {"who", "first"}:
        if name != "stated":
            assert expected in said, name
    if value != expected:
        assert value not in said


@languages
@pytest.mark.parametrize("value", KINDS)
def test_what_stands_in_a_post_s_way_is_told_in_the_languages_notation(
    value: str, language: str
) -> None:
    expected = KINDS[value][sentences.LANGUAGES.index(language)]
    given = {"text": "58.63 ile kazandı", "opened": value, "least": value}
    said = sentences.obstacle_text(Obstacle(Code.P510, given), language)
    assert said.count(expected) >= 2 and "“58.63 ile kazandı”" in said
    in_post = Obstacle(Code.P501, {"number": "58,63", "text": "fark 58,63"})
    assert sentences.obstacle_text(in_post, language).count("58,63") == 2


@languages
@codes
def test_no_sentence_has_the_other_languages_marks_in_itself(code: Code, language: str) -> None:
    template = sentences.SENTENCES[code][sentences.LANGUAGES.index(language)]
    assert not re.search(r"(?<![T\d])\d{1,2}:\d\d", template), "one mark"
    assert not re.search(r"\d,\d", template) or language == "tr"
    hours = re.sub(r"\b(?:[01]?\d|2[0-3])\.[0-5]\d\b", "", template)
    assert not re.search(r"\d\.\d", hours) or language == "en"


@languages
@pytest.mark.parametrize(
    ("code", "values"),
    [
        (Code.W305, {"since": "23:20", "minutes": "45", "usual": "10"}),
        (Code.F208, {"time": "23:20"}),
        (Code.F209, {"time": "23:20", "other": "23:40", "why": "order"}),
    ],
)
def test_w305_f208_f209_write_the_time_as_the_window_does(
    code: Code, values: dict[str, str], language: str
) -> None:
    slot = Slot(Source("AA", "ibb", "Kadıköy"), Row(Item.SHARE, "chp"))
    election = catalog.load("istanbul-2024")
    said = sentences.finding_text(Finding(code, (slot,), values), election, language)
    assert "23.20" in said and ":2" not in said and ":4" not in said


@languages
@pytest.mark.parametrize("code", [Code.P502, Code.P503, Code.P504])
def test_an_hour_in_an_obstacle_is_no_share(code: Code, language: str) -> None:
    given = {"agency": "AA", "place": "Şile", "time": "20.24", "found": "F201", "what": "AA"}
    said = sentences.obstacle_text(Obstacle(code, given), language)
    assert "20.24" in said and "20,24" not in said


@languages
@pytest.mark.parametrize("code", [code for code in posts.POST_SENTENCES if code.startswith("P5")])
def test_an_obstacle_names_no_key_of_the_window_and_no_setting(code: Code, language: str) -> None:
    """The window and the command line both say it; each has its own way out."""
    text = posts.POST_SENTENCES[code][language == "tr"]
    assert not re.search(r"Ctrl|Alt|F\d|secim-masasi", text)
    assert not any(name in text for name in settings.names() if "-" in name or "." in name)


@languages
@pytest.mark.parametrize("problem", posts._PROBLEMS)
def test_every_problem_of_a_post_is_said_whatever_it_carries(problem: str, language: str) -> None:
    told = {"problem": problem, "text": "Fark 6 puan.", "hours": "AA 19.00"}
    for values in (told, told | {"place": "Şile", "agency": "AA", "boxes": "1/2"}):
        said = sentences.obstacle_text(Obstacle(Code.P506, values), language)
        assert "{" not in said
        assert ("Fark 6 puan." in said) == (problem in ("left_out", "never"))
