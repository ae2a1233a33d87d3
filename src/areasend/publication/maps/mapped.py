"""What is drawn of a local area, and the key of the classes with their counts."""

from collections.abc import Iterator
from dataclasses import dataclass

from areasend.framework import FrameworkVersion
from areasend.publication.addresses import area_address
from areasend.publication.classes import class_figures, class_labels, class_of
from areasend.publication.palette import LOOKS, NOT_KNOWN, Look
from areasend.statistics import Cell, Counted, Figure


@dataclass(frozen=True, kw_only=True, slots=True)
class MappedArea:
    """A row of the table areas. `kind` is its class, `ended` the last day of the inspection or a marker."""

    code: str
    name: str
    address: str
    region: str
    ons_region: str
    kind: str
    words: str
    ended: Cell

    @property
    def look(self) -> Look:
        return LOOKS[self.kind]

    @property
    def title(self) -> str:
        return f"{self.name}: {self.words}"


@dataclass(frozen=True, kw_only=True, slots=True)
class KeyEntry:
    """A class with the figures that count its areas: one, or two for what is not known."""

    kind: str
    label: str
    figures: tuple[Figure, ...]

    @property
    def look(self) -> Look:
        return LOOKS[self.kind]


def mapped_areas(counted: Counted) -> tuple[MappedArea, ...]:
    """Every local area of the date, in the order of the table areas."""
    table, words = counted.table("areas"), _short_labels(counted.version)
    return tuple(_mapped(table.named(row), words) for row in table.rows)


def _mapped(named: dict[str, Cell], words: dict[str, str]) -> MappedArea:
    kind, name = class_of(named), str(named["plain_name"])
    return MappedArea(
        code=str(named["gss_code"]),
        name=name,
        address=area_address(name),
        region=str(named["ofsted_region"]),
        ons_region=str(named["ons_region"]),
        kind=kind,
        words=words[kind],
        ended=named["inspection_end"],
    )


def _short_labels(version: FrameworkVersion) -> dict[str, str]:
    return class_labels(version) | {outcome.key: outcome.short_label for outcome in version.outcomes}


def key_entries(counted: Counted) -> tuple[KeyEntry, ...]:
    """The classes in their order. What is not known has an entry only where an area is of that class."""
    return tuple(_entries(counted))


def _entries(counted: Counted) -> Iterator[KeyEntry]:
    table = counted.table("areas-by-latest-outcome")
    for kind, label in class_labels(counted.version).items():
        figures = class_figures(table, kind)
        if kind != NOT_KNOWN or any(figure.value for figure in figures):
            yield KeyEntry(kind=kind, label=label, figures=figures)
