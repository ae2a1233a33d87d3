"""A run of lines as one text, and where any stretch of it stands."""

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.reports.typeset import line, strips

from areasend.reports.layout.hyphens import Hyphens
from areasend.reports.layout.strips import strip_of_line
from areasend.reports.layout.telling import Telling
from areasend.reports.reading import Box, Place

NONE = Hyphens([])


def stretch(told: Telling, words: str) -> tuple[Place, ...]:
    start = told.text.index(words)
    return told.places(start, start + len(words))


def test_a_stretch_has_the_words_it_touches_line_by_line() -> None:
    told = Telling(strips("Inspection dates: 12 to", "16 February 2024"), NONE)
    assert told.text == "Inspection dates: 12 to 16 February 2024"
    # Eighteen letters and blanks stand before "12", at 6 points each; the first line's baseline is at 100.
    assert stretch(told, "12 to 16 February 2024") == (
        Place(1, "12 to", Box(72.0 + 18 * 6, 88.8, 72.0 + 23 * 6, 102.8)),
        Place(1, "16 February 2024", Box(72.0, 103.2, 72.0 + 16 * 6, 117.2)),
    )
    assert [place.words for place in stretch(told, "nspection dates: 1")] == ["Inspection dates: 12"]
    assert [place.words for place in stretch(told, "Febr")] == ["February"]


def test_the_whole_text_stands_on_every_line() -> None:
    told = Telling(strips("Leaders know", "their area"), NONE)
    assert [place.words for place in told.places()] == ["Leaders know", "their area"]
    assert told.places(5, 5) == ()
    assert Telling([], NONE).places() == ()
    assert Telling([], NONE).text == ""


def test_a_stretch_that_is_but_a_blank_is_the_line_it_stands_on() -> None:
    told = Telling(strips("Leaders know"), NONE)
    assert [place.words for place in told.places(7, 8)] == ["Leaders know"]


def test_places_hold_behind_a_hyphen_that_was_undone() -> None:
    told = Telling(strips("many chil-", "dren wait"), Hyphens(["children"] * 3))
    assert told.text == "many children wait"
    assert [place.words for place in stretch(told, "children")] == ["chil-", "dren"]
    assert [place.words for place in stretch(told, "wait")] == ["wait"]


def test_where_the_words_do_not_make_up_the_line_the_line_is_the_place() -> None:
    odd = line("Leaders know", 100.0)
    only = strip_of_line(odd)._replace(text="Leadersknow")  # type: ignore[arg-type]
    assert [place.words for place in Telling([only], NONE).places(0, 3)] == ["Leadersknow"]


WORDS = st.text(alphabet="abcdefg", min_size=1, max_size=6)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=5), min_size=1, max_size=6), st.data())
def test_every_run_of_words_is_found_where_it_stands(lines: list[list[str]], data: st.DataObject) -> None:
    told = Telling(strips(*(" ".join(words) for words in lines)), NONE)
    every = [word for words in lines for word in words]
    first = data.draw(st.integers(0, len(every) - 1))
    last = data.draw(st.integers(first, len(every) - 1))
    start = len(" ".join(every[:first])) + (1 if first else 0)
    end = len(" ".join(every[: last + 1]))
    assert " ".join(place.words for place in told.places(start, end)) == " ".join(every[first : last + 1])
