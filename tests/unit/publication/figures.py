"""Figures made for tests: a share of so many, a count of so many."""

from fractions import Fraction

from areasend.statistics import Figure, Kind, Marker


def share(part: int, base: int) -> Figure:
    records = tuple(f"r{number}" for number in range(base))
    value = Fraction(100 * part, base) if base else Marker.NOT_APPLICABLE
    return Figure(
        id="t.r.c", label="l", kind=Kind.PERCENT, unit="per cent", value=value, records=records[:part], base=records
    )


def counted(number: int, figure_id: str = "t.r.c") -> Figure:
    records = tuple(f"r{place}" for place in range(number))
    return Figure(id=figure_id, label="l", kind=Kind.COUNT, unit="inspections", value=number, records=records)
