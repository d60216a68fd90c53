"""What stands in a post's way, and posts and templates that cannot be, with the desk's word."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from desk.drafts.model import from_post
from desk.drafts.outgoing import to_post
from desk.facts import catalog, settings
from desk.facts.bulletin import Source
from desk.facts.codes import Code
from desk.facts.edits import BeginCorrection, FileDraft, Retract, SetFigure, SetSetting
from desk.facts.election import ContestKind
from desk.facts.names import Names
from desk.facts.post import Ask, Post, PostKind
from desk.file.session import Session
from desk.posts import picture
from desk.posts.compose import compose, preview
from desk.posts.gate import obstacles
from desk.posts.ledger import publish
from desk.posts.templates import Templates
from desk.reading.files.csv import read_figures
from desk.rehearsal.drawn import stages_of
from tests.desk.kinds import BY_ELECTION, election
from tests.handbook.night import (
    CONTEST,
    ISTANBUL,
    Example,
    answer,
    bulletin,
    file_all,
    fresh,
    refusal_of,
)
from ui.texts.sentences import obstacle_text

BEYOGLU = Ask(CONTEST, ("Beyoğlu",))
DEMONSTRATION = catalog.resource("demo", "istanbul-2024.csv")


@contextmanager
def evening(lifted: str = "2024-03-31T18:00") -> Iterator[Session]:
    """The demonstration, filed; the ban lifted."""
    with fresh() as night:
        text = DEMONSTRATION.read_text(encoding="utf-8")
        file_all(night, read_figures(text, Names(ISTANBUL)))
        if lifted:
            night.record(SetSetting(settings.BAN_LIFTED, lifted))
        yield night


def examples() -> Iterator[Example]:
    """P501 to P512, E141, E161 to E175."""
    with evening() as night:
        yield from _numbers(night)
    with evening("") as night:
        post = compose(night, PostKind.LEAD, Ask(CONTEST))
        yield _stopped(night, Code.P504, "Yasak kalkmadan, 19.38'de *Fark* gönderisi", post)
    with fresh() as night:
        yield from _claims(night)
    with evening() as night:
        yield from _corrections(night)
        yield from _refused(night)
        yield from _templates(night)
    own = tuple(replace(race, kind=ContestKind.OTHER) for race in election(BY_ELECTION).contests)
    nobody = replace(election(BY_ELECTION), contests=own)
    yield answer("Önceki sonucu olmayan bir seçimin provası", refusal_of(lambda: stages_of(nobody)))


def _stopped(night: Session, code: Code, what: str, post: Post) -> Example:
    one = next(one for one in obstacles(night, post) if one.code is code)
    return Example(code, what, obstacle_text(one, "tr"))


def _note(night: Session, title: str, text: str = "Metin.") -> Post:
    return compose(night, PostKind.NOTE, Ask(CONTEST, title=title, text=text))


def _numbers(night: Session) -> Iterator[Example]:
    text = "AA'ya düşen son verilere göre 7,74 puanla İmamoğlu önde."
    yield _stopped(
        night,
        Code.P501,
        f"Başlık: *Fark 6 puandan fazla*<br>Metin: *{text}*",
        _note(night, "Fark 6 puandan fazla", text),
    )
    both = compose(night, PostKind.COMPARISON, Ask(CONTEST, ("Küçükçekmece",)))
    yield _stopped(
        night, Code.P502, "ANKA'nın oranları 101,33 ederken Küçükçekmece gönderisi", both
    )
    one = compose(night, PostKind.SUMMARY, Ask(CONTEST, ("Beyoğlu",), ("AA",)))
    yield _stopped(night, Code.P505, "İki ajans da konuşmuşken yalnız AA'yı yazan bir özet", one)
    night.record(SetSetting(settings.REQUIRE_OPENED, "yes"))
    post = compose(night, PostKind.COMPARISON, BEYOGLU)
    yield _stopped(night, Code.P503, "Açılan sandık oranı verilmemiş bir Beyoğlu gönderisi", post)


def _claims(night: Session) -> Iterator[Example]:
    night.record(SetSetting(settings.BAN_LIFTED, "2024-03-31T18:00"))
    file_all(
        night,
        [
            bulletin("AA 19:00 Beyoğlu chp=49.1 ak_parti=47 %=12"),
            bulletin("ANKA 21:00 Beyoğlu chp=51.1 ak_parti=47 %=58"),
            bulletin("AA 21:30 Üsküdar chp=49.1 ak_parti=47 boxes=598 of=599"),
        ],
    )
    both = ("AA", "ANKA")
    win = Ask(CONTEST, ("Beyoğlu",), both, title="Beyoğlu'nda CHP kazandı")
    yield _stopped(
        night,
        Code.P510,
        "Açılan sandık AA'da yüzde 12, ANKA'da 58 iken başlık: *Beyoğlu'nda CHP kazandı*",
        compose(night, PostKind.SUMMARY, win),
    )
    title = "AA ile ANKA Beyoğlu'nda ayrışıyor"
    hours = Ask(CONTEST, ("Beyoğlu",), both, title=title)
    yield _stopped(
        night,
        Code.P511,
        f"AA 19.00, ANKA 21.00 iken başlık: *{title}*",
        compose(night, PostKind.COMPARISON, hours),
    )
    said = "Üsküdar'da sandıkların tamamı açıldı."
    yield _stopped(
        night, Code.P512, f"599 sandığın 598'i açıkken: *{said}*", _note(night, "Üsküdar", said)
    )


def _corrections(night: Session) -> Iterator[Example]:
    nothing = refusal_of(lambda: compose(night, PostKind.CORRECTION, Ask(CONTEST)))
    yield answer("Yanlış gönderi yokken düzeltme istemek", nothing)
    publish(night, compose(night, PostKind.COMPARISON, BEYOGLU))
    source = Source("ANKA", CONTEST, "Beyoğlu")
    (wrong,) = night.bulletins(CONTEST, "Beyoğlu", "ANKA")
    night.record(BeginCorrection(wrong.id))
    new = bulletin("ANKA 19:25 Beyoğlu chp=60.12")
    for row, value in new.figures.items():
        night.record(SetFigure(source, row, value))
    night.record(FileDraft(source, "hane yanlışı"))
    draft = compose(night, PostKind.CORRECTION, Ask(CONTEST))
    whole = from_post(draft, Ask(CONTEST))
    kept = tuple(part for part in whole.parts if "İmamoğlu farkı" not in part.text)
    cut = replace(whole, parts=kept)
    short = to_post(cut, night)
    yield _stopped(night, Code.P506, "Düzeltmeden farkı söyleyen satır silinmiş", short)


def _refused(night: Session) -> Iterator[Example]:
    empty = Ask(CONTEST, ("Adalar",))
    yield answer(
        "Adalar'dan hiç bülten yokken karşılaştırma",
        refusal_of(lambda: compose(night, PostKind.COMPARISON, empty)),
    )
    yield answer(
        "Komut satırında, konuşanı yazmadan: `post gece.secim statement --text aciklama.txt`",
        refusal_of(lambda: compose(night, PostKind.STATEMENT, Ask(CONTEST, text="Teşekkürler."))),
    )
    yield answer(
        "Defterde olmayan bir gönderiyi geri çekmek",
        refusal_of(partial(night.record, Retract((99,), "yanlış"))),
    )
    post = compose(night, PostKind.COMPARISON, Ask(CONTEST, ("Üsküdar",)))
    first, second, *others = post.cited
    forged = replace(post, cited=(replace(first, value=second.value), second, *others))
    yield answer(
        "Dosyanın dışında değiştirilmiş bir gönderi", refusal_of(partial(publish, night, forged))
    )
    note = _note(night, "Gece sürüyor")
    yield answer(
        "Rakamı olmayan bir nottan resim istemek",
        refusal_of(lambda: picture.of_post(night, note)),
    )


TEMPLATES = (
    ("# A\n{% endif %}", "Şablonun 2. satırında: `{% endif %}` fazla"),
    ("{{ headlin }}", "Şablonda: `{{ headlin }}`, harfi eksik bir ad"),
    ("# A\n{{ 1 / 0 }}", "Şablonun 2. satırında: `{{ 1 / 0 }}`"),
    ("Metin.", "Başlık satırı olmayan bir şablon"),
)


def _templates(night: Session) -> Iterator[Example]:
    with TemporaryDirectory() as folder:
        own = Templates(Path(folder))
        for text, what in TEMPLATES:
            act = partial(preview, night, PostKind.COMPARISON, BEYOGLU, own, text)
            yield answer(what, refusal_of(act))
        yield answer(
            "Olmayan bir şablonu açmak: `manset`", refusal_of(lambda: own.source("manset"))
        )
