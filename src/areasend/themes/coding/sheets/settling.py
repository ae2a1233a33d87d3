"""What coders differ on, once all are locked, and the table in which somebody settles it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from areasend.formats import csv_bytes
from areasend.themes.coding.folder import CodingFolder
from areasend.themes.coding.model import Adjudication, NotAllowed
from areasend.themes.coding.sheets.cells import UnknownTheme, inert, read_themes, themes_cell, themes_of
from areasend.themes.coding.sheets.reading import SheetRow, read_rows
from areasend.themes.coding.sheets.writing import KINDS, pages
from areasend.themes.errors import CodingFault, CodingInvalid
from areasend.themes.statements import Statement
from areasend.themes.units import CodedUnit

_NEEDED = ("statement", "settled_themes", "settled_reason")


@dataclass(frozen=True, kw_only=True, slots=True)
class Disagreement:
    """A statement on which coders differ; `only_principal` where they gave the same themes with another one first."""

    statement: Statement
    unit: CodedUnit

    @property
    def only_principal(self) -> bool:
        return len({frozenset(themes) for themes in self.unit.codes.values()}) == 1


def disagreements(folder: CodingFolder, *, settled_too: bool = False) -> tuple[Disagreement, ...]:
    """The statements on which coders differ and that nobody has settled, or all of them. Raises `NotLocked`."""
    return tuple(
        Disagreement(statement=folder.statement(unit.id), unit=unit)
        for unit in folder.coded_units()
        if _differ(unit) and (settled_too or unit.adjudicated is None)
    )


def disagreements_csv(folder: CodingFolder, found: Sequence[Disagreement]) -> bytes:
    """The table to settle them in: fill in settled_themes and settled_reason, and give it back to `adjudicate`."""
    coders = [coder.key for coder in folder.coders]
    heading = ("statement", "local_area", "kind", "pages", "text", *(f"coder {key}" for key in coders), *_NEEDED[1:])
    return csv_bytes(heading, ([inert(cell) for cell in _row(entry, coders)] for entry in found))


def read_settlements(
    folder: CodingFolder, content: bytes, file: str, *, by: str, decided: datetime
) -> tuple[Adjudication, ...]:
    """The adjudications in a filled table; rows without any are not settled yet. Raises `CodingInvalid`."""
    faults: list[CodingFault] = []
    found: dict[str, Adjudication] = {}
    known = themes_of(folder.history.latest)
    for row in read_rows(content, file, _NEEDED):
        if not (row["settled_themes"] or row["settled_reason"]):
            continue
        told = list(_faults(folder, row, file, found))
        themes: tuple[str, ...] | None = None
        try:
            themes = read_themes(row["settled_themes"], known)
        except UnknownTheme as unknown:
            told.append(_fault(row, file, str(unknown), unknown.remedy, unknown.value))
        else:
            if themes is None:
                told.append(_fault(row, file, "a reason without themes", "Write themes, or none"))
        entry = Adjudication(
            statement=row["statement"],
            themes=themes or (),
            reason=row["settled_reason"],
            by=by,
            codebook=folder.history.latest.version,
            decided=decided.isoformat(timespec="seconds"),
        )
        broken = folder.broken_by_adjudication(entry)
        faults += [*told, *(_fault(row, file, each.rule, "Correct the row", each.value) for each in broken)]
        found[entry.statement] = entry
    if faults:
        raise CodingInvalid(f"{file} cannot be taken up", faults)
    return tuple(found.values())


def _differ(unit: CodedUnit) -> bool:
    """Whether sets of themes differ, or the principal one."""
    return len({(frozenset(themes), themes[:1]) for themes in unit.codes.values()}) > 1


def _row(entry: Disagreement, coders: Sequence[str]) -> list[str]:
    statement, codes = entry.statement, entry.unit.codes
    said = [themes_cell(codes[key]) if key in codes else "" for key in coders]
    settled = "" if entry.unit.adjudicated is None else themes_cell(entry.unit.adjudicated)
    return [
        statement.id,
        statement.local_area,
        KINDS[statement.kind],
        pages(statement),
        statement.text,
        *said,
        settled,
        "",
    ]


def _faults(folder: CodingFolder, row: SheetRow, file: str, found: dict[str, Adjudication]) -> Iterator[CodingFault]:
    try:
        folder.statement(row["statement"])
    except NotAllowed:
        remedy = "Leave the column statement as it was, and sort whole rows only"
        yield _fault(row, file, "no statement of this coding folder", remedy, row["statement"][:80])
    if row["statement"] in found:
        yield _fault(row, file, "the statement stands twice", "Keep one of the rows", row["statement"][:80])


def _fault(row: SheetRow, file: str, rule: str, remedy: str, value: str = "") -> CodingFault:
    return CodingFault(file=file, place=f"row {row.number}", value=value, rule=rule, remedy=remedy)


__all__ = ["Disagreement", "disagreements", "disagreements_csv", "read_settlements"]
