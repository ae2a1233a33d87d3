"""Every command of the README runs, every recipe and path that it names exists, and the documents are true."""

import re
import shlex
from datetime import date
from pathlib import Path

import pytest
from tests.reports_written.written import written_report

from areasend.cli import main
from areasend.framework import packaged_framework
from areasend.programme import template
from areasend.programme.replanning import MOVE_COLUMNS, PIN_COLUMNS
from areasend.programme.writing import COLUMNS as PLAN_COLUMNS
from areasend.register import RECORD_TYPES
from areasend.reports import COLUMNS_OF_TABLES, CORRECTIONS, DATES_COLUMNS

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PUBLICATION = ROOT / "tests" / "samples" / "publications" / "area-send-2023.md"
BLOCKS = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
COMMANDS = [line for block in BLOCKS for line in block.splitlines() if line.startswith("areasend ")]


@pytest.mark.no_cover  # what it runs is traced by other tests; tracing would double its time
def test_every_command_of_the_readme_runs_in_its_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    reports = tmp_path / "my-reports"
    reports.mkdir()
    (reports / "report.pdf").write_bytes(written_report(0).data)
    (tmp_path / "my-publication.md").write_bytes(PUBLICATION.read_bytes())
    assert len(COMMANDS) >= 17
    for line in COMMANDS:
        assert main(shlex.split(line)[1:]) == 0, line


def test_every_recipe_named_exists() -> None:
    recipes = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"make ([a-z]+)", README)) - {"and", "lists"}
    assert {"release", "test", "check", "fix", "bench", "serve"} <= named <= recipes


def test_every_place_named_exists() -> None:
    places = re.findall(r"\]\((?!http)([^)]+)\)|^\| `([^`]+)` \|", README, re.MULTILINE)
    for linked, listed in places:
        assert (ROOT / (linked or listed)).exists(), linked or listed


def test_the_start_is_two_commands() -> None:
    assert [line.split("#")[0].strip() for line in BLOCKS[0].strip().splitlines()] == ["make release", "make test"]


def test_the_records_document_describes_every_column() -> None:
    text = (ROOT / "docs" / "records.md").read_text(encoding="utf-8")
    for kind in RECORD_TYPES:
        assert f"## {kind.file}" in text
        for column in kind.columns:
            assert f"| `{column.name}` | {column.description} |" in text, f"{kind.file}: {column.name}"


def test_the_records_document_describes_corrections_and_dates() -> None:
    text = (ROOT / "docs" / "records.md").read_text(encoding="utf-8")
    corrections = text.partition("## corrections.csv")[2].partition("\n## ")[0]
    for column in CORRECTIONS.columns:
        empty = "yes" if column.optional else "no"
        assert f"| `{column.name}` | {column.description} | {empty} |" in corrections, column.name
    dates = text.partition("## Dates of publication")[2]
    assert [f"| `{column.name}` | {column.description} |" for column in DATES_COLUMNS] == [
        line for line in dates.splitlines() if line.startswith("| `")
    ]


def test_the_document_on_reading_describes_every_column() -> None:
    text = (ROOT / "docs" / "reports.md").read_text(encoding="utf-8")
    for table, columns in COLUMNS_OF_TABLES.items():
        assert f"### {table}.csv" in text
        for name, description in columns.items():
            assert f"| `{name}` | {description} |" in text, f"{table}: {name}"


def test_the_document_on_the_programme_describes_every_column_and_table() -> None:
    text = (ROOT / "docs" / "programme.md").read_text(encoding="utf-8")
    columns_told = [part.partition("\n\n")[0].splitlines() for part in text.split("| column | what |\n|---|---|\n")[1:]]
    assert columns_told == [
        [f"| `{name}` | {description} |" for name, description in columns.items()]
        for columns in (PLAN_COLUMNS, MOVE_COLUMNS)
    ]
    assert all(f"`{name}`" in text.partition("## replan")[2] for name in PIN_COLUMNS)
    tables = re.findall(
        r"^(?:# )?(\[\[?[a-z_]+\]\]?)$", template(date(2026, 6, 30), packaged_framework()), re.MULTILINE
    )
    assert len(set(tables)) >= 12
    assert [name for name in tables if f"`{name}`" not in text] == []


def test_decisions_are_numbered_and_headed_alike() -> None:
    for number, path in enumerate(sorted((ROOT / "docs" / "adr").glob("*.md")), 1):
        assert path.name.startswith(f"{number:04}-")
        assert path.read_text(encoding="utf-8").startswith(f"# {number}. ")


def test_ci_calls_the_readme_s_test_command() -> None:
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
