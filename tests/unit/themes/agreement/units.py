"""Coded units for tests, written as what each coder said of each theme."""

from areasend.themes import CodedUnit

THEMES = ("t", "u")


def unit(
    inspection: str, kind: str = "afi", seq: int | None = 1, *, adjudicated: str | None = None, **codes: str | None
) -> CodedUnit:
    """`ann="tu"` is that Ann gave both themes, `ann=""` that she gave none; a coder who is left out did not code it.

    Without a number it is all findings of the kind together.
    """
    return CodedUnit(
        id=f"{inspection}-{kind}-{seq}",
        inspection_id=inspection,
        kind=kind,
        whole=seq is None,
        codes={coder: tuple(themes) for coder, themes in codes.items() if themes is not None},
        adjudicated=None if adjudicated is None else tuple(adjudicated),
    )


def table(both: int, first: int, second: int, neither: int) -> list[CodedUnit]:
    """One finding in each area, and how many have the theme t by Ann and Bob, by Ann, by Bob, by neither."""
    said = [("t", "t")] * both + [("t", "")] * first + [("", "t")] * second + [("", "")] * neither
    return [unit(f"i{number:02}", ann=ann, bob=bob) for number, (ann, bob) in enumerate(said)]
