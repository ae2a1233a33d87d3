"""How values are worded in pages: numbers with commas, dates in full, lists with "and". It formats; it never counts."""

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup, escape

from areasend.statistics import Figure, Kind, Marker


def number_text(figure: Figure) -> str:
    """The figure as prose prints it: thousands parted, per cent with its sign.

    A marker stands as it is.
    """
    sign = "%" if figure.unit == "per cent" and figure.kind is not Kind.DIFFERENCE else ""
    return digits(figure) + ("" if isinstance(figure.shown, Marker) else sign)


def digits(figure: Figure) -> str:
    """The figure's digits with commas, or its marker: what a cell under a heading with the unit shows."""
    shown = figure.shown
    if isinstance(shown, Marker):
        return shown.value
    places = -int(shown.as_tuple().exponent) if isinstance(shown, Decimal) else 0
    return f"{shown:,.{max(places, 0)}f}"


def listed(parts: Sequence[str]) -> Markup:
    """Several parts as a list in a sentence; what is markup stays so, plain text is escaped.

    >>> print(listed(["A"]), listed(["A", "B"]), listed(["A", "B", "C"]), sep="; ")
    A; A and B; A, B and C
    """
    if len(parts) < 2:
        return Markup("").join(parts)
    return Markup(", ").join(parts[:-1]) + Markup(" and ") + escape(parts[-1])


def upper_first(text: str) -> str:
    """The text with a capital first letter, the rest as it is.

    >>> upper_first("the East Midlands")
    'The East Midlands'
    """
    return text[:1].upper() + text[1:]


def slug(name: str) -> str:
    """A name as a part of a web address.

    >>> slug("St. Helens"), slug("Bournemouth, Christchurch and Poole")
    ('st-helens', 'bournemouth-christchurch-and-poole')
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
