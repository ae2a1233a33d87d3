"""What a check found of what was changed: caught, missed, or blamed without a reason."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from tests.publications_mutated.model import Subject
from tests.publications_mutated.mutations import Mutation, mutated

from areasend.check.numbers.results.model import Finding

Check = Callable[[Mapping[str, str]], Iterable[Finding]]


@dataclass(frozen=True)
class Outcome:
    """`new` are the errors that the unchanged publication has not. `placed`: one is where the change or its partner is,
    or names what was changed."""

    mutation: Mutation
    label: str
    new: tuple[Finding, ...]
    placed: bool

    @property
    def caught(self) -> bool:
        return self.label == "contradicted" and self.placed

    @property
    def missed(self) -> bool:
        return self.label == "contradicted" and not self.placed

    @property
    def false(self) -> bool:
        return self.label == "nothing" and bool(self.new)


def errors_of(check: Check, files: Mapping[str, str]) -> tuple[Finding, ...]:
    return tuple(finding for finding in check(files) if finding.severity == "error")


def outcomes(
    subject: Subject, seeds: Iterable[int], check: Check, *, with_records: bool, kind: str | None = None
) -> Iterator[Outcome]:
    """Each change, checked; the unchanged publication is checked once."""
    before = errors_of(check, subject.files)
    for seed in seeds:
        change = mutated(subject, seed, kind)
        yield judged(change, before, check, subject, with_records=with_records)


def judged(
    change: Mutation, before: tuple[Finding, ...], check: Check, subject: Subject, *, with_records: bool
) -> Outcome:
    after = errors_of(check, {**subject.files, change.file: change.text})
    known = Counter(map(_same, before))
    new = []
    for finding in after:
        if known[_same(finding)]:
            known[_same(finding)] -= 1
        else:
            new.append(finding)
    placed = any(_about(finding, change) for finding in new)
    return Outcome(change, change.label(with_records=with_records), tuple(new), placed)


def _same(finding: Finding) -> tuple[str, ...]:
    """What a finding is, whatever its line: an item that was dropped moves all that follow."""
    return (finding.kind, finding.where.file.rsplit("/", 1)[-1], finding.expected, finding.found)


def _about(finding: Finding, change: Mutation) -> bool:
    lines = {line for file, line in change.lines if file.rsplit("/", 1)[-1] == finding.where.file.rsplit("/", 1)[-1]}
    near = any(abs(finding.where.line - line) <= 2 for line in lines)
    parts = [part.strip() for part in change.after.split(" / ") if len(part.strip()) > 1]
    said = f"{finding.message} {finding.quote} {finding.found} {finding.expected}"
    return near or any(part in said for part in parts)


@dataclass
class Score:
    """How many changes of a kind were contradicted and caught, how many were right and blamed, how many not scored."""

    contradicted: int = 0
    caught: int = 0
    elsewhere: int = 0
    right: int = 0
    blamed: int = 0
    open: int = 0

    def add(self, outcome: Outcome) -> None:
        self.contradicted += outcome.label == "contradicted"
        self.caught += outcome.caught
        self.elsewhere += outcome.missed and bool(outcome.new)
        self.right += outcome.label == "nothing"
        self.blamed += outcome.false
        self.open += outcome.label == "open"

    @property
    def recall(self) -> float:
        return self.caught / self.contradicted if self.contradicted else 1.0


def scores(found: Iterable[Outcome]) -> dict[str, Score]:
    """By kind, and "all"."""
    made: dict[str, Score] = {}
    for outcome in found:
        for name in (outcome.mutation.kind, "all"):
            made.setdefault(name, Score()).add(outcome)
    return made
