"""`make bench`, last part: what a plan over five years costs for 153, 306 and 1,530 areas.

Every number is taken in a process of its own, in turn; the ratios are between medians of one run, and nothing is
asserted. The search is bounded by work and not by a clock: what it did not prove is told as a gap.
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
SIZES = (153, 306, 1530)


def main() -> int:
    options = parse()
    if options.alone:
        print(json.dumps(alone(options.alone)))
        return 0
    found: dict[int, dict[str, list[float]]] = {size: defaultdict(list) for size in options.areas}
    for _ in range(options.repeats):
        for size in options.areas:
            for name, value in in_a_process(size).items():
                found[size][name].append(value)
    results = {size: {name: median(values) for name, values in told.items()} for size, told in found.items()}
    print("\n".join(report_lines(results, options.areas)))
    if options.json:
        options.json.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    return 0


def in_a_process(size: int) -> dict[str, float]:
    program = [sys.executable, __file__, "--alone", str(size)]
    done = subprocess.run(program, capture_output=True, text=True, check=True)
    told: dict[str, float] = json.loads(done.stdout)
    return told


def alone(size: int) -> dict[str, float]:
    """Seconds of processor time to the problem and to the plan, what the plan is like, and MiB at the peak."""
    sys.path[:0] = [str(HERE.parent), str(HERE)]
    from tests.programmes.grown import grown

    from areasend.programme.planning import problem_of, solve
    from memory import peak

    case = grown(size)
    start = time.process_time()
    problem = problem_of(case.dues, case.programme, case.as_at)
    put = time.process_time()
    found = solve(problem)
    done = time.process_time()
    assert found is not None
    return {
        "problem": put - start,
        "plan": done - put,
        "inspections": len(problem.tasks),
        "left": len(found.left),
        "lateness": found.lateness,
        "gap": 1 - found.bound / found.lateness if found.lateness else 0.0,
        "work": found.work,
        "peak": peak(),
    }


def report_lines(results: dict[int, dict[str, float]], sizes: Sequence[int]) -> list[str]:
    lines = ["A plan over five years, processor time, in one run:"]
    for size in sizes:
        told = results[size]
        lines.append(
            f"  {size:>5,} areas, {told['inspections']:>5,.0f} inspections: put into weeks {told['problem']:.2f} s, "
            f"planned {told['plan']:.1f} s, gap {told['gap']:.1%}, left {told['left']:.0f}, peak {told['peak']:.0f} MiB"
        )
    first = results[sizes[0]]
    for size in sizes[1:]:
        told = results[size]
        lines.append(
            f"  {size / sizes[0]:.0f} times the areas: {told['problem'] / first['problem']:.1f} times the time for "
            f"weeks, {told['plan'] / first['plan']:.1f} for the plan, {told['peak'] / first['peak']:.1f} the memory"
        )
    return lines


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=1, help="repeats of each size (1)")
    parser.add_argument("--areas", type=int, nargs="+", default=SIZES, help="numbers of areas (153 306 1530)")
    parser.add_argument("--alone", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
