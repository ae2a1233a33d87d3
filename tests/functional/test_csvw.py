"""CSV and its metadata, read by an independent CSVW reader and as bytes (points CS01, CS02, CS06, CS07)."""

import csv
import json
import re
import warnings
from collections.abc import Callable
from pathlib import Path

import csvw
import pytest

from areasend.statistics import CATALOGUE, FINDINGS_CATALOGUE


def metadata(release: Path) -> list[Path]:
    return sorted((release / "data").glob("*.csv-metadata.json"))


@pytest.mark.parametrize("build", ["2024", "2026", "corrected", "findings", "findings-2025"])
def test_an_independent_reader_finds_every_csv_valid(built: Callable[[str], Path], build: str) -> None:
    release = built(build)
    found = metadata(release)
    catalogue = FINDINGS_CATALOGUE if build.startswith("findings") else CATALOGUE
    assert len(found) == len(catalogue) + 1 + {"corrected": 2}.get(build, 1)
    for path in found:
        read = csvw.CSVW(str(path), validate=True)
        assert read.is_valid, f"{path.name}: {[str(warning.message) for warning in read.warnings]}"
        rows = list(read.tables[0])
        with path.with_name(path.name.replace("-metadata.json", "")).open(encoding="utf-8", newline="") as file:
            assert len(rows) == len(list(csv.reader(file))) - 1


def test_a_wrong_value_is_found_by_the_same_reader(release: Path, tmp_path: Path) -> None:
    for name in ("outcomes-by-region.csv", "outcomes-by-region.csv-metadata.json"):
        (tmp_path / name).write_bytes(
            (release / "data" / name).read_bytes().replace(b"East Midlands,1,", b"East Midlands,one,")
        )
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        assert not csvw.CSVW(str(tmp_path / "outcomes-by-region.csv-metadata.json"), validate=True).is_valid


def test_csv_files_are_rfc_4180(release: Path) -> None:
    for path in sorted((release / "data").glob("*.csv")):
        content = path.read_bytes()
        assert not content.startswith(b"\xef\xbb\xbf")
        assert content.count(b"\n") == content.count(b"\r\n") > 0, path.name
        assert re.fullmatch(r"[a-z0-9_-]{1,50}\.csv", path.name)
        heading = content.decode().split("\r\n")[0].split(",")
        assert all(re.fullmatch(r"[a-z][a-z0-9_]{0,34}", name) for name in heading), path.name


def test_every_metadata_file_says_what_where_when_and_that_it_is_unofficial(release: Path) -> None:
    for path in metadata(release):
        read = json.loads(path.read_text(encoding="utf-8"))
        assert "unofficial build by areasend" in read["dc:description"]
        assert "complete to 31 December 2024" in read["dc:description"]
        assert read["dc:temporal"] == "2023-01-01/2024-12-31" or path.name.startswith("outcomes-in-year")
        assert read["dc:spatial"].endswith("E92000001")
        assert read["dc:license"]["@id"].startswith("https://www.nationalarchives.gov.uk/doc/open-government-licence")
        for column in read["tableSchema"]["columns"]:
            assert column["dc:description"]
            assert column["datatype"] in {"string", "integer", "decimal", "date", "anyURI"}
