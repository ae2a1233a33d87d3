"""What the charts say in words: titles of at most 15 words, and text alternatives (CH02, CH03).

Every number is a figure, every claim is one that statistics has proved; where inspections may be missing, a title
speaks of those counted. Nothing is ranked.
"""

from areasend.publication.said import Said, say
from areasend.publication.wording import digits, upper_first
from areasend.statistics import Counted, Figure, Table, long_date, most_common_outcomes

ENGLAND = "england"


def outcomes_title(counted: Counted, table: Table, when: str) -> Said:
    """How many inspections ended in the most common outcome, of how many; `when` such as "in 2024"."""
    total = table.figure(ENGLAND, "total")
    common = most_common_outcomes(table)
    if not common:
        return say(f"No inspection with a recorded outcome is counted {when}")
    found = table.figure(ENGLAND, common[0])
    inspections = _inspections(counted, total)
    if len(common) == 1:
        return say(found, " of ", total, f" {inspections} {when} found {_label(counted, common[0])}")
    if len(common) == len(counted.version.outcomes):
        return say("Each outcome was found in ", found, " of ", total, f" {inspections} {when}")
    return say(f"Two outcomes were the most common {when}: ", found, " each of ", total, f" {inspections}")


def regions_title(counted: Counted) -> Said:
    """Which outcomes were found wherever inspections were counted."""
    total = counted.table("outcomes-by-region").figure(ENGLAND, "total")
    if total.value == 0:
        return outcomes_title(counted, counted.table("outcomes-since-2023"), since(counted))
    where = f"in every region with {'' if counted.claims.all_included else 'counted '}inspections"
    everywhere = [claims.outcome for claims in counted.regional if not claims.absent_from]
    partly = [claims.outcome for claims in counted.regional if claims.absent_from]
    if not partly:
        return say(f"Each outcome was found {where}")
    if not everywhere:
        return say(f"None of the outcomes was found {where}")
    if len(everywhere) == 1:
        return say(f"{upper_first(_label(counted, everywhere[0]))} were found {where}")
    return say(f"Only {_label(counted, partly[0])} were not found {where}")


def first_inspected_title(counted: Counted, reached: Figure, areas: Figure) -> Said:
    """How many of the local areas had been inspected by the date of the release."""
    by = f"by {long_date(counted.as_at)}"
    if reached.value == 0:
        return say(f"No local area is counted as inspected {by}")
    inspected = counted.table("coverage").figure(ENGLAND, "inspected")
    if set(reached.records) != set(inspected.records):
        return say(reached, " of ", areas, f" local areas had an inspection with recorded dates {by}")
    least = () if counted.claims.all_included else ("At least ",)
    return say(*least, reached, " of ", areas, f" local areas had been inspected {by}")


def working_days_title(counted: Counted) -> Said:
    """The median time to publication."""
    spread = counted.table("working-days-to-publication")
    if spread.figure(ENGLAND, "reports").value == 0:
        return say("No report with recorded dates is counted")
    reports = "Reports" if counted.claims.all_included else "Counted reports"
    return say(f"{reports} took a median of ", spread.figure(ENGLAND, "median"), " working days to be published")


def outcomes_alt(counted: Counted, table: Table, shape: str) -> str:
    """The shape of the chart and the counts of England."""
    counts = [
        f"{digits(table.figure(ENGLAND, outcome.key))} {_in_sentence(outcome.short_label)}"
        for outcome in counted.version.outcomes
    ]
    total = table.figure(ENGLAND, "total")
    return f"{shape}. England, {digits(total)} {_inspections(counted, total)}: {', '.join(counts)}."


def first_inspected_alt(counted: Counted, table: Table) -> str:
    """Where the columns begin and end, and the line above them."""
    first, last = table.rows[0].key, table.rows[-1].key
    return (
        f"Columns of local areas inspected at least once, one for each quarter since {_start(counted)}: "
        f"{digits(table.figure(first, 'cumulative'))} at the end of the first, "
        f"{digits(table.figure(last, 'cumulative'))} at the end of the last. "
        f"A line stands at {digits(table.figure(last, 'local_areas'))} local areas."
    )


def working_days_alt(counted: Counted) -> str:
    """How many reports, and the least, the middle and the most days."""
    spread = counted.table("working-days-to-publication")
    reports, least, middle, most = (
        spread.figure(ENGLAND, name) for name in ("reports", "minimum", "median", "maximum")
    )
    shape = f"One bar for each band of 10 working days. Reports counted in England: {digits(reports)}"
    if reports.value == 0:
        return f"{shape}."
    return (
        f"{shape}; the shortest time is {digits(least)}, the median {digits(middle)}, the longest {digits(most)} days."
    )


def since(counted: Counted) -> str:
    return f"since {_start(counted)}"


def _start(counted: Counted) -> str:
    return long_date(counted.since_start.start).split(" ", 1)[1]


def _inspections(counted: Counted, total: Figure) -> str:
    """Where all are in they are the inspections; else only those counted."""
    return f"{'' if counted.claims.all_included else 'counted '}{'inspection' if total.value == 1 else 'inspections'}"


def _label(counted: Counted, outcome: str) -> str:
    return _in_sentence(counted.version.outcome(outcome).label)


def _in_sentence(label: str) -> str:
    return label[:1].lower() + label[1:]
