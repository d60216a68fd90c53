"""Pasted texts that are asked about or left out, each with the question the window puts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from desk.facts.codes import Code
from desk.facts.pasted import Standing
from desk.file.session import Session
from desk.reading.proposals import Rereading, context_of
from desk.reading.questions.answers import NONE_YET, Answers
from desk.reading.reader import Context, read
from desk.reading.shapes import Asks
from tests.handbook.night import CONTEST, ISTANBUL, Example, fresh
from ui.texts.sentences import sentence

TEXTS = {
    Code.Q301: "Ekrem Başkan yüzde 51,1",
    Code.Q302: "MP yüzde 1,2",
    Code.Q303: "CHP ve AKP yüzde 45'te",
    Code.Q304: "CHP 531.9",
    Code.Q305: "CHP yüzde 58.635",
    Code.Q307: "AA ve ANKA verilerine göre CHP yüzde 50",
    Code.Q308: "CHP yüzde 50. CHP yüzde 51.",
    Code.Q309: "CHP: 35",
    Code.Q310: "Paşaköy: CHP yüzde 35,1",
    Code.Q311: "Fark 7 puandan fazla",
    Code.Q312: "CHP adayı Murat Kurum yüzde 51",
    Code.Q313: "İlçe\tnedir\nŞile\t51,2",
    Code.Q314: "İstanbul'da CHP yüzde 60 aldı. AKP yüzde 70 aldı.",
    Code.Q316: "Şişli'de CHP yüzde 66,1",
    Code.I301: "Ankete göre CHP yüzde 48",
    Code.I302: "2019'da CHP yüzde 48 almıştı",
    Code.I303: "Yeniden sayımda CHP 125 oy aldı",
    Code.I304: "CHP 35 milletvekili çıkardı",
    Code.I305: "Kayıtlı seçmen: 11.314.534",
    Code.I306: "19:38 Fark 6 puan\nİmamoğlu 7.74 puanla önde",
    Code.I307: "CHP'nin oyu 5 puan arttı",
    Code.I308: "Baraj yüzde 7",
    Code.I309: "Ankara'da CHP yüzde 60",
    Code.I310: "Paşaköy: CHP yüzde 35,1",
    Code.I312: "Kurum ile İmamoğlu arasındaki makas 11 puana açıldı: 51,1'e 40,1",
}
NATIONAL = {
    Code.Q306: "Edremit'te CHP yüzde 55",
    Code.Q315: "2018 seçiminde CHP yüzde 22 aldı",
}
"""Asked where the night is the whole country's."""


def examples() -> Iterator[Example]:
    """Q301 to I312."""
    with fresh() as night:
        for code, text in TEXTS.items():
            yield _example(code, text, context_of(night))
        yield from _answered(night)
    for code, text in NATIONAL.items():
        yield _example(code, text, None)


def _example(code: Code, text: str, context: Context | None) -> Example:
    reading = read(text, context)
    for one in (*reading.questions, *reading.ignored):
        if one.code is code:
            values = dict(getattr(one, "values", {}))
            values["known"] = ", ".join(
                _named(name) for name in values.get("known", "").split(", ")
            )
            return Example(code, _shown(text), sentence(code, {**values, "text": one.text}, "tr"))
    raise AssertionError(f"{code}: {text}")


def _named(code: str) -> str:
    """A contender's or a contest's name, as the window writes it."""
    for race in ISTANBUL.contests:
        if race.id == code:
            return race.name_tr
        if any(one.code == code for one in race.contenders):
            return ISTANBUL.label(race.id, code)
    return code


def _shown(text: str) -> str:
    return "<br>".join(f"*{line}*" for line in text.replace("\t", " · ").splitlines())


def _answered(night: Session) -> Iterator[Example]:
    """What comes of a table without an agency, and of what she takes in or leaves out herself."""
    here = Standing("AA", CONTEST, "Beyoğlu", datetime.fromisoformat("2024-03-31T20:10"))
    table = "İlçe\tCHP\tAKP\nBeyoğlu\t55,05\t39,23"
    contest = Answers({Asks.CONTEST: CONTEST})
    (asking, *_) = Rereading(night, here).proposals(table, contest).questions
    said = sentence(asking.question.code, {"text": asking.question.text}, "tr")
    yield Example(asking.question.code, _shown(table), said)

    text = "İBB 19.25\nBEYOĞLU\nAA: CHP yüzde 50,1. 2019'da CHP yüzde 48 almıştı."
    span = text.index("yüzde 48"), text.index(" almıştı")
    answers = NONE_YET.taking(span)
    (asking,) = Rereading(night, here).proposals(text, answers).questions
    said = sentence(asking.question.code, {"text": asking.question.text}, "tr")
    yield Example(asking.question.code, f"{_shown(text)}<br>(“yüzde 48” elle alınırken)", said)
    while questions := Rereading(night, here).proposals(text, answers).questions:
        (asking,) = questions
        answers = answers.told(asking.asks, asking.question.answers[0], span)
    (left,) = Rereading(night, here).proposals(text, answers).left_out
    said = sentence(left.code, {"text": left.text}, "tr")
    yield Example(left.code, "Aynı metinde 48 alınınca 50,1 dışarıda kalır", said)
