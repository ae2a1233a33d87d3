"""What must be said wherever codings are used: whose they are, who or what coded, and when a theme counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from areasend.publication.wording import listed
from areasend.statistics import Counted, Marker, Table

# The words of the table of coders for a pass by a model.
_MODEL = "model"


@dataclass(frozen=True, kw_only=True, slots=True)
class Coding:
    """`who` says who or what coded, `rule` when a theme counts, `settled` whether a person settled any finding.

    `by_models` is whether a model made any coding.
    """

    who: str
    rule: str
    settled: str
    by_models: bool


def coding_of(counted: Counted) -> Coding:
    """The sentences for a release, from its table of coders."""
    table = counted.table("coders")
    named = [table.named(row) for row in table.rows]
    models = [str(row["coder"]) for row in named if row["made_by"] == _MODEL]
    people = [str(row["coder"]) for row in named if row["made_by"] != _MODEL]
    return Coding(
        who=_who(people, models),
        rule="A theme counts in an inspection where more than half of its coders saw it in findings of that kind.",
        settled=_settled(counted.table("codings")),
        by_models=bool(models),
    )


def _settled(codings: Table) -> str:
    if all(isinstance(codings.named(row)["adjudicated"], Marker) for row in codings.rows):
        return "No finding of this release has been settled so."
    return "The table of codings says which findings were settled so."


def _who(people: Sequence[str], models: Sequence[str]) -> str:
    if not people and not models:
        return "Nobody has coded these reports, so no theme is counted."
    said = []
    if models:
        passes = "a pass" if len(models) == 1 else "passes"
        said.append(
            f"A language model coded with one codebook ({passes}: {listed(models)}). "
            "Its passes are not independent human coders."
        )
    if people:
        said.append(f"{'A person' if len(people) == 1 else 'People'} coded with the codebook ({listed(people)}).")
    return " ".join(said)
