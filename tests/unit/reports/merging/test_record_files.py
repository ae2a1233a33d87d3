"""Files of records after a merge: those that change, written as the packaged ones are, and no other byte."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from areasend.framework import packaged_framework
from areasend.register import AreaCode, Finding, FindingKind, Source, packaged_files, packaged_register
from areasend.reports import Merged, merged_files, new_records

REGISTER, FILES = packaged_register(), packaged_files()
NOTTINGHAMSHIRE = next(entry for entry in REGISTER.inspections if entry.local_area == "Nottinghamshire")
THURROCK = next(entry for entry in REGISTER.inspections if entry.local_area == "Thurrock")


def merged_with(changed=None, added=(), findings=None):
    return Merged(
        changed=changed or {},
        added=tuple(added),
        findings=findings or {},
        entries=(),
        inspections_by_verdict=Counter(),
        findings_by_verdict=Counter(),
        not_merged=0,
        unused=0,
    )


def files_after(changed=None, added=(), findings=None):
    return merged_files(FILES, merged_with(changed, added, findings))


def lines(content):
    return content.decode().splitlines(keepends=True)


def difference(name, content):
    """The lines that are gone and those that have come."""
    old, new = lines(FILES[name]), lines(content)
    return [line for line in old if line not in new], [line for line in new if line not in old]


def test_a_merge_without_changes_writes_no_file():
    assert files_after() == {}


@pytest.mark.parametrize("name", ["inspections.csv", "findings.csv"])
def test_writing_what_stands_gives_the_packaged_bytes(name):
    """What is taken to have changed is what stands."""
    of_one = tuple(item for item in REGISTER.findings if item.inspection_id == NOTTINGHAMSHIRE.inspection_id)
    written = files_after({NOTTINGHAMSHIRE.inspection_id: NOTTINGHAMSHIRE}, (), {of_one[0].inspection_id: of_one})
    assert written[name] == FILES[name]


def test_a_changed_inspection_keeps_its_row():
    changed = replace(NOTTINGHAMSHIRE, publication_date=None)
    written = files_after({NOTTINGHAMSHIRE.inspection_id: changed})
    assert list(written) == ["inspections.csv"]
    gone, come = difference("inspections.csv", written["inspections.csv"])
    assert come == [gone[0].replace("2023-05-16", "")]
    assert lines(written["inspections.csv"])[1] == come[0]


def test_new_inspections_go_where_their_days_belong():
    """After those of the same day that come before it by name; the rows around them stay as they are."""
    kent = replace(NOTTINGHAMSHIRE, local_area="Somewhere", inspection_start=date(2023, 2, 6), report_url=None)
    last = replace(kent, local_area="Thereafter", inspection_start=date(2027, 2, 6))
    (content,) = files_after(added=[last, kent]).values()
    gone, _ = difference("inspections.csv", content)
    assert gone == []
    rows = [line.split(",")[1] for line in lines(content)]
    assert rows[1:5] == ["Nottinghamshire", "Cornwall", "Somewhere", "Warrington"]
    assert rows[-1] == "Thereafter"


def test_an_inspection_whose_days_are_filled_in_goes_where_they_belong():
    dated = replace(THURROCK, inspection_start=date(2023, 1, 30), inspection_end=date(2023, 2, 3), source=Source.REPORT)
    (content,) = files_after({THURROCK.inspection_id: dated}).values()
    assert [line.split(",")[1] for line in lines(content)][1:3] == ["Nottinghamshire", "Thurrock"]
    assert content.count(b"Thurrock") == 1


def test_findings_are_replaced_as_a_whole():
    finding = Finding(
        gss_code=AreaCode("E10000024"),
        local_area="Nottinghamshire",
        inspection_start=date(2023, 1, 30),
        kind=FindingKind.AFI,
        seq=1,
        responsible_bodies=("One, of two", "Two"),
        page=7,
        source=Source.REPORT,
    )
    (content,) = files_after(findings={NOTTINGHAMSHIRE.inspection_id: (finding,)}).values()
    assert lines(content)[1] == 'E10000024,Nottinghamshire,2023-01-30,afi,1,"One, of two;Two",7,report\n'
    assert content.count(b"Nottinghamshire,2023-01-30") == 1
    assert len(lines(content)) == len(lines(FILES["findings.csv"])) - 5


def test_what_is_known_by_a_first_day_follows_it_and_goes_where_it_belongs():
    moved = replace(NOTTINGHAMSHIRE, inspection_start=date(2023, 2, 7))
    written = files_after({NOTTINGHAMSHIRE.inspection_id: moved})
    assert sorted(written) == ["codings.csv", "inspections.csv", "leadership_statements.csv"]
    for name in ("codings.csv", "leadership_statements.csv"):
        stood = [
            line.replace("Nottinghamshire,2023-01-30", "Nottinghamshire,2023-02-07") for line in lines(FILES[name])
        ]
        assert sorted(lines(written[name])) == sorted(stood)
        assert lines(written[name]) != stood or name == "leadership_statements.csv"
    assert "Nottinghamshire" not in lines(written["codings.csv"])[1]


def test_records_without_codings_have_none_that_follow():
    """The optional files need not be there."""
    moved = replace(NOTTINGHAMSHIRE, inspection_start=date(2023, 2, 7))
    standing = {name: FILES[name] for name in ("inspections.csv", "findings.csv")}
    assert list(merged_files(standing, merged_with({NOTTINGHAMSHIRE.inspection_id: moved}))) == ["inspections.csv"]


def test_new_records_hold_the_packaged_places_and_claim_nothing():
    found = new_records()
    held = {name for name in found if found[name] == FILES.get(name) and len(lines(found[name])) > 1}
    assert held == {"local_areas.csv", "area_names.csv"}
    assert found.keys() - FILES.keys() == {"corrections.csv"}
    empty = found.keys() - {"local_areas.csv", "area_names.csv", "register.toml"}
    assert {len(lines(found[name])) for name in empty} == {1}
    assert b"complete_to = 2022-12-31" in found["register.toml"]
    assert date(2022, 12, 31) < packaged_framework().start
