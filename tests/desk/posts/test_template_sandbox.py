"""What a template cannot do: reach anything but a post's words, go on for ever, fail silently."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.facts.codes import Code, Refusal
from desk.facts.post import Ask, Post, PostKind
from desk.file.session import Session
from desk.posts.compose import preview
from desk.posts.template_sandbox import WRONG
from desk.posts.templates import Templates
from tests.desk.conftest import CONTEST, PLACE, refused
from ui.texts.posts import TEMPLATE_PROBLEMS
from ui.texts.sentences import refusal_text

Arrange = Callable[[str], Post]


@pytest.fixture
def arrange(evening: Session, tmp_path: Path) -> Arrange:
    """Composes the comparison of Beyoğlu with a template's text."""
    ask = Ask(CONTEST, (PLACE,))
    return lambda text: preview(evening, PostKind.COMPARISON, ask, Templates(tmp_path), text)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("# A\n{% for x in y", Code.E171, 2),
        ("# A\n\n{{ lead ", Code.E171, 3),
        ("# A\n{% endif %}", Code.E171, 2),
        ("{{ headlin }}", Code.E172, 1),
        ("# A\n{{ places[0].nam }}", Code.E172, 2),
        ("# A\n{{ places[7].name }}", Code.E172, 2),
        ("# A\n{{ lead|nosuch }}", Code.E172, 2),
        ("# A\n\n{{ nosuch() }}", Code.E172, 3),
        ("# A\n{% include 'other' %}", Code.E172, 2),
        ("# A\n{% include '/etc/passwd' %}", Code.E172, 2),
        ("# A\n{% import '../comparison.j2' as p %}", Code.E172, 2),
        ("# A\n{{ lead|points }}", Code.E173, 2),
        ("# A\n{{ none }}", Code.E173, 2),
        ("# A\n{{ places }}", Code.E173, 2),
        ("# A\n{{ 58.63 }}", Code.E171, 2),
        ("# A\n{{ 1 / 0 }}", Code.E173, 2),
        ("# A\n{{ 1 // 0 }}", Code.E173, 2),
        ("# A\n{{ ''|gen }}", Code.E173, 2),
        ("Metin.", Code.E174, 0),
        ("# A\n# B", Code.E174, 0),
        ("{{ '# A' }}", Code.E174, 0),
    ],
)
def test_a_bad_template_is_one_refusal_with_its_line(
    arrange: Arrange, text: str, code: Code, line: int
) -> None:
    with refused(code) as caught:
        arrange(text)
    assert caught.value.values["template"] == "comparison"
    assert line == 0 or caught.value.values["line"] == line


TURNS = 2 * "{% for x in range(9999) %}" + 2 * "{% endfor %}"
FAULTS = {
    "open_tag": ("{% for x in blocks %}\n", "{% raw %} x", "{% set a %}"),
    "other_end": ("{% for x in blocks %}{% endif %}",),
    "comment": ("{# x",),
    "no_begin": ("{% endif %}", "{% else %}"),
    "tag": ("{% fro x in blocks %}{% endfor %}",),
    "open_sign": ("{{ lead ", "{% for x in y"),
    "nothing": ("{% if %}x{% endif %}", "{% call 5 %}{% endcall %}", "{% macro 5() %}"),
    "instead": ("{{ a b }}", "{{ (1] }}", "{% for x blocks %}{% endfor %}"),
    "unexpected": ("{{ a ) }}", "{{ | upper }}", "{{ not }}", "{{ 1 if }}"),
    "quote": ("{{ 'a }}", '{{ "a }}'),
    "sign": ("{{ § }}",),
    "decimal": ("{{ 1.5 }}", "{{ 1e5 }}"),
    "twice": (2 * "{% block a %}{% endblock %}",),
    "syntax": ("{% macro f(a=1, b) %}{% endmacro %}", "{{ namespace(**{}, a=1, **{}) }}"),
    "filter": ("{{ lead|pionts }}", "{{ [1]|map('nosuch')|list }}"),
    "test": ("{% if lead is nosuch %}{% endif %}", "{{ [1]|select('nosuch')|list }}"),
    "name": ("{{ headlin }}", "{{ nosuch() }}", "{% if nosuch %}{% endif %}"),
    "template": ("{% include 'other' %}", "{% import 5 as p %}", "{% extends 'lead' %}"),
    "not_shared": ("{% from '_parts' import nosuch %}{{ nosuch() }}",),
    "of_none": ("{{ none.points }}",),
    "place": ("{{ places[7].name }}",),
    "attribute": ("{{ places[0].nam }}", "{{ lead.x.y }}", "{{ {'a': 1}['b'] }}", "{{ self.b() }}"),
    "hidden": ("{{ lead.__class__ }}", "{{ 'x'.encode() }}"),
    "argument": ("{% macro f(a) %}{{ a }}{% endmacro %}{{ f() }}",),
    "empty": ("{{ []|first }}", "{{ []|last }}"),
    "too_much": ("{% for x in range(99999999) %}{% endfor %}", TURNS),
    "itself": ("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}", "{% include 'comparison' %}"),
    "not_said": ("{{ none }}",),
    "not_text": ("{{ places }}", "{{ true }}", "{{ places[0] }}"),
    "operator": ("{{ 1 / 2 }}", "{{ 2 ** 3 }}"),
    "numbers": ("{{ 'a' - 1 }}", "{{ lead * 3 }}"),
    "number": ("{{ lead|points }}",),
    "time": ("{{ lead|clock }}",),
    "zero": ("{{ 1 // 0 }}", "{{ 1 % 0 }}"),
    "not_list": ("{% for x in 5 %}{% endfor %}", "{% for a, b in [1] %}{% endfor %}"),
    "not_macro": ("{{ lead() }}",),
    "compared": ("{% if 'a' < 5 %}{% endif %}",),
    "arguments": ("{% macro f(a) %}{{ a }}{% endmacro %}{{ f(1, 2) }}", "{{ lead|upper(1) }}"),
    "no_word": ("{{ ''|gen }}",),
    "type": ("{{ range('a') }}", "{% set n.a = 1 %}"),
}
"""What is wrong with a template, and texts that are wrong in this way."""

ENGLISH = re.compile(r"\b(?:is|no|has|got|of|expected|unexpected|object|token|named)\b")
"""Words of Jinja's and Python's own, of which an editor sees none."""


@pytest.mark.parametrize(("wrong", "texts"), FAULTS.items(), ids=FAULTS)
def test_what_is_wrong_is_told_by_its_kind(
    arrange: Arrange, wrong: str, texts: tuple[str, ...]
) -> None:
    told = {}
    for text in texts:
        with pytest.raises(Refusal) as caught:
            arrange(f"# A\n{text}")
        told[text] = caught.value.values["wrong"]
        for sentence in TEMPLATE_PROBLEMS[told[text]]:
            carried = {name for _, name, _, _ in Formatter().parse(sentence) if name}
            assert carried <= caught.value.values.keys()
        said = refusal_text(caught.value, "tr")
        assert "comparison şablonu, " in said and not ENGLISH.search(said), said
    assert told == dict.fromkeys(texts, wrong)


def test_every_kind_of_fault_has_a_text_that_is_wrong_so() -> None:
    assert set(FAULTS) == {wrong for _, wrong, _ in WRONG} | {"other_end", "syntax"}
    assert set(TEMPLATE_PROBLEMS) == set(FAULTS) | {"long", "encoding", "unreadable"}


def test_a_slip_in_a_name_is_met_by_the_name_that_was_meant(arrange: Arrange) -> None:
    for slip, meant in (
        ("{{ headlin }}", "headline"),
        ("{{ places[0].nam }}", "name"),
        ("{{ lead|uper }}", "upper"),
        ("{% inclde '_parts' %}", "include"),
    ):
        with pytest.raises(Refusal) as caught:
            arrange(f"# A\n{slip}")
        said = refusal_text(caught.value, "tr")
        assert f"Şunu mu demek istediniz: {meant}" in said and "2. satır" in said, said


@pytest.mark.parametrize(
    "expression",
    [
        "''.__class__.__mro__",
        "lead.__class__",
        "lead['__class__']",
        "places.__class__",
        "places[0].__class__",
        "places[0].agencies[0].opened.ties",
        "(places[0].agencies[0].results|first).share.ties._known",
        "(places[0].agencies[0].results|first).share.figures",
        "places|map(attribute='__class__')|first",
        "lead|attr('__class__')",
        "'{0.__class__}'.format(lead)",
        "'{a.__class__}'.format_map({'a': lead})",
        "range.__globals__",
        "namespace.__init__.__globals__",
        "namespace(a=1).__class__",
        "self.__init__",
        "self._TemplateReference__context",
        "cycler.__init__.__globals__",
        "lipsum(1)",
        "dict(a=1)",
        "config",
        "parts.__loader__",
        "lead.encode()",
        "places.append(1)",
        "blocks[0].lines.__add__",
        "blocks[0].lines.count",
        "loop.__class__",
        "lead|safe",
        "'%c'|format(1)",
        "lead % 1",
        "lead * 3",
        "true",
        "session",
        "clock.upper()",
    ],
)
def test_a_template_reaches_nothing(arrange: Arrange, expression: str) -> None:
    with pytest.raises(Refusal) as caught:
        arrange(f"# A\n{{{{ {expression} }}}}")
    assert caught.value.code in (Code.E172, Code.E173)


@pytest.mark.parametrize(
    "text",
    [
        "{% for x in range(10**9) %}a{% endfor %}",
        "{% for x in range(1000000000) %}a{% endfor %}",
        "{% for x in range(9999) %}{% for y in range(9999) %}{% endfor %}{% endfor %}",
        "{{ range(99999999)|list|length }}",
        "{{ 'x' * 1000000000 }}",
        "{{ 9 ** 999999999 }}",
        "{% set n = namespace(t='xxxxxxxxxxxxxxxx') %}"
        "{% for x in range(60) %}{% set n.t = n.t ~ n.t %}{% endfor %}",
        "{% set n = namespace(t='xxxxxxxxxxxxxxxx') %}"
        "{% for x in range(60) %}{% set n.t = n.t + n.t %}{% endfor %}",
        "{% set n = namespace(t='xxxxxxxxxxxxxxxx') %}"
        "{% for x in range(60) %}{% set n.t = [n.t, n.t]|join %}{% endfor %}",
        "{% set n = namespace(t=['x']) %}"
        "{% for x in range(60) %}{% set n.t = n.t + n.t %}{% endfor %}",
        "{% set n = namespace(t=9) %}"
        "{% for x in range(9999) %}{% set n.t = n.t * n.t %}{% endfor %}",
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
        "{% macro f(n) %}{% if n %}{{ f(n-1) }}{{ f(n-1) }}{% endif %}{% endmacro %}{{ f(99) }}",
        "{% for x in range(999) %}{{ x }}{{ lead }}{{ lead|join('"
        + 200 * "-"
        + "') }}{% endfor %}",
        "{% include 'comparison' %}",
        "{% set t %}{% for x in range(999) %}" + 200 * "-" + "{% endfor %}{% endset %}"
        "{% for x in range(9999) %}{% if t|upper == t|lower %}{% endif %}{% endfor %}",
        "{% set n %}{% for x in range(9999) %}" + 200 * "-" + "{% endfor %}{% endset %}",
    ],
)
def test_too_much_is_refused(arrange: Arrange, text: str) -> None:
    with refused(Code.E173):
        arrange(f"# A\n{text}\n")


VALUES = st.sampled_from(
    [
        *("headline", "blocks", "places", "places[0].agencies[0].results", "clock", "self", "loop"),
        *("places[0].agencies[0].results[0].share", "places[0].agencies[0].lead", "nosuch"),
        *("5", "-1", "1.5", "'x'", "''", "none", "true", "[]", "{'a': 1}", "(1, 2)", "range(3)"),
        *("range", "namespace(a=1)", "places[0].agencies[0].opened", "places[0].gaps[0].points"),
    ]
)
FILTERS = st.sampled_from(
    [
        *("share", "points", "votes", "gen", "dat", "upper", "join", "listed", "clock", "first"),
        *("length", "list", "select", "select('nosuch')", "map('upper')", "map(attribute='name')"),
        *("map('nosuch')", "map(attribute=5)", "unique", "reverse", "trim(5)", "counted", "joined"),
    ]
)
OPERATORS = st.sampled_from(["+", "-", "*", "/", "//", "%", "~", "==", "<", "in", "and", "**"])
EXPRESSIONS = st.recursive(
    VALUES,
    lambda inner: st.one_of(
        st.builds("{}|{}".format, inner, FILTERS),
        st.builds("({} {} {})".format, inner, OPERATORS, inner),
        st.builds("({})[{}]".format, inner, inner),
        st.builds("({})({})".format, inner, inner),
    ),
    max_leaves=4,
)
STATEMENTS = st.sampled_from(
    [
        "{{ @ }}",
        "{% if @ %}a{% endif %}",
        "{% for x in @ %}{{ x }}{% endfor %}",
        "{% for a, b in @ recursive %}{{ loop(a) }}{% endfor %}",
        "{% set n = namespace() %}{% set n.a = @ %}{{ n.a }}",
        "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(@) }}",
        "{% call(x) @ %}y{% endcall %}",
        "{% include @ %}",
        "{% extends @ %}",
        "{% import @ as p %}{{ p.blocks(blocks) }}",
        "{% autoescape true %}{{ @ }}{% endautoescape %}",
        "{% block b %}{{ @ }}{% endblock %}{{ self.b() }}",
    ]
)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STATEMENTS, EXPRESSIONS)
def test_whatever_is_written_is_a_post_or_a_refusal(
    arrange: Arrange, statement: str, expression: str
) -> None:
    try:
        post = arrange(f"# A\n{statement.replace('@', expression)}")
    except Refusal as refusal:
        assert refusal.code in (Code.E171, Code.E172, Code.E173, Code.E174)
        assert refusal.values["template"] == "comparison"
    else:
        assert post.headline and " at 0x" not in post.body
