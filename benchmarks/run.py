"""`make bench`: what a cold `release build` costs, how that grows, the ratio to an analyst's way, and what pages weigh.

Every figure is the median of repeats taken in turn in this run; nothing is compared with another run or machine, and
no time is asserted. Exits 1 if something fails to run or if the two ways do not give the same values.
"""

import argparse
import compileall
import json
import os
import shutil
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from compare import differences
from growth import RECORDS, grow
from measure import Cost, RunFailed, cost_of
from report import report_lines, summary
from weights import weight_lines, weights

HERE = Path(__file__).resolve().parent
SOURCE = HERE.parent / "src" / "areasend"
AS_AT = "2024-12-31"
TIMES = 10
SHOWN = 20


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to make the release from one set of records. It writes into a folder that does not exist yet."""

    way: str
    records: Path
    grown: bool

    @property
    def name(self) -> str:
        return f"{self.way} {TIMES if self.grown else 1}x"

    def command(self, out: Path) -> list[str]:
        target = ["--as-at", AS_AT, "--out", str(out)]
        own = ["--records", str(self.records)]
        if self.way == "areasend":
            return [sys.executable, "-m", "areasend", "release", "build", *target, *(own if self.grown else [])]
        calendar = SOURCE / "framework" / "data" / "calendar.toml"
        return [sys.executable, "-m", "analyst", *target, *own, "--calendar", str(calendar)]


def main() -> int:
    options = parse()
    with tempfile.TemporaryDirectory(prefix="areasend-bench-") as name:
        try:
            return bench(options, Path(name))
        except RunFailed as failed:
            print(f"bench: {failed}", file=sys.stderr)
            return 1


def bench(options: argparse.Namespace, folder: Path) -> int:
    grow(RECORDS, folder / "grown", TIMES)
    sets = ((RECORDS, False), (folder / "grown", True))
    variants = [Variant(way, records, grown) for records, grown in sets for way in ("areasend", "analyst")]
    compile_all()
    found = differing_values(variants, folder)
    if found:
        more = [f"and {len(found) - SHOWN} more"] if len(found) > SHOWN else []
        print("\n".join(["bench: the two ways do not give the same values:", *found[:SHOWN], *more]), file=sys.stderr)
        return 1
    costs = measured(variants, folder, options.repeats)
    few, many = (len((records / "inspections.csv").read_text(encoding="utf-8").splitlines()) - 1 for records, _ in sets)
    results = summary(costs, rows=(few, many), times=TIMES)
    pages = weights(output(variants[0], folder))
    print("\n".join([*report_lines(results), "", *weight_lines(pages)]))
    if options.json:
        results["pages"] = [asdict(page) for page in pages]
        options.json.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    return 0


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=positive, default=5, metavar="N", help="timed runs of each variant (5)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    return parser.parse_args()


def positive(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of repeats; use 1 or more")
    return int(text)


def environment() -> dict[str, str]:
    """Ours, with bytecode allowed; this tree and the analyst's package are found; nothing depends on hash seeds."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPATH": os.pathsep.join((str(SOURCE.parent), str(HERE))), "PYTHONHASHSEED": "0"}


def compile_all() -> None:
    """Bytecode of both ways; that of third-party packages is made when they are installed."""
    for folder in (SOURCE, HERE / "analyst"):
        compileall.compile_dir(folder, quiet=1)


def differing_values(variants: list[Variant], folder: Path) -> list[str]:
    """Runs every variant once, untimed, which also warms the disk; what the two ways say differently at either size."""
    found: list[str] = []
    made: dict[bool, Path] = {}
    for variant in variants:
        progress(f"comparing values: {variant.name}")
        out = output(variant, folder)
        cost_of(variant.command(out), environment(), folder)
        if variant.grown in made:
            found += differences(made[variant.grown] / "data", out / "data")
        made[variant.grown] = out
    return found


def output(variant: Variant, folder: Path) -> Path:
    """Where its untimed run goes; it stays there until the end."""
    return folder / variant.name.replace(" ", "-")


def measured(variants: list[Variant], folder: Path, repeats: int) -> dict[str, list[Cost]]:
    """The cost of each variant, one after the other in every round, so that a busy minute strikes all of them."""
    costs: dict[str, list[Cost]] = {variant.name: [] for variant in variants}
    for number in range(repeats):
        for variant in variants:
            progress(f"round {number + 1} of {repeats}: {variant.name}")
            out = folder / "out"
            costs[variant.name].append(cost_of(variant.command(out), environment(), folder))
            shutil.rmtree(out)
    progress("")
    return costs


def progress(step: str) -> None:
    """The step under way, on a terminal only; an empty step clears the line."""
    if sys.stderr.isatty():
        print(f"\r\033[K{step}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
