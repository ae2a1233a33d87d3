"""What a boundary file must be: one valid polygon for each local area of the date, and for no other in England.

Every fault that can be seen at once is named, and nothing is repaired: a guess would move a border.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from areasend.publication.boundaries.model import KnownArea
from areasend.publication.boundaries.opening import Opened

# Further from any origin than degrees or metres on earth can be; beyond it arithmetic overflows.
_WORLD = 1e8
_CODE = re.compile(r"[A-Z]\d{8}", re.ASCII)


def content_faults(found: Opened, areas: Sequence[KnownArea]) -> Iterator[str]:
    """Faults of codes and shapes. The rest of the United Kingdom is not looked at."""
    strange = sorted({code for code in found.codes if not _CODE.fullmatch(code)})
    if strange:
        yield f"These are no codes of the ONS (a letter and eight digits): {_listed(map(repr, strange))}."
    english = {
        code: name for code, name in zip(found.codes, found.names, strict=True) if _CODE.match(code) and code[0] == "E"
    }
    yield from _code_faults(found, english, {area.code: area.name for area in areas})
    yield from _shape_faults(
        (code, english[code], shape) for code, shape in zip(found.codes, found.shapes, strict=True) if code in english
    )


def _code_faults(found: Opened, english: dict[str, str], known: dict[str, str]) -> Iterator[str]:
    twice = sorted(code for code, times in Counter(found.codes).items() if times > 1 and code in english)
    if twice:
        yield f"These codes stand more than once: {_areas(english, twice)}. Each area needs one shape."
    missing, extra = sorted(known.keys() - english.keys()), sorted(english.keys() - known.keys())
    if missing or extra:
        yield (
            f"It is of {found.vintage} and does not have the {len(known)} local areas of the date of the release. "
            "Use the file of a year that does."
        )
    if missing:
        yield f"Local areas without a shape ({len(missing)}): {_areas(known, missing)}."
    if extra:
        yield f"Shapes of no local area ({len(extra)}): {_areas(english, extra)}."


def _shape_faults(rows: Iterable[tuple[str, str, Any]]) -> Iterator[str]:
    import shapely

    for code, name, shape in rows:
        if shape is None or shapely.is_empty(shape):
            yield f"{code} {name} has no shape, or a broken one."
        elif shape.geom_type not in ("Polygon", "MultiPolygon"):
            yield f"{code} {name} is a {shape.geom_type}, not a polygon. Use a file of boundaries, not of centres."
        elif not all(abs(edge) < _WORLD for edge in shapely.bounds(shape).tolist()):
            yield f"{code} {name} has points that are nowhere on earth."
        elif not shapely.is_valid(shape):
            yield f"{code} {name} is no valid polygon: {shapely.is_valid_reason(shape)}."


def box_faults(coverage: Any) -> Iterator[str]:
    """Whether shapes in metres of British National Grid lie where Great Britain does."""
    import shapely

    west, south, east, north = (float(edge) for edge in shapely.total_bounds(coverage))
    if not (0 <= west <= east <= 700_000 and 0 <= south <= north <= 1_300_000):
        yield (
            f"Its shapes are not in Great Britain: they reach from {west:.0f}, {south:.0f} to {east:.0f}, {north:.0f} "
            "metres of British National Grid. The file may name a coordinate system that it does not use."
        )


def coverage_faults(coverage: Any, codes: Sequence[str], areas: Sequence[KnownArea]) -> Iterator[str]:
    """Whether neighbours meet without overlapping, at the same points, so that they can be simplified together."""
    import shapely

    edges = shapely.coverage_invalid_edges(coverage)
    names = {area.code: area.name for area in areas}
    bad = [code for code, edge in zip(codes, edges, strict=True) if edge is not None and not shapely.is_empty(edge)]
    if bad:
        yield f"These areas overlap others, or do not share the points of their borders: {_areas(names, bad)}."


def _areas(names: dict[str, str], codes: Iterable[str]) -> str:
    return _listed(f"{code} {names[code]}" for code in codes)


def _listed(parts: Iterable[str]) -> str:
    return ", ".join(parts)
