"""The file of accepted remarks: read strictly, held against what was found, and kept from outliving its reasons."""

import tomllib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.checked_documents import FINDINGS, NAME, RESULT, ROSES, SAID, SHARE, finding

from areasend.check import CheckError
from areasend.check.numbers import read_acceptances, report_text, reported
from areasend.check.numbers.documents.model import Where
from areasend.check.numbers.results.accepting import acceptance_lines
from areasend.check.numbers.results.model import Kind, Severity, Status

ENTRY = '''
# Why we keep it
[[accepted]]
kind = "words-against-table"
file = "note.txt"
quote = "5 (35%) had roses"
found = "5"
reason = """The table counts
others."""
'''


def changed(**lines: str) -> bytes:
    """The entry with keys written otherwise; an empty text leaves a key out."""
    kept = [f'{key} = """{value}"""' for key, value in tomllib.loads(ENTRY)["accepted"][0].items() if key not in lines]
    return "\n".join(["[[accepted]]", *kept, *(f"{key} = {text}" for key, text in lines.items() if text)]).encode()


def test_an_accepted_error_does_not_count_any_more_and_is_told() -> None:
    report = reported(RESULT, read_acceptances(ENTRY.encode(), place="accepted.toml"))
    assert report.findings == (SHARE, NAME)
    assert [(entry.finding, entry.reason) for entry in report.accepted] == [(ROSES, "The table counts others.")]
    assert (report.errors, report.queries) == (1, 1)


def test_numbers_stand_as_before_and_name_the_findings_that_are_left() -> None:
    report = reported(RESULT, read_acceptances(ENTRY.encode(), place="accepted.toml"))
    assert [entry.status for entry in report.judged] == [entry.status for entry in RESULT.judged]
    assert report.count(Status.CONTRADICTED) == 1
    assert [(entry.number.id, entry.findings) for entry in report.judged if entry.findings] == [(2, (0,))]


def test_without_errors_the_report_passes() -> None:
    entries = changed() + b"\n" + changed(kind='"impossible-percentage"', found='"35%"')
    report = reported(RESULT, read_acceptances(entries, place="a.toml"))
    assert report.passed
    assert not reported(RESULT).passed


def test_an_entry_for_nothing_is_a_query_at_its_place() -> None:
    content = ENTRY.encode() + b"\n" + changed(found='"6"')
    report = reported(RESULT, read_acceptances(content, place="accepted.toml"))
    (query,) = [entry for entry in report.findings if entry.kind is Kind.ACCEPTANCE]
    assert query.severity is Severity.QUERY
    assert (str(query.where), query.found) == ("accepted.toml, line 11", "none")
    assert report.findings[-1] == query
    assert "accepted.toml, line 11" in report_text(report)


@pytest.mark.parametrize(
    "lines",
    [
        {"kind": '"total"'},
        {"file": '"ote.txt"'},
        {"file": '"other.txt"'},
        {"found": '"50"'},
        {"quote": '"5 (36%)"'},
        {"quote": "", "line": "3"},
        {"line": "3"},
        {"expected": '"11"'},
    ],
)
def test_whatever_differs_it_does_not_fit(lines: dict[str, str]) -> None:
    report = reported(RESULT, read_acceptances(changed(**lines), place="a.toml"))
    assert report.accepted == ()
    assert report.findings[:3] == FINDINGS
    assert [entry.kind for entry in report.findings[3:]] == [Kind.ACCEPTANCE]


@pytest.mark.parametrize(
    "lines",
    [
        {"quote": "", "line": "2"},
        {"line": "2", "expected": '"10"'},
        {"quote": '"Of 14  gardens,\\n5 (35%)"'},
        {"found": '" 5 "'},
    ],
)
def test_it_fits_by_line_or_quotation_however_that_is_spaced(lines: dict[str, str]) -> None:
    assert len(reported(RESULT, read_acceptances(changed(**lines), place="a.toml")).accepted) == 1


def test_a_file_is_named_by_the_end_of_its_path() -> None:
    deep = replace(ROSES, where=Where(file="/home/ann/note.txt", line=2))
    report = reported(replace(RESULT, findings=(deep,), judged=()), read_acceptances(ENTRY.encode(), place="a"))
    assert report.passed


def test_typography_is_no_difference() -> None:
    curly = replace(ROSES, quote="the area’s “gardens” 2023–24")
    entry = changed(quote="'''the area's \"gardens\" 2023-24'''")
    report = reported(replace(RESULT, findings=(curly,), judged=()), read_acceptances(entry, place="a"))
    assert report.passed


def test_all_that_are_alike_are_accepted_at_once() -> None:
    twice = (ROSES, replace(ROSES, where=Where(file="note.txt", line=9), message="Table 2 has 10."))
    report = reported(replace(RESULT, findings=twice, judged=()), read_acceptances(ENTRY.encode(), place="a"))
    assert len(report.accepted) == 2
    assert report.findings == ()


def test_of_several_that_differ_none_is_accepted() -> None:
    differing = (ROSES, replace(ROSES, expected="11"))
    report = reported(replace(RESULT, findings=differing, judged=()), read_acceptances(ENTRY.encode(), place="a"))
    assert report.accepted == ()
    assert report.errors == 2
    assert "2 remarks that differ" in report.findings[-1].message
    closer = read_acceptances(changed(expected='"11"'), place="a")
    assert [
        entry.finding.expected for entry in reported(replace(RESULT, findings=differing, judged=()), closer).accepted
    ] == ["11"]


def test_the_first_reason_holds_where_two_entries_accept_one_remark() -> None:
    entries = read_acceptances(changed() + b"\n" + changed(reason='"Another."'), place="a")
    assert [entry.reason for entry in reported(RESULT, entries).accepted] == ["The table counts others."]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfe", "a.toml: a TOML file in UTF-8; found "),
        (b"accepted = [", "a.toml: a TOML file in UTF-8; found "),
        (b'accept = "x"', "found the key 'accept'"),
        (b'accepted = "x"', "something else under 'accepted'"),
        (b"accepted = [1]", "something else under 'accepted'"),
        (
            changed(severity='"query"'),
            "a.toml, line 1: an entry has the keys kind, file, quote, found, expected, reason",
        ),
        (changed(reason=""), "an entry has the key reason; found none. What to do: write reason = "),
        (changed(reason='" "'), "an entry has the key reason; found an empty one"),
        (changed(kind=""), "an entry has the key kind"),
        (changed(kind='"typo"'), "kind is one that a check gives; found 'typo'"),
        (changed(file='""'), "an entry has the key file; found an empty one"),
        (changed(found=""), "an entry has the key found; found none"),
        (changed(found="5"), "found is text; found 5. What to do: write it in quotation marks."),
        (changed(quote=""), "an entry has a quote or a line; found neither"),
        (changed(quote='" "'), "an entry has a quote or a line; found neither"),
        (changed(line='"2"'), "line is a whole number; found '2'"),
        (changed(line="true"), "line is a whole number; found True"),
        (changed(line="-2"), "line is a whole number; found -2"),
        (b"accepted = " + b"[" * 5000 + b"]" * 5000, "a.toml: "),
    ],
)
def test_a_file_that_is_not_sound_is_refused_with_the_place(content: bytes, said: str) -> None:
    with pytest.raises(CheckError) as error:
        read_acceptances(content, place="a.toml")
    assert said in str(error.value)
    assert "What to do: " in str(error.value)


def test_a_number_of_thousands_of_digits_is_refused() -> None:
    with pytest.raises(CheckError, match="a TOML file in UTF-8"):
        read_acceptances(b"[[accepted]]\nline = 1" + b"9" * 5_000, place="a.toml")


def test_an_empty_file_accepts_nothing() -> None:
    assert read_acceptances(b"", place="a") == ()


def test_entries_written_in_a_list_have_the_first_line() -> None:
    content = b'\naccepted = [{kind = "total", file = "f", line = 4, found = "", reason = "r"}]'
    assert [entry.where.line for entry in read_acceptances(content, place="a")] == [1]


@given(st.text(min_size=1), st.text(), st.text(min_size=1).filter(lambda text: bool(text.strip())))
def test_the_entry_that_is_offered_accepts_its_finding(quote: str, found: str, file: str) -> None:
    """Whatever its words hold."""
    about = finding(SAID, found=found, expected="x", quote=quote, where=Where(file=file, line=2))
    entry = "\n".join(acceptance_lines(about)).replace('reason = ""', 'reason = "so"')
    result = replace(RESULT, findings=(about,), judged=())
    assert reported(result, read_acceptances(entry.encode("utf-8", "replace"), place="a")).passed


def test_the_entry_of_a_finding_without_a_quotation_has_its_line() -> None:
    about = finding(SAID, found="", expected="", quote=" ", where=Where(file="f.txt", line=7))
    assert list(acceptance_lines(replace(about, quote=""))) == [
        "[[accepted]]",
        'kind = "words-against-table"',
        'file = "f.txt"',
        'found = ""',
        "line = 7",
        'reason = ""',
    ]
    entry = "\n".join(acceptance_lines(about)).replace('reason = ""', 'reason = "so"')
    assert reported(replace(RESULT, findings=(about,), judged=()), read_acceptances(entry.encode(), place="a")).passed
