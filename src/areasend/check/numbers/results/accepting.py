"""Accepted findings: a TOML file in which somebody says of a finding that it may stay, and why.

    [[accepted]]
    kind = "percentage-of-count"
    file = "report.txt"
    quote = "5 of 14 (35%)"
    found = "35%"
    reason = "Printed as the survey has it; the survey's note says that it cuts off."

An entry holds for one finding, or for several that are alike word for word. One that holds for none is told as a query,
so that the file does not outlive what it was written for.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from areasend.check.errors import AcceptancesUnreadable
from areasend.check.numbers.documents.model import Where
from areasend.check.numbers.results.model import Finding, Kind, Result, Severity
from areasend.check.numbers.results.report import Accepted, Against, Report
from areasend.check.numbers.results.wording import UNSEEN, counted

_TEXTS = ("kind", "file", "quote", "found", "expected", "reason")
_HEADING = re.compile(r"^[ \t]*\[\[[ \t]*accepted[ \t]*\]\]", re.MULTILINE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Acceptance:
    """An entry of the file, with its own place there. `quote` may be a part of the finding's; `line` 0 is any line."""

    where: Where
    kind: Kind
    file: str
    found: str
    reason: str
    quote: str = ""
    line: int = 0
    expected: str | None = None

    def fits(self, finding: Finding) -> bool:
        """Whether a finding is meant. A file is named as it was given, or by the end of that."""
        return (
            finding.kind is self.kind
            and f"/{finding.where.file}".endswith(f"/{self.file}")
            and _folded(finding.found) == _folded(self.found)
            and _folded(self.quote) in _folded(finding.quote)
            and self.line in (0, finding.where.line)
            and (self.expected is None or _folded(self.expected) == _folded(finding.expected))
        )


def read_acceptances(content: bytes, *, place: str) -> tuple[Acceptance, ...]:
    """The entries of a file that is called `place`. Raises `AcceptancesUnreadable`."""
    try:
        text = content.decode("utf-8-sig")
        value = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # no UTF-8, no TOML, or a number of thousands of digits
        raise _unreadable(place, "a TOML file in UTF-8", str(error), "correct it there") from error
    entries = value.get("accepted", [])
    alien = sorted(value.keys() - {"accepted"})
    if alien or not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        found = f"the key {alien[0]!r}" if alien else "something else under 'accepted'"
        raise _unreadable(place, "it holds tables [[accepted]] and nothing else", found, "write one for each finding")
    lines = [text.count("\n", 0, match.start()) + 1 for match in _HEADING.finditer(text)]
    if len(lines) != len(entries):
        lines = [1] * len(entries)
    return tuple(_entry(entry, Where(file=place, line=line)) for entry, line in zip(entries, lines, strict=True))


def _entry(entry: dict[str, Any], where: Where) -> Acceptance:
    alien = sorted(entry.keys() - {*_TEXTS, "line"})
    if alien:
        raise _unreadable(
            str(where), f"an entry has the keys {', '.join(_TEXTS)} and line", repr(alien[0]), "remove it"
        )
    for key in _TEXTS:
        if key in entry and not isinstance(entry[key], str):
            raise _unreadable(str(where), f"{key} is text", repr(entry[key]), "write it in quotation marks")
    for key in ("kind", "file", "found", "reason"):
        empty = key != "found" and not entry.get(key, "").strip()
        if key not in entry or empty:
            found = "none" if key not in entry else "an empty one"
            raise _unreadable(
                str(where), f"an entry has the key {key}", found, f'write {key} = "…" as the remark has it'
            )
    if entry["kind"] not in {kind.value for kind in Kind}:
        raise _unreadable(str(where), "kind is one that a check gives", repr(entry["kind"]), "copy it from the JSON")
    line = entry.get("line", 0)
    if type(line) is not int or line < 0:
        raise _unreadable(str(where), "line is a whole number", repr(line), "copy it from the JSON")
    if not entry.get("quote", "").strip() and not line:
        raise _unreadable(str(where), "an entry has a quote or a line", "neither", "write the quote of the finding")
    return Acceptance(
        where=where,
        kind=Kind(entry["kind"]),
        file=entry["file"],
        found=entry["found"],
        reason=" ".join(entry["reason"].split()),
        quote=entry.get("quote", ""),
        line=line,
        expected=entry.get("expected"),
    )


def reported(result: Result, acceptances: Sequence[Acceptance] = (), *, against: Against | None = None) -> Report:
    """A result as it is told, with what was accepted set apart."""
    taken: dict[int, str] = {}
    queries: list[Finding] = []
    places: dict[tuple[Kind, str], list[int]] = {}
    for place, finding in enumerate(result.findings):
        places.setdefault((finding.kind, _folded(finding.found)), []).append(place)
    for entry in acceptances:
        near = places.get((entry.kind, _folded(entry.found)), [])
        meant = [place for place in near if entry.fits(result.findings[place])]
        if len({_alike(result.findings[place]) for place in meant}) == 1:
            taken |= {place: entry.reason for place in meant if place not in taken}
        else:
            queries.append(_query(entry, len(meant)))
    left = [place for place in range(len(result.findings)) if place not in taken]
    now_at = {place: number for number, place in enumerate(left)}
    return Report(
        documents=result.documents,
        judged=tuple(
            replace(entry, findings=tuple(now_at[place] for place in entry.findings if place in now_at))
            if entry.findings
            else entry
            for entry in result.judged
        ),
        findings=(*(result.findings[place] for place in left), *queries),
        accepted=tuple(Accepted(finding=result.findings[place], reason=taken[place]) for place in sorted(taken)),
        against=against,
    )


def acceptance_lines(finding: Finding) -> Iterator[str]:
    """The entry that would accept a finding, to be copied; its reason is left to whoever accepts."""
    yield "[[accepted]]"
    for key, text in (
        ("kind", finding.kind.value),
        ("file", finding.where.file),
        ("quote", finding.quote),
        ("found", finding.found),
    ):
        if text or key != "quote":
            yield f"{key} = {_toml(text)}"
    if not finding.quote.strip():
        yield f"line = {finding.where.line}"
    yield 'reason = ""'


def _toml(text: str) -> str:
    """A text as a basic string of TOML."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", escaped) + '"'


def _query(entry: Acceptance, meant: int) -> Finding:
    if meant:
        message = (
            f"This entry fits {counted(meant, 'remark')} that differ from each other, so none of them is accepted."
        )
        advice = "Write an entry for each, with its whole quote, its line or what is expected."
    else:
        message = "This entry fits no remark of this check."
        advice = "Remove it if the text was corrected; otherwise copy kind, file, quote and found from the JSON again."
    return Finding(
        kind=Kind.ACCEPTANCE,
        severity=Severity.QUERY,
        where=entry.where,
        quote=entry.quote,
        expected="one remark" if meant else "a remark that it accepts",
        found=str(meant) if meant else "none",
        message=message,
        advice=advice,
    )


def _alike(finding: Finding) -> tuple[str, str]:
    """What two findings share whose text one person accepts at once: the other place may be another."""
    return _folded(finding.quote), _folded(finding.expected)


_FOLDS = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2011": "-"})


def _folded(text: str) -> str:
    """Spaces, quotation marks and dashes as a person types them."""
    return " ".join(text.translate(_FOLDS).split())


def _unreadable(place: str, rule: str, found: str, remedy: str) -> AcceptancesUnreadable:
    return AcceptancesUnreadable(f"{place}: {rule}; found {found}. What to do: {remedy}.")
