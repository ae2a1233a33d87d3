"""Suggestions as they are kept and handed on: files that a person can read, and that the coding page can show.

Reading and writing them needs no model. A suggestion is no coder's code: it enters no count until a person accepts it.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from areasend.formats import csv_bytes, json_bytes
from areasend.register import Fault, read_cells
from areasend.themes.errors import CodingFault, CodingInvalid


@dataclass(frozen=True, kw_only=True, slots=True)
class Suggestion:
    """A theme that a model suggests for a statement; `words` stand in its text and speak for the theme.

    `rank` is 1 for the most probable theme of the statement, which stands first.
    """

    statement: str
    theme: str
    probability: float
    words: tuple[str, ...]
    rank: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Suggestions:
    """What one model suggests, by statement; `model` is the same wherever codings, codebook, seed and way are."""

    model: str
    statements: Mapping[str, tuple[Suggestion, ...]]


_HEADING = ("statement", "theme", "probability", "words", "rank", "model")
_BETWEEN_WORDS = "; "


def suggestions_csv(held: Suggestions) -> bytes:
    """A row for each suggestion; a statement without one has none."""
    return csv_bytes(_HEADING, (_row(found, held.model) for every in held.statements.values() for found in every))


def _row(found: Suggestion, model: str) -> tuple[str, ...]:
    words = _BETWEEN_WORDS.join(found.words)
    return found.statement, found.theme, f"{found.probability:.3f}", words, str(found.rank), model


def suggestions_json(held: Suggestions) -> bytes:
    """Every statement that was asked about, with its themes by rank, perhaps none."""
    statements = {key: [_entry(found) for found in every] for key, every in held.statements.items()}
    return json_bytes({"model": held.model, "statements": statements})


def _entry(found: Suggestion) -> dict[str, Any]:
    return {"theme": found.theme, "probability": found.probability, "words": list(found.words)}


def read_suggestions(path: Path) -> Suggestions:
    """The suggestions of a file that `themes suggest` made, CSV or JSON by its name.

    Raises `CodingInvalid` with every fault, `OSError` where it cannot be read.
    """
    faults: list[CodingFault] = []
    content = path.read_bytes()
    read = _from_csv if path.suffix.lower() == ".csv" else _from_json
    held = read(content, path.name, faults)
    if faults:
        raise CodingInvalid(f"{path} holds no suggestions that can be used", faults)
    return held


def _from_csv(content: bytes, file: str, faults: list[CodingFault]) -> Suggestions:
    told: list[Fault] = []
    rows = read_cells(content, file, told)
    faults += [_fault(file, f"row {fault.row}", fault.value, fault.rule) for fault in told]
    heading = rows[0] if rows else []
    if not told and tuple(heading) != _HEADING:
        faults.append(_fault(file, "row 1", ",".join(heading)[:80], f"the heading is not {','.join(_HEADING)}"))
    statements: dict[str, list[Suggestion]] = {}
    models = set()
    for number, cells in enumerate([] if faults else rows[1:], 2):
        if len(cells) != len(_HEADING):
            faults.append(
                _fault(file, f"row {number}", "", f"{len(cells)} cells where the heading has {len(_HEADING)}")
            )
            continue
        statement, theme, probability, words, _, model = cells
        models.add(model)
        entry = {
            "theme": theme,
            "probability": _number(probability),
            "words": words.split(_BETWEEN_WORDS) if words else [],
        }
        _add(statement, entry, statements.setdefault(statement, []), _Place(file, f"row {number}"), faults)
    if len(models) > 1:
        faults.append(_fault(file, "", ", ".join(sorted(models))[:80], "suggestions of more than one model"))
    return _together(next(iter(models), ""), statements)


def _number(text: str) -> object:
    try:
        return float(text)
    except ValueError:
        return text


def _from_json(content: bytes, file: str, faults: list[CodingFault]) -> Suggestions:
    try:
        held = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        faults.append(_fault(file, "", "", f"no JSON in UTF-8: {error}"[:200]))
        return _together("", {})
    sound = isinstance(held, dict) and isinstance(held.get("model"), str) and isinstance(held.get("statements"), dict)
    if not sound:
        faults.append(_fault(file, "", "", "no object with a model and its statements"))
        return _together("", {})
    statements: dict[str, list[Suggestion]] = {}
    for key, entries in held["statements"].items():
        place = _Place(file, f"statement {key[:80]}")
        statements[key] = []
        if not isinstance(entries, list):
            faults.append(_fault(*place.named, str(entries)[:80], "no list of themes"))
            continue
        for entry in entries:
            _add(key, entry, statements[key], place, faults)
    return _together(held["model"], statements)


@dataclass(frozen=True, slots=True)
class _Place:
    file: str
    place: str

    @property
    def named(self) -> tuple[str, str]:
        return self.file, self.place


def _add(key: str, entry: Any, found: list[Suggestion], place: _Place, faults: list[CodingFault]) -> None:
    """Adds a suggestion to those of its statement, or what is wrong with it to the faults."""
    wrong = next(_wrong(entry, found), None)
    if wrong is not None:
        faults.append(_fault(*place.named, str(entry)[:80], wrong))
        return
    found.append(
        Suggestion(
            statement=key,
            theme=entry["theme"],
            probability=float(entry["probability"]),
            words=tuple(entry["words"]),
            rank=len(found) + 1,
        )
    )


def _wrong(entry: Any, found: list[Suggestion]) -> Iterator[str]:
    if not isinstance(entry, dict) or set(entry) != {"theme", "probability", "words"}:
        yield "no theme with probability and words"
    else:
        yield from _wrong_values(entry, found)


def _wrong_values(entry: dict[str, Any], found: list[Suggestion]) -> Iterator[str]:
    probability, words = entry["probability"], entry["words"]
    if not isinstance(entry["theme"], str) or not entry["theme"]:
        yield "no key of a theme"
    if not isinstance(probability, int | float) or isinstance(probability, bool) or not 0 <= probability <= 1:
        yield "the probability is no number from 0 to 1"
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        yield "the words are no list of words"
    if any(entry["theme"] == before.theme for before in found):
        yield "the theme stands twice for its statement"


def _together(model: str, statements: Mapping[str, list[Suggestion]]) -> Suggestions:
    return Suggestions(model=model, statements={key: tuple(found) for key, found in statements.items()})


def _fault(file: str, place: str, value: str, rule: str) -> CodingFault:
    remedy = "Use the file that areasend themes suggest --out made, as it made it"
    return CodingFault(file=file, place=place, value=value, rule=rule, remedy=remedy)


__all__ = ["Suggestion", "Suggestions", "read_suggestions", "suggestions_csv", "suggestions_json"]
