"""What holds for any text at all: a result, sources inside the text, time in step with length."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desk.facts.catalog import load
from desk.facts.figures import plain
from desk.reading import tokens
from desk.reading.normalise import normalise
from desk.reading.reader import Context, Reading, read, to_json
from desk.reading.spelt import may_begin
from desk.turkish import fold
from tests.desk.reading.score import EXAMPLES, MORE, examples

FILE = Context.of(load("istanbul-2024"))
TEXTS = [row["text"] for path in (EXAMPLES, MORE) for row in examples(path)]

PIECES = (
    *[
        "CHP",
        "AKP:",
        "ak parti",
        "MP",
        "Diğer",
        "Ekrem İmamoğlu",
        "Kurum'un",
        "(AKP)",
        "AA",
        "ANKA'ya göre",
        "Kadıköy'de",
    ],
    *[
        "İSTANBUL",
        "Edremit",
        "yüzde",
        "%",
        "58,63",
        "58.635",
        "4.171.419",
        "43, 97",
        "2",
        "192 187",
        "bin",
        "milyon",
        "oy",
        "puan",
    ],
    *[
        "fark",
        "açılan sandık",
        "açıldı",
        "sandıktan",
        "katılım",
        "saat 19.25",
        "19:25",
        "2019",
        "31 Mart 2024",
    ],
    *[
        "anket",
        "milletvekili",
        "alan",
        "ile önde",
        "ve",
        ",",
        ";",
        ".",
        ":",
        "-",
        "\t",
        "\n",
        "\n\n",
        "(",
        ")",
        "<td>",
        "<br>",
        "&nbsp;",
        "'nin",
    ],
    *("|", '"', "yurt dışı", "iller:"),
)

rubbish = st.text(max_size=400)
bulletins = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)
mixed = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=40).map("".join)
any_text = st.one_of(rubbish, bulletins, mixed, st.sampled_from(TEXTS))


def check_sources(text: str, reading: Reading) -> None:
    """Every span lies in the text, and the digits in it are the figure's."""
    for record in reading.records:
        spans = [*record.sources.values(), *(question.source for question in record.questions)]
        for result in record.results:
            spans += [result.source, result.label_source]
            for value, source in (
                (result.pct, result.pct_source),
                (result.votes, result.votes_source),
            ):
                assert (value is None) == (source is None)
                if value is not None and source is not None:
                    spans.append(source)
                    assert_digits(text, source, plain(value))
        for name, source in record.sources.items():
            value = getattr(record, name)
            if not isinstance(value, str) and name not in ("time",):
                assert_digits(text, source, plain(value))
        for start, end in spans:
            assert 0 <= start <= end <= len(text)
    for left in reading.ignored:
        assert 0 <= left.source[0] <= left.source[1] <= len(text)


def assert_digits(text: str, source: tuple[int, int], value: str) -> None:
    fragment = normalise(text[slice(*source)]).text
    groups = re.findall(r"[0-9]+", fragment)
    digits = "".join(groups).lstrip("0")
    wanted = value.replace(".", "").lstrip("0")
    if not groups:
        # `bir nokta iki`, `sandıkların tamamı`: a number in words, or all of them.
        said = any(may_begin(fold(word)) for word in fragment.split())
        assert said or (value == "100" and fragment), (fragment, value)
    elif re.search(r"bin|milyon", fragment.lower()):
        # `28 bin 27` is 28027: every group of digits stands in the number, in its order.
        position = 0
        for group in groups:
            bare = group.lstrip("0") or "0"
            position = wanted.find(bare, position)
            assert position >= 0, (fragment, value)
    elif "bucuk" in fold(fragment):
        # `yüzde 42 buçuk`
        assert wanted == f"{digits}5".lstrip("0"), (fragment, value)
    else:
        assert digits == wanted, (fragment, value)


@settings(max_examples=400, deadline=None)
@given(any_text)
@example("\x00" * 50 + "CHP %5\ud7ff")
@example("<table><tr><td>CHP<td>51,2")
@example("9" * 5000 + " oy CHP " + "1." * 3000)
def test_any_text_gives_a_reading_with_honest_sources(text: str) -> None:
    for context in (None, FILE):
        reading = read(text, context)
        check_sources(text, reading)
        to_json(reading)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["latin-1", "utf-16-le", "cp1254"]))
def test_binary_rubbish_gives_a_reading(data: bytes, encoding: str) -> None:
    read(data.decode(encoding, errors="replace"))


@settings(max_examples=100, deadline=None)
@given(any_text)
def test_reading_twice_reads_the_same(text: str) -> None:
    assert read(text) == read(text)


NOISE: dict[str, Callable[[str], str]] = {
    "no-break blanks": lambda text: text.replace(" ", "\u00a0"),
    "zero-width blanks": lambda text: text.replace(" ", " \u200b"),
    "entities": lambda text: text.replace(" ", "&nbsp;").replace("'", "&#39;"),
    "curly apostrophes": lambda text: text.replace("'", "’"),
    "primes": lambda text: text.replace("'", "′"),
    "right-to-left marks": lambda text: "\u200f" + text + "\u202c",
    "line ends": lambda text: text.replace("\n", "\r\n"),
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text),
}


def figures(reading: Reading) -> list[object]:
    """A reading without its positions."""
    apart = ("sources", "questions", "results")
    return [
        [
            {key: value for key, value in record.items() if key not in apart},
            [
                (one["party"], one["candidate"], one["pct"], one["votes"])
                for one in record["results"]
            ],
            [one["code"] for one in record["questions"]],
        ]
        for record in to_json(reading)["records"]
    ]


@pytest.mark.parametrize("noise", sorted(NOISE))
@pytest.mark.parametrize("text", TEXTS[:100], ids=range(100))
def test_noise_changes_nothing(noise: str, text: str) -> None:
    assert figures(read(NOISE[noise](text))) == figures(read(text))


GROWING = (
    *[
        "<",
        "<a",
        "<!--",
        "<script>",
        "&amp",
        "1",
        "1.",
        "1 ",
        "1, ",
        "111 ",
        "a.",
        "a'",
        "bin ",
        "1 bin ",
        "yüzde 1 ",
        "% 1 ",
        "CHP yüzde 1 ",
    ],
    *[
        "Ali Veli 1,5 ",
        "Ali (",
        "AA ve ",
        "Kadıköy, 1 ",
        "açılan 1 ",
        "a\t1\n",
        "a|b\n",
        "CHP\n",
        "12.30 a\n",
    ],
    *["yüzde 5 olan Ankara'da ", "5 sandıktan ", '1" ', "CHP iller:\n%1 Sivas\n", "á́", "\n"],
    *["CHP 51,2. ", "CHP; ", "CHP - ", "AA: CHP 51,2 ", "İlçe\tCHP\nŞile\t5,1\n"],
)


@pytest.mark.parametrize("piece", GROWING)
def test_work_grows_with_the_length(piece: str) -> None:
    """Counted in calls of Python functions, not in seconds: three times the text, and the calls."""
    calls = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    work = []
    for size in (1000, 3000):
        text = "x 1 " + piece * (size // len(piece))
        tokens.fold.cache_clear()
        calls = 0
        before = sys.getprofile()
        sys.setprofile(count)
        try:
            read(text)
        finally:
            sys.setprofile(before)
        work.append(calls)
    less, more = work
    assert more <= 3.9 * less + 2000, work
