"""Every fault of the world or of the caller as one line on stderr, in the system's language.

A fault of our own ends with a status of its own and its report in a file; what the codes mean
stands in `texts`.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from desk import systems
from desk.facts.codes import Code, Refusal
from ui.cli.words import PROGRAM, words
from ui.texts.sentences import refusal_text, sentence, system_language

REFUSED = 2

MOST_TOLD = 20
"""How many refused rows are told one by one; of more, their number."""


class Misuse(click.UsageError):
    """The command line itself does not make sense; ``key`` names the sentence."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values

    def format_message(self) -> str:
        """The sentence, in the system's language."""
        return words(self.key, **self.values)


class Stopped(Exception):
    """Refused for reasons that have been told already."""


class ReaderGone(Exception):
    """Whoever read our output wanted no more of it; nobody is to blame."""


@contextmanager
def told_in_one_line() -> Iterator[None]:
    """Say what went wrong and end the process with the status that fits."""
    try:
        yield
    except Stopped:
        sys.exit(REFUSED)
    except Refusal as refusal:
        tell_refusal(refusal)
        sys.exit(REFUSED)
    except click.ClickException as misuse:
        tell(_misuse(misuse))
        sys.exit(REFUSED)
    except click.Abort:
        tell(words("interrupted"))
        sys.exit(REFUSED)
    except (ReaderGone, BrokenPipeError):
        _hush()
        sys.exit(0)
    except OSError as fault:
        if fault.filename is None:
            _hush()
        tell(_trouble(fault))
        sys.exit(REFUSED)
    except Exception as fault:
        from ui.texts import faults

        click.echo(faults.line(faults.report(fault), fault, system_language()), err=True)
        sys.exit(faults.FAULT)


def emit(text: str) -> None:
    """What was asked for, on stdout and on its way before this returns."""
    try:
        click.echo(text, nl=False)
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as fault:
        if not _is_reader_gone(fault):
            raise
        # Click would end the process with 1, which here means that findings stopped it.
        raise ReaderGone from None


def _is_reader_gone(fault: OSError) -> bool:
    """Windows says of a pipe nobody reads that what it was asked makes no sense."""
    return isinstance(fault, BrokenPipeError) or (systems.WINDOWS and fault.errno == errno.EINVAL)


def emit_first(text: str) -> None:
    """`emit` before something is done: what cannot be written stops it, a reader gone does not."""
    try:
        emit(text)
    except ReaderGone:
        _hush()


def confirm(text: str) -> None:
    """`emit` when something is done: where it cannot be written, stderr says so and all is well."""
    try:
        emit(text)
    except OSError as fault:
        _hush()
        tell(words("done_unsaid", why=fault.strerror or fault))


def tell(text: str) -> None:
    """One line on stderr, led by the program's name."""
    click.echo(f"{PROGRAM}: {' '.join(text.split())}", err=True)


def tell_refusal(refusal: Refusal, file: str = "") -> None:
    """A refusal in one line, led by the file it was found in and followed by its code."""
    lead = f"{file}: " if file else ""
    tell(f"{lead}{refusal_text(refusal, system_language())} [{refusal.code}]")


def stop_at(refusals: Sequence[Refusal], file: str, *, more: int = 0) -> None:
    """Tell the refused rows of a file by their lines, the first of many, and stop at any.

    ``more`` are those that were refused besides and not kept.
    """
    for refusal in refusals[:MOST_TOLD]:
        tell_refusal(refusal, file)
    if more := more + len(refusals[MOST_TOLD:]):
        tell(f"{file}: {words('more_refused', rows=more)}")
    if refusals:
        raise Stopped


def _misuse(fault: click.ClickException) -> str:
    """Click's own words where the desk has none: it knows which option was meant."""
    if isinstance(fault, Misuse):
        return fault.format_message()
    if isinstance(fault, click.NoSuchOption):
        return words("no_option", what=fault.option_name)
    if isinstance(fault, click.BadParameter) and fault.param is not None:
        what = (fault.param.get_error_hint(fault.ctx) or "").strip("'")
        if isinstance(fault, click.MissingParameter):
            return words("missing", what=what)
        if isinstance(fault.param.type, click.Choice):
            return words("not_a_choice", what=what, choices=", ".join(fault.param.type.choices))
    return f"{fault.format_message()} {words('see_help')}"


def _trouble(fault: OSError) -> str:
    code = Code.S906 if fault.errno in (errno.ENOSPC, errno.EDQUOT) else Code.S907
    file = fault.filename or words("output")
    return f"{sentence(code, {'file': file}, system_language())} [{code}]"


def _hush() -> None:
    """Nothing more can be written to stdout; Python must not complain of it at shutdown."""
    try:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
    except OSError:
        return
