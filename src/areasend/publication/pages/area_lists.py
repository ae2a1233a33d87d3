"""Lists of local areas: all of them, those of each region, and those of each class. Always by name, never ranked."""

from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import normalize

from areasend.publication.classes import class_figures, class_labels
from areasend.publication.pages.area_text import AreaText
from areasend.publication.pages.site import Site
from areasend.statistics import ENGLAND, Figure


@dataclass(frozen=True, kw_only=True, slots=True)
class AreaList:
    """A list with its address beside `areas/index.html`, and the figures that count it."""

    key: str
    name: str
    phrase: str
    address: str
    figures: tuple[Figure, ...]
    areas: tuple[AreaText, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class OtherName:
    """A name by which an area is also known, or that of a predecessor."""

    name: str
    areas: tuple[AreaText, ...]


def area_lists(site: Site, areas: tuple[AreaText, ...]) -> Iterator[tuple[str, bytes]]:
    """`areas/index.html`, `areas/in/<region>/index.html` and `areas/with/<class>/index.html`."""
    named = tuple(sorted(areas, key=lambda area: area.plain_name.casefold()))
    regions, classes = tuple(_regions(site, named)), tuple(_classes(site, named))
    yield site.page(
        "areas",
        "areas/index.html",
        title="Local areas",
        description="The local areas of England: find yours, and what inspectors concluded there",
        areas=named,
        regions=regions,
        classes=[kind for kind in classes if kind.areas],
        other_names=_other_names(named),
        searched=searched,
        total=site.release.counted.table("coverage").figure(ENGLAND, "local_areas"),
    )
    for chosen in regions:
        yield _list_page(site, chosen, f"Local areas in {chosen.phrase}", others=regions, by_region=False)
    for chosen in classes:
        yield _list_page(site, chosen, f"Local areas: {chosen.phrase}", others=classes, by_region=True)


def _list_page(
    site: Site, chosen: AreaList, title: str, *, others: tuple[AreaList, ...], by_region: bool
) -> tuple[str, bytes]:
    return site.page(
        "area_list",
        f"areas/{chosen.address}",
        title=title,
        description=f"{title}, with the outcome of the latest inspection",
        chosen=chosen,
        others=[other for other in others if other is not chosen],
        by_region=by_region,
    )


def _regions(site: Site, areas: tuple[AreaText, ...]) -> Iterator[AreaList]:
    counted = site.release.counted
    coverage = counted.table("coverage")
    for region in counted.framework.ofsted_regions:
        yield AreaList(
            key=region.key,
            name=region.name,
            phrase=region.phrase,
            address=f"in/{region.key}/index.html",
            figures=(coverage.figure(region.key, "local_areas"),),
            areas=tuple(area for area in areas if area.region_key == region.key),
        )


def _classes(site: Site, areas: tuple[AreaText, ...]) -> Iterator[AreaList]:
    """Also the classes that hold no area: the address of a list is there in every release."""
    counted = site.release.counted
    table = counted.table("areas-by-latest-outcome")
    for key, label in class_labels(counted.version).items():
        chosen = tuple(area for area in areas if area.kind == key)
        yield AreaList(
            key=key,
            name=label,
            phrase=label[:1].lower() + label[1:],
            address=f"with/{key.replace('_', '-')}/index.html",
            figures=class_figures(table, key),
            areas=chosen,
        )


def _other_names(areas: tuple[AreaText, ...]) -> list[OtherName]:
    """Every other name once, with all the areas that it can mean."""
    known: dict[str, list[AreaText]] = {}
    for area in areas:
        others = (name.removesuffix(" (former)") for name in area.other_names)
        for name in dict.fromkeys((*others, *area.predecessors)):
            known.setdefault(name, []).append(area)
    return [OtherName(name=name, areas=tuple(known[name])) for name in sorted(known, key=str.casefold)]


def searched(area: AreaText) -> str:
    """The names under which the search box finds an area, in plain small letters.

    >>> folded("St. Helens"), folded("Côte d’Azur")
    ('st helens', 'cote dazur')
    """
    names = (area.plain_name, area.name, *area.other_names, *area.predecessors)
    return "|".join(dict.fromkeys(map(folded, names)))


def folded(name: str) -> str:
    """A name without accents, punctuation and capitals, as the search compares it."""
    plain = normalize("NFKD", name).casefold().replace("&", " and ").replace("-", " ")
    return " ".join(
        "".join(letter for letter in plain if letter.isascii() and (letter.isalnum() or letter == " ")).split()
    )
