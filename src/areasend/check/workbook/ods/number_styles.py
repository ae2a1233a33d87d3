"""Number styles of ODS that are plain enough to say what text a value must show (OpenDocument 1.3, part 3, 16.29)."""

from xml.etree.ElementTree import Element

from areasend.check.workbook.model import NumberFormat
from areasend.check.workbook.ods.names import NUMBER, STYLE

_PLAIN = {f"{NUMBER}number", f"{NUMBER}text", f"{STYLE}text-properties"}


def number_format(style: Element) -> NumberFormat | None:
    """None for a style with conditions, fractions, exponents or more than one number: not predicted, not judged."""
    numbers = style.findall(f"{NUMBER}number")
    if len(numbers) != 1 or any(child.tag not in _PLAIN for child in style) or len(numbers[0]):
        return None
    number = numbers[0]
    prefix, suffix = _around(style, number)
    percent = style.tag == f"{NUMBER}percentage-style"
    factor = number.get(f"{NUMBER}display-factor", "1")
    if factor != "1" or _whole(number.get(f"{NUMBER}min-integer-digits", "1")) not in {0, 1}:
        return None
    decimals = number.get(f"{NUMBER}decimal-places")
    if number.get(f"{NUMBER}min-decimal-places", decimals) != decimals:
        return None
    return NumberFormat(
        decimals=None if decimals is None else _whole(decimals),
        grouping=number.get(f"{NUMBER}grouping") == "true",
        percent=percent,
        prefix=prefix,
        suffix=suffix,
    )


def _whole(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 3 else None


def _around(style: Element, number: Element) -> tuple[str, str]:
    children = list(style)
    at = children.index(number)
    texts = [(child.text or "") if child.tag == f"{NUMBER}text" else "" for child in children]
    return "".join(texts[:at]), "".join(texts[at + 1 :])
