"""Publications with one thing changed: what contradicts the change is found, what nothing contradicts is not blamed.

What contradicts a change is known from an annotation and the records, never from the check. Some changes of each
publication in an ordinary run, 500 with --long; the shares that must be caught only go up.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from tests.publications_mutated.annotating import Annotator
from tests.publications_mutated.checks import checked, checking
from tests.publications_mutated.first_two_years import first_two_years
from tests.publications_mutated.main_findings import I, P, W, key, main_findings
from tests.publications_mutated.model import Choice, State, Subject
from tests.publications_mutated.mutations import KINDS, Mutation, mutated
from tests.publications_mutated.relations import broken, untrue
from tests.publications_mutated.releases import released
from tests.publications_mutated.scoring import outcomes, scores
from tests.publications_mutated.sizes import numbers_page
from tests.publications_mutated.written import written

# What these run is traced by other tests; tracing would double their time.
pytestmark = pytest.mark.no_cover

SHARED = Path(__file__).parents[3] / "shared" / "publications"
SAMPLES = Path(__file__).parents[1] / "samples" / "publications"
AS_AT = "2024-12-31"
ABSENT = "../shared is not there: no publications to change"
# The least share of contradicted changes that is caught, without and with records. It may only be raised.
CAUGHT = {
    "main findings": (0.88, 1.0),
    "first two years": (0.93, 0.88),
    "our statistics release": (0.81, 0.81),
    "our findings release": (0.9, 0.9),
    "written": (0.6, 0.6),
}
SOME, ALL = 16, 500
HALLS = """Halls in 2020

In 2020 we saw 30 halls. Of these, 12 were warm and the remaining 18 were cold (60%).

Kind Warm Cold All
Town 7 8 15
Village 5 10 15

There are 2 kinds:

- Town
- Village
"""


@pytest.fixture(scope="module", autouse=True)
def traced(built: Callable[[str], Path]) -> None:
    """Builds the releases here, where they are traced, and not inside a test, where they would not be."""
    for build in ("2024", "findings"):
        built(build)


@pytest.fixture(scope="module")
def published() -> Callable[[str], Subject]:
    """A published text, annotated; skipped where it is not there."""

    def subject(name: str) -> Subject:
        path = SHARED / f"{name}.txt"
        if not path.is_file():
            pytest.skip(ABSENT)
        annotated = {"main-findings-2024": main_findings, "first-two-years": first_two_years}[name]
        return annotated(path.read_text(encoding="utf-8"))

    return subject


def changes_of(request: pytest.FixtureRequest) -> int:
    return ALL if request.config.getoption("--long") else SOME


# The labels themselves, by hand.


def halls() -> Subject:
    notes = Annotator("halls.txt", HALLS)
    notes.stand("all", 3, "30", ("count", "2020", "all", "all"), "total")
    notes.stand("warm", 3, "12", ("count", "2020", "warm", "all"))
    notes.stand("cold", 3, "18", ("count", "2020", "cold", "all"))
    notes.stand("share", 3, "60%", ("share", "2020", "cold", "all"), "percentage")
    notes.relate("adds", ("all", "warm", "cold"), "the sum")
    notes.relate("rest", ("cold", "all", "warm"), "the rest", number=1)
    notes.relate("share", ("share", "cold", "all"), "the percentage")
    rows = []
    for line, label, place in ((6, "Town", "town"), (7, "Village", "village")):
        keys = [("count", "2020", kind, place) for kind in ("warm", "cold", "all")]
        rows.append(notes.row(line, label, place, keys, ("count", "count", "total"), "table"))
        notes.relate("adds", (rows[-1].cells[2], *rows[-1].cells[:2]), "the sum of the row")
    for column in range(3):
        notes.relate("column", [row.cells[column] for row in rows], "the total", number=3)
    notes.grid("table", rows, ("warm", "cold", "all"))
    notes.listing("kinds", (11, 12))
    notes.stand("kinds", 9, "2", ("kinds",))
    notes.relate("length", ("kinds",), "the list length", list="kinds")
    notes.word("qualifier", 3, "the remaining ", (Choice("", rest="no"), Choice("over ", relation=">")), ("cold",))
    notes.word("category", 3, "warm", (Choice("cold", "cold"),), ("warm",), index=2)
    return notes.subject("halls", None)


def changes(subject: Subject, kind: str, seeds: int = 60) -> Iterator[Mutation]:
    return (change for seed in range(seeds) if (change := mutated(subject, seed, kind)).kind == kind)


def test_a_right_text_breaks_nothing() -> None:
    subject = halls()
    assert broken(subject, State.of(subject)) == {}


def test_exchanged_columns_leave_the_sums_of_rows() -> None:
    labels = {(change.before, change.contradicted_by) for change in changes(halls(), "columns")}
    assert ("7 / 8 / 5 / 10", ("the total",)) in labels
    assert ("7 / 15 / 5 / 15", ("the sum of the row", "the total")) in labels


def test_exchanged_rows_of_one_table_are_contradicted_by_nothing() -> None:
    assert {change.label(with_records=True) for change in changes(halls(), "rows")} == {"nothing"}


def test_a_count_is_contradicted_by_all_that_rests_on_it() -> None:
    found = {change.contradicted_by for change in changes(halls(), "count") if change.before == "18"}
    assert found == {("the percentage", "the rest", "the sum", "the total")}


def test_a_rest_that_no_longer_says_so_is_still_right_and_a_bound_is_not() -> None:
    found = {change.after: change.contradicted_by for change in changes(halls(), "qualifier")}
    assert found == {"": (), "over ": ("the rest", "the sum", "the total")}


def test_a_dropped_item_is_contradicted_by_the_length() -> None:
    found = {change.before: change.contradicted_by for change in changes(halls(), "list item")}
    assert found["- Town\n"] == ("the list length",)
    assert found["Town 7 8 15\n"] == ("the total",)


def test_a_swapped_category_has_another_number_elsewhere() -> None:
    (found,) = {change.contradicted_by for change in changes(halls(), "categories")}
    assert found == ("another place",)


def test_the_same_seed_gives_the_same_change() -> None:
    assert [mutated(written(3), seed) for seed in range(12)] == [mutated(written(3), seed) for seed in range(12)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_change_is_where_it_says(kind: str) -> None:
    subject = written(5)
    change = mutated(subject, 1, kind)
    lines, now = subject.files[change.file].split("\n"), change.text.split("\n")
    changed = [number for number, (one, other) in enumerate(zip(lines, now, strict=False), 1) if one != other]
    assert changed[0] == change.line
    assert change.before != change.after


@pytest.mark.parametrize("seed", range(24))
def test_a_written_release_is_right(seed: int) -> None:
    subject = written(seed)
    assert broken(subject, State.of(subject)) == {}
    assert len(subject.stands) > 20


def test_the_main_findings_are_wrong_where_two_columns_are_exchanged(published: Callable[[str], Subject]) -> None:
    subject = published("main-findings-2024")
    now = State.of(subject)
    in_words = {name for entry in broken(subject, now).values() for name in entry.stands if "table" not in name}
    assert in_words == {"EM failings", "NEYH failings", "NEYH positive"}
    columns = {subject.stands[name].key[2] for _, name in untrue(subject, now)}
    assert columns == {P, W}
    mended = [change for change in changes(subject, "columns", 200) if change.before.startswith("4 / 1 / 2 / 1")]
    assert mended
    assert {change.label(with_records=True) for change in mended} == {"nothing"}


def test_what_the_records_say_is_counted_from_their_files(published: Callable[[str], Subject]) -> None:
    """By hand from the register: 54 inspections by the end of 2024, 28 of them in the year."""
    truth = published("main-findings-2024").truth
    assert truth is not None
    found = [truth(key(*facets)) for facets in (("since",), ("2024",), ("2024", I), ("since", W, "East Midlands"))]
    assert found == [Fraction(54), Fraction(28), Fraction(15), Fraction(4)]


def test_two_percentages_of_the_findings_are_of_no_count(published: Callable[[str], Subject]) -> None:
    subject = published("first-two-years")
    wrong = {subject.stands[entry.stands[0]].text for entry in broken(subject, State.of(subject)).values()}
    assert wrong == {"35%", "55%"}


# What the check makes of them.


@pytest.mark.parametrize("as_at", [None, AS_AT])
@pytest.mark.parametrize("name", ["main-findings-2024", "first-two-years"])
def test_a_published_text_that_was_changed(
    published: Callable[[str], Subject], name: str, as_at: str | None, request: pytest.FixtureRequest
) -> None:
    assert_found(published(name), as_at, changes_of(request))


@pytest.mark.parametrize("as_at", [None, AS_AT])
@pytest.mark.parametrize(("build", "name"), [("2024", "our statistics release"), ("findings", "our findings release")])
def test_a_release_that_was_changed(
    built: Callable[[str], Path], build: str, name: str, as_at: str | None, request: pytest.FixtureRequest
) -> None:
    if as_at is None and changes_of(request) == SOME:
        pytest.skip("a release without records is checked in long runs only: its build checks it with them")
    subject = released(name, built(build), AS_AT)
    assert untrue(subject, State.of(subject)) == {}
    assert_found(subject, as_at, changes_of(request) // 4)


def test_written_releases_that_were_changed(request: pytest.FixtureRequest) -> None:
    found = []
    for number in range(changes_of(request) // 12):
        found += outcomes(written(number), range(12), checking(), with_records=False)
    assert [outcome.mutation for outcome in found if outcome.false] == []
    assert scores(found)["all"].recall >= CAUGHT["written"][0]


@pytest.mark.parametrize("path", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
@pytest.mark.parametrize("as_at", [None, AS_AT])
def test_a_right_publication_has_no_errors(path: Path, as_at: str | None) -> None:
    result = checked({path.name: path.read_text(encoding="utf-8")}, as_at)
    assert [finding.message for finding in result.errors] == []
    assert result.judged


@pytest.mark.parametrize("seed", range(12))
def test_a_written_release_has_no_errors(seed: int) -> None:
    assert [finding.message for finding in checked(written(seed).files).errors] == []


@pytest.mark.parametrize("form", ["prose", "table", "html"])
def test_a_page_of_many_numbers_has_no_errors(form: str) -> None:
    result = checked(numbers_page(600, form))
    assert len(result.judged) > 400
    assert result.errors == ()


def assert_found(subject: Subject, as_at: str | None, seeds: int) -> None:
    found = list(outcomes(subject, range(seeds), checking(as_at), with_records=as_at is not None))
    blamed = [(outcome.mutation.before, outcome.mutation.after, outcome.new) for outcome in found if outcome.false]
    assert blamed == []
    assert scores(found)["all"].recall >= CAUGHT[subject.name][as_at is not None]
