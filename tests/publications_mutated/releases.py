"""A release that areasend built, annotated from its own markup: a link to a figure says what each number counts.

The page of the main findings, the CSV files of the tables on it, and the file of all figures. That the release as
built is right is shown elsewhere; what the records say is counted anew from their CSV files.
"""

import csv
import html
import re
from collections import defaultdict
from fractions import Fraction
from io import StringIO
from pathlib import Path

from tests.publications_mutated.annotating import worth
from tests.publications_mutated.model import Choice, Grid, Key, Relation, Row, Span, Stand, Subject, Truth, Word
from tests.publications_mutated.truth import OUTCOMES, counted, rows

NUMBER = re.compile(
    r'(?P<quoted><q data-quoted="[^"]*">)?<a href="[^"#]*#(?P<id>[^"]+)">'
    r'<data value="(?P<value>[^"]*)">(?P<text>[^<]*)</data></a>'
)
TABLE = re.compile(r'<table data-(?:table|columns-of)="(?P<name>[^"]+)">.*?</table>', re.DOTALL)
ROW = re.compile(r"<tr>\n<th scope=\"row\">(?:<a [^>]*>)?(?P<label>[^<]*)(?:</a>)?</th>.*?</tr>\n", re.DOTALL)
HEAD = re.compile(r'<th scope="col" class="number">([^<]*)</th>')
PRINTED = re.compile(r"[\d,]+(?:\.\d+)?%?")
TILE = re.compile(r'<li class="areasend-outcome--[^"]*"><strong>(?P<name>[^<:]*):</strong>.*?</li>')
SHOWN_DATE = re.compile(r'<time datetime="[^"]*">(?P<day>\d+) (?P<month>[A-Z][a-z]+) (?P<year>\d{4})</time>')
REGION_WORDS = re.compile(r"was highest in (?P<name>the [^(<]*?|London) \((?P<numbers>.*?)\)\.")
PERIODS = {"outcomes-in-year": "year", "outcomes-since-2023": "since", "outcomes-by-region": "since"}
PERIODS |= {"outcome-shares-by-region": "since"}
VALUE = 16
WHOLES = ("total", "local_areas", "{part}_base")


class Release:
    """Gathers what is known of a release."""

    def __init__(self, folder: Path) -> None:
        text = (folder / "index.html").read_text(encoding="utf-8")
        self.files = {"index.html": text}
        self.text = text
        self.stands: dict[str, Stand] = {}
        self.at: dict[int, str] = {}
        self.words: list[Word] = []
        self.grids: list[Grid] = []
        self.relations: list[Relation] = []
        for place in NUMBER.finditer(text):
            self._number(place)
        for table in TABLE.finditer(text):
            self._table(folder, table)
        self._shares()
        self._words()
        self._observations(folder)

    def _observations(self, folder: Path) -> None:
        """The file of all figures: it says each once more, and is not changed itself."""
        file, start = "data/observations.csv", 0
        text = (folder / file).read_bytes().decode("utf-8")
        stated = {stand.key for stand in self.stands.values()}
        for line in text.split("\n"):
            cells = next(csv.reader([line.rstrip("\r")]), [])
            key = _key(cells[0]) if cells else ()
            if key in stated and PRINTED.fullmatch(cells[VALUE]) and line.count('"') == 0:
                begin = start + len(",".join(cells[:VALUE])) + 1
                span = Span(file, begin, begin + len(cells[VALUE]))
                value = worth(cells[VALUE])
                self.stands[f"{cells[0]} observed"] = Stand(
                    f"{cells[0]} observed", span, cells[VALUE], value, key, "observed"
                )
            start += len(line) + 1
        self.files[file] = text

    def _number(self, place: re.Match[str]) -> None:
        text = place["text"]
        key = _key(place["id"])
        if not PRINTED.fullmatch(text) or not key:
            return
        name = f"{place['id']} at {place.start()}"
        twin = Span("index.html", place.start("value"), place.end("value"))
        span = Span("index.html", place.start("text"), place.end("text"))
        sort = _sort(key, quoted=bool(place["quoted"]))
        in_table = self.text.rfind("<table", 0, place.start()) > self.text.rfind("</table", 0, place.start())
        self.stands[name] = Stand(name, span, text, worth(text), key, sort, in_table=in_table, twins=(twin,))
        self.at[place.start()] = name

    def within(self, start: int, end: int) -> tuple[str, ...]:
        return tuple(name for place, name in self.at.items() if start <= place < end)

    def _table(self, folder: Path, table: re.Match[str]) -> None:
        found = []
        for row in ROW.finditer(self.text, table.start(), table.end()):
            cells = self.within(row.start(), row.end())
            if cells and len({self.stands[name].key[3] for name in cells}) == 1:
                label = Span("index.html", row.start("label"), row.end("label"))
                whole = Span("index.html", row.start(), row.end())
                found.append(Row(label, self.stands[cells[0]].key[3], cells, whole))
        widths = {len(row.cells) for row in found}
        if len(widths) != 1:
            return
        facets = tuple(self.stands[name].key[2] for name in found[0].cells)
        heads = tuple(
            Span("index.html", *place.span(1)) for place in HEAD.finditer(self.text, table.start(), table.end())
        )
        fitting = heads if len(heads) == len(facets) else ()
        self.grids.append(Grid(f"index.html {table['name']}", tuple(found), facets, fitting))
        self._sums([row.cells for row in found], table["name"])
        self._beside(folder / "data" / f"{table['name']}.csv", table["name"], found)

    def _sums(self, cells: list[tuple[str, ...]], name: str) -> None:
        adding = [parts for row in cells if (parts := self._total_and_parts(row))]
        if len(adding) == len(cells):
            self.relations += [Relation("adds", parts, "the sum of the row") for parts in adding]
        parts = [row for row in cells if self.stands[row[0]].key[3] != "all"]
        for place, cell in enumerate(parts[0] if len(parts) > 1 else ()):
            column = tuple(row[place] for row in parts)
            whole = (*self.stands[cell].key[:3], "all")
            wholes = [one for one in self.stands.values() if one.key == whole]
            if wholes and wholes[0].value == sum(self.stands[part].value for part in column):
                self.relations.append(Relation("column", column, f"the total of {name}", number=3))
        self._mirror(cells)

    def _total_and_parts(self, row: tuple[str, ...]) -> tuple[str, ...]:
        """Where a table adds up: its total and the parts of it."""
        counts = [cell for cell in row if not self.stands[cell].key[2].endswith("_pct")]
        totals = [cell for cell in counts if self.stands[cell].key[2] == "total"]
        parts = [cell for cell in counts if cell not in totals]
        adds = totals and self.stands[totals[0]].value == sum(self.stands[part].value for part in parts)
        return (totals[0], *parts) if adds else ()

    def _mirror(self, cells: list[tuple[str, ...]]) -> None:
        """A table of pairs says each pair twice."""
        at = {self.stands[cell].key[2:]: cell for row in cells for cell in row}
        for (column, row), cell in at.items():
            if column < row and (row, column) in at and self.stands[cell].key[1] == "themes-together":
                self.relations.append(Relation("adds", (cell, at[row, column]), "the mirror cell"))

    def _beside(self, path: Path, name: str, found: list[Row]) -> None:
        """The CSV file of a table, where its labels and headings are those of the page."""
        if not path.is_file():
            return
        text = path.read_bytes().decode("utf-8")
        labels = {html.unescape(self.text[row.label.start : row.label.end]): row for row in found}
        lines = text.split("\n")
        heads = next(csv.reader([lines[0].rstrip("\r")]))
        start, made = len(lines[0]) + 1, []
        for line in lines[1:]:
            cells = next(csv.reader(StringIO(line.rstrip("\r"))), [])
            row = labels.get(cells[0]) if cells else None
            if row is not None and len(cells) == len(heads):
                made.append(self._line(path, name, (line, start), dict(zip(heads, cells, strict=True)), row.facet))
            start += len(line) + 1
        made = [cells for cells in made if cells]
        if len(made) == len(found):
            self.files[f"data/{path.name}"] = text
            self._sums(made, f"{name}.csv")
        else:
            for name in (cell for cells in made for cell in cells):
                del self.stands[name]

    def _line(self, path: Path, name: str, line: tuple[str, int], cells: dict[str, str], facet: str) -> tuple[str, ...]:
        text, start = line
        made = []
        end = len(text.rstrip("\r"))
        for head, cell in reversed(cells.items()):
            begin = end - len(cell)
            if text[begin:end] == cell and PRINTED.fullmatch(cell):
                key = ("figure", name, head, facet)
                stand = f"{path.name} {head} {facet}"
                span = Span(f"data/{path.name}", start + begin, start + end)
                self.stands[stand] = Stand(stand, span, cell, worth(cell), key, _sort(key), in_table=True)
                made.append(stand)
            end = begin - 1
        return tuple(reversed(made))

    def _shares(self) -> None:
        """Each share with the nearest of its count and whole before or after it."""
        places: dict[Key, list[Stand]] = defaultdict(list)
        for stand in self.stands.values():
            if stand.span.file == "index.html" and stand.sort != "quoted":
                places[stand.key].append(stand)
        for key, stands in places.items():
            if not key[2].endswith("_pct"):
                continue
            for stand in stands:
                name = key[2].removesuffix("_pct")
                part = _nearest(stand, places, key, [name])
                whole = _nearest(stand, places, key, [one.format(part=name) for one in WHOLES])
                if key[1] == "themes-by-outcome":
                    whole = _nearest(stand, places, ("figure", "outcomes-since-2023", name, "all"), [name])
                if part and whole:
                    self.relations.append(Relation("share", (stand.name, part, whole), "the percentage"))

    def _words(self) -> None:
        text = self.text
        for tile in TILE.finditer(text):
            names = [one["name"] for one in TILE.finditer(text) if one["name"] != tile["name"]]
            choices = tuple(Choice(name, _outcome(name)) for name in dict.fromkeys(names))
            self._word("category", tile.span("name"), choices, self.within(*tile.span()), 2)
        for found in REGION_WORDS.finditer(text):
            choices = tuple(
                Choice(one["name"], self.stands[self.within(*one.span())[0]].key[3])
                for one in REGION_WORDS.finditer(text)
                if one["name"] != found["name"]
            )
            self._word("region", found.span("name"), choices, self.within(*found.span()), 3)
        for day in SHOWN_DATE.finditer(text, text.index("<main"), text.index("</main")):
            shown = f"{day['day']} {day['month']} {day['year']}"
            earlier = shown.replace(day["year"], str(int(day["year"]) - 1))
            start = day.start("day")
            self._word("date", (start, day.end("year")), (Choice(earlier, against=("the markup",)),))
            impossible = Choice(f"32 {day['month']} {day['year']}", against=("the calendar", "the markup"))
            self._word("date", (start, day.end("year")), (impossible,))
            before = Choice(str(int(day["year"]) - 1), against=("the markup",))
            self._word("period", day.span("year"), (before,))
        for found in re.finditer(r">In (the remaining )?(?=<a )", text):
            stands = self.within(found.end(), found.end() + 2)
            if not stands:
                continue
            more = (Choice("In over ", relation=">"), Choice("In at least ", relation=">="), Choice("In "))
            self._word("qualifier", (found.start() + 1, found.end()), more, stands)

    def _word(
        self,
        sort: str,
        place: tuple[int, int],
        choices: tuple[Choice, ...],
        stands: tuple[str, ...] = (),
        index: int = 0,
    ) -> None:
        shown = self.text[place[0] : place[1]]
        others = tuple(choice for choice in choices if choice.text != shown)
        if others:
            name = f"{sort} {len(self.words)}"
            self.words.append(Word(name, Span("index.html", *place), shown, sort, others, stands, index))


def released(name: str, folder: Path, as_at: str) -> Subject:
    """The annotated release."""
    known = Release(folder)
    return Subject(
        name=name,
        files=known.files,
        stands=known.stands,
        words=tuple(known.words),
        grids=tuple(known.grids),
        relations=tuple(known.relations),
        truth=_truth(as_at),
    )


def _key(figure: str) -> Key:
    """The id of a figure, its facets in the order of other subjects: table, column, row."""
    parts = figure.split(".")
    if len(parts) != 3:
        return ()
    table, row, column = parts
    return ("figure", table, column, "all" if row == "england" else row)


def _sort(key: Key, *, quoted: bool = False) -> str:
    if quoted or key[1] in ("context", "survey-returns", "survey-parts"):
        return "quoted"
    if key[2].endswith("_pct"):
        return "percentage"
    return "total" if key[2] in ("total", "local_areas") or key[2].endswith("_base") else "count"


def _nearest(stand: Stand, places: dict[Key, list[Stand]], key: Key, columns: list[str]) -> str | None:
    """The nearest statistic of the same row in one of the columns, of its table or of the one that it is a share of."""
    tables = (key[1], "outcomes-by-region") if key[1] == "outcome-shares-by-region" else (key[1],)
    found = [one for table in tables for column in columns for one in places.get((key[0], table, column, key[3]), [])]
    nearest = min(found, key=lambda one: abs(one.span.start - stand.span.start), default=None)
    return nearest.name if nearest else None


def _outcome(name: str) -> str:
    return next(one for one in OUTCOMES if name.split()[0].lower() == one.split("_")[0])


def _truth(as_at: str) -> Truth:
    """Outcomes and coverage, counted from the records; of other tables nothing is said here."""
    count = counted(as_at)
    regions = {
        re.sub(r"[^a-z]+", "-", row["ofsted_region"].lower()).strip("-"): row["ofsted_region"]
        for row in rows("local_areas")
    }

    def truth(key: Key) -> Fraction | None:
        if key[:1] != ("figure",):
            return None
        _, table, column, row = key
        region = regions.get(row, "all" if row == "all" else "")
        outcome = "all" if column == "total" else column.removesuffix("_pct")
        period = PERIODS.get(table, "")
        if not region or not period or outcome not in ("all", *OUTCOMES):
            return None
        measure = "share" if column.endswith("_pct") else "inspections"
        return count((measure, as_at[:4] if period == "year" else period, outcome, region))

    return truth
