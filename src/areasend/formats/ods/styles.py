"""`styles.xml`: sans-serif 12 point, wrapped, black on nothing, British English, no header or footer."""

from areasend.formats.ods.model import PLACES
from areasend.formats.ods.namespaces import HEAD, STYLES_NAMESPACES

_TEXT = 'fo:font-size="{size}pt" style:font-name="Arial" fo:font-weight="{weight}" fo:color="#000000"'
_CELL = 'fo:wrap-option="wrap" style:vertical-align="{vertical}"'


def styles_xml() -> str:
    """The whole file; it is the same for every workbook."""
    return (
        f'{HEAD}<office:document-styles {STYLES_NAMESPACES} office:version="1.3">'
        '<office:font-face-decls><style:font-face style:name="Arial" svg:font-family="Arial" '
        'style:font-family-generic="swiss" style:font-pitch="variable"/></office:font-face-decls>'
        f"<office:styles>{_default()}{_number_styles()}{_cell_styles()}</office:styles>"
        f"<office:automatic-styles>{_page_layout()}</office:automatic-styles>"
        '<office:master-styles><style:master-page style:name="Default" style:page-layout-name="pm1">'
        '<style:header style:display="false"/><style:footer style:display="false"/>'
        "</style:master-page></office:master-styles></office:document-styles>"
    )


def _default() -> str:
    return (
        '<style:default-style style:family="table-cell">'
        f"<style:table-cell-properties {_CELL.format(vertical='top')}/>"
        f"<style:text-properties {_TEXT.format(size=12, weight='normal')} "
        'fo:language="en" fo:country="GB"/></style:default-style>'
    )


def _number_styles() -> str:
    numbers = "".join(
        f'<number:number-style style:name="number{places}"><number:number number:decimal-places="{places}" '
        f'number:min-decimal-places="{places}" number:min-integer-digits="1" '
        'number:grouping="true"/></number:number-style>'
        for places in PLACES
    )
    return numbers + (
        '<number:date-style style:name="day" number:language="en" number:country="GB"><number:day/>'
        '<number:text> </number:text><number:month number:style="long" number:textual="true"/>'
        '<number:text> </number:text><number:year number:style="long"/></number:date-style>'
    )


def _cell_styles() -> str:
    plain = _style("ce-body", parent="Default")
    return "".join(
        (
            _style("Default", parent=""),
            _style("Heading_20_1", display="Heading 1", size=16, weight="bold"),
            _style("ce-title", parent="Heading_20_1", size=16, weight="bold"),
            _style("ce-header", weight="bold", vertical="bottom"),
            _style("ce-header-right", weight="bold", vertical="bottom", align="end"),
            plain,
            _style("ce-body-right", align="end"),
            _style("ce-link"),
            *(_style(f"ce-number{places}", align="end", data=f"number{places}") for places in PLACES),
            _style("ce-date", align="end", data="day"),
        )
    )


def _style(
    name: str,
    *,
    parent: str = "Default",
    display: str = "",
    size: int = 12,
    weight: str = "normal",
    vertical: str = "top",
    align: str = "start",
    data: str = "",
) -> str:
    attributes = f'style:name="{name}" style:family="table-cell"'
    if display:
        attributes += f' style:display-name="{display}"'
    if parent:
        attributes += f' style:parent-style-name="{parent}"'
    if data:
        attributes += f' style:data-style-name="{data}"'
    return (
        f"<style:style {attributes}>"
        f'<style:table-cell-properties {_CELL.format(vertical=vertical)} style:text-align-source="fix"/>'
        f'<style:paragraph-properties fo:text-align="{align}"/>'
        f"<style:text-properties {_TEXT.format(size=size, weight=weight)}/></style:style>"
    )


def _page_layout() -> str:
    return (
        '<style:page-layout style:name="pm1"><style:page-layout-properties style:print-orientation="landscape" '
        'fo:page-width="297mm" fo:page-height="210mm" fo:margin="15mm" style:writing-mode="lr-tb"/>'
        "</style:page-layout>"
    )
