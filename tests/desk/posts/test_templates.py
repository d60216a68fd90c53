"""Templates: the desk's say what was composed, an editor's are free in words, in nothing else."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.facts.bulletin import Item, Row, Source
from desk.facts.codes import Code, Refusal
from desk.facts.edits import REHEARSAL, SetSetting, Withdraw
from desk.facts.election import Election
from desk.facts.post import Ask, Block, BlockShape, Post, PostKind
from desk.file.session import Session
from desk.posts import forms
from desk.posts.compose import compose, preview
from desk.posts.gate import obstacles
from desk.posts.ledger import publish
from desk.posts.template_views import SIGNS, harmless, marked, parts_of
from desk.posts.templates import SHARED, Templates
from desk.posts.ties import untied
from desk.turkish.style import STYLE, STYLES
from tests.desk.conftest import (
    AA,
    ANKA,
    CONTEST,
    PLACE,
    file_at,
    night_clock,
    refused,
    share,
    shares,
    votes,
)

PLACES = ("Beyoğlu", "Üsküdar", "İstanbul")
ASK = Ask(CONTEST, (PLACE,))
HOSTILE = "- x\n# y <script>{{ 7*7 }}</script> = z\u202e"

Arrange = Callable[..., Post]


class Rendered(Templates):
    """The desk's own templates, put through Jinja as if they were the editor's."""

    def is_own(self, name: str) -> bool:
        return True


@pytest.fixture
def moved(evening: Session) -> Session:
    file_at(evening, AA, "19:52", shares(chp="46.10", ak_parti="47.05", diger="6.85"))
    told = shares(chp="60.80", ak_parti="35.53") | {votes("chp"): 13_729, votes("ak_parti"): 9}
    file_at(evening, ANKA, "19:55", told | {Row(Item.OPENED_SHARE): Decimal("40")})
    return evening


@pytest.fixture
def arrange(moved: Session, tmp_path: Path) -> Arrange:
    """Composes a kind of post of Beyoğlu, or of what is asked, with a template's text."""

    def arranged(text: str, kind: PostKind = PostKind.COMPARISON, ask: Ask = ASK) -> Post:
        return preview(moved, kind, ask, Templates(tmp_path / "none"), text)

    return arranged


def said(post: Post) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each chip's text and the agency and value of its figures."""
    return [
        (
            post.text_of(chip)[chip.start : chip.end],
            [(one.slot.source.agency, str(one.value)) for one in chip.figures],
        )
        for chip in post.chips
    ]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("kind", list(PostKind))
def test_the_desks_templates_say_what_was_composed(
    moved: Session, kind: PostKind, style: str
) -> None:
    moved.record(SetSetting(STYLE, style))
    if kind is PostKind.CORRECTION:
        published = publish(moved, compose(moved, PostKind.COMPARISON, ASK)).posts
        wrong = compose(moved, PostKind.COMPARISON, ASK).cited[0].bulletin
        moved.record(Withdraw((wrong,), "yanlış"))
        assert published
    asks = [
        Ask(CONTEST, PLACES, title="Başlık", text="Bir.\nİki.\nÜç 3.", who="YSK", where="Ankara"),
        Ask(CONTEST, PLACES, text="- Bir.\n# İki", title="= x", who="> y"),
        Ask(CONTEST, PLACES, title="Başlık" if kind is PostKind.NOTE else "", text="M.", who="İ"),
        Ask(CONTEST, PLACES, title="Başlık", text="Metin.", who="> y", where="# z"),
    ]
    if kind not in (PostKind.NOTE, PostKind.STATEMENT):
        asks += [Ask(CONTEST, PLACES), Ask(CONTEST, PLACES, agencies=("ANKA",))]
    for ask in asks:
        try:
            composed = compose(moved, kind, ask)
        except Refusal as refusal:
            assert refusal.code is Code.E141
            continue
        assert compose(moved, kind, ask, templates=Rendered()) == composed
        assert compose(moved, kind, ask, templates=Templates()) == composed


def test_a_rehearsal_stays_marked_whatever_a_template_says(
    moved: Session, arrange: Arrange
) -> None:
    moved.record(SetSetting(REHEARSAL, "7"))
    post = arrange("# Başlık\nMetin.")
    assert post.headline == "PROVA: Başlık" and post.closing == "PROVA"


def test_a_kind_can_be_rewritten_wholly(arrange: Arrange) -> None:
    post = arrange(
        """# {{ places[0].at }} {% for word in places[0].agencies %}
{{ word.code|dat }} göre {{ word.lead.name }} {{ word.lead.points|points }} önde
{{- "; " if not loop.last }}
{%- endfor %}

Saat {{ clock|loc }} {{ contest|gen }} durumu.
{% for place in places %}
## {{ place.heading }}
{% for word in place.agencies %}
- {{ word.code }} ({{ word.clock }})
{%- for r in word.results if not r.is_others %}, {{ r.name }} {{ r.share|sign }}{% endfor %}.
{% if word.opened %}
{% set top = word.results|first %}
- Sandıkların {{ word.opened|share|poss3 }} açıldı;
{{- " " ~ top.votes|votes|abl }} fazlası {{ top.label|gen }}.
{% endif %}
{% endfor %}
> Fark {{ place.gaps[0].points }} ({{ place.gaps[0].shares|join(" - ") }}).
{% endfor %}
= Bitti.
"""
    )
    assert post.headline == (
        "Beyoğlu'nda AA'ya göre Kurum 0,95 puan önde; ANKA'ya göre İmamoğlu 25,27 puan önde"
    )
    assert post.lead == "Saat 19.55'te İBB başkanlığının durumu."
    assert post.blocks == (
        Block(
            "BEYOĞLU",
            (
                "AA (19.52), Kurum %47,05, İmamoğlu %46,10.",
                "ANKA (19.55), İmamoğlu %60,80, Kurum %35,53.",
                "Sandıkların yüzde 40'ı açıldı; 13.729 oydan fazlası CHP'nin.",
            ),
        ),
        Block("", ("Fark 14,70 (46,10 - 60,80).",), BlockShape.QUOTE),
    )
    assert post.closing == "Bitti."
    assert said(post)[2:4] == [("47,05", [("AA", "47.05")]), ("46,10", [("AA", "46.10")])]
    assert dict(said(post))["14,70"] == [("AA", "46.10"), ("ANKA", "60.80")]
    assert dict(said(post))["13.729"] == [("ANKA", "13729")]


def test_what_is_arranged_cites_what_is_left_in_it(moved: Session, arrange: Arrange) -> None:
    post = arrange("# {{ places[0].agencies[1].lead.name }} önde\n{{ blocks[0].heading }}")
    assert post.headline == "İmamoğlu önde" and post.chips == ()
    assert [(one.slot.source.agency, one.slot.row) for one in post.cited] == [
        ("ANKA", share("chp")),
        ("ANKA", share("ak_parti")),
    ]
    none = arrange("# Bakıldı\n{% if places[0].gaps[0].points.value > 5 %}Çok.{% endif %}")
    assert (none.lead, none.cited) == ("Çok.", ())


@pytest.mark.parametrize(
    "line",
    ["- CHP yüzde 99,01", "> Yüzde 99,01", "yüzde 99,01", "## 99,01", "= 99,01", "{{ 99 }},01"],
)
def test_p501_a_number_typed_into_a_template(moved: Session, arrange: Arrange, line: str) -> None:
    post = arrange(f"# {{{{ headline }}}}\n{{{{ lead }}}}\n{line}\n")
    found = [one for one in obstacles(moved, post) if one.code is Code.P501]
    assert [one.values["number"] for one in found] == ["99,01"]


def test_names_cannot_change_the_arrangement(election: Election, tmp_path: Path) -> None:
    (district, *_), (province,) = election.districts, election.provinces
    bad = replace(district, name=HOSTILE)
    spoilt = replace(election, places=(bad, province))
    with Session.create(tmp_path / "bad.secim", spoilt, night_clock) as night:
        file_at(night, Source("AA", CONTEST, HOSTILE), "19:25", {share("chp"): Decimal(61)})
        text = "# {{ contest }}\n{{ places[0].name }}\n- {{ places[0].name }}\n{{ headline }}\n"
        ask = Ask(CONTEST, (HOSTILE,), title=HOSTILE)
        post = preview(night, PostKind.COMPARISON, ask, Templates(tmp_path), text)
        rendered = compose(night, PostKind.COMPARISON, ask, templates=Rendered())
    flat = HOSTILE.replace("\n", " ")
    assert post.headline == "İBB başkanlığı" and post.lead == flat
    assert [(block.shape, block.heading) for block in post.blocks] == [
        (BlockShape.LINES, ""),
        (BlockShape.TEXT, ""),
    ]
    assert len(rendered.blocks) == 1
    html = forms.to_html(post)
    assert "<script" not in html and "{{" not in html and "\u202e" not in html


# The editor's own folder


def test_her_own_takes_the_place_of_the_desks_until_it_is_restored(
    moved: Session, tmp_path: Path
) -> None:
    own = Templates(tmp_path / "her" / "templates")
    assert own.names() == (*PostKind, SHARED)
    assert not own.is_own("lead") and "{{ headline }}" in own.source("lead")
    own.save("lead", "# Benim: {{ headline }}\r\n{{ lead }}\r\n")
    assert own.is_own("lead") and own.source("lead").startswith("# Benim")
    composed = compose(moved, PostKind.LEAD, ASK)
    mine = compose(moved, PostKind.LEAD, ASK, templates=own)
    assert mine.headline == f"Benim: {composed.headline}" and mine.blocks == ()
    assert mine.lead == composed.lead and {*mine.cited} < {*composed.cited}
    assert compose(moved, PostKind.FIRST, ASK, templates=own) == compose(moved, PostKind.FIRST, ASK)
    own.restore("lead")
    own.restore("lead")
    assert not own.is_own("lead") and compose(moved, PostKind.LEAD, ASK, templates=own) == composed


def test_shared_macros_can_be_previewed(moved: Session, tmp_path: Path) -> None:
    own = Templates(tmp_path)
    text = own.source(SHARED).replace("- {{ line }}", "- * {{ line }}")
    post = preview(moved, PostKind.COMPARISON, ASK, own, text, SHARED)
    assert post.blocks[0].lines[0].startswith("* ") and not own.is_own(SHARED)
    with refused(Code.E175):
        preview(moved, PostKind.COMPARISON, ASK, own, text, "nosuch")


def test_shared_macros_of_her_own_reach_every_kind(moved: Session, tmp_path: Path) -> None:
    own = Templates(tmp_path)
    own.save(SHARED, own.source(SHARED).replace("- {{ line }}", "- * {{ line }}"))
    post = compose(moved, PostKind.COMPARISON, ASK, templates=own)
    assert all(line.startswith("* ") for line in post.blocks[0].lines)
    with refused(Code.E172) as caught:
        own.save(SHARED, "{% macro blocks(all) %}{{ nosuch }}{% endmacro %}")
    assert caught.value.values["template"] == SHARED
    assert own.source(SHARED).count("- * {{ line }}") == 1


@pytest.mark.parametrize("text", ["# {{ headlin }}", "{% if", "Başlık yok.", "# A\n" * 40_000])
def test_what_fails_is_not_kept(tmp_path: Path, text: str) -> None:
    own = Templates(tmp_path / "templates")
    for name in ("lead", "note"):
        with pytest.raises(Refusal):
            own.save(name, text)
    assert not (tmp_path / "templates").exists()


def test_every_one_of_the_desks_can_be_saved_as_it_is(tmp_path: Path) -> None:
    own = Templates(tmp_path)
    for name in own.names():
        own.save(name, own.source(name))
    assert sorted(path.stem for path in tmp_path.iterdir()) == sorted(own.names())


def test_e175_no_such_template_and_no_way_out_of_the_folder(tmp_path: Path) -> None:
    for name in ("../lead", "lead.j2", "", "LEAD"):
        for act in (Templates(tmp_path).source, Templates(tmp_path).restore):
            with refused(Code.E175):
                act(name)
        with refused(Code.E175):
            Templates(tmp_path).save(name, "# A")


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file" / "x", None):
        with refused(Code.S909):
            Templates(folder).save("lead", "# A")


def test_a_file_that_is_no_text_is_said(moved: Session, tmp_path: Path) -> None:
    (tmp_path / "lead.j2").write_bytes(b"\xff\xfe#")
    (tmp_path / "first.j2").write_text("# A\n" * 40_000, encoding="utf-8")
    with refused(Code.E171):
        compose(moved, PostKind.LEAD, ASK, templates=Templates(tmp_path))
    with refused(Code.E173):
        compose(moved, PostKind.FIRST, ASK, templates=Templates(tmp_path))
    assert compose(moved, PostKind.LEAD, ASK).headline


def test_jinja_is_not_loaded_for_the_desks_own() -> None:
    program = "import sys, desk.posts.compose; sys.exit('jinja2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@given(st.lists(st.tuples(st.sampled_from(["", *SIGNS]), st.text()), max_size=8), st.text())
def test_no_text_can_change_the_layout(said: list[tuple[str, str]], lead: str) -> None:
    """Whatever a line puts out, it stays that line, of that sign, and one line."""
    literal = marked("# A\n", line_begins=True)
    text = literal + "".join(
        marked(f"- {sign}", line_begins=True) + harmless(told) + marked("\n", line_begins=False)
        for sign, told in [("", f"x{lead}"), *said]
    )
    parts = parts_of("x", text)
    assert (parts.headline, parts.lead, parts.closing) == ("A", "", "")
    (block,) = parts.blocks
    assert block.shape is BlockShape.LINES and len(block.lines) <= 1 + len(said)
    for line in block.lines:
        assert len(line.splitlines()) <= 1
        assert not re.search("[\ue000-\uf8ff\U000f0000-\U0010fffd]", untied(line))


OF_NEW_VALUES = """# {{ places[0].at }} {{ counts|length }}
{% for place in places %}
## {{ place.heading }}
- {{ place.hours }}
- {{ place.leads }}
- {{ place.verdict }}
{% endfor %}
{% for one in counts %}
- {{ one.by|capital }} {{ one.name }} {{ one.districts }} ilçede: {{ one.names|listed }}.
{% endfor %}
= {{ closing }}
"""


def test_a_template_can_say_hours_leads_verdict_and_counts(arrange: Arrange) -> None:
    ask = Ask(CONTEST, ("Beyoğlu", "Üsküdar", "Küçükçekmece"))
    post = arrange(OF_NEW_VALUES, ask=ask)
    told = [line for block in post.blocks for line in block.lines]
    assert told[:3] == [
        "AA 19.52; ANKA 19.55 (sandıkların yüzde 40'ı açıldı).",
        "Ajanslar kimin önde olduğu konusunda ayrışıyor: "
        "AA'ya göre Kurum 0,95, ANKA'ya göre İmamoğlu 25,27 puan önde; arada 26,22 puan var.",
        "AA, oranlarını açılan sandık oranı olmadan verdiği için farkın nedeni bilinmiyor.",
    ]
    assert told[-1] == "İki ajansa göre İmamoğlu 2 ilçede: Üsküdar ve Küçükçekmece."
    counts = [chip for chip in post.chips if chip.start and post.text_of(chip) == told[-1]]
    assert [len({one.slot.source.place for one in chip.figures}) for chip in counts] == [3]


def test_one_agency_or_one_place_has_no_more_to_say(arrange: Arrange) -> None:
    ask = Ask(CONTEST, ("Beyoğlu",), ("AA",))
    post = arrange(OF_NEW_VALUES, PostKind.SUMMARY, ask)
    assert post.headline == "Beyoğlu'nda 0"
    assert [block.heading for block in post.blocks] == ["BEYOĞLU"]
    assert post.blocks[0].lines == ()
