"""The release before: what should not have changed and did, and what went without a word.

Holds: figures of two releases by id and period (`figures`), cells of tables that have one title (`cells`), sentences
that count the same for a period that is over (`claimed`), and the notes that explain a change (`notes`).
Hands on `compare_previous` and `previous_rule`.
"""

from areasend.check.numbers.previous.rules import compare_previous, previous_rule

__all__ = ["compare_previous", "previous_rule"]
