"""Every code with its rule on one page, taken from the comments that are the law.

`python -m desk.facts.codelist` prints it; docs/codes.md is that page.
"""

from __future__ import annotations

import inspect
import re
import sys

from desk.facts import codes

_CODE = re.compile(r'((?:    #[^\n]*\n)+)    ([A-Z][0-9]{3}) = "\2"')
_KINDS = {
    "E": "not accepted: nothing is stored",
    "F": "impossible (error)",
    "W": "implausible (warning)",
    "D": "between two agencies",
    "P": "a post",
    "S": "the file",
    "Q": "asked by the reader",
    "I": "left out by the reader",
}


def rules(source: str) -> list[tuple[str, str]]:
    """Code and rule in the order they stand in."""
    found = []
    for comment, code in _CODE.findall(source):
        lines = [line.strip().removeprefix("#").strip() for line in comment.splitlines()]
        found.append((code, " ".join(lines)))
    return found


def as_markdown(source: str) -> str:
    """The page."""
    parts = ["# Codes\n\nA code is a rule. Numbers are never used again.\n"]
    kind = ""
    for code, rule in rules(source):
        if code[0] != kind:
            kind = code[0]
            parts.append(f"\n## {kind}: {_KINDS[kind]}\n\n| code | rule |\n|---|---|\n")
        parts.append(f"| {code} | {rule.replace('|', '/')} |\n")
    return "".join(parts)


if __name__ == "__main__":
    sys.stdout.write(as_markdown(inspect.getsource(codes)))
