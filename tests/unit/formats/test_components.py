"""Components of the Design System: escaped, compact, and those that the library has."""

import pytest
from jinja2 import TemplateNotFound
from markupsafe import Markup

from areasend.formats import component


def test_a_component_is_the_library_s_markup_without_blank_lines() -> None:
    drawn = component("skip-link", {"href": "#main", "text": "Skip to main content"})
    assert drawn.striptags() == "Skip to main content"
    assert 'class="govuk-skip-link"' in drawn
    assert "\n\n" not in component("summary-list", {"rows": [{"key": {"text": "a"}, "value": {"text": "b"}}] * 3})


def test_text_is_escaped_and_markup_is_not() -> None:
    drawn = component("inset-text", {"text": "<b>"})
    assert "&lt;b&gt;" in drawn
    assert "<b>x</b>" in component("inset-text", {"html": Markup("<b>{}</b>").format("x")})


def test_a_component_that_the_library_lacks_is_named() -> None:
    with pytest.raises(TemplateNotFound, match="carousel"):
        component("carousel", {})
