"""What makes the built program lighter than what PyInstaller collects; `build.spec` calls it.

Libraries that nothing in the program leads to are left out, and Qt's ICU keeps its data of the two
languages. What only shows at run time is for the self-test to find, never for this to guess.
"""

import platform
import re
import struct
import subprocess
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

Entry = tuple[str, str, str]
"""A file as PyInstaller collects it: where it goes, where it comes from, of what kind it is."""

MOST = 160_000_000
"""Bytes that the program's folder may have."""

_HEADER, _COUNT, _ITEM = struct.Struct("<HBB"), struct.Struct("<I"), struct.Struct("<II")
_OF_A_LOCALE = re.compile(r"[a-z]{2,3}(?:_\w+)?\.res")
_OURS = re.compile(r"(?:root|en|tr)(?:_\w+)?\.res")


def reached(entries: Iterable[Entry], asks: Callable[[str], Iterable[str]]) -> list[Entry]:
    """The libraries that something in the program leads to, in their order.

    It begins at Python's own library, its extension modules and Qt's plugins; ``asks`` names the
    libraries that a file is linked to.
    """
    entries = list(entries)
    named: dict[str, list[Entry]] = {}
    for entry in entries:
        named.setdefault(Path(entry[0]).name, []).append(entry)
    waiting = [entry for entry in entries if _is_asked_for_by_name(entry)]
    kept = {entry[0] for entry in waiting}
    while waiting:
        for entry in (one for name in asks(waiting.pop()[1]) for one in named.get(name, [])):
            if entry[0] not in kept:
                kept.add(entry[0])
                waiting.append(entry)
    return [entry for entry in entries if entry[0] in kept]


def _is_asked_for_by_name(entry: Entry) -> bool:
    target, _, kind = entry
    return kind == "EXTENSION" or "/plugins/" in target or Path(target).name.startswith("libpython")


def needed(library: str) -> list[str]:
    """The names of the libraries that a library or program of Linux is itself linked to."""
    told = subprocess.run(["objdump", "-p", library], check=True, capture_output=True, text=True)
    return re.findall(r"^ *NEEDED +(\S+)", told.stdout, re.MULTILINE)


def trimmed(package: bytes) -> bytes:
    """An ICU data package with what Qt asks of ICU in Turkish and English, and nothing else.

    Left are the order of letters, the names of time zones and what both lean on; character sets,
    currencies, units, spelled numbers and the words of Asian languages go. ValueError if this is
    no package of ICU's.
    """
    size, first, second = _HEADER.unpack_from(package)
    if (first, second) != (0xDA, 0x27):
        raise ValueError("no data package of ICU's")
    (count,) = _COUNT.unpack_from(package, size)
    table = [_ITEM.unpack_from(package, size + 4 + 8 * number) for number in range(count)]
    ends = [data for _, data in table[1:]] + [len(package) - size]
    items = []
    for (name, data), end in zip(table, ends, strict=True):
        at = size + name
        called = package[at : package.index(0, at)]
        if _is_ours(called.decode("ascii").partition("/")[2]):
            items.append((called + b"\0", package[size + data : size + end]))
    names = 4 + 8 * len(items)
    data = -(-(names + sum(len(name) for name, _ in items)) // 16) * 16
    toc, letters, contents = _COUNT.pack(len(items)), b"", b""
    for name, content in items:
        toc += _ITEM.pack(names + len(letters), data + len(contents))
        letters += name
        contents += content + bytes(-len(content) % 16)
    return package[:size] + (toc + letters).ljust(data, b"\0") + contents


def _is_ours(name: str) -> bool:
    folder, _, file = name.rpartition("/")
    if folder not in ("", "coll", "zone") or not file.endswith((".res", ".icu", ".nrm")):
        return False
    return bool(_OURS.fullmatch(file)) or not _OF_A_LOCALE.fullmatch(file)


def with_less_data(library: Path, target: Path) -> None:
    """Write ICU's data library anew with `trimmed` data, by binutils' `as` and `ld` (Linux)."""
    told = subprocess.run(
        ["nm", "--dynamic", "--defined-only", library], check=True, capture_output=True, text=True
    ).stdout
    address, _, symbol = told.split()
    content = library.read_bytes()
    # The one thing in the library, and read-only: it lies in the file where it will in memory.
    package = trimmed(content[int(address, 16) :])
    with tempfile.TemporaryDirectory() as folder:
        data, code, made = (Path(folder) / name for name in ("icu.dat", "icu.s", "icu.o"))
        data.write_bytes(package)
        code.write_text(
            f".section .rodata\n.balign 16\n.globl {symbol}\n.type {symbol}, STT_OBJECT\n"
            f'{symbol}:\n.incbin "{data}"\n.size {symbol}, . - {symbol}\n'
            '.section .note.GNU-stack,"",%progbits\n',
            encoding="ascii",
        )
        subprocess.run(["as", "-o", made, code], check=True)
        link: list[str | Path] = ["ld", "-shared", "-soname", library.name, "-o", target, made]
        subprocess.run(link, check=True)
    target.chmod(0o755)


def weighed(folder: Path) -> str:
    """Why the folder is too heavy, with its heaviest files; empty while it is not."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    heavy = sorted(((path.stat().st_size, path) for path in files), reverse=True)
    total = sum(size for size, _ in heavy)
    if total <= MOST:
        return ""
    lines = [f"{size / 1e6:7.1f} {path.relative_to(folder).as_posix()}" for size, path in heavy]
    return "\n".join(
        [f"{total / 1e6:.1f} MB on {platform.system()}, {MOST / 1e6:.0f} at most:", *lines[:40]]
    )
