"""`areasend programme forecast`: how many inspections are to come each term, with intervals, and whether all areas fit.

Outcomes of coming inspections are drawn, what follows them joins the queue, and the capacity of the programme is
applied. The same seed gives the same numbers. No area is named.
"""

import argparse
import sys
from datetime import date
from pathlib import Path

from areasend import __version__
from areasend.cli.arguments import add_snapshot_arguments, chosen_snapshot, iso_date
from areasend.cli.exits import DONE
from areasend.cli.programme_planning import add_programme_argument, programme_in, require_planning
from areasend.cli.progress import progress
from areasend.formats import new_folder, write_files
from areasend.framework import Framework, packaged_framework
from areasend.programme import Programme, default_programme, with_begun
from areasend.snapshot import Snapshot


def add_action(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = actions.add_parser(
        "forecast", help="how many inspections are to come, with intervals", description=__doc__
    )
    add_snapshot_arguments(parser)
    add_programme_argument(parser)
    parser.add_argument("--draws", type=_whole, default=1000, metavar="N", help="how often to draw (1000)")
    parser.add_argument("--seed", type=_whole, default=1, metavar="S", help="the same seed, the same numbers (1)")
    parser.add_argument(
        "--until",
        type=iso_date,
        metavar="DATE",
        help="the last day to forecast (the programme’s last day; without a programme the latest end of the cycle)",
    )
    parser.add_argument(
        "--by",
        type=iso_date,
        action="append",
        default=[],
        metavar="DATE",
        help="a day by which every area is to have its first inspection; again for another (the ends of the cycle, or "
        "the last day of the forecast if that comes before)",
    )
    parser.add_argument("--no-pooling", action="store_true", help="let each region stand for itself")
    parser.add_argument("--out", type=Path, metavar="DIR", help="the folder to make (without it, the text is printed)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    require_planning()
    # Loaded here: the other commands need none of it.
    from areasend.programme.forecasting import Settings, forecast_files, forecast_of, forecast_text, in_short

    held, framework = chosen_snapshot(options), packaged_framework()
    programme = with_begun(_programme(options, held, framework), held)
    settings = Settings(
        draws=options.draws,
        seed=options.seed,
        until=options.until or programme.last_day,
        by=tuple(options.by),
        pooled=not options.no_pooling,
    )
    if options.out is None:
        found = forecast_of(held, framework, programme, settings, progress)
        progress("")
        sys.stdout.write(forecast_text(found, framework))
        return DONE
    with new_folder(options.out) as staged:
        found = forecast_of(held, framework, programme, settings, progress)
        files = forecast_files(found, framework, version=__version__)
        write_files(staged, files)
    progress("")
    print("\n".join(in_short(found)))
    print(f"Wrote {options.out}: {', '.join(sorted(files))}.")
    return DONE


def _programme(options: argparse.Namespace, held: Snapshot, framework: Framework) -> Programme:
    """The programme in the file, or the default one up to the last day asked for."""
    if options.programme is None:
        return default_programme(held.as_at, framework, options.until or _latest_end(held.as_at, framework))
    return programme_in(options.programme, held, framework)


def _latest_end(as_at: date, framework: Framework) -> date | None:
    """The latest end of the cycle that any source states; None once it is over, for the default programme's own."""
    latest = max(end.latest for end in framework.version_at(as_at).sure_cycle_ends)
    return latest if latest > as_at else None


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 0 on")
    return int(text)
