"""`areasend reports read` from end to end: tables and evidence, the same bytes, what is left alone, what is refused."""

import csv
import io
import json
import random
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.reports_written.written import WrittenReport, written_report

from areasend.cli import main
from areasend.cli.reports_read import default_cache

SHARED = Path(__file__).parents[3] / "shared"
SEEDS = range(4)
TABLES = ("inspections.csv", "findings.csv", "sections.csv", "problems.csv")


@pytest.fixture(scope="module")
def written() -> tuple[WrittenReport, ...]:
    return tuple(written_report(seed) for seed in SEEDS)


@pytest.fixture(scope="module")
def reports(written: tuple[WrittenReport, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    (folder / "inner").mkdir()
    for seed, report in zip(SEEDS, written, strict=True):
        place = folder / ("inner" if seed % 2 else "") / f"report-{seed}.pdf"
        place.write_bytes(report.data)
    return folder


@pytest.fixture(scope="module")
def read(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("read") / "out"
    assert main(["reports", "read", str(reports), "--out", str(out), "--no-cache", "--jobs", "1"]) == 0
    return out


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def kept_in(cache: Path) -> list[Path]:
    return [path for path in cache.rglob("*") if path.is_file()]


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_five_files_and_a_row_for_each_report(read: Path, written: tuple[WrittenReport, ...]) -> None:
    assert names(read) == sorted([*TABLES, "evidence.json"])
    found = {row["file"]: row for row in rows(read / "inspections.csv")}
    assert sorted(found) == ["inner/report-1.pdf", "inner/report-3.pdf", "report-0.pdf", "report-2.pdf"]
    for seed, report in zip(SEEDS, written, strict=True):
        row = found[f"inner/report-{seed}.pdf" if seed % 2 else f"report-{seed}.pdf"]
        assert {name: row[name] for name in report.truth.fields} == report.truth.fields
        assert row["inspection_id"] == f"{report.truth.gss_code}-{report.truth.fields['inspection_start']}"
        assert row["publication_date"] == "[x]"


def test_findings_and_sections_stand_with_their_inspection(read: Path, written: tuple[WrittenReport, ...]) -> None:
    findings, sections = rows(read / "findings.csv"), rows(read / "sections.csv")
    for report in written:
        told = [letters(row["text"]) for row in findings if row["gss_code"] == report.truth.gss_code]
        assert told == [letters(statement.text) for statement in report.truth.findings]
        said = [letters(row["text"]) for row in sections if row["gss_code"] == report.truth.gss_code]
        assert said == [letters(passage.text) for passage in report.truth.passages]


def test_every_value_of_a_report_has_its_words_and_box(read: Path) -> None:
    evidence = json.loads((read / "evidence.json").read_text(encoding="utf-8"))
    assert "unofficial" in evidence["notice"]
    for document in evidence["documents"]:
        assert len(document["sha256"]) == 64
        for value in document["values"]:
            counted = value["field"].startswith("n_areas") or value["field"] in ("pages", "inspection_type")
            if value["origin"] == "report" and value["value"] not in ("[x]", "no", "") and not counted:
                assert value["places"], value["field"]
            for place in value["places"]:
                width, height = document["page_sizes"][place["page"] - 1]
                x0, top, x1, bottom = place["box"]
                assert 0 <= x0 < x1 <= width
                assert 0 <= top < bottom <= height


def test_names_of_inspectors_stay_in_the_reading(read: Path, tmp_path: Path) -> None:
    """They are in inspections.csv of the reading, and in no file of the records and the snapshot made from it."""
    leads = {
        name
        for row in rows(read / "inspections.csv")
        for field in ("ofsted_lead_inspector", "cqc_lead_inspector")
        for name in row[field].split(";")
    }
    assert len(leads) >= len(SEEDS)
    assert main(["records", "from-reports", str(read), "--out", str(tmp_path / "records")]) == 0
    freeze = ["snapshot", "freeze", "--records", str(tmp_path / "records"), "--as-at", "2026-12-31"]
    assert main([*freeze, "--out", str(tmp_path / "snapshot")]) == 0
    for path in [*(tmp_path / "records").rglob("*"), *(tmp_path / "snapshot").rglob("*")]:
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            assert not [name for name in leads if name in text], path


def test_the_order_of_files_the_workers_and_the_cache_change_nothing(reports: Path, read: Path, tmp_path: Path) -> None:
    flat = tmp_path / "flat"
    shutil.copytree(reports, flat)
    kept = ["--cache", str(tmp_path / "cache")]
    for number, options in enumerate((["--jobs", "3", *kept], ["--jobs", "2", *kept])):
        out = tmp_path / f"again-{number}"
        assert main(["reports", "read", str(flat), "--out", str(out), *options]) == 0
        assert content(out) == content(read)
    assert len(kept_in(tmp_path / "cache")) == len(SEEDS)
    files = [str(path) for path in sorted(reports.rglob("*.pdf"))]
    shuffled = random.Random(5).sample(files, len(files))
    for number, paths in enumerate((files, shuffled)):
        assert main(["reports", "read", *paths, "--no-cache", "--out", str(tmp_path / f"named-{number}")]) == 0
    assert content(tmp_path / "named-0") == content(tmp_path / "named-1")


def test_tables_as_json_hold_the_same(
    reports: Path, read: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["reports", "read", str(reports), "--no-cache", "--format", "json", "--out", str(out)]) == 0
    for table in TABLES:
        assert json.loads((out / table.replace(".csv", ".json")).read_text(encoding="utf-8")) == rows(read / table)
    assert ".csv" not in capsys.readouterr().out


def test_other_documents_are_named_and_left_alone(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    shutil.copy(reports / "report-0.pdf", folder)
    letter = Canvas(str(folder / "letter.pdf"))
    for number, line in enumerate(("Ofsted", "Area SEND monitoring inspection of Testshire", "Dear colleague")):
        letter.drawString(72, 760 - 20 * number, line)
    letter.save()
    blank = Canvas(str(folder / "scan.pdf"))
    blank.rect(72, 72, 200, 200, fill=1)
    blank.save()
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "page.pdf").write_bytes(b"<!doctype html><title>Not found</title>")
    (folder / "half.pdf").write_bytes((reports / "report-2.pdf").read_bytes()[:3000])
    out = tmp_path / "out"
    assert main(["reports", "read", str(folder), "--no-cache", "--out", str(out)]) == 0
    told = {row["file"]: row["found"] for row in rows(out / "problems.csv") if row["field"] == "document"}
    assert told["letter.pdf"].startswith("a letter or report of a monitoring inspection")
    assert told["scan.pdf"].startswith("a PDF without text")
    assert told["empty.pdf"].startswith("an empty file")
    assert told["page.pdf"].startswith("a file that is no PDF")
    assert "half.pdf" in told
    assert [row["file"] for row in rows(out / "inspections.csv")] == ["report-0.pdf"]
    printed = capsys.readouterr()
    assert "1 report of full inspections read" in printed.out
    assert "Left alone: 1, a PDF without text" in printed.out
    assert printed.err == ""


def test_the_same_document_under_two_names_is_read_once(reports: Path, tmp_path: Path) -> None:
    folder = tmp_path / "twice"
    folder.mkdir()
    for name in ("a.pdf", "b.pdf"):
        shutil.copy(reports / "report-0.pdf", folder / name)
    out = tmp_path / "out"
    assert main(["reports", "read", str(folder), "--no-cache", "--out", str(out)]) == 0
    assert [row["file"] for row in rows(out / "inspections.csv")] == ["a.pdf"]
    assert [row["found"] for row in rows(out / "problems.csv") if row["field"] == "file"] == [
        "the same document as b.pdf"
    ]


def test_two_files_of_one_name_are_shown_by_their_whole_paths(reports: Path, tmp_path: Path) -> None:
    for name, report in (("one", "report-0.pdf"), ("two", "report-2.pdf")):
        (tmp_path / name).mkdir()
        shutil.copy(reports / report, tmp_path / name / "report.pdf")
    out = tmp_path / "out"
    folders = [str(tmp_path / "one"), str(tmp_path / "two")]
    assert main(["reports", "read", *folders, folders[0], "--no-cache", "--out", str(out)]) == 0
    assert sorted(row["file"] for row in rows(out / "inspections.csv")) == [
        f"{folder}/report.pdf" for folder in folders
    ]


def test_dates_of_publication_come_from_their_file(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dates = tmp_path / "dates.csv"
    dates.write_text("file,publication_date\nreport-0.pdf,2026-11-20\n", encoding="utf-8")
    out = tmp_path / "out"
    assert main(["reports", "read", str(reports), "--no-cache", "--dates", str(dates), "--out", str(out)]) == 0
    found = {row["file"]: row["publication_date"] for row in rows(out / "inspections.csv")}
    assert found.pop("report-0.pdf") == "2026-11-20"
    assert set(found.values()) == {"[x]"}
    assert "\nPublication dates were given for 1 of them.\n" in capsys.readouterr().out


def test_a_correction_holds_for_every_reading(reports: Path, read: Path, tmp_path: Path) -> None:
    row = next(row for row in rows(read / "inspections.csv") if row["file"] == "report-0.pdf")
    corrections = tmp_path / "corrections.csv"
    corrections.write_text(
        "sha256,file,field,read,corrected,reason,corrected_on\n"
        f"{row['sha256']},report-0.pdf,copyright_year,{row['copyright_year']},2031,a slip of the printer,2026-11-22\n",
        encoding="utf-8",
    )
    for number in range(2):
        out = tmp_path / f"out-{number}"
        options = ["--no-cache", "--corrections", str(corrections), "--out", str(out)]
        assert main(["reports", "read", str(reports), *options]) == 0
        (corrected,) = [found for found in rows(out / "inspections.csv") if found["file"] == "report-0.pdf"]
        assert corrected["copyright_year"] == "2031"
        # The rules go by the corrected value: a copyright line of years later is told.
        assert ("report-0.pdf", "copyright_year") in {(p["file"], p["field"]) for p in rows(out / "problems.csv")}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["missing.pdf", "--out", "out"], "is not there"),
        (["empty", "--out", "out"], "no file whose name ends in .pdf"),
        (["{reports}", "--out", "full"], "already there"),
        (["{reports}", "--out", "out", "--dates", "missing.csv"], "cannot be read"),
        (["{reports}", "--out", "out", "--dates", "wrong.csv"], "publication_date"),
        (["{reports}", "--out", "out", "--corrections", "wrong.csv"], "wrong.csv"),
    ],
)
def test_wrong_input_is_told_and_leaves_nothing(
    arguments: list[str],
    told: str,
    reports: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "wrong.csv").write_text("colour\nred\n", encoding="utf-8")
    before = sorted(path.name for path in tmp_path.rglob("*"))
    given = [argument.replace("{reports}", str(reports)) for argument in arguments]
    assert main(["reports", "read", *given, "--no-cache"]) == 2
    assert told in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.rglob("*")) == before


def test_names_that_are_no_text_and_links_that_lead_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "round.pdf").symlink_to("round.pdf")
    (folder / "loop").symlink_to(folder)
    try:
        (folder / "a\udcff\x1b[2J.pdf").write_bytes(b"no PDF")
    except OSError:
        pytest.skip("this file system has names of text alone")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    out = tmp_path / "out"
    assert main(["reports", "read", str(folder), "--out", str(out), "--no-cache"]) == 0
    printed = capsys.readouterr()
    assert {row["file"]: row["found"].partition(":")[0] for row in rows(out / "problems.csv")} == {
        "a\\xff\x1b[2J.pdf": "a file that is no PDF",
        "round.pdf": "a file that could not be opened",
    }
    # A name steers no terminal, and with nothing read there is nothing to merge.
    assert "a\\xff<U+001B>[2J.pdf" in printed.err
    assert printed.out.endswith("\nproblems.csv there names each file as what it is.\n")


def test_a_folder_that_may_not_be_read_is_not_passed_over(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = Path.iterdir

    def refused(folder: Path) -> Iterator[Path]:
        if folder.name == "inner":
            raise PermissionError(13, "Permission denied")
        return listed(folder)

    monkeypatch.setattr(Path, "iterdir", refused)
    assert main(["reports", "read", str(reports), "--out", str(tmp_path / "out"), "--no-cache"]) == 2
    assert f"{reports / 'inner'} cannot be read: Permission denied. Name folders" in capsys.readouterr().err


@pytest.mark.parametrize("jobs", ["0", "-1", "two", "²"])
def test_jobs_are_a_whole_number(jobs: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["reports", "read", "x", "--out", "y", "--jobs", jobs])
    assert stopped.value.code == 2
    assert "is no whole number from 1" in capsys.readouterr().err


def test_the_cache_is_the_user_s_own(reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert default_cache().is_relative_to(tmp_path)
    assert main(["reports", "read", str(reports / "report-0.pdf"), "--out", str(tmp_path / "out")]) == 0
    assert len(kept_in(default_cache())) == 1


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not on this machine: it holds the published reports")
def test_the_statistics_follow_from_the_reports_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From PDFs to outcome tables, held against a count of ../shared/facts/inspections.csv for the same areas."""
    reading, records, snapshot = (tmp_path / name for name in ("reading", "records", "snapshot"))
    dates = str(SHARED / "facts" / "inspections.csv")
    paths = [str(SHARED / "reports"), "--out", str(reading), "--no-cache", "--dates", dates]
    assert main(["reports", "read", *paths]) == 0
    assert main(["records", "from-reports", str(reading), "--out", str(records)]) == 0
    freeze = ["snapshot", "freeze", "--records", str(records), "--as-at", "2025-01-31", "--out", str(snapshot)]
    assert main(freeze) == 0
    capsys.readouterr()
    read = {row["inspection_id"] for row in rows(reading / "inspections.csv")}
    facts = [
        row
        for row in rows(SHARED / "facts" / "inspections.csv")
        if f"{row['gss_code']}-{row['inspection_start']}" in read
    ]
    assert len(facts) == len(read) == 37
    keys = ("typically_positive", "inconsistent", "widespread_systemic_failings")
    counts = Counter((row["ofsted_region"], row["outcome"]) for row in facts)
    counts += Counter(("England", row["outcome"]) for row in facts)
    assert main(["tables", "show", "outcomes-by-region", "--snapshot", str(snapshot), "--format", "csv"]) == 0
    shown = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    expected = {region: [str(counts[region, key]) for key in keys] for region in {region for region, _ in counts}}
    found = {row[0]: row[1:4] for row in shown if row and row[0] in expected}
    assert found == expected
    published = {(row["gss_code"], row["publication_date"]) for row in rows(records / "inspections.csv")}
    assert published == {(row["gss_code"], row["publication_date"]) for row in facts}
