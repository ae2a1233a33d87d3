"""A report for programs: held against the schema of the issue, written here by itself."""

import json
from dataclasses import replace
from datetime import date

import jsonschema
from tests.checked_documents import RESULT, ROSES, SAID, finding, judged, number, passage

from areasend.check.numbers import Acceptance, Against, report_json, reported
from areasend.check.numbers.documents.model import Where
from areasend.check.numbers.results.model import Status

COUNTS = ["numbers", "verified", "consistent", "quoted", "unexplained", "impossible", "contradicted"]
COUNT = {"type": "integer", "minimum": 0}
TEXT = {"type": "string"}
WHERE = {
    "type": "object",
    "properties": {"file": TEXT, "line": {"type": "integer", "minimum": 1}, "quote": TEXT, "sheet": TEXT, "cell": TEXT},
    "required": ["file", "line", "quote"],
    "additionalProperties": False,
}
FINDING = {
    "type": "object",
    "properties": {
        "kind": {"type": "string", "pattern": "^[a-z]+(-[a-z]+)*$"},
        "severity": {"enum": ["error", "query"]},
        "where": WHERE,
        "expected": TEXT,
        "found": TEXT,
        "message": {"type": "string", "minLength": 1},
        "records": {"type": "array", "items": TEXT},
    },
    "required": ["kind", "severity", "where", "expected", "found", "message"],
}
SCHEMA = {
    "type": "object",
    "properties": {
        **dict.fromkeys(COUNTS, COUNT),
        "findings": {"type": "array", "items": FINDING},
        "accepted": {"type": "array", "items": FINDING | {"required": [*FINDING["required"], "reason"]}},
        "marks": {"type": "array", "items": {"required": ["file", "line", "text", "status", "how"]}},
    },
    "required": [*COUNTS, "findings"],
}
AGAINST = Against(
    as_at=date(2024, 12, 31), published_by=date(2025, 1, 31), complete_to=date(2025, 6, 30), sha256="ab" * 32
)


def test_it_has_the_shape_that_was_asked_for() -> None:
    entry = Acceptance(where=Where(file="a", line=1), kind=ROSES.kind, file="note.txt", found="5", line=2, reason="So.")
    for report in (reported(RESULT), reported(RESULT, (entry,), against=AGAINST)):
        told = json.loads(report_json(report, version="1"))
        jsonschema.Draft202012Validator(SCHEMA).validate(told)
        assert list(told)[:8] == [*COUNTS, "findings"]
        assert sum(told[status] for status in COUNTS[1:]) == told["numbers"] == len(told["marks"]) == 12
        assert [len(told[key]) for key in ("findings", "accepted")] == [3 - len(report.accepted), len(report.accepted)]
        assert (told["errors"], told["queries"]) == (2 - len(report.accepted), 1)


def test_a_finding_and_a_mark() -> None:
    told = json.loads(report_json(reported(RESULT, against=AGAINST), version="1"))
    assert told["findings"][0] == {
        "kind": "words-against-table",
        "severity": "error",
        "where": {"file": "note.txt", "line": 2, "quote": SAID.text},
        "expected": "10",
        "found": "5",
        "message": "The table has 10, the sentence 5.",
        "computed": "4 + 6 = 10",
        "advice": "Correct the sentence or the table.",
        "records": [f"E0600000{place}-2023-02-06" for place in range(7)],
    }
    assert told["marks"][1] == {
        "file": "note.txt",
        "line": 2,
        "text": "5",
        "status": "contradicted",
        "how": "The table has 10, the sentence 5.",
        "findings": [0],
    }
    assert told["against"] == {
        "as_at": "2024-12-31",
        "published_by": "2025-01-31",
        "complete_to": "2025-06-30",
        "snapshot": "ab" * 32,
    }
    assert told["areasend"] == "1"
    assert "unofficial" in told["unofficial"]


def test_a_cell_is_named_and_half_a_character_does_no_harm() -> None:
    cell = passage(0, "4", file="t\udcff.ods", sheet="Table_1", cell="C5")
    about = finding(cell, found="4", expected="1", numbers=(0,))
    result = replace(RESULT, findings=(about,), judged=(judged(number(0, cell, "4"), Status.CONTRADICTED, "so", 0),))
    told = json.loads(report_json(reported(result), version="1"))
    assert told["findings"][0]["where"] == {
        "file": "t?.ods", "line": 1, "sheet": "Table_1", "cell": "C5", "quote": "4",
    }  # fmt: skip
    assert told["marks"][0]["cell"] == "C5"
    assert told["against"] is None
