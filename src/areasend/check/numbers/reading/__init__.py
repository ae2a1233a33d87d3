"""Reading: sentences, numbers, dates and shares in a text."""

__all__: list[str] = []
