"""What a release may say of itself as a whole: proved from the records, or not made."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from tests.factories import POSITIVE, area, day, inspection, population, register

from areasend.framework import packaged_framework
from areasend.register import Inspection, LocalArea, packaged_register
from areasend.statistics import Population, ReleaseClaims, Status, build_table, count_population, release_claims

LONDON, NORTH = area(1, region="London"), area(2, region="North West")
ENDED = area(3, region="South West", valid_to=day("2024-03-31"))

AGAIN = "an area that was inspected again has more than one inspection"
UNDATED = "an inspection without recorded dates counts for its area only"
NO_OUTCOME = "an inspection without a recorded outcome counts for its area only"
GONE = "an area that no longer exists is counted for its inspection only"


def held(
    *entries: Inspection,
    as_at: str = "2024-12-31",
    published_by: str = "",
    areas: Sequence[LocalArea] = (LONDON, NORTH),
) -> Population:
    return population(register(areas, entries), day(as_at), day(published_by) if published_by else None)


def said(counted: Population) -> ReleaseClaims:
    return release_claims(counted, build_table(counted, "outcome-shares-by-region"))


PUBLISHED = inspection(LONDON, published=day("2024-03-25"))


def test_a_complete_population_may_say_all() -> None:
    found = said(held(PUBLISHED, inspection(NORTH, published=day("2024-03-27"))))
    assert (found.all_included, found.all_published, found.outcomes_whole, found.remaining) == (True,) * 4
    assert found.last_published == day("2024-03-27")


def test_a_release_makes_the_same_claims_as_its_population() -> None:
    counted = held(PUBLISHED)
    assert count_population(counted).claims == said(counted)


def test_a_provisional_population_never_says_all_nor_the_remaining() -> None:
    later = held(PUBLISHED, as_at="2025-01-01")
    found = said(later)
    assert (later.status, found.all_included, found.all_published) == (Status.PROVISIONAL, False, False)
    assert (found.outcomes_whole, found.remaining) == (True, False)


def test_a_population_that_leaves_reports_out_never_says_all() -> None:
    partial = held(inspection(LONDON, published=day("2025-02-04")), published_by="2024-12-31")
    assert (partial.status, said(partial).all_included, said(partial).remaining) == (Status.PARTIAL, False, False)


def test_published_by_that_leaves_nothing_out_is_complete() -> None:
    whole = held(PUBLISHED, published_by="2024-12-31")
    assert (whole.status, said(whole).all_included) == (Status.COMPLETE, True)


def test_one_report_not_yet_published_ends_the_claim_that_all_are() -> None:
    found = said(held(PUBLISHED, inspection(NORTH)))
    assert (found.all_included, found.all_published, found.last_published) == (True, False, day("2024-03-25"))


def test_where_no_report_was_published_there_is_no_last_one() -> None:
    assert said(held(inspection(LONDON))).last_published is None


def test_one_outcome_not_recorded_ends_the_claim_of_the_remaining() -> None:
    found = said(held(PUBLISHED, inspection(NORTH, outcome=None)))
    assert (found.outcomes_whole, found.remaining) == (False, False)


def test_the_54_of_the_publication_had_all_been_published_by_12_february_2025() -> None:
    found = said(population(packaged_register()))
    assert (found.all_published, found.last_published, found.remaining) == (True, date(2025, 2, 12), True)


@pytest.mark.parametrize(
    ("entries", "reasons"),
    [
        ([PUBLISHED, inspection(NORTH)], ()),
        ([inspection(LONDON, day("2023-02-06")), PUBLISHED], (AGAIN,)),
        ([PUBLISHED, inspection(NORTH, None, published=day("2025-02-13"))], (UNDATED,)),
        ([PUBLISHED, inspection(NORTH, outcome=None)], (NO_OUTCOME,)),
        ([PUBLISHED, inspection(ENDED, day("2023-05-15"))], (GONE,)),
        (
            [
                inspection(LONDON, day("2023-02-06")),
                inspection(LONDON, day("2023-09-25")),
                PUBLISHED,
                inspection(NORTH, None, published=day("2025-02-13")),
            ],
            (AGAIN, UNDATED),
        ),
    ],
)
def test_why_inspections_and_inspected_areas_are_different_numbers(
    entries: list[Inspection], reasons: tuple[str, ...]
) -> None:
    counted = held(*entries, as_at="2025-03-01", areas=(LONDON, NORTH, ENDED))
    assert said(counted).apart == reasons


def test_no_reason_is_given_while_both_numbers_are_the_same() -> None:
    """Without dates and with a report still to come, North West's inspection counts for nothing: 1 and 1."""
    counted = held(PUBLISHED, inspection(NORTH, None, published=day("2025-05-13")), as_at="2025-03-01")
    assert said(counted).apart == ()


def test_no_reason_is_given_where_reasons_cancel_out() -> None:
    """London inspected twice, North West once without an outcome: 2 inspections and 2 areas."""
    counted = held(inspection(LONDON, day("2023-02-06")), PUBLISHED, inspection(NORTH, outcome=None))
    assert said(counted).apart == ()


@pytest.mark.parametrize(
    "lacking",
    [inspection(ENDED, day("2023-05-15"), outcome=None), inspection(ENDED, None, published=day("2024-02-13"))],
)
def test_an_ended_area_lacking_an_outcome_or_dates_is_counted_by_neither_and_is_no_reason(lacking: Inspection) -> None:
    twice = [inspection(LONDON, day("2023-02-06")), PUBLISHED, lacking]
    assert said(held(*twice, as_at="2025-03-01", areas=(LONDON, NORTH, ENDED))).apart == (AGAIN,)


@pytest.mark.parametrize(
    ("as_at", "reasons"), [("2024-12-31", ()), ("2025-03-01", ()), ("2026-06-30", (AGAIN, UNDATED, NO_OUTCOME))]
)
def test_the_packaged_measures_are_apart_from_the_first_reason_on(as_at: str, reasons: tuple[str, ...]) -> None:
    """Cornwall twice, 3 without dates (all reported by May 2026), 1 without an outcome."""
    assert said(population(packaged_register(), day(as_at))).apart == reasons


@pytest.mark.parametrize(("number", "small"), [(9, True), (10, False)])
def test_regions_are_called_small_only_where_a_share_is_of_fewer_than_10(number: int, small: bool) -> None:
    regions = [*(region.ons_regions[0] for region in packaged_framework().ofsted_regions)]
    areas = [area(10 * at + each + 1, region=name) for at, name in enumerate(regions) for each in range(number)]
    counted = population(register(areas, [inspection(of, outcome=POSITIVE) for of in areas]))
    assert said(counted).small_regions is small


def test_outcomes_are_worded_alike_in_the_packaged_versions() -> None:
    assert said(held(PUBLISHED)).same_wording


@pytest.mark.parametrize("place", [0, 1])
def test_one_outcome_worded_otherwise_in_one_version_ends_the_claim_of_the_same_wording(place: int) -> None:
    framework = packaged_framework()
    versions = list(framework.versions)
    first, *others = versions[place].outcomes
    versions[place] = replace(
        versions[place], outcomes=(replace(first, wording=f"{first.wording} Once more."), *others)
    )
    counted = Population(snapshot=held(PUBLISHED).snapshot, framework=replace(framework, versions=tuple(versions)))
    assert not said(counted).same_wording


def test_another_label_is_no_other_wording() -> None:
    framework = packaged_framework()
    first, *others = framework.versions[0].outcomes
    version = replace(framework.versions[0], outcomes=(replace(first, label="Positive"), *others))
    framework = replace(framework, versions=(version, *framework.versions[1:]))
    assert said(Population(snapshot=held(PUBLISHED).snapshot, framework=framework)).same_wording
