"""What was read from one document: values, findings and passages, each with the words it stands on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from sys import float_info
from typing import Any, NamedTuple, Self, TypeVar, cast

from areasend.reports.kinds import DESCRIPTIONS, DocumentKind

NOT_FOUND = "[x]"
_Part = TypeVar("_Part")


class Box(NamedTuple):
    """A rectangle on a page in points, measured from the page's upper left corner."""

    x0: float
    top: float
    x1: float
    bottom: float


class Place(NamedTuple):
    """The words a value was read from: the page from 1, the words as printed, the box around them."""

    page: int
    words: str
    box: Box


class Origin(StrEnum):
    """Where a value comes from. Only what comes from the report stands on words of it."""

    REPORT = "report"
    REGISTER = "register"
    DATES = "dates"
    CORRECTION = "correction"


@dataclass(frozen=True, kw_only=True, slots=True)
class Value:
    """One field of a reading as it is written to inspections.csv; `[x]` where it should be there and was not found."""

    field: str
    value: str
    places: tuple[Place, ...] = ()
    origin: Origin = Origin.REPORT


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundStatement:
    """One statement of the tables of areas for priority action (`apa`) and for improvement (`afi`).

    `responsible_body` is as printed, `responsible_bodies` the same taken apart, in order. In `text` each bullet starts
    with `• `; what runs over a page is joined. One that a person added stands on no words: its pages are 0.
    """

    kind: str
    seq: int
    responsible_body: str
    responsible_bodies: tuple[str, ...]
    text: str
    n_bullets: int
    places: tuple[Place, ...]
    origin: Origin = Origin.REPORT

    @property
    def page_start(self) -> int:
        return self.places[0].page if self.places else 0

    @property
    def page_end(self) -> int:
        return self.places[-1].page if self.places else 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """A paragraph or bullet of a section, in order; `leadership` holds its sentences on changes of senior leaders."""

    section: str
    heading: str
    seq: int
    form: str
    text: str
    leadership: str
    places: tuple[Place, ...]


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Problem:
    """Something a person should look at: what was expected in a field, and what was found; page 0 is no one page."""

    field: str
    page: int
    expected: str
    found: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """All that was read from one file. Of a document that is no full inspection report, only what it is."""

    file: str
    sha256: str
    document: DocumentKind
    values: tuple[Value, ...] = ()
    findings: tuple[FoundStatement, ...] = ()
    passages: tuple[Passage, ...] = ()
    problems: tuple[Problem, ...] = ()
    page_sizes: tuple[tuple[float, float], ...] = field(default=())

    def get(self, name: str) -> Value | None:
        """The value of a field, or None where the reading says nothing of it."""
        return next((value for value in self.values if value.field == name), None)

    def text(self, name: str) -> str:
        """The field as it is written: empty where the reading says nothing of it."""
        found = self.get(name)
        return found.value if found else ""

    def known(self, name: str) -> str:
        """The field, or nothing where it is `[x]` or empty."""
        text = self.text(name)
        return "" if text == NOT_FOUND else text

    def page_of(self, name: str) -> int:
        """The page on which the words of a field begin, or 0."""
        found = self.get(name)
        return found.places[0].page if found and found.places else 0

    def with_values(self, *values: Value) -> Self:
        """The same reading with these values, in place of what the same fields held."""
        new = {value.field: value for value in values}
        kept = [value for value in self.values if value.field not in new]
        return replace(self, values=(*kept, *values))

    def with_problems(self, *problems: Problem) -> Self:
        return replace(self, problems=tuple(sorted({*self.problems, *problems})))


def not_a_report(file: str, sha256: str, kind: DocumentKind, detail: str = "") -> Reading:
    """The reading of a file that is something else, or could not be read: its kind, and a problem that says so."""
    found = f"{DESCRIPTIONS[kind]}: {detail}" if detail else DESCRIPTIONS[kind]
    expected = DESCRIPTIONS[DocumentKind.FULL_INSPECTION]
    problem = Problem(field="document", page=0, expected=expected, found=found)
    return Reading(file=file, sha256=sha256, document=kind, problems=(problem,))


def reading_to_json(reading: Reading) -> dict[str, Any]:
    """The reading in terms of JSON, for the cache and for the way from the worker."""
    # Not `asdict`: it copies every place, which takes a tenth of the time that reading the document does.
    parts = ("values", "findings", "passages", "problems")
    return _as_dict(reading) | {part: tuple(_as_dict(item) for item in getattr(reading, part)) for part in parts}


def _as_dict(item: Any) -> dict[str, Any]:
    return {part.name: getattr(item, part.name) for part in fields(item)}


def reading_from_json(found: Mapping[str, Any]) -> Reading:
    """The reading that `reading_to_json` wrote. Raises `KeyError`, `TypeError` or `ValueError` for anything else."""
    try:
        return _from_json(found)
    except OverflowError as error:
        raise ValueError("a number that no page can have") from error


def _from_json(found: Mapping[str, Any]) -> Reading:
    return _made(
        Reading,
        found,
        document=DocumentKind(found["document"]),
        values=tuple(
            _made(Value, item, places=_places(item["places"]), origin=Origin(item["origin"]))
            for item in _list(found["values"])
        ),
        findings=tuple(
            _made(
                FoundStatement,
                item,
                responsible_bodies=tuple(_text(body) for body in _list(item["responsible_bodies"])),
                places=_places(item["places"]),
                origin=Origin(item["origin"]),
            )
            for item in _list(found["findings"])
        ),
        passages=tuple(_made(Passage, item, places=_places(item["places"])) for item in _list(found["passages"])),
        problems=tuple(_made(Problem, item) for item in _list(found["problems"])),
        page_sizes=tuple((_number(width), _number(height)) for width, height in _list(found["page_sizes"])),
    )


def _made(kind: type[_Part], item: Mapping[str, Any], **taken: Any) -> _Part:
    """One part of a reading, its plain fields as they stand, if they are of their type."""
    made = kind(**{**item, **taken})
    for name, type_ in _PLAIN_FIELDS[kind]:
        if not isinstance(getattr(made, name), type_):
            raise TypeError(f"{name} of {kind.__name__} is {getattr(made, name)!r}")
    return made


_PLAIN_FIELDS: dict[type[Any], list[tuple[str, Any]]] = {
    kind: [(part.name, part.type) for part in fields(kind) if part.type in (str, int)]
    for kind in (Reading, Value, FoundStatement, Passage, Problem)
}


def _list(found: Any) -> Sequence[Any]:
    if type(found) not in (list, tuple):
        raise TypeError(f"{found!r} is no list")
    return cast("Sequence[Any]", found)


def _places(found: Any) -> tuple[Place, ...]:
    places = []
    for page, words, (x0, top, x1, bottom) in _list(found):
        # One look at the sum in place of four at its parts: a report has hundreds of places.
        if type(page) is not int or type(words) is not str or not abs(x0 + top + x1 + bottom) <= float_info.max:
            raise TypeError("what should be a place is none")
        places.append(Place(page, words, Box(x0, top, x1, bottom)))
    return tuple(places)


def _text(found: Any) -> str:
    if not isinstance(found, str):
        raise TypeError(f"{found!r} is no text")
    return found


def _number(found: Any) -> float:
    if type(found) not in (int, float) or not abs(found) <= float_info.max:
        raise TypeError("what should be a number of points is none")
    return cast("float", found)
