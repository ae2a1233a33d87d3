"""`areasend reports show`: one report as it was read, with the words behind every value, for a person to check."""

import argparse
import shutil
import sys
from pathlib import Path

from areasend import __version__
from areasend.cli.exits import DONE
from areasend.cli.progress import progress
from areasend.cli.reports_settling import add_settling_arguments, settling_of
from areasend.formats import json_bytes, write_through
from areasend.reports import DOCUMENT_READER, Limits, Reading, ReportsError, Task, read_all, reading_to_json
from areasend.reports.showing import (
    UNOFFICIAL,
    counted,
    draw_pages,
    is_reading_page,
    reading_page,
    reading_text,
    visible,
)

# Where the output is no terminal: the same lines wherever it is run.
_WIDTH = 100


def add_action(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    show = actions.add_parser("show", help="show what was read from one report, with its evidence", description=__doc__)
    show.add_argument("file", type=Path, metavar="FILE", help="a report as it was published, in PDF")
    add_settling_arguments(show)
    form = show.add_mutually_exclusive_group()
    form.add_argument("--format", choices=("text", "json"), default="text", help="what is printed (text)")
    form.add_argument(
        "--html", type=Path, metavar="OUT", help="write one HTML file instead: the pages, with the words outlined"
    )
    show.set_defaults(run=run_show)


def run_show(options: argparse.Namespace) -> int:
    task, settle = task_of(options.file), settling_of(options)
    if options.html is not None:
        may_write(options.html)
    progress("Reading the document")
    (found,) = settle(read_all([task], read=DOCUMENT_READER, jobs=1, limits=Limits()))
    if options.html is not None:
        progress("Drawing its pages")
        pictures = draw_pages(task, found.sha256, limits=Limits())
        write(options.html, reading_page(found, pictures, version=__version__))
    progress("")
    print(_said(found, options), end="")
    return DONE


def _said(found: Reading, options: argparse.Namespace) -> str:
    if options.html is not None:
        problems = counted(len(found.problems), "problem")
        return f"Wrote {visible(str(options.html))}, to be opened in a browser: {problems} to look at.\n"
    if options.format == "json":
        return json_bytes({"unofficial": UNOFFICIAL} | reading_to_json(found) | {"file": visible(found.file)}).decode()
    terminal = sys.stdout is not None and sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if terminal else _WIDTH
    return reading_text(found, width=width, bold=terminal)


def task_of(file: Path) -> Task:
    """The one file to be read. Raises `ReportsError`."""
    if file.is_dir():
        raise ReportsError(f"{file} is a folder. Name one report; `areasend reports read` reads folders.")
    if not file.exists():
        raise ReportsError(f"{file} is not there. Name a report, in PDF.")
    return Task(file=file.name, path=file)


def may_write(place: Path) -> None:
    """Raises `ReportsError` where something else stands than a page of a reading, which may be replaced."""
    if place.is_dir():
        raise ReportsError(f"{place} is a folder. Name a file to write, such as {place / 'reading.html'}.")
    if place.exists() and not is_reading_page(_beginning(place)):
        raise ReportsError(
            f"{place} is already there, and no page that `areasend reports show` wrote. Name a new file, or remove "
            "this one first."
        )


def write(place: Path, content: bytes) -> None:
    """Raises `ReportsError` where that is not possible."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        write_through(place, content)
    except OSError as error:
        raise ReportsError(
            f"{place} cannot be written: {error.strerror}. Name a file in a folder that you may write to."
        ) from error


def _beginning(place: Path) -> bytes:
    with place.open("rb") as file:
        return file.read(1000)
