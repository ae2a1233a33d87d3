"""What of a page its readers do not read: menus, banners and footers (furniture), and what is not shown at all."""

import re
from enum import Enum
from functools import lru_cache

from lxml.etree import _Element

UNSHOWN_TAGS = frozenset(
    {
        "script",
        "style",
        "template",
        "noscript",
        "iframe",
        "object",
        "embed",
        "audio",
        "video",
        "canvas",
        "select",
        "datalist",
        "textarea",
        "del",
        "s",
        "strike",
        "head",
        "rp",
        "rt",
    }
)
_FURNITURE_TAGS = frozenset({"nav", "button", "dialog", "menu"})
_FURNITURE_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu"})
_FURNITURE_CLASSES = re.compile(
    r"skip-?link|cookie|breadcrumb|pagination|phase-banner|contents-list|related-navigation|feedback|print-link"
    r"|back-to-top|share-links|site-?header|site-?footer",
    re.IGNORECASE,
)
_NEVER_BY_CLASS = frozenset({"html", "body", "main", "article", "table", "tr", "td", "th"})
_FOR_EARS = frozenset({"govuk-visually-hidden", "visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text"})
_INLINE = frozenset({"span", "a", "abbr", "strong", "em", "b", "i", "small", "label"})
_UNSHOWN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-list\s*:\s*ignore", re.I
)


class Reading(Enum):
    """How an element is read: as the text around it, as furniture, or not at all."""

    AS_AROUND = "as around"
    FURNITURE = "furniture"
    UNSHOWN = "unshown"


def reading_of(element: _Element, tag: str, inside: bool) -> Reading:
    """How to read an element; `inside` is set within `main` or `article`, whose headers and forms differ."""
    if element.get("hidden") is not None or _UNSHOWN_STYLE.search(element.get("style", "")):
        return Reading.UNSHOWN
    classes = element.get("class", "")
    if classes and tag in _INLINE and _is_for_ears(classes):
        return Reading.UNSHOWN
    if element.get("role") in _FURNITURE_ROLES:
        return Reading.FURNITURE
    if classes and tag not in _NEVER_BY_CLASS and _is_furniture(classes):
        return Reading.FURNITURE
    return by_tag(tag, inside)


def by_tag(tag: str, inside: bool) -> Reading:
    """How to read an element of which nothing but the tag is known."""
    if tag in UNSHOWN_TAGS:
        return Reading.UNSHOWN
    # A form around a whole page, as some servers write it, is no form that asks something within the text.
    if tag in _FURNITURE_TAGS or (tag in {"header", "footer"} and not inside) or (tag == "form" and inside):
        return Reading.FURNITURE
    return Reading.AS_AROUND


@lru_cache(maxsize=4096)
def _is_furniture(classes: str) -> bool:
    return _FURNITURE_CLASSES.search(classes) is not None


@lru_cache(maxsize=4096)
def _is_for_ears(classes: str) -> bool:
    return not _FOR_EARS.isdisjoint(classes.split())
