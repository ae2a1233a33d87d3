"""The ledger of first public appearance: printed elsewhere, declared, or in an earlier release of the series."""

from dataclasses import replace
from datetime import date

import pytest
from tests.factories import area, day, document, inspection, population, printed, register

from areasend.register import PrintedFigure
from areasend.statistics import (
    Appearance,
    Counted,
    Declared,
    Period,
    Source,
    Table,
    UnknownFigure,
    count_population,
    declared_appearances,
    ledger,
    printed_appearances,
    series_appearances,
)
from areasend.statistics.population import Population

AREA = area(1, name="Ashford")
ENTRIES = [inspection(AREA, day("2023-05-15")), inspection(AREA, day("2024-05-13"))]
SINCE, YEAR = "outcomes-since-2023.england.total", "outcomes-in-year.england.total"


def held(*quoted: PrintedFigure, as_at: str = "2024-12-31") -> tuple[Population, Counted]:
    documents = [document(published=date(2025, 6, 26)), document("early", published=date(2025, 6, 6))]
    found = population(register([AREA], ENTRIES, documents=documents, printed_figures=quoted), day(as_at))
    return found, count_population(found)


def found(*quoted: PrintedFigure, as_at: str = "2024-12-31", before: date | None = None) -> list[Appearance]:
    of, counted = held(*quoted, as_at=as_at)
    return list(printed_appearances(of, counted.tables, before=before))


def rows(table: Table) -> list[tuple[str, ...]]:
    """Figure, value here, value there and result of each row."""
    names = ("figure_id", "value", "value_there", "result")
    return [tuple(str(table.named(row)[name]) for name in names) for row in table.rows]


def appearance(figure: str = SINCE, value: str = "2", *, place: str = "figure", series: bool = True) -> Appearance:
    return Appearance(
        figure=figure,
        period="2023-01-01/2024-12-31",
        source=Source.SERIES if series else Source.DECLARED,
        publication="An earlier release",
        place=place,
        published=date(2025, 1, 16),
        value=value,
    )


def test_a_figure_that_another_publication_prints() -> None:
    quoted = printed("p-1", "2", figure=SINCE), printed("p-2", "3", figure=YEAR), printed("p-3", "9")
    appeared = found(*quoted)
    assert [(entry.figure, entry.value, entry.source) for entry in appeared] == [
        (SINCE, "2", Source.PUBLICATION),
        (YEAR, "3", Source.PUBLICATION),
    ]
    assert appeared[0].publication == "Title of findings (Ofsted, 26 June 2025)"
    assert appeared[0].place == "Table 1"
    assert rows(ledger(appeared, (), held(*quoted)[1])) == [
        (YEAR, "1", "3", "differs"),
        (SINCE, "2", "2", "agrees"),
    ]


def test_only_publications_before_the_release_count() -> None:
    quoted = printed("p-1", "2", figure=SINCE), printed("p-2", "2", figure=SINCE, document="early")
    assert [entry.published for entry in found(*quoted, before=date(2025, 6, 26))] == [date(2025, 6, 6)]
    assert len(found(*quoted, before=date(2025, 6, 27))) == 2


def test_a_year_that_is_over_is_the_same_figure_in_a_later_release() -> None:
    quoted = printed("p-1", "1", figure=YEAR), printed("p-2", "2", figure=SINCE)
    appeared = found(*quoted, as_at="2025-12-31")
    assert [(entry.figure, entry.period) for entry in appeared] == [
        ("outcomes-by-year.2024.total", "2024-01-01/2024-12-31")
    ]


def test_a_share_agrees_as_far_as_it_is_printed() -> None:
    wanted = "outcomes-since-2023.england.inconsistent_pct"
    quoted = printed("p-1", "100.0", figure=wanted), printed("p-2", "99.9", figure=wanted, document="early")
    assert rows(ledger(found(*quoted), (), held(*quoted)[1])) == [
        (wanted, "100", "99.9", "differs"),
        (wanted, "100", "100.0", "agrees"),
    ]


def test_what_the_producer_declares() -> None:
    _, counted = held()
    declared = Declared(figure=SINCE, where="A newsletter", on=date(2025, 6, 20), reason="Sent too early")
    (entry,) = declared_appearances([declared], counted.tables, place="release.toml")
    assert (entry.publication, entry.place, entry.published) == ("A newsletter", "Sent too early", date(2025, 6, 20))
    assert rows(ledger([entry], (), counted)) == [(SINCE, "2", "[x]", "value not given")]


def test_a_declared_figure_that_nobody_counts_is_a_fault_with_what_comes_near() -> None:
    _, counted = held()
    declared = Declared(figure="outcomes-since-2023.england.totals", where="x", on=date(2025, 6, 20), reason="y")
    with pytest.raises(
        UnknownFigure, match=r"release.toml, \[\[appeared_earlier\]\]: No figure .* Did you mean " + SINCE
    ):
        list(declared_appearances([declared], counted.tables, place="release.toml"))


def test_an_earlier_release_with_the_same_value_and_period() -> None:
    _, counted = held()
    whole = Period(date(2023, 1, 1), date(2024, 12, 31))
    earlier = {
        SINCE: ("2", whole),
        "outcomes-since-2023.england.inconsistent": ("1", whole),
        "outcomes-by-year.2023.total": ("1", Period(date(2023, 1, 1), date(2023, 12, 31))),
        YEAR: ("1", Period(date(2023, 1, 1), date(2023, 12, 31))),
    }
    appeared = list(
        series_appearances(earlier, counted.tables, publication="An earlier release", published=date(2025, 1, 16))
    )
    assert [entry.figure for entry in appeared] == [SINCE, "outcomes-by-year.2023.total"]


def test_the_first_release_of_the_series_stays_the_first() -> None:
    _, counted = held()
    later = replace(appearance(), publication="A later release", published=date(2025, 6, 26))
    assert [row.cells[1] for row in ledger([later], [appearance()], counted).rows] == ["An earlier release"]
    corrected = ledger([later], [appearance(value="1")], counted)
    assert [(row.cells[1], row.cells[-1]) for row in corrected.rows] == [
        ("An earlier release", "differs"),
        ("A later release", "agrees"),
    ]


def test_what_is_carried_over_stays_only_for_the_same_figure_and_period() -> None:
    _, counted = held()
    other_period = replace(appearance(), period="2023-01-01/2023-12-31")
    assert ledger([], [other_period, appearance("no.such.figure")], counted).rows == ()
    declared = appearance(series=False, place="Said in a speech")
    assert rows(ledger([], [declared], counted)) == [(SINCE, "2", "2", "agrees")]


def test_a_place_that_is_found_again_stands_once() -> None:
    quoted = printed("p-1", "2", figure=SINCE)
    appeared = found(quoted)
    assert len(ledger(appeared, appeared, held(quoted)[1]).rows) == 1


def test_markers_agree_with_themselves_and_with_no_number() -> None:
    _, counted = held()
    wanted = "findings-by-outcome.england.areas_for_improvement"
    assert rows(ledger([], [appearance(wanted, "[z]")], counted)) == [(wanted, "0", "[z]", "differs")]
    share = "outcome-shares-by-region.south-west.inconsistent_pct"
    assert rows(ledger([], [appearance(share, "[z]"), appearance(share, "50")], counted)) == [
        (share, "[z]", "50", "differs"),
    ]
