"""Lengths as the networks count them, and the short form that fits by that count."""

from __future__ import annotations

import pytest

from desk.facts.network import links, network_length
from desk.facts.post import Ask, PostKind
from desk.file.session import Session
from desk.posts.compose import compose
from desk.posts.forms import MOST, to_short
from tests.desk.conftest import CONTEST


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("AA (19.25): CHP yüzde 55,05", 27),
        ("ÇĞİÖŞÜçğıöşüâîû", 15),
        ("“Kazandık” – Beyoğlu’nda", 24),
        ("…", 2),
        ("😀", 2),
        ("😀" * 200, 400),
        ("👩🏽\u200d💻", 2),
        ("🇹🇷", 2),
        ("1️⃣", 2),
        ("❤️", 2),
        ("日本", 4),
        ("I\u0307zmir", 5),
        ("https://ysk.gov.tr/", 23),
        ("https://www.example.com/" + "a" * 200, 23),
        ("ysk.gov.tr", 23),
        ("Bakınız: ysk.gov.tr.", 33),
        ("(https://ysk.gov.tr/a)", 25),
        ("Saat 19.25. Sonra 13.729 oy.", 28),
        ("Kurul bitti.Sonra", 17),
        ("bilgi@ysk.gov.tr", 16),
        ("😀 ysk.gov.tr 😀", 29),
    ],
)
def test_a_text_is_as_long_as_the_network_says(text: str, length: int) -> None:
    assert network_length(text) == length


@pytest.mark.parametrize(
    ("text", "leads_to"),
    [
        ("https://haber.example/secim'den izleyin", ["https://haber.example/secim"]),
        ("https://haber.example/secim’den", ["https://haber.example/secim"]),
        ("https://haber.example/'deki", ["https://haber.example/"]),
        ("https://haber.example/a?b=c'yi, x", ["https://haber.example/a?b=c"]),
        ("https://haber.example/a'b'ye1", ["https://haber.example/a'b'ye1"]),
        ("ysk.gov.tr'nin, (www.aa.com.tr'de)", ["https://ysk.gov.tr", "https://www.aa.com.tr"]),
        ("https://a.example/b_(c)'ye", ["https://a.example/b_(c)"]),
        (
            "“https://a.example/b”; [https://a.example/c].",
            ["https://a.example/b", "https://a.example/c"],
        ),
        ("youtu.be/abc'de, t.me/x", ["https://youtu.be/abc", "https://t.me/x"]),
        ("no.lu sandık, ve.bu'nun; bilgi@ysk.gov.tr", []),
    ],
)
def test_a_link_leads_where_its_writer_meant(text: str, leads_to: list[str]) -> None:
    found = [*links(text)]
    assert [address for _, _, address in found] == leads_to
    for start, end, address in found:
        assert address.endswith(text[start:end])


@pytest.mark.parametrize(
    "sign", ["😀", "👩🏽\u200d💻 ", "🇹🇷", "https://www.example.com/bir/iki/uc ", "日", "ş", "— …"]
)
@pytest.mark.parametrize("times", [1, 60, 139, 200, 400])
def test_the_short_form_fits_the_network(evening: Session, sign: str, times: int) -> None:
    for title, text in (
        ("Not", f"Sayım {sign * times}"),
        (f"Sandıklar açılıyor; {sign * times}", "Metin."),
    ):
        post = compose(evening, PostKind.NOTE, Ask(CONTEST, title=title, text=text))
        short = to_short(post)
        assert network_length(short) <= MOST
    whole = compose(evening, PostKind.NOTE, Ask(CONTEST, title="Not", text="Kısa. " + "ş" * 100))
    assert to_short(whole).endswith("ş")


def test_an_address_longer_than_the_box_still_fits(evening: Session) -> None:
    address = "https://www.example.com/" + "a" * 400
    post = compose(evening, PostKind.NOTE, Ask(CONTEST, title="Belge", text=f"Metni {address}"))
    assert address in to_short(post)
