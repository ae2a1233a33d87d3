"""Columns that many tables have: text, dates and numbers, and those that describe a local area in a list."""

from areasend.framework import Framework
from areasend.statistics.table import Column, ColumnKind


def text(name: str, title: str, description: str, *, marked: bool = False) -> Column:
    return Column(name=name, title=title, kind=ColumnKind.TEXT, description=description, may_be_marked=marked)


def code(name: str, title: str, description: str, *, marked: bool = False) -> Column:
    return Column(name=name, title=title, kind=ColumnKind.CODE, description=description, may_be_marked=marked)


def day(name: str, title: str, description: str) -> Column:
    return Column(name=name, title=title, kind=ColumnKind.DATE, description=description, may_be_marked=True)


def count_column(name: str, title: str, description: str) -> Column:
    return Column(name=name, title=title, kind=ColumnKind.COUNT, description=description)


def number_column(name: str, title: str, kind: ColumnKind, description: str) -> Column:
    """A column of numbers of which some may be marked as not there."""
    return Column(name=name, title=title, kind=kind, description=description, may_be_marked=True)


GSS_CODE = code("gss_code", "GSS code", "ONS code of the local area")
LOCAL_AREA = text("local_area", "Local area", "Official name of the local area")
OFSTED_REGION = text("ofsted_region", "Ofsted region", "One of the 8 regions of the inspectorate")
ONS_REGION = text("ons_region", "ONS region", "One of the 9 regions of the Office for National Statistics")
INSPECTION_START = day(
    "inspection_start", "Inspection start", "First day of the inspection, from the report's title page"
)
INSPECTION_END = day("inspection_end", "Inspection end", "Last day of the inspection, from the report's title page")
PUBLICATION_DATE = day("publication_date", "Report published", "Day on which the report was first published")
SOURCE = code(
    "source",
    "Source",
    "report: read from the report and checked; secondary: from a public list, unchecked",
    marked=True,
)
REPORT_URL = Column(
    name="report_url",
    title="Official report",
    kind=ColumnKind.LINK,
    description="Address of the official report",
    may_be_marked=True,
)


def outcome_key(name: str, title: str, framework: Framework) -> Column:
    """A column of outcome keys; its description lists what each stands for."""
    keys = "; ".join(f"{outcome.key}: {outcome.label}" for outcome in framework.versions[-1].outcomes)
    return code(name, title, f"Key of the outcome. {keys}", marked=True)
