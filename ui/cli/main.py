"""The command `secim-masasi`: no arguments open the window, subcommands work without one.

Arguments in, one line out on stderr for whatever goes wrong; a subcommand's module is loaded when
it is to run, and nothing of the night enters here.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from desk import __version__
from desk.facts.codes import Code, Refusal
from ui.cli.commands import COMMANDS, LazyCommand
from ui.cli.errors import Misuse, told_in_one_line
from ui.cli.opening import SUFFIX, show, speak_utf8
from ui.cli.options import FILE
from ui.cli.words import PROGRAM

# `commands` loads a subcommand's module when it runs. Besides that five imports of this room stand
# inside functions, for what a start without them would pay: processor time of a process that
# imports and ends, as a multiple of what it takes without.
#   `opening`  the window 5.7
#   here       the self-test (the window and its pages) 7.5, the demonstration 2.8
#   `sheet`    Qt's pages 1.45, over the sheets themselves
#   `post`     the charts 1.15, where no picture is asked for
# The window and Qt's pages may also be missing where there are no libraries of a screen; then one
# line says so, and everything else works.


class Program(click.Group):
    """A group that also takes a file to open, and says every error in one line."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The subcommand to run; a first argument that is none but a file opens that file."""
        if args[0] not in self.commands and _is_file(args[0]):
            return open_window.name, open_window, args
        if args[0] not in self.commands and not args[0].startswith("-"):
            raise Misuse("no_command", what=args[0])
        name, command, rest = super().resolve_command(ctx, args)
        return name, command.load() if isinstance(command, LazyCommand) else command, rest

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run, and end the process with its status."""
        speak_utf8()
        with told_in_one_line():
            status = super().main(
                args=args,
                prog_name=prog_name or PROGRAM,
                complete_var=complete_var,
                standalone_mode=False,
                windows_expand_args=windows_expand_args,
                **extra,
            )
            if not standalone_mode:
                return status
        sys.exit(status if isinstance(status, int) else 0)


@click.group(
    name=PROGRAM,
    cls=Program,
    commands=COMMANDS,
    invoke_without_command=True,
    subcommand_metavar="[FILE.secim] | COMMAND [ARGS]...",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("--demo", is_flag=True, help="Open the demonstration evening, in a copy.")
@click.option("--print", "printed", is_flag=True, help="With --demo: print it, open no window.")
@click.option("--self-test", is_flag=True, help="Run the whole program once, unseen.")
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def main(ctx: click.Context, demo: bool, printed: bool, self_test: bool) -> int | None:
    """Seçim Masası, an election-night desk: without a command, its window.

    Exit status: 0 done, 1 findings stop it, 2 misuse or refused, 70 a fault of the program.
    """
    if ctx.invoked_subcommand is not None:
        if demo or printed or self_test:
            raise Misuse("options_alone")
        return None
    if printed and not demo:
        raise Misuse("print_needs_demo")
    if self_test:
        from ui.cli import selftest

        return selftest.run()
    if printed:
        from ui.cli.nights.demo import print_demo

        print_demo()
        return 0
    return show(None, demo)


@main.command("open", hidden=True)
@FILE
def open_window(file: Path) -> int:
    """Open a file in the window."""
    if not file.exists():
        raise Refusal(Code.S900, file=str(file))
    return show(file, demo=False)


def _is_file(argument: str) -> bool:
    return argument.lower().endswith(SUFFIX) or Path(argument).is_file()
