"""Percentages against the count and the base beside them; a part that is larger than its whole; halves and thirds."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from areasend.check.numbers.consistency.bases import Known
from areasend.check.numbers.consistency.grid import exact
from areasend.check.numbers.consistency.habits import Habit, habits, holds, ways_of
from areasend.check.numbers.consistency.phrases import fraction_of
from areasend.check.numbers.consistency.roundings import Way, gives
from areasend.check.numbers.consistency.wording import larger_than_whole, nearby, number_text
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading.model import Number, Unit
from areasend.check.numbers.results.model import Finding, Kind, Severity, Status, Support, Verdict


def percentages_of_counts(known: Sequence[Known]) -> Iterator[Verdict]:
    """Holds each percentage against its count and base; one that is cut off is told once where a document cuts all."""
    customs = habits(known)
    told: set[int] = set()
    for entry in known:
        if entry.part is None or entry.part.value > entry.value:
            continue
        if holds(entry):
            yield _support(entry, entry.part)
        elif not customs_cut(customs, entry):
            yield _wrong(entry, entry.part, customs.get(entry.document))
        elif entry.document not in told:
            told.add(entry.document)
            yield _cut_off(entry, entry.part)


def customs_cut(customs: dict[int, Habit], entry: Known) -> bool:
    """Whether the document of a percentage cuts all of its percentages off."""
    return entry.document in customs and customs[entry.document].cuts


def parts_of_wholes(evidence: Evidence) -> Iterator[Verdict]:
    """Holds "n of m" against itself: no part is larger than its whole, and half of 54 is 27."""
    for share in evidence.shares:
        part, whole = share.part, share.whole
        if part is None or whole is None or exact(part) is None or exact(whole) is None:
            continue
        fraction = fraction_of(evidence, part)
        if {part.id, whole.id} & evidence.quoted:
            continue
        if part.unit is whole.unit is Unit.COUNT and part.value > whole.value:
            yield larger_than_whole(part, whole, Kind.TOTAL)
        elif fraction is not None and exact(fraction) is not None:
            yield from _fraction(part, whole, fraction)


def _support(entry: Known, part: Number) -> Support:
    base = () if entry.base is None else (entry.base.id,)
    how = f"{part.text} of {entry.value:,} is {entry.percent.text.rstrip('%')}%"
    return Support(numbers=(part.id, entry.percent.id, *base), status=Status.CONSISTENT, how=how)


def _wrong(entry: Known, part: Number, habit: Habit | None) -> Finding:
    right = gives(int(part.value), entry.value, entry.percent.places)
    found = f"{entry.percent.text.rstrip('%')}%"
    how = next((way for way in (Way.CUT_OFF, Way.UP) if way in ways_of(entry)), None)
    computed = f"{right}, rounded" + ("" if how is None else f"; {how} it is {found}")
    base = entry.base
    place = "" if base is None or base.passage is entry.percent.passage else f" The base stands at {base.where}."
    return Finding(
        kind=Kind.PERCENTAGE_OF_COUNT,
        severity=Severity.ERROR,
        where=entry.percent.where,
        quote=nearby(entry.percent),
        expected=right.rsplit(" ", 1)[1],
        found=found,
        message=f"The text has {found} for {part.text} of {entry.value:,}; {right}.{place}",
        computed=computed,
        advice=("" if habit is None else f"{habit.others} ".lstrip()) + "Check the count, its base and the percentage.",
        numbers=(entry.percent.id,),
    )


def _cut_off(entry: Known, part: Number) -> Finding:
    right = gives(int(part.value), entry.value, entry.percent.places)
    return Finding(
        kind=Kind.PERCENTAGE_OF_COUNT,
        severity=Severity.QUERY,
        where=entry.percent.where,
        quote=nearby(entry.percent),
        expected=right.rsplit(" ", 1)[1],
        found=f"{entry.percent.text.rstrip('%')}%",
        message="The percentages of the document are cut off after the decimals, not rounded: here "
        f"{part.text} of {entry.value:,}, of which {right}.",
        advice="Say in the document that percentages are cut off, or round them.",
    )


def _fraction(part: Number, whole: Number, fraction: Number) -> Iterator[Verdict]:
    due = Fraction(fraction.value) * Fraction(whole.value)
    if abs(due - Fraction(part.value)) < 1:
        ids = (part.id, whole.id, fraction.id)
        yield Support(numbers=ids, status=Status.CONSISTENT, how=f"{part.text} is {fraction.text} of {whole.text}")
    else:
        yield Finding(
            kind=Kind.PERCENTAGE_OF_COUNT,
            severity=Severity.QUERY,
            where=fraction.where,
            quote=nearby(fraction),
            expected=number_text(due),
            found=part.text,
            message=f"The text has “{fraction.text}” for {part.text} of {whole.text}; "
            f"{fraction.text} of {whole.text} is {number_text(due)}.",
            advice="Say “about” if the fraction is not exact.",
        )
