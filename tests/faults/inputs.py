"""What may be given to a command: figures, elections, templates, texts, settings, made by chance.

Whatever is given: done or refused in a sentence, in time, and refused is nothing changed.
"""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

from desk.facts import settings
from desk.facts.catalog import resource
from desk.facts.post import PostKind
from tests.desk.conftest import content_of
from tests.faults.harness import DONE, REFUSED, Told, command, night_in

ODD = (
    *("", " ", "0", "-0", "-1", "1e9", "NaN", "inf", "10" * 200, "٥٨,٦٣", "５８.６３", "58,63,1"),
    *("=1+1", "@SUM(A1)", "'58", "<script>alert(1)</script>", "\u202e58", "\ufeff58", "a\u0000b"),
    *("\ud800", "\ufffe", "🗳" * 50, "x" * 200_000, "“58,63”", "58\u00a063", "½", "%58", "null"),
)
"""Words no newsroom means, in any place a word can stand."""


def odd(chance: Random) -> str:
    """One of them that can be written as UTF-8."""
    return chance.choice(ODD).encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def _kept(before: object, path: Path, told: Told) -> str | None:
    if told.trouble:
        return told.trouble
    if told.status == REFUSED and content_of(path) != before:
        return f"refused, and something was stored: {told.err[:200]}"
    if len(told.err) > 30_000:
        return f"{len(told.err)} characters of complaint"
    return None


HEAD = "as_of,agency,contest,place,item,contender,value"
ROWS = (
    "2024-03-31T20:15,AA,ibb,Beyoğlu,share,CHP,58.63",
    "2024-03-31T20:15,AA,ibb,Beyoğlu,share,AKP,35.94",
    "2024-03-31T20:20,ANKA,ibb,Şile,votes,CHP,12345",
    "2024-03-31T20:20,ANKA,ibb,Şile,opened_share,,45.5",
    "2024-03-31T20:21,ANKA,ibb,Fatih,leader,CHP,",
)
ENCODINGS = ("utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1254", "cp1252", "latin-1")


def figures(chance: Random, folder: Path) -> str | None:
    """A figures CSV with anything in it, from a file or from standard input."""
    night = night_in(folder)
    before = content_of(night)
    lines = [HEAD, *(chance.choice(ROWS) for _ in range(chance.randrange(1, 8)))]
    for _ in range(chance.randrange(4)):
        at = chance.randrange(len(lines))
        cells = lines[at].split(",")
        cells[chance.randrange(len(cells))] = odd(chance)
        lines[at] = chance.choice((",", ",", ";", "\t")).join(cells)
    if chance.random() < 0.1:
        lines *= 8_000
    if chance.random() < 0.1:
        lines.append('"never closed' + "\n" * chance.randrange(3))
    text = chance.choice(("\n", "\r\n", "\r")).join(lines)
    data = text.encode(chance.choice(ENCODINGS), "replace")
    if chance.random() < 0.1:
        data = data.replace(b"5", bytes([chance.randrange(256)]))
    if chance.random() < 0.5:
        told = command("record", night, "-", text=data)
    else:
        given = folder / "figures.csv"
        given.write_bytes(data)
        told = command(chance.choice(("record", "correct")), night, given, *_reason(chance))
    return _kept(before, night, told)


def _reason(chance: Random) -> tuple[str, ...]:
    return ("--reason", "why") if chance.random() < 0.3 else ()


NUMBERS: tuple[Any, ...] = (None, True, -1, 10**30, 1.5, 0, [], {}, "", [[]])


def elections(chance: Random, folder: Path) -> str | None:
    """An election's file in which something is something else."""
    whole = json.loads(resource("elections", "istanbul-2024.json").read_text(encoding="utf-8"))
    for _ in range(chance.randrange(1, 4)):
        _spoil(chance, whole)
    text = json.dumps(whole, ensure_ascii=chance.random() < 0.5)
    if chance.random() < 0.1:
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(('"', "[" * 100_000, "{" * 100_000, "", "NaN", "\x00"))
    given, night = folder / "election.json", folder / "night.secim"
    given.write_bytes(text.encode("utf-8", "surrogatepass"))
    told = command("new", night, "--election", given)
    if told.trouble:
        return told.trouble
    if told.status != DONE:
        left = [path.name for path in folder.iterdir() if path != given]
        return f"left behind: {left}" if left else None
    again = command("compare", night)
    return again.trouble or (again.err[:300] if again.status == REFUSED else None)


def _spoil(chance: Random, whole: Any) -> None:
    """Let something on a way down from the top be something else, or gone."""
    here, last = whole, None
    while isinstance(here, dict | list) and here and (last is None or chance.random() < 0.75):
        key = chance.choice([*here]) if isinstance(here, dict) else chance.randrange(len(here))
        last, here = (here, key), here[key]
    if last is None:
        return
    # A copy: a list that is spoilt in turn would be another one in every file after it.
    (inside, key), odd_one = last, deepcopy(chance.choice((*ODD, *NUMBERS, "17:00+03:00", "24:00")))
    match chance.randrange(3):
        case 0 if isinstance(inside, dict):
            inside.pop(key)
        case 1 if isinstance(inside, list):
            inside.append(here)
        case _:
            inside[key] = odd_one


BODIES = (
    "{{ 'x' * 999999999 }}",
    "{{ 9 ** 999999 }}",
    "{{ 1e999999 }}",
    "{{ [1] * 999999999 }}",
    "{% for a in range(999999999) %}x{% endfor %}",
    "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
    "{% for a in places %}{{ a.__class__ }}{% endfor %}",
    "{{ ''.__class__.__mro__ }}",
    "{% macro m(n) %}{{ m(n) }}{% endmacro %}{{ m(1) }}",
    "{% set x = namespace(t='ab') %}{% for i in range(60) %}{% set x.t = x.t ~ x.t %}{% endfor %}",
    "{% set x = namespace(t=[1]) %}{% for i in range(60) %}{% set x.t = [x.t, x.t] %}{% endfor %}"
    "{{ x.t == x.t }}",
    "{{ range(999999999) in [1] }}",
    "{{ 5 in range(100000) | list }}",
    "{% for a in range(20000) %}{{ 'y' in ('x' ~ a) }}{% endfor %}",
    "{{ (range(99999) | list) == (range(99999) | list) }}",
    "{% for i in range(500) %}{{ (range(99999) | list) == (range(99999) | list) }}{% endfor %}",
    "{% for i in range(2000) %}{% if 7 in (range(99999) | list) %}{% endif %}{% endfor %}",
    "{% set l = range(90000) | list %}{% for i in range(90000) %}{% if -1 in l %}{% endif %}"
    "{% endfor %}",
    "{% set t = 'x' * 2 %}{{ t }}",
    "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "{{ " + "-" * 20000 + "1 }}",
    "{% if 1 %}" * 300 + "{% endif %}" * 300,
    "{{ " + "1+" * 20000 + "1 }}",
    "{% include 'comparison' %}",
    "{% extends 'comparison' %}",
    "{% import 'nothing' as n %}",
    "{{ config }}",
    "{{ self }}",
    "{{ places | map('upper') | list }}",
    "{{ places | unique | reverse | list | length }}",
    "{{ '{:>999999999}'.format(1) }}",
    "{{ '%999999999d' % 1 }}",
    "{{ 'a' | center(999999999) }}",
    "{{ cycler(1) }}{{ joiner() }}{{ lipsum() }}",
    "{% raw %}" + "x" * 500_000 + "{% endraw %}",
    "{{",
    "{% %}",
    "\x00",
)


def templates(chance: Random, folder: Path) -> str | None:
    """A template of the editor's own that wants too much, or what it may not have."""
    night = night_in(folder)
    own = folder / "templates"
    own.mkdir()
    kind = chance.choice([PostKind.COMPARISON, PostKind.LEAD, PostKind.STANDING])
    body = "".join(chance.choice(BODIES) for _ in range(chance.choice((1, 1, 2))))
    (own / f"{kind.value}.j2").write_text(body, encoding="utf-8")
    told = command("post", night, kind.value, "--templates", own)
    return told.trouble and f"{body[:200]}: {told.trouble}"


WORDS = (
    *("AA: CHP %58,63, AKP %35,94", "ANKA 19.25", "Beyoğlu'nda", "sandıkların yüzde 45,5'i açıldı"),
    *("İBB", "il geneli", "ak parti", "13.729 oy", "fark 2.3 puan", "\n", "\n\n", "\t", "|", "•"),
)


def texts(chance: Random, folder: Path) -> str | None:
    """An agency's text out of anything, read and perhaps filed."""
    night = night_in(folder)
    before = content_of(night)
    parts = [chance.choice(WORDS) if chance.random() < 0.7 else odd(chance) for _ in range(20)]
    data = " ".join(parts).encode(chance.choice(ENCODINGS), "replace")
    save = ("--save",) if chance.random() < 0.5 else ()
    return _kept(before, night, command("read", "--file", night, *save, "-", text=data))


def values(chance: Random, folder: Path) -> str | None:
    """Any value for any setting; the night goes on whatever was taken."""
    night = night_in(folder)
    before = content_of(night)
    name = chance.choice((*settings.names(), odd(chance).replace("\x00", "") or "-"))
    value = odd(chance).replace("\x00", "")
    if chance.random() < 0.5:
        value = f"{chance.choice(('AA', 'CHP', '2024-03-31T', 'https://'))}{chance.choice('=,:/')}{value}"
    if chance.random() < 0.1:
        # A byte as a console of another encoding gives it.
        value += "\udcfe"
    wrong = _kept(before, night, command("set", night, "--", name, value))
    again = command("post", night, "comparison")
    return wrong or again.trouble or (again.err[:300] if again.status == REFUSED else None)
