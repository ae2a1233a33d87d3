"""Documents: files of any of the formats that publications come in, read into one model."""

__all__: list[str] = []
