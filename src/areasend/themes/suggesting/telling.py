"""An evaluation told: as lines for a terminal, and as CSV and JSON with the same numbers."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from areasend.formats import csv_text, json_bytes
from areasend.themes.suggesting.evaluating import Evaluation
from areasend.themes.suggesting.measuring import Measures, mean_f1

# What is not estimable, such as the precision of a theme that was never suggested.
_NOT_ESTIMABLE = "-"
_KINDS = {
    "apa": "areas for priority action",
    "afi": "areas for improvement",
    "effective": "what is effective",
    "better": "what could be better",
}


def evaluation_text(found: Evaluation, truth: str) -> str:
    """For a terminal; `truth` says who made the codings."""
    return "\n".join((*_measures(found), "", *_shares(found), "", *_judging(found, truth))) + "\n"


def _measures(found: Evaluation) -> Iterator[str]:
    rounds = len(found.seeds)
    again = f", {rounds} times with other folds" if rounds > 1 else ""
    yield (f"Themes suggested for {found.statements} coded statements of {found.areas} areas, each by a model that has")
    yield f"seen nothing of its area ({found.folds} folds of whole areas{again}; seed {found.seeds[0]})."
    yield ""
    yield f"{'theme':<16}{'precision':>10}{'recall':>8}{'F1':>8}{'statements':>12}"
    for theme, one in found.measures.items():
        shown = [f"{_two(value):>{width}}" for value, width in ((one.precision, 10), (one.recall, 8), (one.f1, 8))]
        yield f"{theme:<16}{''.join(shown)}{one.support // rounds:>12}"
    spread = f" ({_two(min(found.macro))} to {_two(max(found.macro))})" if rounds > 1 else ""
    yield f"{'mean':<16}{'':>18}{_two(found.mean_macro):>8}{spread}"
    for theme, reason in found.left_out.items():
        yield f"{theme} is left out: {reason}."


def _shares(found: Evaluation) -> Iterator[str]:
    yield "Inspections with a theme, as coded and as suggested:"
    for kind in dict.fromkeys(error.kind for error in found.shares):
        those = [error for error in found.shares if error.kind == kind]
        yield f"{_KINDS[kind]} ({those[0].areas} inspections)"
        for error in those:
            yield f"  {error.theme:<16}{error.coded:>6}{float(error.suggested):>8.1f}{float(error.points):>8.1f} points"
    yield f"The shares differ by {float(found.mean_points):.1f} percentage points on average."


def _judging(found: Evaluation, truth: str) -> Iterator[str]:
    """What a reader needs to judge the numbers."""
    for coder, measures in found.coders.items():
        yield f"Coder {coder} against most of the others: mean F1 {_two(mean_f1(measures.values()))}."
    if found.alike:
        yield (
            f"{found.alike} statements have the very words of a statement of another area; no model was tested on "
            "words that it had learnt."
        )
    yield truth


def _two(value: Fraction | None) -> str:
    return _NOT_ESTIMABLE if value is None else f"{float(value):.2f}"


def evaluation_csv(found: Evaluation) -> str:
    """A row for each measure: what it is of, its name and its value; what is not estimable has no value."""
    return csv_text(("level", "kind", "theme", "measure", "value"), _rows(found))


def _rows(found: Evaluation) -> Iterator[tuple[str, str, str, str, str]]:
    rounds = len(found.seeds)
    for theme, one in found.measures.items():
        yield from (("findings", "", theme, name, value) for name, value in _values(one, rounds).items())
    yield "findings", "", "", "macro_f1", _four(found.mean_macro)
    yield "findings", "", "", "macro_f1_lowest", _four(min(found.macro))
    yield "findings", "", "", "macro_f1_highest", _four(max(found.macro))
    for error in found.shares:
        place = ("areas", error.kind, error.theme)
        yield *place, "inspections", str(error.areas)
        yield *place, "coded", str(error.coded)
        yield *place, "suggested", _four(error.suggested)
        yield *place, "points", _four(error.points)
    yield "areas", "", "", "mean_points", _four(found.mean_points)
    for coder, measures in found.coders.items():
        yield f"coder {coder}", "", "", "macro_f1", _four(mean_f1(measures.values()))


def _values(one: Measures, rounds: int) -> dict[str, str]:
    return {
        "precision": _four(one.precision),
        "recall": _four(one.recall),
        "f1": _four(one.f1),
        "support": str(one.support // rounds),
    }


def _four(value: Fraction | None) -> str:
    return "" if value is None else f"{float(value):.4f}"


def evaluation_json(found: Evaluation, truth: str) -> str:
    """Everything; what is not estimable is null."""
    return json_bytes(
        {
            "statements": found.statements,
            "areas": found.areas,
            "folds": found.folds,
            "seeds": list(found.seeds),
            "alike": found.alike,
            "truth": truth,
            "themes": {theme: _entry(one, len(found.seeds)) for theme, one in found.measures.items()},
            "left_out": dict(found.left_out),
            "macro_f1": _number(found.mean_macro),
            "macro_f1_by_seed": [_number(one) for one in found.macro],
            "shares": [
                {
                    "kind": error.kind,
                    "theme": error.theme,
                    "inspections": error.areas,
                    "coded": error.coded,
                    "suggested": _number(error.suggested),
                    "points": _number(error.points),
                }
                for error in found.shares
            ],
            "mean_points": _number(found.mean_points),
            "coders": {coder: _number(mean_f1(measures.values())) for coder, measures in found.coders.items()},
        }
    ).decode()


def _entry(one: Measures, rounds: int) -> dict[str, Any]:
    return {
        "precision": _number(one.precision),
        "recall": _number(one.recall),
        "f1": _number(one.f1),
        "support": one.support // rounds,
    }


def _number(value: Fraction | None) -> float | None:
    return None if value is None else round(float(value), 4)


__all__ = ["evaluation_csv", "evaluation_json", "evaluation_text"]
