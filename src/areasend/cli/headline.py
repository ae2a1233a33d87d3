"""What `areasend release build` prints of a release: its headline figures in some lines."""

from collections.abc import Iterator

from areasend.check.workbook import Status, WorkbookReport
from areasend.framework import Outcome
from areasend.publication import Release
from areasend.statistics import Counted, Figure, Table, long_date


def headline(release: Release, report: WorkbookReport) -> Iterator[str]:
    """The lines, each number from its figure."""
    counted = release.counted
    yield f"{release.title}. {release.status_title}"
    start, total = long_date(counted.since_start.start), _text(counted, "outcomes-since-2023", "total")
    yield f"  Full inspections with a recorded outcome since {start}: {total}{_in_year(counted)}"
    yield f"  {', '.join(_outcome(counted, outcome) for outcome in counted.version.outcomes)}"
    columns = counted.table("coverage").columns[1:5]
    areas = (f"{column.title.lower()} {_text(counted, 'coverage', column.name)}" for column in columns)
    yield f"  {', '.join(areas).capitalize()}"
    if counted.themes is not None:
        yield f"  Themes, for improvement and for priority action. {counted.themes.who}"
        yield from _themes(counted.table("themes"))
    counts = ", ".join(f"{report.count(status)} {status.value}" for status in Status)
    yield f"  Workbook check, points: {counts}"


def _in_year(counted: Counted) -> str:
    """The inspections of the year, in a release that counts them by themselves."""
    if all(table.id != "outcomes-in-year" for table in counted.tables):
        return ""
    return f", in {counted.as_at.year}: {_text(counted, 'outcomes-in-year', 'total')}"


def _outcome(counted: Counted, outcome: Outcome) -> str:
    figure = counted.table("outcomes-since-2023").figure("england", f"{outcome.key}_pct")
    return f"{outcome.short_label} {_text(counted, 'outcomes-since-2023', outcome.key)}{_share(figure)}"


def _themes(table: Table) -> Iterator[str]:
    for row in table.rows:
        said = (
            f"{table.figure(row.key, kind).text} of {table.figure(row.key, f'{kind}_base').text}"
            f"{_share(table.figure(row.key, f'{kind}_pct'))}"
            for kind in ("afi", "apa")
        )
        yield f"    {row.cells[0]}: {', '.join(said)}"


def _share(figure: Figure) -> str:
    return "" if figure.denominator == 0 else f" ({figure.text}%)"


def _text(counted: Counted, table: str, column: str) -> str:
    return counted.table(table).figure("england", column).text
