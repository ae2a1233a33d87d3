"""The coding folder: decisions, orders, locks, what a change of the codebook reopens, codes and adjudication."""

from datetime import date, datetime
from pathlib import Path

import pytest
from tests.coding_folders import (
    DAY,
    MOMENT,
    coding,
    decide_all,
    files_in,
    merging_version,
    second_version,
    statement,
    version,
)

from areasend.register import Maker
from areasend.themes import FINDINGS
from areasend.themes.coding import CodingFolder, NotAllowed, NotLocked, new_coding, open_coding

FIRST, SECOND = statement(1).id, statement(2).id


def locked(folder: CodingFolder, *coders: str) -> CodingFolder:
    for coder in coders:
        folder.lock(coder, day=DAY, with_missing=True)
    return folder


def test_a_decision_is_on_the_disk_when_it_is_told(tmp_path: Path) -> None:
    made = coding(tmp_path / "c", "anna")
    told = made.decide("anna", FIRST, ["plans", "people"], sub_themes=["nurses"], note="Hm.", decided=MOMENT)
    assert (tmp_path / "c/coders/anna/decisions.jsonl").read_text(encoding="utf-8") == (
        '{"statement": "E06000051-2024-01-22-afi-1", "themes": ["plans", "people"], "sub_themes": ["nurses"], '
        '"note": "Hm.", "codebook": 1, "decided": "2025-03-03T10:30:00+00:00", "suggested": ""}\n'
    )
    again = open_coding(tmp_path / "c")
    assert (again.kinds, again.statements) == (FINDINGS, tuple(statement(number) for number in range(1, 7)))
    assert again.decisions("anna") == {FIRST: told} == made.decisions("anna")
    assert set(again.open_for("anna")) == {statement(number).id for number in range(2, 7)}


def test_the_latest_decision_holds_and_the_earlier_ones_stay(tmp_path: Path) -> None:
    made = coding(tmp_path / "c", "anna")
    for themes in (["plans"], [], ["places", "plans"]):
        made.decide("anna", FIRST, themes, decided=MOMENT)
    again = open_coding(tmp_path / "c")
    assert again.decisions("anna")[FIRST].themes == ("places", "plans")
    assert [decision.themes for decision in again.past("anna", FIRST)] == [("plans",), (), ("places", "plans")]
    assert again.past("anna", SECOND) == ()


@pytest.mark.parametrize(
    ("themes", "sub_themes", "note", "rule"),
    [
        (["plan"], [], "", "no theme of version 1 of the codebook: plan"),
        (["plans", "plans"], [], "", "a theme stands twice: plans"),
        (["plans"], ["nurse"], "", "no sub-theme of version 1 of the codebook: nurse"),
        (["plans"], ["nurses"], "", "a sub-theme whose theme is not among the themes: nurses"),
        (["people"], ["nurses", "nurses"], "", "a sub-theme stands twice: nurses"),
        ([], [], "a\x00b", "the note: a control character in the text"),
        ([], [], "a" * 4001, "the note: longer than 4000 characters"),
        ([], [], "\ud800", "the note: a control character in the text"),
    ],
)
def test_what_breaks_a_rule_is_not_written(
    tmp_path: Path, themes: list[str], sub_themes: list[str], note: str, rule: str
) -> None:
    made = coding(tmp_path / "c", "anna")
    before = files_in(tmp_path / "c")
    with pytest.raises(NotAllowed) as told:
        made.decide("anna", FIRST, themes, sub_themes=sub_themes, note=note, decided=MOMENT)
    assert rule in str(told.value)
    assert files_in(tmp_path / "c") == before


def test_unknown_statements_and_coders_are_named(tmp_path: Path) -> None:
    made = coding(tmp_path / "c", "anna", "ben")
    with pytest.raises(NotAllowed, match="'nothing' is no statement"):
        made.decide("anna", "nothing", [], decided=MOMENT)
    with pytest.raises(NotAllowed, match=r"'carl' is no coder of .* Its coders: anna, ben"):
        made.decide("carl", FIRST, [], decided=MOMENT)
    with pytest.raises(NotAllowed, match="Its coders: nobody yet"):
        coding(tmp_path / "d").coder("carl")


def test_a_moment_without_its_offset_is_a_slip_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="offset"):
        coding(tmp_path / "c", "anna").decide("anna", FIRST, [], decided=datetime(2025, 1, 1))


@pytest.mark.parametrize("key", ["", "Anna", "a b", "../a", "a.", "-a", "a" * 41, "a__b"])
def test_keys_of_coders_can_name_a_folder(tmp_path: Path, key: str) -> None:
    with pytest.raises(NotAllowed, match="no key of a coder"):
        coding(tmp_path / "c").join(key, made_by=Maker.PERSON, description="", joined=DAY)


def test_a_coder_joins_once(tmp_path: Path) -> None:
    made = coding(tmp_path / "c", "anna")
    with pytest.raises(NotAllowed, match="anna is a coder of"):
        made.join("anna", made_by=Maker.PERSON, description="", joined=DAY)
    with pytest.raises(NotAllowed, match="the description: a spreadsheet would run it"):
        made.join("ben", made_by=Maker.PERSON, description="=1", joined=DAY)
    made.join("carl", made_by=Maker.MODEL, description='Says "\\hé\x7f"'.replace("\x7f", ""), joined=DAY)
    assert [(coder.key, coder.made_by, coder.description) for coder in open_coding(tmp_path / "c").coders] == [
        ("anna", Maker.PERSON, "Coder anna"),
        ("carl", Maker.MODEL, 'Says "\\hé"'),
    ]


def test_a_folder_without_statements_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(NotAllowed, match="no statement of the kinds apa, afi"):
        new_coding(tmp_path / "c", [], {"1.toml": version(1)}, seed=1, kinds=FINDINGS)
    assert not (tmp_path / "c").exists()


def test_every_coder_has_an_order_of_their_own_that_stays(tmp_path: Path) -> None:
    many = [statement(number) for number in range(1, 31)]
    made = coding(tmp_path / "c", "anna", "ben", statements=many)
    anna, ben = made.order("anna"), made.order("ben")
    assert sorted(anna) == sorted(ben) == sorted(entry.id for entry in many)
    assert anna != ben
    decide_all(made, "ben", "plans")
    assert open_coding(tmp_path / "c").order("anna") == anna == made.open_for("anna")
    assert coding(tmp_path / "d", "anna", statements=many, seed=8).order("anna") != anna


def test_locking_needs_every_statement_or_leave(tmp_path: Path) -> None:
    made = coding(tmp_path / "c", "anna")
    made.decide("anna", FIRST, ["plans"], decided=MOMENT)
    with pytest.raises(NotAllowed, match="5 of 6 statements have no code of anna"):
        made.lock("anna", day=DAY)
    assert made.lock("anna", day=DAY, with_missing=True).locked == DAY
    again = open_coding(tmp_path / "c")
    assert again.coder("anna").locked == DAY
    assert (again.open_for("anna"), len(again.missing_for("anna"))) == ((), 5)


def test_locked_work_is_final(tmp_path: Path) -> None:
    made = coding(tmp_path / "c", "anna")
    decide_all(made, "anna", "plans")
    locked(made, "anna")
    before = files_in(tmp_path / "c")
    for folder in (made, open_coding(tmp_path / "c")):
        with pytest.raises(NotAllowed, match="What is locked is final"):
            folder.decide("anna", FIRST, ["places"], decided=MOMENT)
        with pytest.raises(NotAllowed, match=f"anna is locked already, since {DAY}"):
            folder.lock("anna", day=DAY)
    assert files_in(tmp_path / "c") == before


def test_codes_are_told_only_when_everybody_is_locked(tmp_path: Path) -> None:
    made = coding(tmp_path / "c", "anna", "ben")
    decide_all(made, "anna", "plans", "people")
    made.decide("ben", FIRST, [], decided=MOMENT)
    for coders in ((), ("anna",), ("anna", "ben")):
        with pytest.raises(NotLocked) as told:
            made.coded_units(coders)
        assert told.value.coders == ("anna", "ben")
    locked(made, "anna")
    with pytest.raises(NotLocked, match=r"not locked: ben\."):
        made.coded_units(["anna"])
    with pytest.raises(NotLocked):
        _ = made.adjudications
    with pytest.raises(NotLocked):
        made.adjudicate(FIRST, [], reason="why", by="me", decided=MOMENT)
    locked(made, "ben")
    units = {unit.id: unit for unit in made.coded_units()}
    assert units[FIRST].codes == {"anna": ("plans", "people"), "ben": ()}
    assert units[SECOND].codes == {"anna": ("plans", "people")}
    assert {unit.id: unit.codes for unit in made.coded_units(["ben"])}[SECOND] == {}
    assert (units[FIRST].inspection_id, units[FIRST].kind, units[FIRST].whole) == ("E06000051-2024-01-22", "afi", False)


def test_a_coder_who_joins_later_closes_the_codes_again(tmp_path: Path) -> None:
    made = locked(coding(tmp_path / "c", "anna"), "anna")
    assert len(made.coded_units()) == 6
    open_coding(tmp_path / "c").join("zoe", made_by=Maker.PERSON, description="", joined=DAY)
    with pytest.raises(NotLocked, match="zoe"):
        made.coded_units()


def test_adjudication_settles_and_leaves_the_codes_as_they_were(tmp_path: Path) -> None:
    made = coding(tmp_path / "c", "anna", "ben")
    decide_all(made, "anna", "plans")
    decide_all(made, "ben", "places")
    locked(made, "anna", "ben")
    coders = files_in(tmp_path / "c/coders")
    made.adjudicate(FIRST, ["people"], reason="Neither.", by="Cleo", decided=MOMENT)
    made.adjudicate(FIRST, [], reason="On second thoughts.", by="Cleo", decided=MOMENT)
    assert files_in(tmp_path / "c/coders") == coders
    for folder in (made, open_coding(tmp_path / "c")):
        units = {unit.id: unit for unit in folder.coded_units()}
        assert units[FIRST].codes == {"anna": ("plans",), "ben": ("places",)}
        assert (units[FIRST].adjudicated, units[SECOND].adjudicated) == ((), None)
        assert [(entry.themes, entry.reason) for entry in folder.adjudications] == [
            (("people",), "Neither."),
            ((), "On second thoughts."),
        ]


@pytest.mark.parametrize(
    ("themes", "reason", "by", "rule"),
    [
        (["plan"], "why", "me", "no theme of version 1 of the codebook: plan"),
        ([], "", "me", "the reason is missing"),
        ([], " \n", "me", "the reason is missing"),
        ([], "=why", "me", "the reason: a spreadsheet would run it as a formula"),
        ([], " why", "me", "the reason: space before or after"),
        ([], "why", " ", "who settles it is missing"),
        ([], "why\x07", "me", "the reason: a control character"),
    ],
)
def test_adjudication_needs_themes_of_the_codebook_a_reason_and_a_name(
    tmp_path: Path, themes: list[str], reason: str, by: str, rule: str
) -> None:
    made = coding(tmp_path / "c", "anna")
    decide_all(made, "anna")
    locked(made, "anna")
    with pytest.raises(NotAllowed, match=rule):
        made.adjudicate(FIRST, themes, reason=reason, by=by, decided=MOMENT)
    assert made.adjudications == ()


def test_what_nobody_coded_is_not_adjudicated(tmp_path: Path) -> None:
    made = locked(coding(tmp_path / "c", "anna"), "anna")
    with pytest.raises(NotAllowed, match="Nobody has coded"):
        made.adjudicate(FIRST, [], reason="why", by="me", decided=MOMENT)
    with pytest.raises(NotAllowed, match="no statement"):
        made.adjudicate("nothing", [], reason="why", by="me", decided=MOMENT)


def test_two_open_folders_see_what_the_other_wrote(tmp_path: Path) -> None:
    one = coding(tmp_path / "c", "anna")
    other = open_coding(tmp_path / "c")
    one.decide("anna", FIRST, ["plans"], decided=MOMENT)
    other.decide("anna", SECOND, ["people"], decided=MOMENT)
    assert set(other.decisions("anna")) == {FIRST, SECOND}
    locked(one, "anna")
    assert len(one.decisions("anna")) == 2
    with pytest.raises(NotAllowed, match="locked"):
        other.decide("anna", FIRST, [], decided=MOMENT)
    one.adjudicate(FIRST, [], reason="one", by="me", decided=MOMENT)
    other.adjudicate(SECOND, [], reason="two", by="me", decided=MOMENT)
    assert [entry.reason for entry in other.adjudications] == ["one", "two"]


def reopened(tmp_path: Path, *coders: str) -> CodingFolder:
    """Coders who coded the first statement to plans and the rest to places, locked; then plans is defined anew."""
    made = coding(tmp_path / "c", *coders)
    for coder in coders:
        decide_all(made, coder, "places")
        made.decide(coder, FIRST, ["plans", "places"], sub_themes=["late_plans"], decided=MOMENT)
    locked(made, *coders)
    (tmp_path / "c/codebook/2.toml").write_bytes(second_version())
    return open_coding(tmp_path / "c")


def test_a_change_of_the_codebook_reopens_what_it_touches_and_nothing_else(tmp_path: Path) -> None:
    made = reopened(tmp_path, "anna", "ben")
    assert made.open_for("anna") == made.reopened_for("anna") == (FIRST,)
    assert made.coder("anna").locked is None
    with pytest.raises(NotLocked):
        made.coded_units()
    with pytest.raises(NotAllowed, match="was not reopened"):
        made.decide("anna", SECOND, ["plans"], decided=MOMENT)
    made.decide("anna", FIRST, ["people"], decided=MOMENT)
    # What is open may be changed until it is locked again.
    made = open_coding(tmp_path / "c")
    assert made.coder("anna").locked is None
    assert (made.open_for("anna"), made.may_decide("anna", FIRST), made.may_decide("anna", SECOND)) == ((), True, False)
    made.decide("anna", FIRST, ["plans"], decided=MOMENT)
    made.lock("anna", day=date(2025, 4, 1))
    made.lock("ben", day=date(2025, 4, 2), with_missing=True)
    made = open_coding(tmp_path / "c")
    assert [coder.locked for coder in made.coders] == [date(2025, 4, 1), date(2025, 4, 2)]
    assert [decision.themes for decision in made.past("anna", FIRST)][-3:] == [
        ("plans", "places"),
        ("people",),
        ("plans",),
    ]
    units = {unit.id: unit for unit in made.coded_units()}
    assert units[FIRST].codes == {"anna": ("plans",)}  # ben was locked without deciding it again
    assert units[SECOND].codes == {"anna": ("places",), "ben": ("places",)}
    assert made.missing_for("ben") == (FIRST,)
    with pytest.raises(NotAllowed, match="What is locked is final"):
        made.decide("ben", FIRST, ["plans"], decided=MOMENT)


def test_a_change_that_touches_nothing_of_a_coder_leaves_the_lock(tmp_path: Path) -> None:
    made = coding(tmp_path / "c", "anna")
    decide_all(made, "anna", "places")
    locked(made, "anna")
    (tmp_path / "c/codebook/2.toml").write_bytes(second_version())
    made = open_coding(tmp_path / "c")
    assert made.coder("anna").locked == DAY
    with pytest.raises(NotAllowed, match="was not reopened"):
        made.decide("anna", FIRST, [], decided=MOMENT)
    with pytest.raises(NotAllowed, match="locked already"):
        made.lock("anna", day=DAY)


def test_an_adjudication_is_reopened_like_a_coding(tmp_path: Path) -> None:
    made = coding(tmp_path / "c", "anna")
    decide_all(made, "anna", "places")
    locked(made, "anna")
    made.adjudicate(FIRST, ["plans"], reason="why", by="me", decided=MOMENT)
    made.adjudicate(SECOND, ["people"], reason="why", by="me", decided=MOMENT)
    (tmp_path / "c/codebook/2.toml").write_bytes(second_version())
    made = open_coding(tmp_path / "c")
    assert {unit.id: unit.adjudicated for unit in made.coded_units() if unit.adjudicated is not None} == {
        SECOND: ("people",)
    }
    assert len(made.adjudications) == 2


def test_what_a_later_version_merges_is_carried(tmp_path: Path) -> None:
    made = coding(tmp_path / "c", "anna")
    decide_all(made, "anna", "people")
    made.decide("anna", FIRST, ["people"], sub_themes=["nurses"], note="n", decided=MOMENT)
    (tmp_path / "c/codebook/2.toml").write_bytes(merging_version())
    made = open_coding(tmp_path / "c")
    standing = made.standing("anna")[FIRST]
    assert (standing.themes, standing.sub_themes, standing.note, standing.codebook) == (("staff",), ("nurses",), "n", 1)
    assert made.decisions("anna")[FIRST].themes == ("people",)
    assert made.open_for("anna") == ()
