"""The command `areasend`: its parser, and the one place where errors become messages and exit codes."""

import argparse
import sys
import traceback
from collections.abc import Sequence

from areasend import __version__
from areasend.cli import (
    boundaries,
    check,
    figures,
    programme,
    records,
    release,
    reports,
    snapshot,
    tables,
    themes,
    workbook,
)
from areasend.cli.exits import BUG, USER_ERRORS, WRONG_INPUT

_EPILOG = """exit codes:
  0   done
  1   a check or a verification failed
  2   wrong input or usage
  70  a bug of areasend, shown with its traceback
  128 and more: stopped by a signal, as shells count them

start with: areasend release build --as-at 2024-12-31 --out release
"""

_COMMANDS = (
    release,
    check,
    tables,
    figures,
    records,
    reports,
    themes,
    programme,
    snapshot,
    boundaries,
    workbook,
)


def build_parser() -> argparse.ArgumentParser:
    """The whole parser; each command's module adds its own part."""
    parser = argparse.ArgumentParser(
        prog="areasend",
        description="Area SEND inspections in England: from the records to the published statistic.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"areasend {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for module in _COMMANDS:
        module.add_parser(commands)
    return parser


def main(arguments: Sequence[str]) -> int:
    """Runs one command and returns its exit code."""
    options = build_parser().parse_args(arguments)
    try:
        code: int = options.run(options)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except USER_ERRORS as error:
        print(f"areasend: {error}", file=sys.stderr)
        return WRONG_INPUT
    except Exception:  # the last frame: anything else is a bug, and keeps its traceback
        traceback.print_exc()
        print("areasend: this is a bug of areasend. Please report it with the lines above.", file=sys.stderr)
        return BUG
    return code
