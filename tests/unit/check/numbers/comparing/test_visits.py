"""The year of each topic of thematic visits, against the records: alternative provision 2023, adulthood 2024."""

import pytest
from tests.unit.check.numbers.comparing.held import gathered, of_the_field, records

from areasend.check.numbers.comparing.visits import visits_against_records
from areasend.check.numbers.results.model import Finding, Kind
from areasend.snapshot import Snapshot


def found(text: str, snapshot: Snapshot | None) -> list[tuple[str, str]]:
    evidence = gathered(of_the_field(text), snapshot=snapshot)
    verdicts = [verdict for verdict in visits_against_records(evidence) if isinstance(verdict, Finding)]
    assert all(verdict.kind is Kind.RECORDS for verdict in verdicts)
    return [(verdict.expected, verdict.found) for verdict in verdicts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The visits of 2023 were on alternative provision.", []),
        ("The visits of 2022 were on alternative provision.", [("2023", "2022")]),
        ("First visits, in 2023, on alternative provision; then, in 2024, on preparation for adulthood.", []),
        (
            "First visits, in 2024, on alternative provision; then, in 2023, on preparation for adulthood.",
            [("2023", "2024"), ("2024", "2023")],
        ),
        ("Visits on alternative provision took place.", []),
        ("Our visits of 2022 were many. In 2021 we wrote on alternative provision.", []),
        ("In 2022 there was alternative provision.", []),
    ],
)
def test_topics_and_years_go_together_in_their_order(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, records()) == expected


def test_without_records_nothing_is_said() -> None:
    assert found("The visits of 2022 were on alternative provision.", None) == []
