"""Each rule of inspections but for their dates, broken once."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.register import AreaCode, Source, WebAddress
from areasend.register.rules.inspections import (
    areas_existed,
    checked_records_are_whole,
    inspections_are_distinct,
    inspections_do_not_overlap,
    outcomes_are_known,
    the_register_is_as_complete_as_it_says,
    visits_are_distinct,
)

UNDATED = {"inspection_start": None, "inspection_end": None, "source": Source.SECONDARY}


def told(rule, records):
    return [str(fault) for fault in rule(records)]


def week(start, **more):
    first = date.fromisoformat(start)
    address = WebAddress(f"https://reports.example.org/{start}")
    return {"inspection_start": first, "inspection_end": first + timedelta(days=4), "report_url": address} | more


@pytest.mark.parametrize("outcome", ["typically_positive", "inconsistent", "widespread_systemic_failings", None])
def test_an_outcome_of_the_framework_or_none_is_taken(record_set, outcome):
    assert told(outcomes_are_known, record_set(inspections=[{"outcome": outcome}])) == []


@pytest.mark.parametrize("outcome", ["good", "requires_improvement", "typically-positive"])
def test_another_outcome_is_refused(record_set, outcome):
    assert told(outcomes_are_known, record_set(inspections=[{"outcome": outcome}])) == [
        (
            f"inspections.csv, row 2, column outcome: not an outcome of the framework (found '{outcome}'). "
            "Use one of: typically_positive, inconsistent, widespread_systemic_failings."
        )
    ]


@pytest.mark.parametrize("column", ["inspection_start", "inspection_end", "outcome"])
def test_a_checked_record_is_whole(record_set, column):
    assert told(checked_records_are_whole, record_set(inspections=[{column: None}])) == [
        (
            f"inspections.csv, row 2, column {column}: missing, although the record is marked as read from its report. "
            "Fill it in, or set source to secondary."
        )
    ]


def test_a_checked_record_may_lack_what_stands_in_no_report(record_set):
    records = record_set(inspections=[{"report_url": None, "publication_date": None}])
    assert told(checked_records_are_whole, records) == []


@pytest.mark.parametrize("column", ["inspection_start", "inspection_end", "outcome", "report_url"])
def test_a_secondary_record_may_have_gaps(record_set, column):
    records = record_set(inspections=[{column: None, "source": Source.SECONDARY}])
    assert told(checked_records_are_whole, records) == []


@pytest.mark.parametrize(
    ("gap", "column"),
    [
        (UNDATED, "inspection_start"),
        ({"outcome": None, "source": Source.SECONDARY}, "outcome"),
    ],
)
def test_up_to_the_claim_nothing_is_missing(record_set, gap, column):
    records = record_set(inspections=[gap], complete_to=date(2023, 5, 5))
    assert told(the_register_is_as_complete_as_it_says, records) == [
        (
            f"inspections.csv, row 2, column {column}: missing, although register.toml says that the register is "
            "complete to 2023-05-05. Fill it in, or move complete_to back."
        )
    ]


@pytest.mark.parametrize(
    ("gap", "claim"),
    [
        (UNDATED, date(2023, 5, 4)),  # published the day after
        ({"outcome": None, "source": Source.SECONDARY}, date(2023, 2, 9)),  # ended the day after
        (UNDATED | {"publication_date": None}, date(2023, 12, 31)),
        (UNDATED, None),
    ],
    ids=["published later", "ended later", "no date at all", "no claim could be read"],
)
def test_beyond_the_claim_gaps_are_taken(record_set, gap, claim):
    assert told(the_register_is_as_complete_as_it_says, record_set(inspections=[gap], complete_to=claim)) == []


@pytest.mark.parametrize(
    ("life", "words"),
    [
        ({"valid_from": date(2023, 4, 1)}, "from 2023-04-01"),
        ({"valid_to": date(2023, 1, 31)}, "from long ago to 2023-01-31"),
        ({"valid_from": date(2020, 4, 1), "valid_to": date(2023, 1, 31)}, "from 2020-04-01 to 2023-01-31"),
    ],
)
def test_an_area_is_inspected_only_while_it_exists(record_set, life, words):
    assert told(areas_existed, record_set(local_areas=[life], thematic_visits=[])) == [
        (
            f"inspections.csv, row 2, column inspection_start: Northmere exists {words} (found '2023-02-06'). "
            "Correct the date, or name the area that was inspected."
        )
    ]


def test_of_an_undated_inspection_the_publication_tells_whether_the_area_existed(record_set):
    records = record_set(local_areas=[{"valid_from": date(2023, 5, 6)}], inspections=[UNDATED])
    assert [fault.column for fault in areas_existed(records)] == ["publication_date"]


@pytest.mark.parametrize(
    ("life", "year", "faults"),
    [
        ({"valid_from": date(2024, 4, 1)}, 2023, 1),
        ({"valid_from": date(2024, 4, 1)}, 2024, 0),
        ({"valid_to": date(2024, 3, 31)}, 2024, 0),
        ({"valid_to": date(2024, 3, 31)}, 2025, 1),
        ({}, 2025, 0),
    ],
)
def test_an_area_is_visited_only_in_the_years_of_its_life(record_set, life, year, faults):
    records = record_set(local_areas=[life], inspections=[], thematic_visits=[{"year": year}])
    found = told(areas_existed, records)
    assert len(found) == faults
    assert all(line.startswith("thematic_visits.csv, row 2, column year: Northmere exists from") for line in found)


def test_an_area_that_is_not_listed_is_left_to_the_rule_of_known_areas(record_set):
    stranger = {"gss_code": AreaCode("E06009009")}
    assert told(areas_existed, record_set(inspections=[stranger], thematic_visits=[stranger])) == []


def test_an_inspection_stands_once(record_set):
    records = record_set(inspections=[{}, {"report_url": None}])
    assert told(inspections_are_distinct, records) == [
        (
            "inspections.csv, row 3, column inspection_start: the inspection stands twice (first on row 2) "
            "(found '2023-02-06'). Remove or correct one of the rows."
        )
    ]


def test_an_undated_inspection_stands_once_for_its_day_of_publication(record_set):
    records = record_set(inspections=[UNDATED, UNDATED | {"report_url": None}])
    assert [fault.rule for fault in inspections_are_distinct(records)] == [
        "the inspection stands twice (first on row 2)"
    ]


def test_a_report_belongs_to_one_inspection(record_set):
    records = record_set(inspections=[{}, {"gss_code": AreaCode("E06009002")}])
    assert told(inspections_are_distinct, records) == [
        (
            "inspections.csv, row 3, column report_url: the report belongs to another inspection (first on row 2) "
            "(found 'https://reports.example.org/1'). Remove or correct one of the rows."
        )
    ]


def test_inspections_without_an_address_do_not_share_one(record_set):
    records = record_set(inspections=[week("2023-02-06", report_url=None), week("2024-02-05", report_url=None)])
    assert told(inspections_are_distinct, records) == []


def test_a_re_inspection_is_another_inspection(record_set):
    records = record_set(inspections=[week("2023-02-06"), week("2026-03-23")])
    assert told(inspections_are_distinct, records) + told(inspections_do_not_overlap, records) == []


@pytest.mark.parametrize("rows", [("2023-02-06", "2023-02-10"), ("2023-02-10", "2023-02-06")])
def test_two_inspections_of_an_area_do_not_overlap_even_by_a_day(record_set, rows):
    (fault,) = inspections_do_not_overlap(record_set(inspections=[week(start) for start in rows]))
    assert fault.row == rows.index("2023-02-10") + 2
    assert fault.rule == f"overlaps the inspection of row {rows.index('2023-02-06') + 2}, which ends on 2023-02-10"


def test_a_short_inspection_inside_a_long_one_does_not_hide_the_long_one(record_set):
    long = week("2023-02-06", inspection_end=date(2023, 2, 24))
    records = record_set(inspections=[long, week("2023-02-13"), week("2023-02-20")])
    assert [(fault.row, fault.rule) for fault in inspections_do_not_overlap(records)] == [
        (3, "overlaps the inspection of row 2, which ends on 2023-02-24"),
        (4, "overlaps the inspection of row 2, which ends on 2023-02-24"),
    ]


def test_an_inspection_without_its_last_day_does_not_hide_an_overlap_of_others(record_set):
    long = week("2023-02-06", inspection_end=date(2023, 2, 24))
    records = record_set(inspections=[long, week("2023-02-13", inspection_end=None), week("2023-02-20")])
    assert [fault.row for fault in inspections_do_not_overlap(records)] == [4]


def test_two_areas_may_be_inspected_in_one_week(record_set):
    records = record_set(inspections=[week("2023-02-06"), week("2023-02-06", gss_code=AreaCode("E06009002"))])
    assert told(inspections_do_not_overlap, records) == []


def test_a_doubled_inspection_is_not_told_again_as_an_overlap(record_set):
    assert told(inspections_do_not_overlap, record_set(inspections=[{}, {}])) == []


def test_an_undated_inspection_overlaps_nothing(record_set):
    assert told(inspections_do_not_overlap, record_set(inspections=[UNDATED, {}])) == []


weeks = st.lists(
    st.tuples(st.dates(date(2023, 1, 1), date(2023, 3, 31)), st.integers(0, 20)),
    max_size=6,
    unique_by=lambda entry: entry[0],
)


@given(weeks)
def test_an_overlap_is_told_exactly_where_two_inspections_share_a_day(record_set, spans):
    rows = [{"inspection_start": start, "inspection_end": start + timedelta(days=days)} for start, days in spans]
    found = {fault.row for fault in inspections_do_not_overlap(record_set(inspections=rows))}
    taken = [{start + timedelta(days=number) for number in range(days + 1)} for start, days in spans]
    expected = {
        row
        for row, (start, _) in enumerate(spans, 2)
        if any(start in held and earlier < start for held, (earlier, _) in zip(taken, spans, strict=True))
    }
    assert found == expected


def test_an_area_is_visited_once_for_a_theme_in_a_year(record_set):
    assert told(visits_are_distinct, record_set(thematic_visits=[{}, {}])) == [
        (
            "thematic_visits.csv, row 3, column gss_code: the visit stands twice (first on row 2) (found 'E06009001'). "
            "Remove or correct one of the rows."
        )
    ]


@pytest.mark.parametrize("other", [{"year": 2025}, {"theme": "provision"}, {"gss_code": AreaCode("E06009002")}])
def test_a_visit_in_another_year_for_another_theme_or_elsewhere_is_another(record_set, other):
    assert told(visits_are_distinct, record_set(thematic_visits=[{}, other])) == []


@pytest.mark.parametrize(("year", "faults"), [(2022, 1), (2023, 0), (2100, 0), (2101, 1)])
def test_a_visit_lies_in_the_years_of_the_framework(record_set, year, faults):
    found = told(visits_are_distinct, record_set(thematic_visits=[{"year": year}]))
    assert len(found) == faults
    assert all("before the framework began in 2023, or after 2100 (found" in line for line in found)
