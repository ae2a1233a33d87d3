"""The lines of `decisions.jsonl` and `adjudications.jsonl`: a JSON object each, with exactly the keys of its type.

Faults name file and line, never a value: whoever opens the folder may be a coder who must not see another's codes.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from areasend.themes.coding.model import Adjudication, Decision, text_fault
from areasend.themes.errors import CodingFault

_LISTS, _NUMBERS = ("themes", "sub_themes"), ("codebook",)
_DECISION = ("statement", "themes", "sub_themes", "note", "codebook", "decided", "suggested")
_ADJUDICATION = ("statement", "themes", "reason", "by", "codebook", "decided")
_REMEDY = "Lines are only ever appended by areasend: put the file back as it was"


@dataclass(frozen=True, slots=True)
class Lines:
    """The whole lines of a file, and whether a crash left part of one behind them."""

    whole: tuple[bytes, ...]
    unfinished: bool


def split_lines(content: bytes) -> Lines:
    """What stands in a file; a last line without its end is one that was never written to the end."""
    *whole, rest = content.split(b"\n")
    return Lines(tuple(line + b"\n" for line in whole), bool(rest))


def decision_line(decision: Decision) -> bytes:
    return _line(decision, _DECISION)


def adjudication_line(adjudication: Adjudication) -> bytes:
    return _line(adjudication, _ADJUDICATION)


def read_decisions(lines: Lines, file: str, faults: list[CodingFault]) -> Iterator[tuple[int, Decision]]:
    """The decisions with the numbers of their lines; lines that are none become faults."""
    for number, values in _objects(lines, file, _DECISION, faults):
        yield number, Decision(**values)


def read_adjudications(lines: Lines, file: str, faults: list[CodingFault]) -> Iterator[tuple[int, Adjudication]]:
    """The same for adjudications."""
    for number, values in _objects(lines, file, _ADJUDICATION, faults):
        yield number, Adjudication(**values)


def line_fault(file: str, number: int, rule: str) -> CodingFault:
    return CodingFault(file=file, place=f"line {number}", value="", rule=rule, remedy=_REMEDY)


def _line(entry: Decision | Adjudication, names: tuple[str, ...]) -> bytes:
    values = {name: getattr(entry, name) for name in names}
    return json.dumps(values, ensure_ascii=False, separators=(", ", ": ")).encode() + b"\n"


def _objects(
    lines: Lines, file: str, names: tuple[str, ...], faults: list[CodingFault]
) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(lines.whole, 1):
        try:
            values = json.loads(line.decode(), object_pairs_hook=_once)
        except (ValueError, RecursionError):
            faults.append(line_fault(file, number, "the line is no JSON object"))
            continue
        rule = _broken(values, names)
        if rule:
            faults.append(line_fault(file, number, rule))
        else:
            yield number, {name: tuple(values[name]) if name in _LISTS else values[name] for name in names}


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) != len(pairs):
        raise ValueError("a key stands twice")
    return values


def _broken(values: Any, names: tuple[str, ...]) -> str | None:
    """The rule that the shape of a line breaks, or None."""
    if not isinstance(values, Mapping) or tuple(values) != names:
        return f"the keys are not {', '.join(names)}"
    for name in names:
        value = values[name]
        if name in _LISTS:
            sound = isinstance(value, list) and all(isinstance(part, str) for part in value)
        elif name in _NUMBERS:
            sound = type(value) is int
        else:
            sound = isinstance(value, str) and text_fault(value) is None
        if not sound:
            return f"{name} is of the wrong form"
    return None if is_moment(values["decided"]) else "decided is no date and time"


def is_moment(text: str) -> bool:
    """Whether this is a date and a time with its offset, as in 2025-03-01T10:00:00+00:00."""
    try:
        return "T" in text and datetime.fromisoformat(text).utcoffset() is not None
    except ValueError:
        return False


__all__ = [
    "Lines",
    "adjudication_line",
    "decision_line",
    "is_moment",
    "line_fault",
    "read_adjudications",
    "read_decisions",
    "split_lines",
]
