"""`make bench`: what a cold `release build` costs, how that grows, and the ratio to an analyst's way of today.

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
from dataclasses import dataclass
from pathlib import Path

from compare import differences
from growth import RECORDS, grow
from measure import Cost, RunFailed, cost_of
from report import report_lines, summary

HERE = Path(__file__).resolve().parent
SOURCE = HERE.parent / "src" / "areasend"
AS_AT = "2024-12-31"
TIMES = 10
SHOWN = 20


@dataclass(frozen=True, kw_only=True, slots=True)
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
        folder = Path(name)
        grow(RECORDS, folder / "grown", TIMES)
        variants = [
            Variant(way=way, records=records, grown=grown)
            for records, grown in ((RECORDS, False), (folder / "grown", True))
            for way in ("areasend", "analyst")
        ]
        compile_all()
        try:
            found = same_values(variants, folder)
            costs = {} if found else measured(variants, folder, options.repeats)
        except RunFailed as failed:
            print(f"bench: {failed}", file=sys.stderr)
            return 1
        rows = [
            len((records / "inspections.csv").read_text().splitlines()) - 1 for records in (RECORDS, folder / "grown")
        ]
    if found:
        more = [f"… and {len(found) - SHOWN} more"] if len(found) > SHOWN else []
        print("\n".join(["bench: the two ways do not give the same values:", *found[:SHOWN], *more]), file=sys.stderr)
        return 1
    results = summary(costs, rows=(rows[0], rows[1]), times=TIMES)
    print("\n".join(report_lines(results)))
    if options.json:
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
    """Ours, with bytecode allowed; the analyst's package is found, and nothing depends on the seed of hashes."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPATH": str(HERE), "PYTHONHASHSEED": "0"}


def compile_all() -> None:
    """Bytecode of both ways; that of third-party packages is made when they are installed."""
    for folder in (SOURCE, HERE / "analyst"):
        compileall.compile_dir(folder, quiet=1)


def same_values(variants: list[Variant], folder: Path) -> list[str]:
    """Runs every variant once, untimed, which also warms the disk; what the two ways say differently."""
    found = []
    made: dict[bool, Path] = {}
    for variant in variants:
        out = folder / variant.name.replace(" ", "-")
        cost_of(variant.command(out), environment(), folder)
        if variant.grown in made:
            found += differences(made[variant.grown] / "data", out / "data")
        made[variant.grown] = out
    return found


def measured(variants: list[Variant], folder: Path, repeats: int) -> dict[str, list[Cost]]:
    """The cost of each variant, one after the other in every round, so that a busy minute strikes all of them."""
    costs: dict[str, list[Cost]] = {variant.name: [] for variant in variants}
    for number in range(repeats):
        for variant in variants:
            if sys.stderr.isatty():
                print(f"\r\033[Kround {number + 1} of {repeats}: {variant.name}", end="", file=sys.stderr, flush=True)
            out = folder / "out"
            costs[variant.name].append(cost_of(variant.command(out), environment(), folder))
            shutil.rmtree(out)
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    return costs


if __name__ == "__main__":
    sys.exit(main())
