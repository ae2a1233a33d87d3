"""The plain sentences that stand beneath a table of agreement, and the rules by which they are given."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from areasend.themes.agreement.estimates import Estimate, Method
from areasend.themes.agreement.rows import Agreement, Among, Between
from areasend.themes.agreement.tallies import Layout
from areasend.themes.statements import StatementKind
from areasend.themes.units import Level

# Agreement is high, nearly all answers are the same, and yet kappa or alpha is below what Krippendorff (2004) asks for
# even tentative conclusions: the first paradox of Feinstein and Cicchetti (1990).
HIGH_AGREEMENT = Fraction(4, 5)
LOPSIDED = Fraction(1, 5)
LOW = Fraction(2, 3)

# Sentences are published beside the table: they keep to 25 words, and to words that readers know.
EXACT_SHARE = (
    "Coders differ in fewer than four areas, too few to draw again. The interval comes from the number of such areas, "
    "by an exact method."
)
OF_MODELS = (
    "The coders are passes of a model. Passes of the same model agree more than people would. Agreement says how "
    "steady the model is, and not that its codings are right."
)


def notes_on(row: Agreement, layout: Layout, totals: Sequence[int], *, inspections: int, empty: int) -> tuple[str, ...]:
    """The sentences that hold for a row; `empty` of `inspections` have no area for priority action."""
    found = [*_lopsided(row, layout, totals), *_one_answer(row), *_of_intervals(row)]
    if row.level is Level.AREAS and row.among is Among.ALL and row.kind != StatementKind.AFI and empty:
        found.append(
            f"{empty} of {inspections} inspections have no area for priority action. There, every coder has no theme "
            "of that kind, which makes agreement look better than it is. The rows for inspections with an area for "
            "priority action leave them out."
        )
    if row.between is Between.MODELS:
        found.append(OF_MODELS)
    return tuple(found)


def _lopsided(row: Agreement, layout: Layout, totals: Sequence[int]) -> Iterator[str]:
    answers = sum(share.decisions for share in row.shares)
    yes = sum(share.yes for share in row.shares)
    low = [
        f"{name} is {said(estimate)}"
        for name, estimate in (("kappa", row.kappa), ("alpha", row.alpha))
        if estimate.value is not None and estimate.value < LOW
    ]
    if row.raw.value is None or row.raw.value < HIGH_AGREEMENT or not low:
        return
    rarer = min(yes, answers - yes)
    if Fraction(rarer, answers) > LOPSIDED:
        return
    common, rare = ("no", "yes") if rarer == yes else ("yes", "no")
    anyone, everyone = _rare(layout, totals, yes=rare == "yes")
    share = percent(1 - Fraction(rarer, answers))
    yield (
        f"Lopsided: agreement is {percent(row.raw.value)}, and yet {' and '.join(low)}. The answer is {common} in "
        f"{share} of all cases. Nearly all agreement could be chance then, and a few differences weigh much (Feinstein "
        f"and Cicchetti 1990). AC1 expects less of chance there (Gwet 2008): it is {said(row.ac1)}. Somebody said "
        f"{rare} in {anyone} decisions, and everybody in {everyone} of them. Nothing here tells more about {rare} than "
        "that."
    )


def _rare(layout: Layout, totals: Sequence[int], *, yes: bool) -> tuple[int, int]:
    """How many decisions of two coders and more have the answer of anyone, and of everyone."""
    anyone = everyone = 0
    for (number, given), total in zip(layout.answers, totals, strict=False):
        said_it = given if yes else number - given
        if number >= 2:
            anyone += total * (said_it > 0)
            everyone += total * (said_it == number)
    return anyone, everyone


def _one_answer(row: Agreement) -> Iterator[str]:
    """Cohen's kappa with somebody who never varies is 0 by its definition."""
    if row.kappa.value is None or not row.is_pair:
        return
    for share in row.shares:
        if share.yes in (0, share.decisions):
            answer = "yes" if share.yes else "no"
            yield f"{share.coder} said {answer} in every decision: kappa is then 0, whatever the other coder said."


def _of_intervals(row: Agreement) -> Iterator[str]:
    named = (("agreement", row.raw), ("kappa", row.kappa), ("alpha", row.alpha), ("AC1", row.ac1))
    held = [(name, estimate.interval) for name, estimate in named if estimate.interval is not None]
    if any(interval.method is Method.EXACT_SHARE for _, interval in held):
        yield EXACT_SHARE
    for name, interval in held:
        if interval.undefined:
            yield f"In {interval.undefined:,} of {interval.resamples:,} draws {name} has no value; these are left out."


def percent(share: Fraction | float) -> str:
    """A share as a whole percentage, halves up."""
    return f"{rounded(100 * Fraction(share), 0)}%"


def said(estimate: Estimate) -> str:
    """A value with three decimal places, or that there is none."""
    return "not estimable" if estimate.value is None else rounded(Fraction(estimate.value), 3)


def rounded(value: Fraction, places: int) -> str:
    """Halves away from zero, from the exact value; never -0."""
    scaled = abs(value) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    digits = str(whole).rjust(places + 1, "0")
    sign = "-" if value < 0 and whole else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


__all__ = ["EXACT_SHARE", "OF_MODELS", "notes_on", "percent", "rounded", "said"]
