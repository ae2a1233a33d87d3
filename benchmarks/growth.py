"""A record set grown k times, to measure how the cost of a release grows with the register.

Everything that the codes of the records allow grows k times: inspections with their findings and codings, thematic
visits, quoted and printed figures, documents. Local areas and their names grow k times too, but at most 5 times: each
needs a three-digit DfE code of its own from 200 to 999, which is 800 codes for 153 areas. The k copies of an
inspection go round the copies of its area; the second to go to the same area is a re-inspection, moved by whole weeks
to the first free ones of the same period, so that a register grown k times also counts k times as many inspections as
at the packaged date. The set passes `areasend records validate`. It is a load for a clock, not data: nothing of it
may be published.

    python benchmarks/growth.py --times 10 --out DIR
"""

import argparse
import csv
import io
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

RECORDS = Path(__file__).resolve().parent.parent / "src" / "areasend" / "register" / "data" / "records"
DFE_CODES = range(200, 1000)
COMPLETE_TO = date(2024, 12, 31)
PERIODS = (date(2023, 1, 2), COMPLETE_TO), (date(2025, 1, 6), date(2026, 12, 18))
WEEK = timedelta(days=7)

Row = dict[str, str]


class DoesNotFit(Exception):
    """The register cannot be grown that many times within the periods of its inspections."""


@dataclass(kw_only=True)
class Growth:
    """How often, and what has been given out so far."""

    times: int
    areas: list[Row]
    codes: dict[tuple[str, int], str] = field(default_factory=dict)
    since: dict[str, date] = field(default_factory=dict)
    taken: dict[str, list[tuple[date, date]]] = field(default_factory=dict)
    moves: dict[tuple[str, str, int], Row] = field(default_factory=dict)

    @property
    def area_times(self) -> int:
        return min(self.times, len(DFE_CODES) // len(self.areas))


def grow(source: Path, out: Path, times: int) -> None:
    """Writes the record set in `source`, grown, into the new folder `out`."""
    growth = Growth(times=times, areas=read(source / "local_areas.csv"))
    out.mkdir(parents=True)
    shutil.copyfile(source / "register.toml", out / "register.toml")
    write(out / "local_areas.csv", grown_areas(growth))
    write(out / "area_names.csv", grown_names(growth, read(source / "area_names.csv")))
    write(out / "inspections.csv", grown_inspections(growth, read(source / "inspections.csv")))
    for name in ("coders", "thematic_topics", "adjudications"):
        shutil.copyfile(source / f"{name}.csv", out / f"{name}.csv")
    for name in ("findings", "codings", "adjudications", "leadership_statements"):
        rows = read(source / f"{name}.csv")
        if rows:
            write(out / f"{name}.csv", grown_with_inspections(growth, rows))
    write(out / "thematic_visits.csv", grown_visits(growth, read(source / "thematic_visits.csv")))
    write(out / "documents.csv", numbered(growth, read(source / "documents.csv"), titled))
    for name in ("survey_returns", "context_figures", "printed_figures"):
        write(out / f"{name}.csv", numbered(growth, read(source / f"{name}.csv"), quoting))


def grown_areas(growth: Growth) -> Iterator[Row]:
    """The areas and their copies; a copy keeps region, kind and life, and gets codes and a name of its own."""
    used = {area["dfe_la_code"] for area in growth.areas}
    free = (str(code) for code in DFE_CODES if str(code) not in used)
    for copy in range(growth.area_times):
        for number, area in enumerate(growth.areas):
            new = dict(area)
            if copy:
                new |= {name: f"{area[name]} {copy + 1}" for name in ("name", "plain_name")}
                new["gss_code"] = f"{area['gss_code'][:3]}{900_000 + 1_000 * copy + number}"
                new |= {"dfe_la_code": next(free), "ofsted_urn": str(9_000_000 + 1_000 * copy + number)}
            growth.codes[area["gss_code"], copy] = new["gss_code"]
            growth.since[new["gss_code"]] = date.fromisoformat(area["valid_from"] or "2023-01-01")
            yield new


def placed(growth: Growth, row: Row, copy: int) -> Row:
    """A row of an area, given to the copy of the area whose turn it is."""
    turn = copy % growth.area_times
    if not turn:
        return dict(row)
    return row | {"gss_code": growth.codes[row["gss_code"], turn], "local_area": f"{row['local_area']} {turn + 1}"}


def grown_names(growth: Growth, names: list[Row]) -> Iterator[Row]:
    """A copy of an area has the same names with its number."""
    for copy in range(growth.area_times):
        for row in names:
            yield placed(growth, row, copy) | ({"name": f"{row['name']} {copy + 1}"} if copy else {})


def grown_inspections(growth: Growth, inspections: list[Row]) -> Iterator[Row]:
    """First the real dates for every copy of an area, so that re-inspections move round them."""
    for copy in range(growth.times):
        for number, row in enumerate(inspections):
            new = placed(growth, row, copy)
            if copy and new["report_url"]:
                new["report_url"] = f"https://files.ofsted.gov.uk/v1/file/{90_000_000 + 1_000 * copy + number}"
            moved(growth, new, row, again=copy // growth.area_times)
            growth.moves[row["gss_code"], row["inspection_start"], copy] = new
            yield new


def grown_with_inspections(growth: Growth, rows: list[Row]) -> Iterator[Row]:
    """What is known by its inspection, such as findings, goes with each of its copies: these must have been made."""
    for copy in range(growth.times):
        for row in rows:
            new = growth.moves[row["gss_code"], row["inspection_start"], copy]
            yield row | {name: new[name] for name in ("gss_code", "local_area", "inspection_start")}


def moved(growth: Growth, new: Row, row: Row, *, again: int) -> None:
    """Gives an inspection its weeks: its own, or the first free ones of its period if it is a re-inspection."""
    if not row["inspection_start"]:
        published = date.fromisoformat(row["publication_date"]) + again * timedelta(days=1)
        new["publication_date"] = published.isoformat()
        return
    start, end = (date.fromisoformat(row[name]) for name in ("inspection_start", "inspection_end"))
    taken = growth.taken.setdefault(new["gss_code"], [])
    shift = free_weeks(start, end, taken, growth.since[new["gss_code"]]) if again else timedelta(0)
    taken.append((start + shift, end + shift))
    for name in ("inspection_start", "inspection_end", "publication_date"):
        if row[name]:
            new[name] = (date.fromisoformat(row[name]) + shift).isoformat()


def free_weeks(start: date, end: date, taken: list[tuple[date, date]], since: date) -> timedelta:
    """How far to move an inspection: spread over its period, where its area exists and has no other inspection."""
    first, last = next((first, last) for first, last in PERIODS if first <= start <= last)
    weeks = (last - first) // WEEK
    for step in range(1, weeks):
        to = (start - first) // WEEK + 37 * step
        shift = first + (to % weeks) * WEEK - (start - timedelta(days=start.weekday()))
        begins, ends = start + shift, end + shift
        clear = all(ends < other or until < begins for other, until in taken)
        if clear and max(first, since) <= begins and ends <= last:
            return shift
    raise DoesNotFit(f"no free week from {first} to {last} for another inspection; grow the register fewer times")


def grown_visits(growth: Growth, visits: list[Row]) -> Iterator[Row]:
    """A second visit to the same copy of an area in the same year is to another theme."""
    for copy in range(growth.times):
        again = copy // growth.area_times
        for row in visits:
            yield placed(growth, row, copy) | ({"theme": f"{row['theme']} {again + 1}"} if again else {})


def numbered(growth: Growth, rows: list[Row], also: Callable[[Row, int], Row]) -> Iterator[Row]:
    """Rows that have an id; a copy's id ends in its number."""
    for copy in range(growth.times):
        for row in rows:
            yield row | ({"id": f"{row['id']}-{copy + 1}"} | also(row, copy + 1) if copy else {})


def titled(row: Row, number: int) -> Row:
    return {"title": f"{row['title']} {number}"}


def quoting(row: Row, number: int) -> Row:
    return {"document": f"{row['document']}-{number}"}


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, rows: Iterator[Row]) -> None:
    every = list(rows)
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=list(every[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(every)
    path.write_text(text.getvalue(), encoding="utf-8", newline="")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    options = parser.parse_args()
    grow(RECORDS, options.out, options.times)


if __name__ == "__main__":
    main()
