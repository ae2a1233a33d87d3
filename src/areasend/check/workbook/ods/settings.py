"""View settings of an ODS file: active sheet, cursors and panes (`settings.xml`), and its document information."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from areasend.check.workbook.addresses import cell_name
from areasend.check.workbook.model import Properties
from areasend.check.workbook.ods.names import CONFIG, DC, FO, META, OFFICE, STYLE
from areasend.check.workbook.ods.styles import Styles

_SPLITS = ("HorizontalSplitMode", "VerticalSplitMode")


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    cursor: str = "A1"
    frozen: bool = False


def active_sheet(settings: Element | None) -> str:
    return "" if settings is None else _items(settings).get("ActiveTable", "")


def views(settings: Element | None) -> dict[str, View]:
    """View of each sheet the file has one for; without one, programs open a sheet at A1 without panes."""
    found: dict[str, View] = {}
    if settings is None:
        return found
    for entries in settings.iter(f"{CONFIG}config-item-map-named"):
        if entries.get(f"{CONFIG}name") == "Tables":
            for entry in entries.findall(f"{CONFIG}config-item-map-entry"):
                found[entry.get(f"{CONFIG}name", "")] = _view(_items(entry))
    return found


def _items(element: Element) -> dict[str, str]:
    items = element.iter(f"{CONFIG}config-item")
    return {item.get(f"{CONFIG}name", ""): (item.text or "").strip() for item in items}


def _view(items: dict[str, str]) -> View:
    row, column = (_whole(items.get(f"CursorPosition{axis}", "0")) for axis in "YX")
    return View(cursor=cell_name(row, column), frozen=any(items.get(split, "0") != "0" for split in _SPLITS))


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 8 else 0


def properties(meta: Element | None, styles: Styles) -> Properties:
    texts: dict[str, list[str]] = {}
    parents = [] if meta is None else meta.findall(f"{OFFICE}meta")
    for element in (child for parent in parents for child in parent):
        texts.setdefault(element.tag, []).append((element.text or "").strip())

    def joined(*tags: str) -> str:
        return ", ".join(text for tag in tags for text in texts.get(tag, ()) if text)

    return Properties(
        title=joined(f"{DC}title"),
        description=joined(f"{DC}description"),
        subject=joined(f"{DC}subject"),
        keywords=joined(f"{META}keyword"),
        creator=joined(f"{DC}creator", f"{META}initial-creator", f"{DC}publisher"),
        language=joined(f"{DC}language"),
        text_language=_text_language(styles),
    )


def _text_language(styles: Styles) -> str:
    default = styles.defaults.get("table-cell")
    parts = [] if default is None else default.findall(f"{STYLE}text-properties")
    for part in parts:
        language, country = part.get(f"{FO}language", ""), part.get(f"{FO}country", "")
        if language:
            return f"{language}-{country}"
    return ""
