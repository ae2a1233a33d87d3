"""Each rule of figures quoted from publications, broken once."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.register import Key, Unit
from areasend.register.rules import RULES, faults_of
from areasend.register.rules.quotations import documents_are_known, shares_are_shares


def told(rule, records):
    return [str(fault) for fault in rule(records)]


def test_a_sound_set_breaks_no_rule(record_set):
    assert faults_of(record_set()) == []


def test_every_rule_says_what_must_hold():
    assert all(rule.__doc__ for rule in RULES)
    assert len(set(RULES)) == len(RULES) == 29


@pytest.mark.parametrize(
    "file", ["thematic_visits", "thematic_topics", "survey_returns", "context_figures", "printed_figures"]
)
def test_a_document_that_is_quoted_is_listed(record_set, file):
    assert told(documents_are_known, record_set(**{file: [{"document": Key("other")}]})) == [
        f"{file}.csv, row 2, column document: no such document (found 'other'). Add it to documents.csv."
    ]


@pytest.mark.parametrize("file", ["documents", "survey_returns", "context_figures", "printed_figures"])
def test_an_id_stands_once_in_its_file(record_set, file):
    (message,) = told(documents_are_known, record_set(**{file: [{}, {}]}))
    assert message.startswith(f"{file}.csv, row 3, column id: the id stands twice (first on row 2) (found '")


@pytest.mark.parametrize(
    ("value", "unit", "rule"),
    [
        ("100", Unit.PERCENT, None),
        ("0", Unit.PERCENT, None),
        ("50.3", Unit.PERCENT, None),
        ("100.000001", Unit.PERCENT, "a share of more than 100%"),
        ("54", Unit.COUNT, None),
        ("54.0", Unit.COUNT, None),
        ("576000", Unit.COUNT, None),
        ("54.5", Unit.COUNT, "a count that is not whole"),
    ],
)
def test_a_share_is_at_most_everything_and_a_count_is_whole(record_set, value, unit, rule):
    records = record_set(printed_figures=[{"value": Decimal(value), "unit": unit}])
    assert [fault.rule for fault in shares_are_shares(records)] == ([] if rule is None else [rule])


def test_a_share_of_more_than_everything_is_shown_with_its_row(record_set):
    assert told(shares_are_shares, record_set(printed_figures=[{"value": Decimal(101), "unit": Unit.PERCENT}])) == [
        "printed_figures.csv, row 2, column value: a share of more than 100% (found '101'). Correct the value."
    ]


def test_an_increase_may_be_of_more_than_100_percent(record_set):
    records = record_set(context_figures=[{"value": Decimal(140), "unit": Unit.PERCENT}])
    assert told(shares_are_shares, records) == []


days = st.dates(date(2022, 1, 1), date(2026, 12, 31))


@given(days, days)
def test_a_period_does_not_end_before_it_starts(record_set, start, end):
    found = told(shares_are_shares, record_set(survey_returns=[{"period_start": start, "period_end": end}]))
    message = (
        f"survey_returns.csv, row 2, column period_end: ends before it starts ({start}) (found '{end}'). "
        "Correct one of the dates."
    )
    assert found == ([message] if end < start else [])
