"""What sets the releases of one kind apart; what all releases have in common asks it, and knows no kind."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from areasend.statistics import Counted

if TYPE_CHECKING:
    from areasend.publication.charts import Chart
    from areasend.publication.pages.area_pages import AreaSection
    from areasend.publication.pages.site import Site

# The name of a page in a menu, and its address.
Entry = tuple[str, str]


class ReleaseKind(StrEnum):
    """The yearly release with its commentary, the twice-a-year tables without, or the report on what was found."""

    STATISTICS = "statistics"
    MANAGEMENT_INFORMATION = "management-information"
    FINDINGS = "findings"


@dataclass(frozen=True, kw_only=True, slots=True)
class Edition:
    """The words, menus, charts and pages of a kind; which tables it has is for statistics to say.

    `in_id` parts its ids from those of another kind as at the same date; `config` is its packaged configuration,
    `glossary` the parts of the glossary that it needs, `map_number` the number of the map among its figures. Pages with
    numbers of tables whose ids begin as in `labelled` say whose coding they rest on. `pages` are those that not every
    kind has, `quality` lays out the page on quality, and `area_sections` what the page of a local area says beyond its
    inspections, by the code of the area.
    """

    kind: ReleaseKind
    in_id: str
    kind_text: str
    subject: str
    described: str
    abbreviations: tuple[str, ...]
    config: str
    glossary: tuple[str, ...]
    top: tuple[Entry, ...]
    foot: tuple[Entry, ...]
    map_number: int
    labelled: tuple[str, ...]
    charts: Callable[[Counted], "tuple[Chart, ...]"]
    pages: Callable[["Site"], Iterable[tuple[str, bytes]]]
    quality: Callable[["Site"], tuple[str, bytes]]
    area_sections: "Callable[[Site], Mapping[str, AreaSection]]"
