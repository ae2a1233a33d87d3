"""`areasend themes codebook`: what it prints, writes and refuses."""

import json
import subprocess
import sys

import pytest
from tests import coding_folders
from tests.codebooks import change, theme, version, write

from areasend.cli import main
from areasend.themes import load_codebooks, packaged_codebooks

CODERS = (
    "coder,made_by,description,locked\n"
    "ann,person,Somebody who codes,2026-12-01\n"
)  # fmt: skip
HEADING = "gss_code,local_area,inspection_start,kind,seq,coder,themes,sub_themes,codebook"


def said(capsys, *arguments):
    """The exit code, and what went to the two outputs."""
    code = main(["themes", "codebook", *map(str, arguments)])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_the_packaged_codebook_is_shown_as_a_coder_reads_it(capsys):
    code, out, err = said(capsys, "show")
    assert (code, err) == (0, "")
    assert out.startswith("Themes of area SEND inspections: version 1, valid from 2026-11-22\n")
    assert "\nTimeliness and/or quality of EHC plans (ehc_plans)\n" in out
    assert "    - Annual reviews (annual_reviews)\n" in out
    assert " -> no theme\n" in out
    assert max(map(len, out.splitlines())) <= 100


def test_it_is_shown_to_programs_with_all_that_it_says(capsys):
    code, out, _ = said(capsys, "show", "--format", "json")
    shown = json.loads(out)
    assert code == 0
    assert [entry["key"] for entry in shown["theme"]] == list(packaged_codebooks().latest.keys)
    assert {entry["key"] for entry in shown["theme"][4]["sub_theme"]} >= {"annual_reviews", "quality_of_plans"}
    assert shown["example"][0]["themes"] == []
    assert shown["change"] == []


def test_a_version_of_your_own_is_shown(capsys, tmp_path):
    bare = version(2, ["a", theme("b", excludes=["this: a"])], [change("redefine", "b")], rules=["Code it all"])
    folder = write(tmp_path / "own", version(1, "ab", rules=["Code it all"]), bare)
    _, out, _ = said(capsys, "show", "--codebook", folder)
    assert out == (
        "Test: version 2, valid from 2030-01-02\nTests\n\nWhat is coded: A statement\n\n"
        "Rules for all themes\n  - Code it all\n\n"
        "About a (a)\n  All of a.\n  Includes\n    - what is a\n\n"
        "About b (b)\n  All of b.\n  Includes\n    - what is b\n  Leaves out\n    - this: a\n"
    )
    _, out, _ = said(capsys, "show", "--codebook", folder, "--version", 1)
    assert out.startswith("Test: version 1,")
    assert "Leaves out" not in out
    _, out, _ = said(capsys, "show", "--codebook", write(tmp_path / "bare", version(1, "a")))
    assert "Rules" not in out
    code, _, err = said(capsys, "show", "--codebook", folder, "--version", 3)
    assert (code, err) == (2, "areasend: The codebook has no version 3: its versions are 1 to 2. Use one of them.\n")


def test_an_exported_codebook_is_the_packaged_one_and_is_not_written_twice(capsys, tmp_path):
    code, out, _ = said(capsys, "export", tmp_path / "own")
    assert code == 0
    assert f"areasend themes codebook check {tmp_path / 'own'}" in out
    assert load_codebooks(tmp_path / "own", place="here") == packaged_codebooks()
    code, _, err = said(capsys, "export", tmp_path / "own")
    assert code == 2
    assert str(tmp_path / "own") in err


def test_a_valid_codebook_is_counted(capsys, tmp_path):
    folder = write(tmp_path / "own", version(1, "ab"), version(2, "b", [change("delete", "a")]))
    code, out, _ = said(capsys, "check", folder)
    assert code == 0
    assert out.splitlines()[:2] == [
        "1.toml: themes 2, sub-themes 0, changes 0",
        "2.toml: themes 1, sub-themes 0, changes 1",
    ]
    assert out.splitlines()[2].startswith("No fault found. SHA-256 ")


def test_every_fault_of_every_version_is_told_at_once(capsys, tmp_path):
    folder = write(tmp_path / "own", version(1, "ab"), version(2, ["c"], valid_from="2029-01-01"), "odd")
    code, out, err = said(capsys, "check", folder)
    assert (code, out) == (2, "")
    assert err.splitlines()[0] == f"areasend: {folder} is no valid codebook: 5 faults; nothing was changed."
    assert [line.partition(". ")[0].strip() for line in err.splitlines()[1:]] == [
        "2.toml, theme: the theme a is gone, and no change says what became of it",
        "2.toml, theme: the theme b is gone, and no change says what became of it",
        "2.toml, theme: the theme c is new, and no change says where it comes from",
        "2.toml, valid_from: version 2 is valid from an earlier day than version 1 (found: 2029-01-01)",
        "3.toml: the file is not TOML: Expected '=' after a key in a key/value pair (at end of document)",
    ]


def test_what_changed_is_listed_with_its_reason(capsys, tmp_path):
    later = version(
        2, [theme("a", name="New", definition="More."), theme("d", includes=["what is b", "what is c"]), "e"],
        [change("redefine", "a", widens=True), change("rename", "a"), change("merge", "bc", "d"),
         change("add", into="e", reason="New in reports")],
    )  # fmt: skip
    folder = write(tmp_path / "own", version(1, "abc"), later)
    _, out, _ = said(capsys, "changes", folder)
    assert out == (
        "Version 1, valid from 2030-01-01\n"
        "Version 2, valid from 2030-01-02\n"
        "  redefine a (takes in more): It was asked for\n"
        "  rename a: It was asked for\n"
        "  merge b, c into d: It was asked for\n"
        "  add e: New in reports\n"
    )
    _, out, _ = said(capsys, "changes", folder, "--format", "json")
    assert json.loads(out)["version"][1]["change"][2] == {
        "kind": "merge", "themes": ["b", "c"], "into": ["d"], "widens": False, "reason": "It was asked for",
    }  # fmt: skip


@pytest.fixture
def recorded(tmp_path):
    """Packaged records in which ann alone coded, three findings, and one was adjudicated."""
    folder = tmp_path / "records"
    assert main(["records", "export", str(folder)]) == 0
    place = "E10000024,Nottinghamshire,2023-01-30,afi"
    rows = [f"{place},1,ann,coproduction,,1", f"{place},2,ann,ehc_plans;governance,,1", f"{place},3,ann,,,1"]
    (folder / "coders.csv").write_text(CODERS, encoding="utf-8")
    (folder / "codings.csv").write_text("\n".join([HEADING, *rows, ""]), encoding="utf-8")
    settled = f"{place},1,ehc_plans,1,2026-12-05,Bea,Asks for better plans"
    heading = "gss_code,local_area,inspection_start,kind,seq,themes,codebook,decided,decided_by,reason"
    (folder / "adjudications.csv").write_text(f"{heading}\n{settled}\n", encoding="utf-8")
    return folder


@pytest.fixture
def redefined(tmp_path):
    """The packaged codebook with a second version that narrows the theme ehc_plans."""
    folder = tmp_path / "own"
    assert main(["themes", "codebook", "export", str(folder)]) == 0
    text = (folder / "1.toml").read_text(encoding="utf-8")
    line = '  "What a plan promises being delivered",\n'
    assert line in text
    more = '\n[[change]]\nkind = "redefine"\nthemes = ["ehc_plans"]\nreason = "Delivery has a theme of its own"\n'
    text = text.replace("version = 1\n", "version = 2\n").replace(line, "") + more
    (folder / "2.toml").write_text(text, encoding="utf-8")
    return folder


def test_exactly_the_codings_of_a_redefined_theme_are_open_again(capsys, recorded, redefined):
    capsys.readouterr()
    code, out, _ = said(capsys, "changes", redefined, "--records", recorded, "--list")
    assert code == 0
    assert out.splitlines()[3:] == [
        "Codings: 3; open again: 1; with other themes: 0",
        "  open for ehc_plans: 1",
        "    E10000024-2023-01-30-afi-2 by ann",
        "Adjudications: 1; open again: 1; with other themes: 0",
        "  open for ehc_plans: 1",
        "    E10000024-2023-01-30-afi-1 by Bea",
    ]
    _, out, _ = said(capsys, "changes", redefined, "--records", recorded)
    assert "by ann" not in out
    _, out, _ = said(capsys, "changes", redefined, "--records", recorded, "--format", "json", "--list")
    assert json.loads(out)["codings"] == {
        "count": 3, "open": 1, "changed": 0, "open_for": {
            "ehc_plans": {"count": 1, "codings": [{"statement": "E10000024-2023-01-30-afi-2", "coder": "ann"}]}
        },
    }  # fmt: skip
    _, out, _ = said(capsys, "changes", redefined, "--records", recorded, "--format", "json")
    assert json.loads(out)["codings"]["open_for"] == {"ehc_plans": {"count": 1}}


def test_a_coder_sees_which_own_decisions_a_new_version_would_open(capsys, tmp_path):
    folder = coding_folders.coding(tmp_path / "coding", "ann", "bea")
    first, second, third = folder.order("ann")[:3]
    folder.decide("ann", first, ["plans", "places"], decided=coding_folders.MOMENT)
    folder.decide("ann", second, ["people"], decided=coding_folders.MOMENT)
    folder.decide("ann", third, [], decided=coding_folders.MOMENT)
    coding_folders.decide_all(folder, "bea", "plans")
    own = tmp_path / "own"
    own.mkdir()
    (own / "1.toml").write_bytes(coding_folders.version(1))
    (own / "2.toml").write_bytes(coding_folders.second_version())
    code, out, _ = said(capsys, "changes", own, "--coding", tmp_path / "coding", "--coder", "ann", "--list")
    assert code == 0
    assert out.splitlines()[3:] == [
        "Decisions: 3; open again: 1; with other themes: 0",
        "  open for plans: 1",
        f"    {first} by ann",
    ]


def test_decisions_are_told_to_nobody_but_the_coder_who_is_named(capsys, tmp_path):
    coding_folders.coding(tmp_path / "coding", "ann")
    own = write(tmp_path / "own", version(1, "a"))
    for arguments in (["--coding", tmp_path / "coding"], ["--coder", "ann"]):
        code, out, err = said(capsys, "changes", own, *arguments)
        assert (code, out) == (2, "")
        assert "--coding and --coder go together" in err


def test_codings_that_were_made_with_another_codebook_are_refused(capsys, recorded, tmp_path):
    folder = write(tmp_path / "other", version(1, ["governance", "coproduction"]))
    capsys.readouterr()
    code, out, err = said(capsys, "changes", folder, "--records", recorded)
    assert (code, out) == (2, "")
    assert "codings, E10000024-2023-01-30-afi-2 by ann: Version 1 of the codebook has no theme 'ehc_plans'" in err


def test_the_command_explains_itself():
    command = [sys.executable, "-m", "areasend", "themes", "codebook", "--help"]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=True)
    for step in ("show", "export", "check", "changes"):
        assert f"\n    {step} " in run.stdout
