"""From a reading to bulletins: what the text says, or where the editor stands, against the file."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desk.facts.bulletin import Item, Row, Source
from desk.facts.codes import Code
from desk.facts.edits import LearnAlias
from desk.facts.pasted import Standing
from desk.file.session import Session
from desk.reading.proposals import Novelty, Proposals, Rereading, filing
from desk.reading.questions.answers import NONE_YET, Answers
from desk.reading.shapes import NOTHING, Asks
from tests.desk.conftest import CONTEST, PLACE, at, file_at, share, shares

HERE = Standing("AA", CONTEST, PLACE, at("20:10"))

TEXT = """19:25 İBB: kritik ilçelerde son durum
BEYOĞLU:
ANKA - CHP: Yüzde 61.23 AKP: Yüzde 35.53, YRP: Yüzde:2
AA - CHP - Yüzde 55.05 , AKP: Yüzde 39.23, Diğer: Yüzde 2.41
"""


def read(session: Session, text: str, answers: Answers = NONE_YET) -> Proposals:
    return Rereading(session, HERE).proposals(text, answers)


def test_the_text_says_it_all(session: Session) -> None:
    found = read(session, TEXT)
    assert [one.source for one in found.bulletins] == [
        Source("ANKA", CONTEST, PLACE),
        Source("AA", CONTEST, PLACE),
    ]
    for one in found.bulletins:
        assert one.as_of == at("19:25")
        assert one.assumed == set()
        assert {figure.novelty for figure in one.figures} == {Novelty.NEW}
    assert [str(figure.value) for figure in found.bulletins[0].figures] == ["61.23", "35.53", "2"]
    assert not found.questions


def test_figures_stand_in_the_order_of_the_text_with_their_fragments(session: Session) -> None:
    for one in read(session, TEXT).bulletins:
        spans = [figure.span for figure in one.figures]
        assert spans == sorted(spans)
        for figure in one.figures:
            start, end = figure.span
            assert str(figure.value) in TEXT[start:end]


def test_what_the_text_does_not_say_is_meant_where_the_editor_stands(session: Session) -> None:
    (one,) = read(session, "CHP yüzde 55,1; AKP yüzde 39").bulletins
    assert one.source == Source("AA", CONTEST, PLACE)
    assert one.as_of == at("20:10")
    assert one.assumed == {"agency", "contest", "place", "time"}


def test_a_lead_without_shares_is_a_bulletin(session: Session) -> None:
    text = "Anadolu Ajansı'na (AA) düşen son verilere göre 7.74 puanla İmamoğlu önde."
    (one,) = read(session, text).bulletins
    values = {figure.row: figure.value for figure in one.figures}
    assert values == {Row(Item.LEAD_POINTS): Decimal("7.74"), Row(Item.LEADER): "chp"}


def test_against_the_file_a_figure_is_new_changed_or_the_same(session: Session) -> None:
    file_at(session, Source("AA", CONTEST, PLACE), "19:10", shares(chp="55.05", ak_parti="40.1"))
    _, aa = read(session, TEXT).bulletins
    assert [(figure.row, figure.novelty) for figure in aa.figures] == [
        (share("chp"), Novelty.SAME),
        (share("ak_parti"), Novelty.CHANGED),
        (share("diger"), Novelty.NEW),
    ]


def test_the_same_digits_are_the_same_and_other_digits_are_not(session: Session) -> None:
    file_at(session, Source("AA", CONTEST, PLACE), "19:10", shares(chp="55.10"))
    (one,) = read(session, "AA: CHP yüzde 55,1").bulletins
    assert one.figures[0].novelty is Novelty.CHANGED


def test_a_bulletin_already_in_the_file_is_not_filed_again(session: Session) -> None:
    first = read(session, TEXT)
    session.record(filing(first.bulletins, TEXT, ""))
    again = read(session, TEXT)
    assert all(one.filed for one in again.bulletins)
    assert filing(again.bulletins, TEXT, "").bulletins == ()


def test_a_place_of_another_province_is_left_out(session: Session) -> None:
    found = read(session, "Ankara\nCHP yüzde 58,24; AKP yüzde 34,13")
    assert not found.bulletins
    assert {left.code for left in found.left_out} == {Code.I309}


def test_e122_an_agency_without_a_column_is_asked_about(session: Session) -> None:
    found = read(session, "BEYOĞLU\nDHA: CHP yüzde 58,24; AKP yüzde 34,13")
    assert not found.bulletins
    assert Code.E122 in {one.question.code for one in found.questions}


def test_q301_an_unknown_label_is_asked_once_and_then_known(session: Session) -> None:
    text = "İBB\nBEYOĞLU\nAA: Ekrem Başkan yüzde 70,1, AKP yüzde 20,5"
    asked = read(session, text)
    (question,) = (one.question for one in asked.questions)
    assert question.code is Code.Q301
    assert question.text == "Ekrem Başkan"
    session.record(LearnAlias(question.text, "chp"))
    found = read(session, text)
    assert not found.questions
    values = {figure.row: figure.value for figure in found.bulletins[0].figures}
    assert values[share("chp")] == Decimal("70.1")
    assert session.names.contender(CONTEST, "ekrem baskan") == "chp"


def test_a_learned_name_is_undone_and_forgotten(session: Session) -> None:
    change = session.record(LearnAlias("Ekrem Başkan", "chp"))
    assert [(one.label, one.contender) for one in session.aliases] == [("Ekrem Başkan", "chp")]
    session.record(change.inverse)
    assert session.aliases == ()


UNSAID = "ŞİŞLİ\nAA: CHP yüzde 66,1\nANKA: CHP yüzde 67,0"


def test_q316_a_contest_nobody_says_is_asked(session: Session) -> None:
    codes = [one.question.code for one in read(session, UNSAID).questions]
    assert codes == [Code.Q316, Code.Q316] or codes == [Code.Q316]


def test_a_contest_answered_for_the_whole_text_holds_for_all(session: Session) -> None:
    found = read(session, UNSAID, Answers({Asks.CONTEST: "ilce-meclisi"}))
    assert not found.questions
    assert {one.source.contest for one in found.bulletins} == {"ilce-meclisi"}
    assert all("contest" not in one.assumed for one in found.bulletins)


def test_a_contest_answered_for_one_question_leaves_the_others(session: Session) -> None:
    text = "ŞİŞLİ\nAA: CHP yüzde 66,1\n\nTUZLA\nAA: CHP yüzde 50,9"
    first, second = read(session, text).questions
    answers = NONE_YET.told(Asks.CONTEST, "ilce-baskanligi", first.question.source)
    assert read(session, text, answers).questions == (second,)


@pytest.mark.parametrize("text", ["", "\x00\x01", "Ağaçlar", "58,63"])
def test_nothing_to_propose(session: Session, text: str) -> None:
    assert read(session, text).bulletins == ()


def test_q318_whose_a_table_is_is_asked_and_holds_for_it(session: Session) -> None:
    text = "İlçe\tCHP\tAKP\nBeyoğlu\t55,05\t39,23\nÜsküdar\t51,14\t39,32\n"
    contest = Answers({Asks.CONTEST: CONTEST})
    (asking,) = read(session, text, contest).questions
    assert asking.question.code is Code.Q318
    assert read(session, text, contest).bulletins == ()
    told = contest.told(Asks.AGENCY, "ANKA", asking.question.source)
    found = read(session, text, told)
    assert {one.source.agency for one in found.bulletins} == {"ANKA"}
    assert all("agency" not in one.assumed for one in found.bulletins)
    none = contest.told(Asks.AGENCY, NOTHING, asking.question.source)
    assert read(session, text, none).bulletins == ()


def test_i311_an_answer_stands_above_what_was_read(session: Session) -> None:
    text = "İBB 19.25\nBEYOĞLU\nAA: CHP yüzde 50,1. 2019'da CHP yüzde 48 almıştı."
    span = text.index("yüzde 48"), text.index(" almıştı")
    answers = NONE_YET.taking(span)
    while questions := read(session, text, answers).questions:
        (asking,) = questions
        answers = answers.told(asking.asks, asking.question.answers[0], span)
    found = read(session, text, answers)
    ((figure,),) = (one.figures for one in found.bulletins)
    assert (str(figure.value), figure.hand) == ("48", True)
    assert [(left.code, left.text) for left in found.left_out] == [(Code.I311, "yüzde 50,1")]


def test_q311_what_is_told_roughly_is_no_figure_until_she_says_so(session: Session) -> None:
    text = "İBB 19.25\nBEYOĞLU\nAA: CHP yüzde 50'nin üzerinde, AKP yüzde 40,2"
    found = read(session, text)
    (asking,) = found.questions
    assert (asking.question.code, asking.question.text) == (Code.Q311, "yüzde 50")
    assert [figure.row.contender for one in found.bulletins for figure in one.figures] == [
        "ak_parti"
    ]
    for answer, values in ((asking.question.answers[0], {"50", "40.2"}), (NOTHING, {"40.2"})):
        told = NONE_YET.told(asking.asks, answer, asking.question.source)
        (one,) = read(session, text, told).bulletins
        assert {str(figure.value) for figure in one.figures} == values


def test_a_time_answered_is_its_bulletin_s(session: Session) -> None:
    text = "İBB BEYOĞLU\nAA: CHP yüzde 50,1, 20.15 AKP yüzde 40,2"
    answers = NONE_YET
    for asking in read(session, text).questions:
        (clock, *_) = [
            *(one for one in asking.question.answers if one.startswith("clock")),
            asking.question.answers[0],
        ]
        answers = answers.told(asking.asks, clock, asking.question.source)
    (one,) = read(session, text, answers).bulletins
    assert (one.as_of, one.assumed) == (at("20:15"), set())
    assert {figure.row.contender for figure in one.figures} == {"chp", "ak_parti"}


OLD = {"chp": "47.1", "ak_parti": "40.2"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("CHP yüzde 47,1 değil 48,1", {"chp": "48.1", "ak_parti": "40.2"}),
        ("düzeltme: CHP %48,1, AKP %39,9", {"chp": "48.1", "ak_parti": "39.9"}),
    ],
)
def test_what_a_text_takes_back_replaces_the_bulletin_that_says_it(
    session: Session, text: str, wanted: dict[str, str]
) -> None:
    older = file_at(session, Source("ANKA", CONTEST, PLACE), "19:25", shares(**OLD))
    file_at(session, Source("ANKA", CONTEST, PLACE), "19:05", shares(**OLD))
    file_at(session, Source("AA", CONTEST, PLACE), "19:35", shares(**OLD))
    (one,) = read(session, f"İBB BEYOĞLU\nANKA: {text}").bulletins
    assert one.corrects is not None
    assert (one.corrects.id, one.as_of) == (older, at("19:25"))
    session.record(filing([one], text, "ANKA düzeltti"))
    new = session.bulletins(CONTEST, PLACE, "ANKA")[-1]
    assert {row.contender: str(value) for row, value in new.figures.items()} == wanted


def test_what_nobody_filed_is_corrected_nowhere(session: Session) -> None:
    file_at(session, Source("ANKA", CONTEST, PLACE), "19:25", shares(chp="46.1"))
    (one,) = read(session, "İBB BEYOĞLU\nANKA: CHP yüzde 47,1 değil 48,1").bulletins
    assert one.corrects is None
    assert one.as_of == at("20:10")


TWICE = "İBB 19.25\nBEYOĞLU\nAA: CHP yüzde 50,1, AKP yüzde 40\nPaşaköy: CHP yüzde 35,1"


@pytest.mark.parametrize(
    ("key", "wanted"),
    [(0, {"chp": "50.1", "ak_parti": "40"}), (1, {"chp": "35.1", "ak_parti": "40"})],
)
def test_q308_of_a_figure_given_twice_after_an_answer_one_is_chosen(
    session: Session, key: int, wanted: dict[str, str]
) -> None:
    (place,) = read(session, TWICE).questions
    answers = NONE_YET.told(Asks.PLACE, PLACE, place.question.source)
    (twice,) = read(session, TWICE, answers).questions
    assert twice.question.answers == ("share chp 50.1", "share chp 35.1", NOTHING)
    told = answers.told(Asks.FIGURE, twice.question.answers[key], twice.question.source)
    found = read(session, TWICE, told)
    assert not found.questions
    (one,) = found.bulletins
    assert {figure.row.contender: str(figure.value) for figure in one.figures} == wanted
    assert [left.code for left in found.left_out] == [Code.I311]


def test_answers_in_any_order_read_as_they_do_at_once(session: Session) -> None:
    """A reading kept between two answers is the reading there would be without the first."""
    text = TWICE + "\nAA ve ANKA: Ekrem Başkan yüzde 3, DEM: 5\nDHA: CHP yüzde 35"
    kept, answers = Rereading(session, HERE), NONE_YET
    for key in (0, -1, 0, 0, 1, 0, 0, 0):
        found = kept.proposals(text, answers)
        assert found == read(session, text, answers)
        if found.questions:
            asking = found.questions[0]
            answer = asking.question.answers[key]
            answers = answers.told(asking.asks, answer, asking.question.source)
    assert found.bulletins


def test_an_agency_the_text_names_is_no_other_whatever_holds_for_the_whole_text(
    session: Session,
) -> None:
    text = "İBB BEYOĞLU\nAA ve ANKA: CHP yüzde 50,1\n\nÜSKÜDAR\nDHA: CHP yüzde 49"
    whole = Answers({Asks.AGENCY: "ANKA", Asks.CONTEST: CONTEST})
    found = read(session, text, whole)
    assert [one.source.place for one in found.bulletins] == ["Beyoğlu"]
    (asking,) = found.questions
    assert (asking.question.code, asking.whole) == (Code.E122, False)
    told = whole.told(Asks.AGENCY, "AA", asking.question.source)
    sources = [(one.source.agency, one.source.place) for one in read(session, text, told).bulletins]
    assert sources == [("ANKA", "Beyoğlu"), ("AA", "Üsküdar")]


CAMPS = (
    "Kampanya ekibine göre",
    "AK Parti SKM:",
    "Parti verilerine göre",
    "Elimizdeki tutanaklara göre",
    "Müşahitlerin gönderdiği rakamlar:",
    "Sosyal medyada dolaşan tabloda",
    "CHP Sözcüsü Deniz Yücel:",
)
"""Who counts besides the agencies, and tells it."""


@pytest.mark.parametrize("who", CAMPS)
def test_a_camp_s_own_count_is_in_no_agency_s_column(session: Session, who: str) -> None:
    text = f"{who} İBB'de BEYOĞLU CHP yüzde 50,1, AKP yüzde 40,2"
    found = read(session, text)
    assert found.bulletins == ()
    (asking,) = found.questions
    assert (asking.question.code, asking.asks) == (Code.Q307, Asks.AGENCY)
    told = NONE_YET.told(Asks.AGENCY, "ANKA", asking.question.source)
    assert {one.source.agency for one in read(session, text, told).bulletins} == {"ANKA"}
    none = NONE_YET.told(Asks.AGENCY, NOTHING, asking.question.source)
    assert read(session, text, none).bulletins == ()


@pytest.mark.parametrize(
    "text",
    [
        "İBB'de BEYOĞLU CHP yüzde 50,1, AKP yüzde 40,2",
        "İlçe Seçim Kurulu tutanaklarına göre İBB'de BEYOĞLU CHP yüzde 50,1, AKP yüzde 40,2",
        "AA'nın aktardığına göre İBB'de BEYOĞLU CHP yüzde 50,1. Parti verileri bekleniyor.",
    ],
)
def test_no_camp_s_word_asks_nothing(session: Session, text: str) -> None:
    found = read(session, text)
    assert not any(one.asks is Asks.AGENCY for one in found.questions)


def test_a_camp_s_count_beside_an_agency_s_waits_alone(session: Session) -> None:
    text = "İBB BEYOĞLU\nKampanya ekibine göre CHP yüzde 52,4, AA'ya göre CHP yüzde 49,9"
    found = read(session, text)
    assert [one.question.code for one in found.questions] == [Code.Q307]
    assert [str(one.figures[0].value) for one in found.bulletins] == ["49.9"]
