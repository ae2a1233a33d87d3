"""A publication annotated by lines: `line` is counted from 1, `nth` among equal words of the line."""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from tests.publications_mutated.model import (
    Choice,
    Grid,
    Key,
    Listing,
    Relation,
    Row,
    Span,
    Stand,
    Subject,
    Truth,
    Word,
)

WORDS = {"no": 0, "none": 0}


class Annotator:
    """Gathers what is known of one file, and makes the subject of it."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self._starts = [0, *(place.end() for place in re.finditer("\n", text))]
        self.stands: dict[str, Stand] = {}
        self.words: list[Word] = []
        self.grids: list[Grid] = []
        self.lists: dict[str, Listing] = {}
        self.relations: list[Relation] = []

    def span(self, line: int, words: str, nth: int = 1) -> Span:
        """Where words stand; a number only where it is not part of a longer one."""
        start = self._starts[line - 1]
        content = self.text[start : self._end(line)]
        before = r"(?<![\d.,])" if words[:1].isdigit() else r"\b"
        after = r"(?![.,]?\d)" if words[-1:].isdigit() else r"(?!\w)" if words[-1:].isalpha() else ""
        places = [*re.finditer(before + re.escape(words) + after, content)]
        assert len(places) >= nth, f"{self.file}, line {line}: {words} stands there {len(places)} times"
        return Span(self.file, start + places[nth - 1].start(), start + places[nth - 1].end())

    def whole(self, line: int, lines: int = 1) -> Span:
        return Span(self.file, self._starts[line - 1], self._end(line + lines - 1))

    def stand(
        self, name: str, line: int, text: str, key: Key, sort: str = "count", *, nth: int = 1, relation: str = "="
    ) -> str:
        span = self.span(line, text, nth)
        self.stands[name] = Stand(name, span, text, worth(text), key, sort, relation)
        return name

    def cell(self, name: str, span: Span, key: Key, sort: str) -> str:
        text = self.text[span.start : span.end]
        self.stands[name] = Stand(name, span, text, worth(text), key, sort, in_table=True)
        return name

    def word(
        self,
        sort: str,
        line: int,
        text: str,
        choices: Sequence[Choice],
        stands: Sequence[str] = (),
        *,
        index: int = 0,
        nth: int = 1,
    ) -> None:
        name = f"{sort} {line} {len(self.words)}"
        others = tuple(choice for choice in choices if choice.text != text)
        self.words.append(Word(name, self.span(line, text, nth), text, sort, others, tuple(stands), index))

    def relate(self, kind: str, stands: Sequence[str], label: str, **more: object) -> None:
        self.relations.append(Relation(kind, tuple(stands), label, **more))  # type: ignore[arg-type]

    def listing(self, name: str, lines: Sequence[int], length: int = 1) -> None:
        self.lists[name] = Listing(name, tuple(self.whole(line, length) for line in lines))

    def row(self, line: int, label: str, facet: str, keys: Sequence[Key], sorts: Sequence[str], name: str) -> Row:
        """A row whose cells follow its label."""
        there = self.span(line, label)
        cells = [
            Span(self.file, there.end + place.start(), there.end + place.end())
            for place in re.finditer(r"[\d.,]+%?", self.text[there.end : self._end(line)])
        ]
        names = [
            self.cell(f"{name} {facet} {key}", span, key, sort)
            for span, key, sort in zip(cells, keys, sorts, strict=True)
        ]
        return Row(there, facet, tuple(names), self.whole(line))

    def grid(self, name: str, rows: Sequence[Row], facets: Sequence[str], heads: Sequence[Span] = ()) -> None:
        self.grids.append(Grid(name, tuple(rows), tuple(facets), tuple(heads)))

    def rows(
        self,
        name: str,
        rows: Sequence[tuple[Span, str, tuple[str, ...], Span]],
        facets: Sequence[str],
        *,
        row_index: int,
        column_index: int,
    ) -> None:
        """A table of which the label, what that says, the cells and the whole of each row are known."""
        made = tuple(Row(label, facet, cells, whole) for label, facet, cells, whole in rows)
        for row in made:
            for cell in row.cells:
                self.stands[cell] = replace(self.stands[cell], in_table=True)
        self.grids.append(Grid(name, made, tuple(facets), (), row_index, column_index))

    def subject(self, name: str, truth: Truth | None) -> Subject:
        return Subject(
            name=name,
            files={self.file: self.text},
            stands=self.stands,
            words=tuple(self.words),
            grids=tuple(self.grids),
            lists=self.lists,
            relations=tuple(self.relations),
            truth=truth,
        )

    def _end(self, line: int) -> int:
        return self._starts[line] if line < len(self._starts) else len(self.text)


def worth(text: str) -> Fraction:
    """The value of a statistic as printed."""
    if text.lower() in WORDS:
        return Fraction(WORDS[text.lower()])
    if text.endswith(" million"):
        return Fraction(text.split()[0]) * 10**6
    return Fraction(text.rstrip("%").replace(",", ""))
