"""Reads a map back from its SVG, with a parser of somebody else, and holds it against the table of areas."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree, html

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Drawn:
    """One drawing: its areas in order as (code, class, title), and how often each has a shape with something in it."""

    areas: tuple[tuple[str, str, str], ...]
    links: tuple[str, ...]
    tabbed: tuple[str, ...]
    fills: Mapping[str, str]
    outlines: Mapping[str, tuple[str, ...]]


def page_maps(page: bytes) -> list[Drawn]:
    """The drawings of a page, in order."""
    tree = html.fromstring(page.decode())
    return [drawn(svg) for svg in tree.iterfind(".//figure//svg")]


def file_map(svg: bytes) -> Drawn:
    """The drawing of a file to download, the close-up and all."""
    return drawn(etree.fromstring(svg))


def drawn(svg: etree._Element) -> Drawn:
    areas = [element for element in svg.iter() if "data-code" in element.attrib]
    shapes = {id(area): [e for e in area if tag(e) in ("path", "circle")] for area in areas}
    assert all(shapes.values()), "an area without a shape"
    return Drawn(
        areas=tuple((a.get("data-code"), a.get("data-class"), named(a)) for a in areas),
        links=tuple(a.get("href") for a in areas if tag(a) == "a"),
        tabbed=tuple(a.get("data-code") for a in areas if tag(a) == "a" and a.get("tabindex") is None),
        fills={a.get("data-code"): shapes[id(a)][-1].get("fill") for a in areas},
        outlines={a.get("data-code"): tuple(e.get("d") for e in shapes[id(a)] if e.get("d")) for a in areas},
    )


def tag(element: etree._Element) -> str:
    return str(element.tag).removeprefix(SVG)


def named(area: etree._Element) -> str:
    (title,) = [element.text for element in area if tag(element) == "title"]
    assert area.get("aria-label") in (None, title)
    return str(title)


def key_counts(page: bytes) -> dict[str, int]:
    """The count of each class in the key of a page: the sum of its figures."""
    tree = html.fromstring(page.decode())
    return {
        entry.get("data-key"): sum(int(data.get("value")) for data in entry.iterfind(".//data"))
        for entry in tree.iterfind(".//*[@data-key]")
    }


def file_key_counts(svg: bytes) -> dict[str, int]:
    tree = etree.fromstring(svg)
    return {
        entry.get("data-key"): sum(
            map(int, re.findall(r"\d+", entry.findtext(f"{SVG}text[last()]").rpartition("(")[2]))
        )
        for entry in tree.iterfind(f".//{SVG}g[@data-key]")
    }


def table_rows(page: bytes) -> list[tuple[str, ...]]:
    """The table beside the map: address, name, region, outcome, day."""
    tree = html.fromstring(page.decode())
    (table,) = tree.iterfind(".//table")
    return [
        (row.find(".//a").get("href"), *(cell.text_content() for cell in row)) for row in table.iterfind("./tbody/tr")
    ]


def faults(maps: list[Drawn], key: Mapping[str, int], classes: Mapping[str, str]) -> Iterator[str]:
    """What differs between a map with its key and the class of each area by its code."""
    for place, one in enumerate(maps):
        codes = Counter(code for code, _, _ in one.areas)
        if any(times > 1 for times in codes.values()):
            yield "an area is drawn twice"
        if place == 0 and codes.keys() != classes.keys():
            yield f"other areas are drawn: {sorted(codes.keys() ^ classes.keys())}"
        for code, kind, _ in one.areas:
            if classes.get(code) != kind:
                yield f"{code} is drawn as {kind}"
        looks: dict[str, set[str]] = {}
        for code, kind, _ in one.areas:
            looks.setdefault(kind, set()).add(one.fills[code])
        if any(len(fills) != 1 for fills in looks.values()) or len({min(f) for f in looks.values()}) != len(looks):
            yield "a class has not one look of its own"
    counted = Counter(classes.values())
    if {kind: count for kind, count in key.items() if count} != dict(counted):
        yield f"the key counts {dict(key)}, the table has {dict(counted)}"
