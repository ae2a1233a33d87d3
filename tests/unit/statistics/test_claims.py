"""What the words of a release may claim: proved from the records, or not made."""

import pytest
from tests.factories import INCONSISTENT, POSITIVE, WIDESPREAD, area, day, inspection, population, register

from areasend.register import Inspection, packaged_register
from areasend.statistics import OutcomeClaims, Population, RegionShare, count_population

LONDON, NORTH, SOUTH = area(1, region="London"), area(2, region="North West"), area(3, region="South West")


def held(*entries: Inspection, as_at: str = "2024-12-31", published_by: str = "") -> Population:
    made = register([LONDON, NORTH, SOUTH], entries)
    return population(made, day(as_at), day(published_by) if published_by else None)


def claims(outcome: str, counted: Population) -> OutcomeClaims:
    (found,) = (entry for entry in count_population(counted).regional if entry.outcome == outcome)
    return found


def regions(shares: tuple[RegionShare, ...]) -> list[str]:
    return [share.region for share in shares]


def test_every_region_that_ties_for_the_highest_share_is_named() -> None:
    tied = held(
        inspection(LONDON, day("2023-02-06"), outcome=WIDESPREAD),
        inspection(LONDON, day("2024-02-05"), outcome=POSITIVE),
        inspection(NORTH, day("2023-02-06"), outcome=WIDESPREAD),
        inspection(NORTH, day("2024-02-05"), outcome=POSITIVE),
        inspection(SOUTH, outcome=POSITIVE),
    )
    assert regions(claims(WIDESPREAD, tied).highest) == ["London", "North West"]


def test_shares_that_only_round_to_the_same_are_no_tie() -> None:
    """1 of 3 is more than 33 of 100: the exact share decides, not the one shown."""
    entries = [
        inspection(LONDON, day(f"2023-{month:02}-06"), outcome=POSITIVE if month == 1 else INCONSISTENT)
        for month in (1, 2, 3)
    ]
    many = [area(number, region="North West") for number in range(10, 110)]
    entries += [inspection(of, outcome=POSITIVE if number < 33 else INCONSISTENT) for number, of in enumerate(many)]
    made = population(register([LONDON, *many], entries))
    assert regions(claims(POSITIVE, made).highest) == ["London"]


def test_no_region_is_highest_for_an_outcome_that_never_occurs() -> None:
    assert claims(WIDESPREAD, held(inspection(LONDON, outcome=POSITIVE))).highest == ()


def test_the_only_inspected_region_without_an_outcome_is_named() -> None:
    mixed = held(inspection(LONDON, outcome=POSITIVE), inspection(NORTH, outcome=WIDESPREAD))
    assert regions(claims(WIDESPREAD, mixed).absent_from) == ["London"]


def test_a_region_without_inspections_is_in_no_claim() -> None:
    two = held(inspection(LONDON, outcome=POSITIVE), inspection(NORTH, outcome=WIDESPREAD))
    assert [regions((*claims(key, two).highest, *claims(key, two).absent_from)) for key in (POSITIVE, WIDESPREAD)] == [
        ["London", "North West"],
        ["North West", "London"],
    ]


def test_without_inspections_nothing_is_claimed_of_any_region() -> None:
    assert [(entry.highest, entry.absent_from) for entry in count_population(held()).regional] == [((), ())] * 3


def test_the_claims_of_the_publication_on_regions_hold() -> None:
    """4 of 5 in the East Midlands; the North East, Yorkshire and the Humber alone has none of this outcome."""
    found = claims(WIDESPREAD, population(packaged_register()))
    assert [(share.region, share.part.value, share.whole.value, share.share.text) for share in found.highest] == [
        ("East Midlands", 4, 5, "80")
    ]
    assert regions(found.absent_from) == ["North East, Yorkshire and the Humber"]


def test_a_single_inspected_region_is_the_highest_of_nothing() -> None:
    assert claims(POSITIVE, held(inspection(LONDON, outcome=POSITIVE))).highest == ()


@pytest.mark.parametrize(
    ("as_at", "published_by", "note"),
    [
        ("2024-12-31", "", "Complete: the register holds every full inspection that ended on or before "),
        ("2024-12-31", "2024-12-31", "Partial: only inspections whose report was published by 31 December 2024 are "),
        ("2026-06-30", "", "Provisional and incomplete: the register is complete to 31 December 2024 only. Later "),
    ],
)
def test_the_note_beside_every_table_says_how_complete_it_is(as_at: str, published_by: str, note: str) -> None:
    counted = population(packaged_register(), day(as_at), day(published_by) if published_by else None)
    assert counted.notes()[0].startswith(note)


def test_a_provisional_note_tells_of_unchecked_records_only_where_there_are_some() -> None:
    made = register([LONDON], [inspection(LONDON, source=packaged_register().inspections[0].source)])
    assert population(made, day("2025-06-30")).notes()[0].endswith("Later inspections may be missing.")
