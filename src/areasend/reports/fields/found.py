"""What a part of a report yields: values and problems, put together as they are found."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from areasend.reports.reading import NOT_FOUND, Place, Problem, Value

NOTHING = "nothing"


@dataclass(slots=True)
class Found:
    """Values and problems of one part."""

    values: list[Value] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def value(self, name: str, value: str, places: Sequence[Place] = ()) -> None:
        self.values.append(Value(field=name, value=value, places=tuple(places)))

    def problem(self, name: str, expected: str, found: str, places: Sequence[Place] = ()) -> None:
        page = places[0].page if places else 0
        self.problems.append(Problem(field=name, page=page, expected=expected, found=found))

    def missing(self, name: str, expected: str, found: str = NOTHING, places: Sequence[Place] = ()) -> None:
        """The field is not found: `[x]`, and a problem that says what should be there."""
        self.value(name, NOT_FOUND, places)
        self.problem(name, expected, found, places)
