"""What the lists of records call each record that a number counts."""

import pytest
from tests.factories import population

from areasend.publication.pages.record_names import record_names
from areasend.register import packaged_register
from areasend.statistics import Figure, count_population

COUNTED = count_population(population(packaged_register()))


@pytest.mark.parametrize(
    ("record", "name", "address"),
    [
        ("E06000010", "Kingston upon Hull", "areas/kingston-upon-hull/index.html"),
        ("E06000010-2023-11-20", "Kingston upon Hull, 20 November 2023", "areas/kingston-upon-hull/index.html"),
        (
            "E06000010-2023-11-20-afi-5",
            "Kingston upon Hull, 20 November 2023: area for improvement 5",
            "areas/kingston-upon-hull/index.html",
        ),
        (
            "E08000002-2024-02-12-apa-6",
            "Bury, 12 February 2024: area for priority action 6",
            "areas/bury/index.html",
        ),
        ("survey-total", "survey-total", ""),
    ],
)
def test_a_record_is_called_by_its_area_its_date_and_its_number(record: str, name: str, address: str) -> None:
    found = record_names(COUNTED)(record)
    assert (found.name, found.address) == (name, address)


def test_every_finding_that_a_number_counts_is_called_by_its_inspection() -> None:
    name_of = record_names(COUNTED)
    cells = [cell for row in COUNTED.table("findings-by-outcome").rows for cell in row.cells[2:]]
    records = [record for cell in cells if isinstance(cell, Figure) for record in cell.records]
    assert len(records) == 2 * (133 + 35)
    assert all(": area for " in name_of(record).name for record in records)
