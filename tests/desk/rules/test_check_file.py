"""The list of codes on one page, complete, and what a whole file's check promises."""

from __future__ import annotations

import inspect
from pathlib import Path

from desk.facts import codes
from desk.facts.codelist import as_markdown
from desk.facts.codes import Code
from desk.file.session import Session
from desk.rules.checks import Checks
from tests.desk.conftest import AA, file_at, shares

PAGE = Path(__file__).resolve().parents[3] / "docs" / "codes.md"


def test_the_page_lists_every_code() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert text == as_markdown(inspect.getsource(codes))
    for code in Code:
        assert f"| {code} |" in text


def test_every_bulletin_is_judged_at_its_time_and_errors_come_first(session: Session) -> None:
    file_at(session, AA, "20:00", shares(chp="60.00", ak_parti="42.00"))
    file_at(session, AA, "20:10", shares(chp="57.00", ak_parti="42.00"))
    file_at(session, AA, "20:20", shares(chp="61.00", ak_parti="42.00"))
    checks = Checks(session)
    errors = [(f.code.value, f"{f.as_of:%H:%M}") for f in checks.all() if f.severity == "error"]
    assert errors == [("F201", "20:20"), ("F201", "20:00")]
    latest = {f.as_of for f in checks.all(latest=True)}
    assert {f"{moment:%H:%M}" for moment in latest if moment} == {"20:20"}
