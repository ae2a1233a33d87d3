"""`areasend themes agreement`: how far coders agree, per theme and kind and pooled, for findings and for areas."""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from areasend.cli.exits import DONE
from areasend.cli.progress import progress
from areasend.cli.themes_folder import opened
from areasend.formats import write_through
from areasend.register import load_folder, packaged_register
from areasend.themes import (
    CodedUnit,
    Level,
    ThemesError,
    coded_units,
    load_codebooks,
    packaged_codebooks,
    require_decided,
)

_EPILOG = """Kappa, alpha and AC1 are told as not estimable where they are, never as 1 or 0.
Intervals come from drawing whole areas again; the same seed gives the same table.
"""


def add_action(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = actions.add_parser(
        "agreement",
        help="measure how far coders agree",
        description=__doc__,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--records", type=Path, metavar="DIR", help="a folder of records (default: the packaged)")
    source.add_argument("--coding", type=Path, metavar="DIR", help="a coding folder, all of whose coders are locked")
    parser.add_argument(
        "--codebook", type=Path, metavar="DIR", help="the codebook of the records (default: the packaged)"
    )
    parser.add_argument("--level", choices=("findings", "areas", "all"), default="all", help="what is compared (all)")
    parser.add_argument(
        "--coder", action="append", default=[], metavar="NAME", help="only this coder; give it for each of them"
    )
    parser.add_argument("--seed", type=_whole, default=1, metavar="N", help="seed of the draws (1)")
    parser.add_argument("--resamples", type=_whole, default=2000, metavar="N", help="how often areas are drawn (2000)")
    parser.add_argument("--format", choices=("text", "csv", "json"), default="text", help="what is written (text)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write into a new file instead")
    parser.set_defaults(run=run_agreement)


@dataclass(frozen=True, kw_only=True)
class _Coded:
    """What was coded, wherever it comes from; `coders` says of each what made it."""

    source: str
    units: Sequence[CodedUnit]
    coders: Mapping[str, str]
    themes: Sequence[str]


def run_agreement(options: argparse.Namespace) -> int:
    # numpy is loaded for this command alone.
    from areasend.themes.agreement import agreement, agreement_csv, agreement_json, agreement_text

    if options.out is not None and options.out.exists():
        raise ThemesError(f"{options.out} is already there. Name a new file, or remove this one first.")
    coded = _of_records(options) if options.coding is None else _of_coding(options)
    progress("Drawing areas")
    rows = agreement(
        coded.units,
        coded.themes,
        coders=coded.coders,
        inspections=sorted({unit.inspection_id for unit in coded.units}),
        seed=options.seed,
        resamples=options.resamples,
        levels=tuple(Level) if options.level == "all" else (Level(options.level),),
    )
    progress("")
    if options.format == "csv":
        content = agreement_csv(rows)
    else:
        write = agreement_json if options.format == "json" else agreement_text
        content = write(rows, seed=options.seed, resamples=options.resamples, source=coded.source)
    if options.out is None:
        print(content.decode(), end="")
        return DONE
    write_through(options.out, content)
    print(f"Wrote {options.out}")
    return DONE


def _of_records(options: argparse.Namespace) -> _Coded:
    register = packaged_register() if options.records is None else load_folder(options.records)
    named = options.codebook
    history = packaged_codebooks() if named is None else load_codebooks(named, place=str(named))
    coders = {str(coder.coder): coder.made_by.value for coder in register.coders}
    place = "the packaged records" if options.records is None else str(options.records)
    require_decided(register.codings, (), history)
    return _Coded(
        source=place,
        units=coded_units(register.codings, register.adjudications, history),
        coders=_chosen(coders, options.coder, place),
        themes=history.latest.keys,
    )


def _of_coding(options: argparse.Namespace) -> _Coded:
    if options.codebook is not None:
        raise ThemesError("A coding folder has its codebook in it. Leave out --codebook.")
    folder = opened(options.coding)
    coders = {coder.key: coder.made_by.value for coder in folder.coders}
    return _Coded(
        source=str(options.coding),
        units=folder.coded_units(),
        coders=_chosen(coders, options.coder, str(options.coding)),
        themes=folder.history.latest.keys,
    )


def _chosen(coders: Mapping[str, str], names: Sequence[str], place: str) -> dict[str, str]:
    """The coders that were named, or all. Raises `ThemesError` for one that is not there, and where there is none."""
    unknown = [name for name in names if name not in coders]
    if unknown or not coders:
        known = f"its coders are {', '.join(coders)}" if coders else "nobody has coded there"
        what = f"{unknown[0]} is no coder of {place}" if unknown else f"There are no codings in {place}"
        raise ThemesError(f"{what}: {known}.")
    return {name: maker for name, maker in coders.items() if not names or name in names}


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number")
    return int(text)
