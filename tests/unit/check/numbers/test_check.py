"""The whole check: every statistic is judged once, by the weightiest that is said of it; findings stand in order."""

from collections.abc import Iterator
from dataclasses import replace

from tests.unit.check.numbers.building import evidence, text

from areasend.check.numbers.check import check_publication
from areasend.check.numbers.checking import judge
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading.model import Number
from areasend.check.numbers.results.model import Finding, Kind, Severity, Status, Support, Verdict
from areasend.framework import packaged_framework
from areasend.register import packaged_register


def finding(number: Number, kind: Kind, severity: Severity = Severity.ERROR) -> Finding:
    return Finding(
        kind=kind,
        severity=severity,
        where=number.where,
        quote=number.text,
        expected="",
        found=number.text,
        message=f"{kind} of {number.text}",
        computed="",
        advice="",
        numbers=(number.id,),
    )


def test_the_weightiest_verdict_stands_and_a_query_leaves_the_status_alone() -> None:
    made = evidence("A: 5 areas, 6 areas, 120% of areas, 7 areas.")
    first, second, share, last = made.numbers

    def rule(given: Evidence) -> Iterator[Verdict]:
        yield Support(numbers=(first.id, second.id), status=Status.CONSISTENT, how="twice")
        yield finding(first, Kind.TWO_PLACES, Severity.QUERY)
        yield finding(second, Kind.TWO_PLACES)
        yield finding(share, Kind.IMPOSSIBLE_PERCENTAGE)

    result = judge(made, [rule, rule])
    assert [(entry.number, entry.status) for entry in result.judged] == [
        (first, Status.CONSISTENT),
        (second, Status.CONTRADICTED),
        (share, Status.IMPOSSIBLE),
        (last, Status.UNEXPLAINED),
    ]
    # Each finding once, errors before queries, and each number knows those that are about it.
    assert len(result.findings) == 3
    assert result.findings[-1].severity is Severity.QUERY
    assert result.judged[0].findings == (2,)
    assert result.judged[3].findings == ()


def test_findings_of_one_kind_stand_in_the_order_of_the_files_and_lines() -> None:
    one, two = text("5 areas.", "6 areas."), text("7 areas.")
    one.file, two.file = "z.txt", "a.txt"
    for writer in (one, two):
        writer.blocks, kept = [], writer.blocks
        writer.count = 0
        for block in kept:
            writer.paragraph(block.text)  # type: ignore[union-attr]
    made = evidence(one, two)

    def rule(given: Evidence) -> Iterator[Verdict]:
        for number in reversed(given.numbers):
            yield finding(number, Kind.TWO_PLACES)

    found = [(entry.where.file, entry.quote) for entry in judge(made, [rule]).findings]
    assert found == [("z.txt", "5"), ("z.txt", "6"), ("a.txt", "7")]


def test_a_publication_is_checked_alone_and_against_the_one_before() -> None:
    framework, register = packaged_framework(), packaged_register()
    counted = "28 inspections took place in 2024."
    title = "Area SEND inspections"
    before = replace(text(counted, f"Again: {counted}").document(), title=title)
    after = replace(text(counted, f"Again: {counted}".replace("28", "27")).document(), title=title)
    alone = check_publication([after], framework=framework, register=register)
    assert [entry.kind for entry in alone.findings] == [Kind.TWO_PLACES]
    assert {entry.status for entry in alone.judged} == {Status.CONTRADICTED}
    both = check_publication([before], framework=framework, register=register, previous=[before])
    assert both.findings == ()
    given = check_publication([before], framework=framework, register=register, figures={})
    assert [entry.status for entry in given.judged] == [Status.CONSISTENT, Status.CONSISTENT]
