"""A post is wrong when what it printed is wrong, and only then; its correction says just that."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from desk.drafts.model import from_post
from desk.drafts.outgoing import to_post
from desk.facts.bulletin import BulletinState, Figures, Item, Row, Source, Value
from desk.facts.codes import Code, Refusal
from desk.facts.edits import FileBulletins, NewBulletin, SetSetting, Withdraw
from desk.facts.figures import plain as written
from desk.facts.post import Ask, Block, BlockShape, Cited, Post, PostKind, PrintedKind
from desk.file.session import Session
from desk.posts import forms, ledger, moves
from desk.posts.compose import compose
from desk.posts.gate import obstacles
from desk.posts.ledger import publish, wrong_posts
from desk.posts.numbers import unbacked
from desk.posts.reread import reread
from desk.posts.ties import NUMBER
from desk.posts.writer import figure_of
from tests.desk.conftest import AA, ANKA, CONTEST, PLACE, at, file_at, refused, share, shares, votes

OLD = Path(__file__).resolve().parents[2] / "data" / "schema-4.secim"
OLDER = OLD.with_name("older_posts.jsonl")
OPENED = Row(Item.OPENED_SHARE)
KINDS = (
    PostKind.COMPARISON,
    PostKind.LEAD,
    PostKind.STANDING,
    PostKind.DIFFERENCES,
    PostKind.SUMMARY,
    PostKind.CLOSING,
    PostKind.FIRST,
    PostKind.CHANGES,
    PostKind.LEADERS,
)
STYLED: tuple[dict[str, str], ...] = (
    {},
    {"style": "seed"},
    {"contenders": "2", "others": "no", "decimals": "two"},
    {"style": "seed", "share-mark": "sign", "time-mark": "colon"},
)
BEFORE = shares(chp="44.10", ak_parti="46.60", dem_parti="4.5", diger="2") | {
    OPENED: Decimal("7.1")
}
AFTER = shares(chp="50.12", ak_parti="41.5", dem_parti="4.1", diger="2") | {OPENED: Decimal(20)}
OTHER = shares(chp="52.3", ak_parti="40.5", dem_parti="3.2", diger="1.5") | {OPENED: Decimal(61)}
CHANGES: Mapping[str, Mapping[Row, Value | None]] = {
    "a named share": shares(chp="50.21"),
    "the second": shares(ak_parti="41.05"),
    "one far behind": shares(dem_parti="4.01"),
    "others": shares(diger="1.9"),
    "digits written otherwise": shares(ak_parti="41.50", diger="2.0"),
    "the leader flips": shares(chp="41.5", ak_parti="50.12"),
    "a tie": shares(chp="45", ak_parti="45"),
    "the third becomes the second": shares(ak_parti="4.1", dem_parti="41.5"),
    "somebody new is second": shares(yeniden_refah="45.5"),
    "the lead stays within its point": shares(chp="50.11"),
    "opened": {OPENED: Decimal(21)},
    "turnout nobody printed": {Row(Item.TURNOUT): Decimal("78.1")},
    "a figure goes": {share("dem_parti"): None},
    "votes nobody had": {votes("chp"): 1_234},
}


UNPRINTED = frozenset({"somebody new is second", "votes nobody had", "turnout nobody printed"})
"""Changes that add to a post what it did not say; what it said may be right for all that."""

ADDED = frozenset({(PostKind.CHANGES, "others"), (PostKind.CHANGES, "digits written otherwise")})
"""The same of one kind: a figure that had not moved, and a number with another suffix."""


def correct(
    session: Session, source: Source, number: int, changes: Mapping[Row, Value | None]
) -> int:
    """File a correction of a bulletin: some figures others, some gone; returns its number."""
    old = session.bulletin(number)
    merged = {**old.figures, **changes}
    figures: Figures = {row: value for row, value in merged.items() if value is not None}
    new = NewBulletin(source, old.as_of, figures, replaces=number)
    return session.record(FileBulletins((new,), reason="digits")).bulletins[0]


def night(session: Session, settings: Mapping[str, str]) -> int:
    """A night on which the lead passes over; the number of AA's newest bulletin."""
    for name, value in settings.items():
        session.record(SetSetting(name, value))
    file_at(session, AA, "19:05", BEFORE)
    file_at(session, ANKA, "19:10", OTHER)
    return file_at(session, AA, "19:25", AFTER)


def plain(text: str) -> str:
    """A text with every number as its value alone: 2,0 and 2,00 are 2."""

    def bare(number: str) -> str:
        whole, mark, decimals = number.rpartition("," if "," in number else ".")
        return f"{whole}{mark}{decimals.rstrip('0')}".rstrip(",.") if mark else number

    return NUMBER.sub(lambda found: bare(found.group()), text)


def numbers(text: str) -> set[str]:
    return set(NUMBER.findall(plain(text)))


def again(session: Session, post: Post, ask: Ask) -> str:
    """What the desk would print now of the same."""
    try:
        if post.kind == PostKind.CHANGES:
            # Not since the last such post: that one itself has gone out meanwhile.
            return plain(moves.changes(session, ask, {}).post().body)
        if post.kind == PostKind.LEADERS:
            return plain(moves.leaders(session, ask, {}).post().body)
        return plain(compose(session, PostKind(post.kind), ask).body)
    except Refusal:
        return ""


def held(session: Session) -> set[str]:
    """Every number the standing bulletins of the place hold."""
    return {
        one
        for bulletin in session.bulletins(CONTEST, PLACE)
        if bulletin.state is BulletinState.STANDING
        for value in bulletin.figures.values()
        for text in (str(value), str(value).replace(".", ","))
        for one in numbers(text)
    }


def lines(post: Post) -> list[str]:
    return [line for block in post.blocks for line in block.lines]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("settings", STYLED, ids=lambda one: " ".join(one.values()) or "tdk")
def test_wrong_if_and_only_if_it_would_be_printed_otherwise(
    session: Session, settings: Mapping[str, str], change: str
) -> None:
    newest = night(session, settings)
    drafts = []
    for kind in KINDS:
        ask = Ask(CONTEST, (PLACE,), at=at("19:25"))
        if kind is PostKind.FIRST:
            ask = replace(ask, agencies=("AA",))
        drafts.append((compose(session, kind, ask), ask))
    posts = {publish(session, post).posts[0]: (post, ask) for post, ask in drafts}
    correct(session, AA, newest, CHANGES[change])
    wrong = {one.entry.number: one for one in wrong_posts(session)}
    for number, (post, ask) in posts.items():
        now = again(session, post, ask)
        differs = plain(post.body) != now
        if (post.kind, change) not in ADDED and change not in UNPRINTED:
            assert (number in wrong) is differs, (post.kind, post.body, now)
        assert differs or number not in wrong
        if number not in wrong:
            continue
        draft = compose(session, PostKind.CORRECTION, ask, [wrong[number]])
        told = "\n".join(lines(draft))
        # All that is gone is taken back, and nothing that was not said.
        if now:
            gone = numbers(post.body) - numbers(now) - held(session)
            assert gone <= numbers(told), (post.kind, gone, told)
        for line in lines(draft):
            old = line.partition(" değil")[0].partition(" bilgisi")[0]
            assert numbers(old) <= numbers(f"{post.headline}\n{post.body}"), (post.body, line)
        assert unbacked(draft, session.election) == []
        assert [one.code for one in obstacles(session, draft) if one.code is Code.P501] == []


def test_a_post_that_named_only_a_leader_is_right_while_she_leads(session: Session) -> None:
    number = night(session, {})
    post = publish(session, compose(session, PostKind.STANDING, Ask(CONTEST, (PLACE,)))).posts[0]
    assert not numbers("\n".join(lines(ledger.post(session, post))))
    correct(session, AA, number, shares(chp="52.9"))
    assert wrong_posts(session) == ()
    with refused(Code.E162):
        compose(session, PostKind.CORRECTION, Ask(CONTEST))
    correct(session, AA, number + 1, shares(chp="39"))
    (wrong,) = wrong_posts(session)
    assert [one.printed.kind for one in wrong.prints] == [PrintedKind.LEADER]
    draft = compose(session, PostKind.CORRECTION, Ask(CONTEST))
    assert lines(draft) == ["AA'ya göre Beyoğlu'nda İmamoğlu değil, Kurum önde."]
    assert draft.headline.endswith(": AA'ya göre Beyoğlu'nda İmamoğlu değil, Kurum önde")
    assert draft.lead == "Daha önce yayımladığımız bilgiyi düzeltiyoruz:"


def test_a_gap_is_wrong_with_either_of_its_figures(session: Session) -> None:
    file_at(session, AA, "19:25", shares(chp="50.12", ak_parti="41.5"))
    number = file_at(session, ANKA, "19:25", shares(chp="54.05", ak_parti="40"))
    post = compose(session, PostKind.COMPARISON, Ask(CONTEST, (PLACE,)))
    assert "İmamoğlu 3,93 puan" in post.body
    publish(session, post)
    correct(session, ANKA, number, shares(chp="53.05"))
    draft = compose(session, PostKind.CORRECTION, Ask(CONTEST))
    assert lines(draft) == [
        "ANKA'nın Beyoğlu verisinde İmamoğlu yüzde 54,05 değil, yüzde 53,05.",
        "Beyoğlu'nda AA ile ANKA arasındaki İmamoğlu farkı 3,93 puan değil, 2,93 puan.",
        "ANKA'ya göre Beyoğlu'nda fark 14,05 puan değil, 13,05 puan.",
        "Beyoğlu'nda AA ile ANKA'ya göre farkların arası 5,43 puan değil, 4,43 puan.",
    ]
    publish(session, draft)
    # What was put right stays so, whichever of its figures moves: then the correction is wrong.
    correct(session, ANKA, number + 1, shares(chp="53.15"))
    (wrong,) = wrong_posts(session)
    assert wrong.entry.kind == PostKind.CORRECTION
    assert len(wrong.prints) == 4


def test_a_headline_is_wrong_when_its_whole_points_are(session: Session) -> None:
    number = file_at(session, AA, "19:25", shares(chp="50.12", ak_parti="42.5"))
    post = compose(session, PostKind.LEAD, Ask(CONTEST, (PLACE,), ("AA",)))
    assert post.headline.endswith("fark AA'ya göre 7 puandan fazla")
    bound = tuple(one for one in post.printed if one.bound)
    publish(session, replace(post, lead="", blocks=(), printed=bound))
    number = correct(session, AA, number, shares(chp="50.22"))
    assert wrong_posts(session) == ()
    number = correct(session, AA, number, shares(chp="49.5"))
    draft = compose(session, PostKind.CORRECTION, Ask(CONTEST))
    assert lines(draft) == ["AA'ya göre Beyoğlu'nda fark 7 puandan fazla değil, 7,0 puan."]
    assert unbacked(draft, session.election) == []
    correct(session, AA, number, shares(chp="42.5"))
    draft = compose(session, PostKind.CORRECTION, Ask(CONTEST))
    assert lines(draft) == ["AA'ya göre Beyoğlu'nda fark 7 puandan fazla değil, fark yok."]


def test_the_widest_gap_may_be_elsewhere(session: Session) -> None:
    there = {agency: Source(agency, CONTEST, "Üsküdar") for agency in ("AA", "ANKA")}
    file_at(session, AA, "19:25", shares(chp="50", ak_parti="40"))
    file_at(session, ANKA, "19:25", shares(chp="56", ak_parti="40"))
    file_at(session, there["AA"], "19:25", shares(chp="50", ak_parti="40"))
    number = file_at(session, there["ANKA"], "19:25", shares(chp="52", ak_parti="40"))
    post = compose(session, PostKind.DIFFERENCES, Ask(CONTEST))
    assert post.headline == "En büyük fark Beyoğlu'nda: ANKA İmamoğlu'na 6 puan fazla veriyor"
    publish(session, post)
    correct(session, there["ANKA"], number, shares(chp="59"))
    draft = compose(session, PostKind.CORRECTION, Ask(CONTEST))
    assert "AA ile ANKA arasındaki en büyük fark Beyoğlu'nda değil, Üsküdar'da 9 puan." in lines(
        draft
    )


def test_an_hour_that_was_another_is_told(session: Session) -> None:
    number = file_at(session, AA, "19:25", AFTER)
    publish(session, compose(session, PostKind.SUMMARY, Ask(CONTEST, (PLACE,))))
    later = NewBulletin(AA, at("19:35"), AFTER, replaces=number)
    session.record(FileBulletins((later,), reason="hour"))
    draft = compose(session, PostKind.CORRECTION, Ask(CONTEST))
    assert lines(draft) == ["AA'nın Beyoğlu verisinin saati 19.25 değil, 19.35."]
    assert unbacked(draft, session.election) == []


def test_what_is_withdrawn_is_taken_back_and_what_is_left_out_is_said_so(session: Session) -> None:
    number = night(session, {})
    publish(session, compose(session, PostKind.COMPARISON, Ask(CONTEST, (PLACE,))))
    gone = correct(session, AA, number, {share("dem_parti"): None})
    draft = compose(session, PostKind.CORRECTION, Ask(CONTEST))
    assert lines(draft) == [
        "AA'nın Beyoğlu verisinde Beştaş için yüzde 4,1 bilgisi düzeltilen veride yok.",
        "Beyoğlu'nda AA ile ANKA arasındaki Beştaş farkı için 0,9 puan bilgisi "
        "düzeltilen veride yok.",
        # What is left of AA's list is another rest than ANKA's now.
        "Beyoğlu'nda AA ile ANKA arasındaki Diğer farkı için 0,5 puan bilgisi "
        "düzeltilen veride yok.",
    ]
    session.record(Withdraw((gone,), "recalled"))
    # The bulletin that had been corrected stands again.
    assert wrong_posts(session) == ()
    session.record(Withdraw((number,), "recalled"))
    draft = compose(session, PostKind.CORRECTION, Ask(CONTEST))
    assert all(line.endswith(" bilgisi geri çekildi.") for line in lines(draft))
    assert "AA'ya göre Beyoğlu'nda İmamoğlu'nun önde olduğu bilgisi geri çekildi." in lines(draft)
    publish(session, draft)
    assert wrong_posts(session) == ()


def test_a_correction_whose_correction_was_withdrawn_is_wrong_in_its_turn(session: Session) -> None:
    number = night(session, {})
    publish(session, compose(session, PostKind.SUMMARY, Ask(CONTEST, (PLACE,))))
    second = correct(session, AA, number, shares(chp="50.21"))
    publish(session, compose(session, PostKind.CORRECTION, Ask(CONTEST)))
    session.record(Withdraw((second,), "it was right"))
    draft = compose(session, PostKind.CORRECTION, Ask(CONTEST))
    assert "AA'nın Beyoğlu verisinde İmamoğlu yüzde 50,21 değil, yüzde 50,12." in lines(draft)


def test_the_first_places_where_a_line_leaves_some_out(session: Session) -> None:
    session.record(SetSetting("contenders", "2"))
    number = file_at(session, AA, "19:25", AFTER)
    post = compose(session, PostKind.SUMMARY, Ask(CONTEST, (PLACE,)))
    publish(session, post)
    # Of those that were left out nothing was printed.
    number = correct(session, AA, number, shares(dem_parti="6"))
    assert wrong_posts(session) == ()
    correct(session, AA, number, shares(dem_parti="42"))
    draft = compose(session, PostKind.CORRECTION, Ask(CONTEST))
    assert set(lines(draft)) == {
        "AA'nın Beyoğlu verisinde ilk sıralarda İmamoğlu ve Kurum değil, İmamoğlu ve Beştaş var.",
        "AA'ya göre Beyoğlu'nda fark 8,62 puan değil, 8,12 puan.",
    }


def rewritten(session: Session, post: Post, old: str, new: str) -> Post:
    """The post as it goes out after the editor has put other words into it."""
    draft = from_post(post, Ask(CONTEST, (PLACE,)))
    parts = [
        replace(
            part,
            pieces=tuple(
                piece if piece.is_number else replace(piece, text=piece.text.replace(old, new))
                for piece in part.pieces
            ),
        )
        for part in draft.parts
    ]
    return to_post(replace(draft, parts=tuple(parts)), session)


def test_the_editors_rewriting_keeps_what_it_still_says(session: Session) -> None:
    night(session, {})
    post = compose(session, PostKind.COMPARISON, Ask(CONTEST, (PLACE,)))
    same = rewritten(session, post, "son verileri", "gece yarısı verileri")
    assert set(same.printed) == set(post.printed)
    silent = rewritten(
        session, rewritten(session, post, "önde", "arada"), "İmamoğlu'nun farkı", "Fark"
    )
    kinds = {one.kind for one in silent.printed}
    assert PrintedKind.LEADER not in kinds
    assert {PrintedKind.FIGURE, PrintedKind.LEAD, PrintedKind.GAP} <= kinds


def older_posts() -> list[dict[str, Any]]:
    """Posts as the desk wrote them before it named people in lines, with what they printed."""
    return [json.loads(line) for line in OLDER.read_text("utf-8").splitlines()]


@pytest.mark.parametrize(
    "told", older_posts(), ids=lambda one: f"{one['kind']} {' '.join(one['settings'].values())}"
)
def test_a_post_of_an_older_desk_is_read_out_of_its_text(
    session: Session, told: dict[str, Any]
) -> None:
    night(session, told["settings"])
    there = Source("AA", CONTEST, "İstanbul")
    stated = {Row(Item.LEADER): "chp", Row(Item.LEAD_POINTS): Decimal("7.74")}
    file_at(session, there, "19:38", stated)

    def cited(bulletin: int, item: str, contender: str) -> Cited:
        return figure_of(session.bulletin(bulletin), Row(Item(item), contender))

    def printed(name: str) -> set[tuple[str, str, bool, frozenset[Cited]]]:
        return {
            (kind, value, bound, frozenset(cited(*one) for one in figures))
            for kind, value, bound, figures in told[name]
        }

    old = Post(
        id="old",
        kind=told["kind"],
        time=datetime.fromisoformat(told["time"]),
        headline=told["headline"],
        lead=told["lead"],
        blocks=tuple(
            Block(heading, tuple(lines), BlockShape(shape))
            for heading, lines, shape in told["blocks"]
        ),
        closing=told["closing"],
        cited=tuple(cited(*one) for one in told["cited"]),
        findings=(),
        contest=CONTEST,
        time_mark=told["mark"],
    )
    found = {
        (one.kind.value, written(one.value), one.bound, frozenset(one.figures))
        for one in reread(session, old).printed
    }
    assert printed("printed") <= found <= printed("printed") | printed("newer")


def test_what_no_figure_makes_is_nobodys(session: Session) -> None:
    night(session, {})
    post = compose(session, PostKind.SUMMARY, Ask(CONTEST, (PLACE,)))
    other = replace(
        post,
        chips=(),
        printed=(),
        headline="Yüzde 99,99",
        lead="",
        blocks=(Block("", ("3 puan fark",)),),
    )
    assert not any(one.kind in "figure lead gap" for one in reread(session, other).printed)


def test_an_old_nights_posts_are_judged_by_what_they_printed(tmp_path: Path) -> None:
    with Session.open_file(Path(shutil.copy(OLD, tmp_path / "old.secim"))) as session:
        wrong = {one.entry.number: one for one in wrong_posts(session)}
        # The leads' post and the one that named only leaders printed nothing of Üsküdar's shares.
        assert set(wrong) == {2, 4}
        told = {
            (number, one.printed.kind.value, str(one.printed.value))
            for number, post in wrong.items()
            for one in post.prints
        }
        assert told == {
            (2, "figure", "38.3"),
            (2, "lead", "21.72"),
            (2, "gap", "1.02"),
            # An older correction put the share right, and neither the lead nor the gap.
            (2, "lead", "11.82"),
            (2, "gap", "8.88"),
            (4, "figure", "38.3"),
            (4, "gap", "1.02"),
            (4, "gap", "8.88"),
        }
        assert [mark.text for mark in ledger.marks_of(session, 2)] == [
            "DÜZELTME (19.25): AA'nın Üsküdar verisinde İmamoğlu yüzde 51,14 değil, yüzde 51,16."
        ]
        publish(session, compose(session, PostKind.CORRECTION, Ask(CONTEST)))
        assert wrong_posts(session) == ()


def test_p506_a_correction_says_all_that_is_wrong_and_nothing_else(session: Session) -> None:
    number = night(session, {})
    publish(session, compose(session, PostKind.COMPARISON, Ask(CONTEST, (PLACE,))))
    number = correct(session, AA, number, shares(chp="40"))
    draft = compose(session, PostKind.CORRECTION, Ask(CONTEST))

    def stopped(post: Post) -> list[tuple[str, str]]:
        found = [one for one in obstacles(session, post) if one.code is Code.P506]
        return [(one.values["problem"], one.values["text"]) for one in found]

    assert stopped(draft) == []
    gap = next(line for line in lines(draft) if "İmamoğlu farkı" in line)
    one = from_post(draft, Ask(CONTEST))
    cut = replace(one, parts=tuple(part for part in one.parts if part.text != gap))
    assert stopped(to_post(cut, session)) == [("left_out", gap)]
    fewer = replace(draft, corrects=draft.corrects[1:])
    ((problem, text),) = stopped(fewer)
    assert (problem, text in lines(draft)) == ("left_out", True)
    # Meanwhile the agency is right after all.
    session.record(Withdraw((number,), "it was right"))
    assert [problem for problem, _ in stopped(draft)] == ["never"] * len(lines(draft))


def test_scripts_are_told_what_was_printed_and_what_is_right(session: Session) -> None:
    number = night(session, {})
    publish(session, compose(session, PostKind.COMPARISON, Ask(CONTEST, (PLACE,))))
    correct(session, AA, number, shares(chp="40"))
    told = json.loads(
        json.dumps(forms.to_json(compose(session, PostKind.CORRECTION, Ask(CONTEST))))
    )
    by_kind = {one["kind"]: one for one in told["corrects"]}
    assert (by_kind["figure"]["old"], by_kind["figure"]["new"]) == ("50.12", "40")
    assert by_kind["gap"]["agencies"] == ["AA", "ANKA"]
    assert (by_kind["leader"]["old"], by_kind["leader"]["new"]) == ("chp", "ak_parti")
