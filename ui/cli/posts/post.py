"""The subcommand `post`: a draft with what stands against it, or out it goes.

What a post says, whether it may go out and how it is kept is the desk's; here options become a
request, and what came of it is said.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from desk.facts.codes import Code, Refusal
from desk.facts.figures import read_clock
from desk.facts.post import Ask, Post, PostKind
from desk.file.session import Session
from desk.messages import pasted
from desk.posts import forms, ledger
from desk.posts.comparison import told_places
from desk.posts.compose import compose
from desk.posts.gate import obstacles
from desk.posts.ledger import WrongPost
from desk.posts.templates import Templates
from desk.rules.quick_checks import AloneChecks
from desk.tables import written_whole
from ui.cli.arguments import contest_of, listed, read_text, told_of
from ui.cli.errors import Misuse, confirm, emit_first, tell
from ui.cli.options import CONTEST, FILE, Picture
from ui.cli.proof import leaving
from ui.cli.words import PROGRAM, words
from ui.posts import own_templates
from ui.texts.sentences import finding_text, obstacle_text, system_language

STOPPED = 1
"""Exit status where the gate stops a post."""

ABOUT_NO_CONTEST = (PostKind.STATEMENT, PostKind.NOTE, PostKind.CORRECTION)
"""Kinds that tell no contest's figures, or those of whatever was published."""


@click.command()
@FILE
@click.argument("kind", metavar="KIND", type=click.Choice([kind.value for kind in PostKind]))
@click.option("--places", metavar="A,B", help="Which places, in the order they are to stand.")
@click.option("--agencies", metavar="A,B", help="Which agencies, in the order they are to stand.")
@CONTEST
@click.option("--of", metavar="ID", help="Which published post a correction is of.")
@click.option("--at", metavar="19.25", help="The evening as it was known at this time.")
@click.option("--title", default="", metavar="T", help="A headline of your own.")
@click.option("--text", metavar="FILE", type=click.Path(path_type=Path), help="Your own text.")
@click.option("--who", default="", metavar="W", help="Whose statement it is.")
@click.option("--where", default="", metavar="W", help="Where the statement was made.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "html", "markdown", "whatsapp", "telegram", "short", "json"]),
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
    "--picture", metavar="X.png|.svg|.pdf", type=Picture(), help="The post's chart, as a picture."
)
@click.option("--publish", is_flag=True, help="Put it into the ledger, if the gate lets it out.")
def post(
    file: Path,
    kind: str,
    places: str | None,
    agencies: str | None,
    contest: str | None,
    of: str | None,
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
    chosen = PostKind(kind)
    own = read_text(text) if text is not None else ""
    with Session.open_file(file) if publish else leaving(file) as session:
        if contest is None and chosen in ABOUT_NO_CONTEST:
            contest = session.election.contests[0].id
        ask = asked(session, places, agencies, contest, at)
        if chosen is PostKind.COMPARISON and len(ask.agencies) == 1:
            raise Misuse("two_agencies")
        ask = replace(ask, title=title, text=own, who=who, where=where)
        arranged = Templates(templates or own_templates.folder())
        wrong = _wrong(session, chosen, of)
        made = compose(session, chosen, ask, wrong, arranged)
        stopped = tell_found(session, chosen, ask, made, publish=publish)
        if publish and stopped:
            return STOPPED
        _put_out(session, made, form, output, picture, publish=publish)
    return 0


def _put_out(
    session: Session,
    made: Post,
    form: str,
    output: Path | None,
    picture: Path | None,
    *,
    publish: bool,
) -> None:
    """Print or write the post and its picture, and put it into the ledger if that is wanted.

    All that can fail is done before it is in the ledger: its form, its picture, every file.
    """
    if publish:
        made = replace(made, id=ledger.free_name(session, made))
    text, alt = written(made, form), ""
    files: list[tuple[Path, str | bytes]] = [] if output is None else [(output, text)]
    if picture is not None:
        from desk.posts import picture as post_picture

        ending = picture.suffix.lower().removeprefix(".")
        content, drawn = post_picture.of_post(session, made, ending)
        files.append((picture, content))
        alt = drawn.alt
    with written_whole(*files):
        if output is None:
            emit_first(text)
        if publish:
            number = ledger.publish(session, made).posts[0]
            tell(words("published", post=made.id, number=number))
    if picture is not None:
        # What it shows is said too, for those who cannot see it.
        tell(words("saved", file=picture))
        tell(alt)
    if output is not None:
        confirm(words("saved", file=output) + "\n")


def _wrong(session: Session, kind: PostKind, of: str | None) -> list[WrongPost] | None:
    """The wrong posts a correction is of: the one named, or None for all of them."""
    if of is None:
        return None
    if kind is not PostKind.CORRECTION:
        raise Misuse("of_correction")
    if all(entry.name != of for entry in ledger.entries(session)):
        raise Refusal(Code.E163, post=of)
    return [one for one in ledger.wrong_posts(session) if one.entry.name == of]


def asked(
    session: Session,
    places: str | None = None,
    agencies: str | None = None,
    contest: str | None = None,
    at: str | None = None,
) -> Ask:
    """What a post is to be about; what was not said is left to the kind."""
    names = listed(agencies, "--agencies") if agencies is not None else []
    where = listed(places, "--places") if places is not None else []
    race = contest_of(session, contest, told_of(session, where))
    return Ask(
        contest=race,
        places=tuple(dict.fromkeys(session.names.part(name, race) for name in where)),
        agencies=tuple(dict.fromkeys(session.names.agency(name) for name in names)),
        at=_moment(session, at),
    )


def _moment(session: Session, clock: str | None) -> datetime | None:
    return None if clock is None else session.election.moment(read_clock(clock))


def tell_found(session: Session, kind: PostKind, ask: Ask, made: Post, *, publish: bool) -> bool:
    """Say what was found and what stands in the way; whether anything does.

    The ban is said only of what is about to go out: a draft stays on the desk.
    """
    if kind is PostKind.COMPARISON and ask.places:
        told = {words[0].source.place for words in told_places(session, ask, ask.places)}
        silent = [place for place in ask.places if place not in told]
        if silent:
            tell(words("left_out", places=", ".join(silent)))
    for finding in made.findings:
        tell(f"{finding_text(finding, session.election, system_language())} [{finding.code}]")
    # Only what goes out is worth judging the whole night for.
    checks = None if publish else AloneChecks(session)
    found = obstacles(session, made, checks)
    told = {finding.code.value for finding in made.findings}
    for obstacle in found:
        repeated = obstacle.code is Code.P502 and obstacle.values["found"] in told
        if publish or not (repeated or obstacle.code is Code.P504):
            tell(f"{obstacle_text(obstacle, system_language())} [{obstacle.code}]")
            if obstacle.code is Code.P504:
                day = session.election.date
                tell(words("lift_ban", program=PROGRAM, file=session.path, date=day))
    return bool(found)


def written(made: Post, form: str) -> str:
    """A post in one of its forms, by its name on the command line."""
    match form:
        case "json":
            return json.dumps(forms.to_json(made), ensure_ascii=False, indent=2) + "\n"
        case "short":
            return forms.visible(forms.to_short(made)) + "\n"
        case "html":
            return forms.to_html(made)
        case "markdown":
            return forms.to_markdown(made)
        case "whatsapp":
            return pasted.to_whatsapp(made)
        case "telegram":
            return pasted.to_telegram(made)
    return forms.to_text(made)
