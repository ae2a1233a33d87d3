"""A person accepts suggestions: decisions of that person, marked, all of them or none, and never of a locked coder."""

from datetime import UTC, date, datetime

import pytest
from tests.written_statements import statement

from areasend.register import Maker
from areasend.themes import FINDINGS, Suggestion, Suggestions, packaged_codebook_files
from areasend.themes.coding import NotAllowed, NotLocked, accept, followed_suggestions, new_coding, open_coding

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
DAY = date(2026, 11, 23)
ONE, TWO, THREE = (f"E06000001-2024-03-04-afi-{number}" for number in (1, 2, 3))


@pytest.fixture
def folder(tmp_path):
    made = [statement(number, f"Some text {number}") for number in (1, 2, 3)]
    coding = new_coding(tmp_path / "coding", made, packaged_codebook_files(), seed=1, kinds=FINDINGS)
    coding.join("ann", made_by=Maker.PERSON, description="", joined=DAY)
    coding.join("bob", made_by=Maker.PERSON, description="", joined=DAY)
    coding.join("robot", made_by=Maker.MODEL, description="", joined=DAY)
    return coding


def suggested(**themes):
    held = {"one": ONE, "two": TWO, "three": THREE}
    return Suggestions(
        model="m",
        statements={
            held.get(key, key): tuple(
                Suggestion(statement=held.get(key, key), theme=theme, probability=0.5, words=(), rank=rank)
                for rank, theme in enumerate(found, 1)
            )
            for key, found in themes.items()
        },
    )


def test_what_is_accepted_is_a_decision_of_the_person_that_says_what_it_followed(folder):
    accept(folder, "ann", suggested(one=["information", "governance"]), statements=[ONE, ONE], decided=NOW)
    (decision,) = open_coding(folder.folder).decisions("ann").values()
    assert decision.themes == ("information", "governance")
    assert decision.suggested == "information governance"
    assert (decision.decided, decision.codebook, decision.statement) == ("2026-11-23T09:30:00+00:00", 1, ONE)
    assert folder.decisions("bob") == folder.decisions("robot") == {}


def test_all_that_is_open_and_suggested_is_accepted_and_what_was_decided_stays(folder):
    folder.decide("ann", ONE, ["transitions"], decided=NOW)
    held = suggested(one=["governance"], two=["governance"], three=[], elsewhere=["governance"])
    told = accept(folder, "ann", held, statements=None, decided=NOW)
    assert [decision.statement for decision in told] == [TWO]
    assert folder.decisions("ann")[ONE].themes == ("transitions",)
    assert folder.open_for("ann") == (THREE,)
    assert accept(folder, "ann", held, statements=None, decided=NOW) == ()


def test_everything_in_the_way_is_told_and_nothing_is_accepted(folder):
    folder.decide("ann", ONE, ["transitions"], decided=NOW)
    held = suggested(one=["governance"], two=["governance", "weather"])
    with pytest.raises(NotAllowed) as told:
        accept(folder, "ann", held, statements=[ONE, TWO, THREE], decided=NOW)
    assert f"{ONE}: decided already" in str(told.value)
    assert f"{TWO}: weather is no theme of the codebook here" in str(told.value)
    assert f"{THREE}: nothing is suggested" in str(told.value)
    assert list(folder.decisions("ann")) == [ONE]


def test_a_statement_of_another_folder_is_refused(folder):
    with pytest.raises(NotAllowed, match="'elsewhere' is no statement of"):
        accept(folder, "ann", suggested(elsewhere=["governance"]), statements=["elsewhere"], decided=NOW)


def test_a_model_accepts_nothing(folder):
    with pytest.raises(NotAllowed, match="only a person accepts"):
        accept(folder, "robot", suggested(one=["governance"]), statements=None, decided=NOW)


def test_a_locked_coder_accepts_nothing(folder):
    folder.lock("ann", day=DAY, with_missing=True)
    with pytest.raises(NotAllowed, match="locked since 2026-11-23"):
        accept(folder, "ann", suggested(one=["governance"]), statements=None, decided=NOW)


def test_which_decisions_followed_a_suggestion_is_told_when_all_are_locked(folder):
    accept(folder, "ann", suggested(one=["governance"]), statements=[ONE], decided=NOW)
    folder.decide("ann", TWO, ["governance"], decided=NOW)
    with pytest.raises(NotLocked):
        followed_suggestions(folder)
    for coder in ("ann", "bob", "robot"):
        folder.lock(coder, day=DAY, with_missing=True)
    assert followed_suggestions(folder) == {"ann": {ONE}, "bob": frozenset(), "robot": frozenset()}


def test_an_accepted_suggestion_counts_as_the_same_decision_made_freely(folder):
    accept(folder, "ann", suggested(one=["governance"]), statements=[ONE], decided=NOW)
    folder.decide("bob", ONE, ["governance"], decided=NOW)
    for coder in ("ann", "bob", "robot"):
        folder.lock(coder, day=DAY, with_missing=True)
    (one, *_) = folder.coded_units()
    assert one.codes == {"ann": ("governance",), "bob": ("governance",)}
