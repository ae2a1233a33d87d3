"""Each rule of codings, broken once: who coded what, once, before anybody settled it."""

from datetime import date

import pytest

from areasend.register import AreaCode, FindingKind, Key
from areasend.register.rules.codings import (
    adjudications_settle_codings,
    coders_are_known,
    codings_are_distinct,
    codings_are_of_findings,
    topics_and_leadership_stand_once,
    versions_are_counted_from_one,
)
from areasend.register.rules.inspections import areas_are_known

SECOND = {"coder": Key("second")}
TOGETHER = {"seq": None}
CODED = ["codings", "adjudications"]


def told(rule, records):
    return [str(fault) for fault in rule(records)]


def places(rule, records):
    return [(fault.file, fault.row, fault.column) for fault in rule(records)]


def test_a_coder_stands_once(record_set):
    assert told(coders_are_known, record_set(coders=[{}, SECOND, {}])) == [
        (
            "coders.csv, row 4, column coder: the coder stands twice (first on row 2) (found 'first'). "
            "Remove or correct one of the rows."
        )
    ]


def test_who_coded_is_listed(record_set):
    assert told(coders_are_known, record_set(codings=[{}, SECOND])) == [
        "codings.csv, row 3, column coder: no such coder (found 'second'). Add the coder to coders.csv."
    ]


@pytest.mark.parametrize("name", ["unread", "partly_read"])
def test_a_coder_whose_row_could_not_be_read_is_not_missed(record_set, name):
    assert told(coders_are_known, record_set(codings=[SECOND], **{name: frozenset({"coders"})})) == []


def test_what_is_coded_is_of_an_inspection(record_set):
    assert told(codings_are_of_findings, record_set(codings=[{}, {"inspection_start": date(2023, 2, 7)}])) == [
        (
            "codings.csv, row 3, column inspection_start: no inspection of the area began on this day "
            "(found '2023-02-07'). Correct the day, or add the inspection to inspections.csv."
        )
    ]


@pytest.mark.parametrize("wrong", [{"seq": 2}, {"seq": 0}, {"kind": FindingKind.APA}])
def test_what_is_coded_by_number_is_a_finding(record_set, wrong):
    assert told(codings_are_of_findings, record_set(codings=[{}, wrong])) == [
        (
            "codings.csv, row 3, column seq: no finding of the inspection has this kind and number "
            f"(found '{wrong.get('seq', 1)}'). Correct the number, add the finding to findings.csv, or leave seq empty "
            "for all of the kind."
        )
    ]


def test_a_number_is_refused_where_no_findings_are_recorded(record_set):
    assert places(codings_are_of_findings, record_set(findings=[])) == [("codings.csv", 2, "seq")]


def test_findings_of_a_kind_can_be_coded_together_where_none_are_recorded_and_where_they_are(record_set):
    assert told(codings_are_of_findings, record_set(findings=[], codings=[TOGETHER])) == []
    assert told(codings_are_of_findings, record_set(codings=[TOGETHER])) == []


@pytest.mark.parametrize("state", ["unread", "partly_read"])
@pytest.mark.parametrize(
    ("file", "entry"), [("inspections", {"inspection_start": date(2023, 2, 7)}), ("findings", {"seq": 2})]
)
def test_what_could_not_be_read_is_not_missed(record_set, state, file, entry):
    records = record_set(codings=[entry], **{state: frozenset({file})})
    assert told(codings_are_of_findings, records) == []


@pytest.mark.parametrize("file", [*CODED, "leadership_statements"])
def test_the_area_of_each_is_one_of_the_register_under_its_name(record_set, file):
    wrong = [{"gss_code": AreaCode("E06009009")}, {"local_area": "Southmere"}]
    assert places(areas_are_known, record_set(**{file: wrong})) == [
        (f"{file}.csv", 2, "gss_code"),
        (f"{file}.csv", 3, "local_area"),
    ]


def test_an_unknown_area_is_told_by_the_rule_of_areas_alone(record_set):
    unknown = [{"gss_code": AreaCode("E06009009")}]
    records = record_set(codings=unknown, adjudications=unknown, leadership_statements=unknown)
    for rule in (codings_are_of_findings, adjudications_settle_codings, topics_and_leadership_stand_once):
        assert told(rule, records) == []


def test_a_coder_codes_a_finding_once(record_set):
    other = {"themes": ("early_help",)}
    assert told(codings_are_distinct, record_set(codings=[{}, SECOND, other])) == [
        (
            "codings.csv, row 4, column coder: the coding stands twice (first on row 2) (found 'first'). "
            "Remove or correct one of the rows."
        )
    ]


@pytest.mark.parametrize(("entry", "found"), [({}, " (found '1')"), (TOGETHER, "")])
def test_a_finding_is_settled_once(record_set, entry, found):
    assert told(codings_are_distinct, record_set(adjudications=[entry, entry])) == [
        (
            f"adjudications.csv, row 3, column seq: the adjudication stands twice (first on row 2){found}. "
            "Remove or correct one of the rows."
        )
    ]


@pytest.mark.parametrize(("rows", "found"), [([{}, SECOND | TOGETHER], ""), ([TOGETHER, SECOND], " (found '1')")])
def test_findings_of_a_kind_are_coded_one_by_one_or_together_by_everybody(record_set, rows, found):
    assert told(codings_are_distinct, record_set(codings=rows)) == [
        (
            "codings.csv, row 3, column seq: these findings are coded one by one and all together "
            f"(first otherwise on row 2){found}. Keep one of the two forms."
        )
    ]


def test_the_other_kind_and_another_inspection_may_be_coded_in_the_other_form(record_set):
    rows = [{}, TOGETHER | {"kind": FindingKind.APA}, TOGETHER | {"inspection_start": date(2024, 2, 5)}]
    assert told(codings_are_distinct, record_set(codings=rows)) == []


@pytest.mark.parametrize(("entry", "found"), [({"kind": FindingKind.APA}, " (found '1')"), (TOGETHER, "")])
def test_what_is_settled_was_coded(record_set, entry, found):
    """In the same form: findings that were coded one by one cannot be settled together."""
    assert told(adjudications_settle_codings, record_set(adjudications=[entry])) == [
        (
            f"adjudications.csv, row 2, column seq: nobody coded what is adjudicated{found}. "
            "Remove it, or add the codings that it settles."
        )
    ]


LATER = [{}, SECOND | {"locked": date(2025, 4, 5)}]


def test_nothing_is_settled_before_all_who_coded_it_were_done(record_set):
    records = record_set(coders=LATER, codings=[{}, SECOND])
    assert told(adjudications_settle_codings, records) == [
        (
            "adjudications.csv, row 2, column decided: decided before the coders were done (2025-04-05) "
            "(found '2025-04-04'). Correct the day: coders are locked before anybody adjudicates."
        )
    ]


@pytest.mark.parametrize("decided", [date(2025, 4, 5), date(2025, 4, 6)])
def test_it_may_be_settled_on_the_day_on_which_the_last_was_done(record_set, decided):
    records = record_set(coders=LATER, codings=[{}, SECOND], adjudications=[{"decided": decided}])
    assert told(adjudications_settle_codings, records) == []


def test_a_coder_of_other_findings_need_not_be_done(record_set):
    elsewhere = SECOND | {"kind": FindingKind.APA}
    assert told(adjudications_settle_codings, record_set(coders=LATER, codings=[{}, elsewhere])) == []


def test_a_coding_by_an_unknown_coder_is_told_by_the_rule_of_coders_alone(record_set):
    assert told(adjudications_settle_codings, record_set(codings=[SECOND])) == []


@pytest.mark.parametrize("state", ["unread", "partly_read"])
@pytest.mark.parametrize("file", ["codings", "coders"])
def test_a_coding_that_could_not_be_read_is_not_missed(record_set, state, file):
    records = record_set(codings=[], **{state: frozenset({file})})
    assert told(adjudications_settle_codings, records) == []


@pytest.mark.parametrize("file", CODED)
def test_versions_of_the_codebook_are_counted_from_1(record_set, file):
    assert told(versions_are_counted_from_one, record_set(**{file: [{"codebook": 0}]})) == [
        (
            f"{file}.csv, row 2, column codebook: versions are counted from 1 (found '0'). "
            "Write the version the themes were given with."
        )
    ]


def test_a_year_has_one_topic(record_set):
    rows = [{}, {"year": 2025}, {"topic": "another"}]
    assert told(topics_and_leadership_stand_once, record_set(thematic_topics=rows)) == [
        (
            "thematic_topics.csv, row 4, column year: the year has two topics (first on row 2) (found '2024'). "
            "Remove or correct one of the rows."
        )
    ]


def test_an_inspection_has_one_statement_on_leadership(record_set):
    rows = [{}, {"changed": False, "page": None}]
    assert told(topics_and_leadership_stand_once, record_set(leadership_statements=rows)) == [
        (
            "leadership_statements.csv, row 3, column inspection_start: the inspection stands twice "
            "(first on row 2) (found '2023-02-06'). Remove or correct one of the rows."
        )
    ]


def test_a_statement_on_leadership_is_of_an_inspection(record_set):
    records = record_set(leadership_statements=[{"inspection_start": date(2023, 2, 7)}])
    assert told(topics_and_leadership_stand_once, records) == [
        (
            "leadership_statements.csv, row 2, column inspection_start: no inspection of the area began on this day "
            "(found '2023-02-07'). Correct the day, or add the inspection to inspections.csv."
        )
    ]


@pytest.mark.parametrize("state", ["unread", "partly_read"])
def test_an_inspection_whose_row_could_not_be_read_is_not_missed(record_set, state):
    records = record_set(
        leadership_statements=[{"inspection_start": date(2023, 2, 7)}], **{state: frozenset({"inspections"})}
    )
    assert told(topics_and_leadership_stand_once, records) == []


def test_a_page_is_that_of_a_statement_that_is_made(record_set):
    assert told(topics_and_leadership_stand_once, record_set(leadership_statements=[{"changed": False}])) == [
        (
            "leadership_statements.csv, row 2, column page: a page of a statement that the report does not make "
            "(found '2'). Leave the page empty, or write yes."
        )
    ]


def test_a_statement_that_is_made_need_not_say_on_which_page(record_set):
    assert told(topics_and_leadership_stand_once, record_set(leadership_statements=[{"page": None}])) == []


def test_a_unit_is_named_by_its_inspection_kind_and_number(record):
    assert record("codings").unit_id == "E06009001-2023-02-06-afi-1" == record("adjudications").unit_id
    assert record("codings", seq=None).unit_id == "E06009001-2023-02-06-afi"
    assert record("codings").coding_id == "E06009001-2023-02-06-afi-1 first"
    assert record("leadership_statements").inspection_id == "E06009001-2023-02-06"
