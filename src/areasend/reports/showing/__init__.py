"""Showing one reading to a person who checks it: as text on a terminal, or as a page with the document's pages.

Takes a `Reading` and hands on text or the bytes of one HTML file that needs nothing beside it. It decides nothing:
what it shows stands in the reading, with the words it was read from.
"""

from areasend.reports.showing.drawing import draw_pages
from areasend.reports.showing.labels import UNOFFICIAL, counted
from areasend.reports.showing.page import is_reading_page, reading_page
from areasend.reports.showing.terminal import reading_text
from areasend.reports.visible import visible

__all__ = ["UNOFFICIAL", "counted", "draw_pages", "is_reading_page", "reading_page", "reading_text", "visible"]
