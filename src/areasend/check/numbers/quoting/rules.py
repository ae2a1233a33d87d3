"""What is said of quoted numbers: that they are quoted, where the original source differs, where the register has
another value; and of survey returns, which the publisher counts itself and the register quotes."""

from collections.abc import Iterator

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
    stated: str | None = None
    told: set[tuple[str, str]] = set()
    for quoted in quoted_numbers(evidence.documents, evidence.numbers, evidence.register):
        yield Support(numbers=(quoted.number.id,), status=Status.QUOTED, how=quoted.how)
        figure = quoted.figure
        if figure is None or (key := (quoted.number.passage.file, figure.id)) in told:
            continue
        if not quoted.same:
            if same_period(quoted.number.passage, quoted.number, figure):
                told.add(key)
                yield _other_value(quoted, figure, evidence)
        elif figure.difference:
            stated = _all_text(evidence) if stated is None else stated
            told.add(key)
            if _folded(figure.difference) not in stated:
                yield _known_difference(quoted, figure)


def _all_text(evidence: Evidence) -> str:
    return "\n".join(_folded(passage.text) for document in evidence.documents for passage in document.passages())


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())


def _known_difference(quoted: Quoted, figure: ContextFigure) -> Finding:
    number = quoted.number
    return Finding(
        kind=Kind.QUOTED_SOURCE,
        severity=Severity.QUERY,
        where=number.where,
        quote=number.sentence.text,
        expected=figure.difference,
        found=figure.as_printed,
        message=f"{number.text} is quoted from {figure.original_source}. {figure.difference}",
        computed="compared with what the register records of the original source",
        advice="Compare the words with the source, or say the difference in a note.",
        numbers=(number.id,),
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
