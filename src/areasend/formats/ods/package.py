"""The package of a workbook: its parts, and the small ones written here (ODF 1.3, part 2)."""

from collections.abc import Iterator

from areasend.formats.ods.archive import Member, zip_bytes
from areasend.formats.ods.content import content_xml
from areasend.formats.ods.model import Workbook
from areasend.formats.ods.namespaces import (
    HEAD,
    MANIFEST_NAMESPACE,
    META_NAMESPACES,
    SETTINGS_NAMESPACES,
    escape,
    quote,
)
from areasend.formats.ods.styles import styles_xml

_FROZEN = 2
MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def ods_bytes(workbook: Workbook) -> bytes:
    """The workbook as a file; `mimetype` comes first and uncompressed, as ODF asks."""
    return zip_bytes(
        (
            Member("mimetype", MEDIA_TYPE.encode(), stored=True),
            Member("META-INF/manifest.xml", _manifest().encode()),
            Member("meta.xml", _meta(workbook).encode()),
            Member("settings.xml", _settings(workbook).encode()),
            Member("styles.xml", styles_xml().encode()),
            Member("content.xml", "".join(content_xml(workbook)).encode()),
        )
    )


def _manifest() -> str:
    members = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
        for name in ("content.xml", "styles.xml", "meta.xml", "settings.xml")
    )
    return (
        f'{HEAD}<manifest:manifest {MANIFEST_NAMESPACE} manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{MEDIA_TYPE}"/>'
        f"{members}</manifest:manifest>"
    )


def _meta(workbook: Workbook) -> str:
    keywords = "".join(f"<meta:keyword>{escape(word)}</meta:keyword>" for word in workbook.keywords)
    return (
        f'{HEAD}<office:document-meta {META_NAMESPACES} office:version="1.3"><office:meta>'
        f"<meta:generator>{escape(workbook.generator)}</meta:generator>"
        f"<dc:title>{escape(workbook.title)}</dc:title>"
        f"<dc:description>{escape(workbook.description)}</dc:description>"
        f"<dc:subject>{escape(workbook.subject)}</dc:subject>"
        f"{keywords}<meta:initial-creator>{escape(workbook.creator)}</meta:initial-creator>"
        f"<dc:creator>{escape(workbook.creator)}</dc:creator>"
        "<dc:language>en-GB</dc:language></office:meta></office:document-meta>"
    )


def _settings(workbook: Workbook) -> str:
    return (
        f'{HEAD}<office:document-settings {SETTINGS_NAMESPACES} office:version="1.3"><office:settings>'
        '<config:config-item-set config:name="ooo:view-settings">'
        '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>'
        '<config:config-item config:name="ViewId" config:type="string">view1</config:config-item>'
        f'<config:config-item-map-named config:name="Tables">{"".join(_views(workbook))}</config:config-item-map-named>'
        '<config:config-item config:name="ActiveTable" config:type="string">'
        f"{escape(workbook.sheets[0].name)}</config:config-item>"
        "</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set>"
        "</office:settings></office:document-settings>"
    )


def _views(workbook: Workbook) -> Iterator[str]:
    for sheet in workbook.sheets:
        frozen = sheet.frozen_rows
        values = {
            "CursorPositionX": ("int", 0),
            "CursorPositionY": ("int", 0),
            "HorizontalSplitMode": ("short", 0),
            "VerticalSplitMode": ("short", _FROZEN if frozen else 0),
        }
        if frozen:
            values |= {"VerticalSplitPosition": ("int", frozen), "PositionBottom": ("int", frozen)}
            values |= {"ActiveSplitRange": ("short", 2)}
        items = "".join(
            f'<config:config-item config:name="{name}" config:type="{kind}">{value}</config:config-item>'
            for name, (kind, value) in values.items()
        )
        yield f"<config:config-item-map-entry config:name={quote(sheet.name)}>{items}</config:config-item-map-entry>"
