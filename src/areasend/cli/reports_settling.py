"""What readings are settled by on the command line: the records with the local areas, dates, and corrections."""

import argparse
from collections.abc import Callable, Iterable
from pathlib import Path

from areasend.framework import packaged_framework
from areasend.register import load_folder, packaged_register
from areasend.reports import (
    Corrections,
    PublicationDates,
    Reading,
    ReportsError,
    corrected,
    read_corrections,
    read_dates,
    settled,
)

Settle = Callable[[Iterable[Reading]], tuple[Reading, ...]]


def add_settling_arguments(parser: argparse.ArgumentParser) -> None:
    """`--dates`, `--corrections` and `--records`."""
    parser.add_argument("--dates", type=Path, metavar="FILE", help="CSV of publication dates, by file, address or area")
    parser.add_argument("--corrections", type=Path, metavar="FILE", help="CSV of a person's corrections")
    parser.add_argument("--records", type=Path, metavar="DIR", help="records with the local areas (default: packaged)")


def settling_of(options: argparse.Namespace) -> Settle:
    """How the arguments have readings settled; their files are read at once, before any report is."""
    register = load_folder(options.records) if options.records else packaged_register()
    dates = (
        read_dates(content_of(options.dates), str(options.dates), register=register)
        if options.dates
        else PublicationDates()
    )
    corrections = (
        read_corrections(content_of(options.corrections), str(options.corrections))
        if options.corrections
        else Corrections()
    )

    def settle(readings: Iterable[Reading]) -> tuple[Reading, ...]:
        return settled(
            readings,
            register=register,
            framework=packaged_framework(),
            with_dates=dates.dated,
            corrected=lambda reading: corrected(reading, corrections, register=register),
        )

    return settle


def content_of(path: Path) -> bytes:
    """The bytes of a table that the user names. Raises `ReportsError`."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReportsError(f"{path} cannot be read: {error.strerror}. Name a CSV file.") from error
