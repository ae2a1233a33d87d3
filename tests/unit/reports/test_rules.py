"""The rules across fields: a reading that keeps them all, and one change at a time that breaks one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import INCONSISTENT, POSITIVE, WIDESPREAD

from areasend.framework import packaged_framework
from areasend.reports import Box, DocumentKind, Place, Reading, Value
from areasend.reports.rules import problems_of

SOUND = {
    "inspection_start": "2024-02-12",
    "inspection_end": "2024-02-16",
    "previous_inspection": "23 to 27 January 2017, revisit 4 June 2019",
    "previously_inspected": "yes",
    "previous_inspection_start": "2017-01-23",
    "previous_inspection_end": "2017-01-27",
    "previous_revisit": "2019-06-04",
    "publication_date": "2024-04-22",
    "footer_dates": "12 to 16 February 2024",
    "ofsted_lead_inspector": "Una Buckley;Zoë Lee",
    "n_inspectors_ofsted": "3",
    "cqc_lead_inspector": "Lee Carey",
    "n_inspectors_cqc": "1",
    "statutory_basis": "20(1)(a)",
    "copyright_year": "2024",
    "n_areas_for_improvement": "3",
}
AFTER = {
    POSITIVE: {"next_full_inspection": "5 years"},
    INCONSISTENT: {"next_full_inspection": "3 years"},
    WIDESPREAD: {"next_full_inspection": "3 years", "monitoring_inspection": "18 months"},
}
PLAN = {
    "priority_action_plan_required": "yes",
    "strategic_plan_update_requested": "no",
    "n_areas_for_priority_action": "2",
}
NO_PLAN = {
    "priority_action_plan_required": "no",
    "strategic_plan_update_requested": "yes",
    "n_areas_for_priority_action": "0",
}
OUTCOMES = st.sampled_from(sorted(AFTER))


def fields(outcome: str) -> dict[str, str]:
    return SOUND | {"outcome": outcome} | AFTER[outcome] | (PLAN if outcome == WIDESPREAD else NO_PLAN)


def broken(found: dict[str, str]) -> list[tuple[str, str]]:
    """The fields in which rules are broken, and what was found."""
    values = tuple(Value(field=name, value=value) for name, value in found.items())
    reading = Reading(file="a.pdf", sha256="0", document=DocumentKind.FULL_INSPECTION, values=values)
    return [(problem.field, problem.found) for problem in problems_of(reading, packaged_framework())]


@given(OUTCOMES)
def test_a_sound_reading_keeps_every_rule(outcome: str) -> None:
    assert broken(fields(outcome)) == []


@given(OUTCOMES, st.sets(st.sampled_from(sorted(SOUND))))
def test_what_was_not_found_breaks_no_rule(outcome: str, gone: set[str]) -> None:
    assert broken(fields(outcome) | dict.fromkeys(gone, "[x]")) == []
    assert broken({name: value for name, value in fields(outcome).items() if name not in gone}) == []


def test_nothing_at_all_breaks_only_the_rule_on_a_table_that_every_report_has() -> None:
    assert broken({}) == []
    assert broken({"n_areas_for_improvement": "0"}) == [("n_areas_for_improvement", "0")]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (
            {"inspection_end": "2024-02-11"},
            [("inspection_end", "2024-02-12 to 2024-02-11"), ("footer_dates", SOUND["footer_dates"])],
        ),
        ({"inspection_end": "2024-03-03"}, [("footer_dates", SOUND["footer_dates"])]),
        (
            {"inspection_end": "2024-03-04"},
            [("inspection_end", "2024-02-12 to 2024-03-04"), ("footer_dates", SOUND["footer_dates"])],
        ),
        ({"publication_date": "2024-02-15"}, [("publication_date", "2024-02-15")]),
        ({"publication_date": "2024-02-16"}, []),
        ({"previous_revisit": "2024-02-12"}, [("previous_inspection", SOUND["previous_inspection"])]),
        ({"previous_revisit": "2017-01-26"}, [("previous_inspection", SOUND["previous_inspection"])]),
        ({"previous_inspection_end": "2017-01-22"}, [("previous_inspection", SOUND["previous_inspection"])]),
        ({"previous_inspection_end": "2017-02-12"}, []),
        ({"previous_inspection_end": "2017-02-13"}, [("previous_inspection", SOUND["previous_inspection"])]),
        ({"footer_dates": "12 to 15 February 2024"}, [("footer_dates", "12 to 15 February 2024")]),
        ({"footer_dates": "12 February 2024 to 16 February 2024"}, []),
        ({"footer_dates": "12 to 36 February 2024"}, [("footer_dates", "12 to 36 February 2024")]),
        ({"copyright_year": "2023"}, [("copyright_year", "2023")]),
        ({"copyright_year": "2026"}, []),
        ({"copyright_year": "2027"}, [("copyright_year", "2027")]),
        ({"statutory_basis": "20(1)(b)"}, [("statutory_basis", "20(1)(b)")]),
        ({"n_inspectors_ofsted": "1"}, [("n_inspectors_ofsted", "1")]),
        ({"n_inspectors_ofsted": "2"}, []),
        ({"n_areas_for_improvement": "0"}, [("n_areas_for_improvement", "0")]),
        ({"n_areas_for_improvement": "1"}, []),
    ],
)
def test_one_change_at_a_time(changed: dict[str, str], expected: list[tuple[str, str]]) -> None:
    assert broken(fields(POSITIVE) | changed) == expected


def test_an_inspection_of_one_day() -> None:
    one_day = {"inspection_end": "2024-02-12", "footer_dates": "12 February 2024"}
    assert broken(fields(POSITIVE) | one_day) == []


def test_before_the_framework_began() -> None:
    """The framework began in January 2023: an earlier day is a misprint, and the first version's rules hold."""
    early = {"inspection_start": "2022-02-07", "inspection_end": "2022-02-11", "footer_dates": "7 to 11 February 2022"}
    found = broken(fields(WIDESPREAD) | early | {"copyright_year": "2022", "next_full_inspection": "5 years"})
    assert found == [("inspection_start", "2022-02-07"), ("next_full_inspection", "5 years")]


@given(OUTCOMES, OUTCOMES)
def test_what_follows_belongs_to_the_outcome(outcome: str, other: str) -> None:
    """5 years only with the first outcome, a monitoring inspection and a plan only with the third."""
    found = fields(outcome) | {"next_full_inspection": "", "monitoring_inspection": ""} | AFTER[other]
    expected = [
        (name, AFTER[other].get(name, "none"))
        for name in ("next_full_inspection", "monitoring_inspection")
        if AFTER[outcome].get(name) != AFTER[other].get(name)
    ]
    assert broken(found) == expected


@pytest.mark.parametrize("stated", ["18 months", "5 years", "36 years"])
def test_intervals_are_compared_in_months(stated: str) -> None:
    assert broken(fields(INCONSISTENT) | {"next_full_inspection": stated}) == [("next_full_inspection", stated)]
    assert broken(fields(INCONSISTENT) | {"next_full_inspection": "36 months"}) == []


@given(OUTCOMES, st.sampled_from([PLAN, NO_PLAN]))
def test_the_plan_belongs_to_the_outcome(outcome: str, asked: dict[str, str]) -> None:
    expected = [] if asked == (PLAN if outcome == WIDESPREAD else NO_PLAN) else sorted(asked.items(), reverse=True)
    assert sorted(broken(fields(outcome) | asked), reverse=True) == expected


@given(OUTCOMES, st.booleans(), st.integers(0, 3))
def test_areas_for_priority_action_if_and_only_if_a_plan_is_required(
    outcome: str, required: bool, counted: int
) -> None:
    found = fields(outcome) | {
        "priority_action_plan_required": "yes" if required else "no",
        "strategic_plan_update_requested": "no" if required else "yes",
        "n_areas_for_priority_action": str(counted),
    }
    told = f"{counted}; plan required: {'yes' if required else 'no'}"
    assert (("n_areas_for_priority_action", told) in broken(found)) is (required != (counted > 0))
    assert (("n_areas_for_priority_action", str(counted)) in broken(found)) is (
        (outcome == WIDESPREAD) != (counted > 0)
    )


@given(st.dates(date(2023, 1, 2), date(2026, 12, 31)), st.integers(-40, 40), st.integers(-3, 4))
def test_days_in_order_and_years_near(start: date, length: int, later: int) -> None:
    end = start + timedelta(days=length)
    found = broken(
        {
            "inspection_start": start.isoformat(),
            "inspection_end": end.isoformat(),
            "copyright_year": str(end.year + later),
        }
    )
    assert ("inspection_end" in dict(found)) is not (0 <= length <= 20)
    assert ("copyright_year" in dict(found)) is not (0 <= later <= 2)


def test_a_problem_names_the_page_of_its_value() -> None:
    place = Place(7, "© Crown copyright 2019", Box(0.0, 0.0, 1.0, 1.0))
    values = (
        Value(field="inspection_end", value="2024-02-16"),
        Value(field="copyright_year", value="2019", places=(place,)),
    )
    reading = Reading(file="a.pdf", sha256="0", document=DocumentKind.FULL_INSPECTION, values=values)
    (problem,) = problems_of(reading, packaged_framework())
    assert (problem.page, problem.expected, problem.found) == (7, "2024 to 2026", "2019")
