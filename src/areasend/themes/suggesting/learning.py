"""What a model learns from: statements with text, what their coders said of them, and the codebook."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from areasend.formats import sha256_hex
from areasend.themes.codebook import Codebook
from areasend.themes.errors import ThemesError
from areasend.themes.statements import Statement
from areasend.themes.units import CodedUnit, Settled, settled

# A way of learning that could suggest otherwise has a new number: it is part of a model's name.
VERSION = 1
FEWEST_STATEMENTS = 5
FEWEST_AREAS = 3


class NotEnough(ThemesError):
    """There is too little to learn from; the message says what is needed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """A statement and what its coders settled."""

    statement: Statement
    unit: CodedUnit
    said: Settled


@dataclass(frozen=True, kw_only=True, slots=True)
class Training:
    """Coded statements by id, and the codebook they were coded with."""

    codebook: Codebook
    examples: tuple[Example, ...]

    @property
    def areas(self) -> tuple[str, ...]:
        return tuple(sorted({example.statement.gss_code for example in self.examples}))


def training_from(statements: Iterable[Statement], units: Iterable[CodedUnit], codebook: Codebook) -> Training:
    """The statements that somebody coded, with what holds for them. Raises `NotEnough` where there is none."""
    held = {unit.id: unit for unit in units if not unit.whole and (unit.codes or unit.adjudicated is not None)}
    if not held:
        raise NotEnough(
            "There are no codings of single findings to learn from. Name records with codings (--records DIR), or a "
            "coding folder all of whose coders are locked (--coding DIR)."
        )
    read = list(statements)
    examples = [
        Example(statement=statement, unit=held[statement.id], said=settled(held[statement.id]))
        for statement in sorted(read, key=lambda statement: statement.id)
        if statement.id in held
    ]
    if not examples:
        raise NotEnough(
            f"None of the {len(read)} statements read is among the {len(held)} that were coded. Read the reports that "
            "the codings are of (areasend reports read PATH --out READINGS), or name the codings of these reports."
        )
    return Training(codebook=codebook, examples=tuple(examples))


def left_out(training: Training) -> Mapping[str, str]:
    """The themes that cannot be learnt, each with the reason."""
    reasons = {theme: _lacking(training.examples, theme) for theme in training.codebook.keys}
    return {theme: reason for theme, reason in reasons.items() if reason}


def learnt(training: Training) -> tuple[str, ...]:
    """The themes that can be learnt, in the order of the codebook. Raises `NotEnough` where there is none."""
    lacking = left_out(training)
    themes = tuple(theme for theme in training.codebook.keys if theme not in lacking)
    if not themes:
        raise NotEnough(
            f"A theme is learnt from at least {FEWEST_STATEMENTS} statements in {FEWEST_AREAS} areas that have it, and "
            f"as many that do not; no theme has them among the {len(training.examples)} coded statements of "
            f"{len(training.areas)} areas that were read. Read and code more reports."
        )
    return themes


def _lacking(examples: Sequence[Example], theme: str) -> str:
    decided = [example for example in examples if theme not in example.said.undecided]
    for word, wanted in (("with", True), ("without", False)):
        found = [example.statement for example in decided if (theme in example.said.themes) is wanted]
        areas = {statement.gss_code for statement in found}
        if len(found) < FEWEST_STATEMENTS or len(areas) < FEWEST_AREAS:
            return (
                f"{len(found)} coded {'statement' if len(found) == 1 else 'statements'} {word} it in {len(areas)} "
                f"{'area' if len(areas) == 1 else 'areas'}; {FEWEST_STATEMENTS} in {FEWEST_AREAS} are needed"
            )
    return ""


def codebook_lines(codebook: Codebook) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What the codebook itself teaches: lines that describe a theme, and its examples, each with their themes."""
    lines = [
        (line, (theme.key,))
        for theme in codebook.themes
        for line in (theme.definition, *theme.includes, *(sub_theme.name for sub_theme in theme.sub_themes))
    ]
    examples = [example for theme in codebook.themes for example in theme.examples] + list(codebook.examples)
    return (*lines, *((example.text, example.themes) for example in examples))


def model_id(training: Training, seed: int) -> str:
    """A name that changes with anything a model is made from."""
    rows = [
        [example.statement.id, example.statement.gss_code, example.statement.text, _sorted(example.said)]
        for example in training.examples
    ]
    book = [[theme.key, theme.terms] for theme in training.codebook.themes]
    made_from = [VERSION, seed, rows, book, codebook_lines(training.codebook)]
    return sha256_hex(json.dumps(made_from, ensure_ascii=True).encode())[:16]


def _sorted(said: Settled) -> list[list[str]]:
    return [sorted(said.themes), sorted(said.undecided)]


__all__ = [
    "FEWEST_AREAS",
    "FEWEST_STATEMENTS",
    "VERSION",
    "Example",
    "NotEnough",
    "Training",
    "codebook_lines",
    "learnt",
    "left_out",
    "model_id",
    "training_from",
]
