"""Sentences that claim something beyond a number: each there where it is proved, and in words that fit the numbers."""

import re
from collections.abc import Iterable

import pytest
from markupsafe import Markup
from tests.unit.publication.findings.made import counted_of, site_of

from areasend.publication.pages.findings.claimed import coded_so_far, leadership_text, most_common, survey_text
from areasend.register import Bound

GOVERNANCE, PLANS = "“Strategic governance and oversight”", "“Timeliness and/or quality of EHC plans”"


def said(lines: Iterable[Markup]) -> list[str]:
    return [re.sub(r"<[^>]+>", "", str(line)) for line in lines]


def test_one_theme_is_the_most_common() -> None:
    site = site_of(counted_of((["governance"], []), (["governance", "information"], [])))
    assert said(most_common(site, "afi")) == [
        f"The most common theme in areas for improvement was {GOVERNANCE}: in 2 of 2 inspections."
    ]
    assert said(most_common(site, "apa")) == []


def test_every_theme_that_ties_is_named() -> None:
    site = site_of(counted_of((["governance"], ["ehc_plans"]), (["ehc_plans"], ["governance"])))
    tied = f"were {GOVERNANCE} and {PLANS}: each in 1 of 2 inspections."
    assert said(most_common(site, "afi", "apa")) == [
        f"The most common themes in areas for improvement {tied}",
        f"The most common themes in areas for priority action {tied}",
    ]


def test_a_share_is_told_where_its_base_allows() -> None:
    site = site_of(counted_of(*[(["governance"], [])] * 10))
    (line,) = said(most_common(site, "either"))
    assert line.endswith(": in 10 of 10 inspections (100%).")


def test_where_not_every_inspection_was_coded_it_is_said_of_those_that_were() -> None:
    site = site_of(counted_of((["governance"], []), uncoded=1))
    (line,) = said(most_common(site, "afi"))
    assert line.startswith("Among the inspections coded here, the most common theme in areas for improvement was ")
    assert said(coded_so_far(site)) == [
        (
            "Of 2 inspections with an outcome, 1 was coded finding by finding. 1 was not coded, and counts in no "
            "number about themes."
        )
    ]


def test_how_much_was_coded() -> None:
    assert said(coded_so_far(site_of(counted_of((["governance"], []))))) == [
        "Of 1 inspection with an outcome, 1 was coded finding by finding."
    ]
    assert said(coded_so_far(site_of(counted_of(uncoded=2, makers=())))) == [
        (
            "Of 2 inspections with an outcome, none were coded finding by finding. "
            "2 were not coded, and count in no number about themes."
        )
    ]


@pytest.mark.parametrize(
    ("returns", "bound", "remark"),
    [
        ((50, 30, 20), Bound.AS_STATED, "The total less the parts is 0. The parts add up to the total."),
        ((60, 30, 20), Bound.LOWER, "is 10. Both can hold, because a number among them is a lower bound."),
        ((60, 30, 20), Bound.AS_STATED, "is 10. As printed, the parts add up to another number than the total."),
        ((40, 30, 20), Bound.LOWER, "is -10. Both can hold, because a number among them is a lower bound."),
        ((40, 30, 20), Bound.AS_STATED, "is -10. As printed, the parts add up to another number than the total."),
    ],
)
def test_parts_and_total_of_surveys_stand_side_by_side(returns: tuple[int, ...], bound: Bound, remark: str) -> None:
    (line,) = said(survey_text(site_of(counted_of(uncoded=1, returns=returns, bound=bound))))
    assert line.startswith(
        f"In “Title of findings (Ofsted, 2 January 2023)”, the printed total is {returns[0]} responses"
    )
    assert "the printed parts add up to 50." in line
    assert line.endswith(remark)


def test_a_total_alone_has_no_parts() -> None:
    assert said(survey_text(site_of(counted_of(uncoded=1, returns=(50,))))) == []


def test_the_printed_share_of_leaders_stands_beside_the_reports() -> None:
    site = site_of(counted_of((["governance"], ["governance"]), (["governance"], []), published="93", leaders=(True,)))
    assert said(leadership_text(site)) == [
        (
            "The research report says of 93% of the local areas with the outcome “Widespread and/or systemic failings” "
            "that posts of senior leaders had changed. This share is quoted, and not counted here."
        ),
        (
            "Of the 1 report with this outcome, 1 was read for this. In 1 of them, the section on the local area "
            "partnership itself says that senior leaders changed."
        ),
    ]


def test_without_a_printed_share_nothing_is_said_of_leaders() -> None:
    assert said(leadership_text(site_of(counted_of((["governance"], ["governance"]), leaders=(False,))))) == []
