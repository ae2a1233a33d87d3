"""Consistency: the rules that need nothing but the document."""

from areasend.check.numbers.consistency.sums import SUMS

RULES = SUMS

__all__ = ["RULES"]
