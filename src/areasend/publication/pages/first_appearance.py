"""`first-appearance.html`: which figures were public before this release, where, when, and with which value there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from areasend.publication.pages.change_pages import value
from areasend.publication.pages.site import Site
from areasend.publication.placing import timed
from areasend.publication.wording import upper_first
from areasend.statistics import Cell, Source, Table

# A page is to stay under 150 kB with its frame (issue 3): bytes of rows, and those of a row beside its own words.
_PAGE, _ROW = 115_000, 260


@dataclass(frozen=True, kw_only=True, slots=True)
class Appeared:
    """A figure in one place; `place` is empty where the figure has the same id there."""

    label: str
    here: Markup
    place: str
    there: str
    result: str

    @property
    def weight(self) -> int:
        return _ROW + len(self.label) + len(self.here) + len(self.place) + len(self.there)


@dataclass(frozen=True, kw_only=True, slots=True)
class Publication:
    """Where figures were public; `rest` is how many more of them stand in the CSV file alone."""

    name: str
    source: str
    published: Markup
    rows: tuple[Appeared, ...]
    rest: int


def first_appearance_page(site: Site, table: Table) -> tuple[str, bytes]:
    """The page, publication by publication; those of the series itself come last and give way if it grows too long."""
    named = [table.named(row) for row in table.rows]
    return site.page(
        "first_appearance",
        "first-appearance.html",
        title="Figures that were public before",
        description="Each figure of this release that was public elsewhere before it, with its value there",
        publications=list(_publications(site, named)),
    )


def _publications(site: Site, rows: Iterable[dict[str, Cell]]) -> Iterator[Publication]:
    groups: dict[tuple[bool, str, str, str], list[dict[str, Cell]]] = {}
    for row in rows:
        in_series = row["source"] == Source.SERIES.value
        groups.setdefault((in_series, str(row["published"]), str(row["publication"]), str(row["source"])), []).append(
            row
        )
    room = _PAGE
    for (_, published, name, source), found in sorted(groups.items(), key=lambda group: group[0]):
        shown = []
        for appeared in (_appeared(site, row) for row in found):
            room -= appeared.weight
            if room < 0:
                break
            shown.append(appeared)
        day = timed(date.fromisoformat(published))
        yield Publication(name=name, source=source, published=day, rows=tuple(shown), rest=len(found) - len(shown))


def _appeared(site: Site, row: dict[str, Cell]) -> Appeared:
    figure = site.placer.figure(str(row["figure_id"]))
    in_series = row["source"] == Source.SERIES.value
    return Appeared(
        label=upper_first(figure.label),
        here=site.placer.place(figure),
        place="" if in_series else str(row["place"]),
        there=value(str(row["value_there"]), "%" if figure.unit == "per cent" else ""),
        result=str(row["result"]),
    )
