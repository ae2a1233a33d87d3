"""Contrast of two colours as WCAG 2.2 defines it (relative luminance of sRGB)."""

from areasend.check.workbook.model import Look

WHITE, BLACK = "#FFFFFF", "#000000"


def contrast(first: str, second: str) -> float:
    """
    >>> round(contrast("#12436D", "#FFFFFF"), 2), round(contrast("#FFFFFF", "#28A197"), 2)
    (10.25, 3.17)
    """
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def contrast_of(look: Look) -> float:
    background = look.background or WHITE
    if look.colour is None:
        return max(contrast(BLACK, background), contrast(WHITE, background))
    return contrast(look.colour, background)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
