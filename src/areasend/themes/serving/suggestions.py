"""A theme that a model suggests for a statement. Shown as such, never chosen beforehand, no coder's code."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Suggested:
    """`words` are those that speak for the theme; `probability` is the model's, from 0 to 1."""

    theme: str
    probability: float
    words: tuple[str, ...] = ()


Suggestions = Mapping[str, tuple[Suggested, ...]]
"""By statement id."""

__all__ = ["Suggested", "Suggestions"]
