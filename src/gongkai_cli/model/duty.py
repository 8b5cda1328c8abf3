"""The catalogue: what must be public, by whom, by when."""

from datetime import date
from typing import Literal

from msgspec import Struct

from .basis import Basis
from .limit import Reading
from .place import Place
from .unit import Unit


class Assumption(Struct, frozen=True):
    """What the paper leaves open and the catalogue fills in (推定), with the reason."""

    subject: str
    value: str
    reason: str
    place: Place | None = None


class PrintedLimit(Struct, frozen=True):
    """A limit in the printed words, how they are read, and where they stand.

    ``assumed`` is set where the words are not the paper's own but a 推定.
    """

    wording: str
    reading: Reading
    basis: Basis
    assumed: str | None = None


class Responsibility(Struct, frozen=True):
    """A unit's part in a duty: it leads, shares or supports (配合).

    ``written`` is what the paper calls the unit where that is not its name.
    """

    unit: str
    role: Literal["lead", "joint", "support"] = "joint"
    written: str | None = None


class Duty(Struct, frozen=True, kw_only=True):
    """One row of the catalogue, or one clause that sets a checkable duty.

    ``kind`` is ``publish`` where something must be on the site (a column is looked for), else
    ``internal`` (handed in, held, explained: the ledger alone decides). ``open_units`` keeps the
    printed words of an open-ended list (等有关科室). ``freshness`` is how old the newest item of
    the column may be, as a duration (2周, 6个月, 1年). ``subject_of`` is the duty whose published
    records start this one (an interpretation follows a document). ``appears_in`` is the duty in
    whose column it is published: it has no column of its own. ``printed`` maps each printed heading
    to its cell, as printed, slips included; a clause has the one heading 条文. ``only_in`` is the
    title of the catalogue that has it where the one in force does not; ``once_called`` its id in
    its own catalogue where the newest one calls it by another. ``tags`` say which statutes touch it
    (标签); ``None`` where nobody wrote any, and its words decide.
    """

    id: str
    category: tuple[str, ...]
    name: str
    kind: Literal["publish", "internal"] = "publish"
    content: str = ""
    openness: str | None = None
    units: tuple[Responsibility, ...] = ()
    open_units: str | None = None
    limits: tuple[PrintedLimit, ...] = ()
    freshness: PrintedLimit | None = None
    subject_of: str | None = None
    appears_in: str | None = None
    tags: tuple[str, ...] | None = None
    printed: dict[str, str] = {}
    assumed: tuple[Assumption, ...] = ()
    only_in: str | None = None
    once_called: str | None = None
    place: Place | None = None

    @property
    def title(self) -> str:
        """Category and name as one label, said once where they are the same."""
        return "/".join(dict.fromkeys((*self.category, self.name)))

    @property
    def is_clause(self) -> bool:
        """Whether a clause of the text sets it, and not a row of the printed table."""
        return "条文" in self.printed

    @property
    def tags_assumed(self) -> str | None:
        """Why its tags stand only as 推定; ``None`` where they are confirmed or not written."""
        return next((note.reason for note in self.assumed if note.subject == "标签"), None)

    @property
    def unit_names(self) -> tuple[str, ...]:
        """The names of the units that answer for it, the lead first."""
        return tuple(each.unit for each in self.units if each.role != "support")


class Period(Struct, frozen=True):
    """From a day to a day, both included; an end that is open is ``None``."""

    first: date | None = None
    last: date | None = None
    place: Place | None = None

    def holds(self, day: date) -> bool:
        """Whether the day lies inside."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


class Catalogue(Struct, frozen=True, kw_only=True):
    """主动公开基本目录 of one body, for a period.

    ``assumed`` holds the 推定 that belong to no single duty (when the period ends). ``headings``
    maps a key of a row (类别, 公开内容, 责任单位 …) to the printed heading, or headings, of it.
    """

    title: str
    body: str
    source: str
    period: Period = Period()
    units: tuple[Unit, ...] = ()
    duties: tuple[Duty, ...] = ()
    assumed: tuple[Assumption, ...] = ()
    headings: dict[str, tuple[str, ...]] = {}
    file: str = ""

    def duty(self, id: str) -> Duty | None:
        """The duty with that id."""
        return next((duty for duty in self.duties if duty.id == id), None)

    @property
    def rows(self) -> int:
        """How many duties it has of its own, without those of other years."""
        return sum(duty.only_in is None for duty in self.duties)

    @property
    def assumptions(self) -> tuple[tuple[Assumption, tuple[Duty, ...]], ...]:
        """Every 推定 once, with the duties that rest on it: none where the whole catalogue does.

        The same words with the same reason are one; it stands where it is written first.
        """
        resting: dict[tuple[str, str, str], list[Duty]] = {}
        first: dict[tuple[str, str, str], Assumption] = {}
        for duty, notes in ((None, self.assumed), *((duty, duty.assumed) for duty in self.duties)):
            for note in notes:
                key = (note.subject, note.value, note.reason)
                first.setdefault(key, note)
                resting.setdefault(key, []).extend((duty,) if duty else ())
        return tuple((note, tuple(resting[key])) for key, note in first.items())


class Statute(Struct, frozen=True, kw_only=True):
    """A limit set by law or by a superior rule, in force for a period.

    ``tags``, ``duties_with`` and ``titles_with`` say what it touches: tags of a duty, words of its
    category or name, and words of a record's title (none: every duty that publishes, every record).
    ``duties_with`` has the words of its tags too.
    ``replaces`` names the statute that gives way to it (条例26: 法律、法规另有规定的，从其规定).
    ``not_for`` are endings of the names of bodies that it does not bind (人民政府, where it speaks
    of departments). ``confidence`` is V where the text was seen, else the row stands as 推定.
    """

    id: str
    name: str
    article: str
    words: str
    limit: PrintedLimit
    in_force: Period
    confidence: str
    tags: tuple[str, ...] = ()
    duties_with: tuple[str, ...] = ()
    titles_with: tuple[str, ...] = ()
    replaces: str | None = None
    not_for: tuple[str, ...] = ()
    place: Place | None = None

    def binds(self, body: str) -> bool:
        """Whether it speaks of bodies of this kind, as far as the name tells."""
        return not body.endswith(self.not_for)

    def touches(self, duty: Duty) -> bool:
        """Whether it names what the duty is about.

        Where the duty has tags, they alone decide about a statute that names tags; else the words
        do. A statute without either touches whatever must be published; words and tags also touch
        a duty that is not published.
        """
        if self.tags and duty.tags is not None:
            return any(tag in duty.tags for tag in self.tags)
        if not self.duties_with:
            return duty.kind == "publish"
        return any(word in duty.title for word in self.duties_with)

    def assumed_on(self, duty: Duty) -> str | None:
        """Why it stands only as 推定 for a duty: its own text, or the tag by which it touches."""
        by_tag = duty.tags_assumed if self.tags else None
        tag = by_tag and f"标签“{'、'.join(duty.tags or ())}”待确认：{by_tag}"
        return "；".join(reason for reason in (self.limit.assumed, tag) if reason) or None


class RequiredHead(Struct, frozen=True, kw_only=True):
    """A head that the law wants in a catalogue (条例20、21), and the words that a row of it has.

    The words are looked for in a duty's category, name and content. ``bodies`` are words of the
    names of the bodies that it is asked of (公安局, 镇人民政府); none: of every body.
    """

    id: str
    name: str
    basis: str
    words: tuple[str, ...]
    bodies: tuple[str, ...] = ()
    place: Place | None = None

    def asked_of(self, body: str) -> bool:
        """Whether a body of that name has to have it."""
        return not self.bodies or any(word in body for word in self.bodies)
