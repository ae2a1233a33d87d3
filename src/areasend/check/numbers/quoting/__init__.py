"""Quoting: numbers that a publication takes from elsewhere are recognised, and held against nothing but their source.

Holds: what names a source (`bodies`, `source_words`), how far it reaches (`reach`), the register's quoted figures
(`measures`, `recorded`), and the rules. May import the register. Hands on `quoted_numbers` and `RULES`.
"""

from areasend.check.numbers.quoting.model import By, Quoted
from areasend.check.numbers.quoting.recognising import quoted_numbers
from areasend.check.numbers.quoting.returns import survey_returns
from areasend.check.numbers.quoting.rules import RULES, quotations

__all__ = ["RULES", "By", "Quoted", "quotations", "quoted_numbers", "survey_returns"]
