"""The whole check: documents in, a result out. It reads no clock and no network; files were opened before."""

from collections.abc import Callable, Iterable, Sequence

from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.results.model import Finding, Judged, Kind, Result, Severity, Status, Support, Verdict

Rule = Callable[[Evidence], Iterable[Verdict]]


_WEIGHT = {kind: place for place, kind in enumerate(Kind)}
_RANK = {status: place for place, status in enumerate(Status)}


def judge(evidence: Evidence, rules: Sequence[Rule]) -> Result:
    """Runs the rules and gathers what they say, each finding once."""
    said = list(dict.fromkeys(verdict for rule in rules for verdict in rule(evidence)))
    files = {document.file: place for place, document in enumerate(evidence.documents)}
    findings = sorted(
        (verdict for verdict in said if isinstance(verdict, Finding)),
        key=lambda entry: (
            entry.severity is Severity.QUERY,
            _WEIGHT[entry.kind],
            files.get(entry.where.file, len(files)),
            entry.where.line,
        ),
    )
    supports = [verdict for verdict in said if isinstance(verdict, Support)]
    return Result(
        documents=evidence.documents,
        judged=tuple(_judged(evidence, findings, supports)),
        findings=tuple(findings),
    )


def _judged(evidence: Evidence, findings: Sequence[Finding], supports: Sequence[Support]) -> Iterable[Judged]:
    stands: dict[int, list[tuple[Status, str, tuple[str, ...]]]] = {}
    against: dict[int, list[int]] = {}
    for place, finding in enumerate(findings):
        for number in finding.numbers:
            against.setdefault(number, []).append(place)
            if finding.severity is Severity.ERROR:
                status = Status.IMPOSSIBLE if finding.kind is Kind.IMPOSSIBLE_PERCENTAGE else Status.CONTRADICTED
                stands.setdefault(number, []).append((status, finding.message, finding.records))
    for support in supports:
        for number in support.numbers:
            stands.setdefault(number, []).append((support.status, support.how, support.records))
    for statistic in (number for number in evidence.numbers if number.is_statistic):
        reasons = stands.get(statistic.id, [(Status.UNEXPLAINED, "nothing in the document or the records says it", ())])
        status, how, records = min(reasons, key=lambda entry: _RANK[entry[0]])
        yield Judged(
            number=statistic,
            status=status,
            how=how,
            findings=tuple(against.get(statistic.id, ())),
            records=records,
        )
