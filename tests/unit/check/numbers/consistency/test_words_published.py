"""The rules of text on the two publications: just what is known to be in them, and nothing else."""

from functools import cache
from pathlib import Path

import pytest
from tests.unit.check.numbers.building import numbers_only

from areasend.check.numbers.consistency.words import WORDS
from areasend.check.numbers.documents.plain import read_text
from areasend.check.numbers.results.model import Finding, Kind, Severity, Support

PUBLICATIONS = Path(__file__).parents[6] / "shared" / "publications"
MAIN, FIRST = "main-findings-2024.txt", "first-two-years.txt"

pytestmark = pytest.mark.skipif(not PUBLICATIONS.is_dir(), reason="the publications in ../shared are not here")


@cache
def said(*files: str, changed: tuple[str, str] = ("", "")) -> list[Finding | Support]:
    documents = [read_text((PUBLICATIONS / file).read_text(encoding="utf-8").replace(*changed), file) for file in files]
    evidence = numbers_only(*documents)
    return [verdict for rule in WORDS for verdict in rule(evidence)]


def found(*files: str, changed: tuple[str, str] = ("", "")) -> list[tuple[Kind, Severity, str, int]]:
    verdicts = said(*files, changed=changed)
    return [
        (verdict.kind, verdict.severity, verdict.found[:36], verdict.where.line)
        for verdict in verdicts
        if isinstance(verdict, Finding)
    ]


EXPECTED_MAIN = [
    (Kind.FOOTNOTE, Severity.ERROR, 33),
    (Kind.NAME, Severity.QUERY, 57),
    (Kind.TERM, Severity.QUERY, 122),
]
EXPECTED_FIRST = [
    (Kind.QUOTATION, Severity.ERROR, 57),
    (Kind.QUOTATION, Severity.QUERY, 59),
    (Kind.NAME, Severity.QUERY, 156),
    (Kind.NAME, Severity.QUERY, 188),
    (Kind.NAME, Severity.QUERY, 304),
    (Kind.TERM, Severity.QUERY, 214),
]


@pytest.mark.parametrize(("file", "expected"), [(MAIN, EXPECTED_MAIN), (FIRST, EXPECTED_FIRST)])
def test_what_is_in_a_publication_and_nothing_else(file: str, expected: list[tuple[Kind, Severity, int]]) -> None:
    assert [(kind, severity, line) for kind, severity, _, line in found(file)] == expected


def test_both_together_disagree_on_the_end_of_the_cycle() -> None:
    (between,) = [entry for entry in said(MAIN, FIRST) if isinstance(entry, Finding) and entry.kind is Kind.DATE]
    assert (between.severity, between.where.file, between.found) == (Severity.QUERY, FIRST, "2027")
    assert between.expected == f"by 2027/28 ({MAIN}, line 27)"


def test_the_lengths_of_lists_and_the_totals_of_a_breakdown_are_right() -> None:
    assert sum(len(entry.numbers) for entry in said(MAIN) if isinstance(entry, Support)) == 1 + 36
    assert sum(len(entry.numbers) for entry in said(FIRST) if isinstance(entry, Support)) == 4


CHANGES = {
    (FIRST, "- Bexley\n", ""): (Kind.LIST_LENGTH, Severity.ERROR),
    (FIRST, "- Wigan\n", ""): (Kind.LIST_LENGTH, Severity.ERROR),
    (FIRST, "- waiting times for health services\n", ""): (Kind.LIST_LENGTH, Severity.ERROR),
    (FIRST, "List of 54", "List of 45"): (Kind.LIST_LENGTH, Severity.ERROR),
    (FIRST, "8 broad themes", "9 broad themes"): (Kind.LIST_LENGTH, Severity.ERROR),
    (FIRST, "each of the 3 inspection outcomes", "each of the 4 inspection outcomes"): None,
    (FIRST, "- Rutland\n", "- Surrey\n"): (Kind.LIST_ITEM, Severity.ERROR),
    (FIRST, "- Rutland\n", "- Rutlandshire\n"): (Kind.LIST_ITEM, Severity.QUERY),
    (FIRST, "- Bexley\n", "- Enfield\n"): (Kind.LIST_ITEM, Severity.ERROR),
    (FIRST, "In January 2023, Ofsted", "In January 2022, Ofsted"): (Kind.DATE, Severity.QUERY),
    (FIRST, "Published 6 June 2025", "Published 7 June 2025"): (Kind.DATE, Severity.QUERY),
    (MAIN, "There are 3 possible", "There are 4 possible"): (Kind.LIST_LENGTH, Severity.ERROR),
    (MAIN, "During the 2024 calendar", "During the 2023 calendar"): (Kind.PERIOD, Severity.ERROR),
    (MAIN, "Published 26 June 2025", "Published 26 June 2024"): (Kind.DATE, Severity.ERROR),
    (MAIN, "carried out in 2024\n\nGroup", "carried out in 2023\n\nGroup"): (Kind.CAPTION, Severity.ERROR),
    (MAIN, "31 December 2024\n\nOfsted", "31 December 2023\n\nOfsted"): (Kind.CAPTION, Severity.ERROR),
    (MAIN, "out between 1 January 2024 and", "out between 1 January 2025 and"): (Kind.PERIOD, Severity.ERROR),
    (MAIN, "out between 1 January 2024 and", "out between 1 March 2024 and"): (Kind.PERIOD, Severity.QUERY),
    (MAIN, "London 1 6 3 10\n", ""): (Kind.LIST_ITEM, Severity.ERROR),
    (MAIN, "West Midlands 1 3 1 5\n", ""): (Kind.LIST_ITEM, Severity.ERROR),
    (MAIN, "London 1 6 3 10\n", "London 6 1 3 10\n"): (Kind.TOTAL, Severity.ERROR),
    (MAIN, "England as at 31 December 2024", "England as at 31 December 2023"): (Kind.DATE, Severity.ERROR),
    (MAIN, "aged 0 to 25 covered", "aged 0 to 24 covered"): (Kind.DATE, Severity.QUERY),
    (MAIN, "section 20(1)(a)", "section 20(1)(b)"): (Kind.DATE, Severity.QUERY),
    (MAIN, "all local areas by 2027/28", "all local areas by 2029/30"): (Kind.DATE, Severity.QUERY),
    (MAIN, "In January 2023, Ofsted", "In March 2023, Ofsted"): (Kind.DATE, Severity.QUERY),
}


@pytest.mark.parametrize(("change", "expected"), CHANGES.items())
def test_a_change_is_found(change: tuple[str, str, str], expected: tuple[Kind, Severity] | None) -> None:
    file, before, after = change
    original = {(kind, severity, text) for kind, severity, text, _ in found(file)}
    changed = found(file, changed=(before, after))
    new = {(kind, severity) for kind, severity, text, _ in changed if (kind, severity, text) not in original}
    assert (expected in new) if expected is not None else not new
