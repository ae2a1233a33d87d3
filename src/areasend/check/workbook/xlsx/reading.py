"""An XLSX package as a `Workbook`. What openpyxl warns of is a fact about the file here, not a warning."""

import io
import warnings
import zipfile

import defusedxml.ElementTree
import openpyxl
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook.workbook import Workbook as XlsxWorkbook

from areasend.check.workbook.model import Properties, Sheet, Workbook
from areasend.check.workbook.package import Package
from areasend.check.workbook.xlsx.looks import Palette
from areasend.check.workbook.xlsx.parts import (
    MAX_EXPANDED,
    WORKBOOK,
    drawings,
    expanded_cells,
    is_plain,
    plain_xml,
    scripts,
    sheet_parts,
    sources,
)
from areasend.check.workbook.xlsx.sheets import read_sheet

# What openpyxl raises from deep inside when a part contradicts the standard.
_BROKEN = (
    SyntaxError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    OSError,
    zipfile.BadZipFile,
    InvalidFileException,
    defusedxml.ElementTree.ParseError,
)


def read_xlsx(package: Package) -> Workbook:
    loaded, remarks = _load(package, _plain_copy(package))
    if not loaded.worksheets:
        raise package.unreadable("an XLSX workbook has at least one worksheet", "none", WORKBOOK)
    parts = sheet_parts(package)
    theme = getattr(loaded, "loaded_theme", None)
    palette = Palette(defusedxml.ElementTree.fromstring(theme, forbid_dtd=True) if theme else None)
    sheets: list[Sheet] = []
    for sheet in loaded.worksheets:
        part = parts.get(sheet.title, "")
        try:
            sheets.append(read_sheet(sheet, palette, tuple(drawings(package, part))))
        except IndexError as error:
            # openpyxl looks fonts, fills and colours up by number when they are asked for.
            raise package.unreadable("every style that a cell names is there", "a missing one", sheet.title) from error
    return Workbook(
        format="xlsx",
        size=len(package.content),
        members=package.members,
        sheets=tuple(sheets),
        properties=_properties(loaded),
        names=frozenset([*loaded.defined_names, *(table.name for sheet in sheets for table in sheet.tables)]),
        active_sheet="" if loaded.active is None else str(loaded.active.title),
        scripts=tuple(scripts(package)),
        sources=tuple(sources(package)),
        remarks=remarks,
    )


def _plain_copy(package: Package) -> bytes:
    """The package as openpyxl may read it, whatever XML parser it finds installed.

    Every part is parsed here first, so nothing with a DTD reaches it. A part with comments, with processing
    instructions or in another encoding than UTF-8 is written anew without them, for parsers differ in those.
    openpyxl also builds every cell of a merged or linked range, so the size of those is held before it sees them.
    """
    rewritten: dict[str, bytes] = {}
    for member in package.members:
        if member.name.endswith((".xml", ".rels")):
            root = package.xml(member.name)
            size = expanded_cells(root)
            if size > MAX_EXPANDED:
                rule = f"merged and linked ranges of a sheet cover at most {MAX_EXPANDED:,} cells"
                raise package.unreadable(rule, f"{size:,}", member.name)
            if not is_plain(package.read(member.name)):
                rewritten[member.name] = plain_xml(root)
    return package.with_parts(rewritten) if rewritten else package.content


def _load(package: Package, content: bytes) -> tuple[XlsxWorkbook, tuple[str, ...]]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            loaded = openpyxl.load_workbook(io.BytesIO(content), rich_text=True)
        except _BROKEN as error:
            found = f"{type(error).__name__}: {error}"
            raise package.unreadable("the parts of an XLSX workbook fit together", found, WORKBOOK) from error
    return loaded, tuple(sorted({str(warning.message) for warning in caught}))


def _properties(loaded: XlsxWorkbook) -> Properties:
    stated = loaded.properties
    return Properties(
        title=stated.title or "",
        description=stated.description or "",
        subject=stated.subject or "",
        keywords=stated.keywords or "",
        creator=stated.creator or "",
        language=stated.language or None,
    )
