"""What an editor can do to a file, as plain values, and what comes back from doing it.

`session` carries them out; nothing here knows how. Every edit has an inverse made of edits, so
undoing is doing: the file's history only grows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import datetime

from desk.facts.bulletin import Draft, Figures, Fragment, Row, Source, Value
from desk.facts.codes import Code, Refusal
from desk.facts.election import Agency, Contender, Party, Place, PlaceCounts
from desk.facts.finding import Found
from desk.facts.people import Person
from desk.facts.post import Post

REHEARSAL = "rehearsal"
"""The file's setting that marks it as a rehearsal (*Prova*); its value is the seed."""

POST_PLACES = "post.places"
"""The file's setting that names the places chosen for the post, one a line."""


@dataclass(frozen=True, slots=True)
class SetFigure:
    """Write one cell of a draft; ``value`` None clears it.

    ``as_of`` is the time the draft gets if this is its first cell; None asks the desk's clock.
    """

    source: Source
    row: Row
    value: Value | None
    as_of: datetime | None = None


@dataclass(frozen=True, slots=True)
class SetTime:
    """Write a draft's time; None gives the time back to the desk's clock."""

    source: Source
    as_of: datetime | None


@dataclass(frozen=True, slots=True)
class PutDraft:
    """Put a whole draft in place (None: no draft), whatever was there."""

    source: Source
    draft: Draft | None


@dataclass(frozen=True, slots=True)
class BeginCorrection:
    """Copy a filed bulletin into the draft that will replace it."""

    bulletin: int


@dataclass(frozen=True, slots=True)
class FileDraft:
    """File the draft as a bulletin. A correction needs a ``reason``."""

    source: Source
    reason: str = ""


@dataclass(frozen=True, slots=True)
class NewBulletin:
    """A bulletin to file that never was a draft (from a CSV, or read from a text).

    ``fragments`` says where in the text each figure stands, in characters; ``replaces`` is the
    standing bulletin it corrects, None for none.
    """

    source: Source
    as_of: datetime
    figures: Figures
    fragments: Mapping[Row, Fragment] = field(default_factory=dict)
    replaces: int | None = None


@dataclass(frozen=True, slots=True)
class FileBulletins:
    """File bulletins together: all of them or none. ``text`` is what they were read from.

    Those that correct another need a ``reason``.
    """

    bulletins: tuple[NewBulletin, ...]
    text: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Let filed bulletins no longer count; their rows stay. ``draft`` is put back with them."""

    bulletins: tuple[int, ...]
    reason: str
    draft: Draft | None = None


@dataclass(frozen=True, slots=True)
class Reinstate:
    """Let withdrawn bulletins count again. ``draft``, which says the same, goes in return."""

    bulletins: tuple[int, ...]
    reason: str
    draft: Draft | None = None


@dataclass(frozen=True, slots=True)
class AddAgency:
    """Add an agency to this file's election."""

    agency: Agency


@dataclass(frozen=True, slots=True)
class RemoveAgency:
    """Take an added agency out again; refused once it has figures."""

    code: str


@dataclass(frozen=True, slots=True)
class AddContender:
    """Add a contender to a contest of this file's election, and its party if that is new."""

    contest: str
    contender: Contender
    party: Party


@dataclass(frozen=True, slots=True)
class RemoveContender:
    """Take an added contender out again; refused once it has figures."""

    contest: str
    code: str


@dataclass(frozen=True, slots=True)
class ShowContender:
    """Give a contender of the ballot a row in every table of a contest, or take it away."""

    contest: str
    code: str
    shown: bool


@dataclass(frozen=True, slots=True)
class SetWithdrawn:
    """Say that a contender has withdrawn, or stands again, in one place or wholly.

    The row stays: the ballot has it.
    """

    contest: str
    code: str
    withdrawn: bool
    place: str = ""


@dataclass(frozen=True, slots=True)
class AddPlace:
    """Add a place to this file's election, and to those ``contests`` that name their places.

    ``counts`` are what it has in a contest apart, by the contest's id.
    """

    place: Place
    contests: tuple[str, ...] = ()
    counts: tuple[tuple[str, PlaceCounts], ...] = ()


@dataclass(frozen=True, slots=True)
class RemovePlace:
    """Take an added place out again; refused once it has figures, persons or places in it."""

    name: str


@dataclass(frozen=True, slots=True)
class RenamePlace:
    """Call a place otherwise: ``to`` in this night, ``own`` its bare name.

    Refused once figures or persons go by its name.
    """

    place: str
    to: str
    own: str


@dataclass(frozen=True, slots=True)
class CorrectPlace:
    """Give a place other boxes, voters or an hour: in one contest, or (``contest`` empty) its own.

    ``counts`` None takes away what one contest had apart.
    """

    place: str
    counts: PlaceCounts | None
    contest: str = ""


@dataclass(frozen=True, slots=True)
class LearnAlias:
    """Remember whom a label means; ``contender`` None forgets it."""

    label: str
    contender: str | None


@dataclass(frozen=True, slots=True)
class SetPeople:
    """Let these persons be the night's candidates, and nobody else."""

    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class SetSetting:
    """Write one of the file's own settings; None takes it away."""

    name: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Accept:
    """Let a finding stand, with a ``reason``."""

    finding: Found
    reason: str


@dataclass(frozen=True, slots=True)
class Unaccept:
    """Take an acceptance back."""

    finding: Found


@dataclass(frozen=True, slots=True)
class Publish:
    """Put a post into the ledger; ``overruled`` says why, if the gate stood against it."""

    post: Post
    overruled: str = ""


@dataclass(frozen=True, slots=True)
class Retract:
    """Mark published posts as taken back; their rows stay."""

    posts: tuple[int, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Restore:
    """Let retracted posts stand again."""

    posts: tuple[int, ...]
    reason: str


Edit = (
    SetFigure
    | SetTime
    | PutDraft
    | BeginCorrection
    | FileDraft
    | FileBulletins
    | Withdraw
    | Reinstate
    | AddAgency
    | RemoveAgency
    | AddContender
    | RemoveContender
    | ShowContender
    | SetWithdrawn
    | AddPlace
    | RemovePlace
    | RenamePlace
    | CorrectPlace
    | LearnAlias
    | SetPeople
    | SetSetting
    | Accept
    | Unaccept
    | Publish
    | Retract
    | Restore
)


@dataclass(frozen=True, slots=True)
class Change:
    """What an edit changed and who did it.

    ``done`` repeats the edit exactly, ``inverse`` takes it back. ``sources`` are the columns whose
    figures or drafts changed; ``filed`` says that bulletins did, not drafts alone; ``names`` that
    the election itself has another agency, contender or place; ``people`` that other persons stand;
    ``posts`` are the ledger's numbers of posts that were published, retracted or restored.
    """

    done: Edit
    inverse: Edit
    sources: frozenset[Source] = frozenset()
    bulletins: tuple[int, ...] = ()
    filed: bool = False
    names: bool = False
    people: bool = False
    setting: str | None = None
    posts: tuple[int, ...] = ()
    origin: object = field(default=None, compare=False)

    @property
    def places(self) -> frozenset[str]:
        """The places a screen may have to read again."""
        return frozenset(source.place for source in self.sources)


def must_be_texts(edit: object) -> None:
    """Refuse a text in an edit that no file can hold: E144 for a NUL or half a sign, anywhere.

    What has one would be another text for some programs, or none.
    """
    if isinstance(edit, str):
        shown = edit.encode("utf-8", "backslashreplace").replace(b"\0", b"\\0").decode()
        if shown != edit:
            raise Refusal(Code.E144, text=shown[:60])
    elif isinstance(edit, Mapping):
        for value in edit.values():
            must_be_texts(value)
    elif isinstance(edit, tuple | list | frozenset):
        for one in edit:
            must_be_texts(one)
    elif is_dataclass(edit):
        for one in fields(edit):
            must_be_texts(getattr(edit, one.name))
