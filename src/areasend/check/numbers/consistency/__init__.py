"""Consistency: the rules that need nothing but the document."""

from areasend.check.numbers.checking import Rule

RULES: tuple[Rule, ...] = ()

__all__ = ["RULES"]
