"""The rules of arithmetic, in the order in which they are run."""

from areasend.check.numbers.checking import Rule
from areasend.check.numbers.consistency.totals import table_totals

SUMS: tuple[Rule, ...] = (table_totals,)
