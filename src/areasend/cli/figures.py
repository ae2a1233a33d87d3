"""`areasend figures`: list figures, or show what each counts and the inspections behind it."""

import argparse
import sys

from areasend.cli.arguments import add_snapshot_arguments, chosen_population
from areasend.cli.exits import DONE
from areasend.cli.standing import standing_head, standing_line
from areasend.formats import json_bytes
from areasend.publication import figure_json
from areasend.register import cell_text
from areasend.statistics import EVERY_TABLE, Figure, Kind, Population, build_tables, find_figure


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("figures", help="list figures or show the inspections behind one", description=__doc__)
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="list every figure with its value")
    add_snapshot_arguments(listing)
    listing.set_defaults(run=run_list)
    show = actions.add_parser("show", help="show value, numerator, denominator and the inspections counted")
    show.add_argument("figures", nargs="+", metavar="ID", help="figure ids, such as outcomes-by-region.london.total")
    add_snapshot_arguments(show)
    show.add_argument("--format", choices=("text", "json"), default="text")
    show.set_defaults(run=run_show)


def run_list(options: argparse.Namespace) -> int:
    for table in build_tables(chosen_population(options), EVERY_TABLE):
        for figure in table.figures():
            print(f"{figure.id}\t{figure.text}")
    return DONE


def run_show(options: argparse.Namespace) -> int:
    population = chosen_population(options)
    found = [find_figure(population, wanted)[0] for wanted in options.figures]
    if options.format == "json":
        shown = standing_head(population) | {"figures": [figure_json(figure) for figure in found]}
        sys.stdout.write(json_bytes(shown).decode())
        return DONE
    print("\n\n".join(as_text(figure, population) for figure in found))
    print(f"\n{standing_line(population)}")
    return DONE


def as_text(figure: Figure, population: Population) -> str:
    """A figure for a terminal, with a line for each record it counts."""
    lines = [
        figure.id,
        figure.label,
        f"value        {figure.text}{'%' if figure.unit == 'per cent' else f' {figure.unit}'}",
        f"numerator    {'-' if figure.numerator is None else figure.numerator}",
        f"denominator  {'-' if figure.denominator is None else figure.denominator}",
    ]
    if figure.needs_caution:
        lines.append("caution      the base is small")
    lines.append("quoted from  " if figure.kind is Kind.QUOTED else "counted")
    named = _names(population)
    lines += [f"  {named.get(record, record)}" for record in figure.records]
    return "\n".join(lines)


def _names(population: Population) -> dict[str, str]:
    names = {str(area.gss_code): f"{area.gss_code}  {area.name}" for area in population.snapshot.local_areas}
    for entry in population.snapshot.inspections:
        span = f"{cell_text(entry.inspection_start) or 'no date'} to {cell_text(entry.inspection_end) or 'no date'}"
        outcome = entry.outcome or "outcome not recorded"
        names[entry.inspection_id] = f"{entry.inspection_id}  {entry.local_area}  {span}  {outcome}"
    return names
