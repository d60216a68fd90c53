"""A parliament: seats as an agency gives them, alliances folded, a majority where it is one."""

from __future__ import annotations

import pytest

from desk.facts.codes import Code
from desk.facts.post import Ask, PostKind, PrintedKind
from desk.posts.compose import compose
from desk.posts.gate import obstacles
from tests.desk.posts.kinds.conftest import NightOf, say

SHARES = "share ak_parti 35.6,share mhp 10.1,share chp 25.3,opened_share 95"


@pytest.mark.parametrize(
    ("seats", "said"),
    [
        ("ak_parti 268,mhp 50", "Cumhur İttifakı 318 milletvekiliyle çoğunluğa (301) ulaşıyor."),
        ("ak_parti 301,mhp 50", "AKP 301 milletvekiliyle tek başına çoğunluğa (301) ulaşıyor."),
        (
            "ak_parti 360,mhp 1",
            "AKP 360 milletvekiliyle anayasa değişikliğini halkoyuna götürebilecek çoğunluğa (360) "
            "ulaşıyor.",
        ),
        (
            "ak_parti 400,mhp 1",
            "AKP 400 milletvekiliyle anayasayı halkoyuna gitmeden değiştirebilecek çoğunluğa (400) "
            "ulaşıyor.",
        ),
        (
            "ak_parti 250,mhp 50,chp 300",
            "hiçbir parti tek başına çoğunluğa (301) ulaşmıyor.",
        ),
        ("ak_parti 300,chp 20", ""),
    ],
)
def test_a_majority_is_told_by_its_line(night_of: NightOf, seats: str, said: str) -> None:
    night = night_of("parliament", 0)
    told = ",".join(f"seats {one}" for one in seats.split(","))
    say(night, "mv", "Türkiye", f"{SHARES},{told}")
    post = compose(night, PostKind.LEAD, Ask("mv"))
    lines = [line for block in post.blocks for line in block.lines if "ulaş" in line]
    assert lines == ([f"AA'ya göre {said}"] if said else [])
    assert not [one for one in obstacles(night, post) if one.code in (Code.P501, Code.P510)]


def test_alliances_are_the_sum_of_what_all_their_parties_have(night_of: NightOf) -> None:
    night = night_of("parliament", 0)
    say(night, "mv", "Türkiye", f"{SHARES},seats ak_parti 268,seats mhp 50")
    post = compose(night, PostKind.LEAD, Ask("mv"))
    assert "AA'ya göre ittifaklar: Cumhur İttifakı yüzde 45,7 (318 milletvekili)." in post.body
    assert "Milletvekili sayısı AKP 268, MHP 50." in post.body
    sums = [one.value for one in post.printed if one.kind is PrintedKind.SUM]
    assert [str(value) for value in sums] == ["45.7", "318"]


def test_seats_of_two_of_which_one_has_none_are_a_sum_and_no_lead(night_of: NightOf) -> None:
    night = night_of("parliament", 0)
    say(night, "mv", "Türkiye", f"{SHARES},seats ak_parti 2,seats mhp 0")
    post = compose(night, PostKind.LEAD, Ask("mv"))
    assert "(2 milletvekili)" in post.body
    said = {(one.kind, one.value) for one in post.printed if len(one.figures) == 2}
    assert (PrintedKind.SUM, 2) in said and (PrintedKind.LEAD, 2) not in said
