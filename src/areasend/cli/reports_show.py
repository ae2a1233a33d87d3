"""`areasend reports show`: one report as it was read, with the words behind every value, for a person to check."""

import argparse
import shutil
import sys
from pathlib import Path

from areasend import __version__
from areasend.cli.exits import DONE
from areasend.cli.progress import progress
from areasend.formats import json_bytes, sha256_hex, write_through
from areasend.framework import packaged_framework
from areasend.register import packaged_register
from areasend.reports import Reading, ReportsError, reading_to_json
from areasend.reports.document import read_document
from areasend.reports.pdf.rendering import render_pages
from areasend.reports.settling import settled
from areasend.reports.showing import UNOFFICIAL, is_reading_page, reading_page, reading_text

# Where the output is no terminal: the same lines on every machine.
_WIDTH = 100


def add_action(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    show = actions.add_parser("show", help="show what was read from one report, with its evidence", description=__doc__)
    show.add_argument("file", type=Path, metavar="FILE", help="a report as it was published, a PDF file")
    form = show.add_mutually_exclusive_group()
    form.add_argument("--format", choices=("text", "json"), default="text")
    form.add_argument(
        "--html",
        type=Path,
        metavar="OUT",
        help="write a page with the document's pages and the words outlined, instead",
    )
    show.set_defaults(run=run_show)


def run_show(options: argparse.Namespace) -> int:
    if options.html is not None:
        refuse_unless_ours(options.html)
    progress(f"Reading {options.file}")
    content = report_content(options.file)
    found = _reading(content, str(options.file))
    if options.html is not None:
        write_page(options.html, found, content)
    progress("")
    if options.html is not None:
        print(f"{options.html}: open it in a browser. {problems_line(found)}")
    elif options.format == "json":
        sys.stdout.write(json_bytes({"unofficial": UNOFFICIAL} | reading_to_json(found)).decode())
    else:
        terminal = sys.stdout.isatty()
        width = shutil.get_terminal_size().columns if terminal else _WIDTH
        sys.stdout.write(reading_text(found, width=width, bold=terminal))
    return DONE
