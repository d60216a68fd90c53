"""Every sentence the kinds can make, over a grid of figures, names, styles and house settings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import cycle, islice

import pytest

from desk import turkish
from desk.facts import settings
from desk.facts.bulletin import Figures, Item, Row, Source
from desk.facts.codes import Code, Refusal
from desk.facts.edits import AddAgency, SetSetting
from desk.facts.election import Agency, Election
from desk.facts.post import Ask, BlockShape, Post, PostKind
from desk.file.session import Session
from desk.posts import forms
from desk.posts.compose import compose
from desk.posts.forms import to_short
from desk.posts.ledger import post as published_post
from desk.posts.ledger import publish
from desk.posts.numbers import unbacked
from desk.turkish.style import (
    AGENCY_ORDER,
    LABELS,
    SHAPE,
    SPELLING,
    SPOKEN,
    STYLE,
    STYLES,
    pairs_of,
    style_of,
)
from tests.desk.conftest import (
    AA,
    ANKA,
    CONTEST,
    PLACE,
    at,
    file_at,
    night_clock,
    refused,
    share,
    shares,
    votes,
)
from tests.desk.posts.test_ties import assert_tied

AWKWARD = (
    *("Kırklareli", "Beyoğlu", "Kadıköy", "Sultanbeyli", "Beylikdüzü", "Kâğıthane", "Of", "Iğdır"),
    *("19 Mayıs", "Şarkışla", "Ağrı", "Merkez", "Zeytinburnu", "Tunceli", "Çankırı", "Pütürge"),
)
AGENCIES = ("YSK", "DHA", "İHA", "T24", "Halk TV")
COMPUTED = [
    kind
    for kind in PostKind
    if kind not in (PostKind.STATEMENT, PostKind.NOTE, PostKind.CORRECTION)
]

WORDS: tuple[Figures, ...] = (
    shares(chp="58.79", ak_parti="40", diger="1.21") | {Row(Item.OPENED_SHARE): Decimal(10)},
    shares(chp="100", ak_parti="0") | {Row(Item.OPENED_SHARE): Decimal(100)},
    shares(chp="9", ak_parti="10", yeniden_refah="40") | {Row(Item.OPENED_BOXES): 1_234},
    shares(chp="48.5", ak_parti="48.50") | {votes("chp"): 1_234, votes("ak_parti"): 0},
    {votes("chp"): 1_234, votes("ak_parti"): 1_000_000, votes("diger"): 9},
    {Row(Item.LEADER): "chp", Row(Item.LEAD_POINTS): Decimal("7.74"), Row(Item.LEAD_VOTES): 4_211},
    {Row(Item.LEAD_POINTS): Decimal("0.5")},
    {Row(Item.LEADER): "ak_parti"},
    {Row(Item.OPENED_SHARE): Decimal("0")},
    {Row(Item.TURNOUT): Decimal("78.9"), Row(Item.TOTAL_BOXES): 12},
    {share("diger"): Decimal(100)},
    shares(chp="38.3", ak_parti="38.2", dem_parti="5", zafer_partisi="4.04", bagimsiz="1.5"),
    shares(chp="46.96", ak_parti="50.1") | {Row(Item.OPENED_SHARE): Decimal("36.76")},
)
SETS: tuple[dict[str, str], ...] = (
    {},
    {STYLE: "seed"},
    {"share-mark": "sign", "decimals": "two", "time-mark": "colon"},
    {STYLE: "seed", "decimal-mark": "comma", "share-mark": "sign", "place-headings": "plain"},
    {"decimal-mark": "dot", "line": "dash", "contenders": "2", "others": "no"},
    {STYLE: "seed", "line": "plain", "decimals": "two", "apostrophe": "curly"},
    {"ysk-suffix": "nın", "kirklareli-suffix": "de", "institution-apostrophe": "no"},
    {LABELS: "AKP=AK Parti, CHP=Cumhuriyet Halk Partisi", "contenders": "3"},
)


_FAULTS = re.compile(
    r"yüzde\s*%|%\s*yüzde|yüzde\s*[^0-9\s]|yüzde$|%[^0-9]"
    r"|\s[.,;:)]|\.\.|[;,:]\.|: *[;.]|[(]\s*[)]|,\s*\.| ve [.,]"
    r"|[{}]|^[,;:.]|[(][,;]|[,;][)]|[0-9]'?[dt][ea]n['’]",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def grid(election: Election, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """A night in awkward places: everything agencies can say, and another thing an hour later."""
    (province,) = election.provinces
    districts = [replace(election.districts[at_], name=name) for at_, name in enumerate(AWKWARD)]
    spoilt = replace(election, places=(province, *districts))
    path = tmp_path_factory.mktemp("grid") / "night.secim"
    with Session.create(path, spoilt, night_clock) as night:
        for code in AGENCIES:
            if code not in {agency.code for agency in night.election.agencies}:
                night.record(AddAgency(Agency(code, code)))
        said = cycle(WORDS)
        codes = ["AA", "ANKA", *AGENCIES]
        for number, place in enumerate(("İstanbul", *AWKWARD)):
            for clock in ("19:40", "20:00", "21:07"):
                pair = ("AA", "ANKA", codes[2 + number % 5])
                for agency in pair if clock != "21:07" else pair[1:]:
                    file_at(night, Source(agency, CONTEST, place), clock, next(said))
                next(said)
        yield night


@pytest.fixture(params=SETS, ids=lambda made: " ".join(made.values()) or "tdk")
def styled(grid: Session, request: pytest.FixtureRequest) -> Iterator[Session]:
    """The grid in a house's style."""
    for name, value in request.param.items():
        grid.record(SetSetting(name, settings.read(name, value)))
    yield grid
    for name in request.param:
        grid.record(SetSetting(name, None))


def asks(night: Session) -> Iterator[Ask]:
    everywhere = tuple(place.name for place in night.election.places)
    yield Ask(CONTEST, everywhere)
    yield Ask(CONTEST)
    for number, place in enumerate(everywhere):
        yield Ask(CONTEST, (place,))
        other = AGENCIES[(number - 1) % 5]
        if number % 2:
            continue
        yield Ask(CONTEST, (place, "Of"), agencies=(other, "ANKA"))
        yield Ask(CONTEST, (place,), agencies=(other,), at=at("20:30"))


def assert_clean(post: Post, night: Session) -> None:
    """The faults no sentence may have, whatever it is made of."""
    style = style_of(night.settings)
    texts = [post.headline, *post.body.splitlines()]
    for text in texts:
        assert text == " ".join(text.split()), text
        assert not _FAULTS.search(text), text
        assert not re.search(r"None|itibarıyla (Fark|İlk)\b", text), text
        if style.signed:
            assert not re.search(r"yüzde [0-9]", text, re.I), text
        else:
            assert "%" not in text, text
    assert not post.headline.endswith((".", ":", ",", ";"))
    assert re.search(r"[^.:][.:]$", post.lead), post.lead
    for block in post.blocks:
        assert block.lines and not block.heading.endswith((".", ":"))
        if block.heading and block.heading[0].isalpha():
            assert block.heading == turkish.upper(block.heading) or not style.capitals
        for line in block.lines:
            assert block.shape is not BlockShape.LINES or re.search(r"[^.:;,][.]$", line), line


def assert_suffixes(post: Post, night: Session) -> None:
    """A suffix behind an apostrophe is one that the word before it takes, in this house."""
    spelling = style_of(night.settings).spelling
    mark = spelling.apostrophe
    for text in (post.headline, *post.body.splitlines()):
        assert {"'": "’", "’": "'"}[mark] not in text, text
        for start, word, suffix in re.findall(
            rf"((?:yüzde |%|\b[^\W\d]+ )?)([\w.,:]*\w){mark}([a-zçğıöşü]+)", text
        ):
            known = {
                turkish.suffixed(whole, case, spelling=spelling)
                for whole in (word, f"{start}{word}")
                for case in turkish.CASES
            }
            assert any(one.endswith(f"{word}{mark}{suffix}") for one in known), (word, suffix)


def test_the_grid_of_every_sentence(styled: Session, request: pytest.FixtureRequest) -> None:
    """All that is asked in the first style, a third of it in each of the others."""
    at = SETS.index(request.node.callspec.params["styled"])
    thin = 3 if at else 1
    told = 0
    for ask in islice(asks(styled), at % thin, None, thin):
        for kind in COMPUTED:
            try:
                post = compose(styled, kind, ask)
            except Refusal as refusal:
                assert refusal.code is Code.E141
                continue
            told += 1
            assert_clean(post, styled)
            assert_suffixes(post, styled)
            assert_tied(post, names=("19", "24"))
            assert unbacked(post, styled.election) == []
            assert len(to_short(post)) <= 280
    assert told > 150 / thin


def test_named_once_in_any_case() -> None:
    """The cases newsrooms stumble over, in the sentences that have them."""
    style = STYLES["tdk"]
    assert style.suffixed(style.part(Decimal(10)), "poss3") == "yüzde 10'u"
    assert style.suffixed(style.part(Decimal("58.79")), "abl") == "yüzde 58,79'dan"
    assert style.bound(7) == "7 puandan fazla"


# House settings


def line_of(night: Session, **values: str) -> str:
    for name, value in values.items():
        night.record(SetSetting(name.replace("_", "-"), value))
    post = compose(night, PostKind.COMPARISON, Ask(CONTEST, (PLACE,)))
    for name in values:
        night.record(SetSetting(name.replace("_", "-"), None))
    return post.blocks[0].lines[0]


@pytest.fixture
def told(session: Session) -> Session:
    opened = {Row(Item.OPENED_SHARE): Decimal(10)}
    file_at(session, AA, "19:25", shares(chp="58.63", ak_parti="38.3", diger="2") | opened)
    file_at(session, ANKA, "19:25", shares(chp="58.63", ak_parti="38.3", yeniden_refah="1"))
    return session


@pytest.mark.parametrize(
    ("values", "line"),
    [
        (
            {"style": "tdk"},
            "AA (19.25, sandıkların yüzde 10'u açıldı): İmamoğlu (CHP) yüzde 58,63; "
            "Kurum (AKP) yüzde 38,3; Diğer yüzde 2.",
        ),
        (
            {"share_mark": "sign", "decimals": "two"},
            "AA (19.25, sandıkların %10'u açıldı): İmamoğlu (CHP) %58,63; Kurum (AKP) %38,30; "
            "Diğer %2,00.",
        ),
        (
            {"decimal_mark": "dot", "time_mark": "colon", "apostrophe": "curly"},
            "AA (19:25, sandıkların yüzde 10’u açıldı): İmamoğlu (CHP) yüzde 58.63, "
            "Kurum (AKP) yüzde 38.3, Diğer yüzde 2.",
        ),
        (
            {"line": "dash", "others": "no"},
            "AA - İmamoğlu (CHP): Yüzde 58,63; Kurum (AKP): Yüzde 38,3 "
            "(19.25, sandıkların yüzde 10'u açıldı).",
        ),
        (
            {"line": "dash", "names": "parties"},
            "AA - CHP: Yüzde 58,63; AKP: Yüzde 38,3; Diğer: Yüzde 2 "
            "(19.25, sandıkların yüzde 10'u açıldı).",
        ),
        (
            {"style": "seed", "line": "plain", "labels": "AKP=AK Parti"},
            "AA (19.25, sandıkların yüzde 10'u açıldı): CHP yüzde 58.63, AK Parti yüzde 38.3, "
            "Diğer yüzde 2.",
        ),
    ],
)
def test_a_setting_over_a_preset(told: Session, values: dict[str, str], line: str) -> None:
    assert line_of(told, **values) == line


def test_fewer_contenders_and_plain_headings(told: Session) -> None:
    file_at(told, AA, "19:40", shares(chp="50", ak_parti="30", yeniden_refah="9", diger="1"))
    told.record(SetSetting("contenders", "2"))
    told.record(SetSetting("place-headings", "plain"))
    post = compose(told, PostKind.COMPARISON, Ask(CONTEST, (PLACE,)))
    assert post.blocks[0].heading == "Beyoğlu"
    assert "Kurum (AKP) yüzde 30; Diğer yüzde 1." in post.blocks[0].lines[0]
    assert "YRP" not in post.body and "YRP" not in str(post.tables)
    # A gap nobody is named in is no difference worth a post.
    file_at(told, ANKA, "19:40", shares(chp="50", ak_parti="30", yeniden_refah="1"))
    with refused(Code.E141):
        compose(told, PostKind.DIFFERENCES, Ask(CONTEST, (PLACE,)))


def test_zeros_are_added_and_no_digit_is_lost() -> None:
    padded = replace(STYLES["tdk"], padded=True)
    for text in ("2", "38.3", "38.30", "0", "100", "1.125"):
        value = Decimal(text)
        assert Decimal(padded.digits(value).replace(",", ".")) == value
        assert len(padded.digits(value).partition(",")[2]) >= 2
        assert STYLES["tdk"].digits(value) == text.replace(".", ",")


def test_the_time_mark_is_kept_with_the_post(told: Session) -> None:
    told.record(SetSetting("time-mark", "colon"))
    post = compose(told, PostKind.COMPARISON, Ask(CONTEST, (PLACE,)))
    again = published_post(told, publish(told, post).posts[0])
    for form in (forms.to_text, forms.to_markdown, to_short):
        assert "19:25 Beyoğlu" in form(post) and "19.25" not in form(post)
        assert form(again) == form(post)


@pytest.mark.parametrize("name", [*SPELLING, *SHAPE])
def test_every_choice_is_a_setting_with_the_preset_as_its_default(name: str) -> None:
    assert name in settings.names() and settings.default(name) == "style"
    for value in {**SPELLING, **SHAPE}[name]:
        assert settings.read(name, value) == value
        style_of({name: value})
    assert style_of({name: "style"}) == style_of({name: "nonsense"}) == STYLES["tdk"]
    with refused(Code.E152):
        settings.read(name, "nonsense")


@pytest.mark.parametrize("text", ["", "AKP", "AKP=", "=AK Parti", "AKP=A, B", "AKP=A\x07B"])
def test_e152_labels_that_are_no_list(text: str) -> None:
    with refused(Code.E152):
        settings.read(LABELS, text)
    assert not pairs_of(text)


def test_the_agencies_stand_in_the_houses_order(told: Session) -> None:
    ask = Ask(CONTEST, (PLACE,))
    told.record(SetSetting(AGENCY_ORDER, settings.read(AGENCY_ORDER, " ANKA,AA , ANKA")))
    for kind in (PostKind.COMPARISON, PostKind.SUMMARY):
        post = compose(told, kind, ask)
        lines = [line for block in post.blocks for line in block.lines]
        assert lines[0].startswith("ANKA (") and lines[1].startswith("AA (")
        asked = compose(told, kind, replace(ask, agencies=("AA", "ANKA")))
        assert next(line for block in asked.blocks for line in block.lines).startswith("AA (")
    told.record(SetSetting(AGENCY_ORDER, "DHA, AA"))
    assert compose(told, PostKind.COMPARISON, ask).blocks[0].lines[0].startswith("AA (")
    with refused(Code.E152):
        settings.read(AGENCY_ORDER, "AA")


def test_the_editor_rules_how_a_name_is_read(told: Session) -> None:
    told.record(SetSetting(SPOKEN, settings.read(SPOKEN, "ANKA=ankü, Kurum = kurim")))
    post = compose(told, PostKind.COMPARISON, Ask(CONTEST, (PLACE,)))
    assert post.lead == "İBB başkanlığı için AA ve ANKA'nün son verileri:"
    with refused(Code.E152):
        settings.read(SPOKEN, "Woods")


def test_labels_are_kept_tidy() -> None:
    assert settings.read(LABELS, " AKP =  AK  Parti ,YRP=Yeniden Refah,") == (
        "AKP=AK Parti, YRP=Yeniden Refah"
    )
