"""Words that go by a number: `{n} {n:bulletin|bulletins}` is said as "1 bulletin", "2 bulletins".

English alone needs it; Turkish has the one form behind every number and writes none of this.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_BY_COUNT = re.compile(r"\{(\w+):([^{}|]*)\|([^{}|]*)\}")
"""A value's name, the word beside one, and the word beside any other number."""

_ONE = "1"


def numbered(text: str, **values: object) -> str:
    """A text with its values, and the words that go by them."""
    return numbered_of(text, values)


def of_many(text: str) -> str:
    """A text as it is of no number yet: with the words of many."""
    return _BY_COUNT.sub(r"\3", text)


def numbered_of(text: str, values: Mapping[str, object]) -> str:
    """The same with the values as a mapping; "1.0" and "0.5" are no one."""
    if "|" in text:
        text = _BY_COUNT.sub(lambda found: found[2 if str(values[found[1]]) == _ONE else 3], text)
    return text.format_map(values)
