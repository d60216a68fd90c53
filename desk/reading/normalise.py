"""Raw text to plain lines, with a map back to where every character stood.

HTML becomes lines and tab-separated cells; odd blanks, quotes, dashes, entities and invisible marks
become plain ones. No meaning enters: a figure is still only characters here.
"""

from __future__ import annotations

import html
import itertools
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from desk.reading.shapes import Span

_MARKS: dict[str, str] = {
    **dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006", " "),
    **dict.fromkeys("\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
    **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\ufe0f\ufe0e", ""),
    **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c", ""),
    **dict.fromkeys("’‘‛′ʼʹ`´＇", "'"),
    **dict.fromkeys("“”„‟«»″＂", '"'),
    **dict.fromkeys("–—―−‒‐‑﹣－", "-"),
    **dict.fromkeys("٪﹪％", "%"),
    **dict.fromkeys("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n"),
    **dict.fromkeys("⏰⏱⌚🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛", "saat "),
    "\r\n": "\n",
    "：": ":",
    "¦": "|",
    **dict.fromkeys("│┃║▌▐❘｜", "|"),
}

_BROKEN: dict[str, str] = {
    **{
        "Ä" + mark: letter
        for mark, letter in (
            ("°", "İ"),
            ("±", "ı"),
            ("Ÿ", "ğ"),
            ("\x9f", "ğ"),
            ("ž", "Ğ"),
            ("\x9e", "Ğ"),
        )
    },
    **{
        "Å" + mark: letter
        for mark, letter in (("Ÿ", "ş"), ("\x9f", "ş"), ("ž", "Ş"), ("\x9e", "Ş"))
    },
    **{
        "Ã" + mark: letter
        for mark, letter in (("¼", "ü"), ("¶", "ö"), ("§", "ç"), ("œ", "Ü"), ("\x9c", "Ü"))
    },
    **{
        "Ã" + mark: letter
        for mark, letter in (("–", "Ö"), ("\x96", "Ö"), ("‡", "Ç"), ("\x87", "Ç"))
    },
    **dict(zip("ÐÝÞðýþ", "ĞİŞğış", strict=True)),
    # Windows-1254 has no letter for these bytes of Ğ and Ş.
    "Ä\ufffd": "Ğ",
    "Å\ufffd": "Ş",
}
"""Turkish letters as a wrong encoding leaves them: none of these stands in a Turkish word."""

# One pass finds everything that is not itself. No alternative can match what another one starts,
# and every repetition is bounded by a character it cannot contain, so the pass is linear.
_TAG = r"<(?:/?[A-Za-z]|!)[^<>]{0,4000}>"
_ENTITY = r"&(?:amp;)?(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
_ODD = "[" + "".join(re.escape(mark) for mark in _MARKS if len(mark) == 1) + "]"
_COMPOSED = r"[^\W\d_][\u0300-\u036f]{1,8}"
_MOJIBAKE = "|".join(re.escape(piece) for piece in _BROKEN)
_ADDRESS = r"(?:https?://|www\.|t\.co/|bit\.ly/)[^\s<>\"]{1,2000}"
_BALLOTS = "[🗳📦]\ufe0f?(?= {0,3}%? {0,3}[0-9])"
"""`🗳️ %58,3`: how many boxes are open; elsewhere it is an ornament."""
_BOLD = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]{1,200})(?<=\S)\1(?![*0-9])")
"""`*yüzde 50,2*'ye`, `**CHP**'li`: marks in pairs, as a chat makes letters bold."""
_PLAIN_TEXT = re.compile(
    rf"\r\n|\*+|{_BALLOTS}|{_ADDRESS}|{_ENTITY}|{_MOJIBAKE}|{_COMPOSED}|{_ODD}"
)
_HTML_TEXT = re.compile(
    rf"{_TAG}|\s+|{_BALLOTS}|{_ADDRESS}|{_ENTITY}|{_MOJIBAKE}|{_COMPOSED}|{_ODD}"
)
_IS_HTML = re.compile(r"<(?:/?(?:table|tr|td|th|p|div|ul|ol|li|html|body|h[1-6])\b|!--)", re.I)
_HAS_TAGS = re.compile(r"<(?:/?(?:br|b|strong|i|em|u|a|span|font|img)\b)", re.I)
_TAG_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)")
_COLSPAN = re.compile(r"colspan\s*=\s*[\"']?([1-9])", re.I)

_LINES = frozenset(
    [
        *("br", "p", "div", "li", "ul", "ol", "tr", "table", "tbody", "thead", "section"),
        *("article", "header", "footer", "blockquote", "hr", "dl", "dt", "dd", "h1", "h2", "h3"),
        *("h4", "h5", "h6", "html", "body"),
    ]
)
_HEADING = re.compile("h[1-6]")
_CELLS = frozenset({"td", "th"})
_UNSEEN = ("script", "style", "head", "template")


@dataclass(frozen=True, slots=True)
class Clean:
    """Plain text and the way back: `span` turns a clean range into a range of the raw text."""

    text: str
    _starts: list[int]
    _raw: list[Span | int]

    def span(self, start: int, end: int) -> Span:
        """The raw range a clean range was made from."""
        if end <= start:
            raw = self._at(start)[0]
            return raw, raw
        return self._at(start)[0], self._at(end - 1)[1]

    def _at(self, position: int) -> Span:
        index = bisect_right(self._starts, position) - 1
        origin = self._raw[index]
        if isinstance(origin, tuple):
            return origin
        raw = origin + position - self._starts[index]
        return raw, raw + 1


class _Builder:
    """Collects clean pieces and remembers where each came from."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.starts: list[int] = []
        self.raw: list[Span | int] = []
        self.length = 0

    def verbatim(self, text: str, start: int) -> None:
        """Add raw text as it is."""
        if text:
            self._add(text, start)

    def instead(self, text: str, start: int, end: int) -> None:
        """Add ``text`` for the raw range; nothing at all is allowed."""
        if text:
            self._add(text, (start, end))

    def line(self, start: int, end: int) -> None:
        """End the line, once: a page opens and closes its elements many times over."""
        if self.pieces and not self.pieces[-1].endswith("\n"):
            self._add("\n", (start, end))

    @property
    def at_line_start(self) -> bool:
        """Whether nothing stands on the present line yet."""
        return not self.pieces or self.pieces[-1].endswith("\n")

    def _add(self, text: str, origin: Span | int) -> None:
        self.pieces.append(text)
        self.starts.append(self.length)
        self.raw.append(origin)
        self.length += len(text)

    def clean(self, raw_length: int) -> Clean:
        """What was collected; the sentinel lets a span end at the very end."""
        self.starts.append(self.length)
        self.raw.append((raw_length, raw_length))
        return Clean("".join(self.pieces), self.starts, self.raw)


def normalise(raw: str) -> Clean:
    """The text in plain characters, one line or table row to a line, cells parted by tabs."""
    if _IS_HTML.search(raw):
        return _from_html(raw, keep_lines=False)
    if _HAS_TAGS.search(raw):
        return _from_html(raw, keep_lines=True)
    built = _Builder()
    done = 0
    bold = {at for one in _BOLD.finditer(raw) for at in (one.start(), one.end(2))}
    for match in _PLAIN_TEXT.finditer(raw):
        if match[0][0] == "*" and match.start() not in bold:
            continue
        built.verbatim(raw[done : match.start()], done)
        built.instead(_plain(match[0]), match.start(), match.end())
        done = match.end()
    built.verbatim(raw[done:], done)
    return built.clean(len(raw))


def _plain(odd: str) -> str:
    if odd[0] in "🗳📦":
        return "sandık "
    if odd[0] == "*":
        return ""
    if odd in _MARKS or odd in _BROKEN:
        return _MARKS.get(odd) or _BROKEN.get(odd, "")
    if odd.startswith(("http", "www.", "t.co/", "bit.ly/")):
        # An address in the net says nothing, but has digits.
        return " "
    if odd.startswith("&"):
        # Pages escape twice: &amp;nbsp; is a blank too.
        text = html.unescape(html.unescape(odd))
        text = "".join(_MARKS.get(char, char) for char in text)
        return " " if text.isspace() else text
    # Lower-casing İ with the wrong tool leaves i and a dot above: that dot is noise.
    return unicodedata.normalize("NFC", odd.replace("i\u0307", "i"))


def _from_html(raw: str, keep_lines: bool) -> Clean:
    # Written here and not on html.parser: that one gives no end offsets, and on broken markup it
    # searches the rest of the text again for every opening mark.
    page = _Page(keep_lines)
    closings = _Closings(raw)
    done = 0
    for match in _HTML_TEXT.finditer(raw):
        if match.start() < done:
            continue
        page.built.verbatim(raw[done : match.start()], done)
        piece, done = match[0], match.end()
        if not piece.startswith("<"):
            page.text(piece, match.start(), done)
            continue
        name = _name(piece)
        if name in _UNSEEN and not piece.startswith("</"):
            done = closings.after(name, done)
        else:
            page.tag(name, piece, match.start(), done)
    page.built.verbatim(raw[done:], done)
    return page.built.clean(len(raw))


class _Page:
    """A page being made into lines: how many cells its row has so far, and whether one is open."""

    def __init__(self, keep_lines: bool) -> None:
        self.built = _Builder()
        self._keep_lines = keep_lines
        self._cells = 0
        self._in_cell = False

    def text(self, piece: str, start: int, end: int) -> None:
        """An entity, an odd character, or blanks between two tags."""
        if not piece.isspace():
            self.built.instead(_plain(piece), start, end)
        elif self._keep_lines and "\n" in piece:
            self.built.instead("\n", start, end)
        elif not self.built.at_line_start:
            self.built.instead(" ", start, end)

    def tag(self, name: str, piece: str, start: int, end: int) -> None:
        """A tag, opening or closing: what parts lines and cells leaves a mark."""
        if name == "tr":
            self._cells, self._in_cell = 0, False
            self.built.line(start, end)
        elif name in _CELLS:
            self._in_cell = not piece.startswith("</")
            if self._in_cell:
                self._cell(piece, start, end)
        elif name == "table" or (_HEADING.fullmatch(name) and not self._in_cell):
            # Two tables in a row are two: a blank line keeps the second one's heading.
            self._in_cell = False
            if name != "table" and piece.startswith("</"):
                self.built.line(start, end)
                return
            self.built.line(start, end)
            self.built.instead("\n", start, end)
        elif name in _LINES:
            if self._in_cell:
                self.built.instead(" ", start, end)
            elif name == "br" and self._keep_lines:
                self.built.instead("\n", start, end)
            else:
                self.built.line(start, end)

    def _cell(self, piece: str, start: int, end: int) -> None:
        self.built.instead("\t" if self._cells else "", start, end)
        wide = _COLSPAN.search(piece)
        self._cells += 1
        self.built.instead("\t" * (int(wide[1]) - 1 if wide else 0), start, end)


def _name(tag: str) -> str:
    match = _TAG_NAME.match(tag)
    return match[1].lower() if match else ""


class _Closings:
    """Where unseen elements end. A missing end is looked for once, so the time stays linear."""

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._missing: set[str] = set()

    def after(self, name: str, start: int) -> int:
        """The position after ``</name>``, or ``start`` if it never comes."""
        if name in self._missing:
            return start
        match = re.compile(rf"</{name}\b[^<>]{{0,100}}>", re.I).search(self._raw, start)
        if match is None:
            self._missing.add(name)
            return start
        return match.end()


_LOST = "?\ufffd"
"""Letters that an encoding lost: `aç?lan sand?k`, `?stanbul`."""
_TORN_WORD = re.compile(
    rf"(?<![^\W\d_{_LOST}])[^\W\d_]{{0,40}}(?:[{_LOST}][^\W\d_]{{1,40}}){{1,4}}[{_LOST}]?"
    r"(?=['’\s,.:;)]|$)"
)
"""Bounded, so that the work grows with the text alone."""
_LETTERS = {"?": "ışğ", "\ufffd": "ışğüöç"}
"""What Western encodings have no letter for; the other mark stands for any letter."""

_MOST_LOST = 4


def mended(text: str, known: Callable[[str], bool]) -> str:
    """The text, as long as before, with the lost letters that only one known word explains."""
    return (
        _TORN_WORD.sub(lambda match: _whole(match.group(), known), text)
        if _has_lost(text)
        else text
    )


def _has_lost(text: str) -> bool:
    return any(mark in text for mark in _LOST)


def _whole(word: str, known: Callable[[str], bool]) -> str:
    lost = [at for at, letter in enumerate(word) if letter in _LOST]
    if len(lost) > _MOST_LOST:
        return word
    found = []
    for letters in itertools.product(*(_LETTERS[word[at]] for at in lost)):
        letters_at = dict(zip(lost, letters, strict=True))
        made = "".join(letters_at.get(at, letter) for at, letter in enumerate(word))
        if word[0] in _LOST and word[-1].islower():
            made = made[0].replace("ı", "İ").upper() + made[1:]
        if known(made):
            found.append(made)
    return found[0] if len(found) == 1 else word
