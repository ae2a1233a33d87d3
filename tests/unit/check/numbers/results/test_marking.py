"""The number in a quotation: marked where it stands, not where another is written alike."""

from dataclasses import replace

from tests.checked_documents import SAID, finding, number, passage

from areasend.check.numbers.documents.model import Where
from areasend.check.numbers.results.marking import pieces


def marked(text: str, *, found: str = "", **places: int) -> str:
    """The quotation of a whole passage with marks; `places` are numbers by the letter n and where each starts."""
    within = passage(1, text)
    about = finding(within, found=found, expected="", numbers=tuple(range(len(places))))
    numbers = {}
    for key, start in enumerate(places.values()):
        entry = number(key, within, text[start : start + 1])
        numbers[key] = replace(entry, start=start, end=start + 1)
    cut = pieces(about, numbers)
    assert "".join(piece.text for piece in cut) == text
    return "".join(f"<{piece.text}>" if piece.marked else piece.text for piece in cut)


def test_the_second_of_two_that_are_alike() -> None:
    assert marked("4 of 4 sat", n=5) == "4 of <4> sat"


def test_several_numbers_and_one_twice() -> None:
    assert marked("4 of 5 sat", n=5, m=0, o=5) == "<4> of <5> sat"


def test_by_what_was_found_where_no_number_is_named() -> None:
    assert marked("1,204 of 18.4 and 4, then 4.", found="4") == "1,204 of 18.4 and <4>, then 4."
    assert marked("In 2027/28, they say", found="2027/28") == "In <2027/28>, they say"
    assert marked("Nothing of it", found="it is missing") == "Nothing of it"
    assert marked("", found="4") == ""


def test_a_quotation_that_is_a_part_of_its_passage() -> None:
    five = number(1, SAID, "5")
    about = finding(SAID, found="", expected="", numbers=(1,), quote="5 (35%) had roses")
    assert [piece.text for piece in pieces(about, {1: five}) if piece.marked] == ["5"]


def test_a_number_of_another_place_or_file_is_not_marked() -> None:
    five = number(1, SAID, "5")
    elsewhere = finding(SAID, found="", expected="", numbers=(1, 7), quote="9 had none")
    assert not any(piece.marked for piece in pieces(elsewhere, {1: five}))
    other = finding(SAID, found="", expected="", numbers=(1,), where=Where(file="other.txt", line=1))
    assert not any(piece.marked for piece in pieces(other, {1: five}))


def test_of_two_that_overlap_the_first_is_marked() -> None:
    within = passage(1, "In 26 areas")
    wide = number(0, within, "26")
    inside = replace(wide, id=1, start=4, end=5)
    about = finding(within, found="", expected="", numbers=(0, 1))
    assert [piece.text for piece in pieces(about, {0: wide, 1: inside}) if piece.marked] == ["26"]
