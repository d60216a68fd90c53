"""What may go out on election day, hour by hour."""

from __future__ import annotations

import pytest

from desk.facts import ban, settings
from desk.facts.ban import Allowed
from desk.facts.codes import Code
from desk.facts.edits import SetSetting
from desk.file.session import Session
from tests.desk.conftest import at, refused


@pytest.mark.parametrize(
    ("clock", "lifted", "allowed", "until"),
    [
        ("17:30", "", Allowed.NOTHING, "18:00"),
        ("18:00", "", Allowed.OFFICIAL, "21:00"),
        ("20:59", "", Allowed.OFFICIAL, "21:00"),
        ("21:00", "", Allowed.EVERYTHING, None),
        ("19:10", "19:10", Allowed.LIFTED, "21:00"),
        # Said before it holds: then that is when things change.
        ("19:09", "19:10", Allowed.OFFICIAL, "19:10"),
        ("17:30", "17:45", Allowed.NOTHING, "17:45"),
        ("21:30", "19:10", Allowed.EVERYTHING, None),
    ],
)
def test_the_ban_hour_by_hour(
    session: Session, clock: str, lifted: str, allowed: Allowed, until: str | None
) -> None:
    kept = {settings.BAN_LIFTED: f"2024-03-31T{lifted}"} if lifted else {}
    found = ban.at(session.election, kept, at(clock))
    assert (found.allowed, found.until) == (allowed, at(until) if until else None)
    assert found.lifted == (at(lifted) if allowed is Allowed.LIFTED else None)


@pytest.mark.parametrize("moment", ["2023-03-31T19:10", "2024-03-30T19:10", "2024-04-02T00:10"])
def test_a_ban_is_lifted_in_its_own_night_or_not_at_all(session: Session, moment: str) -> None:
    with refused(Code.E152) as caught:
        session.record(SetSetting(settings.BAN_LIFTED, moment))
    assert caught.value.values["allowed"] == "2024-03-31T21:00"
    assert settings.BAN_LIFTED not in session.settings
