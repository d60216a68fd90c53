"""Every verdict has its sentence and its word in both languages, whatever is known of it."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.facts import catalog
from desk.rules.board import Verdict, VerdictCode
from ui.texts.sentences import LANGUAGES
from ui.texts.verdicts import VERDICT_SENTENCES, VERDICT_WORDS, apart, verdict_text, verdict_word

ROOT = Path(__file__).resolve().parents[3]
ELECTION = catalog.load("istanbul-2024")
WHYS = ("one_agency", "no_shares", "no_opened", "no_series", "hours")
FULL = {"who": "chp", "gap": "5.26", "threshold": "3.00", "minutes": "65"}
EQUAL = {"equal": "0.40", "opened": "60.00"}

languages = pytest.mark.parametrize("language", LANGUAGES)


def text(code: VerdictCode, values: dict[str, str], *lacking: str, tr: bool = True) -> str:
    verdict = Verdict(code, values, lacking)
    return verdict_text(verdict, ELECTION, "ibb", "tr" if tr else "en", differ=False)


def test_every_reason_the_desk_gives_is_known_here() -> None:
    source = (ROOT / "desk" / "rules" / "board.py").read_text(encoding="utf-8")
    given_there = set(re.findall(r'"why": "(\w+)"', source))
    for line in re.findall(r"why = (.+)", source):
        given_there |= set(re.findall(r'"(\w+)"', line))
    assert given_there == set(WHYS)


@languages
@pytest.mark.parametrize("code", VerdictCode)
def test_every_verdict_is_a_word(code: VerdictCode, language: str) -> None:
    word = verdict_word(Verdict(code, {}), language)
    assert word and word == VERDICT_WORDS[code][LANGUAGES.index(language)]


@pytest.mark.parametrize("key", VERDICT_SENTENCES)
def test_both_languages_tell_the_same_values(key: str) -> None:
    english, turkish = (
        {name for _, name, _, _ in string.Formatter().parse(one) if name}
        for one in VERDICT_SENTENCES[key]
    )
    assert english == turkish


codes = st.one_of(
    st.tuples(st.sampled_from([c for c in VerdictCode if c is not VerdictCode.UNKNOWN]), st.none()),
    st.tuples(st.just(VerdictCode.UNKNOWN), st.sampled_from(WHYS)),
)


@given(codes, st.booleans(), st.booleans(), st.sampled_from([(), ("AA",), ("AA", "ANKA")]))
def test_no_sentence_lacks_what_it_tells(
    told: tuple[VerdictCode, str | None], equal: bool, leads: bool, lacking: tuple[str, ...]
) -> None:
    code, why = told
    values = FULL | (EQUAL if equal or code is VerdictCode.REAL else {})
    if code is VerdictCode.SAME and leads:
        values = {"gap": "0.30", "threshold": "10.00"}
    if why in ("one_agency", "no_shares"):
        values = {"gap": "13.40", "threshold": "10.00"} if leads and why == "no_shares" else {}
    if why is not None:
        values["why"] = why
    if why in ("no_opened", "hours") and not lacking:
        lacking = ("AA",)
    for language in LANGUAGES:
        said = verdict_text(Verdict(code, values, lacking), ELECTION, "ibb", language, differ=True)
        assert "{" not in said and "  " not in said and " ;" not in said and " ." not in said
        assert said[-1] == "." and said == said.strip()
        for agency in lacking if code is VerdictCode.UNKNOWN and why != "no_series" else ():
            assert agency in said


def test_the_sentences_in_turkish() -> None:
    known = FULL | {"minutes": "0"}
    assert text(VerdictCode.STAGE, known | EQUAL) == (
        "Evre farkı: açılan sandık yüzde 60 iken 0,40 puana iniyor (CHP, şimdi 5,26)."
    )
    assert text(VerdictCode.REAL, known | EQUAL | {"equal": "4.20"}) == (
        "Evre farkı değil: açılan sandık yüzde 60 iken de CHP için 4,20 puan."
    )
    assert text(VerdictCode.SAME, known | {"gap": "0.30"}) == (
        "Eşik altında: en geniş fark CHP 0,30 puan; bu aşamada 3 puana kadar olağan."
    )
    assert text(VerdictCode.SAME, known | {"gap": "0.00"}) == "Aynı: oranlar eşit."
    assert text(VerdictCode.IMPOSSIBLE, known) == (
        "Olamaz: hangi sandıklar açılmış olursa olsun CHP için 5,26 puan fark çıkamaz; ikisi "
        "birden doğru değil."
    )
    assert text(VerdictCode.UNKNOWN, known | {"why": "no_opened"}, "AA") == (
        "Karşılaştırılamaz: AA son oranlarıyla birlikte açılan sandık oranı vermedi; CHP için fark "
        "5,26 puan."
    )


def test_what_lies_between_the_bulletins_is_told_once() -> None:
    said = text(VerdictCode.REAL, FULL | EQUAL)
    assert said.endswith("puan. Bültenlerin arası 1 saat 5 dakika.")
    late = text(VerdictCode.UNKNOWN, FULL | {"why": "hours"}, "AA", "ANKA")
    assert late.count("1 saat 5 dakika") == 1 and "AA ve ANKA" in late
    assert apart(61, "en") == "1 hour 1 minute" and apart(120, "tr") == "2 saat"
    assert apart(25, "en") == "25 minutes"


def test_a_fall_that_is_none_is_not_told() -> None:
    """Where the widest gap is within its rounding, another one has come down."""
    for values in (FULL, FULL | EQUAL | {"equal": "5.30"}):
        assert "eşitken 3 puanı aşmıyor" in text(VerdictCode.STAGE, values)


def test_what_rounding_explains_is_told_as_that() -> None:
    assert "yuvarlama payını aşmıyor" in text(VerdictCode.SAME, FULL | {"gap": "3.50"})


def test_other_leaders_are_never_passed_over() -> None:
    verdict = Verdict(VerdictCode.SAME, FULL | {"gap": "2.29"})
    assert "Önde olan farklı." in verdict_text(verdict, ELECTION, "ibb", "tr", differ=True)
    assert "differ" not in verdict_text(verdict, ELECTION, "ibb", "en", differ=False)
