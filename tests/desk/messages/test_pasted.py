"""Messages for WhatsApp and Telegram: bold headings, no mark in any text, never too long."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.facts.post import Ask, Block, BlockShape, Post, PostKind
from desk.file.session import Session
from desk.messages.pasted import (
    BULLET,
    JOINER,
    REST,
    TELEGRAM,
    WHATSAPP,
    Messenger,
    to_telegram,
    to_whatsapp,
)
from desk.posts.compose import compose
from tests.desk.conftest import CONTEST, PLACE

BOTH = [(to_whatsapp, WHATSAPP), (to_telegram, TELEGRAM)]


def made(headline: str, *lines: str, shape: BlockShape = BlockShape.TEXT) -> Post:
    blocks = (Block("", lines, shape),) if lines else ()
    time = datetime(2024, 3, 31, 19, 25)
    return Post("x", "note", time, headline, "", blocks, "Kapanış.", (), (), own=lines)


def bold_of(text: str, messenger: Messenger) -> list[str]:
    """What the messenger would set in bold; that it would set nothing else."""
    sign = re.escape(messenger.bold)
    edge = rf"(?<![\w*]){sign}(?=\S)([^\n]+?)(?<=\S){sign}(?![\w*])"
    rest = re.sub(edge, "", text)
    if messenger is WHATSAPP:
        assert not re.search(r"[*~`]|(?<![^\W_])_|_(?![^\W_])", rest), rest
        assert not re.search(r"(?m)^(?:[->]|[0-9]+[.)])\s", rest), rest
    else:
        assert not re.search(r"\*\*|__|~~|\|\||`", rest), rest
    return re.findall(edge, text)


@pytest.mark.parametrize(("write", "messenger"), BOTH)
def test_headline_and_headings_are_bold_and_lines_are_listed(
    evening: Session, write: Callable[[Post], str], messenger: Messenger
) -> None:
    post = compose(evening, PostKind.COMPARISON, Ask(CONTEST, (PLACE, "Üsküdar")))
    text = write(post)
    assert bold_of(text, messenger) == [f"{post.clock} {post.headline}", "BEYOĞLU", "ÜSKÜDAR"]
    listed = [line.removeprefix(BULLET) for line in text.splitlines() if line.startswith(BULLET)]
    assert listed == [line for block in post.blocks for line in block.lines]
    assert text.endswith(f"\n\n{post.closing}\n") and "<" not in text and "| " not in text


@pytest.mark.parametrize(
    ("text", "whatsapp", "telegram"),
    [
        ("5 * 3 * 2", "5 ∗ 3 ∗ 2", "5 * 3 * 2"),
        ("**çok** önemli", "∗∗çok∗∗ önemli", f"*{JOINER}*çok*{JOINER}* önemli"),
        ("_eğik_ ve ad_soyad", "ˍeğikˍ ve ad_soyad", "_eğik_ ve ad_soyad"),
        ("__alt__", "ˍˍaltˍˍ", f"_{JOINER}_alt_{JOINER}_"),
        ("~üstü~ ~~çizili~~", "∼üstü∼ ∼∼çizili∼∼", f"~üstü~ ~{JOINER}~çizili~{JOINER}~"),
        ("`kod` ||gizli||", "ˋkodˋ ||gizli||", f"ˋkodˋ |{JOINER}|gizli|{JOINER}|"),
        ("- madde", f"{JOINER}- madde", "- madde"),
        ("> alıntı", f"{JOINER}> alıntı", "> alıntı"),
        ("1. Sayım sürüyor", f"{JOINER}1. Sayım sürüyor", "1. Sayım sürüyor"),
        ("19.25 itibarıyla", "19.25 itibarıyla", "19.25 itibarıyla"),
        (
            "https://haber.example.com/_a/b_c__d*",
            "https://haber.example.com/%5Fa/b_c%5F%5Fd∗",
            "https://haber.example.com/_a/b_c_%5Fd*",
        ),
    ],
)
def test_what_would_be_a_mark_is_harmless(text: str, whatsapp: str, telegram: str) -> None:
    assert (WHATSAPP.plain(text), TELEGRAM.plain(text)) == (whatsapp, telegram)


@pytest.mark.parametrize(("write", "messenger"), BOTH)
@given(text=st.text("a1 *_~`|->.)\u202e", max_size=30))
def test_no_text_marks_anything(
    write: Callable[[Post], str], messenger: Messenger, text: str
) -> None:
    line = " ".join(text.split()) or "a"
    told = write(made(line, line))
    assert "\u202e" not in told
    assert len(bold_of(told, messenger)) == 1


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize("sign", ["ş", "😀", "b. A"])
@pytest.mark.parametrize("shape", [BlockShape.TEXT, BlockShape.LINES])
def test_a_message_that_is_too_long_says_where_the_rest_is(sign: str, shape: BlockShape) -> None:
    for count, length in ((1, 10), (1, 5_000), (2, 3_000), (40, 190), (400, 10)):
        lines = tuple(f"Satır {at}. {sign * length}." for at in range(count))
        text = to_telegram(made("Başlık", *lines, shape=shape))
        assert units(text) <= TELEGRAM.most
        whole = all(line in text for line in lines)
        assert (f"{REST}\n\nKapanış.\n" in text) == (not whole)
        for line in text.splitlines()[2:]:
            assert line.removeprefix(BULLET)[-1:] in (".", ""), line[-40:]


def test_too_long_a_headline_leaves_room(evening: Session) -> None:
    post = compose(evening, PostKind.COMPARISON, Ask(CONTEST, (PLACE,)))
    for headline in ("Uzun bir başlık " * 400, "Kısa bir cümle. " * 400):
        text = to_telegram(replace(post, headline=headline.strip()))
        assert units(text) <= TELEGRAM.most
        assert post.closing in text and "…" not in text
