"""The subcommands `post` and `liveblog`: a draft with what stands against it, or out it goes.

What a post says, whether it may go out and how it is kept is the desk's; here options become a
request, and what came of it is said.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui.cli.chart import Target
from ui.cli.errors import Misuse, emit, tell
from ui.cli.words import words
from ui.texts import finding_text, obstacle_text, system_language

if TYPE_CHECKING:
    from desk.facts.post import Ask, Obstacle, Post, PostKind
    from desk.file.session import Session

STOPPED = 1
"""Exit status where the gate stops a post."""

KINDS = (
    "comparison",
    "first",
    "lead",
    "standing",
    "changes",
    "differences",
    "leaders",
    "statement",
    "note",
    "summary",
    "correction",
    "closing",
)
FILE = click.argument("file", type=click.Path(path_type=Path))


@click.command()
@FILE
@click.argument("kind", metavar="KIND", type=click.Choice(KINDS))
@click.option("--places", metavar="A,B", help="Which places, in the order they are to stand.")
@click.option("--agencies", metavar="A,B", help="Which agencies, in the order they are to stand.")
@click.option("--contest", metavar="C", help="A contest, by its id or name.")
@click.option("--at", metavar="19.25", help="The evening as it was known at this time.")
@click.option("--title", default="", metavar="T", help="A headline of your own.")
@click.option("--text", metavar="FILE", type=click.Path(path_type=Path), help="Your own text.")
@click.option("--who", default="", metavar="W", help="Whose statement it is.")
@click.option("--where", default="", metavar="W", help="Where the statement was made.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "short", "html", "markdown", "json"]),
    default="text",
    show_default=True,
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to this file.")
@click.option(
    "--templates",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where your own templates are, else those of the window; a folder without any for none.",
)
@click.option(
    "--picture", metavar="X.png|.svg|.pdf", type=Target(), help="The post's chart, as a picture."
)
@click.option("--publish", is_flag=True, help="Put it into the ledger, if the gate lets it out.")
def post(
    file: Path,
    kind: str,
    places: str | None,
    agencies: str | None,
    contest: str | None,
    at: str | None,
    title: str,
    text: Path | None,
    who: str,
    where: str,
    form: str,
    output: Path | None,
    picture: Path | None,
    publish: bool,
    templates: Path | None,
) -> int:
    """Print a draft post, its findings on stderr; --publish puts it into the ledger."""
    from desk.facts.post import Ask, PostKind
    from desk.file.session import Session
    from desk.posts import ledger
    from desk.posts.compose import compose
    from desk.posts.templates import Templates
    from desk.tables import write_whole
    from ui.cli import arguments as cli_input
    from ui.posts import own_templates

    chosen = PostKind(kind)
    own = _read(text) if text is not None else ""
    with Session.open_file(file, read_only=not publish) as session:
        if chosen is PostKind.COMPARISON:
            asked = cli_input.asked(session, places, agencies, contest, at)
            ask = Ask(asked.contest, asked.places, asked.pair, asked.at, title)
        else:
            ask = _ask(session, places, agencies, contest, at)
            ask = Ask(ask.contest, ask.places, ask.agencies, ask.at, title, own, who, where)
        arranged = Templates(templates or own_templates.folder())
        made = compose(session, chosen, ask, templates=arranged)
        stopped = tell_found(session, chosen, ask, made, publish=publish)
        if publish and stopped:
            return STOPPED
        if picture is not None:
            _draw(session, made, picture)
        if publish:
            number = ledger.publish(session, made).posts[0]
            made = _as_published(session, made, number)
        output_text = written(made, form)
    if output is None:
        emit(output_text)
    else:
        write_whole(output, output_text)
        emit(words("saved", file=output) + "\n")
    return 0


@click.command()
@FILE
@click.option(
    "-o", "--output", "folder", required=True, type=click.Path(path_type=Path), metavar="DIR"
)
@click.option("--no-pictures", is_flag=True, help="Leave the charts out.")
def liveblog(file: Path, folder: Path, no_pictures: bool) -> None:
    """Write every published post, newest first, as one HTML page, and a feed beside it."""
    from desk.file.session import Session
    from desk.liveblog import page

    with Session.open_file(file, read_only=True) as session:
        for path in page.write(session, folder, pictures=not no_pictures):
            emit(words("saved", file=path) + "\n")


def _draw(session: Session, made: Post, picture: Path) -> None:
    """Write the post's chart; what it shows is said on stderr, for those who cannot see it."""
    from desk.posts import picture as post_picture
    from desk.tables import write_whole

    content, drawn = post_picture.of_post(session, made, picture.suffix.lower().removeprefix("."))
    write_whole(picture, content)
    tell(words("saved", file=picture))
    tell(drawn.alt)


def _ask(
    session: Session,
    places: str | None,
    agencies: str | None,
    contest: str | None,
    at: str | None,
) -> Ask:
    from desk.facts.figures import read_clock
    from desk.facts.post import Ask

    return Ask(
        contest=session.names.contest(contest) if contest else session.election.contests[0].id,
        places=tuple(
            dict.fromkeys(session.names.place(name) for name in _listed(places, "--places"))
        ),
        agencies=tuple(
            dict.fromkeys(session.names.agency(name) for name in _listed(agencies, "--agencies"))
        ),
        at=None if at is None else session.election.moment(read_clock(at)),
    )


def _listed(text: str | None, option: str) -> list[str]:
    if text is None:
        return []
    names = [name.strip() for name in text.split(",") if name.strip()]
    if not names:
        raise Misuse("empty_list", what=option)
    return names


def _read(path: Path) -> str:
    from desk.facts.codes import Code, Refusal

    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise Refusal(Code.S900, file=str(path)) from None
    except UnicodeDecodeError:
        raise Misuse("not_text", file=path) from None


def tell_found(session: Session, kind: PostKind, ask: Ask, made: Post, *, publish: bool) -> bool:
    """Say what was found and what stands in the way; whether anything does.

    The ban is said only of what is about to go out: a draft stays on the desk.
    """
    from desk.facts.codes import Code
    from desk.facts.post import PostKind
    from desk.posts.gate import obstacles
    from desk.rules.discrepancies import compare_place
    from desk.rules.quick_checks import AloneChecks

    if kind is PostKind.COMPARISON:
        pair = (ask.agencies[0], ask.agencies[-1])
        silent = [
            place
            for place in ask.places
            if compare_place(session, ask.contest, place, pair, ask.at).is_empty
        ]
        if silent:
            tell(words("left_out", places=", ".join(silent)))
    for finding in made.findings:
        tell(f"{finding_text(finding, session.election, system_language())} [{finding.code}]")
    # Only what goes out is worth judging the whole night for.
    checks = None if publish else AloneChecks(session)
    found: list[Obstacle] = obstacles(session, made, checks)
    told = {finding.code.value for finding in made.findings}
    for obstacle in found:
        repeated = obstacle.code is Code.P502 and obstacle.values["found"] in told
        if publish or not (repeated or obstacle.code is Code.P504):
            tell(f"{obstacle_text(obstacle, system_language())} [{obstacle.code}]")
    return bool(found)


def _as_published(session: Session, made: Post, number: int) -> Post:
    """The draft under the name the ledger has given it."""
    from dataclasses import replace

    from desk.posts import ledger

    return replace(made, id=ledger.post(session, number).id)


def written(made: Post, form: str) -> str:
    """A post in one of its forms: text, short, html, markdown or json."""
    from desk.posts import forms as post_forms

    match form:
        case "json":
            return json.dumps(post_forms.to_json(made), ensure_ascii=False, indent=2) + "\n"
        case "short":
            return post_forms.visible(post_forms.to_short(made)) + "\n"
        case "html":
            return post_forms.to_html(made)
        case "markdown":
            return post_forms.to_markdown(made)
    return post_forms.to_text(made)
