"""The figures of a release counted again from records, and the words beside numbers that name them."""

from datetime import date

import pytest
from tests import factories, figure_folders

from areasend.check.numbers.check import check_publication, gather
from areasend.check.numbers.documents.model import Document
from areasend.check.numbers.release_files import Release, figures_for, named_numbers, own_figures, read_release
from areasend.check.numbers.results.model import Finding, Kind, Status
from areasend.framework import packaged_framework
from areasend.snapshot import Snapshot

LONDON = factories.area(1, region="London", name="Oldham Green")
NORTH = factories.area(2, region="North West", name="Newham Green")
RECORDS = factories.register(
    [LONDON, NORTH],
    [
        factories.inspection(LONDON, date(2023, 3, 6), outcome=factories.INCONSISTENT),
        factories.inspection(NORTH, date(2024, 3, 4), outcome=factories.POSITIVE),
    ],
)
HELD = factories.snapshot(RECORDS)
TABLE = "outcomes-by-region"


def observed(*figures: tuple[str, str], as_at: str = "2024-12-31", published_by: str = "[z]") -> Release:
    heading = "figure_id,table_id,time_period,as_at,published_by,geographic_level,region_name,measure,value"
    rows = [
        f"{name},{name.split('.')[0]},2023-01-01/{as_at},{as_at},{published_by},National,[z],{name.split('.')[2]},{value}"
        for name, value in figures
    ]
    return read_release({"data/observations.csv": "\n".join([heading, *rows]).encode()})


def link(name: str, value: str) -> str:
    return f'<a href="numbers/{name.split(".")[0]}.html#{name}"><data value="{value}">{value}</data></a>'


def found(release: Release | None, *documents: Document, held: Snapshot | None = HELD) -> list[tuple[Kind, str, str]]:
    made = gather(documents, framework=packaged_framework(), register=RECORDS, snapshot=held)
    figures = figures_for(documents, release, held, packaged_framework())
    return [
        (verdict.kind, verdict.expected, verdict.found)
        for verdict in own_figures(release, figures)(made)
        if isinstance(verdict, Finding)
    ]


ALL = f"{TABLE}.england.total"


@pytest.mark.parametrize(
    ("as_at", "published_by", "printed", "expected"),
    [
        ("2024-12-31", "[z]", "2", []),
        ("2024-12-31", "[z]", "3", [(Kind.RECORDS, "2", "3")]),
        ("2023-12-31", "[z]", "1", []),
        ("2023-12-31", "[z]", "2", [(Kind.RECORDS, "1", "2")]),
        ("2025-12-31", "[z]", "9", []),
        ("soon", "[z]", "9", []),
    ],
)
def test_a_release_is_counted_for_its_own_date(
    as_at: str, published_by: str, printed: str, expected: list[tuple[Kind, str, str]]
) -> None:
    assert found(observed((ALL, printed), as_at=as_at, published_by=published_by)) == expected


def test_without_records_nothing_is_counted() -> None:
    assert found(observed((ALL, "9")), held=None) == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [("as at 31 December 2024", [(Kind.RECORDS, "2", "3")]), ("as at 31 December 2023", []), ("of all time", [])],
)
def test_a_page_by_itself_is_counted_for_the_date_it_says(said: str, expected: list[tuple[Kind, str, str]]) -> None:
    page = figure_folders.page(f"<p>Inspections {said}: {link(ALL, '3')}.</p>")
    assert found(None, page) == expected


def test_a_page_that_names_no_figure_is_left_to_other_rules() -> None:
    assert figures_for([figure_folders.page("<p>3</p>")], None, HELD, packaged_framework()) == {}


THEMES = [(f"themes.{theme}.afi", "0") for theme in ("governance", "information", "commissioning", "coproduction")]


def test_figures_of_codings_are_held_against_a_count_with_the_same_codebook() -> None:
    assert found(observed((ALL, "2"), *THEMES)) == []
    other = [(name, "5") for name, _ in THEMES]
    assert found(observed((ALL, "2"), *other)) == []
    rest = [(f"themes.{theme}.apa", "0") for theme in ("governance", "information", "commissioning", "coproduction")]
    more = [(f"themes.{theme}.either", "0") for theme in ("governance", "information", "commissioning", "coproduction")]
    wrong = [*THEMES, *rest, *more, ("themes.transitions.afi", "5")]
    assert found(observed(*wrong)) == [(Kind.RECORDS, "0", "5")]


POSITIVE = "outcomes-since-2023.england.typically_positive"


@pytest.mark.parametrize(
    ("sentence", "errors"),
    [
        ("In {0} inspection, the arrangements typically led to positive experiences and outcomes.", 0),
        ("In {0} inspection, there were widespread and/or systemic failings.", 1),
        ("In {0} inspection, things were found.", 0),
        ("In London, {0} inspection typically led to positive experiences and outcomes.", 1),
    ],
)
def test_the_words_of_a_sentence_are_those_of_its_figure(sentence: str, errors: int) -> None:
    page = figure_folders.page(
        f"<h1>Inspections as at 31 December 2024</h1><p>{sentence.format(link(POSITIVE, '1'))}</p>"
    )
    assert [kind for kind, _, _ in found(observed((POSITIVE, "1")), page)] == [Kind.WORDS_AGAINST_TABLE] * errors


def test_named_numbers_are_those_inside_links() -> None:
    page = figure_folders.page(f"<p>Of 7 inspections, {link(ALL, '2')} ended.</p>")
    made = gather([page], framework=packaged_framework(), register=RECORDS)
    assert [made.numbers[number].text for number in named_numbers(made)] == ["2"]


def test_a_whole_check_verifies_a_number_by_its_figure() -> None:
    page = figure_folders.page(f"<p>Ended: {link(ALL, '2')}.</p>")
    result = check_publication(
        [page], framework=packaged_framework(), register=RECORDS, snapshot=HELD, release=observed((ALL, "2"))
    )
    assert [entry.status for entry in result.judged] == [Status.VERIFIED]
    assert len(result.judged[0].records) == 2
