"""What a file says of single local areas: days that cannot be, and what has taken place already."""

from collections import defaultdict
from datetime import date

from areasend.programme.activities import Kind
from areasend.programme.configuration.model import AreaRule, Done
from areasend.programme.configuration.names import Names
from areasend.programme.configuration.sheet import Sheet
from areasend.programme.configuration.tables import AreaTable, DoneTable, PlannedKind

KINDS = {
    PlannedKind.FIRST_FULL: Kind.FIRST_FULL,
    PlannedKind.NEXT_FULL: Kind.NEXT_FULL,
    PlannedKind.MONITORING: Kind.MONITORING,
}


def read_area_rules(sheet: Sheet, names: Names, span: tuple[date, date] | None) -> tuple[AreaRule, ...]:
    """The rules of single areas, in the order of the file. All rules of an area together must leave it a day."""
    found: list[AreaRule] = []
    by_area: dict[str, list[str]] = defaultdict(list)
    for entry in sheet.entries("area", AreaTable):
        table = entry.table
        code = names.area(table.area, f"{entry.key}.area", sheet)
        if table.not_before is None and table.not_after is None:
            sheet.fault(entry.key, table.area, "says no day", "Add not_before, not_after, or both")
        elif code is not None:
            by_area[code].append(entry.key)
            found.append(
                AreaRule(gss_code=code, not_before=table.not_before, not_after=table.not_after, reason=table.reason)
            )
    for own_code, keys in by_area.items():
        own = [rule for rule in found if rule.gss_code == own_code]
        first = max((rule.not_before for rule in own if rule.not_before is not None), default=date.min)
        last = min((rule.not_after for rule in own if rule.not_after is not None), default=date.max)
        if span is not None:
            first, last = max(first, span[0]), min(last, span[1])
        if last < first:
            within = "" if span is None else f" in the programme, {span[0]} to {span[1]}"
            sheet.fault(
                " and ".join(keys),
                names.name(own_code),
                f"leaves no day{within}: not before {first} and not after {last}",
                "Correct the days, or remove a rule",
            )
    return tuple(found)


def read_done(sheet: Sheet, names: Names, as_at: date) -> tuple[Done, ...]:
    """What took place and is not in the records, in the order of the file."""
    found: dict[Done, str] = {}
    for entry in sheet.entries("done", DoneTable):
        table = entry.table
        code = names.area(table.area, f"{entry.key}.area", sheet)
        if table.day > as_at:
            # A day ahead may be one that is planned: it is not shown, for other faults name the area.
            rule = f"later than {as_at}, the day of the records"
            sheet.fault(f"{entry.key}.day", None, rule, "Pin it instead: [[pin]]")
        if code is None:
            continue
        done = Done(gss_code=code, kind=KINDS[table.kind], day=table.day)
        there = found.setdefault(done, entry.key)
        if there != entry.key:
            sheet.fault(entry.key, None, f"{there} says the same", "Keep one of the two")
    return tuple(found)
