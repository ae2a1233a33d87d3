"""What suggestions are learnt from, as arguments of the commands that learn."""

import argparse
import importlib.util
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from areasend.cli.themes_folder import opened
from areasend.register import Maker, load_folder, packaged_register
from areasend.themes import (
    FINDINGS,
    Codebook,
    CodedUnit,
    Statement,
    StatementKind,
    ThemesError,
    coded_units,
    packaged_codebooks,
    read_statements,
)


def add_learning_arguments(parser: argparse.ArgumentParser) -> None:
    """READINGS, `--records` or `--coding`, `--kinds` and `--seed`."""
    parser.add_argument("readings", type=Path, metavar="READINGS", help="the folder that `reports read` wrote")
    source = parser.add_mutually_exclusive_group()
    source.add_argument(
        "--records", type=Path, metavar="DIR", help="learn from the codings of your own records (default: the packaged)"
    )
    source.add_argument(
        "--coding", type=Path, metavar="DIR", help="learn from a coding folder whose coders are all locked"
    )
    parser.add_argument(
        "--sections", action="store_true", help="with the bullets of the sections on what is effective and what is not"
    )
    parser.add_argument(
        "--seed", type=int, default=0, metavar="N", help="decides which areas are held out together (0)"
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Learning:
    """`statements` are those of READINGS, `texts` all that codings can be of; `makers` says who made the codings."""

    statements: Sequence[Statement]
    texts: Sequence[Statement]
    units: Sequence[CodedUnit]
    codebook: Codebook
    makers: Mapping[str, Maker]
    followed: int = 0

    @property
    def truth(self) -> str:
        """What the codings are worth as a measure."""
        coders = sorted({coder for unit in self.units for coder in unit.codes})
        models = [coder for coder in coders if self.makers.get(coder) is Maker.MODEL]
        said = [
            f"What counts as right is what most of {len(coders)} coders gave ({', '.join(coders)})"
            if len(coders) > 1
            else f"What counts as right is what one coder gave ({', '.join(coders)})"
        ]
        if models == coders:
            said.append(
                ": a language model, no people. Passes of the same model agree more than people would, and a model "
                "that learns from them suggests as they code"
            )
        elif models:
            said.append(f"; made by a language model: {', '.join(models)}")
        end = "."
        if self.followed:
            end = (
                f". {self.followed} of their decisions followed a suggestion: they are nearer to what is suggested "
                "than free ones would be."
            )
        return "".join(said) + end


def learning_of(options: argparse.Namespace) -> Learning:
    """Reads what the arguments name. Raises errors of the user, also where scikit-learn is not installed."""
    require_scikit_learn()
    kinds = tuple(StatementKind) if options.sections else FINDINGS
    statements = read_statements(options.readings, kinds)
    return _from_coding(options.coding, statements) if options.coding else _from_records(options.records, statements)


def require_scikit_learn() -> None:
    """Raises `ThemesError` that says how to install it."""
    if importlib.util.find_spec("sklearn") is None:
        raise ThemesError(
            "Suggesting themes needs scikit-learn, which is not installed. Install it with: make suggestions (or "
            "pip install 'areasend[suggestions]')."
        )


def _from_records(records: Path | None, statements: Sequence[Statement]) -> Learning:
    register = packaged_register() if records is None else load_folder(records)
    history = packaged_codebooks()
    return Learning(
        statements=statements,
        texts=statements,
        units=coded_units(register.codings, register.adjudications, history),
        codebook=history.latest,
        makers={str(coder.coder): coder.made_by for coder in register.coders},
    )


def _from_coding(place: Path, statements: Sequence[Statement]) -> Learning:
    from areasend.themes.coding import followed_suggestions

    folder = opened(place)
    units = folder.coded_units()
    texts = {statement.id: statement for statement in (*statements, *folder.statements)}
    return Learning(
        statements=statements,
        texts=tuple(texts.values()),
        units=units,
        codebook=folder.history.latest,
        makers={coder.key: coder.made_by for coder in folder.coders},
        followed=sum(map(len, followed_suggestions(folder).values())),
    )
