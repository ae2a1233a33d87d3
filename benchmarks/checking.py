"""`make bench`, fourth part: what `areasend check` finds of 500 changes of each publication, and what it blames.

Recall is of the changes that something contradicts; a false alarm is a new error for a change that nothing
contradicts, or an error on a publication that is right. Then the cost of 10,000 numbers beside 1,000, and how hostile
files end. Publications in `../shared` are left out where that folder is not there. Nothing is asserted.
"""

import argparse
import contextlib
import io
import json
import multiprocessing
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from tests.publications_mutated.checks import checked, checking  # noqa: E402
from tests.publications_mutated.first_two_years import first_two_years  # noqa: E402
from tests.publications_mutated.main_findings import main_findings  # noqa: E402
from tests.publications_mutated.model import Subject  # noqa: E402
from tests.publications_mutated.releases import released  # noqa: E402
from tests.publications_mutated.scoring import Outcome, Score, outcomes, scores  # noqa: E402
from tests.publications_mutated.sizes import hostile_files, numbers_page  # noqa: E402
from tests.publications_mutated.written import written  # noqa: E402

from areasend.check import CheckError  # noqa: E402
from areasend.check.numbers import read_publication  # noqa: E402
from areasend.check.numbers.results.model import Finding  # noqa: E402
from areasend.cli import main as areasend  # noqa: E402

SHARED = HERE.parents[1] / "shared" / "publications"
SAMPLES = HERE.parent / "tests" / "samples" / "publications"
AS_AT = "2024-12-31"
PUBLISHED = {"main-findings-2024.txt": main_findings, "first-two-years.txt": first_two_years}
PARTS = 8


@dataclass(frozen=True, slots=True)
class Task:
    """The changes of one subject that one process checks."""

    subject: int
    seeds: range
    as_at: str | None


SUBJECTS: list[Subject] = []


def main() -> int:
    options = parse()
    results: dict[str, object] = {}
    with tempfile.TemporaryDirectory(prefix="areasend-bench-") as name:
        SUBJECTS.extend(subjects(Path(name)))
        SUBJECTS.extend(written(number) for number in range((options.changes + 11) // 12))
        for title, tasks in plans(options.changes):
            found = noted(title, done(tasks), options.misses)
            told = scores(found)
            print("\n".join([title, *table(told), ""]), flush=True)
            results[title] = {kind: asdict(score) for kind, score in told.items()}
        print("\n".join(right_lines(options.changes)))
        print("\n".join(cost_lines(options.repeats)))
        print("\n".join(hostile_lines(Path(name))))
    if options.json:
        options.json.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    return 0


def subjects(folder: Path) -> Iterator[Subject]:
    """The publications that are there, and two releases, built now."""
    for name, annotated in PUBLISHED.items():
        if (SHARED / name).is_file():
            yield annotated((SHARED / name).read_text(encoding="utf-8"))
    for kind in ("statistics", "findings"):
        out = folder / kind
        more = ["--kind", "findings"] if kind == "findings" else []
        with contextlib.redirect_stdout(io.StringIO()):
            built = areasend(["release", "build", "--as-at", AS_AT, "--out", str(out), *more])
        if built != 0:
            raise SystemExit(f"bench: the {kind} release was not built")
        yield released(f"our {kind} release", out, AS_AT)


def plans(changes: int) -> Iterator[tuple[str, list[Task]]]:
    """What is checked together: each publication without and with records, and all written releases, without."""
    others = []
    for number, subject in enumerate(SUBJECTS):
        if subject.truth is None:
            others.append(Task(number, range(12), None))
            continue
        for as_at in (None, AS_AT):
            tasks = [Task(number, range(first, changes, PARTS), as_at) for first in range(PARTS)]
            yield f"{subject.name}, {'with' if as_at else 'without'} records", tasks
    yield "written releases of other fields", others


def done(tasks: Sequence[Task]) -> Iterator[Outcome]:
    """On every core; the subjects come with the fork."""
    with multiprocessing.get_context("fork").Pool(os.cpu_count()) as pool:
        for found in pool.imap(outcomes_of, tasks):
            yield from found


def outcomes_of(task: Task) -> list[Outcome]:
    """A check that fails altogether is told on the error stream and finds nothing."""
    subject, check = SUBJECTS[task.subject], checking(task.as_at)

    def guarded(files: Mapping[str, str]) -> Iterable[Finding]:
        try:
            return check(files)
        except Exception:
            print(f"bench: the check of {subject.name} failed\n{traceback.format_exc()}", file=sys.stderr)
            return ()

    return list(outcomes(subject, task.seeds, guarded, with_records=task.as_at is not None))


def noted(name: str, found: Iterator[Outcome], misses: Path | None) -> Iterator[Outcome]:
    """Each outcome; what was missed or blamed goes into a file, to be looked into."""
    for outcome in found:
        if misses and (outcome.missed or outcome.false):
            with misses.open("a", encoding="utf-8") as file:
                file.write("\n".join(described(name, outcome)) + "\n")
        yield outcome


def described(name: str, outcome: Outcome) -> Iterator[str]:
    change = outcome.mutation
    yield f"{'MISSED' if outcome.missed else 'BLAMED'} {name} [{change.kind}] {change.file}, line {change.line}"
    yield f"  {change.before!r} -> {change.after!r}"
    yield f"  contradicted by {', '.join((*change.contradicted_by, *change.records)) or 'nothing'}"
    for finding in outcome.new[:4]:
        yield f"  new: {finding.kind} {finding.where}: {finding.message}"


def table(found: dict[str, Score]) -> Iterator[str]:
    yield "  kind         contradicted  caught  recall  elsewhere  right  blamed  open"
    for kind, score in sorted(found.items(), key=lambda entry: (entry[0] == "all", entry[0])):
        recall = f"{score.recall:.0%}" if score.contradicted else "-"
        yield (
            f"  {kind:<12}{score.contradicted:>13}{score.caught:>8}{recall:>8}{score.elsewhere:>11}"
            f"{score.right:>7}{score.blamed:>8}{score.open:>6}"
        )


def right_lines(changes: int) -> Iterator[str]:
    """Errors on publications that are right: there should be none."""
    texts = {path.name: {path.name: path.read_text(encoding="utf-8")} for path in sorted(SAMPLES.iterdir())}
    texts |= {f"written {number}": dict(written(number).files) for number in range(changes // 5)}
    blamed = {name: errors for name, files in texts.items() if (errors := checked(files).errors)}
    yield f"Right publications: {len(texts)} checked, {len(blamed)} with errors"
    for name, errors in blamed.items():
        yield f"  {name}: {errors[0].kind}: {errors[0].message}"


def cost_lines(repeats: int) -> Iterator[str]:
    yield "Cost of a page of numbers, in one process, taken in turn:"
    for form in ("prose", "table", "html"):
        pages = {count: numbers_page(count, form) for count in (1_000, 10_000)}
        seconds: dict[int, list[float]] = {count: [] for count in pages}
        for _ in range(repeats):
            for count, files in pages.items():
                seconds[count].append(timed(lambda files=files: checked(files)))
        few, many = (median(times) for times in seconds.values())
        ratio = median(b / a for a, b in zip(*seconds.values(), strict=True))
        yield f"  {form:<6} 1,000: {few:6.2f} s   10,000: {many:6.2f} s   ratio {ratio:5.1f} (aim: 10 at most)"


def hostile_lines(folder: Path) -> Iterator[str]:
    yield "Hostile files:"
    for name, path in hostile_files(folder / "hostile"):
        start = time.perf_counter()
        try:
            read_publication([path])
            end = "read"
        except CheckError as refused:
            end = str(refused).split("\n")[0]
        yield f"  {name:<22}{time.perf_counter() - start:7.2f} s  {end[:80]}"


def timed(way: Callable[[], object]) -> float:
    start = time.perf_counter()
    way()
    return time.perf_counter() - start


def parse(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--changes", type=int, default=500, help="changes of each publication (500)")
    parser.add_argument("--repeats", type=int, default=3, help="timed runs of each page (3)")
    parser.add_argument("--misses", type=Path, help="write what was missed or blamed to this file")
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
