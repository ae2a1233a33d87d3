"""Consistency: the rules that need nothing but the document."""

from areasend.check.numbers.consistency.sums import SUMS
from areasend.check.numbers.consistency.words import WORDS

RULES = (*SUMS, *WORDS)

__all__ = ["RULES"]
