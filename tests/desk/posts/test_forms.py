"""The forms of a post: what scripts read, and that hostile words are harmless in each."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from desk.facts.post import Ask, PostKind, PostTable
from desk.file.session import Session
from desk.posts.compose import compose
from desk.posts.forms import to_html, to_json, to_markdown, to_short
from tests.desk.conftest import AA, ANKA, CONTEST, PLACE, file_at, shares

SEED = ("Beyoğlu", "Üsküdar", "Küçükçekmece")
HOSTILE = "<script>alert('x')</script> & \"{{ 7*7 }}\" \u202egnitrap\u2066 | *b* =1+1"


@pytest.fixture
def moved(evening: Session) -> Session:
    file_at(evening, AA, "19:52", shares(chp="46.10", ak_parti="47.05", diger="6.85"))
    file_at(evening, ANKA, "19:55", shares(chp="60.80", ak_parti="35.53"))
    return evening


def test_json_has_chips_tables_and_the_short_form(evening: Session) -> None:
    post = compose(evening, PostKind.COMPARISON, Ask(CONTEST, SEED))
    told = json.loads(json.dumps(to_json(post)))
    assert told["short"] == to_short(post)
    assert told["tables"][0]["rows"][0] == ["CHP", "%55,05", "%61,23", "6,18"]
    chip = told["chips"][0]
    line = told["blocks"][chip["block"]]["lines"][chip["line"]]
    assert line[chip["start"] : chip["end"]] == chip["text"] == "55,05"
    assert (told["lead"], told["closing"]) == (post.lead, post.closing)
    assert chip["figures"] == [told["cited"][0]]


def test_hostile_words_are_harmless_in_tables_and_in_short(evening: Session) -> None:
    post = compose(evening, PostKind.COMPARISON, Ask(CONTEST, (PLACE,)))
    bad = PostTable(0, HOSTILE, (HOSTILE, HOSTILE), ((HOSTILE, HOSTILE),), ((0, HOSTILE),))
    spoilt = replace(post, tables=(bad,), tabled=True, headline=HOSTILE, id=f'x"{HOSTILE}')
    html, markdown = to_html(spoilt), to_markdown(spoilt)
    assert "<script" not in html and "{{" not in html and 'x"<' not in html
    bare = re.sub(r"\\.", "", markdown)
    assert not re.search(r"[<{\[`]", bare)
    assert "| | |" not in bare and bare.count("\n| ") == 3
    told = json.dumps(to_json(replace(spoilt, id="x")), ensure_ascii=False)
    for form in (html, markdown, told):
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", form)


def test_addresses_are_links_in_what_is_pasted(evening: Session) -> None:
    text = 'Bkz. https://ysk.gov.tr/a_b?c="1" ve ysk.gov.tr; 12 no.lu sandık.'
    post = compose(evening, PostKind.NOTE, Ask(CONTEST, title="ysk.gov.tr", text=text))
    html = to_html(post)
    assert re.findall(r'<a href="([^"]*)">([^<]*)</a>', html) == [
        ("https://ysk.gov.tr/a_b?c=", "https://ysk.gov.tr/a_b?c="),
        ("https://ysk.gov.tr", "ysk.gov.tr"),
    ]
    assert "no.lu sandık" in html and "ysk.gov.tr</h2>" in html
    told = to_markdown(post)
    assert "<https://ysk.gov.tr/a_b?c=>" in told and "[ysk.gov.tr](<https://ysk.gov.tr>);" in told
