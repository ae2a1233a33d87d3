"""Reads the files named on the command line a number of times in this process, and prints what memory that took."""

import json
import resource
import sys
from pathlib import Path

from areasend.reports.document import read_document

MIB = 1 << 20


def main(rounds: int, files: list[str]) -> None:
    contents = [Path(file).read_bytes() for file in files]
    first = 0.0
    for number in range(rounds):
        for data in contents:
            read_document(data, file="", sha256="")
        if number == 0:
            first = resident()
    print(json.dumps({"first": first, "last": resident(), "peak": peak()}))


def resident() -> float:
    """MiB of this process in memory now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / MIB


def peak() -> float:
    """The most MiB that it had. Linux hands the parent's peak on in getrusage, but not here."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
