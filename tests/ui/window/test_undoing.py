"""Ctrl+Z and Ctrl+Y: named in the menu, done where they show, told with the way back."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit

from desk.facts import edits, settings
from desk.facts.bulletin import BulletinState, Item, Row, Source
from desk.facts.edits import Change, Publish, Retract, SetSetting
from desk.facts.post import Ask, PostKind
from desk.posts import ledger
from desk.posts.compose import compose
from tests.ui.hands import CONTEST, PLACE, TIME, Hands, focus, meeting, press, share, type_
from ui.night.page import BOARD, CHARTS, COMPARISON, ENTRY, LEDGER, POSTS
from ui.night.watch import FindingLine
from ui.posts.composer import ComposerPage
from ui.posts.ledger import LedgerPage
from ui.widgets.dialogs import AskReason

CHP, AKP = share("chp"), share("ak_parti")
MAYORS = "ilce-baskanligi"


def menu(hands: Hands, name: str) -> str:
    """The menu's words for undo or redo; nothing if it cannot be chosen."""
    action = hands.window.actions_.by_name[name]
    return action.text().replace("&", "") if action.isEnabled() else ""


def lift_and_publish(hands: Hands, *places: str) -> int:
    bridge = hands.night.bridge
    hands.session.record(SetSetting(settings.BAN_LIFTED, "2024-03-31T19:00"))
    post = compose(hands.session, PostKind.COMPARISON, Ask(CONTEST, places or ("Beyoğlu",)))
    return bridge.do(Publish(post)).posts[0]


def retracted(hands: Hands) -> list[str | None]:
    return [entry.retracted for entry in ledger.entries(hands.session)]


def give(text: str) -> Callable[[QDialog], None]:
    def act(dialog: QDialog) -> None:
        type_(text)
        press("Return")

    return act


# The menu


def test_the_menu_names_the_act_and_follows_stack_and_language(at_demo: Hands) -> None:
    undo, redo = (at_demo.window.actions_.by_name[name] for name in ("undo", "redo"))
    assert (undo.text(), undo.isEnabled()) == ("&Undo", False)
    assert (redo.text(), redo.isEnabled()) == ("&Redo", False)
    at_demo.key("AA", TIME, "1945")
    assert menu(at_demo, "undo") == "Undo: Küçükçekmece, AA: time 19.45"
    at_demo.key("AA", CHP, "59,1")
    assert menu(at_demo, "undo") == "Undo: Küçükçekmece, AA: CHP 59,1"
    press("Ctrl+Return")
    assert menu(at_demo, "undo") == "Undo: Küçükçekmece, AA 19.45, filing"
    at_demo.speak("tr")
    assert menu(at_demo, "undo") == "Geri al: Küçükçekmece, AA 19.45 kaydı"
    assert (redo.text(), redo.isEnabled()) == ("Y&inele", False)
    press("Ctrl+Z")
    assert menu(at_demo, "redo") == "Yinele: Küçükçekmece, AA 19.45 kaydı"
    assert menu(at_demo, "undo") == "Geri al: Küçükçekmece, AA: CHP 59,1"
    press("Ctrl+Z", "Ctrl+Z")
    assert (undo.text(), undo.isEnabled()) == ("&Geri al", False)
    at_demo.speak("en")
    assert menu(at_demo, "redo") == "Redo: Küçükçekmece, AA: time 19.45"
    press("Ctrl+Y", "Ctrl+Y", "Ctrl+Y")
    assert (redo.text(), redo.isEnabled()) == ("&Redo", False)
    at_demo.window.close_night()
    assert (undo.text(), undo.isEnabled()) == ("&Undo", False)


def test_the_keys_page_names_the_key_and_not_the_act(at_demo: Hands) -> None:
    at_demo.key("AA", CHP, "59,1")
    menus = at_demo.window.actions_.keys
    told = dict(entry for _, entries in menus() for entry in entries)
    assert told["Undo"] == "Ctrl+Z"


def test_with_nothing_to_undo_the_keys_do_nothing(at_demo: Hands) -> None:
    at_demo.stand("AA", CHP)
    press("Ctrl+Z", "Ctrl+Y")
    assert at_demo.typing is None
    assert at_demo.here() == ("AA", CHP)
    assert at_demo.message == ""


def test_another_night_has_acts_of_its_own(
    at_demo: Hands, night_file: Callable[..., object]
) -> None:
    at_demo.key("AA", CHP, "59,1")
    assert at_demo.window.open_path(night_file("blank"))
    assert menu(at_demo, "undo") == ""
    at_demo.key("AA", CHP, "59,2")
    press("Ctrl+Z")
    assert menu(at_demo, "undo") == ""


# Where they lead


def test_undo_never_takes_back_a_publication(at_demo: Hands) -> None:
    """Published, then a figure elsewhere, then Ctrl+Z twice: only the figure goes."""
    at_demo.session.record(SetSetting(settings.BAN_LIFTED, "2024-03-31T19:00"))
    at_demo.find("beyoğlu")
    press("Ctrl+3", "Ctrl+Return")
    assert retracted(at_demo) == [None]
    assert menu(at_demo, "undo") == ""
    press("Ctrl+1")
    at_demo.find("adalar")
    at_demo.key("AA", CHP, "51,2")
    press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert at_demo.draft("AA") is None
    assert retracted(at_demo) == [None]
    press("Ctrl+Y", "Ctrl+Y")
    assert at_demo.says("AA", CHP) == "51,2"
    assert retracted(at_demo) == [None]


def test_twelve_times_ctrl_z_lead_through_every_place_they_change(at_demo: Hands) -> None:
    """One key too many does not take back a bulletin of another place unseen."""
    at_demo.find("adalar")
    at_demo.key("AA", TIME, "1945")
    at_demo.key("AA", CHP, "51,2")
    press("Ctrl+Return")
    at_demo.find("üsküdar")
    for number in range(1, 12):
        at_demo.key("AA", CHP, f"50,{number}")
    for _ in range(11):
        press("Ctrl+Z")
        assert at_demo.night.place == "Üsküdar"
    press("Ctrl+Z")
    assert at_demo.night.place == "Adalar"
    assert at_demo.message == "Undone: Adalar, AA 19.45, filing. Ctrl+Y brings it back."
    assert at_demo.says("AA", CHP) == "51,2"
    *_, taken = at_demo.session.bulletins(CONTEST, "Adalar", "AA")
    assert taken.state is BulletinState.WITHDRAWN
    assert "19.45" in at_demo.night.bulletins.detail.toPlainText()
    press("Ctrl+Y")
    assert at_demo.night.place == "Adalar"
    assert at_demo.message == "Done again: Adalar, AA 19.45, filing. Ctrl+Z takes it back."
    press("Ctrl+Y")
    assert at_demo.night.place == "Üsküdar"


@pytest.mark.parametrize("page", [COMPARISON, BOARD, POSTS, LEDGER, CHARTS])
def test_from_every_page_to_the_cell(at_demo: Hands, page: int) -> None:
    at_demo.key("ANKA", AKP, "36,1")
    at_demo.night.go_to("Adalar")
    at_demo.night.show_page(page)
    at_demo.window.actions_.by_name["undo"].trigger()
    assert at_demo.night.pages.currentIndex() == ENTRY
    assert at_demo.night.place == PLACE
    assert at_demo.here() == ("ANKA", AKP)
    assert focus() is at_demo.night.entry.view
    assert "Küçükçekmece, ANKA: AKP 36,1" in at_demo.message


def test_the_contest_and_the_agencies_come_along(at_demo: Hands) -> None:
    press("Alt+2")
    at_demo.night.entry.head.choose(MAYORS, ("AA", "YSK"))
    at_demo.key("YSK", CHP, "48")
    at_demo.night.entry.head.choose(CONTEST, ("AA", "ANKA"))
    assert "İlçe" in menu(at_demo, "undo") or "mayor" in menu(at_demo, "undo")
    press("Ctrl+Z")
    contest, pair, place = at_demo.night.standing()
    assert (contest, place) == (MAYORS, PLACE) and "YSK" in pair
    assert at_demo.here() == ("YSK", CHP)


def test_what_is_of_no_place_is_told(at_demo: Hands) -> None:
    at_demo.night.bridge.do(SetSetting("style", "seed"))
    at_demo.night.bridge.do(edits.LearnAlias("MP", "chp"))
    for page in (ENTRY, CHARTS):
        at_demo.night.show_page(page)
        press("Ctrl+Z", "Ctrl+Z")
        assert at_demo.night.pages.currentIndex() == page
        assert at_demo.message == "Undone: House style: Dots and dashes. Ctrl+Y brings it back."
        press("Ctrl+Y", "Ctrl+Y")
        assert at_demo.message == "Done again: name “MP” learned. Ctrl+Z takes it back."


def test_a_ticked_place_is_shown_in_the_comparison(at_demo: Hands) -> None:
    at_demo.tick("Şişli")
    press("Ctrl+1", "Ctrl+Z")
    night = at_demo.night
    assert night.pages.currentIndex() == COMPARISON
    table = night.comparison.table
    assert night.comparison.model.place_at(table.currentIndex().row()) == "Şişli"
    assert "Şişli" not in night.comparison.model.chosen_places()
    assert "Şişli" in at_demo.message


def test_a_retraction_is_undone_in_the_ledger(at_demo: Hands) -> None:
    number = lift_and_publish(at_demo)
    other = lift_and_publish(at_demo, "Üsküdar")
    at_demo.night.bridge.do(Retract((number,), "yanlış"))
    press("Ctrl+Z")
    book = at_demo.night.late["ledger"].made
    assert isinstance(book, LedgerPage)
    assert at_demo.night.pages.currentIndex() == LEDGER
    entry = book.entry()
    assert entry is not None and (entry.number, entry.retracted) == (number, None)
    assert entry.headline in at_demo.message
    book.show_post(other)
    press("Ctrl+Y")
    entry = book.entry()
    assert entry is not None and (entry.number, entry.retracted) == (number, "yanlış")


def test_a_contender_is_shown_in_its_contest(at_demo: Hands) -> None:
    at_demo.night.bridge.do(edits.ShowContender(CONTEST, "iyi_parti", True))
    at_demo.night.bridge.do(edits.SetSetting("style", "seed"))
    press("Alt+2", "Ctrl+G", "Ctrl+Z", "Ctrl+Z")
    assert at_demo.night.pages.currentIndex() == ENTRY
    assert at_demo.night.entry.contest == CONTEST
    press("Ctrl+Y")
    assert at_demo.here()[1] == share("iyi_parti")


def test_an_acceptance_comes_back_where_it_was_given(at_demo: Hands) -> None:
    at_demo.qtbot.waitUntil(lambda: bool(at_demo.night.findings.told))
    at_demo.night.findings.take_keys()
    told = at_demo.night.findings.current()
    assert told is not None
    with meeting(give("ajans boyle yayimladi")):
        press("Space")
    at_demo.night.go_to("Adalar")
    press("Ctrl+G", "Ctrl+Z")
    assert at_demo.night.pages.currentIndex() == ENTRY
    assert at_demo.night.place == PLACE
    assert told.code in at_demo.message
    at_demo.qtbot.waitUntil(
        lambda: [one.accepted for one in at_demo.night.findings.told if one.key == told.key] == [""]
    )
    current = at_demo.night.findings.current()
    assert current is not None and current.key == told.key


def test_in_the_list_of_what_waits_it_stays_there(at_demo: Hands) -> None:
    night = at_demo.night
    night.go_to("Adalar")
    at_demo.qtbot.waitUntil(night.shown_findings.is_idle)
    press("Ctrl+0")
    one = night.waiting.current()
    assert one is not None and isinstance(one.about, FindingLine)
    night.bridge.do(night.watch.accept(one.about, "öyle"))
    press("Ctrl+Z")
    assert night.waiting.isVisible()
    assert night.place == one.place
    at_demo.qtbot.waitUntil(night.shown_findings.is_idle)
    current = night.waiting.current()
    assert current is not None and current.key == one.key and not current.done


def test_of_many_bulletins_the_one_in_sight_stays(at_blank: Hands) -> None:
    figures = {CHP: Decimal("55.05")}
    news = tuple(
        edits.NewBulletin(Source("AA", CONTEST, place), at_blank.session.now(), figures)
        for place in ("Adalar", "Beyoğlu", "Üsküdar")
    )
    at_blank.night.bridge.do(edits.FileBulletins(news))
    at_blank.find("beyoğlu")
    press("Ctrl+Z")
    assert at_blank.night.place == "Beyoğlu"
    assert "Adalar, AA 19.40; Beyoğlu, AA 19.40; Üsküdar, AA 19.40" in at_blank.message
    assert at_blank.says("AA", CHP) == ""
    at_blank.find("şişli")
    press("Ctrl+Y")
    assert at_blank.night.place == "Üsküdar"
    assert at_blank.says("AA", CHP) == "55,05"


# Several edits as one act


def test_a_suggestion_is_taken_and_taken_back_as_one(at_demo: Hands) -> None:
    night = at_demo.night
    for row, text in ((TIME, "1935"), (CHP, "85,63"), (AKP, "35,94"), (share("dem_parti"), "1,26")):
        at_demo.key("AA", row, text)
    press("Ctrl+Return")
    at_demo.qtbot.waitUntil(lambda: any(one.takes and not one.draft for one in night.findings.told))
    at_demo.qtbot.waitUntil(night.shown_findings.is_idle)
    count = night.bridge.undo_stack.count()
    line = next(one for one in night.findings.told if one.takes and not one.draft)
    # What cannot be seen is not taken by the first key.
    night.findings.show_to_her(line)
    at_demo.qtbot.waitUntil(lambda: night.findings.sees(line))
    press("Ctrl+T")
    assert at_demo.says("AA", CHP) == "58,63"
    assert night.bridge.undo_stack.count() == count + 1
    assert menu(at_demo, "undo") == (
        "Undo: Küçükçekmece, AA 19.35, correction begun; Küçükçekmece, AA: CHP 58,63"
    )
    night.go_to("Adalar")
    press("Ctrl+Z")
    assert night.place == PLACE
    assert at_demo.draft("AA") is None
    assert at_demo.says("AA", CHP) == "85,63"
    press("Ctrl+Y")
    draft = at_demo.draft("AA")
    assert draft is not None and draft.replaces is not None
    assert at_demo.says("AA", CHP) == "58,63"


def test_cleared_together_they_come_back_together(at_demo: Hands) -> None:
    at_demo.key("AA", CHP, "59,1")
    at_demo.key("AA", AKP, "35,1")
    view = at_demo.night.entry.view
    at_demo.stand("AA", CHP)
    press(*["Shift+Down"] * (at_demo.row(AKP) - at_demo.row(CHP)))
    press("Delete")
    assert at_demo.draft("AA") is None
    title = "Küçükçekmece, AA: CHP (cleared); Küçükçekmece, AA: AKP (cleared)"
    assert menu(at_demo, "undo") == f"Undo: {title}"
    press("Ctrl+Z")
    assert [at_demo.says("AA", row) for row in (CHP, AKP)] == ["59,1", "35,1"]
    assert at_demo.message == f"Undone: {title}. Ctrl+Y brings it back."
    assert focus() is view


# What she is typing


def test_undo_from_the_menu_takes_what_is_being_typed_first(at_demo: Hands) -> None:
    at_demo.key("AA", CHP, "59,1")
    at_demo.night.go_to("Adalar")
    at_demo.stand("ANKA", CHP)
    type_("4")
    at_demo.window.actions_.by_name["undo"].trigger()
    assert at_demo.night.place == "Adalar"
    assert at_demo.says("ANKA", CHP) == "4"
    assert at_demo.message == "Entered: Adalar, ANKA: CHP 4. Ctrl+Z takes it back."
    press("Ctrl+Z", "Ctrl+Z")
    assert at_demo.night.place == PLACE
    assert at_demo.says("AA", CHP) == "58,63"


def test_a_refused_text_waits_where_it_was_typed(at_demo: Hands) -> None:
    at_demo.key("AA", CHP, "59,1")
    at_demo.night.go_to("Adalar")
    at_demo.stand("ANKA", CHP)
    type_("4,5,6")
    at_demo.window.actions_.by_name["undo"].trigger()
    assert at_demo.night.place == PLACE
    assert at_demo.says("AA", CHP) == "58,63"
    at_demo.night.go_to("Adalar")
    assert at_demo.says("ANKA", CHP) == "4,5,6"


def test_in_a_text_both_keys_are_the_texts_own(at_demo: Hands) -> None:
    at_demo.key("AA", CHP, "59,1")
    press("Ctrl+Z")
    at_demo.find("beyoğlu")
    press("Ctrl+3", "End")
    page = at_demo.night.posting_page()
    assert isinstance(page, ComposerPage)
    before = page.text.body.toPlainText()
    type_("x")
    for key, changed in (("Ctrl+Z", False), ("Ctrl+Y", True), ("Ctrl+Y", True), ("Ctrl+Z", False)):
        press(key)
        assert (page.text.body.toPlainText() != before) == changed
        assert at_demo.night.pages.currentIndex() == POSTS
        assert menu(at_demo, "redo") == "Redo: Küçükçekmece, AA: CHP 59,1"
    press("Ctrl+K")
    type_("ada")
    line = focus()
    assert isinstance(line, QLineEdit)
    for key in ("Ctrl+Z", "Ctrl+Y"):
        press(key)
        assert focus() is line
    assert line.text() == "ada"
    press("Ctrl+1")
    at_demo.stand("ANKA", AKP)
    type_("3")
    for key, text in (("Ctrl+Z", "35,53"), ("Ctrl+Y", "3")):
        press(key)
        assert at_demo.typing == text
    press("Escape")
    assert menu(at_demo, "redo") == "Redo: Küçükçekmece, AA: CHP 59,1"


# Reasons, and posts that become wrong


@pytest.mark.parametrize(
    ("language", "undone", "again"),
    [("en", "undone", "done again"), ("tr", "geri alındı", "yinelendi")],
)
def test_the_reason_is_in_the_windows_language(
    at_demo: Hands, language: str, undone: str, again: str
) -> None:
    at_demo.speak(language)
    at_demo.key("AA", CHP, "59,1")
    press("Ctrl+Return", "Ctrl+Z")
    *_, filed = at_demo.session.bulletins(CONTEST, PLACE, "AA")
    assert (filed.state, filed.state_reason) == (BulletinState.WITHDRAWN, undone)
    assert undone in at_demo.night.bulletins.detail.toPlainText()
    press("Ctrl+Y")
    assert at_demo.session.bulletin(filed.id).state is BulletinState.STANDING
    with meeting(give("yanlis ilce")):
        press("Shift+F4")
    press("Ctrl+Z", "Ctrl+Y")
    told = at_demo.session.bulletin(filed.id)
    assert (told.state, told.state_reason) == (BulletinState.WITHDRAWN, "yanlis ilce")


def test_undoing_what_a_post_rests_on_is_told_as_ever(at_demo: Hands) -> None:
    at_demo.find("beyoğlu")
    at_demo.key("AA", TIME, "1939")
    at_demo.key("AA", Row(Item.OPENED_SHARE), "40")
    at_demo.key("AA", CHP, "56,05")
    at_demo.key("AA", AKP, "38,05")
    press("Ctrl+Return")
    lift_and_publish(at_demo)
    at_demo.find("adalar")
    press("Ctrl+Z")
    assert at_demo.night.place == "Beyoğlu"
    attention = at_demo.night.looking.attention
    at_demo.qtbot.waitUntil(lambda: attention.newest is not None and attention.newest.correctable)
    assert "Ctrl+Shift+D" in at_demo.night.attention.go.toolTip()
    assert retracted(at_demo) == [None]
    press("Ctrl+Y")
    at_demo.qtbot.waitUntil(lambda: not any(one.correctable for one in attention.open))


# A retraction


@pytest.fixture
def book(at_demo: Hands) -> LedgerPage:
    lift_and_publish(at_demo)
    press("Ctrl+4")
    made = at_demo.night.late["ledger"].made
    assert isinstance(made, LedgerPage)
    return made


@pytest.mark.parametrize("keys", [("Escape",), ("Return", "Escape")])
def test_a_retraction_asks_by_name_and_no_is_nothing(
    at_demo: Hands, book: LedgerPage, keys: tuple[str, ...]
) -> None:
    entry = book.entry()
    assert entry is not None

    def think_better(dialog: QDialog) -> None:
        assert isinstance(dialog, AskReason)
        asked = dialog.findChild(QLabel, "reason.question")
        assert isinstance(asked, QLabel) and asked.isVisible()
        assert entry.headline in asked.text() and "19." in asked.text()
        press(*keys)
        assert not dialog.isVisible()

    with meeting(think_better):
        press("Delete")
    assert retracted(at_demo) == [None]
    assert book.message.text() == ""


def test_a_retraction_keeps_its_reason_and_names_the_post(at_demo: Hands, book: LedgerPage) -> None:
    entry = book.entry()
    assert entry is not None
    with meeting(give("yanlis yer")):
        press("Delete")
    assert retracted(at_demo) == ["yanlis yer"]
    assert entry.headline in book.message.text()

    def stand_again(dialog: QDialog) -> None:
        asked = dialog.findChild(QLabel, "reason.question")
        assert isinstance(asked, QLabel)
        assert entry.headline in asked.text() and "yanlis yer" in asked.text()
        type_("dogruymus")
        press("Return")

    with meeting(stand_again):
        press("Delete")
    assert retracted(at_demo) == [None]


# Any acts at all


@dataclass(frozen=True, slots=True)
class Walked:
    """An act of the walk: what the menu called it, and the place it was done at."""

    title: str
    place: str


class Walk:
    """Hands that act on several places and remember what each act was called and where it was."""

    PLACES = ("Adalar", "Beyoğlu", "Üsküdar", PLACE)

    def __init__(self, hands: Hands, seed: int) -> None:
        self.hands, self.chance = hands, random.Random(seed)
        self.changes: list[Change] = []
        hands.night.bridge.changed.connect(self.changes.append)

    def act(self) -> Walked | None:
        """One act anywhere; None if nothing came of it."""
        hands, night = self.hands, self.hands.night
        night.go_to(self.chance.choice(self.PLACES))
        night.show_page(ENTRY)
        if self.chance.random() < 0.3:
            press(f"Alt+{self.chance.randint(1, 2)}")
        agency = self.chance.choice(("AA", "ANKA"))
        hands.stand(agency, self.chance.choice((CHP, AKP, TIME, Row(Item.OPENED_SHARE))))
        before = night.bridge.undo_stack.index()
        self.chance.choice(
            (
                self.figure,
                self.figure,
                self.file,
                self.correct,
                self.withdraw,
                self.discard,
                self.clear,
            )
        )()
        if night.bridge.undo_stack.index() == before:
            return None
        title = menu(hands, "undo").removeprefix("Undo: ")
        return Walked(title, night.place)

    def figure(self) -> None:
        type_(
            str(self.chance.randint(2000, 2300))
            if self.hands.here()[1] is TIME
            else f"{self.chance.randint(1, 60)},{self.chance.randint(1, 99):02}"
        )
        press("Return")

    def file(self) -> None:
        agency, _ = self.hands.here()
        self.hands.key(agency, CHP, f"{self.chance.randint(1, 60)},{self.chance.randint(1, 99):02}")
        draft = self.hands.draft(agency)
        if draft is not None and draft.replaces is not None:
            with meeting(give("duzeltme")):
                press("Ctrl+Return")
        else:
            press("Ctrl+Return")

    def correct(self) -> None:
        press("F4")

    def withdraw(self) -> None:
        entry = self.hands.night.entry
        if entry.model.said(entry.view.agency_column()).newest is None:
            return
        with meeting(give("yanlis")):
            press("Shift+F4")

    def discard(self) -> None:
        press("Ctrl+Shift+Backspace")

    def clear(self) -> None:
        press("Delete")


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_each_key_does_what_the_menu_says_where_it_shows(at_demo: Hands, seed: int) -> None:
    walk = Walk(at_demo, seed)
    chance, stack = walk.chance, at_demo.night.bridge.undo_stack
    acts: list[Walked] = []
    posts = 0
    for _ in range(25):
        done = stack.index()
        if (walked := walk.act()) is not None:
            # Filing keys a figure first: two acts of one place.
            acts[done:] = [
                Walked(stack.text(at), walked.place) for at in range(done, stack.index())
            ]
            assert acts[-1] == walked
        if chance.random() < 0.15:
            before = stack.index(), stack.count()
            lift_and_publish(at_demo)
            posts += 1
            assert (stack.index(), stack.count()) == before
        for key in chance.choices(("Ctrl+Z", "Ctrl+Y"), (2, 1), k=chance.randint(0, 5)):
            at = stack.index()
            back = key == "Ctrl+Z"
            if not (stack.canUndo() if back else stack.canRedo()):
                assert menu(at_demo, "undo" if back else "redo") == ""
                continue
            act = acts[at - 1 if back else at]
            named = menu(at_demo, "undo" if back else "redo")
            assert named == f"{'Undo' if back else 'Redo'}: {act.title}"
            at_demo.night.go_to(chance.choice(Walk.PLACES))
            at_demo.night.show_page(chance.choice((ENTRY, COMPARISON, BOARD, CHARTS)))
            walk.changes.clear()
            press(key)
            (change,) = walk.changes
            assert change.places == {act.place}
            assert at_demo.night.place == act.place
            assert at_demo.night.pages.currentIndex() == ENTRY
            (source,) = change.sources
            assert at_demo.night.entry.contest == source.contest
            assert at_demo.here()[0] == source.agency
            assert act.title in at_demo.message
            assert source.place in act.title and source.agency in act.title
    assert retracted(at_demo) == [None] * posts
