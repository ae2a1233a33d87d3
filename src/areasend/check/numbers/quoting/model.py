"""A number that a publication takes from elsewhere, and by what it is known."""

from dataclasses import dataclass
from enum import StrEnum

from areasend.check.numbers.reading.model import Number
from areasend.register import ContextFigure


class By(StrEnum):
    """What shows that a number is quoted; in words for the author."""

    MARKUP = "the page marks it as quoted"
    WORDS = "its sentence names a source"
    NOTE = "its footnote names a source"
    SOURCE_LINE = "the source line of its table names a body"
    CONTINUED = "its sentence continues one that is quoted"
    REGISTER = "the register has it as quoted from elsewhere"


@dataclass(frozen=True, kw_only=True, slots=True)
class Quoted:
    """`source` is the body or note that was named, empty if none was; `figure` the record that it is, if it is one.

    `same` says that the record has the same value; a figure with another value is the same measure for other dates,
    or a misprint, which only a rule can say.
    """

    number: Number
    by: By
    source: str = ""
    figure: ContextFigure | None = None
    same: bool = False

    @property
    def how(self) -> str:
        """Why it is quoted, in one phrase."""
        return f"{self.by.value}: {self.source}" if self.source else self.by.value
