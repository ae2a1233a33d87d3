"""What a point is given to judge by, and what it hands back."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from areasend.check.workbook.layout import Layout, Role
from areasend.check.workbook.model import Cell, Sheet, Workbook
from areasend.check.workbook.report import Place, Status

Tables = Mapping[str, Sequence[Sequence[str]]]

LONGEST_QUOTE = 80


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    workbook: Workbook
    layouts: tuple[Layout, ...]
    words: frozenset[str] = frozenset()
    tables: Tables | None = None

    def with_role(self, *roles: Role) -> Iterator[Layout]:
        return (layout for layout in self.layouts if layout.role in roles)

    def beside_cover(self) -> Iterator[Layout]:
        """Every sheet that has to hold a table."""
        return (layout for layout in self.layouts if layout.role is not Role.COVER)

    def first(self, role: Role) -> Layout | None:
        return next(self.with_role(role), None)

    def cells(self) -> Iterator[tuple[Sheet, Cell]]:
        for sheet in self.workbook.sheets:
            for cell in sheet.cells.values():
                yield sheet, cell

    def sheet_named(self, name: str) -> Layout | None:
        return next((layout for layout in self.layouts if layout.name.lower() == name.lower()), None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    status: Status
    reason: str
    places: tuple[Place, ...] = ()


def judged(places: Iterable[Place], reason: str = "") -> Verdict:
    found = tuple(places)
    return Verdict(status=Status.FAIL if found else Status.PASS, reason=reason, places=found)


def not_checkable(reason: str) -> Verdict:
    return Verdict(status=Status.NOT_CHECKABLE, reason=reason)


def place(sheet: str, cell: str, found: str, remedy: str) -> Place:
    return Place(sheet=sheet, cell=cell, found=found, remedy=remedy)


def in_file(found: str, remedy: str) -> Place:
    return Place(sheet="", cell="", found=found, remedy=remedy)


def quoted(text: str) -> str:
    """
    >>> quoted("North West"), len(quoted("x" * 500))
    ("'North West'", 82)
    """
    plain = " ".join(text.split())
    return repr(plain if len(plain) <= LONGEST_QUOTE else plain[: LONGEST_QUOTE - 3] + "...")
