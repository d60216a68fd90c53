"""Every kind of chart of every kind of night: drawn, in its colours, with names that fit."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO

import pytest
from matplotlib.figure import Figure

from desk.charts import KINDS as CHARTS
from desk.charts import ask, draw
from desk.charts.facts import called
from desk.file.session import Session
from tests.desk.kinds import KINDS, PRESIDENT, REFERENDUM, filed


@pytest.fixture(scope="module", params=KINDS)
def night(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Session]]:
    with filed(tmp_path_factory.mktemp(request.param) / "night.secim", request.param) as session:
        yield request.param, session


@pytest.mark.parametrize("chart", CHARTS)
def test_every_chart_is_drawn_and_says_what_it_shows(
    night: tuple[str, Session], chart: str
) -> None:
    kind, session = night
    for race in session.election.contests:
        if not session.latest(race.id):
            continue
        figure = Figure(figsize=(12, 6.75))
        told = draw(figure, session, ask(session, chart, contest=race.id))
        assert told.alt.startswith(race.name_tr)
        # The referendum had none before it.
        assert told.marks or (kind, chart) == (REFERENDUM, "baseline"), (kind, race.id)
        figure.savefig(StringIO(), format="svg")
        if kind in (PRESIDENT, REFERENDUM):
            # Persons by their surnames, answers by themselves: nothing has to be cut.
            words = [text.get_text() for axes in figure.axes for text in axes.texts]
            assert not [word for word in words if "…" in word]


def test_persons_and_answers_have_their_names_and_colours(night: tuple[str, Session]) -> None:
    kind, session = night
    race = session.election.contests[0]
    names = [called(session, race.id, one.code) for one in race.contenders]
    if kind == PRESIDENT:
        assert names == ["Erdoğan", "Kılıçdaroğlu"]
    if kind == REFERENDUM:
        assert names == ["Evet", "Hayır"]
    colours = {session.election.party(one.party).colour for one in race.contenders}
    assert len(colours) == len(names) == len(set(names))


def test_a_second_round_stands_against_its_first(night: tuple[str, Session]) -> None:
    kind, session = night
    if kind == PRESIDENT:
        told = draw(Figure(), session, ask(session, "baseline", contest="cb"))
        assert "ilk tur ile fark" in told.alt
        assert "2023 ile" not in told.alt
