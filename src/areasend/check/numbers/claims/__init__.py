"""Claims: what each number is said to count, in the words of the field and of the document's own tables."""

__all__: list[str] = []
