"""What a chart draws, without a word of the domain: marks with their values, and how they stand together."""

from dataclasses import dataclass

from areasend.publication.palette import Look


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """One drawn value. `figure` is the id of the figure it draws; `label` its count as printed beside or on it.

    `longer` is a label to prefer where it fits, such as the count with its share; it holds the count too.
    """

    figure: str
    value: int
    label: str
    look: Look
    longer: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Bar:
    """Marks one after another from zero; `label` names the bar, with its base in brackets where it has one."""

    label: str
    marks: tuple[Mark, ...]

    @property
    def length(self) -> int:
        return sum(mark.value for mark in self.marks)


@dataclass(frozen=True, kw_only=True, slots=True)
class KeyEntry:
    """A line of the key, in the order of the marks; `is_line` for a value that is drawn as a line."""

    label: str
    look: Look
    is_line: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Bars:
    """Horizontal bars on one scale from zero. Those of a single mark have its label at their end."""

    bars: tuple[Bar, ...]
    key: tuple[KeyEntry, ...] = ()

    @property
    def is_plain(self) -> bool:
        return all(len(bar.marks) == 1 for bar in self.bars)


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """One upright bar; columns of the same `group`, such as a year, stand next to each other."""

    mark: Mark
    group: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Columns:
    """Upright bars that never get shorter, under a line that none of them passes."""

    columns: tuple[Column, ...]
    line: Mark
    key: tuple[KeyEntry, ...]
