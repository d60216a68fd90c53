"""How many of the night's published posts the gate would stop under other settings.

Asked is only what settings decide; what else stands in a post's way is the gate's to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desk.facts import settings
from desk.facts.bulletin import Bulletin
from desk.facts.codes import Code
from desk.facts.finding import Finding
from desk.facts.post import Post
from desk.file.session import Session
from desk.posts.gate import obstacles

DECIDES = {
    settings.REQUIRE_OPENED: Code.P503,
    settings.BAN_LIFTED: Code.P504,
    settings.WIN_FROM: Code.P510,
    settings.HOURS_APART: Code.P511,
}
"""Which question of the gate a setting decides."""


class _NothingFound:
    """The judgement of a night in which no rule finds anything: other questions are asked."""

    def of_bulletin(self, _: Bulletin) -> list[Finding]:
        return []

    def accepted(self, _: Finding) -> str | None:
        return None


def stopped(
    session: Session, posts: Iterable[Post], name: str, changed: Mapping[str, str | None]
) -> int:
    """The posts in whose way the question stands that a setting decides. KeyError for others."""
    night, code = session.under(changed), DECIDES[name]
    return sum(
        any(one.code is code for one in obstacles(night, post, _NothingFound())) for post in posts
    )
