"""How many findings the night would have under other thresholds, by their codes.

A whole night is judged anew, a step at a time; how a finding is made is the rules' business.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Mapping

from desk.file.session import Session
from desk.rules.checks import Checks
from desk.rules.entries import minute_of
from desk.rules.silence import Freshness, freshness

AGEING = "fresh"
"""What columns that are ageing are counted under; every finding under its code."""


def tallied(
    session: Session, changed: Mapping[str, str | None]
) -> Generator[None, None, Counter[str]]:
    """The findings of every contest by code, and the columns that are ageing now."""
    night = session.under(changed)
    checks = Checks(night)
    for contest in night.election.contests:
        while checks.step(contest.id):
            yield
    found = Counter(finding.code.value for finding in checks.all())
    yield
    now = minute_of(night.night_clock())
    for contest in night.election.contests:
        judged = checks.night(contest.id)
        found[AGEING] += sum(
            freshness(judged, agency, place, now) is Freshness.AGEING
            for agency, place in list(judged.columns)
        )
    return found


def counted_under(name: str) -> str:
    """What a threshold's effect is counted under: ``check.d401.start`` under D401."""
    code = name.split(".")[1]
    return AGEING if code == AGEING else code.upper()
