"""The template engine for pages: everything is escaped, and a name that a template does not get is an error."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def page_environment(templates: Path) -> Environment:
    """An environment over a folder of templates (`*.html.j2`), with automatic escaping."""
    return Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
