"""Coding from the command line: from readings to records, and nobody sees another's codes before all are locked."""

import csv
import io
import re
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from tests.coding_folders import files_in, second_version, version

from areasend.cli import clock, main
from areasend.register import load_folder

NOW = datetime.fromisoformat("2026-12-02T09:30:00+00:00")
# Inspections of the packaged records; statements in our own words.
READINGS = (
    ("E08000028-2023-07-03", "E08000028", "Sandwell", 2, 0),
    ("E10000024-2023-01-30", "E10000024", "Nottinghamshire", 2, 2),
)
COLUMNS = ["inspection_id", "gss_code", "local_area", "kind", "seq", "text", "page_start", "page_end", "file"]
SECTIONS = [*COLUMNS[:3], "section", *COLUMNS[4:], "form"]

Run = Callable[..., str]


@pytest.fixture(autouse=True)
def hour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    for name in ("adjudicate", "import", "lock", "sheet"):
        monkeypatch.setattr(f"areasend.cli.themes_{name}.now", lambda: NOW)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command; returns all that it said, on stdout and stderr."""

    def run(*arguments: object, code: int = 0) -> str:
        assert main(["themes", *map(str, arguments)]) == code
        captured = capsys.readouterr()
        assert bool(captured.err) == (code != 0)
        return captured.out + captured.err

    return run


def write_table(path: Path, columns: list[str], rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle).writerows([columns, *rows])


@pytest.fixture
def readings(tmp_path: Path) -> Path:
    folder = tmp_path / "readings"
    folder.mkdir()
    findings, sections = [], []
    for inspection, area, name, afi, apa in READINGS:
        for kind, number in (("afi", afi), ("apa", apa)):
            for seq in range(1, number + 1):
                text = f"=Leaders should mend {kind} {seq} of {name}."
                findings.append([inspection, area, name, kind, str(seq), text, "4", "5", f"{name}.pdf"])
        sections.append([inspection, area, name, "effective", "1", "Nurses help.", "3", "3", f"{name}.pdf", "bullet"])
    write_table(folder / "findings.csv", COLUMNS, findings)
    write_table(folder / "sections.csv", SECTIONS, sections)
    return folder


@pytest.fixture
def coding(tmp_path: Path, readings: Path, run: Run) -> Path:
    run("start", readings, "--out", tmp_path / "coding")
    run("sheet", tmp_path / "coding", "--coder", "anna", "--coder", "ben", "--out", tmp_path / "sheets")
    return tmp_path / "coding"


def fill(sheet: Path, themes: Callable[[str], str], **cells: str) -> Path:
    rows = list(csv.DictReader(io.StringIO(sheet.read_text(encoding="utf-8"), newline="")))
    for row in rows:
        row |= {"themes": themes(row["statement"]), **cells}
    write_table(sheet, list(rows[0]), [list(row.values()) for row in rows])
    return sheet


def test_from_readings_to_records(tmp_path: Path, readings: Path, run: Run) -> None:
    folder, sheets = tmp_path / "coding", tmp_path / "sheets"
    assert run("start", readings, "--out", folder) == (
        f"Wrote {folder}: 6 statements of 2 inspections, to be coded with version 1 of the codebook.\n"
        f"Next: areasend themes sheet {folder} --coder NAME --out SHEETS\n"
    )
    description = ("--made-by", "model", "--description", "A model, told the codebook")
    assert run("sheet", folder, "--coder", "anna", "--out", tmp_path / "first").startswith("anna joins")
    assert "ben joins" in run("sheet", folder, "--coder", "ben", "--coder", "anna", *description, "--out", sheets)
    assert sorted(path.name for path in sheets.iterdir()) == ["anna.csv", "anna.ods", "ben.csv", "ben.ods"]
    assert run("status", folder).splitlines() == [
        "6 statements, version 1 of the codebook, 2 coders.",
        "  anna (person): 0 done, 6 open",
        "  ben (model): 0 done, 6 open",
    ]
    fill(sheets / "anna.csv", lambda key: "ehc_plans; governance")
    assert run("import", folder, sheets / "anna.csv", "--coder", "anna") == (
        f"anna: 6 new, 0 changed, 0 as before, 0 open.\nNext: areasend themes lock {folder} --coder anna\n"
    )
    again = fill(tmp_path / "first/anna.csv", lambda _: "")
    assert "6 are empty in the sheet and were decided before" in run("import", folder, again, "--coder", "anna")
    fill(sheets / "ben.csv", lambda key: {"1": "governance; ehc_plans", "2": ""}[key[-1]])
    assert run("import", folder, sheets / "ben.csv", "--coder", "ben") == (
        "ben: 3 new, 0 changed, 0 as before, 3 open.\n"
    )
    assert "3 of 6 statements have no code of ben" in run("lock", folder, "--coder", "ben", code=2)
    assert run("lock", folder, "--coder", "ben", "--with-missing") == (
        "Locked ben: 3 statements coded, 3 missing.\nStill at work: anna. Codes are shown when all are locked.\n"
    )
    assert run("lock", folder, "--coder", "anna") == (
        f"Locked anna: 6 statements coded.\nAll coders are locked. Next: areasend themes disagreements {folder}\n"
    )
    assert run("status", folder).splitlines()[1:] == [
        "  anna (person): 6 done, locked 2026-12-02",
        "  ben (model): 3 done, locked 2026-12-02, 3 missing",
    ]
    told = run("disagreements", folder)
    assert told.count("The same themes, with another one as the principal one.") == 3
    assert told.endswith("Coders differ on 3 of 6 statements, unsettled.\n")
    assert "E08000028-2023-07-03-afi-1: Sandwell, area for improvement, page 4 to 5\n  =Leaders should" in told
    sandwell = "E08000028-2023-07-03-afi-1"
    settle = ("adjudicate", folder, sandwell, "--by", "Cleo", "--reason", "It asks for both.")
    assert run(*settle, "--themes", "governance,ehc_plans") == f"Settled 1 statement in {folder}.\n"
    assert run(*settle, "--themes", "none") == f"Settled 1 statement in {folder}.\n"
    assert "differ on 2 of 6 statements, unsettled" in run("disagreements", folder)
    assert "settled: none" in run("disagreements", folder, "--all")

    main(["records", "export", str(tmp_path / "records")])
    told = run("export", folder, "--records", tmp_path / "records", "--out", tmp_path / "out")
    assert "Wrote" in told
    assert "9 codings and 1 adjudication." in told
    assert "They replace the" in told
    register = load_folder(tmp_path / "out")
    assert [(coder.coder, coder.made_by, coder.description) for coder in register.coders] == [
        ("anna", "person", "not described"),
        ("ben", "model", "A model, told the codebook"),
    ]
    assert len(register.codings) == 9
    (settled,) = register.adjudications
    assert (settled.unit_id, settled.themes, settled.decided_by) == (sandwell, (), "Cleo")
    written = b"".join(content for name, content in files_in(tmp_path / "out").items() if "cod" in name)
    assert b"Leaders should mend" not in written
    run("export", folder, "--records", tmp_path / "records", "--out", tmp_path / "kept", "--add")
    before, after = load_folder(tmp_path / "records"), load_folder(tmp_path / "kept")
    assert len(after.codings) == len(before.codings) + 9
    again = ("export", folder, "--records", tmp_path / "kept", "--out", tmp_path / "again", "--add")
    assert "the coding stands twice" in run(*again, code=2)
    assert not (tmp_path / "again").exists()


def test_several_are_settled_in_a_table(tmp_path: Path, coding: Path, run: Run) -> None:
    for coder, themes in (("anna", "ehc_plans"), ("ben", "none")):
        fill(tmp_path / f"sheets/{coder}.csv", lambda key, themes=themes: themes)  # type: ignore[misc]
        run("import", coding, tmp_path / f"sheets/{coder}.csv", "--coder", coder)
        run("lock", coding, "--coder", coder)
    table = tmp_path / "table.csv"
    assert "Coders differ on 6 of 6 statements, unsettled.\nWrote" in run("disagreements", coding, "--csv", table)
    rows = list(csv.DictReader(io.StringIO(table.read_text(encoding="utf-8"), newline="")))
    assert (rows[0]["coder anna"], rows[0]["coder ben"], rows[0]["text"][:2]) == ("ehc_plans", "none", "'=")
    rows[0] |= {"settled_themes": "governance", "settled_reason": "Boards."}
    rows[1] |= {"settled_themes": "none", "settled_reason": "Too wide."}
    write_table(table, list(rows[0]), [list(row.values()) for row in rows])
    assert run("adjudicate", coding, "--file", table, "--by", "Cleo") == f"Settled 2 statements in {coding}.\n"
    assert "differ on 4 of 6" in run("disagreements", coding)
    filled = table.read_bytes()
    run("disagreements", coding, "--csv", table, code=2)
    assert table.read_bytes() == filled
    table.unlink()
    run("disagreements", coding, "--all", "--csv", table)
    again = list(csv.DictReader(io.StringIO(table.read_text(encoding="utf-8"), newline="")))
    assert [row["settled_themes"] for row in again[:3]] == ["governance", "none", ""]
    before = files_in(coding)
    rows[2] |= {"settled_themes": "govrnance", "settled_reason": "x"}
    rows[3] |= {"settled_themes": "", "settled_reason": "x"}
    rows[4] |= {"settled_themes": "none", "settled_reason": ""}
    rows[5] |= {"statement": "x", "settled_themes": "none", "settled_reason": "x"}
    write_table(table, list(rows[0]), [list(row.values()) for row in [*rows, rows[0]]])
    told = run("adjudicate", coding, "--file", table, "--by", "Cleo", code=2)
    assert [re.sub(r" \(found.*", "", line)[2:] for line in told.splitlines()[1:]] == [
        "table.csv, row 4: no theme of the codebook",
        "table.csv, row 5: a reason without themes. Write themes, or none.",
        "table.csv, row 6: the reason is missing. Correct the row.",
        "table.csv, row 7: no statement of this coding folder",
        "table.csv, row 8: the statement stands twice",
    ]
    assert files_in(coding) == before


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("x",),
        ("x", "--themes", "none"),
        ("x", "--reason", "why"),
        ("x", "--file", "f"),
        ("--file", "f", "--themes", "none"),
    ],
)
def test_adjudicate_takes_one_statement_or_a_table(coding: Path, run: Run, arguments: tuple[str, ...]) -> None:
    assert "Give STATEMENT with --themes and --reason" in run("adjudicate", coding, *arguments, "--by", "me", code=2)


def test_bullets_of_sections_are_coded_and_stay_out_of_records(tmp_path: Path, readings: Path, run: Run) -> None:
    folder = tmp_path / "coding"
    assert "2 statements of 2 inspections" in run("start", readings, "--out", folder, "--kinds", "effective")
    run("sheet", folder, "--coder", "anna", "--out", tmp_path / "sheets")
    run("import", folder, fill(tmp_path / "sheets/anna.csv", lambda _: "ehc_plans"), "--coder", "anna")
    run("lock", folder, "--coder", "anna")
    main(["records", "export", str(tmp_path / "records")])
    told = run("export", folder, "--records", tmp_path / "records", "--out", tmp_path / "out")
    assert "0 codings and 0 adjudications" in told
    assert "2 statements of sections are no findings and stay in" in told


def test_a_codebook_of_one_s_own(tmp_path: Path, readings: Path, run: Run) -> None:
    own = tmp_path / "own"
    assert "is no folder. A codebook is a folder" in run(
        "start", readings, "--out", tmp_path / "c", "--codebook", own, code=2
    )
    own.mkdir()
    (own / "1.toml").write_bytes(version(1))
    (own / "2.toml").write_bytes(second_version())
    (own / "notes.txt").write_bytes(b"mine")
    assert "version 2 of the codebook" in run("start", readings, "--out", tmp_path / "c", "--codebook", own)
    assert sorted(path.name for path in (tmp_path / "c/codebook").iterdir()) == ["1.toml", "2.toml"]
    (own / "1.toml").write_bytes(b"x")
    assert "1.toml" in run("start", readings, "--out", tmp_path / "d", "--codebook", own, code=2)
    assert not (tmp_path / "d").exists()


def test_reopened_statements_are_shown_in_the_status(tmp_path: Path, readings: Path, run: Run) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own/1.toml").write_bytes(version(1))
    folder = tmp_path / "c"
    run("start", readings, "--out", folder, "--codebook", tmp_path / "own")
    run("sheet", folder, "--coder", "anna", "--out", tmp_path / "sheets")
    sheet = fill(tmp_path / "sheets/anna.csv", lambda key: "plans" if key.endswith("1") else "people")
    run("import", folder, sheet, "--coder", "anna")
    run("lock", folder, "--coder", "anna")
    (folder / "codebook/2.toml").write_bytes(second_version())
    # Not how many: that would tell how many statements anna gave the theme.
    assert "anna (person): 6 done, 0 open, and what the codebook reopened\n" in run("status", folder)


def test_who_joins_when_codes_could_be_seen_is_told(coding: Path, tmp_path: Path, run: Run) -> None:
    warning = "Everybody else was locked already"
    run("lock", coding, "--coder", "anna", "--with-missing")
    assert warning not in run("sheet", coding, "--coder", "cleo", "--out", tmp_path / "cleo")
    for coder in ("ben", "cleo"):
        run("lock", coding, "--coder", coder, "--with-missing")
    told = run("sheet", coding, "--coder", "dora", "--out", tmp_path / "dora")
    assert f"dora joins {coding} (person).\n{warning}" in told
    assert "be sure that dora did not" in told


@pytest.mark.parametrize("kinds", ["", "afi,", "afi,afi", "oak"])
def test_kinds_are_checked(tmp_path: Path, readings: Path, kinds: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["themes", "start", str(readings), "--out", str(tmp_path / "c"), "--kinds", kinds])
    assert "is no list of kinds parted by commas: apa, afi, effective, better" in capsys.readouterr().err


def test_what_sheet_refuses_leaves_nothing(tmp_path: Path, coding: Path, run: Run) -> None:
    before = files_in(tmp_path)
    told = run("sheet", coding, "--coder", "anna", "--made-by", "model", "--out", tmp_path / "x", code=2)
    assert "--made-by and --description are for new coders" in told
    told = run("sheet", coding, "--coder", "A B", "--out", tmp_path / "x", code=2)
    assert "no key of a coder" in told
    assert files_in(tmp_path) == before
    run("lock", coding, "--coder", "anna", "--with-missing")
    told = run("sheet", coding, "--coder", "anna", "--out", tmp_path / "x", code=2)
    assert "The work of anna is locked" in told
    assert not (tmp_path / "x").exists()


def test_nothing_is_exported_where_nobody_coded(tmp_path: Path, readings: Path, run: Run) -> None:
    run("start", readings, "--out", tmp_path / "c")
    main(["records", "export", str(tmp_path / "records")])
    told = run("export", tmp_path / "c", "--records", tmp_path / "records", "--out", tmp_path / "out", code=2)
    assert "Nobody has coded in" in told


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("E08000028", "W08000028", "the area code must be a GSS code"),
        ("-2023-07-03", "-2023-02-31", "the inspection's id must be area code and first day"),
    ],
)
def test_statements_that_can_be_no_record_are_named(
    tmp_path: Path, readings: Path, run: Run, old: str, new: str, rule: str
) -> None:
    path = readings / "findings.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    run("start", readings, "--out", tmp_path / "c")
    run("sheet", tmp_path / "c", "--coder", "anna", "--out", tmp_path / "s")
    run("import", tmp_path / "c", fill(tmp_path / "s/anna.csv", lambda _: "none"), "--coder", "anna")
    run("lock", tmp_path / "c", "--coder", "anna")
    main(["records", "export", str(tmp_path / "records")])
    told = run("export", tmp_path / "c", "--records", tmp_path / "records", "--out", tmp_path / "out", code=2)
    assert rule in told
    assert not (tmp_path / "out").exists()


def test_what_was_settled_before_a_coder_was_locked_again_is_settled_once_more(
    tmp_path: Path, readings: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own/1.toml").write_bytes(version(1))
    folder = tmp_path / "c"
    run("start", readings, "--out", folder, "--codebook", tmp_path / "own")
    run("sheet", folder, "--coder", "anna", "--out", tmp_path / "s")
    fill(tmp_path / "s/anna.csv", lambda key: "plans" if key.endswith("1") else "people")
    run("import", folder, tmp_path / "s/anna.csv", "--coder", "anna")
    run("lock", folder, "--coder", "anna")
    settle = ("adjudicate", folder, "E08000028-2023-07-03-afi-2", "--themes", "none", "--reason", "r", "--by", "me")
    run(*settle)
    (folder / "codebook/2.toml").write_bytes(second_version())
    later = NOW.replace(day=20)
    for name in ("lock", "adjudicate"):
        monkeypatch.setattr(f"areasend.cli.themes_{name}.now", lambda: later)
    run("lock", folder, "--coder", "anna", "--with-missing")
    main(["records", "export", str(tmp_path / "records")])
    export = ("export", folder, "--records", tmp_path / "records", "--out", tmp_path / "out")
    assert "was settled on 2026-12-02, before all coders were locked again on 2026-12-20" in run(*export, code=2)
    run(*settle)
    assert "3 codings and 1 adjudication." in run(*export)


def test_a_line_left_by_a_crash_is_told_on_stderr(
    tmp_path: Path, coding: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (coding / "coders/anna/decisions.jsonl").open("ab") as handle:
        handle.write(b'{"statement"')
    assert main(["themes", "status", str(coding)]) == 0
    captured = capsys.readouterr()
    assert "anna (person): 0 done, 6 open" in captured.out
    assert "coders/anna/decisions.jsonl ends in an unfinished line, left by a crash" in captured.err


class TestBlindness:
    """Coder anna's codes are unlike anybody's, her notes are canaries: they are searched in all that ben can get."""

    CANARY = "canary-7f3a"

    @pytest.fixture
    def planted(self, tmp_path: Path, coding: Path, run: Run) -> Path:
        """Anna gave every statement the same three themes, a sub-theme and a note; ben has begun."""
        sheet = tmp_path / "sheets/anna.csv"
        fill(sheet, lambda _: "transitions; early_help; coproduction", note=self.CANARY)
        run("import", coding, sheet, "--coder", "anna")
        ben = fill(tmp_path / "sheets/ben.csv", lambda key: "governance" if key.endswith("1") else "")
        run("import", coding, ben, "--coder", "ben")
        return coding

    def shows(self, told: str | bytes) -> bool:
        """Whether anything of anna's is in what was said; the codebook beside a sheet names every theme once."""
        text = told.decode("utf-8", "replace") if isinstance(told, bytes) else told
        return self.CANARY in text or "transitions; early_help" in text or "transitions, early_help" in text

    def everything(self, tmp_path: Path, coding: Path, run: Run, number: int) -> list[str | bytes]:
        """What every command says to ben, also where it refuses, and every file that one of them writes."""
        out = tmp_path / f"out-{number}"
        out.mkdir()
        said: list[str | bytes] = [run("status", coding)]
        said.append(run("sheet", coding, "--coder", "ben", "--out", out / "sheets"))
        sheets = files_in(out / "sheets")
        said += sheets.values()
        with zipfile.ZipFile(io.BytesIO(sheets["ben.ods"])) as package:
            said += [package.read(name) for name in package.namelist()]
        statement, readings = "E08000028-2023-07-03-afi-1", tmp_path / "readings"
        main(["records", "export", str(out / "records")])
        for arguments in (
            ("disagreements", coding),
            ("disagreements", coding, "--all"),
            ("disagreements", coding, "--csv", out / "dis.csv"),
            ("adjudicate", coding, statement, "--themes", "none", "--reason", "r", "--by", "ben"),
            ("adjudicate", coding, statement, "--themes", "oak", "--reason", "r", "--by", "ben"),
            ("adjudicate", coding, "--file", tmp_path / "sheets/ben.csv", "--by", "ben"),
            ("export", coding, "--records", out / "records", "--out", out / "new"),
            ("export", coding, "--records", out / "records", "--out", out / "new", "--add"),
            ("import", coding, tmp_path / "sheets/anna.csv", "--coder", "ben"),
            ("import", coding, tmp_path / "sheets/nobody.csv", "--coder", "ben"),
            ("lock", coding, "--coder", "ben"),
            ("agreement", "--coding", coding),
            ("agreement", "--coding", coding, "--coder", "anna", "--coder", "ben"),
            ("suggest", readings, "--coding", coding, "--out", out / "suggested.json"),
            ("evaluate", readings, "--coding", coding),
            ("sheet", coding, "--coder", "ben", "--made-by", "model", "--out", out / "more"),
        ):
            said.append(run(*arguments, code=2))
        said.append(run("import", coding, tmp_path / "sheets/ben.csv", "--coder", "ben"))
        said.append(run("codebook", "changes", coding / "codebook", "--coding", coding, "--coder", "ben", "--list"))
        said += [content for name, content in files_in(out).items() if not name.startswith("records/")]
        assert not (out / "new").exists()
        assert not (out / "dis.csv").exists()
        assert not (out / "suggested.json").exists()
        return said

    def test_nothing_of_one_coder_is_shown_before_both_are_locked(
        self, tmp_path: Path, planted: Path, run: Run
    ) -> None:
        assert not any(map(self.shows, self.everything(tmp_path, planted, run, 1)))
        run("lock", planted, "--coder", "anna")
        assert not any(map(self.shows, self.everything(tmp_path, planted, run, 2)))
        run("lock", planted, "--coder", "ben", "--with-missing")
        # The canary can be found at all: both are locked now.
        assert self.shows(run("disagreements", planted))

    def test_order_and_counts_do_not_tell_what_was_coded(self, tmp_path: Path, planted: Path, run: Run) -> None:
        run("sheet", planted, "--coder", "ben", "--out", tmp_path / "one")
        fill(tmp_path / "sheets/anna.csv", lambda key: "none" if key.endswith("1") else "information")
        before = run("status", planted)
        run("import", planted, tmp_path / "sheets/anna.csv", "--coder", "anna")
        assert run("status", planted) == before
        run("sheet", planted, "--coder", "ben", "--out", tmp_path / "two")
        assert files_in(tmp_path / "one") == files_in(tmp_path / "two")

    @pytest.mark.parametrize(
        "damage",
        [
            lambda text: text.replace('"codebook": 1', '"codebook": 7'),
            lambda text: text.replace('"transitions"', '"canary-7f3a"'),
            lambda text: text.replace("afi-1", "afi-9"),
            lambda text: text.replace('"note"', '"canary-7f3a"'),
            lambda text: text.replace("}", ""),
            lambda text: text.replace("T09", "X"),
        ],
    )
    def test_faults_of_a_damaged_folder_show_nothing(
        self, planted: Path, run: Run, damage: Callable[[str], str]
    ) -> None:
        path = planted / "coders/anna/decisions.jsonl"
        text = path.read_text(encoding="utf-8")
        assert damage(text) != text
        path.write_text(damage(text), encoding="utf-8")
        told = run("status", planted, code=2)
        assert "coders/anna/decisions.jsonl, line " in told
        assert not self.shows(told)
