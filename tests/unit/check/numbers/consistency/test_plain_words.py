"""Words with their places, and quotations told from apostrophes."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.check.numbers.building import Writer

from areasend.check.numbers.consistency.plain_words import places, quotations, quote, significant, spelling, words
from areasend.check.numbers.documents.model import Role, Where


def quoted(text: str) -> list[str]:
    return [found.text for found in quotations(text)]


def test_words_are_folded_and_know_their_places() -> None:
    text = "Widespread and/or systemic: the area’s data-sharing & more"
    assert spelling(text) == ("widespread", "and/or", "systemic", "the", "area's", "data", "sharing", "and", "more")
    assert [text[word.start : word.end] for word in words(text)][4] == "area’s"


def test_only_words_of_meaning_are_significant() -> None:
    assert significant(spelling("the quality of all of their plans")) == {"quality", "plans"}


def test_quotations_of_every_kind() -> None:
    assert quoted("said “one” and ‘two’ and \"three\" and 'four'.") == ["one", "two", "three", "four"]
    assert quoted("'From the first word', they wrote") == ["From the first word"]
    assert quoted("(‘in brackets’)") == ["in brackets"]


def test_an_apostrophe_is_no_quotation_mark() -> None:
    assert quoted("the partnership's plan and the areas' plans") == []
    assert quoted("the partnership’s plan and the areas’ plans") == []
    assert quoted("the outcome 'the partnership's plan works' was given") == ["the partnership's plan works"]
    assert quoted("rock 'n' roll, 5' 6\" tall") == ["n"]


def test_a_quotation_that_never_closes_is_none() -> None:
    assert quoted("the ‘open one") == []
    assert quoted("a ‘ word ’ alone") == []
    assert quoted("'open" + " 'a" * 3000) == []


def test_a_late_close_belongs_to_no_early_quotation() -> None:
    assert quoted("“" + "a " * 600 + "“b”") == ["b"]


@given(st.text(alphabet="ab '’‘“”\"", max_size=60))
def test_quotations_never_overlap(text: str) -> None:
    found = list(quotations(text))
    assert all(text[entry.start : entry.end] == entry.text for entry in found)
    assert all(one.end < other.start for one, other in pairwise(found))


def test_what_is_shown_is_short() -> None:
    passage = Writer().passage("word " * 60, Role.PARAGRAPH)
    assert quote(passage).endswith("word …")
    assert len(quote(passage)) <= 102
    assert quote(passage, 5, 9) == "word"


def test_three_places_are_named() -> None:
    where = [Where(file="a.txt", line=line) for line in range(1, 6)]
    assert places(where[:2]) == "a.txt, line 1; a.txt, line 2"
    assert places(where) == "a.txt, line 1; a.txt, line 2; a.txt, line 3; and 2 more"
