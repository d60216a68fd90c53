"""Every code of the reader has a sentence in both languages, and some text raises it."""

from __future__ import annotations

import string

import pytest

from desk.facts.catalog import load
from desk.facts.codes import Code
from desk.facts.election import Contender, Party
from desk.reading.reader import Context, read
from ui.texts.reader import READER_SENTENCES

FILE = Context.of(load("istanbul-2024"))
OWN = [code for code in Code if code.value[:2] in ("Q3", "I3")]

TEXTS = {
    "Q301": "Ekrem Başkan yüzde 51,1",
    "Q302": "MP yüzde 1,2",
    "Q303": "CHP ve AKP yüzde 45'te",
    "Q304": "CHP 531.9",
    "Q305": "CHP yüzde 58.635",
    "Q307": "AA ve ANKA verilerine göre CHP yüzde 50",
    "Q308": "CHP yüzde 50. CHP yüzde 51.",
    "Q309": "CHP: 35",
    "Q310": "Paşaköy: CHP yüzde 35,1",
    "Q316": "Şişli'de CHP yüzde 66,1",
    "Q311": "Fark 7 puandan fazla",
    "Q312": "CHP adayı Murat Kurum yüzde 51",
    "Q313": "İlçe\tnedir\nŞile\t51,2",
    "Q314": "İstanbul'da CHP yüzde 60 aldı. AKP yüzde 70 aldı.",
    "I301": "Ankete göre CHP yüzde 48",
    "I302": "2019'da CHP yüzde 48 almıştı",
    "I303": "Yeniden sayımda CHP 125 oy aldı",
    "I304": "CHP 35 milletvekili çıkardı",
    "I305": "Kayıtlı seçmen: 11.314.534",
    "I306": "19:38 Fark 6 puan\nİmamoğlu 7.74 puanla önde",
    "I307": "CHP'nin oyu 5 puan arttı",
    "I308": "Baraj yüzde 7",
    "I309": "Ankara'da CHP yüzde 60",
    "I310": "Paşaköy: CHP yüzde 35,1",
    "I312": "Kurum ile İmamoğlu arasındaki makas 11 puana açıldı: 51,1'e 40,1",
}
NATIONAL = {
    "Q306": "Edremit'te CHP yüzde 55",
    "Q315": "2018 seçiminde CHP yüzde 22 aldı",
}


def raised(text: str, context: Context | None) -> set[str]:
    reading = read(text, context)
    asked = {str(question.code) for question in reading.questions}
    return asked | {str(left.code) for left in reading.ignored}


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_a_text_raises_it(code: str) -> None:
    assert code in raised(TEXTS[code], FILE)


@pytest.mark.parametrize("code", sorted(NATIONAL))
def test_a_text_raises_it_without_a_file(code: str) -> None:
    assert code in raised(NATIONAL[code], None)


def test_every_code_is_raised_by_a_text() -> None:
    raised_here = TEXTS.keys() | NATIONAL.keys()
    # The rest is raised by what the editor answers, and tested where she does.
    assert {code.value for code in OWN} - raised_here == {"Q317", "Q318", "I311"}


def test_every_code_has_its_sentences() -> None:
    assert set(READER_SENTENCES) == set(OWN)


@pytest.mark.parametrize("code", OWN)
def test_sentences_use_the_fields_there_are(code: Code) -> None:
    for sentence in READER_SENTENCES[code]:
        names = {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
        assert "text" in names and names <= {"text", "names"}
        assert sentence.format(text="58,63", names="A, B")


def test_a_learned_name_is_known_from_then_on() -> None:
    election = load("istanbul-2024")
    assert "Q301" in raised("Ekrem Başkan yüzde 51,1", Context.of(election))
    learned = Context.of(election, {"ekrem baskan": "chp"})
    (record,) = read("Ekrem Başkan yüzde 51,1", learned).records
    (result,) = record.results
    assert (result.label, result.party, result.contender) == ("Ekrem Başkan", "chp", "chp")
    assert "Q301" not in {str(question.code) for question in record.questions}


@pytest.mark.parametrize("candidate", ["7", "=1+1", "—"])
def test_a_candidate_without_a_letter_stops_no_text(candidate: str) -> None:
    party = Party("yeni", "YENİ", "Yeni Parti", (), "#000000")
    contender = Contender("yeni", "yeni", candidate)
    context = Context.of(load("istanbul-2024").with_contender("ibb", contender, party))
    (record,) = read("CHP yüzde 51,1", context).records
    assert [result.party for result in record.results] == ["chp"]


def test_a_context_is_built_once() -> None:
    assert Context.national() is Context.national()
    assert Context.of(load("istanbul-2024")) is Context.of(load("istanbul-2024"))
