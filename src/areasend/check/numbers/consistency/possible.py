"""Percentages that no count of their base gives: of 54, 55% is neither 29 nor 30."""

from collections.abc import Iterator, Sequence

from areasend.check.numbers.consistency.bases import Known
from areasend.check.numbers.consistency.habits import Habit, habits, holds
from areasend.check.numbers.consistency.roundings import ROUNDINGS, Way, counts_giving, gives, neighbours
from areasend.check.numbers.consistency.shares import customs_cut
from areasend.check.numbers.consistency.wording import nearby
from areasend.check.numbers.results.model import Finding, Kind, Severity, Status, Support, Verdict


def possible_percentages(known: Sequence[Known]) -> Iterator[Verdict]:
    """Asks of each percentage with a known base, and no count beside it, whether any count gives it."""
    customs = habits(known)
    told: set[int] = set()
    for entry in known:
        if entry.part is not None or entry.rounded or entry.percent.value > 100:
            continue
        if holds(entry):
            yield _support(entry)
        elif not customs_cut(customs, entry):
            yield _impossible(entry, customs[entry.document], Severity.ERROR)
        elif entry.document not in told:
            told.add(entry.document)
            yield _impossible(entry, customs[entry.document], Severity.QUERY)


def _support(entry: Known) -> Support:
    counts = counts_giving(entry.percent.value, entry.value, entry.percent.places, ROUNDINGS)
    return Support(
        numbers=(entry.percent.id,),
        status=Status.CONSISTENT,
        how=" or ".join(f"{count:,} of {entry.value:,}" for count in counts),
    )


def _impossible(entry: Known, habit: Habit, severity: Severity) -> Finding:
    places, value = entry.percent.places, entry.percent.value
    found = f"{entry.percent.text.rstrip('%')}%"
    beside = [gives(count, entry.value, places) for count in neighbours(entry.percent, entry.value)]
    cut = counts_giving(value, entry.value, places, [Way.CUT_OFF])
    computed = f"Cut off after the decimals, {cut[0]:,} of {entry.value:,} gives {found}." if cut else ""
    base = entry.base
    place = "" if base is None or base.passage is entry.percent.passage else f" The base stands at {base.where}."
    every = " The percentages of the document are cut off, not rounded." if severity is Severity.QUERY else ""
    return Finding(
        kind=Kind.IMPOSSIBLE_PERCENTAGE,
        severity=severity,
        where=entry.percent.where,
        quote=nearby(entry.percent),
        expected=" or ".join(text.rsplit(" ", 1)[1] for text in beside),
        found=found,
        message=f"No count of {entry.value:,} rounds to {found}: {', '.join(beside)}.{place}{every}",
        computed=computed,
        advice=f"{habit.others} Check the count behind the percentage, and its base.".lstrip(),
        numbers=(entry.percent.id,) if severity is Severity.ERROR else (),
    )
