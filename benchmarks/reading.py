"""`make bench`, second part: what reading reports costs beside taking their text alone, and whether memory stays flat.

Reads the reports in `../shared/reports`, or where that folder is not there, reports that the tests write. Every ratio
is between costs of one run, taken in turn; nothing is asserted.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import pypdfium2

from areasend.reports.workers import Limits, Task, read_all

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared" / "reports"
READER = "areasend.reports.document:read_document"
WRITTEN = 37
MEMORY_ROUNDS = 50


def main() -> int:
    options = parse()
    with tempfile.TemporaryDirectory(prefix="areasend-bench-") as name:
        files = sorted(SHARED.glob("*.pdf")) or written_reports(Path(name))
        results = measured(files, options.repeats, options.copies)
        results |= {"memory": memory_of(files, options.rounds)}
    print("\n".join(report_lines(results)))
    if options.json:
        options.json.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    return 0


def measured(files: Sequence[Path], repeats: int, copies: int) -> dict[str, object]:
    """Seconds a way, each the median of repeats taken in turn; `copies` times over the files, so that starting a
    worker does not weigh more than it would for the reports of all areas."""
    many = [path for _ in range(copies) for path in files]
    pages = sum(page_count(path) for path in many)
    ways: dict[str, Callable[[], object]] = {
        "text by pypdfium2": lambda: [text_by_pypdfium2(path) for path in many],
        "reading, 1 worker": lambda: reading(many, jobs=1),
        "reading, 2 workers": lambda: reading(many, jobs=2),
    }
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(repeats):
        for name, way in ways.items():
            seconds[name].append(timed(way))
    found = {name: median(times) for name, times in seconds.items()}
    # The slow ways take the files once: their ratio is to one part of the text's time.
    for name, slow in (("text by pypdf", text_by_pypdf), ("text by pdfplumber", text_by_pdfplumber)):
        found[name] = timed(lambda slow=slow: [slow(path) for path in files]) * copies
    ratios = {
        "reading with 1 worker to text by pypdfium2": median(
            text / read for text, read in zip(seconds["text by pypdfium2"], seconds["reading, 1 worker"], strict=True)
        ),
        "2 workers to 1": median(
            one / two for one, two in zip(seconds["reading, 1 worker"], seconds["reading, 2 workers"], strict=True)
        ),
        "reading with 1 worker to text by pypdf": found["text by pypdf"] / found["reading, 1 worker"],
        "reading with 1 worker to text by pdfplumber": found["text by pdfplumber"] / found["reading, 1 worker"],
    }
    return {"files": len(many), "pages": pages, "seconds": found, "ratios": ratios}


def reading(files: Sequence[Path], *, jobs: int) -> None:
    tasks = [Task(file=f"{number}-{path.name}", path=path) for number, path in enumerate(files)]
    read_all(tasks, read=READER, jobs=jobs, limits=Limits())


def text_by_pypdfium2(path: Path) -> int:
    document = pypdfium2.PdfDocument(path)
    length = 0
    for page in document:
        text = page.get_textpage()
        length += len(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return length


def text_by_pypdf(path: Path) -> int:
    import pypdf

    return sum(len(page.extract_text()) for page in pypdf.PdfReader(path).pages)


def text_by_pdfplumber(path: Path) -> int:
    import pdfplumber

    with pdfplumber.open(path) as document:
        return sum(len(page.extract_text()) for page in document.pages)


def memory_of(files: Sequence[Path], rounds: int) -> dict[str, float]:
    """Resident memory in MiB of one process after its first round over the files and after the last, and its peak."""
    program = str(HERE / "memory.py")
    done = subprocess.run(
        [sys.executable, program, str(rounds), *map(str, files)], capture_output=True, text=True, check=True
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found | {"rounds": rounds, "files": len(files)}


def written_reports(folder: Path) -> list[Path]:
    """Reports of random content in the structure of published ones."""
    sys.path.insert(0, str(HERE.parent))
    from tests.reports_written.written import written_report

    paths = []
    for seed in range(WRITTEN):
        path = folder / f"written-{seed:02}.pdf"
        path.write_bytes(written_report(seed).data)
        paths.append(path)
    return paths


def page_count(path: Path) -> int:
    document = pypdfium2.PdfDocument(path)
    count = len(document)
    document.close()
    return count


def timed(way: Callable[[], object]) -> float:
    start = time.perf_counter()
    way()
    return time.perf_counter() - start


def report_lines(results: dict) -> list[str]:
    lines = [f"Reading {results['files']} reports of {results['pages']} pages, in one run:"]
    for name, seconds in results["seconds"].items():
        lines.append(f"  {name:<22}{seconds:8.2f} s {results['pages'] / seconds:8.0f} pages a second")
    lines += [f"  {name:<46}{ratio:6.2f}" for name, ratio in results["ratios"].items()]
    memory = results["memory"]
    lines.append(
        f"  one process over {memory['files']} files, {memory['rounds']} times: {memory['first']:.0f} MiB after the "
        f"first round, {memory['last']:.0f} MiB after the last, peak {memory['peak']:.0f} MiB"
    )
    return lines


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=5, help="repeats of each quick way (5)")
    parser.add_argument("--copies", type=int, default=4, help="times that the files are read in a repeat (4)")
    parser.add_argument("--rounds", type=int, default=MEMORY_ROUNDS, help="rounds over the files for memory (50)")
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
