"""Figures quoted from publications, as published; every figure in tidy form; each table has its specification."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from tests.factories import POSITIVE, area, day, document, inspection, population, register
from tests.spec.manual import shows

from areasend.register import Bound, ContextFigure, Key, Respondent, SurveyReturn, Unit
from areasend.statistics import CATALOGUE, Population, build_table, count_population


def quoted() -> Population:
    returns = SurveyReturn(
        id=Key("parents"),
        respondent=Respondent.PARENTS_AND_CARERS,
        responses=43000,
        qualifier="more than",
        bound=Bound.LOWER,
        period_start=date(2023, 1, 1),
        period_end=date(2024, 12, 31),
        document=Key("findings"),
        place="Overview",
    )
    share, number = (
        ContextFigure(
            id=Key(name),
            measure=name,
            value=Decimal(value),
            unit=unit,
            qualifier="",
            as_printed=printed,
            period="2023",
            period_end=date(2023, 12, 31),
            document=Key("findings"),
            place="Context",
            original_source="Department for Education",
            difference=difference,
        )
        for name, value, unit, printed, difference in (
            ("plans-on-time", "50.3", Unit.PERCENT, "50.3%", ""),
            ("sen-support", "1200000", Unit.COUNT, "over 1.2 million", "The source says 1,238,851."),
        )
    )
    entries = [inspection(area(1, region="North East"), day("2024-01-22"), outcome=POSITIVE)]
    made = register(
        [area(1, region="North East")], entries, documents=[document()], returns=[returns], context=[share, number]
    )
    return population(made)


def test_survey_returns_keep_their_bound() -> None:
    shows(
        build_table(quoted(), "survey-returns"),
        """
        respondent         | qualifier | responses | bound       | period
        Parents and carers | more than | 43000     | lower bound | 1 January 2023 to 31 December 2024
        """,
    )


def test_context_figures_stand_as_printed_beside_what_their_source_says() -> None:
    shows(
        build_table(quoted(), "context"),
        """
        measure       | as_printed         | value   | unit     | difference
        plans-on-time | “50.3%”            | 50.3    | per cent | [z]
        sen-support   | “over 1.2 million” | 1200000 | count    | The source says 1,238,851.
        """,
    )


@pytest.mark.parametrize(
    ("figure", "cells"),
    [
        (
            "outcomes-by-ons-region.north-east.typically_positive",
            ("Period", "Regional", "E12000001", "North East", "[z]", "[z]", "1", "1", "[z]"),
        ),
        (
            "outcome-shares-by-region.north-east-yorkshire-and-the-humber.typically_positive_pct",
            ("Period", "Regional", "[z]", "North East, Yorkshire and the Humber", "[z]", "[z]", "100", "1", "1"),
        ),
        (
            "coverage.england.local_areas",
            ("As at", "National", "[z]", "[z]", "[z]", "[z]", "1", "1", "[z]"),
        ),
        (
            "outcomes-by-year.2024.total",
            ("Period", "National", "[z]", "[z]", "[z]", "2024", "1", "1", "[z]"),
        ),
        (
            "areas.E06000001.full_inspections",
            ("As at", "Local authority", "E12000001", "North East", "E06000001", "[z]", "1", "1", "[z]"),
        ),
        (
            "survey-returns.parents.responses",
            ("Period", "National", "[z]", "[z]", "[z]", "Parents and carers", "43000", "[z]", "[z]"),
        ),
    ],
)
def test_observations_say_when_where_and_what(figure: str, cells: tuple[str, ...]) -> None:
    table = count_population(quoted()).observations
    wanted = (
        "time_identifier",
        "geographic_level",
        "region_code",
        "region_name",
        "local_area_code",
        "breakdown",
        "value",
        "numerator",
        "denominator",
    )
    (found,) = (dict(zip(table.heading, row, strict=True)) for row in table.text_rows() if row[0] == figure)
    assert tuple(found[name] for name in wanted) == cells


@pytest.mark.parametrize("table", [entry.id for entry in CATALOGUE])
def test_every_table_of_the_catalogue_has_its_specification(table: str) -> None:
    specified = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    assert f'"{table}")' in specified or f'"{table}",\n' in specified
