"""A first round: more than half of the votes, what it still takes, and rounds that are not over."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from desk.facts.codes import Code
from desk.facts.edits import FileBulletins
from desk.facts.post import Ask, PostKind, PrintedKind
from desk.file.session import Session
from desk.nights import loading
from desk.nights.answers import Level, NightAnswers, NightKind, StandingRow
from desk.nights.choosing import named_in
from desk.nights.making import to_file
from desk.posts import forms, ledger
from desk.posts.compose import compose
from desk.posts.gate import obstacles
from desk.reading.files import csv as exchange
from tests.desk.posts.kinds.conftest import LATE, NightOf, say

FIRST, SECOND = "recep_tayyip_erdogan", "kemal_kilicdaroglu"
TAKES = (
    "AA'ya göre Erdoğan'ın oyların yarısını aşması için kalan oyların yüzde 54,3–54,7'sini alması "
    "gerekiyor (kalan sandıklarda ortalama aynı sayıda oy varsa)."
)


def test_what_half_takes_is_told_with_the_digits_that_are_known(night_of: NightOf) -> None:
    night = night_of("president", 0)
    say(night, "cb", "Türkiye", f"share {FIRST} 49.51,share {SECOND} 44.9,opened_share 90.2")
    post = compose(night, PostKind.LEAD, Ask("cb"))
    assert TAKES in post.body
    assert not [one for one in obstacles(night, post) if one.code is Code.P501]
    assert PrintedKind.NEEDED in {one.kind for one in post.printed}


def test_more_than_half_is_taken_back_when_it_is_no_more(night_of: NightOf) -> None:
    night = night_of("president", 0)
    say(night, "cb", "Türkiye", f"share {FIRST} 50.10,share {SECOND} 44.9,opened_share 90.2")
    post = compose(night, PostKind.SUMMARY, Ask("cb"))
    assert "AA'ya göre sayılan oyların yarısından fazlası Erdoğan'da." in post.body
    ledger.publish(night, post)
    (bulletin,) = night.bulletins("cb", "Türkiye", "AA")
    rows = f"2028-05-14T21:00,AA,cb,Türkiye,share,{FIRST},50.00\n"
    head = "as_of,agency,contest,place,item,contender,value\n"
    (new,) = exchange.read_figures(head + rows, night.names)
    figures = {**bulletin.figures, **new.figures}
    right = type(new)(new.source, new.as_of, figures, replaces=bulletin.id)
    night.record(FileBulletins((right,), "", "AA düzeltti"))
    corrected = compose(night, PostKind.CORRECTION, Ask("cb"))
    said = "AA'nın Türkiye verisinde sayılan oyların yarısından fazlası Erdoğan'da değil."
    assert said in corrected.body


def test_fifty_and_two_persons_decide_nothing(night_of: NightOf) -> None:
    night = night_of("president", 0)
    say(night, "cb", "Türkiye", f"share {FIRST} 50.0,share {SECOND} 44.9,opened_share 90.2")
    assert "yarısı" not in compose(night, PostKind.LEAD, Ask("cb")).body
    second = night_of("president", 3)
    say(second, "cb", "Türkiye", f"share {FIRST} 52.1,share {SECOND} 47.9,opened_share 90.2")
    assert "yarısı" not in compose(second, PostKind.LEAD, Ask("cb")).body


def test_a_round_is_over_only_where_votes_say_so(night_of: NightOf) -> None:
    night = night_of("president", 0)
    say(night, "cb", "Türkiye", f"share {FIRST} 49.51,share {SECOND} 44.9,opened_share 99.9")

    def stopped(title: str) -> bool:
        post = compose(night, PostKind.LEAD, Ask("cb", title=title))
        return any(one.code is Code.P510 for one in obstacles(night, post))

    assert stopped("Erdoğan ilk turda seçildi")
    assert not stopped("Seçim ikinci tura kaldı")
    say(night, "cb", "Türkiye", f"share {FIRST} 50.51,share {SECOND} 44,opened_share 99.9", "22:00")
    assert stopped("Seçim ikinci tura kaldı")
    assert not stopped("Erdoğan ilk turda seçildi")


def test_a_president_with_a_party_has_it_in_brackets_where_named_first(tmp_path: Path) -> None:
    people = (("ak_parti", "Recep Tayyip Erdoğan"), ("chp", "Kemal Kılıçdaroğlu"), ("", "Ali Ay"))
    rows = tuple(StandingRow("cb", party=party, candidate=name) for party, name in people)
    answers = NightAnswers(
        NightKind.PRESIDENTIAL,
        date(2028, 5, 14),
        named_in("Türkiye"),
        level=Level.PROVINCE,
        standing=rows,
    )
    election = loading.of(to_file(answers)).election
    with Session.create(tmp_path / "night.secim", election, lambda: LATE) as night:
        told = "share Erdoğan 49.5,share Kılıçdaroğlu 44.9,share Ay 5.6"
        say(night, "cb", "Türkiye", told)
        say(night, "cb", "Ankara", told, at="21:10")
        post = compose(night, PostKind.COMPARISON, Ask("cb", ("Türkiye", "Ankara")))
        assert "Erdoğan (AKP) yüzde 49,5; Kılıçdaroğlu (CHP) yüzde 44,9; Ay yüzde 5,6." in post.body
        assert "Recep" not in forms.to_html(post) and "Kemal" not in str(post.tables)
        assert not [one for one in obstacles(night, post) if one.code is Code.P501]
