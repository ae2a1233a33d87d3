"""An ODS package as a `Workbook`. Not encrypted, with a content and at least one sheet, or it is refused."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from areasend.check.workbook.model import Sheet, Workbook
from areasend.check.workbook.ods.grid import MAX_CELLS, TooManyCells
from areasend.check.workbook.ods.names import MANIFEST, OFFICE, STYLE, TABLE, XLINK
from areasend.check.workbook.ods.settings import active_sheet, properties, views
from areasend.check.workbook.ods.sheets import Surroundings, read_sheet
from areasend.check.workbook.ods.styles import Styles
from areasend.check.workbook.package import Package

CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"


def read_ods(package: Package) -> Workbook:
    _refuse_encrypted(package)
    content = package.xml(CONTENT)
    styles_root = _optional(package, "styles.xml")
    settings = _optional(package, "settings.xml")
    roots = [root for root in (styles_root, content) if root is not None]
    styles = Styles(*roots)
    spreadsheet = content.find(f"{OFFICE}body/{OFFICE}spreadsheet")
    tables = [] if spreadsheet is None else spreadsheet.findall(f"{TABLE}table")
    if spreadsheet is None or not tables:
        raise package.unreadable("an ODS workbook has at least one sheet", "none", CONTENT)
    around = Surroundings(
        styles=styles,
        pages={page.get(f"{STYLE}name", ""): page for root in roots for page in root.iter(f"{STYLE}master-page")},
        ranges=tuple(spreadsheet.iter(f"{TABLE}database-range")),
        views=views(settings),
    )
    return Workbook(
        format="ods",
        size=len(package.content),
        members=package.members,
        sheets=tuple(_read_all(package, tables, around)),
        properties=properties(_optional(package, "meta.xml"), styles),
        names=frozenset(_names(spreadsheet)),
        active_sheet=active_sheet(settings),
        scripts=tuple(_scripts(content)),
        sources=tuple(_sources(spreadsheet)),
    )


def _read_all(package: Package, tables: list[Element], around: Surroundings) -> Iterator[Sheet]:
    total = 0
    for table in tables:
        sheet = _read(package, table, around)
        total += len(sheet.cells)
        if total > MAX_CELLS:
            found = f"{total:,} up to the sheet {sheet.name}"
            raise package.unreadable(f"a workbook has at most {MAX_CELLS:,} filled cells", found, CONTENT)
        yield sheet


def _read(package: Package, table: Element, around: Surroundings) -> Sheet:
    try:
        return read_sheet(table, around)
    except TooManyCells as error:
        where = f"{table.get(f'{TABLE}name', '')}!{error}"
        found = "repeated cells that would make more"
        raise package.unreadable(f"a sheet has at most {MAX_CELLS:,} filled cells", found, where) from error


def _optional(package: Package, name: str) -> Element | None:
    return package.xml(name) if package.holds(name) else None


def _refuse_encrypted(package: Package) -> None:
    manifest = _optional(package, _MANIFEST)
    if manifest is None:
        return
    for entry in manifest.iter(f"{MANIFEST}file-entry"):
        if entry.find(f"{MANIFEST}encryption-data") is not None:
            found = f"{entry.get(f'{MANIFEST}full-path', '')} encrypted"
            raise package.unreadable("a workbook is not encrypted", found, _MANIFEST)


def _names(spreadsheet: Element) -> Iterator[str]:
    for tag in ("database-range", "named-range", "named-expression"):
        for element in spreadsheet.iter(f"{TABLE}{tag}"):
            yield element.get(f"{TABLE}name", "")


def _scripts(content: Element) -> Iterator[str]:
    """Scripts and listeners of the document; those inside a sheet belong to the sheet."""
    for element in content.findall(f"{OFFICE}scripts"):
        yield from (child.tag.rpartition("}")[2] for child in element if len(child) or child.attrib)


def _sources(spreadsheet: Element) -> Iterator[str]:
    for tag in ("dde-link", "database-source-sql", "database-source-table", "database-source-query"):
        for element in spreadsheet.iter(f"{TABLE}{tag}"):
            yield element.get(f"{TABLE}database-name", "") or element.get(f"{XLINK}href", "") or tag
