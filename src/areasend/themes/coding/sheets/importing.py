"""From a filled sheet to decisions: every fault is told at once, and only what is new or changed is decided."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from areasend.themes.coding.folder import CodingFolder
from areasend.themes.coding.model import Decision, NotAllowed
from areasend.themes.coding.sheets.cells import (
    UnknownTheme,
    Vocabulary,
    folded,
    read_themes,
    sub_themes_of,
    themes_of,
)
from areasend.themes.coding.sheets.reading import SheetRow, read_rows
from areasend.themes.errors import CodingFault, CodingInvalid

_NEEDED = ("statement", "text", "themes", "sub_themes", "note", "codebook", "coder")


@dataclass(frozen=True, kw_only=True, slots=True)
class Imported:
    """What a sheet brought: statements decided for the first time, decided otherwise than before, and the same as
    before; and how many are empty in the sheet though they were decided: those stand as they were."""

    new: int
    changed: int
    same: int
    left_standing: int
    still_open: int


def import_sheet(folder: CodingFolder, coder: str, content: bytes, file: str, *, decided: datetime) -> Imported:
    """Decides what a sheet says, all or nothing. Raises `CodingInvalid` with every fault, `NotAllowed`."""
    rows = read_rows(content, file, _NEEDED)
    folder.coder(coder)
    reader = _Reader(folder, coder, file, decided.isoformat(timespec="seconds"))
    faults = list(reader.of_other_coders(rows)) or [*reader.of_other_versions(rows), *reader.read(rows)]
    if faults:
        raise CodingInvalid(f"{file} cannot be imported", faults)
    if reader.decisions:
        folder.decide_all(coder, reader.decisions)
    new = sum(reader.earlier.get(decision.statement) is None for decision in reader.decisions)
    return Imported(
        new=new,
        changed=len(reader.decisions) - new,
        same=reader.same,
        left_standing=reader.left_standing,
        still_open=len(folder.open_for(coder)),
    )


class _Reader:
    """Reads the rows of one coder's sheet one after the other."""

    def __init__(self, folder: CodingFolder, coder: str, file: str, decided: str) -> None:
        self.folder, self.coder, self.file, self.decided = folder, coder, file, decided
        self.earlier, self.standing = folder.decisions(coder), folder.standing(coder)
        self.decisions: list[Decision] = []
        self.same = self.left_standing = 0
        codebook = folder.history.latest
        self._themes, self._sub_themes = themes_of(codebook), sub_themes_of(codebook)
        self._rows: dict[str, int] = {}

    def of_other_coders(self, rows: Sequence[SheetRow]) -> Iterator[CodingFault]:
        """A sheet of somebody else is told as such and not looked at: its codes are not for this coder."""
        remedy = f"Import the sheet that areasend themes sheet wrote for {self.coder}"
        yield from self._other(rows, "coder", self.coder, f"not from the sheet of {self.coder}", remedy)

    def of_other_versions(self, rows: Sequence[SheetRow]) -> Iterator[CodingFault]:
        """What was decided by an earlier version of the codebook is not taken for a decision by the latest."""
        version = str(self.folder.history.latest.version)
        remedy = "Write a new sheet with areasend themes sheet, and decide by the codebook there"
        rule = f"not written for version {version} of the codebook"
        yield from self._other(rows, "codebook", version, rule, remedy)

    def _other(
        self, rows: Sequence[SheetRow], column: str, wanted: str, rule: str, remedy: str
    ) -> Iterator[CodingFault]:
        """One fault for each other value of a column that holds the same in every row."""
        others: dict[str, list[SheetRow]] = {}
        for row in rows:
            if row[column] != wanted:
                others.setdefault(row[column], []).append(row)
        for value, found in others.items():
            more = f" and {len(found) - 1} more rows" if len(found) > 1 else ""
            yield self._fault(found[0], value[:40], f"this row{more}: {rule}", remedy)

    def read(self, rows: Sequence[SheetRow]) -> Iterator[CodingFault]:
        for row in rows:
            faults = list(self._of_statement(row))
            yield from faults
            if not faults:
                yield from self._of_codes(row)

    def _of_statement(self, row: SheetRow) -> Iterator[CodingFault]:
        key = row["statement"]
        try:
            text = self.folder.statement(key).text
        except NotAllowed:
            rule = "no statement of this coding folder" if key else "the statement's id is missing"
            yield self._fault(row, key[:80], rule, "Leave the column statement as it was, and sort whole rows only")
            return
        if key in self._rows:
            rule = f"the statement stands twice (first on row {self._rows[key]})"
            yield self._fault(row, key, rule, "Keep one of the rows")
        self._rows.setdefault(key, row.number)
        if folded(row["text"]) != folded(text):
            rule = "the text is not that of the statement"
            remedy = "Leave the columns statement and text as they were, and sort whole rows only"
            yield self._fault(row, row["text"][:60], rule, remedy)

    def _of_codes(self, row: SheetRow) -> Iterator[CodingFault]:
        themes, theme_faults = self._keys(row, "themes", self._themes)
        sub_themes, sub_theme_faults = self._keys(row, "sub_themes", self._sub_themes)
        yield from (*theme_faults, *sub_theme_faults)
        if theme_faults or sub_theme_faults:
            return
        standing = self.standing.get(row["statement"])
        if themes is None:
            yield from self._without_themes(row, standing)
            return
        decision = Decision(
            statement=row["statement"],
            themes=themes,
            sub_themes=sub_themes or (),
            note=row["note"],
            codebook=self.folder.history.latest.version,
            decided=self.decided,
        )
        if standing and _same(standing, decision):
            self.same += 1
            return
        for broken in self.folder.broken_by(decision):
            yield self._fault(row, broken.value, broken.rule, "Correct the row")
        if not self.folder.may_decide(self.coder, decision.statement):
            rule = f"the work of {self.coder} is locked, and this row says something else than it"
            yield self._fault(row, "", rule, "Leave the row as it was: what is locked is final")
        self.decisions.append(decision)

    def _keys(
        self, row: SheetRow, column: str, known: Vocabulary
    ) -> tuple[tuple[str, ...] | None, tuple[CodingFault, ...]]:
        try:
            return read_themes(row[column], known), ()
        except UnknownTheme as unknown:
            return None, (self._fault(row, unknown.value[:80], str(unknown), unknown.remedy),)

    def _without_themes(self, row: SheetRow, standing: Decision | None) -> Iterator[CodingFault]:
        """An empty cell is no decision; what was decided before stands."""
        earlier = self.earlier.get(row["statement"])
        if standing is not None:
            self.left_standing += 1
        elif row["sub_themes"] or (row["note"] and (earlier is None or folded(row["note"]) != folded(earlier.note))):
            remedy = "Write themes, or none where there is no theme"
            yield self._fault(row, row["note"][:60], "a note or a sub-theme without a decision", remedy)

    def _fault(self, row: SheetRow, value: str, rule: str, remedy: str) -> CodingFault:
        return CodingFault(file=self.file, place=f"row {row.number}", value=value, rule=rule, remedy=remedy)


def _same(standing: Decision, decision: Decision) -> bool:
    """Whether a row says what was decided; notes may have come back with spaces folded."""
    return standing.said[:2] == decision.said[:2] and folded(standing.note) == folded(decision.note)


__all__ = ["Imported", "import_sheet"]
