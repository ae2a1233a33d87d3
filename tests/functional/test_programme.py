"""`areasend programme due` and `plan`: what is told to whom, and that no plan reaches what is published."""

import csv
import io
import os
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from areasend.cli import main, secrecy
from areasend.formats import new_folder
from areasend.framework import Framework
from areasend.programme import MARKING, Due, Kind, PlanIsSecret, due_activities, is_secret, read_plan
from areasend.register import packaged_register
from areasend.snapshot import Snapshot

AS_AT = ("--as-at", "2024-12-31")
Said = Callable[..., tuple[int, str, str]]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    """A function that runs a command: its exit code, and what went to the two outputs."""

    def run(*arguments: object) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A programme file for a quarter, `programme.toml`, and its plan in `plan`, made under an open umask."""
    made = tmp_path_factory.mktemp("programme")
    file = made / "programme.toml"
    assert main(["programme", "init", *AS_AT, "--until", "2025-04-04", "--out", str(file)]) == 0
    before = os.umask(0)
    try:
        assert main(["programme", "plan", *AS_AT, "--programme", str(file), "--out", str(made / "plan")]) == 1
    finally:
        os.umask(before)
    return made


def names_somebody(text: str) -> bool:
    """Whether a local area is named; York is not by Yorkshire."""
    return any(re.search(rf"\b{re.escape(area.name)}\b", text) for area in packaged_register().local_areas)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_what_is_due(said: Said) -> None:
    code, out, err = said("programme", "due", *AS_AT)
    assert (code, err) == (0, "")
    assert out.startswith("Due after 31 December 2024, about or at the earliest by 31 December 2027: ")
    assert "Unofficial: " in out
    assert "Nottinghamshire" in out
    code, out, _ = said("programme", "due", *AS_AT, "--until", "2025-06-30", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    monitored = [row for row in rows if row["activity"] == "monitoring"]
    # Reports of the third outcome published from May to December 2023, eighteen months before (main findings, 2024).
    assert [row["local_area"] for row in monitored] == [
        "Nottinghamshire",
        "Plymouth",
        "Oldham",
        "Oxfordshire",
        "Hertfordshire",
    ]
    assert monitored[0]["about"] == "2024-11-16"


def test_until_must_lie_ahead(said: Said) -> None:
    code, out, err = said("programme", "due", *AS_AT, "--until", "2024-12-31")
    assert (code, out) == (2, "")
    assert "--until 2024-12-31 is not after 2024-12-31" in err


def test_a_plan_is_for_its_owner_alone(root: Path) -> None:
    assert (root / "plan").stat().st_mode & 0o777 == 0o700
    written = files(root / "plan")
    assert list(written) == [".gitignore", "plan.csv", "plan.html", "plan.txt", "shortage.txt"]
    assert {(root / "plan" / name).stat().st_mode & 0o777 for name in written} == {0o600}
    assert all(map(is_secret, written.values()))
    assert written[".gitignore"].endswith(b"\n*\n")


def test_what_is_printed_names_nobody_and_tells_no_order(root: Path, said: Said, tmp_path: Path) -> None:
    """Two keys give two orders of the areas that nothing tells apart, and the same words on the screen."""
    printed, orders, key = set(), set(), tmp_path / "key"
    for number in (1, 2):
        out = tmp_path / f"plan{number}"
        key.unlink(missing_ok=True)
        code, told, err = said(
            "programme", "plan", *AS_AT, "--programme", root / "programme.toml", "--out", out, "--key", key
        )
        assert (code, err) == (1, "")
        printed.add(told.replace(str(out), "OUT"))
        orders.add(tuple(row.gss_code for row in read_plan((out / "plan.csv").read_bytes(), place="a")))
        assert key.stat().st_mode & 0o777 == 0o600
        assert is_secret(key.read_bytes())
    (text,) = printed
    assert not names_somebody(text)
    assert text.startswith("It does not fit: of ")
    assert "Lateness " in text
    assert "lower bound " in text
    assert len(orders) == 2
    again = tmp_path / "again"
    said("programme", "plan", *AS_AT, "--programme", root / "programme.toml", "--out", again, "--key", key)
    assert files(again) == files(tmp_path / "plan2")


def test_without_a_key_it_is_the_same_again_and_that_is_said(root: Path, said: Said, tmp_path: Path) -> None:
    _, told, _ = said("programme", "plan", *AS_AT, "--programme", root / "programme.toml", "--out", tmp_path / "again")
    assert "Made without a key: whoever has the same records and programme can work it out." in told
    assert files(tmp_path / "again") == files(root / "plan")


def test_a_key_that_is_none(root: Path, said: Said) -> None:
    code, out, err = said("programme", "plan", *AS_AT, "--key", root / "programme.toml")
    assert (code, out) == (2, "")
    assert "programme.toml is no key of a plan" in err
    code, out, err = said("programme", "plan", *AS_AT, "--key", root / "no" / "folder" / "key")
    assert (code, out) == (2, "")
    assert "no/folder is no folder. Name a file in one that is there." in err
    code, out, err = said("programme", "plan", *AS_AT, "--key", root)
    assert (code, out) == (2, "")
    assert "is no key of a plan" in err


def test_a_key_is_made_with_a_plan_alone_and_outside_of_what_is_published(
    root: Path, release: Path, said: Said, tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.toml"
    wrong.write_text((root / "programme.toml").read_text() + '\n[[pin]]\narea = "Nowhere"\n')
    assert said("programme", "plan", *AS_AT, "--programme", wrong, "--key", tmp_path / "key")[0] == 2
    assert said("programme", "plan", *AS_AT, "--key", tmp_path / "key", "--out", root)[0] == 2
    assert not (tmp_path / "key").exists()
    code, out, err = said("programme", "plan", *AS_AT, "--key", release / "key")
    assert (code, out) == (2, "")
    assert "which is published. Name a place outside of it." in err
    assert not (release / "key").exists()


def test_the_names_are_shown_where_they_are_asked_for(root: Path, said: Said) -> None:
    _, out, _ = said("programme", "plan", *AS_AT, "--programme", root / "programme.toml", "--show")
    assert (root / "plan" / "plan.txt").read_text(encoding="utf-8") in out
    assert "Nottinghamshire" in out


def test_what_is_missing_is_counted_and_named_for_the_owner_alone(root: Path, said: Said, tmp_path: Path) -> None:
    """99 first inspections, and 40 that follow another by the end of 2027, in 94 weeks of one inspection each."""
    command = ("programme", "plan", *AS_AT, "--programme", root / "programme.toml", "--work", "1")
    code, out, _ = said(*command, "--out", tmp_path / "plan")
    assert code == 1
    assert "Not all inspections can be in time. This is proved." in out
    assert "Need and supply by term, added up from the first day of the programme" in out
    assert "Which rules clash, and what would fit: add --why." in out
    assert not names_somebody(out)
    file = tmp_path / "plan" / "shortage.txt"
    text = file.read_text(encoding="utf-8")
    assert text.startswith(f"{MARKING}\n\nNot all inspections can be in time.")
    assert names_somebody(text)
    assert file.stat().st_mode & 0o777 == 0o600
    assert text.partition("\n\n")[2] in said(*command, "--show")[1]


def test_which_rules_clash_and_what_would_fit_is_searched_where_asked_for(
    root: Path, said: Said, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Four are due by 7 February; the first that can be told is on site on 20 January: three weeks, one in each."""

    def four(held: Snapshot, framework: Framework, until: date) -> tuple[Due, ...]:
        first = [entry for entry in due_activities(held, framework, until) if entry.kind is Kind.FIRST_FULL][:4]
        return tuple(replace(entry, window=replace(entry.window, not_after=date(2025, 2, 7))) for entry in first)

    monkeypatch.setattr("areasend.cli.programme_planning.due_activities", four)
    command = ("programme", "plan", *AS_AT, "--programme", root / "programme.toml", "--work", "1")
    code, out, _ = said(*command, "--why", "--out", tmp_path / "plan")
    assert code == 1
    assert "4 full inspections are due (4 first); the weeks on site have room for 3. 1 does not fit." in " ".join(
        out.split()
    )
    assert "The smallest set of rules that clash:" in out
    assert "2 full inspections a week instead of 1 would do" in out
    assert "add --why" not in out
    assert not names_somebody(out)


def test_a_terminal_shows_bound_and_gap(root: Path, said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    _, _, err = said("programme", "plan", *AS_AT, "--programme", root / "programme.toml")
    assert "planning: lateness " in err
    assert ", bound " in err
    assert ", gap 0.0%" in err
    assert not names_somebody(err)


def test_where_nothing_is_due_there_is_nothing_to_plan(said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("areasend.cli.programme_planning.due_activities", lambda *_: ())
    code, out, err = said("programme", "plan", *AS_AT)
    assert (code, out) == (2, "")
    assert "No inspection is due after 2024-12-31 and by 2027-12-31" in err


def test_where_all_of_it_fits(root: Path, said: Said, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Of all that is due, the first three monitoring inspections alone."""

    def few(held: Snapshot, framework: Framework, until: date) -> tuple[Due, ...]:
        due = due_activities(held, framework, until)
        return tuple(entry for entry in due if entry.kind is Kind.MONITORING)[1:4]

    monkeypatch.setattr("areasend.cli.programme_planning.due_activities", few)
    out_of = ("--out", tmp_path / "plan")
    code, out, err = said("programme", "plan", *AS_AT, "--programme", root / "programme.toml", *out_of)
    assert (code, err) == (0, "")
    assert not (tmp_path / "plan" / "shortage.txt").exists()
    assert out.startswith("It fits: each of 3 inspections is planned, and in time.\nLateness 0 weighted weeks; ")


def test_other_inspections_alone_go_with_the_default_programme(said: Said, tmp_path: Path) -> None:
    others = tmp_path / "others.csv"
    others.write_text("area,inspection,first_day,last_day,monitoring_visit\nNowhere,Other,2025-01-06,2025-01-10,no\n")
    code, out, err = said("programme", "plan", *AS_AT, "--other-inspections", others, "--out", tmp_path / "plan")
    assert (code, out) == (2, "")
    assert "Nowhere" in err
    assert not (tmp_path / "plan").exists()


def test_a_pin_that_no_plan_can_keep(root: Path, said: Said, tmp_path: Path) -> None:
    """Every team has a conflict of interest with the area that is pinned."""
    text = (root / "programme.toml").read_text()
    for number in range(1, 5):
        text = text.replace(f'name = "Team {number}"', f'name = "Team {number}"\nconflicts = ["Derby"]')
    file = tmp_path / "programme.toml"
    file.write_text(text + '\n[[pin]]\narea = "Derby"\nkind = "first-full"\nmonday = 2025-02-03\n')
    code, out, err = said("programme", "plan", *AS_AT, "--programme", file, "--out", tmp_path / "plan")
    assert code == 1
    assert out.startswith("No plan keeps every hard rule, because of pinned inspections.")
    assert "No plan keeps every rule" in err
    assert "Derby" not in out + err
    _, shown, _ = said("programme", "plan", *AS_AT, "--programme", file, "--show")
    assert "the first full inspection of Derby" in shown
    assert sorted(path.name for path in tmp_path.iterdir()) == ["programme.toml"]


@pytest.mark.parametrize("work", ["0", "-1", "nan", "inf", "much"])
def test_work_is_a_number_above_nothing(work: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["programme", "plan", *AS_AT, f"--work={work}"])
    assert f"'{work}' is no number above 0" in capsys.readouterr().err


def test_more_work_can_be_asked_for(root: Path, said: Said) -> None:
    code, out, _ = said("programme", "plan", *AS_AT, "--programme", root / "programme.toml", "--work", "7.5")
    assert (code, "no plan can be less late" in out) == (1, True)


def test_or_tools_that_are_missing_are_told_plainly(said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    code, _, err = said("programme", "plan", *AS_AT)
    assert code == 2
    assert "make planning" in err
    assert "Traceback" not in err


def test_a_plan_is_replaced_and_nothing_else(root: Path, said: Said, tmp_path: Path) -> None:
    command = ("programme", "plan", *AS_AT, "--programme", root / "programme.toml", "--work", "1", "--out")
    shutil.copytree(root / "plan", tmp_path / "plan")
    code, _, err = said(*command, tmp_path / "plan")
    assert (code, "is already there" in err) == (2, True)
    assert said(*command, tmp_path / "plan", "--replace")[0] == 1
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "plan.csv").write_text("of another kind")
    code, _, err = said(*command, tmp_path / "mine", "--replace")
    assert (code, "is already there" in err) == (2, True)
    assert files(tmp_path / "mine") == {"plan.csv": b"of another kind"}


def test_no_plan_is_written_into_what_is_published(root: Path, said: Said, release: Path, tmp_path: Path) -> None:
    command = ("programme", "plan", *AS_AT, "--programme", root / "programme.toml", "--out")
    code, _, err = said(*command, release / "data" / "plan")
    assert code == 2
    assert f"lies in {release.resolve()}, which is published" in err
    assert not (release / "data" / "plan").exists()
    public = tmp_path / "public"
    (public / "releases").mkdir(parents=True)
    (public / "site").symlink_to("views/1")
    assert said(*command, public / "plan")[0] == 2
    assert not (public / "plan").exists()


@pytest.fixture(params=["plan.csv", "plan.html", "plan.txt", "shortage.txt", ".gitignore"])
def plan_file(request: pytest.FixtureRequest, root: Path) -> Path:
    return root / "plan" / str(request.param)


def refused(said: Said, out: Path, *command: object) -> bool:
    """Whether a command refuses a plan by its marking, and leaves nothing behind."""
    before = sorted(out.parent.iterdir())
    code, printed, err = said(*command, "--out", out)
    assert sorted(out.parent.iterdir()) == before
    return code == 2 and printed == "" and "names areas before they are told" in err


def test_records_with_a_plan_among_them_are_refused(said: Said, plan_file: Path, tmp_path: Path) -> None:
    assert said("records", "export", tmp_path / "records")[0] == 0
    (tmp_path / "records" / "notes").mkdir()
    shutil.copy(plan_file, tmp_path / "records" / "notes" / "minutes.md")
    options = (*AS_AT, "--records", tmp_path / "records")
    assert refused(said, tmp_path / "out", "snapshot", "freeze", *options)
    assert refused(said, tmp_path / "out", "release", "build", *options)


def test_rows_of_a_plan_that_were_copied_are_refused(said: Said, root: Path, tmp_path: Path) -> None:
    assert said("records", "export", tmp_path / "records")[0] == 0
    row = (root / "plan" / "plan.csv").read_bytes().split(b"\r\n")[1]
    with (tmp_path / "records" / "inspections.csv").open("ab") as handle:
        handle.write(row)
    assert refused(said, tmp_path / "out", "snapshot", "freeze", *AS_AT, "--records", tmp_path / "records")


def test_a_snapshot_with_a_plan_beside_it_is_refused(said: Said, root: Path, tmp_path: Path) -> None:
    assert said("snapshot", "freeze", *AS_AT, "--out", tmp_path / "held")[0] == 0
    shutil.copy(root / "plan" / "plan.csv", tmp_path / "held" / "more.csv")
    assert refused(said, tmp_path / "out", "snapshot", "freeze", "--snapshot", tmp_path / "held")
    assert refused(said, tmp_path / "out", "release", "build", "--snapshot", tmp_path / "held")


@pytest.mark.parametrize("option", ["--config", "--words", "--accept", "--boundaries"])
def test_every_file_that_a_build_reads_is_looked_at(said: Said, plan_file: Path, tmp_path: Path, option: str) -> None:
    assert refused(said, tmp_path / "out", "release", "build", *AS_AT, option, plan_file)


@pytest.mark.parametrize("option", ["--codebook", "--previous"])
def test_every_folder_that_a_build_reads_is_looked_at(said: Said, root: Path, tmp_path: Path, option: str) -> None:
    kind = ("--kind", "findings") if option == "--codebook" else ()
    assert refused(said, tmp_path / "out", "release", "build", *AS_AT, *kind, option, root / "plan")


def test_a_file_that_is_not_there_is_told(said: Said, tmp_path: Path) -> None:
    code, _, err = said("programme", "plan", *AS_AT, "--programme", tmp_path / "no.toml", "--out", tmp_path / "out")
    assert (code, "no.toml" in err) == (2, True)
    assert said("release", "build", *AS_AT, "--config", tmp_path / "no.toml", "--out", tmp_path / "out")[0] == 2
    assert list(tmp_path.iterdir()) == []


def test_a_release_with_a_plan_in_it_is_neither_approved_nor_published(
    said: Said, root: Path, release: Path, tmp_path: Path
) -> None:
    shutil.copytree(release, tmp_path / "release")
    shutil.copy(root / "plan" / "plan.csv", tmp_path / "release" / "data" / "areas.csv")
    for command in (
        ("approve", tmp_path / "release", "--by", "A Person", "--role", "Head of profession"),
        ("publish", tmp_path / "release", "--to", tmp_path / "public"),
    ):
        code, _, err = said("release", *command)
        assert (code, "names areas before they are told" in err) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["release"]


def test_no_release_holds_a_marking(release: Path) -> None:
    secrecy.require_no_plan(release)


def test_what_is_about_to_be_released_is_looked_at_once_more() -> None:
    secrecy.require_no_plan_in({"a.csv": b"1"})
    with pytest.raises(PlanIsSecret, match=r"a\.csv would hold the marking"):
        secrecy.require_no_plan_in({"a.csv": MARKING.encode()})


def test_nothing_is_written_as_a_plan_without_the_marking(tmp_path: Path) -> None:
    with (
        pytest.raises(ValueError, match=r"no marking in b\.csv"),
        new_folder(tmp_path / "a", is_private=True) as staged,
    ):
        secrecy.write_private(staged, {"a.csv": MARKING.encode(), "b.csv": b"1"})
    assert list(tmp_path.iterdir()) == []
