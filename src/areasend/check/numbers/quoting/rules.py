"""What is said of quoted numbers: that they are quoted, where the original source differs, where the register has
another value; and of survey returns, which the publisher counts itself and the register quotes."""

from collections.abc import Iterator, Mapping, Sequence

from areasend.check.numbers.checking import Rule
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.quoting.model import Quoted
from areasend.check.numbers.quoting.recognising import quoted_numbers
from areasend.check.numbers.quoting.recorded import same_period
from areasend.check.numbers.quoting.returns import survey_returns
from areasend.check.numbers.results.model import Finding, Kind, Severity, Status, Support, Verdict
from areasend.register import ContextFigure
from areasend.statistics import long_date


def quotations(evidence: Evidence) -> Iterator[Verdict]:
    """Quoted numbers are marked; a known difference from the original source, or from the register, is a query."""
    told: set[tuple[str, str]] = set()
    differing: dict[tuple[str, int, str], list[Quoted]] = {}
    for quoted in quoted_numbers(evidence.documents, evidence.numbers, evidence.register):
        yield Support(numbers=(quoted.number.id,), status=Status.QUOTED, how=quoted.how)
        figure, passage = quoted.figure, quoted.number.passage
        if figure is None or (key := (passage.file, figure.id)) in told:
            continue
        if quoted.same:
            told.add(key)
            differing.setdefault((passage.file, passage.id, figure.difference), []).append(quoted)
        elif same_period(passage, quoted.number, figure):
            told.add(key)
            yield _other_value(quoted, figure, evidence)
    yield from _known_differences(evidence, differing)


def _known_differences(
    evidence: Evidence, differing: Mapping[tuple[str, int, str], Sequence[Quoted]]
) -> Iterator[Finding]:
    """One query for the numbers of a passage that differ from their source alike, if no document says it."""
    told = {key: entries for key, entries in differing.items() if key[2]}
    stated = _all_text(evidence) if told else ""
    for (_, _, difference), entries in told.items():
        if _folded(difference) not in stated:
            yield _known_difference(entries, difference)


def _all_text(evidence: Evidence) -> str:
    return "\n".join(_folded(passage.text) for document in evidence.documents for passage in document.passages())


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())


def _known_difference(entries: Sequence[Quoted], difference: str) -> Finding:
    first = entries[0]
    source = first.figure.original_source if first.figure is not None else first.source
    numbers = ", ".join(entry.number.text for entry in entries)
    return Finding(
        kind=Kind.QUOTED_SOURCE,
        severity=Severity.QUERY,
        where=first.number.where,
        quote=first.number.sentence.text,
        expected=difference,
        found=numbers,
        message=f"{numbers} {'is' if len(entries) == 1 else 'are'} quoted from {source}. {difference}",
        computed="compared with what the register records of the original source",
        advice="Compare the words with the source, or say the difference in a note.",
        numbers=tuple(entry.number.id for entry in entries),
    )


def _other_value(quoted: Quoted, figure: ContextFigure, evidence: Evidence) -> Finding:
    number = quoted.number
    title = next(
        (
            f"{entry.title} ({entry.publisher}, {long_date(entry.published)})"
            for entry in evidence.register.documents
            if entry.id == figure.document
        ),
        figure.document,
    )
    return Finding(
        kind=Kind.QUOTED_SOURCE,
        severity=Severity.QUERY,
        where=number.where,
        quote=number.sentence.text,
        expected=figure.as_printed,
        found=number.text,
        message=f"The register has {figure.as_printed} for {figure.measure}, {figure.period}, as printed in {title}; "
        f"here it is {number.text}.",
        computed=f"the words are those of the recorded measure, quoted from {figure.original_source}",
        advice="Compare the number with its source.",
        numbers=(number.id,),
    )


RULES: tuple[Rule, ...] = (quotations, survey_returns)
