"""One fraction printed two ways: of 14, 36% and 35% can both only be 5, rounded once and cut off once."""

from collections.abc import Iterator, Sequence

from areasend.check.numbers.consistency.bases import Known
from areasend.check.numbers.consistency.habits import holds, ways_of
from areasend.check.numbers.consistency.roundings import ROUNDINGS, Way, counts_giving
from areasend.check.numbers.consistency.wording import nearby
from areasend.check.numbers.reading.model import Number
from areasend.check.numbers.results.model import Finding, Kind, Severity, Verdict


def fractions_two_ways(known: Sequence[Known]) -> Iterator[Verdict]:
    """Gathers the percentages of each count and base, to the same decimals, and reports two that differ."""
    printed: dict[tuple[int, int, int, int], list[Known]] = {}
    for entry in known:
        count = None if entry.rounded else _count(entry)
        if count is not None:
            printed.setdefault((entry.document, entry.value, count, entry.percent.places), []).append(entry)
    for (_, base, count, _), entries in printed.items():
        right = [entry for entry in entries if holds(entry)]
        wrong = [entry for entry in entries if not holds(entry)]
        if right and wrong:
            yield _two_ways(base, count, right, wrong)


def _count(entry: Known) -> int | None:
    """The only count that a percentage can be, rounded; or, if none gives it rounded, cut off."""
    if entry.part is not None:
        return int(entry.part.value) if Way.CUT_OFF in ways_of(entry) or holds(entry) else None
    for allowed in (ROUNDINGS, (Way.CUT_OFF,)):
        counts = counts_giving(entry.percent.value, entry.value, entry.percent.places, allowed)
        if counts:
            return counts[0] if len(counts) == 1 else None
    return None


def _two_ways(base: int, count: int, right: Sequence[Known], wrong: Sequence[Known]) -> Finding:
    good, bad = _text(right[0].percent), _text(wrong[0].percent)
    places = ", ".join(dict.fromkeys(str(entry.percent.where) for entry in wrong))
    others = ", ".join(dict.fromkeys(str(entry.percent.where) for entry in right))
    return Finding(
        kind=Kind.FRACTION_TWO_WAYS,
        severity=Severity.ERROR,
        where=wrong[0].percent.where,
        quote=nearby(wrong[0].percent),
        expected=good,
        found=bad,
        message=f"{count:,} of {base:,} is printed as {bad} ({places}) and as {good} ({others}).",
        computed=f"{count:,} of {base:,} is {good} rounded, and {bad} cut off after the decimals",
        advice="Print one fraction one way throughout.",
        numbers=tuple(entry.percent.id for entry in wrong),
    )


def _text(number: Number) -> str:
    return f"{number.text.rstrip('%')}%"
