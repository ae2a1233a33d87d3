"""Components of the GOV.UK Design System as markup, by their macros in govuk-frontend-jinja."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from jinja2 import ChainableUndefined, Environment, PackageLoader, PrefixLoader
from markupsafe import Markup

_LIBRARY = "govuk_frontend_jinja"


def component(name: str, params: Mapping[str, Any]) -> Markup:
    """A component, such as `component("inset-text", {"text": "…"})`; parameters as the Design System documents them.

    What stands under a key `html` is taken as it is: it must be markup already. Raises `jinja2.TemplateNotFound` for a
    component that the library does not have.
    """
    macro = "govuk" + "".join(part.capitalize() for part in name.split("-"))
    template = _environment().get_template(f"{_LIBRARY}/components/{name}/macro.html")
    drawn: str = getattr(template.module, macro)(dict(params))
    # The macros leave the blank lines of their conditions behind; pages are held to a weight.
    return Markup(re.sub(r"\s*\n\s*", "\n", drawn).strip())


@lru_cache(maxsize=1)
def _environment() -> Environment:
    """Its own: the macros ask for parameters that were not given, which pages of ours may not."""
    return Environment(
        loader=PrefixLoader({_LIBRARY: PackageLoader(_LIBRARY)}),
        autoescape=True,
        undefined=ChainableUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
