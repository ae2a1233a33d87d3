"""`areasend themes suggest`: themes for statements, from a model that learns from coded ones on this machine.

Each suggestion has a probability and the words of the statement that speak for it. A suggestion is no coder's code and
enters no count: accept it with `themes accept`, or on the coding page.
"""

import argparse
from pathlib import Path

from areasend.cli.exits import DONE
from areasend.cli.progress import progress
from areasend.cli.themes_learning import add_learning_arguments, learning_of
from areasend.formats import write_through
from areasend.themes import Suggestions, suggestions_csv, suggestions_json


def add_action(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = actions.add_parser("suggest", help="suggest themes for statements", description=__doc__)
    add_learning_arguments(parser)
    parser.add_argument("--uncoded", action="store_true", help="only for statements that nobody has coded")
    parser.add_argument("--out", type=_file, required=True, metavar="FILE", help="FILE.csv or FILE.json to write")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    learning = learning_of(options)
    # Loaded here: the other commands need no model.
    from areasend.themes.suggesting import fit, suggest, training_from

    training = training_from(learning.texts, learning.units, learning.codebook)
    progress("learning from coded statements")
    model = fit(training, seed=options.seed)
    asked = [entry for entry in learning.statements if not (options.uncoded and entry.id in model.seen)]
    progress("suggesting")
    held = Suggestions(model=model.id, statements=dict(suggest(model, asked)))
    progress("")
    as_json = options.out.suffix.lower() == ".json"
    write_through(options.out, suggestions_json(held) if as_json else suggestions_csv(held))
    with_some = sum(bool(found) for found in held.statements.values())
    print(f"Wrote {options.out}: themes for {with_some} of {len(asked)} statements, from model {model.id}.")
    print(f"Learnt from {len(training.examples)} coded statements of {len(training.areas)} areas.")
    for theme, reason in model.left_out.items():
        print(f"{theme} is never suggested: {reason}.")
    print("Suggestions enter no count. Next: areasend themes accept CODING FILE STATEMENT --coder NAME")
    return DONE


def _file(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in (".csv", ".json"):
        raise argparse.ArgumentTypeError(f"{text!r} ends in neither .csv nor .json")
    return path
