"""A file that cannot be read has its own fault; what other files say of its records is not held against them."""

import pytest

from areasend.register import AreaCode, Key, RecordsInvalid, load_folder, packaged_files
from areasend.register.rules import faults_of

# What can be wrong with a file as a whole: its new content, given the sound one; None takes it away.
BREAKAGES = {
    "missing": (lambda _: None, "the file is missing"),
    "empty": (lambda _: b"", "the file is empty: not even a heading"),
    "UTF-16": (lambda content: content.decode().encode("utf-16"), "the file is not in UTF-8"),
    "NUL": (lambda content: content + b"\0", "not a text file"),
    "semicolons": (lambda content: content.replace(b",", b";"), "the cells are not parted by commas"),
    "another heading": (lambda content: b"colour," + content, "no such column belongs here"),
    "not CSV": (lambda content: content + b'"open', "not valid CSV (RFC 4180) from here on"),
}
FOLLOW_ON = {
    "local_areas.csv": "no local area of the register has this code",
    "documents.csv": "no such document",
    "inspections.csv": "no inspection of the area began on this day",
}


def faults(folder, files):
    folder.mkdir()
    for name, content in files.items():
        if content is not None:
            (folder / name).write_bytes(content)
    with pytest.raises(RecordsInvalid) as caught:
        load_folder(folder)
    return caught.value.faults


@pytest.mark.parametrize("breakage", BREAKAGES)
@pytest.mark.parametrize("name", FOLLOW_ON)
def test_the_fault_of_an_unread_file_is_the_only_one(tmp_path, name, breakage):
    spoil, rule = BREAKAGES[breakage]
    files = packaged_files()
    (fault,) = faults(tmp_path / "records", files | {name: spoil(files[name])})
    assert (fault.file, fault.rule) == (name, rule)


@pytest.mark.parametrize("name", FOLLOW_ON)
def test_a_heading_alone_is_read_so_its_records_are_missed(tmp_path, name):
    files = packaged_files()
    heading = files[name].splitlines(keepends=True)[0]
    found = faults(tmp_path / "records", files | {name: heading})
    assert len(found) > 20
    assert {fault.rule for fault in found} == {FOLLOW_ON[name]}


def test_a_row_that_cannot_be_read_is_the_only_fault(tmp_path):
    """Nottinghamshire's inspection has 6 findings, which are not told to be of no inspection."""
    files = packaged_files()
    changed = files["inspections.csv"].replace(b"E10000024,Nottinghamshire,2023-01-30", b"E10000024,Nottinghamshire,30")
    (fault,) = faults(tmp_path / "records", files | {"inspections.csv": changed})
    assert (fault.file, fault.row, fault.column) == ("inspections.csv", 2, "inspection_start")


def test_a_finding_that_cannot_be_read_is_the_only_fault(tmp_path):
    files = packaged_files()
    changed = files["findings.csv"].replace(b"2023-01-30,afi,1,", b"2023-01-30,afi,one,")
    (fault,) = faults(tmp_path / "records", files | {"findings.csv": changed})
    assert (fault.file, fault.row, fault.column) == ("findings.csv", 2, "seq")


def test_other_faults_are_told_beside_that_of_the_unread_file(tmp_path):
    files = packaged_files()
    changed = files["inspections.csv"].replace(b"https://", b"http://", 1)
    found = faults(tmp_path / "records", files | {"local_areas.csv": b"", "inspections.csv": changed})
    assert [(fault.file, fault.column) for fault in found] == [
        ("local_areas.csv", ""),
        ("inspections.csv", "report_url"),
    ]


def test_rules_hold_back_for_an_unread_file_alone(record_set):
    strange = {"gss_code": AreaCode("E06009009"), "document": Key("other")}
    told = {
        unread: [fault.rule for fault in faults_of(record_set(thematic_visits=[strange], unread=frozenset(unread)))]
        for unread in ((), ("local_areas",), ("documents",), ("local_areas", "documents"), ("inspections",))
    }
    area, document, _ = FOLLOW_ON.values()
    assert told == {
        (): [area, document],
        ("local_areas",): [document],
        ("documents",): [area],
        ("local_areas", "documents"): [],
        ("inspections",): [area, document],
    }
