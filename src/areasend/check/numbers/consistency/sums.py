"""The rules of arithmetic, in the order in which they are run."""

from areasend.check.numbers.checking import Rule
from areasend.check.numbers.consistency.bounds import bounded_shares, bounded_totals
from areasend.check.numbers.consistency.growth import changes, ranges
from areasend.check.numbers.consistency.machine import machine_dates, machine_values
from areasend.check.numbers.consistency.percentages import percentages
from areasend.check.numbers.consistency.remaining import remaining
from areasend.check.numbers.consistency.shares import parts_of_wholes
from areasend.check.numbers.consistency.sums_in_prose import section_totals, sentence_totals
from areasend.check.numbers.consistency.table_sums import table_sums

SUMS: tuple[Rule, ...] = (
    table_sums,
    sentence_totals,
    section_totals,
    remaining,
    percentages,
    parts_of_wholes,
    bounded_totals,
    bounded_shares,
    changes,
    ranges,
    machine_values,
    machine_dates,
)
