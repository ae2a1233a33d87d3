"""Documents made by hand, and numbers written short: `>=20%:only` is at least 20 per cent, with "only" before it."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from areasend.check.numbers.documents.model import Document, Passage, Role, Table
from areasend.check.numbers.reading import Number, Relation, Unit

SIGNS = {
    Relation.EXACT: "",
    Relation.MORE: ">",
    Relation.AT_LEAST: ">=",
    Relation.LESS: "<",
    Relation.AT_MOST: "<=",
    Relation.ABOUT: "~",
}
UNITS = {Unit.COUNT: "", Unit.PERCENT: "%", Unit.POINTS: "pp", Unit.MONEY: "£", Unit.FRACTION: "f"}


def passage(text: str, identity: int = 0, role: Role = Role.PARAGRAPH) -> Passage:
    return Passage(id=identity, role=role, text=text, file="page.txt", lines=((0, identity + 1),))


def document(*texts: str, role: Role = Role.PARAGRAPH) -> Document:
    blocks = tuple(passage(text, at, role) for at, text in enumerate(texts))
    return Document(file="page.txt", title="", blocks=blocks)


def table(header: Sequence[str], rows: Sequence[Sequence[str]], caption: str = "", label_columns: int = 1) -> Document:
    cells = iter(range(1, 10_000))
    made = Table(
        header=tuple(passage(text, next(cells), Role.CELL) for text in header),
        rows=tuple(tuple(passage(text, next(cells), Role.CELL) for text in row) for row in rows),
        caption=passage(caption, 0, Role.CAPTION) if caption else None,
        label_columns=label_columns,
    )
    return Document(file="page.txt", title="", blocks=(made,))


def short(number: Number) -> str:
    value = number.value
    if isinstance(value, Decimal):
        value = value.normalize()
        digits = f"{value:f}"
    else:
        digits = str(value)
    part = f":{number.part.value}" if number.part.value else ""
    return f"{SIGNS[number.relation]}{digits}{UNITS[number.unit]}{'!' if number.no else ''}{part}"


def statistics(numbers: Iterable[Number]) -> str:
    return " ".join(short(number) for number in numbers if number.is_statistic)
