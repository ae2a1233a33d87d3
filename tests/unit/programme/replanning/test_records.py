"""An outcome that came after the records: what follows from it is due, and what went before is not."""

from datetime import date

from areasend.framework import packaged_framework
from areasend.programme import Kind, default_until, due_activities
from areasend.programme.replanning import Inspected, changed_records
from areasend.register import packaged_register
from areasend.snapshot import freeze


def test_a_third_outcome_brings_a_monitoring_and_another_full_inspection():
    framework = packaged_framework()
    held = freeze(packaged_register(), framework, as_at=date(2024, 12, 31), published_by=None)
    until = default_until(held, framework)
    first = next(entry for entry in due_activities(held, framework, until) if entry.kind is Kind.FIRST_FULL)
    third = next(entry.key for entry in framework.version_at(held.as_at).outcomes if entry.order == 3)
    told = Inspected(
        gss_code=first.gss_code,
        local_area=first.local_area,
        kind=Kind.FIRST_FULL,
        first_day=date(2024, 11, 4),
        last_day=date(2024, 11, 8),
        published=date(2024, 12, 30),
        outcome=third,
    )
    now = due_activities(changed_records(held, [told]), framework, until)
    kinds = [entry.kind for entry in now if entry.gss_code == first.gss_code and entry.kind is not Kind.ENGAGEMENT]
    assert sorted(kinds) == [Kind.MONITORING, Kind.NEXT_FULL]
    assert len(now) == len(due_activities(held, framework, until)) + 1
    untold = Inspected(
        gss_code=first.gss_code,
        local_area=first.local_area,
        kind=Kind.FIRST_FULL,
        first_day=date(2024, 11, 4),
        last_day=date(2024, 11, 8),
    )
    assert changed_records(held, [untold]) == held
