"""Changes of a publication, of twelve kinds, each with what contradicts it, decided from annotation and records.

`mutated(subject, seed)` is the same for the same seed. A change that only makes another statement of the same worth is
contradicted by nothing; one of words that nobody can judge, or of a place that was wrong already, is `open`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, floor
from random import Random

from tests.publications_mutated.model import Grid, Row, Span, Stand, State, Subject, Word
from tests.publications_mutated.relations import Broken, broken, count_of, places_of, untrue


@dataclass(frozen=True)
class Mutation:
    """A changed file of a publication. `contradicted_by`: by the publication itself, what; `records`: by the records.

    `open`: the change is not scored, because it can be read two ways; `doubtful` and `untrue`: what it touches was
    wrong before, in the publication or by the records, so that only a new contradiction counts. `quoted`: a figure from
    elsewhere was changed; at most a query is due. `lines` are those, in the changed text, that were changed or that
    contradict the change.
    """

    kind: str
    file: str
    text: str
    line: int
    before: str
    after: str
    contradicted_by: tuple[str, ...]
    records: tuple[str, ...]
    lines: frozenset[tuple[str, int]]
    open: bool = False
    doubtful: bool = False
    untrue: bool = False
    quoted: bool = False

    def label(self, *, with_records: bool) -> str:
        """`contradicted`, `nothing`, or `open`: not scored."""
        if self.open:
            return "open"
        if self.contradicted_by or (with_records and self.records):
            return "contradicted"
        return "open" if self.doubtful or (with_records and self.untrue) else "nothing"


@dataclass
class Draft:
    """A change under way: the edits of one file, and what the publication says then."""

    state: State
    edits: list[tuple[Span, str]] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    against: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    open: bool = False

    def value(self, stand: Stand, value: Fraction, *, twins: bool) -> None:
        self.edits.append((stand.span, shown(stand, value)))
        if twins:
            self.edits += [(twin, plain(value, places_of(stand))) for twin in stand.twins]
        elif stand.twins:
            self.against += ("the markup",)
        self.changed.append(stand.name)
        self.state.set(stand.name, value=value)

    def facet(self, name: str, index: int, facet: str) -> None:
        key = self.state.stands[name].key
        self.changed.append(name)
        self.state.set(name, key=(*key[:index], facet, *key[index + 1 :]))


Make = Callable[[Subject, Random], Draft | None]


def mutated(subject: Subject, seed: int, kind: str | None = None) -> Mutation:
    """A change of this kind, or of the kind whose turn it is; where a publication has none such, of the next kind."""
    rng = Random(f"{subject.name} {seed}")
    names = list(KINDS)
    first = names.index(kind) if kind else seed % len(names)
    for name in names[first:] + names[:first]:
        for _ in range(20):
            draft = KINDS[name](subject, rng)
            if draft and draft.edits and any(_old(subject, span) != new for span, new in draft.edits):
                return _finished(subject, name, draft)
    raise AssertionError(f"{subject.name} has nothing to change")


def kinds_of(subject: Subject, seeds: int = 8) -> list[str]:
    """The kinds of change that it allows."""
    return [kind for kind in KINDS if any(mutated(subject, seed, kind).kind == kind for seed in range(seeds))]


def _finished(subject: Subject, kind: str, draft: Draft) -> Mutation:
    before = State.of(subject)
    was, now = broken(subject, before), broken(subject, draft.state)
    false, untruth = untrue(subject, before), untrue(subject, draft.state)
    new = [now[key] for key in now if key not in was]
    lies = [untruth[key] for key in untruth if key not in false]
    touched = _with_their_tables(subject, {*draft.changed})
    again = [one for one in now.values() if one.id in was and touched & {*one.stands}]
    still = [one for one in untruth.values() if one.id in false and touched & {*one.stands}]
    says = tuple(sorted({one.label for one in new} | {*draft.against}))
    truth = tuple(sorted({one.label for one in lies} | {*draft.records}))
    quoted = any(subject.stands[name].sort == "quoted" for name in draft.changed)
    (file,) = {span.file for span, _ in draft.edits}
    edits = sorted(draft.edits, key=lambda edit: edit[0].start)
    return Mutation(
        kind=kind,
        file=file,
        text=_edited(subject.files[file], edits),
        line=subject.line(file, edits[0][0].start),
        before=" / ".join(_old(subject, span) for span, _ in edits)[:200],
        after=" / ".join(new for _, new in edits)[:200],
        contradicted_by=says,
        records=truth,
        lines=frozenset(_lines(subject, draft, [*new, *lies])),
        open=draft.open,
        doubtful=bool(again),
        untrue=bool(still) or any(subject.stands[name].key[:1] == ("survey",) for name in draft.changed),
        quoted=quoted,
    )


def _with_their_tables(subject: Subject, names: set[str]) -> set[str]:
    """What is wrong anywhere in a table casts doubt on what a change of another of its cells does."""
    for grid in subject.grids:
        cells = {name for row in grid.rows for name in row.cells}
        if cells & names:
            names = names | cells
    return names


def _edited(text: str, edits: list[tuple[Span, str]]) -> str:
    parts, end = [], 0
    for span, new in edits:
        assert span.start >= end, "edits do not overlap"
        parts += [text[end : span.start], new]
        end = span.end
    return "".join([*parts, text[end:]])


def _lines(subject: Subject, draft: Draft, found: list[Broken]) -> Iterator[tuple[str, int]]:
    """Lines of the changed text: an item that was dropped takes its line away from all that follow."""
    gone = [(span, text) for span, text in draft.edits if "\n" in _old(subject, span) and not text]
    names = {name for one in found for name in one.stands} | {*draft.changed}
    spans = [span for span, _ in draft.edits] + [subject.stands[name].span for name in names]
    for span in spans:
        less = sum(_old(subject, cut).count("\n") for cut, _ in gone if cut.file == span.file and cut.end <= span.start)
        yield span.file, subject.line(span.file, span.start) - less


def _old(subject: Subject, span: Span) -> str:
    return subject.files[span.file][span.start : span.end]


def shown(stand: Stand, value: Fraction) -> str:
    """A value as the statistic prints it: unit, decimals, thousands."""
    text = plain(value, places_of(stand))
    if value >= 1000 and ("," in stand.text or stand.value < 1000):
        text = f"{int(value):,}"
    return text + ("%" if stand.text.endswith("%") else "")


def plain(value: Fraction, places: int) -> str:
    return f"{float(value):.{places}f}"


# The kinds.


def exchange_columns(subject: Subject, rng: Random) -> Draft | None:
    """The numbers of two columns, or their headings."""
    grid = _grid(subject, rng, columns=2)
    if grid is None:
        return None
    draft = Draft(State.of(subject))
    first, second = sorted(rng.sample(range(len(grid.facets)), 2))
    if grid.heads and rng.random() < 0.3:
        _exchange_texts(subject, draft, grid.heads[first], grid.heads[second])
        for row in grid.rows:
            draft.facet(row.cells[first], grid.column_index, grid.facets[second])
            draft.facet(row.cells[second], grid.column_index, grid.facets[first])
        return draft
    pairs = [(row.cells[first], row.cells[second]) for row in grid.rows]
    return draft if _exchange_values(subject, draft, pairs, rng) else None


def exchange_rows(subject: Subject, rng: Random) -> Draft | None:
    """The numbers of two rows, or their labels."""
    grid = _grid(subject, rng, rows=2)
    if grid is None:
        return None
    draft = Draft(State.of(subject))
    one, other = rng.sample(grid.rows, 2)
    if rng.random() < 0.4:
        _exchange_texts(subject, draft, one.label, other.label)
        for row, facet in ((one, other.facet), (other, one.facet)):
            for name in row.cells:
                draft.facet(name, grid.row_index, facet)
        return draft
    return draft if _exchange_values(subject, draft, list(zip(one.cells, other.cells, strict=True)), rng) else None


def change_count(subject: Subject, rng: Random) -> Draft | None:
    return _changed(
        subject, rng, lambda stand: stand.sort == "count" or (stand.sort == "quoted" and "%" not in stand.text)
    )


def change_total(subject: Subject, rng: Random) -> Draft | None:
    return _changed(subject, rng, lambda stand: stand.sort == "total")


def change_percentage(subject: Subject, rng: Random) -> Draft | None:
    return _changed(
        subject, rng, lambda stand: stand.sort == "percentage" or (stand.sort == "quoted" and "%" in stand.text)
    )


def change_region(subject: Subject, rng: Random) -> Draft | None:
    """Another region in prose, or as the label of a row."""
    grid = _grid(subject, rng, rows=2)
    if grid is not None and grid.row_index == 3 and rng.random() < 0.4:
        one, other = rng.sample(grid.rows, 2)
        draft = Draft(State.of(subject), edits=[(one.label, _old(subject, other.label))])
        for name in one.cells:
            draft.facet(name, grid.row_index, other.facet)
        draft.open = not broken_between(subject, one, other)
        return draft
    return _word(subject, rng, "region")


def broken_between(subject: Subject, one: Row, other: Row) -> bool:
    """Whether two rows of one name would differ: if not, what is wrong is only that a name is missing."""
    return any(
        subject.stands[left].value != subject.stands[right].value
        for left, right in zip(one.cells, other.cells, strict=True)
    )


def change_period(subject: Subject, rng: Random) -> Draft | None:
    return _word(subject, rng, "period")


def change_date(subject: Subject, rng: Random) -> Draft | None:
    return _word(subject, rng, "date")


def change_qualifier(subject: Subject, rng: Random) -> Draft | None:
    return _word(subject, rng, "qualifier")


def swap_categories(subject: Subject, rng: Random) -> Draft | None:
    """A category in prose for another, and where the other stands on the same line too, the other for it."""
    words = [word for word in subject.words if word.sort == "category"]
    if not words:
        return None
    word = rng.choice(words)
    choice = rng.choice(word.choices)
    draft = _chosen(subject, word, choice.text)
    back = [
        other
        for other in words
        if other.index == word.index
        and other.text == choice.text
        and subject.line(other.span.file, other.span.start) == subject.line(word.span.file, word.span.start)
        and any(one.text == word.text for one in other.choices)
    ]
    if back:
        _apply(draft, back[0], word.text)
    return draft


def truncate(subject: Subject, rng: Random) -> Draft | None:
    """A percentage cut off instead of rounded; where that is the same, rounded up."""
    found = [(stand, exact) for stand in subject.stands.values() if (exact := _exact(subject, stand)) is not None]
    rng.shuffle(found)
    for stand, exact in found:
        scale = 10 ** places_of(stand)
        cut, up = Fraction(floor(exact * scale), scale), Fraction(ceil(exact * scale), scale)
        other = cut if cut != stand.value else up
        if other != stand.value:
            draft = Draft(State.of(subject))
            draft.value(stand, other, twins=rng.random() < 0.5)
            return draft
    return None


def drop_item(subject: Subject, rng: Random) -> Draft | None:
    """An item of a list, or a row of a table."""
    grids = [grid for grid in subject.grids if len(grid.rows) > 1]
    lists = [entry for entry in subject.lists.values() if len(entry.items) > 1]
    draft = Draft(State.of(subject))
    if grids and (not lists or rng.random() < 0.3):
        row = rng.choice(rng.choice(grids).rows)
        draft.edits.append((row.whole, ""))
        for name in row.cells:
            del draft.state.stands[name]
        draft.open = len(broken(subject, draft.state)) <= len(broken(subject, State.of(subject)))
        return draft
    if not lists:
        return None
    entry = rng.choice(lists)
    item = rng.choice(entry.items)
    draft.edits.append((item, ""))
    for other in subject.lists.values():
        if item in other.items:
            draft.state.lengths[other.name] -= 1
    return draft


KINDS: dict[str, Make] = {
    "columns": exchange_columns,
    "rows": exchange_rows,
    "count": change_count,
    "percentage": change_percentage,
    "region": change_region,
    "period": change_period,
    "total": change_total,
    "truncation": truncate,
    "list item": drop_item,
    "qualifier": change_qualifier,
    "date": change_date,
    "categories": swap_categories,
}


def _grid(subject: Subject, rng: Random, *, rows: int = 1, columns: int = 1) -> Grid | None:
    grids = [grid for grid in subject.grids if len(grid.rows) >= rows and len(grid.facets) >= columns]
    return rng.choice(grids) if grids else None


def _exchange_texts(subject: Subject, draft: Draft, one: Span, other: Span) -> None:
    draft.edits += [(one, _old(subject, other)), (other, _old(subject, one))]


def _exchange_values(subject: Subject, draft: Draft, pairs: list[tuple[str, str]], rng: Random) -> bool:
    """Whether anything is another then; a percentage takes a count's place only with its own sign, so never."""
    twins = rng.random() < 0.5
    moved = False
    for left, right in pairs:
        one, other = subject.stands[left], subject.stands[right]
        if one.text.endswith("%") != other.text.endswith("%"):
            return False
        if one.value != other.value:
            draft.value(one, other.value, twins=twins)
            draft.value(other, one.value, twins=twins)
            moved = True
    return moved


def _changed(subject: Subject, rng: Random, wanted: Callable[[Stand], bool]) -> Draft | None:
    """Another value: one off, a little off, with its digits exchanged, or that of another such statistic."""
    found = [stand for stand in subject.stands.values() if wanted(stand)]
    if not found:
        return None
    stand = rng.choice(found)
    step = 10 ** len(str(int(stand.value))) // 100 or 1
    value = rng.choice(
        [
            stand.value + step * rng.choice((-1, 1)),
            stand.value + step * rng.randint(2, 9),
            Fraction(int(str(int(stand.value))[::-1])),
            rng.choice(
                [other.value for other in found if other.value < 10 * stand.value < 100 * other.value] or [step]
            ),
        ]
    )
    high = 100 if stand.text.endswith("%") and stand.value <= 100 else 10**9
    if value == stand.value or not 0 <= value <= high or ("%" not in stand.text and value.denominator > 1):
        return None
    draft = Draft(State.of(subject))
    draft.value(stand, value, twins=rng.random() < 0.5)
    return draft


def _word(subject: Subject, rng: Random, sort: str) -> Draft | None:
    words = [word for word in subject.words if word.sort == sort]
    if not words:
        return None
    word = rng.choice(words)
    return _chosen(subject, word, rng.choice(word.choices).text)


def _chosen(subject: Subject, word: Word, text: str) -> Draft:
    draft = Draft(State.of(subject))
    _apply(draft, word, text)
    return draft


def _apply(draft: Draft, word: Word, text: str) -> None:
    choice = next(one for one in word.choices if one.text == text)
    draft.edits.append((word.span, choice.text))
    draft.against += choice.against
    draft.records += choice.records
    draft.open |= choice.open
    draft.changed += word.stands
    for name in word.stands:
        if choice.facet is not None:
            draft.facet(name, word.index, choice.facet)
        if choice.relation is not None:
            draft.state.set(name, relation=choice.relation)
        if choice.rest is not None:
            draft.state.rest[name] = choice.rest == "yes"


def _exact(subject: Subject, stand: Stand) -> Fraction | None:
    """A percentage before it was rounded, from its count and base."""
    for relation in subject.relations:
        if relation.stands[:1] != (stand.name,):
            continue
        if relation.kind == "share":
            part, whole = (subject.stands[name].value for name in relation.stands[1:])
            return 100 * part / whole
        if relation.kind == "base" and (count := count_of(stand, relation.number)) is not None:
            return Fraction(100 * count, relation.number)
    return None
