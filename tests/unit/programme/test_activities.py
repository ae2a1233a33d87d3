"""The names of what can be due, and the errors of the room."""

from areasend.programme import Kind, NothingToPlan, PlanNotFound, PlanUnreadable, ProgrammeError, ProgrammeInvalid


def test_kinds_have_keys_for_ids_and_files() -> None:
    assert [kind.key for kind in Kind] == ["first-full", "next-full", "monitoring", "engagement", "thematic"]
    assert [kind for kind in Kind if kind.is_full] == [Kind.FIRST_FULL, Kind.NEXT_FULL]


def test_a_programme_that_breaks_rules_tells_all_of_them() -> None:
    error = ProgrammeInvalid("programme.toml", ["one", "two"])
    assert error.faults == ("one", "two")
    assert str(error) == "programme.toml has 2 fault(s):\n  one\n  two"


def test_every_error_is_one_of_the_programme() -> None:
    for kind in (NothingToPlan, PlanNotFound, PlanUnreadable, ProgrammeInvalid):
        assert issubclass(kind, ProgrammeError)
