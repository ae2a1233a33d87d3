"""Records: what the records say of a claim."""

__all__: list[str] = []
