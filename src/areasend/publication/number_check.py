"""What the check of a release's own numbers found, as its quality page shows it: values in, from whoever checked."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

# Where the whole result stands in the release folder.
NUMBER_CHECK = "data/number-check.json"
NUMBER_CHECK_TEXT = "data/number-check.txt"


@dataclass(frozen=True, kw_only=True, slots=True)
class NumberRemark:
    """An error or a query: what it is about, and where. Its words quote the publication, and stand in the whole result.

    `reason` is set where it was accepted.
    """

    severity: str
    kind: str
    where: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class NumberCheck:
    """`states` are the counts by the names of the states; `against` says which records were used."""

    numbers: int
    states: tuple[tuple[str, int], ...]
    remarks: tuple[NumberRemark, ...]
    accepted: tuple[NumberRemark, ...]
    summary: str
    against: str


def standing_errors(content: bytes) -> Iterator[str]:
    """Each error of a result that was written as JSON, in a line. Raises what `json` and a wrong shape raise."""
    for finding in json.loads(content)["findings"]:
        if finding["severity"] == "error":
            where = finding["where"]
            yield f"{where['file']}, line {where['line']}: {finding['message']}"
