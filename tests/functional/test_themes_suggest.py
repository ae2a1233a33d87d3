"""`areasend themes suggest`, `evaluate` and `accept`, from readings of statements in our own words."""

import csv
import json
import os
import random
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.written_statements import ASKED, statement, written

from areasend.cli import main
from areasend.formats import csv_bytes
from areasend.register import Maker, packaged_register
from areasend.themes import FINDINGS, coded_units, packaged_codebook_files, packaged_codebooks, settled
from areasend.themes.coding import new_coding, open_coding

PAIRS = tuple(written(6, 120))
DAY, NOW = date(2026, 11, 23), datetime(2026, 11, 23, 9, tzinfo=UTC)
HEADING = ("inspection_id", "gss_code", "local_area", "kind", "seq", "text", "page_start", "page_end", "file")
SECTIONS = (*HEADING[:3], "section", "form", *HEADING[4:])


def readings(folder, statements, bullets=()):
    """The folder that `reports read` would have written."""
    folder.mkdir()

    def row(of, *kind):
        return (of.inspection_id, of.gss_code, of.local_area, *kind, str(of.seq), of.text, "6", "6", of.file)

    (folder / "findings.csv").write_bytes(csv_bytes(HEADING, [row(one, one.kind.value) for one in statements]))
    (folder / "sections.csv").write_bytes(csv_bytes(SECTIONS, [row(one, "better", "bullet") for one in bullets]))
    return folder


def coding(folder, pairs=PAIRS, *, lock=True):
    """A coding folder whose coders a, b and c said what the pairs hold, in any order."""
    held = new_coding(folder, [made for made, _ in pairs], packaged_codebook_files(), seed=1, kinds=FINDINGS)
    for coder in "abc":
        held.join(coder, made_by=Maker.PERSON, description="", joined=DAY)
        for made, coded in pairs:
            held.decide(coder, made.id, coded.codes[coder], decided=NOW)
        if lock or coder != "c":
            held.lock(coder, day=DAY)
    return folder


def said(capsys, *arguments):
    """The exit code, and what went to the two outputs."""
    code = main(["themes", *map(str, arguments)])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Readings with statements that nobody coded, of an area of its own; and the coding of the others."""
    root = tmp_path_factory.mktemp("suggest")
    new = [statement(1, "They should shorten waiting lists for speech and language therapy.", area=77)]
    readings(root / "readings", [one for one, _ in PAIRS] + new)
    coding(root / "coding")
    return root


def suggested(capsys, made, out, *more):
    return said(capsys, "suggest", made / "readings", "--coding", made / "coding", "--out", out, *more)


def test_suggestions_go_to_a_csv_with_their_words(capsys, made, tmp_path):
    code, out, err = suggested(capsys, made, tmp_path / "new.csv")
    assert (code, err) == (0, "")
    assert "of 121 statements" in out
    assert "Learnt from 120 coded statements of 20 areas." in out
    rows = list(csv.DictReader((tmp_path / "new.csv").read_text(encoding="utf-8").splitlines()))
    assert list(rows[0]) == ["statement", "theme", "probability", "words", "rank", "model"]
    (new,) = (row for row in rows if row["statement"] == "E06000077-2024-03-04-afi-1")
    assert (new["theme"], new["rank"]) == ("waiting_times", "1")
    assert "waiting lists" in new["words"].split("; ")
    assert float(new["probability"]) > 0.5
    assert {row["model"] for row in rows} == {new["model"]}
    assert f"from model {new['model']}" in out


def test_only_those_that_nobody_coded(capsys, made, tmp_path):
    _, out, _ = suggested(capsys, made, tmp_path / "new.json", "--uncoded")
    held = json.loads((tmp_path / "new.json").read_bytes())
    assert list(held["statements"]) == ["E06000077-2024-03-04-afi-1"]
    assert "themes for 1 of 1 statements" in out


def test_the_same_inputs_give_the_same_bytes_in_any_order_of_rows(capsys, made, tmp_path):
    suggested(capsys, made, tmp_path / "first.json")
    mixed = [one for one, _ in PAIRS] + [
        statement(1, "They should shorten waiting lists for speech and language therapy.", area=77)
    ]
    random.Random(3).shuffle(mixed)
    folder = readings(tmp_path / "mixed", mixed)
    said(capsys, "suggest", folder, "--coding", made / "coding", "--out", tmp_path / "second.json")
    assert (tmp_path / "first.json").read_bytes() == (tmp_path / "second.json").read_bytes()
    suggested(capsys, made, tmp_path / "third.json", "--seed", 5)
    assert (tmp_path / "first.json").read_bytes() != (tmp_path / "third.json").read_bytes()


def test_codings_that_are_not_locked_are_not_drawn_on(capsys, made, tmp_path):
    open_one = coding(tmp_path / "open", lock=False)
    code, _, err = said(capsys, "suggest", made / "readings", "--coding", open_one, "--out", tmp_path / "a.csv")
    assert code == 2
    assert "not locked: c" in err
    assert not (tmp_path / "a.csv").exists()
    code, _, err = said(capsys, "evaluate", made / "readings", "--coding", open_one)
    assert (code, "not locked: c" in err) == (2, True)


def test_it_says_what_is_needed(capsys, made, tmp_path):
    code, _, err = said(capsys, "suggest", tmp_path / "nowhere", "--out", tmp_path / "a.csv")
    assert (code, "nowhere" in err) == (2, True)
    code, _, err = said(capsys, "suggest", made / "readings", "--out", tmp_path / "a.csv")
    assert code == 2
    assert "None of the 121 statements read is among" in err
    empty = readings(tmp_path / "empty", [])
    code, _, err = said(capsys, "evaluate", empty)
    assert (code, "None of the 0 statements read" in err) == (2, True)


def test_a_theme_with_too_few_examples_is_said(capsys, made, tmp_path):
    pairs = [pair for pair in PAIRS if "transitions" not in pair[1].codes["a"]]
    folder = coding(tmp_path / "few", pairs)
    _, out, _ = said(capsys, "suggest", made / "readings", "--coding", folder, "--out", tmp_path / "a.csv")
    assert "transitions is never suggested: 0 coded statements with it in 0 areas" in out


def test_bullets_of_sections_are_suggested_too_if_asked_for(capsys, made, tmp_path):
    bullets = [statement(3, "Parents do not know the local offer.", area=77)]
    folder = readings(tmp_path / "readings", [one for one, _ in PAIRS], bullets)
    said(
        capsys, "suggest", folder, "--coding", made / "coding", "--sections", "--uncoded", "--out", tmp_path / "a.json"
    )
    ((key, (found, *_)),) = json.loads((tmp_path / "a.json").read_bytes())["statements"].items()
    assert (key, found["theme"]) == ("E06000077-2024-03-04-better-3", "coproduction")


def own_words_for_packaged_codings(folder):
    """Readings that hold, for each coded finding of the packaged records, a statement of ours with its themes."""
    register = packaged_register()
    drawn = random.Random(8)
    held = []
    for unit in coded_units(register.codings, register.adjudications, packaged_codebooks()):
        if unit.whole:
            continue
        asks = " and ".join(drawn.choice(ASKED[theme]) for theme in settled(unit).themes)
        one = statement(int(unit.id.rsplit("-", 1)[1]), f"They should {asks or 'go on as before'}.")
        kind = {kind.value: kind for kind in FINDINGS}[unit.kind]
        fields = {name: getattr(one, name) for name in ("local_area", "seq", "page_start", "page_end", "file", "text")}
        held.append(
            type(one)(
                id=unit.id,
                inspection_id=unit.inspection_id,
                gss_code=unit.inspection_id.split("-")[0],
                kind=kind,
                **fields,
            )
        )
    return readings(folder, held)


def test_without_other_codings_it_learns_from_the_packaged_ones_and_says_who_made_them(capsys, tmp_path):
    folder = own_words_for_packaged_codings(tmp_path / "readings")
    code, out, err = said(capsys, "evaluate", folder, "--repeats", 1, "--folds", 4)
    assert (code, err) == (0, "")
    assert "most of 3 coders gave (broad, neutral, strict): a language model, no people." in out
    assert "agree more than people would" in out
    _, out, _ = said(capsys, "evaluate", folder, "--repeats", 1, "--folds", 4, "--format", "json")
    assert json.loads(out)["macro_f1"] > 0.9
    _, out, _ = said(capsys, "evaluate", folder, "--repeats", 1, "--folds", 4, "--format", "csv")
    assert out.startswith("level,kind,theme,measure,value\nfindings,,governance,precision,")


def test_own_records_without_the_right_codings_do_not_do(capsys, made, tmp_path):
    small = Path(__file__).parents[1] / "samples" / "records" / "valid" / "small"
    code, _, err = said(capsys, "evaluate", made / "readings", "--records", small)
    assert (code, "None of the 121 statements read is among" in err) == (2, True)
    shutil.copytree(small, tmp_path / "bare")
    for name in ("coders", "codings", "adjudications"):
        (tmp_path / "bare" / f"{name}.csv").unlink()
    code, _, err = said(capsys, "evaluate", made / "readings", "--records", tmp_path / "bare")
    assert (code, "no codings of single findings to learn from" in err) == (2, True)


def test_who_coded_is_said_as_it_is(capsys, made, tmp_path):
    _, out, _ = said(capsys, "evaluate", made / "readings", "--coding", made / "coding", "--repeats", 1, "--folds", 2)
    assert out.endswith("What counts as right is what most of 3 coders gave (a, b, c).\n")


def with_coders(folder, makers, *, accept_first=None):
    held = new_coding(folder, [one for one, _ in PAIRS], packaged_codebook_files(), seed=1, kinds=FINDINGS)
    for coder, maker in makers.items():
        held.join(coder, made_by=maker, description="", joined=DAY)
        for one, coded in PAIRS:
            mark = coded.codes["a"][0] if accept_first == one.id else ""
            held.decide(coder, one.id, coded.codes["a"], decided=NOW, suggested=mark)
        held.lock(coder, day=DAY)
    return folder


def test_one_coder_models_among_persons_and_accepted_suggestions_are_said(capsys, made, tmp_path):
    alone = with_coders(tmp_path / "alone", {"ann": Maker.PERSON}, accept_first=PAIRS[0][0].id)
    line = ("--repeats", 1, "--folds", 2)
    _, out, _ = said(capsys, "evaluate", made / "readings", "--coding", alone, *line)
    assert "What counts as right is what one coder gave (ann). 1 of their decisions followed a suggestion" in out
    mixed = with_coders(tmp_path / "mixed", {"ann": Maker.PERSON, "bot": Maker.MODEL})
    _, out, _ = said(capsys, "evaluate", made / "readings", "--coding", mixed, *line)
    assert out.endswith("2 coders gave (ann, bot); made by a language model: bot.\n")


def test_a_person_accepts_and_nothing_else_changes(capsys, made, tmp_path):
    """With suggestions in the folder's neighbourhood but not accepted, what is exported is the same, byte for byte."""
    folder = tmp_path / "second"
    held = new_coding(folder, [one for one, _ in PAIRS], packaged_codebook_files(), seed=1, kinds=FINDINGS)
    held.join("ann", made_by=Maker.PERSON, description="", joined=DAY)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    suggested(capsys, made, tmp_path / "s.json")
    suggested(capsys, made, tmp_path / "s.csv")
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert [coder.key for coder in open_coding(folder).coders] == ["ann"]

    first = next(key for key, found in json.loads((tmp_path / "s.json").read_bytes())["statements"].items() if found)
    code, out, _ = said(capsys, "accept", folder, tmp_path / "s.json", first, "--coder", "ann")
    assert (code, out.splitlines()[0]) == (0, "ann accepted the suggestions for 1 statement; 119 are open.")
    code, out, _ = said(capsys, "accept", folder, tmp_path / "s.csv", "--all", "--coder", "ann")
    assert code == 0
    decisions = open_coding(folder).decisions("ann")
    assert len(decisions) > 100
    assert all(decision.suggested == " ".join(decision.themes) for decision in decisions.values())


def test_nothing_is_accepted_by_accident(capsys, made, tmp_path):
    folder = coding(tmp_path / "locked")
    suggested(capsys, made, tmp_path / "s.json")
    code, _, err = said(capsys, "accept", folder, tmp_path / "s.json", "--coder", "a")
    assert (code, err) == (2, "areasend: Name the statements whose suggestions you accept, or give --all.\n")
    code, _, err = said(capsys, "accept", folder, tmp_path / "s.json", PAIRS[0][0].id, "--all", "--coder", "a")
    assert code == 2
    code, _, err = said(capsys, "accept", folder, tmp_path / "s.json", "--all", "--coder", "a")
    assert (code, "locked" in err) == (2, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ["suggest", "READINGS", "--out", "a.txt"],
        ["suggest", "READINGS"],
        ["evaluate", "READINGS", "--folds", "1"],
        ["evaluate", "READINGS", "--repeats", "0"],
        ["evaluate", "READINGS", "--repeats", "many"],
        ["evaluate", "READINGS", "--records", "A", "--coding", "B"],
    ],
)
def test_what_makes_no_sense_is_refused(capsys, arguments):
    with pytest.raises(SystemExit) as stopped:
        main(["themes", *arguments])
    assert stopped.value.code == 2


def test_where_scikit_learn_is_missing_it_says_how_to_install_it(capsys, made, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "sklearn", None)
    for line in (["suggest", made / "readings", "--out", tmp_path / "a.csv"], ["evaluate", made / "readings"]):
        code, _, err = said(capsys, *line)
        assert code == 2
        assert "make suggestions" in err


def test_the_other_commands_do_not_load_it():
    program = (
        "import sys; from areasend.cli.main import build_parser; build_parser(); import areasend.themes.coding; "
        "print([name for name in ('sklearn', 'scipy') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout == "[]\n"


@pytest.mark.no_cover  # what it runs is traced by other tests; tracing would double its time
def test_no_warning_comes_out_and_one_process_is_as_good_as_another(made, tmp_path):
    """Another process, with other hashes of strings and warnings as errors, writes the same bytes."""
    written_files = []
    for number in (1, 2):
        out = tmp_path / f"{number}.csv"
        line = ["themes", "suggest", made / "readings", "--coding", made / "coding", "--out", out]
        program = [sys.executable, "-W", "error", "-m", "areasend", *map(str, line)]
        told = subprocess.run(program, capture_output=True, text=True, check=False, env=_environment(str(number)))
        assert (told.returncode, told.stderr) == (0, "")
        written_files.append(out.read_bytes())
    assert written_files[0] == written_files[1]


def _environment(seed):
    return os.environ | {"PYTHONHASHSEED": seed, "OMP_NUM_THREADS": seed}


def test_a_whole_coding_is_learnt_from_without_other_readings(capsys, made, tmp_path):
    """The texts of a coding folder are at hand even where the readings hold others alone."""
    folder = readings(tmp_path / "readings", [statement(1, "Hold annual reviews of EHC plans in time.", area=78)])
    shutil.copytree(made / "coding", tmp_path / "coding")
    code, _, _ = said(capsys, "suggest", folder, "--coding", tmp_path / "coding", "--out", tmp_path / "a.json")
    assert code == 0
    ((_, (found, *_)),) = json.loads((tmp_path / "a.json").read_bytes())["statements"].items()
    assert found["theme"] == "ehc_plans"
