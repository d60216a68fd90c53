"""The short form of a post: it says no number the post does not but hours, and cuts nothing off."""

from __future__ import annotations

import re
from collections.abc import Collection

from tests.proof.text import parts_of

NUMBER = re.compile(r"[0-9]+(?:[.,:][0-9]+)*")
MOST = 280
"""Signs a network takes; nothing the desk writes of its own counts for more than one."""
MARKS = ("Resmî olmayan sonuçlar.", "Rakamlar açıklama sahibinin beyanıdır.")


def faults_of(short: str, text: str, clocks: Collection[str]) -> list[str]:
    """What is wrong with a post's short form; ``clocks`` are the hours of bulletins (20:09)."""
    post, short = parts_of(text), short.replace("’", "'")
    faults = []
    if not short:
        # Where no whole sentence fits there is none.
        return []
    if len(short) > MOST or "\n" in short:
        faults.append(f"{len(short)} signs are too many")
    if not short.startswith(f"{post.clock} "):
        faults.append("the hour is left out")
    headline = short.removeprefix(f"{post.clock} ")
    if not headline.startswith(post.headline):
        kept, cut, _ = headline.partition("…")
        if not cut or not post.headline.startswith(kept):
            faults.append("the headline is another")
    if post.closing and not post.closing.startswith("“") and not short.endswith(MARKS):
        faults.append("what it is worth is left out")
    # Where nothing is opened the table says a nought, and the post so in words.
    more = {*NUMBER.findall(short)} - {*NUMBER.findall(text), "0"}
    # A headline has hours of its own there, since the lines that give them may not fit.
    more = {number for number in more if number.replace(".", ":") not in clocks}
    faults += [f"the post has no {number}" for number in sorted(more)]
    return [f"{fault} in “{short}”" for fault in faults]
