"""The XML names of OpenDocument, and escaping."""

from html import escape as escape_html

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_ALL = {
    "office": f"{_ODF}:office:1.0",
    "table": f"{_ODF}:table:1.0",
    "text": f"{_ODF}:text:1.0",
    "style": f"{_ODF}:style:1.0",
    "fo": f"{_ODF}:xsl-fo-compatible:1.0",
    "svg": f"{_ODF}:svg-compatible:1.0",
    "number": f"{_ODF}:datastyle:1.0",
    "meta": f"{_ODF}:meta:1.0",
    "config": f"{_ODF}:config:1.0",
    "ooo": "http://openoffice.org/2004/office",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
}


def _declared(*names: str) -> str:
    return " ".join(f'xmlns:{name}="{_ALL[name]}"' for name in names)


CONTENT_NAMESPACES = _declared("office", "table", "text", "style", "fo", "number", "xlink")
STYLES_NAMESPACES = _declared("office", "table", "text", "style", "fo", "svg", "number")
META_NAMESPACES = _declared("office", "meta", "dc")
# LibreOffice takes up the view settings only where the prefix in their name is declared.
SETTINGS_NAMESPACES = _declared("office", "config", "ooo")
MANIFEST_NAMESPACE = f'xmlns:manifest="{_ODF}:manifest:1.0"'


def escape(text: str) -> str:
    """Text between tags."""
    return escape_html(text, quote=False)


def quote(text: str) -> str:
    """Text as the value of an attribute, in its quotation marks."""
    return f'"{escape_html(text)}"'


__all__ = [
    "CONTENT_NAMESPACES",
    "HEAD",
    "MANIFEST_NAMESPACE",
    "META_NAMESPACES",
    "SETTINGS_NAMESPACES",
    "STYLES_NAMESPACES",
    "escape",
    "quote",
]
