"""How changes of codings are told: one for each inspection and table, and never for an inspection that only moved."""

from dataclasses import replace
from decimal import Decimal

from tests.factories import (
    adjudication,
    area,
    coder,
    coding,
    day,
    document,
    findings,
    inspection,
    leadership,
    population,
    printed,
    register,
    snapshot,
    topic,
)

from areasend.framework import packaged_framework
from areasend.register import Inspection, Maker, Register, Unit
from areasend.statistics import FINDINGS_CATALOGUE, ReasonKind, Side, build_tables, compare_releases
from areasend.statistics.changes.move import Move
from areasend.statistics.changes.record_changes import record_changes

ASHFORD, BARTON = area(1, name="Ashford"), area(2, region="South West", name="Barton")
ONE, TWO = inspection(ASHFORD, day("2024-01-22")), inspection(BARTON, day("2024-03-11"))


def coded(*entries: Inspection, by: tuple[str, ...] = ("first", "second")) -> Register:
    found = [finding for entry in entries for finding in findings(entry, afi=2)]
    return register(
        [ASHFORD, BARTON],
        entries,
        found=found,
        documents=[document()],
        coders=[coder(name) for name in ("first", "second", "third")],
        codings=[coding(finding, "governance", by=name) for finding in found for name in by],
        adjudications=[adjudication(findings(entry)[0], "early_help") for entry in entries],
        topics=[topic()],
        leadership=[leadership(entry, page=1) for entry in entries],
    )


def told(old: Register, new: Register) -> list[tuple[ReasonKind, str, str, str]]:
    move = Move(old=snapshot(old), new=snapshot(new), framework=packaged_framework())
    return [(change.kind, change.table, change.name, change.detail) for change in record_changes(move)]


def test_codings_of_an_inspection_are_one_change() -> None:
    """Two that came, one that changed in two columns: three codings in all."""
    first, *rest = coded(ONE).codings
    after = replace(first, themes=("transitions",), sub_themes=("adulthood",))
    old = replace(coded(ONE), codings=(first, *rest[:1]))
    new = replace(coded(ONE), codings=(after, *rest))
    assert told(old, new) == [
        (ReasonKind.CODING, "codings", "Ashford, 22 January 2024", "codings: 3 recorded, changed or taken away")
    ]
    move = Move(old=snapshot(old), new=snapshot(new), framework=packaged_framework())
    (change,) = record_changes(move)
    assert set(change.ids) == {
        "E06000001-2024-01-22",
        "E06000001-2024-01-22-afi-1 first",
        "E06000001-2024-01-22-afi-2 first",
        "E06000001-2024-01-22-afi-2 second",
    }
    assert change.areas == ("E06000001",)
    assert [entry[3] for entry in told(new, old)] == ["codings: 3 recorded, changed or taken away"]


def test_each_inspection_and_each_table_is_told_apart() -> None:
    none = replace(coded(ONE, TWO), codings=(), adjudications=())
    assert [(table, name) for _, table, name, _ in told(none, coded(ONE, TWO))] == [
        ("adjudications", "Ashford, 22 January 2024"),
        ("adjudications", "Barton, 11 March 2024"),
        ("codings", "Ashford, 22 January 2024"),
        ("codings", "Barton, 11 March 2024"),
    ]


def test_another_coder_is_told_with_what_was_coded() -> None:
    before = replace(coded(ONE), coders=(coder("first"), coder("second")))
    assert told(before, coded(ONE, by=("first", "second", "third"))) == [
        (ReasonKind.CODING, "coders", "Coder third", "recorded since"),
        (ReasonKind.CODING, "codings", "Ashford, 22 January 2024", "codings: 2 recorded, changed or taken away"),
    ]


def test_codings_that_come_and_go_with_their_inspection_are_no_change_of_their_own() -> None:
    """As with findings: the inspection is the reason."""
    new = [kind for kind, _, name, _ in told(coded(ONE), coded(ONE, TWO)) if name.startswith("Barton")]
    assert new == [ReasonKind.NEW_INSPECTION]
    gone = [kind for kind, _, name, _ in told(coded(ONE, TWO), coded(ONE)) if name.startswith("Barton")]
    assert gone == [ReasonKind.REMOVED]


def test_an_inspection_whose_first_day_was_corrected_is_told_and_its_codings_are_not() -> None:
    moved = replace(ONE, inspection_start=day("2024-01-23"))
    assert [(kind, table) for kind, table, _, _ in told(coded(ONE), coded(moved))] == [
        (ReasonKind.CORRECTION, "inspections")
    ]


def test_a_coding_that_changed_beside_the_first_day_is_told_under_the_new_one() -> None:
    after = coded(replace(ONE, inspection_start=day("2024-01-23")))
    first, *rest = after.codings
    new = replace(after, codings=(replace(first, themes=("transitions",)), *rest))
    assert told(coded(ONE), new)[-1] == (
        ReasonKind.CODING,
        "codings",
        "Ashford, 23 January 2024",
        "codings: 1 recorded, changed or taken away",
    )


def test_what_is_said_of_leaders_and_topics_is_told_by_its_own_name() -> None:
    old = replace(coded(ONE), leadership_statements=(), thematic_topics=())
    assert told(old, coded(ONE)) == [
        (ReasonKind.VISIT, "thematic_topics", "Thematic visits of 2024", "recorded since"),
        (ReasonKind.CODING, "leadership_statements", "Ashford, 22 January 2024, leadership", "recorded since"),
    ]
    other = replace(coded(ONE), leadership_statements=(leadership(ONE, changed=False),))
    assert [entry[3] for entry in told(coded(ONE), other)] == ["changed: yes, now no", "page: 1, now not recorded"]


def side(of: Register) -> Side:
    held = population(of)
    return Side(population=held, tables=build_tables(held, FINDINGS_CATALOGUE))


def reasons(old: Register, new: Register, wanted: str) -> list[tuple[str, list[str]]]:
    """The reasons of one figure, each with its records."""
    (change,) = [change for change in compare_releases(side(old), side(new)).values if change.id == wanted]
    return [(reason.kind.value, [record.record for record in reason.records]) for reason in change.reasons]


def test_a_coding_that_changed_is_the_reason_of_a_share_of_a_theme() -> None:
    old = replace(coded(ONE, TWO), adjudications=())
    new = replace(
        old,
        codings=tuple(
            replace(entry, themes=("transitions",)) if entry.gss_code == BARTON.gss_code else entry
            for entry in old.codings
        ),
    )
    assert reasons(old, new, "themes.transitions.afi") == [("coding", ["E06000002-2024-03-11"])]
    assert reasons(old, new, "themes-by-region.governance.south_west") == [("coding", ["E06000002-2024-03-11"])]
    changed = {change.id for change in compare_releases(side(old), side(new)).values}
    assert not any(wanted.startswith(("leadership-changes", "outcomes", "coders.")) for wanted in changed)


def test_what_a_person_settled_is_told_as_coding_and_no_coder_agrees_otherwise() -> None:
    old = replace(coded(ONE), adjudications=())
    assert reasons(old, coded(ONE), "themes.early_help.afi") == [("coding", ["E06000001-2024-01-22"])]
    changed = {change.table for change in compare_releases(side(old), side(coded(ONE))).values}
    assert "theme-agreement" not in changed


def test_where_coders_agree_otherwise_on_the_same_units_their_codings_are_the_reason() -> None:
    old = coded(ONE)
    first, *rest = old.codings
    new = replace(old, codings=(replace(first, themes=("transitions",)), *rest))
    wanted = "theme-agreement.findings--first--second--afi--all.raw"
    assert reasons(old, new, wanted) == [("coding", ["E06000001-2024-01-22"])]


def test_rows_of_agreement_come_and_go_with_the_coders() -> None:
    """A person turns out to be a model: the pair is another kind of pair, and no group of people is left."""
    three = coded(ONE, by=("first", "second", "third"))
    other = replace(three, coders=(*three.coders[:2], replace(three.coders[2], made_by=Maker.MODEL)))
    wanted = "theme-agreement.findings--first--second--third--afi--all.units"
    assert reasons(three, other, wanted) == [("correction", ["third"])]
    assert reasons(three, coded(ONE), "coders.third.units") == [("coding", ["E06000001-2024-01-22"])]


def test_a_quoted_share_is_explained_by_the_record_that_quotes_it() -> None:
    share = printed("p-1", "50", unit=Unit.PERCENT, figure="themes.governance.afi_pct")
    leaders = printed("p-2", "93", unit=Unit.PERCENT, figure="leadership-changes.inconsistent.changed_pct")
    old = replace(coded(ONE), printed_figures=(share, leaders))
    new = replace(old, printed_figures=(replace(share, value=Decimal(60)), replace(leaders, value=Decimal(94))))
    for column in ("published", "difference"):
        assert reasons(old, new, f"themes-published.governance-afi.{column}") == [("correction", ["p-1"])]
    assert reasons(old, new, "leadership-changes.inconsistent.published_pct") == [("correction", ["p-2"])]
    changed = {change.id for change in compare_releases(side(old), side(new)).values}
    assert "leadership-changes.inconsistent.changed_pct" not in changed


def test_a_report_read_again_is_the_reason_of_the_share_of_leaders() -> None:
    new = replace(coded(ONE), leadership_statements=(leadership(ONE, changed=False),))
    assert reasons(coded(ONE), new, "leadership-changes.england.changed") == [("correction", ["E06000001-2024-01-22"])]


def test_a_coding_that_went_beside_a_corrected_first_day_is_named_as_it_was_and_as_it_would_be() -> None:
    """Else nobody finds it among the old records."""
    after = coded(replace(ONE, inspection_start=day("2024-01-23")))
    move = Move(
        old=snapshot(coded(ONE)),
        new=snapshot(replace(after, codings=after.codings[1:])),
        framework=packaged_framework(),
    )
    (change,) = [change for change in record_changes(move) if change.table == "codings"]
    assert change.ids == (
        "E06000001-2024-01-23",
        "E06000001-2024-01-23-afi-1 first",
        "E06000001-2024-01-22-afi-1 first",
    )
