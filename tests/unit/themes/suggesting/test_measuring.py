"""Precision, recall, F1 and shares of areas, against numbers worked out by hand."""

from fractions import Fraction

import pytest
from tests.written_statements import statement, unit

from areasend.themes import StatementKind, packaged_codebooks
from areasend.themes.suggesting import Measures, mean_f1, training_from
from areasend.themes.suggesting.measuring import mean_points, measured, share_errors

BOOK = packaged_codebooks().latest
G, T = ("governance",), ("transitions",)


def examples(*rows):
    """Each row: area, kind, number, codes of coders."""
    made = [statement(number, "Some text", area=area, kind=kind) for area, kind, number, *_ in rows]
    units = [unit(one, *codes) for one, (_, _, _, *codes) in zip(made, rows, strict=True)]
    return training_from(made, units, BOOK).examples


def test_measures_by_hand():
    one = Measures(right=6, wrong=2, missed=4)
    assert (one.precision, one.recall, one.f1, one.support) == (
        Fraction(3, 4),
        Fraction(3, 5),
        Fraction(2, 3),
        10,
    )
    assert one + one == Measures(right=12, wrong=4, missed=8)


def test_what_cannot_be_told_is_no_number():
    assert Measures(right=0, wrong=0, missed=3).precision is None
    assert Measures(right=0, wrong=0, missed=3).f1 == 0
    nothing = Measures(right=0, wrong=3, missed=0)
    assert (nothing.recall, nothing.f1) == (None, None)
    assert mean_f1([nothing]) is None
    assert mean_f1([nothing, Measures(right=1, wrong=1, missed=1), Measures(right=1, wrong=0, missed=0)]) == Fraction(
        3, 4
    )


AFI, APA = StatementKind.AFI, StatementKind.APA


def test_a_theme_is_held_against_what_most_coders_gave():
    held = examples(
        (1, AFI, 1, G, G, ()), (1, AFI, 2, G, (), ()), (2, AFI, 1, G, ()), (2, AFI, 2, G, G), (2, AFI, 3, ())
    )
    ids = [example.statement.id for example in held]
    given = dict(zip(ids, map(frozenset, [G, G, G, T, T]), strict=True))
    assert measured(held, given, "governance") == Measures(right=1, wrong=1, missed=1)
    del given[ids[0]]
    assert measured(held, given, "governance") == Measures(right=0, wrong=1, missed=1)


def test_shares_count_inspections_as_the_findings_report_does():
    """Area 1 has governance at the level of areas though no statement of it does: each of two coders saw one."""
    held = examples(
        (1, AFI, 1, G, (), ()),
        (1, AFI, 2, (), G, ()),
        (2, AFI, 1, (), (), ()),
        (2, APA, 1, G, G, G),
        (3, APA, 1, (), (), ()),
        (3, AFI, 1, T, T, ()),
        (4, AFI, 1, (), (), ()),
    )
    ids = [example.statement.id for example in held]
    nothing = dict.fromkeys(ids, frozenset())
    first = nothing | {ids[1]: frozenset(G), ids[0]: frozenset(G), "E06000004-2024-03-04-afi-1": frozenset(G)}
    found = share_errors(held, [first, nothing], ("governance", "transitions"))
    assert [(one.kind, one.theme, one.areas, one.coded, one.suggested) for one in found] == [
        ("apa", "governance", 2, 1, 0),
        ("apa", "transitions", 2, 0, 0),
        ("afi", "governance", 4, 1, Fraction(2, 2)),
        ("afi", "transitions", 4, 1, 0),
    ]
    assert [one.points for one in found] == [50, 0, 0, 25]
    assert mean_points(found) == Fraction(75, 4)


@pytest.mark.parametrize("kind", [StatementKind.EFFECTIVE, StatementKind.BETTER])
def test_bullets_of_sections_are_counted_by_themselves(kind):
    (found,) = share_errors(examples((1, kind, 1, G)), [{f"E06000001-2024-03-04-{kind}-1": frozenset(G)}], G)
    assert (found.kind, found.coded, found.suggested) == (kind, 1, 1)
