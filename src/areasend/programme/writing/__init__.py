"""A plan in files: a CSV that is read back, text by month, and a page. Every one carries the marking of a secret."""

from areasend.programme.writing.as_csv import COLUMNS, due_csv, plan_csv
from areasend.programme.writing.as_page import plan_page
from areasend.programme.writing.as_text import due_text, headline, plan_text
from areasend.programme.writing.reading import PlanRow, read_plan

__all__ = [
    "COLUMNS",
    "PlanRow",
    "due_csv",
    "due_text",
    "headline",
    "plan_csv",
    "plan_page",
    "plan_text",
    "read_plan",
]
