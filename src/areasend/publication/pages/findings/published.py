"""`published.html`: each share of a theme as coded here and as the research report printed it."""

from collections.abc import Iterator
from dataclasses import dataclass

from areasend.publication.pages.site import Site
from areasend.statistics import Cell


@dataclass(frozen=True, kw_only=True, slots=True)
class Beside:
    """A share of a theme and kind, ours and the published one. `cells` are those of the table, by their names."""

    key: str
    theme_name: str
    kind: str
    cells: dict[str, Cell]

    @property
    def is_impossible(self) -> bool:
        """Whether no count of the base gives the published share when it is rounded."""
        return all(str(self.cells[rounding]).startswith("no count") for rounding in ("half_up", "half_even"))


def beside(site: Site) -> Iterator[Beside]:
    """The rows of the table themes-published."""
    table = site.release.counted.table("themes-published")
    for row in table.rows:
        named = table.named(row)
        yield Beside(key=row.key, theme_name=str(named["theme"]), kind=str(named["finding"]), cells=named)


def published_page(site: Site) -> tuple[str, bytes]:
    """`published.html`."""
    counted = site.release.counted
    return site.page(
        "published",
        "published.html",
        title="Themes as coded here and as published",
        description="Each share of a theme as coded here, beside the one that the research report printed",
        table=counted.table("themes-published"),
        impossible=[entry for entry in beside(site) if entry.is_impossible],
    )
