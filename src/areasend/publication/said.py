"""A sentence that holds figures: as plain text for a picture, and in a page with each number leading to its figure."""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup, escape

from areasend.publication.wording import digits
from areasend.statistics import Figure


@dataclass(frozen=True, slots=True)
class Said:
    """The parts of the sentence in their order: words, and the figures between them."""

    parts: tuple[str | Figure, ...]

    @property
    def text(self) -> str:
        return "".join(digits(part) if isinstance(part, Figure) else part for part in self.parts)

    def placed(self, place: Callable[..., Markup], root: str = "") -> Markup:
        """The sentence in a page; `place` is that of a `Placer`."""
        return Markup("").join(
            place(part, root, text=digits(part)) if isinstance(part, Figure) else escape(part) for part in self.parts
        )


def say(*parts: str | Figure) -> Said:
    return Said(parts)
