"""What holds of claims whatever the sentence: order of clauses, words around, and that only statistics are claimed."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.check.numbers.building import evidence, text
from tests.unit.check.numbers.claims.making import lines

OUTCOMES = {
    "typically positive": "positive",
    "inconsistent": "inconsistent",
    "found to have widespread failings": "failings",
}
PLACES = {"London": "london", "the South East": "south-east", "Suffolk": "E10000029", "the North West": "north-west"}
COUNTS = st.integers(2, 99)
WORDS = st.sampled_from(
    [
        "In",
        "2024",
        "14",
        "of these",
        "(7",
        ")",
        "inspections",
        "areas",
        "26%",
        "London",
        "inconsistent",
        "widespread",
        "failings",
        ",",
        ";",
        ":",
        "and",
        "respectively",
        "this outcome",
        "since",
        "May 2023",
        "half",
        "the only",
        "apa",
    ]
)


@settings(max_examples=12, deadline=None)
@given(
    st.permutations(list(OUTCOMES)), st.lists(COUNTS, min_size=3, max_size=3), st.sampled_from(["; ", ", ", " and "])
)
def test_clauses_may_stand_in_any_order(outcomes: list[str], counts: list[int], between: str) -> None:
    clauses = [f"{count} areas were {outcome}" for outcome, count in zip(outcomes, counts, strict=True)]
    expected = [f"{count} areas {OUTCOMES[key]} england sure" for key, count in zip(outcomes, counts, strict=True)]
    assert lines(between.join(clauses) + ".") == expected


@settings(max_examples=12, deadline=None)
@given(st.permutations(list(PLACES)), st.lists(COUNTS, min_size=4, max_size=4))
def test_places_may_stand_in_any_order(places: list[str], counts: list[int]) -> None:
    clauses = [f"in {place} {count} areas were inspected" for place, count in zip(places, counts, strict=True)]
    expected = [f"{count} areas {PLACES[key]} sure" for key, count in zip(places, counts, strict=True)]
    assert lines("; ".join(clauses) + ".") == expected


@settings(max_examples=12, deadline=None)
@given(
    st.sampled_from(["", "Overall, ", "As in past reports, ", "By contrast, ", "We met staff. "]),
    st.sampled_from(["", ", which we welcome", "; leaders know this", ". Parents agreed."]),
    st.sampled_from(list(OUTCOMES)),
    COUNTS,
)
def test_words_around_a_clause_change_nothing(before: str, after: str, outcome: str, count: int) -> None:
    written = lines(f"{before}{count} areas were {outcome}{after}")
    assert written == [f"{count} areas {OUTCOMES[outcome]} england sure"]


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, max_size=25))
def test_every_claim_is_of_one_statistic_and_every_statistic_has_at_most_one(words: list[str]) -> None:
    made = evidence(text(" ".join(words)))
    claimed = [claim.number.id for claim in made.claims]
    statistics = {number.id for number in made.numbers if number.is_statistic}
    assert len(set(claimed)) == len(claimed)
    assert set(claimed) <= statistics
    for claim in made.claims:
        assert claim.base is None or claim.base.id in statistics
        assert claim.part is None or claim.part.id in statistics
