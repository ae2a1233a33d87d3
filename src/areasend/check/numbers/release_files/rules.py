"""One figure has one value in every page and file of a release, and it is the one that the records give."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.release_files.exchanged import Exchange, Place, exchanges
from areasend.check.numbers.release_files.model import Release, Side, Stated
from areasend.check.numbers.release_files.observations import OBSERVATIONS
from areasend.check.numbers.release_files.stated import stated_in
from areasend.check.numbers.release_files.words import other_words
from areasend.check.numbers.results.model import Finding, Kind, Severity, Status, Support, Verdict
from areasend.statistics import Figure
from areasend.statistics import Kind as FigureKind

Key = tuple[str, Side]
_ADVICE = "See which of the two is right, and build the files again from it."


def own_figures(
    release: Release | None = None, figures: Mapping[str, Figure] | None = None
) -> Callable[[Evidence], Iterator[Verdict]]:
    """The rule for a release, or without `release` for a page of one. `figures` are those counted from the records for
    the same date, by id; without them a figure is compared with itself in other places."""

    def rule(evidence: Evidence) -> Iterator[Verdict]:
        return _Figures(evidence, release, figures or {}).verdicts()

    return rule


def named_numbers(evidence: Evidence, release: Release | None = None) -> frozenset[int]:
    """The numbers that name the figure they are: these are held against it, and need no words to be understood."""
    return frozenset(number for entry in stated_in(evidence, release) for number in entry.numbers)


class _Figures:
    """Every place of every figure, and the value that each should have."""

    def __init__(self, evidence: Evidence, release: Release | None, figures: Mapping[str, Figure]) -> None:
        self._described = release.described if release is not None else {}
        self._counted = {key: figure for key, figure in figures.items() if isinstance(figure.shown, int | Decimal)}
        self._places: dict[Key, list[Stated]] = {}
        self._there: list[Stated] = []
        for entry in (*stated_in(evidence, release), *_of_files(evidence, release)):
            if entry.side is Side.THERE:
                self._there.append(entry)
            else:
                self._places.setdefault(_key(entry), []).append(entry)
        self._evidence = evidence
        self._named = {
            number: entry.figure for places in self._places.values() for entry in places for number in entry.numbers
        }
        self._right = {key: self._right_value(key, places) for key, places in self._places.items()}

    def _right_value(self, key: Key, places: Sequence[Stated]) -> Decimal:
        """What the records give, else the value that most files have, the first of several."""
        counted = self._count(key)
        if counted is not None:
            return counted
        files = Counter(value for _, value in dict.fromkeys((entry.where.file, entry.value) for entry in places))
        most = max(files.values())
        return next(entry.value for entry in places if files[entry.value] == most)

    def _count(self, key: Key) -> Decimal | None:
        """What the records give, None if they were not counted or give none."""
        identifier, side = key
        figure = self._counted.get(identifier)
        if figure is None:
            return None
        given = {Side.NUMERATOR: figure.numerator, Side.DENOMINATOR: figure.denominator}.get(side, figure.shown)
        return None if given is None else Decimal(str(given))

    def verdicts(self) -> Iterator[Verdict]:
        labels = {key: entry.label for key, entry in self._described.items()}
        labels |= {key: figure.label for key, figure in self._counted.items()}
        yield from other_words(self._evidence, self._named, labels)
        for key, places in self._places.items():
            yield from self._support(key, places)
        for entry in self._there:
            yield Support(numbers=entry.numbers, status=Status.QUOTED, how="as another publication has it")
        explained = dict.fromkeys(self._exchanges())
        said = {id(cell) for exchange in explained for cell in exchange.cells}
        yield from (self._exchanged(exchange) for exchange in explained)
        for key, places in self._places.items():
            wrong = [entry for entry in places if entry.value != self._right[key] and id(entry) not in said]
            everywhere = len(wrong) == len(places) and len({entry.value for entry in wrong}) == 1
            for alike in [wrong] if everywhere else _alike(wrong):
                yield self._differing(key, alike)

    def _support(self, key: Key, places: Sequence[Stated]) -> Iterator[Support]:
        right = [entry for entry in places if entry.value == self._right[key]]
        numbers = tuple(dict.fromkeys(number for entry in right for number in entry.numbers))
        if not numbers:
            return
        identifier, side = key
        figure = self._counted.get(identifier) if self._count(key) is not None else None
        described = self._described.get(identifier)
        if (figure is not None and figure.kind is FigureKind.QUOTED) or (described and described.kind == "quoted"):
            yield Support(
                numbers=numbers, status=Status.QUOTED, how=f"{identifier} is a figure quoted from a publication"
            )
        elif figure is not None:
            how = f"counted from the records as {_named(key)}: {figure.label}"
            records = figure.base if side is Side.DENOMINATOR else figure.records
            yield Support(numbers=numbers, status=Status.VERIFIED, how=how, records=records)
        elif len(right) > 1:
            how = f"{_named(key)} has this value in {len(right)} places"
            yield Support(numbers=numbers, status=Status.CONSISTENT, how=how)

    def _exchanges(self) -> Iterator[Exchange]:
        grids: dict[str, dict[Place, Stated]] = {}
        for places in self._places.values():
            for entry in places:
                if entry.grid:
                    grids.setdefault(entry.grid, {})[_place(entry.figure)] = entry
        for cells in grids.values():
            right = {place: self._right[_key(entry)] for place, entry in cells.items()}
            wrong = [place for place, entry in cells.items() if entry.value != right[place]]
            if len(wrong) > 1:
                yield from exchanges(cells, right, wrong)

    def _exchanged(self, exchange: Exchange) -> Finding:
        first = exchange.cells[0]
        what = "columns" if exchange.columns else "rows"
        table = first.figure.partition(".")[0]
        return Finding(
            kind=Kind.EXCHANGED_COLUMNS if exchange.columns else Kind.EXCHANGED_ROWS,
            severity=Severity.ERROR,
            where=first.where,
            quote=first.quote,
            expected=f"{exchange.one} and {exchange.other} as elsewhere",
            found=f"the numbers of {exchange.one} and {exchange.other} exchanged",
            message=f"In the table {table}, the {what} “{exchange.one}” and “{exchange.other}” stand exchanged: "
            f"{len(exchange.cells)} numbers are those of the other; of {first.figure}, {self._elsewhere(first)}.",
            computed=f"{len(exchange.cells)} cells compared with {self._compared(_key(first))}",
            advice=f"Exchange the two {what}, headings or numbers.",
            numbers=tuple(number for cell in exchange.cells for number in cell.numbers),
        )

    def _differing(self, key: Key, alike: Sequence[Stated]) -> Finding:
        first, right = alike[0], self._right[key]
        figure = self._counted.get(key[0]) if self._count(key) is not None else None
        return Finding(
            kind=Kind.RECORDS if figure is not None else Kind.TWO_FILES,
            severity=Severity.ERROR,
            where=first.where,
            quote=first.quote,
            expected=f"{right:f}",
            found=first.text,
            message=f"The figure {_named(key)} is {first.text} here; {self._elsewhere(first)}.",
            computed=f"compared with {self._compared(key)}",
            advice=_ADVICE,
            numbers=tuple(dict.fromkeys(number for entry in alike for number in entry.numbers)),
            records=figure.records if figure is not None else (),
        )

    def _compared(self, key: Key) -> str:
        return "the count of the records" if self._count(key) is not None else "the other files"

    def _elsewhere(self, here: Stated) -> str:
        """The place that has the right value, and what the records give."""
        key = _key(here)
        right = self._right[key]
        places = [entry for entry in self._places[key] if entry.value == right]
        there = min(places, key=lambda entry: entry.where.file == here.where.file, default=None)
        counted = f"the records give {right:f}" if self._count(key) is not None else ""
        other = f"{there.where} has {there.text}" if there is not None else ""
        if there is not None:
            return f"{other} and {counted}" if counted else other
        others = len(self._places[key]) - 1
        return f"the other {others} places of this figure have the same, but {counted}" if others else counted


def _of_files(evidence: Evidence, release: Release | None) -> Iterable[Stated]:
    """What data files say that are not among the documents."""
    if release is None:
        return
    read = {document.file for document in evidence.documents}
    if not any(file.endswith(OBSERVATIONS) for file in read):
        for entry in release.observed.values():
            if entry.value is not None:
                yield Stated(figure=entry.id, value=entry.value, text=f"{entry.value:f}", where=entry.where)
    yield from release.stated


def _key(entry: Stated) -> Key:
    return entry.figure, entry.side


def _named(key: Key) -> str:
    identifier, side = key
    return identifier if side is Side.VALUE else f"{identifier} ({side.value})"


def _place(key: str) -> Place:
    """Row and column of a figure's id, which begins with its table."""
    row, _, column = key.partition(".")[2].rpartition(".")
    return row, column


def _alike(wrong: Sequence[Stated]) -> list[list[Stated]]:
    """Places of one file that have the same wrong value, together."""
    found: dict[tuple[str, Decimal], list[Stated]] = {}
    for entry in wrong:
        found.setdefault((entry.where.file, entry.value), []).append(entry)
    return list(found.values())
