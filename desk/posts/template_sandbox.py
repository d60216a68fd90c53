"""Renders a post's template: Jinja2 in a sandbox that knows a post's words and nothing else.

A template sees what it is given, prints figures with their ties, and is stopped at a fixed amount
of work; it reaches no file, no module and no attribute that is not a view's. Loaded only where the
editor has a template of her own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from functools import wraps
from traceback import walk_tb
from typing import Any
from warnings import catch_warnings, simplefilter

from jinja2 import (
    BaseLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    Undefined,
    nodes,
)
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.environment import Environment, TemplateModule
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace

from desk import turkish
from desk.facts.codes import Code, Refusal
from desk.facts.post import Block
from desk.posts.template_views import (
    AgencyView,
    CountView,
    GapView,
    LeadView,
    PlaceView,
    ResultView,
    TiedText,
    marked,
)
from desk.posts.ties import untied
from desk.turkish.style import HouseStyle, capital

MOST_STEPS = 200_000
"""Turns of loops and calls of macros in one rendering."""

MOST_TEXT = 400_000
"""Characters a template may put out, or build on the way."""

_FAULTS = (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
_VIEWS = (
    TiedText,
    ResultView,
    LeadView,
    AgencyView,
    GapView,
    PlaceView,
    CountView,
    Block,
    LoopContext,
    Namespace,
)
_HIDDEN = ("ties", "figures", "written")
_OF_TEXT = frozenset({"startswith", "endswith", "strip", "removeprefix", "removesuffix"})
_KEPT = (
    *("default", "d", "first", "last", "length", "count", "list", "unique", "reverse", "trim"),
    *("select", "reject", "selectattr", "rejectattr", "map"),
)


def rendered(
    name: str, sources: Mapping[str, str], context: Mapping[str, object], style: HouseStyle
) -> str:
    """What a template puts out for a context, its own signs and line breaks marked.

    Refuses E171 what is no template, E172 a name it does not know, E173 what cannot be done or is
    too much; each with the template, its line, and in ``wrong`` a name of `WRONG`.
    """
    room, read = _Room(sources, style), True
    try:
        # Python's compiler warns of what the template will be refused for.
        with catch_warnings():
            simplefilter("ignore", SyntaxWarning)
            return _joined(room.get_template(name).generate(dict(context)))
    except TemplateSyntaxError as fault:
        at, said, read = (fault.name or name, fault.lineno), str(fault.message), False
    except RecursionError:
        at, said = (name, 1), "it calls itself"
    except _FAULTS as fault:
        at, said = _line(fault, sources), str(fault)
        if isinstance(fault, TemplateNotFound):
            said = f"no template {fault}"
    code, wrong, values = _told(said, read)
    if wrong in ("filter", "test", "name", "attribute", "template", "tag"):
        names = _known(room, wrong, values.pop("of", ""), context, sources)
        values["known"] = ", ".join(sorted(names))
    raise Refusal(code, template=at[0] or name, line=at[1], wrong=wrong, **values)


WRONG: tuple[tuple[Code, str, str], ...] = (
    (Code.E171, "open_tag", r"looking for .*?'(?P<closing>end\w+)'.*closed is '(?P<text>\w+)'"),
    (Code.E171, "open_tag", r"Missing end of (?P<text>raw) directive"),
    (Code.E171, "comment", r"Missing end of comment tag"),
    (Code.E171, "no_begin", r"unknown tag '(?P<text>end\w+|else|elif)'"),
    (Code.E171, "tag", r"unknown tag '(?P<text>\w+)'"),
    (Code.E171, "open_sign", r"unexpected end of template, expected '(?P<text>.+)'"),
    (Code.E171, "nothing", r"Expected an expression|expected call"),
    (Code.E171, "instead", r"expected token '(?P<expected>.+)', got '(?P<text>.+)'"),
    (Code.E171, "instead", r"unexpected '(?P<text>.+)', expected '(?P<expected>.+)'"),
    (Code.E171, "unexpected", r"unexpected '(?P<text>.+)'"),
    (Code.E171, "quote", r"unexpected char ['\"]+(?P<text>['\"])['\"]+ at"),
    (Code.E171, "sign", r"unexpected char '(?P<text>.+)' at"),
    (Code.E171, "decimal", r"a number has no exponent"),
    (Code.E171, "twice", r"block '(?P<text>.+)' defined twice"),
    (Code.E172, "filter", r"No filter named '(?P<text>.+)'"),
    (Code.E172, "test", r"No test named '(?P<text>.+)'"),
    (Code.E172, "name", r"'(?P<text>.+)' is undefined"),
    (Code.E172, "template", r"no template (?P<text>.+)"),
    (Code.E172, "not_shared", r"does not export the requested name '(?P<text>.+)'"),
    (Code.E172, "of_none", r"'?None'? has no (?:attribute|element) '?(?P<text>[^']+)"),
    (Code.E172, "place", r"has no element (?P<text>.+)"),
    (
        Code.E172,
        "attribute",
        r"'(?:\w+\.)*(?P<of>\w+)(?: object)?' has no attribute '(?P<text>.+)'",
    ),
    (Code.E172, "hidden", r"access to attribute '(?P<text>.+)' of"),
    (Code.E172, "argument", r"parameter '(?P<text>.+)' was not provided"),
    (Code.E172, "empty", r"sequence was empty"),
    (Code.E173, "too_much", r"too much work or text|Range too big"),
    (Code.E173, "itself", r"it calls itself"),
    (Code.E173, "not_said", r"what was not said"),
    (Code.E173, "not_text", r" cannot be put out"),
    (Code.E173, "operator", r"^(?P<text>\S+) is not known here"),
    (Code.E173, "numbers", r"^(?P<text>[^ a-z]+) is for numbers"),
    (Code.E173, "number", r"this is for numbers"),
    (Code.E173, "time", r"this is for times"),
    (Code.E173, "zero", r"by zero"),
    (Code.E173, "not_list", r"not iterable|non-iterable|values to unpack"),
    (Code.E173, "not_macro", r"not callable"),
    (Code.E173, "compared", r"not supported between"),
    (Code.E173, "arguments", r"argument"),
    (Code.E173, "no_word", r"takes no suffix"),
    (Code.E173, "type", r""),
)
"""What can be wrong with a template: its code, its name, and how Jinja or Python tells of it."""

_SIGNS = {
    f"{side} of {what}": sign
    for what, signs in (
        ("print statement", ("{{", "}}")),
        ("statement block", ("{%", "%}")),
        ("comment", ("{#", "#}")),
    )
    for side, sign in zip(("begin", "end"), signs, strict=True)
}
_TAGS = (
    *("block", "call", "extends", "filter", "for", "from", "if", "import", "include", "macro"),
    *("raw", "set", "with"),
)
_OF_A_KIND = ("float", "integer", "string")
"""What Jinja calls a number or a text it did not expect."""
_INSIDE = ("counted", "joined", "weighed")


def _told(said: str, read: bool) -> tuple[Code, str, dict[str, str]]:
    """The code, the name and the values of what Jinja or Python says of a template's fault.

    A text that was not ``read`` has done nothing yet that could not be done.
    """
    for code, wrong, pattern in WRONG:
        if found := re.search(pattern, said):
            if not read and code is Code.E173:
                break
            values = {name: _SIGNS.get(one, one) for name, one in found.groupdict("").items()}
            return code, _named(wrong, said, values), values
    return Code.E171, "syntax", {}


def _named(wrong: str, said: str, values: dict[str, str]) -> str:
    """What it is called when its values are looked at, which may get some more."""
    if wrong == "open_tag":
        values.setdefault("closing", f"end{values['text']}")
        if "unknown tag" in said:
            values["end"] = said.split("'")[1]
            return "other_end"
    if wrong in ("instead", "unexpected") and values["text"] in _OF_A_KIND:
        return "nothing"
    if wrong == "instead" and values["expected"].isalpha() and values["expected"] != "in":
        return "unexpected"
    return wrong


def _known(
    room: _Room,
    wrong: str,
    of: str,
    context: Mapping[str, object],
    sources: Mapping[str, str],
) -> Iterable[str]:
    """The names there are of the kind that one is not of."""
    if wrong == "attribute":
        views = {view.__name__: view for view in _VIEWS}
        names = dir(views[of]) if of in views else []
        return (one for one in names if one[0] != "_" and one not in _HIDDEN)
    return {
        "filter": [name for name in room.filters if name not in _INSIDE],
        "test": room.tests,
        "name": [*context, *room.globals],
        "template": sources,
        "tag": _TAGS,
    }[wrong]


class TooMuch(ValueError):
    """More work or text than a post can need."""

    def __init__(self) -> None:
        super().__init__("too much work or text for a post")


class _Compiled(BytecodeCache):
    """Each template as it was last compiled: that takes longer than to write out its post."""

    def __init__(self) -> None:
        self._kept: dict[str, Bucket] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        kept = self._kept.get(bucket.key)
        if kept is not None and kept.checksum == bucket.checksum:
            bucket.code = kept.code

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = bucket


_COMPILED = _Compiled()


class _Room(ImmutableSandboxedEnvironment):
    """The sandbox: nothing but what is listed here."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(self, sources: Mapping[str, str], style: HouseStyle) -> None:
        super().__init__(
            loader=_Sources(sources),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_put_out,
            extensions=[_Signs],
            bytecode_cache=_COMPILED,
        )
        self._steps = MOST_STEPS
        known = self.filters
        self.globals = {"range": self.globals["range"], "namespace": Namespace}
        self.filters = {name: self._paid(known[name]) for name in _KEPT}
        for name, written in _filters(style).items():
            self.filters[name] = self._paid(written)
        self.filters |= {
            "counted": self._counted,
            "joined": self._paid(_joined),
            "weighed": self._weighed,
        }
        tests: Mapping[str, Any] = self.tests
        self.tests = {name: self._paid(test) for name, test in tests.items()}

    @staticmethod
    def concat(pieces: Iterable[str]) -> str:
        """What a block or a macro has put out, if it is not too much."""
        return _joined(pieces)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        _bound(tree)
        return tree

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if attr.startswith("_"):
            return False
        if isinstance(obj, str):
            return attr in _OF_TEXT
        if isinstance(obj, TemplateModule):
            return isinstance(value, Macro | str)
        return isinstance(obj, _VIEWS) and attr not in _HIDDEN

    def wrap_str_format(self, value: Any) -> None:
        """No text formats another: `is_safe_attribute` refuses the method."""

    def call(self, context: Context, obj: Any, /, *args: Any, **named: Any) -> Any:
        self._spend(1)
        return super().call(context, obj, *args, **named)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        numbers = all(isinstance(one, int | Decimal) for one in (left, right))
        if not numbers and operator != "+":
            raise TypeError(f"{operator} is for numbers")
        if operator == "**" or (operator == "/" and isinstance(left, int)):
            raise TypeError(f"{operator} is not known here")
        if not numbers:
            return _joined([left, right])
        found = super().call_binop(context, operator, left, right)
        if abs(found) > 10**12:
            raise TooMuch
        return found

    def _counted(self, turns: Iterable[Any]) -> list[Any]:
        """What a loop goes through; each turn is counted."""
        listed = list(turns)
        self._spend(len(listed))
        return listed

    def _weighed(self, value: Any) -> Any:
        """What is compared, or looked for something in: all that is in it is counted."""
        self._spend(1 + _weight(value) // 10)
        return value

    def _paid(self, filtered: Callable[..., Any]) -> Callable[..., Any]:
        """The filter, its work counted by the length of what it is given and gives."""

        @wraps(filtered)
        def paid(*given: Any, **named: Any) -> Any:
            made = filtered(*given, **named)
            self._spend(1 + sum(_length(one) for one in (*given, made)) // 100)
            return made

        return paid

    def _spend(self, steps: int) -> None:
        self._steps -= steps
        if self._steps < 0:
            raise TooMuch


class _Sources(BaseLoader):
    """The templates by name, and no others."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._sources = sources

    def get_source(
        self, environment: Environment, template: object
    ) -> tuple[str, str, Callable[[], bool]]:
        # What a template extends or includes may be any value it can reach.
        name = template.removesuffix(".j2") if isinstance(template, str) else ""
        if name not in self._sources:
            raise TemplateNotFound(str(template))
        return self._sources[name], name, lambda: True


class _Signs(Extension):
    """Marks the signs and line breaks the author wrote, so that none can come from data."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        line_begins = True
        for token in stream:
            if token.type != "data":
                line_begins = token.type == "block_end" or (
                    line_begins and token.type != "variable_end"
                )
                yield token
                continue
            yield Token(token.lineno, "data", marked(token.value, line_begins=line_begins))
            line_begins = not token.value.rpartition("\n")[2].strip() and (
                line_begins or "\n" in token.value
            )


def _bound(tree: nodes.Template) -> None:
    """Let loops, joined texts and what is compared go through what counts them."""
    for const in tree.find_all(nodes.Const):
        if isinstance(const.value, float):
            raise TemplateSyntaxError("a number has no exponent and no point here", const.lineno)
    for compared in list(tree.find_all(nodes.Compare)):
        compared.expr = _through("weighed", compared.expr)
        for operand in compared.ops:
            operand.expr = _through("weighed", operand.expr)
    for loop in list(tree.find_all(nodes.For)):
        loop.iter = _through("counted", loop.iter)
    for joined in list(tree.find_all(nodes.Concat)):
        joined.nodes = [_through("joined", nodes.List(joined.nodes, lineno=joined.lineno))]


def _through(name: str, node: nodes.Node) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


def _joined(pieces: Iterable[Any], between: Any = "") -> str:
    whole: list[str] = []
    length = 0
    for piece in pieces:
        whole.append(f"{between if whole else ''}{_put_out(piece)}")
        length += len(whole[-1])
        if length > MOST_TEXT:
            raise TooMuch
    return "".join(whole)


def _put_out(value: Any) -> str:
    """What a value looks like in the text; only texts, figures and whole numbers have a look."""
    if isinstance(value, Undefined | str | TiedText):
        return str(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is None:
        raise TypeError("what was not said cannot be put out; ask with {% if %} first")
    raise TypeError(f"{type(value).__name__} cannot be put out")


def _filters(style: HouseStyle) -> dict[str, Callable[..., Any]]:
    def number(write: Callable[[Decimal], str]) -> Callable[[object], object]:
        def filtered(said: object) -> object:
            value = said.value if isinstance(said, TiedText) else said
            if isinstance(value, bool) or not isinstance(value, int | Decimal):
                raise TypeError("this is for numbers")
            text = write(Decimal(value))
            return said.written(text) if isinstance(said, TiedText) else text

        return filtered

    def words(write: Callable[[str], str]) -> Callable[[object], object]:
        def filtered(said: object) -> object:
            if isinstance(said, TiedText):
                return said.written(write(said.text))
            return write(_put_out(said))

        return filtered

    def suffix(case: str) -> Callable[[str], str]:
        def write(text: str) -> str:
            bare = untied(text)
            ending = style.suffixed(bare, case)
            return f"{text}{ending.removeprefix(bare)}" if ending.startswith(bare) else ending

        return write

    def clock(moment: object) -> str:
        if not isinstance(moment, datetime):
            raise TypeError("this is for times")
        return style.clock(moment)

    def listed(names: Iterable[Any]) -> str:
        texts = [_put_out(name) for name in names]
        return (
            _joined([_joined(texts[:-1], ", "), " ve ", texts[-1]]) if texts[1:] else "".join(texts)
        )

    cases = {case: words(suffix(case)) for case in turkish.CASES}
    return cases | {
        "share": number(style.share),
        "sign": number(style.sign),
        "points": number(style.points),
        "votes": number(lambda count: f"{turkish.votes_dots(count)} oy"),
        "clock": clock,
        "upper": words(turkish.upper),
        "lower": words(turkish.lower),
        "capital": words(capital),
        "join": _joined,
        "listed": listed,
    }


def _length(value: Any) -> int:
    return len(value) if isinstance(value, str | list | tuple) else 0


def _weight(value: Any) -> int:
    """How much is in a value, however deep, up to more than a rendering may be made of."""
    weight, inside = 0, [value]
    while inside and weight < 10 * MOST_STEPS:
        one = inside.pop()
        if isinstance(one, list | tuple | set | dict):
            weight += len(one)
            inside += (part for part in one if isinstance(part, list | tuple | set | dict | str))
        else:
            weight += _length(one)
    return weight


def _line(fault: BaseException, sources: Mapping[str, str]) -> tuple[str, int]:
    """The template and the line a fault comes from: the innermost that is a template's."""
    found = "", 1
    for frame, line in walk_tb(fault.__traceback__):
        if frame.f_code.co_filename in sources:
            found = frame.f_code.co_filename, line
    return found
