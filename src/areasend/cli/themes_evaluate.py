"""`areasend themes evaluate`: how good suggestions are on statements of areas that the model has not seen.

The areas are split into folds, never an area itself; each fold is suggested from the others and held against what most
coders gave. Beside it stands how well each coder gives what most of the others gave.
"""

import argparse

from areasend.cli.exits import DONE
from areasend.cli.progress import progress
from areasend.cli.themes_learning import add_learning_arguments, learning_of


def add_action(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = actions.add_parser("evaluate", help="how good suggestions are", description=__doc__)
    add_learning_arguments(parser)
    parser.add_argument("--folds", type=_from_two, default=10, metavar="K", help="parts the areas are split into (10)")
    parser.add_argument(
        "--repeats", type=_from_one, default=3, metavar="N", help="times that they are split, by seeds on from N (3)"
    )
    parser.add_argument("--format", choices=("text", "csv", "json"), default="text", help="of what is printed (text)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    learning = learning_of(options)
    # Loaded here: the other commands need no model.
    from areasend.themes.suggesting import evaluate, evaluation_csv, evaluation_json, evaluation_text, training_from

    training = training_from(learning.texts, learning.units, learning.codebook)
    found = evaluate(
        training,
        folds=options.folds,
        seeds=range(options.seed, options.seed + options.repeats),
        done=lambda number, of: progress(f"fold {number} of {of}"),
    )
    progress("")
    if options.format == "csv":
        shown = evaluation_csv(found)
    else:
        shown = (evaluation_json if options.format == "json" else evaluation_text)(found, learning.truth)
    print(shown, end="")
    return DONE


def _from_two(text: str) -> int:
    return _whole(text, 2)


def _from_one(text: str) -> int:
    return _whole(text, 1)


def _whole(text: str, least: int) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 5 and int(text) >= least):
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from {least} to 9999")
    return int(text)
