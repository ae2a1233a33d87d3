"""`areasend tables`: list the catalogue, or show one table as text, CSV or JSON."""

import argparse
import sys
from collections.abc import Sequence

from areasend.cli.arguments import add_snapshot_arguments, chosen_population
from areasend.cli.exits import DONE
from areasend.cli.standing import standing_head, standing_line
from areasend.formats import csv_text, json_bytes
from areasend.publication import table_json
from areasend.statistics import EVERY_TABLE, Table, build_table


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("tables", help="list tables or show one", description=__doc__)
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="list every table of the catalogue")
    listing.set_defaults(run=run_list)
    show = actions.add_parser("show", help="show one table")
    show.add_argument("table", metavar="ID", help="a table's id, as `tables list` has it")
    add_snapshot_arguments(show)
    show.add_argument("--format", choices=("text", "csv", "json"), default="text")
    show.set_defaults(run=run_show)


def run_list(_: argparse.Namespace) -> int:
    width = max(len(entry.id) for entry in EVERY_TABLE)
    for entry in EVERY_TABLE:
        print(f"{entry.id:<{width}}  {entry.subject}")
    return DONE


def run_show(options: argparse.Namespace) -> int:
    population = chosen_population(options)
    table = build_table(population, options.table)
    if options.format == "csv":
        sys.stdout.write(csv_text(table.heading, table.text_rows()))
    elif options.format == "json":
        sys.stdout.write(json_bytes(standing_head(population) | table_json(table)).decode())
    else:
        print(as_text(table))
        print(standing_line(population))
    return DONE


def as_text(table: Table) -> str:
    """A table for a terminal: columns aligned, numbers to the right, notes below."""
    rows = [tuple(column.title for column in table.columns), *table.text_rows()]
    widths = [max(len(row[place]) for row in rows) for place in range(len(table.columns))]
    lines = [table.title, "", _aligned(table, rows[0], widths), "  ".join("-" * width for width in widths)]
    lines += [_aligned(table, row, widths) for row in rows[1:]]
    lines += ["", *table.notes] if table.notes else []
    return "\n".join(lines)


def _aligned(table: Table, row: Sequence[str], widths: Sequence[int]) -> str:
    cells = (
        f"{cell:>{width}}" if column.kind.value in ("count", "number") else f"{cell:<{width}}"
        for cell, width, column in zip(row, widths, table.columns, strict=True)
    )
    return "  ".join(cells).rstrip()
