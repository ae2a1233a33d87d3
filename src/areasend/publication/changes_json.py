"""The changes since the release before, as JSON: what `api/v1/changes.json` and `release diff --format json` hold."""

from decimal import Decimal
from typing import Any

from areasend.statistics import Changes, RecordChange, Standpoint, ValueChange


def changes_json(changes: Changes) -> dict[str, Any]:
    """Both releases, the number of values by reason, each value with the ids of its records, and each record once."""
    return {
        "from": _standpoint(changes.old),
        "to": _standpoint(changes.new),
        "compared": changes.compared,
        "reasons": [
            {"reason": kind.value, "values": len(values), "records": len(records)}
            for kind, values, records in changes.reasons()
        ],
        "changes": [_value(change) for change in changes.values],
        "records": [_record(change) for change in changes.records],
        "not_reproduced": [
            {"id": entry.id, "published": number(entry.published), "counted": number(entry.counted)}
            for entry in changes.not_reproduced
        ],
    }


def _standpoint(standpoint: Standpoint) -> dict[str, Any]:
    cut = standpoint.published_by
    return {
        "as_at": standpoint.as_at.isoformat(),
        "published_by": cut.isoformat() if cut is not None else None,
        "complete_to": standpoint.complete_to.isoformat(),
        "status": standpoint.status.value,
    }


def _value(change: ValueChange) -> dict[str, Any]:
    return {
        "id": change.id,
        "change": change.kind.value,
        "label": change.label,
        "period": change.period.iso if change.period is not None else None,
        "old": number(change.old),
        "new": number(change.new),
        "difference": number(f"{change.difference:f}") if change.difference is not None else None,
        "reasons": [
            {"reason": reason.kind.value, "records": list(dict.fromkeys(record.record for record in reason.records))}
            for reason in change.reasons
        ],
    }


def _record(change: RecordChange) -> dict[str, Any]:
    return {
        "reason": change.kind.value,
        "table": change.table,
        "record": change.record,
        "name": change.name,
        "column": change.column or None,
        "detail": change.detail,
    }


def number(text: str | None) -> int | float | str | None:
    """A value as JSON has it: a number, a marker in brackets, or null where there is none."""
    if text is None or text.startswith("["):
        return text
    value = Decimal(text)
    return int(value) if value == value.to_integral_value() else float(value)
