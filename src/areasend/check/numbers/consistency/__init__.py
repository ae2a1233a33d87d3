"""Consistency: the rules that need nothing but the document."""

__all__: list[str] = []
