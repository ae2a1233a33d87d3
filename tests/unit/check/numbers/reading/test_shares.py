"""Numbers that say one share together: written "part/whole percent", a dash for what is not said."""

import pytest
from tests.unit.check.numbers.reading.making import document, table

from areasend.check.numbers.reading import Share, read_numbers, read_shares


def short(share: Share) -> str:
    part, whole, percent = (
        number.text if number is not None else "-" for number in (share.part, share.whole, share.percent)
    )
    return f"{part}/{whole} {percent}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the north, 4 out of the 5 inspected areas (80%) did so.", ["4/5 80%"]),
        ("There were 14 (26%).", ["14/- 26%"]),
        ("There were 14 areas (26%) and 26 others (48%).", ["14/- 26%", "26/- 48%"]),
        ("We saw 26 of 54.", ["26/54 -"]),
        ("We saw 26 of the 54 inspections (48%).", ["26/54 48%"]),
        ("We saw 26 of the 54 inspections (48.1 per cent).", ["26/54 48.1 per cent"]),
        ("Four of the five areas did so.", ["Four/five -"]),
        ("It was so in 5/14 cases.", ["5/14 -"]),
        ("In all, 80% (4 of 5) did so.", ["4/5 80%"]),
        ("In all, 80% (4 out of 5 areas) did so.", ["4/5 80%"]),
        ("In all, 80%, or 4 of 5, did so.", ["4/5 80%"]),
        ("In all, 80% – that is, 4 of 5 – did so.", ["4/5 -"]),
        ("Some 48% of the 54 did so.", ["-/54 48%"]),
        ("Some 48% of the 54 inspections (26) did so.", ["26/54 48%"]),
        ("Some 26% (14 inspections) did so.", ["14/- 26%"]),
        ("Some 26% (n=54) did so.", ["-/54 26%"]),
        ("Some 26% of them (base: 54) did so.", ["-/54 26%"]),
        ("It was so in 14, or 26%, of them.", ["14/- 26%"]),
        ("It was so in 14, or 26% of the 54.", ["14/54 26%"]),
        ("It was so in 14 areas or 26 per cent.", ["14/- 26 per cent"]),
        ("The north (4 of 9 areas, 44%) and the south (6 of 8; 75%).", ["4/9 44%", "6/8 75%"]),
        ("It was 54% (n=2,310/4,278).", ["2,310/4,278 54%"]),
        ("Overall 26 (48.1%; more than before).", ["26/- 48.1%"]),
        ("By then 54 of the 153 areas (35%) were done.", ["54/153 35%"]),
        ("All 54 of the 54 areas (100%) were done.", ["54/54 100%"]),
        ("One of the 14 areas was late.", ["One/14 -"]),
        ("We saw 14 areas out of 54.", ["14/54 -"]),
        ("None of the 5 areas (0%) did so.", ["None/5 0%"]),
        ("In 14 of these inspections (7 in 2024), work was good.", []),
        ("In 26 inspections (15 in 2024), it was mixed.", []),
        ("We saw 14 of them. In all 26% were good.", []),
        ("We saw 14 schools with 26% of pupils.", []),
        ("There were 14 more than before (26%).", []),
        ("Costs fell for 14 homes (26% of them new).", []),
        ("We saw 54 areas in 2024; 26% of them were good.", []),
        ("About 26% (54 in total) were good.", []),
        ("See page 2 of 9 and section 3 of 5.", []),
        ("A third (33%) did so.", []),
        ("It rose from 26% to 48%.", []),
        ("4 of 5 and 3 of 9 did so.", ["4/5 -", "3/9 -"]),
        ("Between 4 and 5 of 9 did so.", ["5/9 -"]),
    ],
)
def test_the_shares_of_a_text(text: str, expected: list[str]) -> None:
    assert [short(share) for share in read_shares(read_numbers((document(text),)))] == expected


def test_shares_of_cells_stay_in_their_cell() -> None:
    made = table(["Group", "Areas", "Of"], [["North", "14 (26%)", "54"], ["South", "26 (48%)", "26%"]])
    assert [short(share) for share in read_shares(read_numbers((made,)))] == ["14/- 26%", "26/- 48%"]


def test_shares_of_several_texts() -> None:
    numbers = read_numbers((document("4 of 5", "14"), document("26%", "(48%)", "3 of 4 (75%)")))
    assert [short(share) for share in read_shares(numbers)] == ["4/5 -", "3/4 75%"]


def test_no_numbers_no_shares() -> None:
    assert read_shares(()) == ()
