"""`areasend themes agreement`: from records, from a coding folder, and what it refuses."""

import csv
import io
import json
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.codebooks import version, write
from tests.coding_pages import coding_folder
from tests.unit.themes.agreement.units import table, unit

from areasend.check.workbook.points.spelling import words_of
from areasend.check.workbook.spelling_words import Spelling
from areasend.cli import main
from areasend.cli.counting import Basis
from areasend.themes import packaged_codebooks
from areasend.themes.agreement import agreement

CODES = Path(__file__).parents[3] / "shared" / "truth" / "theme_codes.csv"


def said(capsys, *arguments):
    """The exit code, and what went to the two outputs."""
    code = main(["themes", "agreement", *map(str, arguments)])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def rows(out):
    return list(csv.DictReader(io.StringIO(out)))


def test_the_packaged_codings(capsys):
    code, out, err = said(capsys, "--resamples", "200")
    assert (code, err) == (0, "")
    assert out.startswith("Agreement between coders, the packaged records\n")
    assert "Passes of the same model agree more than people would" in out
    assert "broad, neutral, strict (passes of a model with each other)" in out
    assert "inspections with an area for priority action only" in out
    assert said(capsys, "--resamples", "200")[1] == out
    assert said(capsys, "--resamples", "200", "--seed", "2")[1] != out


def test_some_coders_and_one_level(capsys):
    chosen = ("--coder", "strict", "--coder", "broad", "--level", "findings", "--format", "csv", "--resamples", "100")
    code, out, _ = said(capsys, *chosen)
    assert code == 0
    assert {(row["coders"], row["level"]) for row in rows(out)} == {("broad;strict", "findings")}


def test_json_into_a_file(capsys, tmp_path):
    place = tmp_path / "agreement.json"
    assert said(capsys, "--format", "json", "--out", place, "--resamples", "100") == (0, f"Wrote {place}\n", "")
    assert json.loads(place.read_bytes())["source"] == "the packaged records"
    code, _, err = said(capsys, "--out", place)
    assert code == 2
    assert "is already there. Name a new file" in err


def test_records_of_ones_own_with_a_codebook_of_ones_own(capsys, tmp_path):
    records, codebook = tmp_path / "records", tmp_path / "codebook"
    assert main(["records", "export", str(records)]) == 0
    (records / "coders.csv").write_text(
        "coder,made_by,description,locked\nann,person,Ann,2026-12-01\nbob,person,Bob,2026-12-01\n"
    )
    area = "E10000024,Nottinghamshire,2023-01-30,afi"
    (records / "codings.csv").write_text(
        "gss_code,local_area,inspection_start,kind,seq,coder,themes,sub_themes,codebook\n"
        f"{area},1,ann,own,,1\n{area},1,bob,own,,1\n{area},2,ann,own,,1\n{area},2,bob,,,1\n"
    )
    write(codebook, version(1, ["own"], valid_from="2026-01-01"))
    capsys.readouterr()
    code, out, err = said(capsys, "--records", records, "--codebook", codebook, "--format", "csv")
    assert (code, err) == (0, "")
    first = rows(out)[0]
    assert (first["coders"], first["between"], first["units"], first["raw"]) == ("ann;bob", "people", "2", "0.500000")


def test_a_coding_folder_when_everybody_is_locked(capsys, tmp_path):
    place = tmp_path / "coding"
    folder = coding_folder(place, coders=("ada", "ben"))
    moment = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
    for entry in folder.statements:
        folder.decide("ada", entry.id, ["governance"], decided=moment)
        folder.decide("ben", entry.id, ["governance"] if entry.seq == 1 else [], decided=moment)
    folder.lock("ada", day=date(2026, 11, 3))
    code, out, err = said(capsys, "--coding", place)
    assert (code, out) == (2, "")
    assert "not locked: ben" in err
    folder.lock("ben", day=date(2026, 11, 3))
    code, out, err = said(capsys, "--coding", place, "--format", "csv", "--resamples", "100")
    assert (code, err) == (0, "")
    found = {(row["level"], row["kind"], row["theme"]): row for row in rows(out)}
    assert found["findings", "all", "governance"]["raw"] == "1.000000"
    assert found["findings", "all", "governance"]["alpha_why_not"] == "not estimable: every answer is the same"
    code, _, err = said(capsys, "--coding", place, "--codebook", place)
    assert code == 2
    assert "has its codebook in it" in err


def test_coders_that_are_not_there(capsys, tmp_path):
    code, _, err = said(capsys, "--coder", "nobody")
    assert code == 2
    assert "nobody is no coder of the packaged records: its coders are broad, neutral, strict." in err
    records = tmp_path / "records"
    assert main(["records", "export", str(records)]) == 0
    for name in ("coders", "codings", "adjudications"):
        (records / f"{name}.csv").unlink()
    capsys.readouterr()
    code, _, err = said(capsys, "--records", records)
    assert code == 2
    assert f"There are no codings in {records}: nobody has coded there." in err


@pytest.mark.parametrize("arguments", [("--seed", "-1"), ("--resamples", "many"), ("--level", "words")])
def test_arguments_that_cannot_be(capsys, arguments):
    with pytest.raises(SystemExit) as ended:
        said(capsys, *arguments)
    assert ended.value.code == 2


def test_no_resamples_are_no_interval(capsys):
    code, _, err = said(capsys, "--resamples", "0")
    assert code == 2
    assert "resamples are 1 or more" in err


def test_every_sentence_may_stand_in_a_release():
    """Notes are published: each sentence has at most 25 words, and readers' spelling knows all of them."""
    words = frozenset(word.casefold() for word in Basis(codebooks=packaged_codebooks()).words.split())
    spelling = Spelling(words | {"ann", "bob"})
    rare = unit("i00", "apa", ann="t", bob="t")
    tables = [
        table(50, 2, 2, 0),
        [*table(0, 2, 2, 50), rare],
        table(20, 0, 1, 20),
        table(5, 9, 0, 0),
        table(2, 2, 2, 30),
    ]
    notes = set()
    for units in tables:
        for maker in ("person", "model"):
            coders, inspections = dict.fromkeys(("ann", "bob"), maker), sorted({entry.inspection_id for entry in units})
            found = agreement(units, ["t"], coders=coders, inspections=inspections, seed=1)
            notes |= {note for row in found for note in row.notes}
    for beginning in ("Lopsided", "ann said", "53 of 54", "Coders differ", "In ", "The coders are passes"):
        assert any(note.startswith(beginning) for note in notes), beginning
    for note in notes:
        assert [word for word in words_of(note) if not spelling.knows(word)] == []
        assert max(len(sentence.split()) for sentence in re.split(r"(?<=[.])\s+(?=[A-Z0-9])", note)) <= 25


@pytest.mark.skipif(not CODES.is_file(), reason="../shared is not there: no codings of the reports read")
def test_the_passes_on_the_reports_that_were_read(capsys):
    """Counted here anew from the list of the passes: how often two of them decide alike on a theme of a finding."""
    with CODES.open(encoding="utf-8", newline="") as file:
        listed = list(csv.DictReader(file))
    themes = {theme for row in listed for theme in ";".join((row["broad"], row["strict"], row["neutral"])).split(";")}
    themes.discard("")
    _, out, _ = said(capsys, "--level", "findings", "--format", "csv", "--resamples", "100")
    found = {(row["coders"], row["kind"], row["theme"]): row for row in rows(out)}
    for kind in ("afi", "apa"):
        of_kind = [row for row in listed if row["kind"] == kind]
        for theme_key in themes:
            for one, other in (("broad", "neutral"), ("broad", "strict"), ("neutral", "strict")):
                said_it = [(theme_key in row[one].split(";"), theme_key in row[other].split(";")) for row in of_kind]
                alike = sum(a == b for a, b in said_it) / len(of_kind)
                row = found[f"{one};{other}", kind, theme_key]
                assert int(row["units"]) == len(of_kind)
                assert float(row["raw"]) == pytest.approx(alike, abs=1e-6)
                assert row["yes"] == f"{sum(a for a, _ in said_it)};{sum(b for _, b in said_it)}"
                assert "agree more than people would" in row["notes"]
