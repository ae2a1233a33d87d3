"""Readings beside records: what is new, unchanged, completed or conflicting, and what is never changed in silence."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import (
    INCONSISTENT,
    POSITIVE,
    WIDESPREAD,
    area,
    day,
    findings,
    inspection,
    other_name,
    register,
)
from tests.readings import document_hash, reading_of

from areasend.formats import csv_text
from areasend.framework import packaged_framework
from areasend.register import Finding, Source, WebAddress
from areasend.reports import (
    CORRECTIONS,
    NOT_FOUND,
    Corrections,
    EntryKind,
    Problem,
    Verdict,
    merge,
    read_corrections,
)

BURY, LEEDS, YORK = area(1, name="Bury"), area(2, name="Leeds"), area(3, name="York")
START = "2024-01-22"
URL = "https://reports.example.org/bury"
CLAIMS_NOTHING = date(2022, 12, 31)
ID = f"{BURY.gss_code}-{START}"


def standing(*inspections, found=(), complete_to=CLAIMS_NOTHING, names=()):
    return register([BURY, LEEDS, YORK], inspections, found=found, complete_to=complete_to, names=names)


def merged(readings, into, *, take=False, corrections=None):
    return merge(readings, into, packaged_framework(), corrections=corrections or Corrections(), take_readings=take)


def said(outcome):
    return [str(entry) for entry in outcome.entries]


def counts(by_verdict):
    return tuple(by_verdict[verdict] for verdict in Verdict)


def why_not(reading, *, into=None, corrections=None):
    """Why a reading is not merged: nothing of it may reach the records."""
    outcome = merged([reading], into or standing(), corrections=corrections)
    assert (outcome.added, outcome.changed, outcome.findings, outcome.not_merged) == ((), {}, {}, 1)
    assert {entry.kind for entry in outcome.entries} == {EntryKind.NOT_MERGED}
    assert outcome.left_over
    return [entry.reads for entry in outcome.entries]


def as_read(**changed):
    """The inspection that a reading of Bury is, read from its report."""
    return replace(inspection(BURY, day(START), source=Source.REPORT, report=None), **changed)


READING = reading_of(BURY, START, file="bury.pdf")


def found_of(entry, **numbers):
    """The findings of an inspection on the page on which the readings of these tests have them."""
    return findings(entry, page=6, **numbers)


def test_a_reading_of_an_inspection_that_does_not_stand_is_new():
    outcome = merged([READING], standing())
    assert outcome.added == (as_read(),)
    assert outcome.findings == {ID: tuple(found_of(as_read(), afi=2))}
    assert (counts(outcome.inspections_by_verdict), counts(outcome.findings_by_verdict)) == ((1, 0, 0, 0), (2, 0, 0, 0))
    assert (said(outcome), outcome.left_over, outcome.changed) == ([], False, {})


def test_a_new_inspection_has_the_date_and_the_address_that_the_reading_was_given():
    outcome = merged([reading_of(BURY, START, publication_date="2024-04-15", report_url=URL)], standing())
    assert outcome.added == (as_read(publication_date=day("2024-04-15"), report_url=WebAddress(URL)),)


def test_responsible_bodies_reach_the_findings_and_names_and_words_do_not():
    reading = reading_of(BURY, START, outcome=WIDESPREAD, afi=1, apa=["NHS B ICB;A Council"])
    outcome = merged([reading], standing())
    assert outcome.findings[ID][0].responsible_bodies == ("NHS B ICB", "A Council")
    assert "Stays Behind" not in str(outcome)
    assert "stay behind" not in str(outcome)


def test_what_stands_as_it_is_read_is_unchanged():
    entry = as_read(publication_date=day("2024-04-15"), report_url=WebAddress(URL), note="A note.")
    into = standing(entry, found=found_of(entry, afi=2))
    outcome = merged([READING], into)
    assert (outcome.changed, outcome.findings, outcome.added, said(outcome)) == ({}, {}, (), [])
    assert (counts(outcome.inspections_by_verdict), counts(outcome.findings_by_verdict)) == ((0, 1, 0, 0), (0, 2, 0, 0))


def test_what_stands_as_not_known_is_filled_and_listed():
    entry = as_read(outcome=None, note="No outcome is recorded.", source=Source.SECONDARY)
    reading = reading_of(BURY, START, file="bury.pdf", publication_date="2024-04-15", report_url=URL)
    outcome = merged([reading], standing(entry))
    known = {"publication_date": day("2024-04-15"), "report_url": WebAddress(URL)}
    assert outcome.changed == {ID: as_read(note="No outcome is recorded.", **known)}
    assert said(outcome) == [
        f"note kept: {ID} note: No outcome is recorded. Look whether it still holds. (bury.pdf)",
        f"filled: {ID} outcome: inconsistent (bury.pdf)",
        f"filled: {ID} publication_date: 2024-04-15 (bury.pdf)",
        f"filled: {ID} report_url: {URL} (bury.pdf)",
        f"confirmed: {ID} source: secondary -> report (bury.pdf)",
    ]
    assert counts(outcome.inspections_by_verdict) == (0, 0, 1, 0)
    assert counts(outcome.findings_by_verdict) == (2, 0, 0, 0)
    assert not outcome.left_over


@pytest.mark.parametrize("known", [{"publication_date": "2024-04-15"}, {"report_url": URL}])
def test_an_inspection_that_stands_without_days_is_found_by_its_report(known):
    entry = inspection(BURY, None, published=day("2024-04-15"), report=URL)
    outcome = merged([reading_of(BURY, START, file="bury.pdf", **known)], standing(entry))
    assert list(outcome.changed) == [f"{BURY.gss_code}-published-2024-04-15"]
    (filled,) = outcome.changed.values()
    assert (filled.inspection_id, filled.source) == (ID, Source.REPORT)
    assert list(outcome.findings) == [f"{BURY.gss_code}-published-2024-04-15"]
    assert [line.partition(" (")[0] for line in said(outcome)] == [
        f"filled: {ID} inspection_end: 2024-01-26",
        f"filled: {ID} inspection_start: 2024-01-22",
        f"confirmed: {ID} source: secondary -> report",
    ]


def test_an_inspection_that_may_be_one_without_days_is_not_merged():
    entry = inspection(BURY, None, published=day("2024-04-15"), report=URL)
    told = f"it may be {BURY.gss_code}-published-2024-04-15, which stands without days: fill them in, or add the report"
    for reading in (READING, reading_of(BURY, START, publication_date="2024-04-16")):
        (reason,) = why_not(reading, into=standing(entry))
        assert reason.startswith(told)


@pytest.mark.parametrize("published", ["2024-01-26", "2025-01-27", "2023-04-15"])
def test_a_report_of_another_year_is_of_another_inspection(published):
    entry = inspection(BURY, None, published=day(published))
    assert len(merged([READING], standing(entry)).added) == 1


CONFLICTS = {
    "inspection_start": (as_read(inspection_start=day("2024-01-23")), "2024-01-23", "2024-01-22"),
    "inspection_end": (as_read(inspection_end=day("2024-01-25")), "2024-01-25", "2024-01-26"),
    "outcome": (as_read(outcome=POSITIVE), POSITIVE, INCONSISTENT),
    "publication_date": (as_read(publication_date=day("2024-04-14")), "2024-04-14", "2024-04-15"),
    "report_url": (as_read(report_url=WebAddress(f"{URL}-2")), f"{URL}-2", URL),
}
DATED = reading_of(BURY, START, file="bury.pdf", publication_date="2024-04-15", report_url=URL)


@pytest.mark.parametrize("column", CONFLICTS)
def test_what_stands_otherwise_is_kept_and_listed(column):
    entry, stands, reads = CONFLICTS[column]
    outcome = merged([DATED], standing(entry))
    assert (outcome.changed, outcome.findings, outcome.added) == ({}, {}, ())
    assert f"conflict, kept as it stands: {ID} {column}: {stands} stands, the report has {reads} (bury.pdf)" in said(
        outcome
    )
    assert {entry.kind for entry in outcome.entries} == {EntryKind.KEPT}
    assert counts(outcome.inspections_by_verdict) == (0, 0, 0, 1)
    assert counts(outcome.findings_by_verdict) == (0, 0, 0, 2)
    assert outcome.left_over


@pytest.mark.parametrize("column", CONFLICTS)
def test_what_stands_otherwise_is_replaced_where_readings_are_taken_and_still_listed(column):
    entry, stands, reads = CONFLICTS[column]
    outcome = merged([DATED], standing(entry), take=True)
    assert outcome.changed == {
        entry.inspection_id: as_read(publication_date=day("2024-04-15"), report_url=WebAddress(URL))
    }
    assert outcome.findings == {entry.inspection_id: tuple(found_of(as_read(), afi=2))}
    line = f"conflict, taken from the report: {ID} {column}: {stands} stands, the report has {reads} (bury.pdf)"
    assert line in said(outcome)
    assert counts(outcome.inspections_by_verdict) == (0, 0, 0, 1)
    assert not outcome.left_over


def test_findings_follow_the_first_day_of_their_inspection():
    entry = as_read(inspection_start=day("2024-01-23"))
    cut = reading_of(BURY, START, afi=0)
    outcome = merged([cut], standing(entry, found=findings(entry, afi=3)), take=True)
    assert outcome.findings == {entry.inspection_id: tuple(findings(as_read(), afi=3))}


def urgent(*bodies, source=Source.REPORT):
    """An inspection with an area for priority action for each of the bodies and one for improvement."""
    entry = as_read(outcome=WIDESPREAD, source=source)
    found = found_of(entry, afi=1, apa=len(bodies))
    return entry, [
        replace(finding, responsible_bodies=bodies[finding.seq - 1]) if finding.kind == "apa" else finding
        for finding in found
    ]


URGENT = reading_of(BURY, START, outcome=WIDESPREAD, file="bury.pdf", afi=1, apa=["A Council;NHS B ICB", "A Council"])


@pytest.mark.parametrize(
    ("bodies", "told"),
    [
        ([("A Council", "NHS B ICB")], "apa 2: nothing stands, the report has A Council, page 6"),
        (
            [("A Council", "NHS B ICB"), ("A Council",), ("A Council",)],
            "apa 3: A Council, page 6 stands, the report has nothing",
        ),
        (
            [("NHS B ICB", "A Council"), ("A Council",)],
            "apa 1: NHS B ICB;A Council stands, the report has A Council;NHS B ICB",
        ),
    ],
)
def test_findings_that_stand_otherwise_are_conflicts(bodies, told):
    entry, found = urgent(*bodies)
    kept = merged([URGENT], standing(entry, found=found))
    assert said(kept) == [f"conflict, kept as it stands: {ID} {told} (bury.pdf)"]
    assert (kept.changed, kept.findings, kept.findings_by_verdict[Verdict.CONFLICTING]) == ({}, {}, 1)
    taken = merged([URGENT], standing(entry, found=found), take=True)
    assert said(taken) == [f"conflict, taken from the report: {ID} {told} (bury.pdf)"]
    assert [item.responsible_bodies for item in taken.findings[ID]] == [("A Council", "NHS B ICB"), ("A Council",), ()]


def test_a_statement_without_bodies_is_told_as_a_statement():
    entry, found = urgent(("A Council", "NHS B ICB"), ("A Council",))
    more = [*found, Finding(**{name: getattr(found[0], name) for name in Finding.__slots__} | {"seq": 2})]
    assert said(merged([URGENT], standing(entry, found=more))) == [
        f"conflict, kept as it stands: {ID} afi 2: a statement, page 6 stands, the report has nothing (bury.pdf)"
    ]


def test_bodies_that_are_not_known_are_filled_and_secondary_findings_are_confirmed():
    entry, found = urgent((), ("A Council",), source=Source.SECONDARY)
    outcome = merged([URGENT], standing(entry, found=found))
    assert said(outcome) == [
        f"confirmed: {ID} afi 1: secondary -> report (bury.pdf)",
        f"filled: {ID} apa 1: A Council;NHS B ICB (bury.pdf)",
        f"confirmed: {ID} apa 2: secondary -> report (bury.pdf)",
        f"confirmed: {ID} source: secondary -> report (bury.pdf)",
    ]
    assert counts(outcome.findings_by_verdict) == (0, 0, 3, 0)
    assert {finding.source for finding in outcome.findings[ID]} == {Source.REPORT}


def on_page(page, found):
    return [replace(finding, page=page) for finding in found]


def paged(reading, page):
    """The reading with its statements on another page; 0 is what a reading has where it cannot tell."""
    placed = [replace(entry, places=(entry.places[0]._replace(page=page),)) for entry in reading.findings]
    return replace(reading, findings=tuple(placed))


def test_a_page_that_is_not_known_is_filled():
    entry, found = urgent((), ("A Council",))
    outcome = merged([URGENT], standing(entry, found=on_page(None, found)))
    assert said(outcome) == [
        f"filled: {ID} afi 1: page 6 (bury.pdf)",
        f"filled: {ID} apa 1: A Council;NHS B ICB, page 6 (bury.pdf)",
        f"filled: {ID} apa 2: page 6 (bury.pdf)",
    ]
    assert {finding.page for finding in outcome.findings[ID]} == {6}
    assert (outcome.changed, counts(outcome.findings_by_verdict), outcome.left_over) == ({}, (0, 0, 3, 0), False)


def test_a_page_that_stands_otherwise_is_a_conflict():
    entry, found = urgent(("A Council", "NHS B ICB"), ("A Council",))
    other = [replace(finding, page=5) if finding.seq == 2 else finding for finding in found]
    kept = merged([URGENT], standing(entry, found=other))
    assert said(kept) == [f"conflict, kept as it stands: {ID} apa 2: page 5 stands, the report has page 6 (bury.pdf)"]
    assert (kept.findings, kept.left_over, counts(kept.findings_by_verdict)) == ({}, True, (0, 2, 0, 1))
    taken = merged([URGENT], standing(entry, found=other), take=True)
    assert said(taken) == [
        f"conflict, taken from the report: {ID} apa 2: page 5 stands, the report has page 6 (bury.pdf)"
    ]
    assert sorted(taken.findings[ID], key=str) == sorted(found, key=str)


def test_bodies_and_page_that_both_stand_otherwise_are_one_conflict():
    entry, found = urgent((), ("NHS B ICB",))
    (line, *_) = said(merged([URGENT], standing(entry, found=on_page(5, found)), take=True))[1:]
    assert line == (
        f"conflict, taken from the report: {ID} apa 1: nothing, page 5 stands, "
        "the report has A Council;NHS B ICB, page 6 (bury.pdf)"
    )


@pytest.mark.parametrize("page", [None, 5])
def test_a_reading_that_cannot_tell_the_page_fills_and_contradicts_none(page):
    entry = as_read()
    held = on_page(page, findings(entry, afi=2))
    outcome = merged([paged(READING, 0)], standing(entry, found=held))
    assert (outcome.findings, said(outcome), counts(outcome.findings_by_verdict)) == ({}, [], (0, 2, 0, 0))


def test_a_page_that_stands_outlasts_a_reading_that_cannot_tell_it():
    """Also where other things are taken from that reading, and for findings that did not stand there is none."""
    entry, found = urgent((), ("A Council",))
    outcome = merged([paged(URGENT, 0)], standing(entry, found=found[:-1]), take=True)
    assert [(finding.kind, finding.seq, finding.page) for finding in outcome.findings[ID]] == [
        ("apa", 1, 6),
        ("apa", 2, None),
        ("afi", 1, 6),
    ]


def test_new_findings_of_a_reading_that_cannot_tell_the_page_have_none():
    assert merged([paged(READING, 0)], standing()).findings == {ID: tuple(findings(as_read(), afi=2))}


@pytest.mark.parametrize(("pages", "known"), [((6, 6), 6), ((6, 0), 6), ((0, 6), 6), ((6, 7), None), ((0, 0), None)])
def test_a_page_on_which_two_files_of_a_report_differ_is_not_known(pages, known):
    """Such as one with a cover before it; the statements are the same."""
    one, other = (replace(paged(READING, page), file=f"{number}.pdf") for number, page in enumerate(pages))
    expected = {ID: tuple(findings(as_read(), afi=2, page=known))}
    assert merged([one, other], standing()).findings == merged([other, one], standing()).findings == expected


def test_an_inspection_that_the_register_would_have_to_hold_already_is_a_conflict_with_its_claim():
    into = standing(complete_to=day("2024-12-31"))
    kept, taken = merged([READING], into), merged([READING], into, take=True)
    told = f"{ID} complete_to: every inspection that ended by 2024-12-31 stands, the report has one more that ended on"
    assert said(kept) == [f"conflict, kept as it stands: {told} 2024-01-26 (bury.pdf)"]
    assert said(taken) == [f"conflict, taken from the report: {told} 2024-01-26 (bury.pdf)"]
    assert (kept.added, kept.findings, counts(kept.findings_by_verdict)) == ((), {}, (0, 0, 0, 2))
    assert (taken.added, list(taken.findings)) == ((as_read(),), [ID])


@pytest.mark.parametrize("field", ["gss_code", "inspection_start", "inspection_end", "outcome"])
@pytest.mark.parametrize("cell", [NOT_FOUND, ""])
def test_a_reading_without_what_a_record_needs_is_not_merged(field, cell):
    assert why_not(reading_of(BURY, START, **{field: cell})) == [f"{field}: not known"]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"gss_code": "E06009999"}, "gss_code: no local area of these records has the code E06009999"),
        ({"gss_code": "Bury"}, "gss_code: must be a GSS code of an English upper-tier authority, such as E06000052"),
        ({"inspection_start": "22 January 2024"}, "inspection_start: not a date written as 2024-12-31 "),
        ({"outcome": "good"}, "outcome: not an outcome of the framework (found 'good')"),
        ({"inspection_end": "2024-01-21"}, "inspection_end: the inspection ends before it starts (2024-01-22)"),
        ({"inspection_end": "2024-03-22"}, "inspection_end: longer than 31 days after the start (2024-01-22)"),
        ({"publication_date": "2024-01-26"}, "publication_date: published on or before the last day of the inspection"),
        ({"publication_date": "1900-01-01"}, "publication_date: a placeholder, not a date (found '1900-01-01')"),
        ({"report_url": "http://reports.example.org"}, "report_url: must be an https address"),
        ({"local_area": "Leeds"}, f"local_area: 'Leeds' is no name of {BURY.gss_code}, which is Bury"),
        ({"urn": LEEDS.ofsted_urn}, f"urn: '{LEEDS.ofsted_urn}' is not that of Bury, {BURY.ofsted_urn}"),
        ({"la_code": LEEDS.dfe_la_code}, f"la_code: '{LEEDS.dfe_la_code}' is not that of Bury, {BURY.dfe_la_code}"),
        ({"inspection_type": "monitoring"}, "inspection_type: 'monitoring' is no full inspection"),
        ({"inspection_id": f"{BURY.gss_code}-2024-01-23"}, f"inspection_id: '{BURY.gss_code}-2024-01-23' is not {ID}"),
    ],
)
def test_a_reading_that_contradicts_itself_or_a_rule_is_not_merged(changed, told):
    reasons = why_not(reading_of(BURY, START, **changed))
    assert any(reason.startswith(told) for reason in reasons), reasons


def test_an_inspection_before_its_area_existed_is_not_merged():
    new = area(4, name="New", valid_from=day("2024-04-01"))
    reasons = why_not(reading_of(new, START), into=register([new], complete_to=CLAIMS_NOTHING))
    assert reasons[0].startswith("inspection_start: New exists from 2024-04-01")


def test_an_area_may_be_named_by_any_of_its_names():
    into = standing(names=[other_name(BURY, "Bury MBC")])
    assert merged([reading_of(BURY, START, local_area="BURY mbc")], into).added == (as_read(),)


def doubting(field, page=3):
    return reading_of(BURY, START, file="bury.pdf", problems=[Problem(field=field, page=page, expected="a", found="b")])


@pytest.mark.parametrize("field", ["outcome", "gss_code", "inspection_end", "title_name", "next_full_inspection"])
def test_a_reading_with_a_problem_in_what_a_record_needs_is_not_merged(field):
    assert why_not(doubting(field)) == [f"{field}, page 3: expected a; found b"]


def test_a_problem_of_a_field_that_is_not_known_here_may_be_of_anything():
    assert why_not(doubting("a_field_to_come", page=0)) == ["a_field_to_come: expected a; found b"]


@pytest.mark.parametrize(
    "field", ["footer_dates", "icbs", "publication_date", "file", "inspection_id", "section effective"]
)
def test_a_problem_of_what_no_record_holds_does_not_matter(field):
    outcome = merged([doubting(field)], standing())
    assert (len(outcome.added), len(outcome.findings), said(outcome)) == (1, 1, [])


@pytest.mark.parametrize("field", ["n_areas_for_improvement", "pages", "section afi", "afi.2.text"])
def test_a_problem_of_statements_leaves_the_inspection_without_findings(field):
    outcome = merged([doubting(field)], standing())
    assert (outcome.added, outcome.findings, outcome.left_over) == ((as_read(),), {}, True)
    assert said(outcome) == [f"without findings: {ID}: {field}, page 3: expected a; found b (bury.pdf)"]


def test_findings_that_stand_stay_where_none_can_be_read():
    entry = as_read()
    outcome = merged([doubting("pages")], standing(entry, found=findings(entry, afi=4)))
    assert (outcome.changed, outcome.findings) == ({}, {})
    assert counts(outcome.inspections_by_verdict) == (0, 1, 0, 0)
    assert [entry.kind for entry in outcome.entries] == [EntryKind.NO_FINDINGS]


@pytest.mark.parametrize(
    ("reading", "told"),
    [
        (reading_of(BURY, START, afi=0), "no statement was read"),
        (
            reading_of(BURY, START, apa=["A Council"]),
            (
                "kind: an area for priority action with an outcome that does not ask for a priority action plan "
                "(found 'apa')"
            ),
        ),
        (
            reading_of(BURY, START, outcome=WIDESPREAD, apa=["A;;B"]),
            "apa 1: responsible_bodies: an empty or doubled name in the list (found 'A;;B')",
        ),
        (
            reading_of(BURY, START, outcome=WIDESPREAD, apa=["A Council;[x]"]),
            "apa 1: responsible_bodies: not known (found 'A Council;[x]')",
        ),
    ],
)
def test_an_inspection_has_all_its_findings_or_none(reading, told):
    outcome = merged([reading], standing())
    assert (len(outcome.added), outcome.findings) == (1, {})
    assert [entry.reads for entry in outcome.entries] == [told]


def test_two_readings_that_say_the_same_are_one():
    twin = replace(READING, file="copy.pdf")
    less = reading_of(BURY, START, file="less.pdf", afi=0)
    outcome = merged([less, twin, READING], standing())
    assert (outcome.added, counts(outcome.inspections_by_verdict)) == ((as_read(),), (1, 0, 0, 0))
    assert outcome.findings == {ID: tuple(found_of(as_read(), afi=2))}


@pytest.mark.parametrize(
    ("other", "what"),
    [
        (reading_of(BURY, START, outcome=POSITIVE), "outcome"),
        (reading_of(BURY, "2024-01-24"), "inspection_start, inspection_end"),
        (reading_of(BURY, START, afi=3), "statement or responsible body"),
    ],
)
def test_two_readings_of_one_inspection_that_disagree_are_both_left_out(other, what):
    outcome = merged([READING, replace(other, file="other.pdf"), reading_of(LEEDS, START)], standing())
    assert [entry.local_area for entry in outcome.added] == ["Leeds"]
    assert [(entry.file, entry.reads) for entry in outcome.entries] == [
        ("bury.pdf", f"another reading of the inspection has another {what}"),
        ("other.pdf", f"another reading of the inspection has another {what}"),
    ]


def test_two_inspections_do_not_share_a_report():
    sharing = [reading_of(here, START, report_url=URL) for here in (BURY, LEEDS)]
    outcome = merged([*sharing, reading_of(YORK, START)], standing())
    assert [entry.local_area for entry in outcome.added] == ["York"]
    assert {entry.reads for entry in outcome.entries} == {
        "report_url: another inspection is read from the report at this address"
    }
    assert outcome.not_merged == 2


def test_a_reading_with_the_address_of_another_area_s_report_is_not_merged():
    entry = inspection(LEEDS, day(START), report=URL)
    assert why_not(reading_of(BURY, START, report_url=URL), into=standing(entry)) == [
        f"its address is that of the report of {entry.inspection_id}"
    ]


def test_a_reading_that_is_of_two_inspections_is_not_merged():
    earlier, later = inspection(BURY, day("2024-01-15"), end=day("2024-01-22")), inspection(BURY, day("2024-01-24"))
    assert why_not(READING, into=standing(earlier, later)) == [
        f"it is of {earlier.inspection_id} and of {later.inspection_id}"
    ]


def test_two_readings_are_never_of_one_standing_inspection():
    """One by its days, the other by its address: other days of the same week, or a report saved under a wrong name."""
    entry = inspection(BURY, day(START), report=URL)
    later = reading_of(BURY, "2024-06-17", report_url=URL)
    outcome = merged([READING, later], standing(entry))
    assert (outcome.changed, outcome.added, outcome.not_merged) == ({}, (), 2)
    told = f"another reading with other days is of {ID} too"
    assert [entry.reads for entry in outcome.entries] == [told, told]


def test_a_later_inspection_of_the_same_area_is_another():
    entry = inspection(BURY, day("2023-02-06"))
    assert [new.inspection_id for new in merged([READING], standing(entry)).added] == [ID]


def corrections(*rows):
    cells = [(document_hash("bury.pdf"), "bury.pdf", *row, "seen", "2026-11-22") for row in rows]
    return read_corrections(csv_text(CORRECTIONS.heading, cells).encode())


def test_corrections_come_before_everything_else():
    reading = reading_of(BURY, START, file="bury.pdf", outcome=NOT_FOUND)
    reading = reading.with_problems(Problem(field="outcome", page=1, expected="an outcome", found="nothing"))
    assert len(why_not(reading)) == 2
    outcome = merged([reading], standing(), corrections=corrections(("outcome", NOT_FOUND, INCONSISTENT)))
    assert (outcome.added, said(outcome)) == ((as_read(),), [])


def test_a_confirmed_field_is_no_longer_in_the_way():
    given = corrections(("title_name", "Bury", "Bury"))
    reading = doubting("title_name").with_values(*reading_of(BURY, START, title_name="Bury", file="bury.pdf").values)
    assert len(why_not(reading)) == 1
    assert len(merged([reading], standing(), corrections=given).added) == 1


def test_a_reading_under_the_corrections_that_are_kept_is_merged_with_what_they_confirm():
    """The reading was made with `--corrections`, and a rule across fields raised the problem after them."""
    given = corrections(("next_full_inspection", "3 years", "3 years"))
    under = given.sha256_of(document_hash("bury.pdf"))
    reading = doubting("next_full_inspection").with_values(
        *reading_of(BURY, START, next_full_inspection="3 years", corrections_sha256=under, file="bury.pdf").values
    )
    assert len(merged([reading], standing(), corrections=given).added) == 1
    (reason,) = why_not(reading, corrections=corrections(("next_full_inspection", "5 years", "3 years")))
    assert reason.startswith("corrections_sha256: expected a reading under the corrections that are kept of the report")


def test_a_stale_correction_is_in_the_way_of_what_it_is_about():
    assert why_not(READING, corrections=corrections(("outcome", NOT_FOUND, POSITIVE))) == [
        "outcome: expected as when it was corrected: [x]; found inconsistent"
    ]
    outcome = merged([READING], standing(), corrections=corrections(("afi.1.text", "Other words.", "")))
    assert (len(outcome.added), outcome.findings) == (1, {})


def test_corrections_of_other_reports_are_counted():
    given = corrections(("outcome", NOT_FOUND, POSITIVE), ("title_name", "A", "B"))
    assert merged([reading_of(LEEDS, START)], standing(), corrections=given).unused == 2


def test_words_of_a_document_are_told_on_one_line_without_their_control_characters():
    found = "\x1b[2J A box\nof words \u202e" + "word " * 99
    reading = reading_of(
        BURY, START, file="a\nb.pdf", problems=[Problem(field="outcome", page=1, expected="a", found=found)]
    )
    (line,) = said(merged([reading], standing()))
    assert line.isprintable()
    assert line.startswith(
        f"not merged: {ID}: outcome, page 1: expected a; found <U+001B>[2J A box of words <U+202E>word"
    )
    assert line.endswith("word word word (a b.pdf)")
    assert len(line) < 350


OUTCOMES = st.sampled_from([POSITIVE, INCONSISTENT, NOT_FOUND])
READINGS = st.builds(
    lambda here, start, outcome, afi, name: reading_of(here, start, outcome=outcome, afi=afi, file=f"{name}.pdf"),
    st.sampled_from([BURY, LEEDS]),
    st.sampled_from(["2024-01-22", "2024-01-24", "2024-06-17", "2025-03-10"]),
    OUTCOMES,
    st.integers(0, 2),
    st.integers(0, 99),
)


@given(st.lists(READINGS, max_size=6, unique_by=lambda reading: reading.file), st.randoms(), st.booleans())
def test_the_order_of_readings_never_matters_and_merging_again_changes_nothing(readings, random, take):
    entry = inspection(BURY, day("2024-06-17"), source=Source.REPORT)
    into = standing(entry, found=found_of(entry, afi=2))
    shuffled = list(readings)
    random.shuffle(shuffled)
    once = merged(readings, into, take=take)
    assert merged(shuffled, into, take=take) == once
    assert sum(once.inspections_by_verdict.values()) + once.not_merged <= len(readings)
    kept = [once.changed.get(item.inspection_id, item) for item in into.inspections]
    found = [item for item in into.findings if item.inspection_id not in once.findings]
    found += [item for items in once.findings.values() for item in items]
    again = merged(readings, standing(*kept, *once.added, found=found), take=take)
    assert (again.changed, again.added, again.findings) == ({}, (), {})
    assert again.not_merged == once.not_merged
