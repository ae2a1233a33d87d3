"""`make bench`, third part: what suggesting themes costs for 20,000 statements beside ten times fewer.

The statements are put together from our own words. Every number is taken in a process of its own, in turn; the ratios
are between medians of one run, and nothing is asserted.
"""

import argparse
import json
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
MANY, FEWER, CODED = 20_000, 10, 200


def main() -> int:
    options = parse()
    if options.alone:
        print(json.dumps(alone(options.alone, options.coded)))
        return 0
    sizes = (options.statements // FEWER, options.statements)
    found: dict[int, dict[str, list[float]]] = {size: defaultdict(list) for size in sizes}
    for _ in range(options.repeats):
        for size in sizes:
            for name, value in in_a_process(size, options.coded).items():
                found[size][name].append(value)
    results = {size: {name: median(values) for name, values in told.items()} for size, told in found.items()}
    print("\n".join(report_lines(results, sizes, options.coded)))
    if options.json:
        options.json.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    return 0


def in_a_process(size: int, coded: int) -> dict[str, float]:
    program = [sys.executable, __file__, "--alone", str(size), "--coded", str(coded)]
    done = subprocess.run(program, capture_output=True, text=True, check=True)
    told: dict[str, float] = json.loads(done.stdout)
    return told


def alone(size: int, coded: int) -> dict[str, float]:
    """Seconds for learning and for suggesting, and MiB that suggesting adds at its peak to what stood before it."""
    sys.path[:0] = [str(HERE.parent), str(HERE)]
    from tests.written_statements import written

    from areasend.themes import packaged_codebooks
    from areasend.themes.suggesting import fit, suggest, training_from
    from memory import peak, resident

    made, units = zip(*written(1, coded, areas=40), strict=True)
    start = time.perf_counter()
    model = fit(training_from(made, units, packaged_codebooks().latest), seed=0)
    learnt = time.perf_counter()
    asked = [statement for statement, _ in written(2, size, areas=153)]
    before, begun = resident(), time.perf_counter()
    given = sum(len(found) for _, found in suggest(model, asked))
    done = time.perf_counter()
    return {
        "learning": learnt - start,
        "suggesting": done - begun,
        "added": max(0.0, peak() - before),
        "peak": peak(),
        "given": given,
    }


def report_lines(results: dict[int, dict[str, float]], sizes: Sequence[int], coded: int) -> list[str]:
    few, many = (results[size] for size in sizes)
    lines = [f"Suggesting themes, learnt from {coded} coded statements in {many['learning']:.2f} s, in one run:"]
    for size, told in zip(sizes, (few, many), strict=True):
        lines.append(
            f"  {size:>7,} statements {told['suggesting']:7.2f} s {size / told['suggesting']:8.0f} a second, "
            f"peak {told['peak']:.0f} MiB, of that {told['added']:.0f} MiB for suggesting"
        )
    ratio = few["suggesting"] / sizes[0] / (many["suggesting"] / sizes[1])
    lines.append(
        f"  {FEWER} times the statements: time for each {1 / ratio:.2f}, memory {many['peak'] / few['peak']:.2f}"
    )
    return lines


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=3, help="repeats of each size (3)")
    parser.add_argument("--statements", type=int, default=MANY, help=f"the greater number ({MANY})")
    parser.add_argument("--coded", type=int, default=CODED, help=f"coded statements to learn from ({CODED})")
    parser.add_argument("--alone", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
