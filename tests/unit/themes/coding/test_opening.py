"""What is wrong with a coding folder is told all at once, with file and line, and never with anybody's codes."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.coding_folders import DAY, MOMENT, coding, decide_all, files_in, second_version, statement, version

from areasend.themes import CodingInvalid
from areasend.themes.coding import NotAllowed, open_coding

FIRST, SECOND = statement(1).id, statement(2).id
ANNA = "coders/anna/decisions.jsonl"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two coders, of whom anna is locked, and after that a version that reopens nothing."""
    folder = tmp_path_factory.mktemp("sound") / "c"
    made = coding(folder, "anna", "ben")
    decide_all(made, "anna", "places")
    made.decide("anna", FIRST, ["people"], sub_themes=["nurses"], note="a secret", decided=MOMENT)
    made.lock("anna", day=DAY)
    made.decide("ben", FIRST, ["people"], note="b secret", decided=MOMENT)
    return folder


@pytest.fixture
def folder(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound, tmp_path / "c"))


def faults(folder: Path) -> list[tuple[str, str]]:
    """File with place, and the rule, of every fault; nothing of the codes is in any of them."""
    before = files_in(folder)
    with pytest.raises(CodingInvalid) as told:
        open_coding(folder)
    assert files_in(folder) == before
    assert "secret" not in str(told.value)
    return [(f"{fault.file} {fault.place}".strip(), fault.rule) for fault in told.value.faults]


def write(folder: Path, name: str, content: str) -> None:
    (folder / name).write_text(content, encoding="utf-8")


def change(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    write(folder, name, text.replace(old, new))


def line(**changed: object) -> str:
    values = {
        "statement": SECOND,
        "themes": ["people"],
        "sub_themes": [],
        "note": "",
        "codebook": 1,
        "decided": "2025-03-04T09:00:00+00:00",
        "suggested": "",
    }
    return json.dumps(values | changed) + "\n"


def test_the_sound_folder_opens(folder: Path) -> None:
    assert [coder.key for coder in open_coding(folder).coders] == ["anna", "ben"]


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("nothing\n", "the line is no JSON object"),
        ("[1]\n", "the keys are not statement, themes"),
        ("\n", "the line is no JSON object"),
        ("[" * 100_000 + "\n", "the line is no JSON object"),
        ('{"statement": "secret", "statement": "secret"}\n', "the line is no JSON object"),
        (line(more=1), "the keys are not"),
        (line(themes="secret"), "themes is of the wrong form"),
        (line(themes=[1]), "themes is of the wrong form"),
        (line(codebook=True), "codebook is of the wrong form"),
        (line(note="secret\x07"), "note is of the wrong form"),
        (line(note=None), "note is of the wrong form"),
        (line(decided="secret"), "decided is no date and time"),
        (line(decided="2025-13-04T09:00:00+00:00"), "decided is no date and time"),
        (line(decided="2025-03-04"), "decided is no date and time"),
        (line(decided="2025-03-04T09:00:00"), "decided is no date and time"),
        (line(statement="secret"), "no statement of this folder"),
        (line(codebook=2), "made with a version of the codebook that is not here"),
        (line(codebook=0), "made with a version of the codebook that is not here"),
        (line(themes=["secret"]), "no theme of version 1 of the codebook"),
        (line(themes=["plans", "plans"]), "a theme stands twice"),
        (line(sub_themes=["late_plans"]), "a sub-theme whose theme is not among the themes"),
    ],
)
def test_a_line_that_is_no_decision_is_named_by_its_number(folder: Path, written: str, rule: str) -> None:
    with (folder / "coders/ben/decisions.jsonl").open("a", encoding="utf-8") as handle:
        handle.write(written)
    ((where, told),) = faults(folder)
    assert where == "coders/ben/decisions.jsonl line 2"
    assert told.startswith(rule)


@pytest.mark.parametrize(
    ("name", "old", "new", "where", "rule"),
    [
        ("coding.toml", "form = 1", "form = 2", "coding.toml", "form: not the form 1"),
        ("coding.toml", "seed = 7", 'seed = "7"', "coding.toml", "seed: no whole number"),
        ("coding.toml", '["apa", "afi"]', '["apa", "apa"]', "coding.toml", "kinds: no list of kinds"),
        ("coding.toml", '["apa", "afi"]', "[]", "coding.toml", "kinds: no list of kinds"),
        ("coding.toml", '["apa", "afi"]', '["apa", "oak"]', "coding.toml", "kinds: no list of kinds"),
        ("coding.toml", "codebook = 1", "codebook = 0", "coding.toml", "codebook: no version"),
        ("coding.toml", 'codebook_sha256 = "', 'codebook_sha256 = "x', "coding.toml", "codebook_sha256: no sha256"),
        ("coding.toml", "seed = 7", "seed = ", "coding.toml", "the file is no TOML"),
        ("findings.csv", "thing number 2", "thing number 9", "findings.csv", "the statements were changed"),
        ("codebook/1.toml", "ready.", "late.", "codebook", "a version of the codebook was changed after the coding"),
        ("coders/ben/coder.toml", 'key = "ben"', 'key = "bob"', "coders/ben/coder.toml", "key is missing or of"),
        ("coders/ben/coder.toml", "person", "secret", "coders/ben/coder.toml", "made_by is missing or of"),
        ("coders/ben/coder.toml", "Coder ben", "=1", "coders/ben/coder.toml", "description is missing or of"),
        ("coders/ben/coder.toml", "2025-03-03", '"x"', "coders/ben/coder.toml", "joined is missing or of"),
        ("coders/ben/coder.toml", "joined = ", "joined ", "coders/ben/coder.toml", "the file is no TOML"),
        ("coders/anna/locked.toml", "size = ", "size = -", "coders/anna/locked.toml", "lock 1: size is missing or"),
        ("coders/anna/locked.toml", "codebook = 1", "codebook = 0", "coders/anna/locked.toml", "lock 1: codebook is"),
        ("coders/anna/locked.toml", "[[lock]]", "[lock]", "coders/anna/locked.toml", "there is no [[lock]]"),
        ("coders/anna/locked.toml", "[[lock]]", "[[look]]", "coders/anna/locked.toml", "there is no [[lock]]"),
        ("coders/anna/locked.toml", "[[lock]]", "[[lock]", "coders/anna/locked.toml", "the file is no TOML"),
        (ANNA, "a secret", "A secret", ANNA, "the decisions are not those that were locked on 2025-03-03"),
    ],
)
def test_a_changed_file_is_named(folder: Path, name: str, old: str, new: str, where: str, rule: str) -> None:
    change(folder, name, old, new)
    told = faults(folder)
    assert where in [place for place, _ in told]
    assert any(text.startswith(rule) for place, text in told if place == where), told


def test_a_codebook_changed_after_a_lock_is_named(folder: Path) -> None:
    change(folder, "coders/anna/locked.toml", 'codebook_sha256 = "', 'codebook_sha256 = "0')
    assert faults(folder) == [("codebook", "a version of the codebook was changed after coder anna was locked")]


@pytest.mark.parametrize("name", ["coding.toml", "findings.csv", "coders/ben/coder.toml"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    ((where, rule),) = faults(folder)
    assert (where, rule) == (name, "cannot be read: No such file or directory")


@pytest.mark.parametrize("cut", [1, 50, 400])
def test_locked_work_that_was_cut_off_is_named(folder: Path, cut: int) -> None:
    content = (folder / ANNA).read_bytes()
    (folder / ANNA).write_bytes(content[:-cut])
    assert (ANNA, "the decisions are not those that were locked on 2025-03-03") in faults(folder)


@pytest.mark.parametrize("more", [line(themes=["places"]), "half a li"])
def test_locked_work_that_goes_on_is_named(folder: Path, more: str) -> None:
    with (folder / ANNA).open("a", encoding="utf-8") as handle:
        handle.write(more)
    assert (ANNA, "something was written after the work was locked") in faults(folder)


def test_after_a_lock_only_what_was_reopened_can_have_been_decided(folder: Path) -> None:
    (folder / "codebook/2.toml").write_bytes(second_version())
    with (folder / ANNA).open("a", encoding="utf-8") as handle:
        handle.write(line(codebook=2))
    assert faults(folder) == [
        (f"{ANNA} line 8", "a decision after the work was locked, on a statement that was not reopened")
    ]


def test_the_locks_are_in_order(folder: Path) -> None:
    text = (folder / "coders/anna/locked.toml").read_text(encoding="utf-8")
    write(folder, "coders/anna/locked.toml", f"{text}\n{text}")
    assert (ANNA, "the locks are not in order") in faults(folder)


def test_a_version_of_the_codebook_is_not_gone_back_to(folder: Path) -> None:
    (folder / "codebook/2.toml").write_bytes(second_version())
    with (folder / "coders/ben/decisions.jsonl").open("a", encoding="utf-8") as handle:
        handle.write(line(codebook=2) + line())
    ((where, rule),) = faults(folder)
    assert where == "coders/ben/decisions.jsonl line 3"
    assert rule.endswith("or earlier than the decision before")


@pytest.mark.parametrize(
    ("entry", "rule"),
    [
        ({"statement": "x"}, "no statement of this folder"),
        ({"codebook": 2}, "no version of the codebook in this folder"),
        ({"themes": ["secret"]}, "no theme of version 1 of the codebook"),
        ({"reason": " "}, "the reason is missing"),
        ({"by": ""}, "who settled it is missing"),
    ],
)
def test_adjudications_are_verified(folder: Path, entry: dict[str, object], rule: str) -> None:
    values = {
        "statement": FIRST,
        "themes": [],
        "reason": "secret",
        "by": "me",
        "codebook": 1,
        "decided": "2025-03-04T09:00:00+00:00",
    }
    write(folder, "adjudications.jsonl", json.dumps(values) + "\n" + json.dumps(values | entry) + "\n")
    assert faults(folder) == [("adjudications.jsonl line 2", rule)]


def test_every_fault_is_told_at_once(folder: Path) -> None:
    for name in ("anna", "ben"):
        change(folder, f"coders/{name}/coder.toml", "person", "oak")
    write(folder, "adjudications.jsonl", "x\ny\n")
    write(folder, "coders/Carl", "")
    (folder / "coders/dora d").mkdir()
    assert [where for where, _ in faults(folder)] == [
        "adjudications.jsonl line 1",
        "adjudications.jsonl line 2",
        "coders/Carl",
        "coders/anna/coder.toml",
        "coders/ben/coder.toml",
        "coders/dora d",
    ]


def test_what_a_killed_process_or_a_desktop_left_is_passed_over(folder: Path) -> None:
    (folder / "coders/.zoe.0.partial").mkdir()
    write(folder, "coders/anna/.locked.toml.partial", "half")
    write(folder, "codebook/.1.toml.swp", "half")
    write(folder, "notes.txt", "mine")
    assert len(open_coding(folder).coders) == 2


@pytest.mark.parametrize("left", [b'{"statement": "E0', b"\0\0\0", line(themes=["places"])[:-1].encode()])
def test_an_unfinished_line_is_told_and_goes_with_the_next(folder: Path, left: bytes) -> None:
    path = folder / "coders/ben/decisions.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole + left)
    made = open_coding(folder)
    assert made.unfinished == ("coders/ben/decisions.jsonl",)
    assert list(made.decisions("ben")) == [FIRST]
    made.decide("ben", SECOND, ["plans"], decided=MOMENT)
    assert made.unfinished == ()
    assert path.read_bytes().startswith(whole)
    assert path.read_bytes().count(b"\n") == 2
    assert list(open_coding(folder).decisions("ben")) == [FIRST, SECOND]


def test_an_unfinished_line_goes_when_the_work_is_locked(folder: Path) -> None:
    path = folder / "coders/ben/decisions.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole + b"half")
    made = open_coding(folder)
    made.lock("ben", day=DAY, with_missing=True)
    assert path.read_bytes() == whole
    with (folder / "adjudications.jsonl").open("wb") as handle:
        handle.write(b"half")
    made = open_coding(folder)
    assert made.unfinished == ("adjudications.jsonl",)
    made.adjudicate(FIRST, [], reason="why", by="me", decided=MOMENT)
    assert made.unfinished == ()
    assert open_coding(folder).adjudications[0].reason == "why"


def test_a_process_that_finds_the_folder_damaged_since_does_not_write(folder: Path) -> None:
    made = open_coding(folder)
    with (folder / "coders/ben/decisions.jsonl").open("a", encoding="utf-8") as handle:
        handle.write("nothing\n")
    with pytest.raises(CodingInvalid, match="line 2"):
        made.decide("ben", SECOND, [], decided=MOMENT)
    with pytest.raises(CodingInvalid):
        made.all_locked()


def test_the_codebook_is_verified_too(folder: Path) -> None:
    (folder / "codebook/2.toml").write_bytes(version(2))
    (folder / "codebook/3.toml").write_text("x", encoding="utf-8")
    with pytest.raises(CodingInvalid, match=r"3\.toml"):
        open_coding(folder)


@pytest.mark.parametrize(
    "damage", [lambda f: shutil.rmtree(f / "coders"), lambda f: (f / "adjudications.jsonl").unlink()]
)
def test_what_an_empty_folder_loses_in_a_repository_is_not_missed(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    coding(tmp_path / "c")
    damage(tmp_path / "c")
    made = open_coding(tmp_path / "c")
    assert made.coders == ()
    with pytest.raises(NotAllowed):
        made.adjudicate(FIRST, [], reason="why", by="me", decided=MOMENT)
