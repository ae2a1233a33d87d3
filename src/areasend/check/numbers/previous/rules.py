"""What is said of a publication beside the one before: changed values, values that are gone, with or without a note."""

from collections.abc import Callable, Iterator, Sequence

from areasend.check.numbers.claims import read_claims
from areasend.check.numbers.documents.model import Document, Passage
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.numbers_of import by_passage
from areasend.check.numbers.previous.cells import Cells, Changed, cells_of, changed_cells, gone
from areasend.check.numbers.previous.claimed import Restated, restated
from areasend.check.numbers.previous.figures import (
    Observation,
    changed_figures,
    explained,
    gone_figures,
    observations_of,
)
from areasend.check.numbers.previous.notes import Notes, is_marked
from areasend.check.numbers.previous.periods import made_for
from areasend.check.numbers.reading import read_numbers, read_shares
from areasend.check.numbers.results.model import Finding, Kind, Severity, Verdict

_ADVICE = "Correct the number, or say in a note that it was revised and why."
_NAMED = 5


def previous_rule(previous: Sequence[Document]) -> Callable[[Evidence], Iterator[Verdict]]:
    """The rule that holds a publication against these documents of the one before."""

    def rule(evidence: Evidence) -> Iterator[Verdict]:
        return compare_previous(evidence, previous)

    return rule


def compare_previous(evidence: Evidence, previous: Sequence[Document]) -> Iterator[Verdict]:
    """Values that should not have changed and did, and rows that are gone, in order: figures, tables, sentences."""
    comparison = _Comparison(evidence, previous)
    yield from comparison.figures()
    yield from comparison.cells()
    yield from comparison.sentences()


class _Comparison:
    def __init__(self, evidence: Evidence, previous: Sequence[Document]) -> None:
        self._evidence = evidence
        self._previous = previous
        self._notes = Notes.of(evidence.documents, previous)
        self._new, self._old = observations_of(evidence.documents), observations_of(previous)
        # Figures of releases are compared by id; their tables and sentences are made of the same figures.
        self._by_id = bool(self._new and self._old)
        self._numbers = () if self._by_id else read_numbers(previous)

    def figures(self) -> Iterator[Finding]:
        listed = explained(self._evidence.documents)
        for pairs in changed_figures(self._new, self._old, listed):
            yield self._changed_row(pairs)
        for table, lost, there in gone_figures(self._new, self._old, listed):
            names = ", ".join(entry.row.partition(".")[2] for entry in lost[:_NAMED])
            yield self._gone(f"the table {table}", names, len(lost), lost[0].cell, there.cell)

    def cells(self) -> Iterator[Finding]:
        """Tables by title, row and column."""
        if self._by_id:
            return
        new = cells_of(self._evidence.documents, self._evidence.numbers_in)
        old = cells_of(self._previous, by_passage(self._numbers))
        for changed in changed_cells(new, old):
            if not is_marked(changed.new.document, *changed.new.beside):
                yield self._changed_cell(changed)
        yield from self._series(new, old)

    def _series(self, new: Cells, old: Cells) -> Iterator[Finding]:
        lost: dict[str, list[tuple[Passage, Passage]]] = {}
        for name, label, there in gone(new, old):
            lost.setdefault(name, []).append((label, there))
        for name, entries in lost.items():
            names = ", ".join(label.text for label, _ in entries[:_NAMED])
            yield self._gone(f"the table “{name}”", names, len(entries), entries[0][0], entries[0][1])

    def sentences(self) -> Iterator[Finding]:
        """Sentences by what they count."""
        if self._by_id:
            return
        before, _ = read_claims(
            self._previous,
            by_passage(self._numbers),
            read_shares(self._numbers),
            self._evidence.framework,
            self._evidence.register,
        )
        start = self._evidence.framework.start
        made = [made_for(document) for document in self._previous]
        for found in restated(self._evidence.claims, before, self._evidence.quoted, start, made):
            document = self._evidence.documents[found.new.document]
            if not is_marked(document, found.new.passage):
                yield self._restated(found)

    def _severity(self, *, sure: bool) -> Severity:
        return Severity.ERROR if sure and not self._notes.general else Severity.QUERY

    def _noted(self) -> str:
        return f" A note says: “{self._notes.general[:160]}”." if self._notes.general else ""

    def _changed_row(self, pairs: Sequence[tuple[Observation, Observation]]) -> Finding:
        new, old = pairs[0]
        said = "; ".join(f"{entry.id.rpartition('.')[2]} was {before.text}, is {entry.text}" for entry, before in pairs)
        return Finding(
            kind=Kind.PREVIOUS,
            severity=self._severity(sure=True),
            where=new.cell.where(),
            quote=f"{new.id}, {new.period}: {new.text}",
            expected=old.text,
            found=new.text,
            message=f"In {new.row}, for the same period ({new.period}), {said}; {old.cell.where()} is where it stood. "
            f"No table of changes and no mark of revision says why.{self._noted()}",
            computed="figures of both releases compared by id and period",
            advice=_ADVICE,
            numbers=tuple(
                number.id
                for entry, _ in pairs
                for number in self._evidence.numbers_in(entry.cell)
                if number.is_statistic
            ),
        )

    def _changed_cell(self, changed: Changed) -> Finding:
        new, old = changed.new, changed.old
        label, heading, title = new.beside[1].text, new.beside[-2].text, new.beside[-1].text
        why = "for a period that was over" if changed.sure else "which counts since a day and went down"
        return Finding(
            kind=Kind.PREVIOUS,
            severity=self._severity(sure=changed.sure),
            where=new.number.where,
            quote=f"{title}: {label}, {heading}: {new.beside[0].text}",
            expected=old.number.text,
            found=new.number.text,
            message=f"“{label}”, “{heading}” was {old.number.text} in {old.number.where} and is {new.number.text} "
            f"here, {why}.{self._noted()}",
            computed="tables with the same title compared by row, column and period",
            advice=_ADVICE,
            numbers=(new.number.id,),
        )

    def _restated(self, found: Restated) -> Finding:
        new, old = found.new.number, found.old.number
        span = found.new.span
        return Finding(
            kind=Kind.PREVIOUS,
            severity=self._severity(sure=found.sure),
            where=new.where,
            quote=new.sentence.text,
            expected=old.text,
            found=new.text,
            message=f"This was {old.text} in {old.where} (“{old.sentence.text[:160]}”) and is {new.text} here, for the "
            f"same period{f' ({span.text})' if span is not None and span.text else ''}.{self._noted()}",
            computed="both say the same measure, outcome, place and period",
            advice=_ADVICE,
            numbers=(new.id,),
        )

    def _gone(self, table: str, names: str, count: int, old: Passage, there: Passage) -> Finding:
        more = f" and {count - _NAMED} more" if count > _NAMED else ""
        return Finding(
            kind=Kind.PREVIOUS,
            severity=Severity.QUERY,
            where=there.where(),
            quote=there.text,
            expected=names,
            found="not there",
            message=f"In {table}, {names}{more} stood in the previous publication ({old.where()}) and is no longer "
            f"there.{self._noted()}",
            advice="Put it back, or say in a note why it is no longer shown.",
        )
