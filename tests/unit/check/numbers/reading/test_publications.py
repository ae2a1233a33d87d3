"""The official publications: every statistic of the one, all the prose of the other, listed by reading them."""

from pathlib import Path

import pytest
from tests.unit.check.numbers.reading.making import short

from areasend.check.numbers.documents.model import Role
from areasend.check.numbers.documents.opening import read_publication
from areasend.check.numbers.reading import Number, read_numbers, read_shares

SHARED = Path(__file__).parents[6] / "shared" / "publications"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/publications is not here")

MAIN_FINDINGS = {
    29: "54 28 14 7 26 15 14:remaining 6",
    35: "3",
    45: "576000 >1200000 18.4%",
    51: "28",
    53: "7",
    55: "15",
    57: "6:remaining",
    66: "54",
    68: "14",
    70: "26",
    72: "14:remaining",
    86: "4 5 80% 0! 4 9 44%",
    122: "7 15 6 28",
    129: "14 26 14 54",
    136: "4 0 1 5",
    137: "2 1 1 4",
    138: "1 6 3 10",
    139: "0 5 4 9",
    140: "4 3 1 8",
    141: "1 6 1 8",
    142: "1 2 2 5",
    143: "1 3 1 5",
}
FIRST_TWO_YEARS = {
    49: "26% 21000 55% 27% 59% 17000:further 43%",
    51: "<50000",
    53: "140%",
    57: "93%",
    63: "54 3:all",
    65: "54",
    74: "54",
    83: ">67000 >6000 >43000 17000:further",
    91: "8",
    110: "55% 86%",
    122: "46% 36%",
    134: "28% 43%",
    146: "24% 21%",
    158: "10% 50.3%:only",
    160: "69% 71%",
    172: "57% 64%",
    182: "20% 35%",
    192: "52% 21%",
    202: "153:all",
    223: "54",
    311: "12",
}


def by_line(numbers: tuple[Number, ...], cells: bool) -> dict[int, str]:
    found: dict[int, list[str]] = {}
    for number in numbers:
        if number.is_statistic and (cells or number.passage.role is not Role.CELL):
            found.setdefault(number.where.line, []).append(short(number))
    return {line: " ".join(entries) for line, entries in found.items()}


def test_every_statistic_of_the_main_findings() -> None:
    numbers = read_numbers(read_publication([SHARED / "main-findings-2024.txt"]))
    assert by_line(numbers, cells=True) == MAIN_FINDINGS


def test_the_shares_of_the_main_findings() -> None:
    shares = read_shares(read_numbers(read_publication([SHARED / "main-findings-2024.txt"])))
    values = [[number and str(number.value) for number in (share.part, share.whole, share.percent)] for share in shares]
    assert values == [["4", "5", "80"], ["4", "9", "44"]]


def test_the_statistics_of_the_research_report() -> None:
    numbers = read_numbers(read_publication([SHARED / "first-two-years.txt"]))
    prose = by_line(numbers, cells=False)
    assert prose == FIRST_TWO_YEARS
    cells = [short(number) for number in numbers if number.is_statistic and number.passage.role is Role.CELL]
    outcomes = ["14", "26%", "26", "48%", "14", "26%"]
    themes = ["86%", "55%", "36%", "46%", "43%", "28%", "21%", "24%", "71%", "69%", "64%", "57%", "35%", "20%", "21%"]
    assert cells == [*outcomes, *themes, "52%"]
    shares = read_shares(numbers)
    assert [(share.part and share.part.text, share.percent and share.percent.text) for share in shares] == [
        ("14", "26%"),
        ("26", "48%"),
        ("14", "26%"),
    ]
