"""A reading survives its way through JSON; what is no reading is refused, whatever is wrong with it."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.reports.readings import readings

from areasend.reports import Reading, reading_from_json, reading_to_json

REFUSALS = (KeyError, TypeError, ValueError)
FULL = {
    "file": "a.pdf",
    "sha256": "0" * 64,
    "document": "full_inspection",
    "values": [{"field": "outcome", "value": "x", "places": [[1, "words", [1, 2.5, 3, 4]]], "origin": "report"}],
    "findings": [
        {
            "kind": "afi",
            "seq": 1,
            "responsible_body": "a",
            "responsible_bodies": ["a"],
            "text": "t",
            "n_bullets": 0,
            "places": [[1, "words", [1, 2.5, 3, 4]]],
            "origin": "report",
        }
    ],
    "passages": [
        {
            "section": "s",
            "heading": "h",
            "seq": 1,
            "form": "paragraph",
            "text": "t",
            "leadership": "",
            "places": [[1, "words", [1, 2.5, 3, 4]]],
        }
    ],
    "problems": [{"field": "outcome", "page": 1, "expected": "e", "found": "f"}],
    "page_sizes": [[595, 842.5]],
}


@given(readings)
def test_a_reading_is_the_same_after_json(reading: Reading) -> None:
    assert reading_from_json(json.loads(json.dumps(reading_to_json(reading)))) == reading


def leaves(found: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every place in it, those of lists and objects too."""
    yield path
    if isinstance(found, dict | list):
        for key in found if isinstance(found, dict) else range(len(found)):
            yield from leaves(found[key], (*path, key))


def at(path: tuple[Any, ...], whole: Any = FULL) -> Any:
    for key in path:
        whole = whole[key]
    return whole


def replaced(path: tuple[Any, ...], by: Any) -> Any:
    if not path:
        return by
    whole = copy.deepcopy(FULL)
    at(path[:-1], whole)[path[-1]] = by
    return whole


PATHS = [path for path in leaves(FULL) if path]


def test_the_whole_is_a_reading() -> None:
    assert reading_from_json(FULL).file == "a.pdf"


WRONG = (None, {}, float("nan"), float("inf"), "text", 7, [["x"]])


def is_wrong(by: Any, path: tuple[Any, ...]) -> bool:
    """Whole numbers are points too."""
    same = type(by) is type(at(path)) or (by == 7 and isinstance(at(path), float))
    return isinstance(by, float) or not same


@pytest.mark.parametrize("path", PATHS, ids=str)
def test_what_is_of_another_kind_is_refused(path: tuple[Any, ...]) -> None:
    wrong = [by for by in WRONG if is_wrong(by, path)]
    assert len(wrong) >= 5
    for by in wrong:
        with pytest.raises(REFUSALS):
            reading_from_json(replaced(path, by))


@pytest.mark.parametrize("path", [path for path in [(), *PATHS] if isinstance(at(path), dict)], ids=str)
def test_what_is_missing_or_too_much_is_refused(path: tuple[Any, ...]) -> None:
    found = at(path)
    for changed in (found | {"more": 1}, *({key: found[key] for key in found if key != name} for name in found)):
        with pytest.raises(REFUSALS):
            reading_from_json(replaced(path, changed))


@pytest.mark.parametrize("number", [10**400, -(10**400)])
@pytest.mark.parametrize("path", [("page_sizes", 0, 0), ("values", 0, "places", 0, 2, 0)])
def test_numbers_beyond_all_pages_are_refused(path: tuple[Any, ...], number: int) -> None:
    with pytest.raises(REFUSALS):
        reading_from_json(replaced(path, number))


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=3), lambda inner: st.lists(inner)))
def test_anything_else_is_refused(found: Any) -> None:
    with pytest.raises(REFUSALS):
        reading_from_json(found)
