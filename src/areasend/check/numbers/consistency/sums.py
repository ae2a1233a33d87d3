"""The rules of arithmetic, in the order in which they are run."""

from areasend.check.numbers.checking import Rule
from areasend.check.numbers.consistency.bounds import bounded_shares, bounded_totals
from areasend.check.numbers.consistency.growth import changes, ranges
from areasend.check.numbers.consistency.hundred import percentage_sums
from areasend.check.numbers.consistency.machine import machine_dates, machine_values
from areasend.check.numbers.consistency.misplaced import misplaced_totals
from areasend.check.numbers.consistency.possible import possible_percentages
from areasend.check.numbers.consistency.remaining import remaining
from areasend.check.numbers.consistency.shares import parts_of_wholes, percentages_of_counts
from areasend.check.numbers.consistency.sums_in_prose import section_totals, sentence_totals
from areasend.check.numbers.consistency.totals import table_totals
from areasend.check.numbers.consistency.two_ways import fractions_two_ways

SUMS: tuple[Rule, ...] = (
    table_totals,
    misplaced_totals,
    percentage_sums,
    sentence_totals,
    section_totals,
    remaining,
    percentages_of_counts,
    parts_of_wholes,
    possible_percentages,
    fractions_two_ways,
    bounded_totals,
    bounded_shares,
    changes,
    ranges,
    machine_values,
    machine_dates,
)
