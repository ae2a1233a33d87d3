"""Builds the table of agreement: who is compared, on which units, and what each measure comes to."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations

from areasend.themes.agreement.estimates import Estimate, WhyNot
from areasend.themes.agreement.formulas import AC1, Alpha, Formula, Kappa, MeanKappa, Raw, Weights, weighed
from areasend.themes.agreement.measures import mean_of
from areasend.themes.agreement.resampling import Resampling, interval
from areasend.themes.agreement.rows import Agreement, Among, Between, Share
from areasend.themes.agreement.sentences import notes_on
from areasend.themes.agreement.tallies import Layout, Numbers, Tally, area_of, tally
from areasend.themes.errors import ThemesError
from areasend.themes.statements import StatementKind
from areasend.themes.units import CodedUnit, Level, by_area

RESAMPLES = 2000
MODEL = "model"
# Findings of both kinds are pooled, and bullets of sections are not pooled with them.
_POOLED = (StatementKind.AFI.value, StatementKind.APA.value)
_KINDS = (*_POOLED, StatementKind.EFFECTIVE.value, StatementKind.BETTER.value)


def agreement(
    units: Sequence[CodedUnit],
    themes: Sequence[str],
    *,
    coders: Mapping[str, str],
    inspections: Sequence[str],
    seed: int,
    resamples: int = RESAMPLES,
    with_apa: Collection[str] | None = None,
    levels: Sequence[Level] = tuple(Level),
    pairs_in_detail: bool = True,
) -> tuple[Agreement, ...]:
    """The rows of the table: see the docstring of the package.

    `coders` says of each coder whether it is a "person" or a "model"; codes of others are left out. `inspections` are
    those whose findings were coded. `with_apa` are those of them that have an area for priority action; if it is not
    given, those that have a unit of that kind. Without `pairs_in_detail` a pair of coders who are also compared in a
    larger group has the rows of all themes pooled alone. Raises `ThemesError`.
    """
    if seed < 0 or resamples < 1:
        raise ThemesError(f"seed {seed}, resamples {resamples}: a seed is 0 or more, and resamples are 1 or more.")
    unknown = sorted({unit.inspection_id for unit in units} - set(inspections))
    if unknown:
        raise ThemesError(
            f"{unknown[0]} has coded units and is not among the inspections. Name every inspection coded."
        )
    how = Resampling(resamples, seed)
    kept = [_of(unit, coders) for unit in units]
    apa = {unit.inspection_id for unit in kept if unit.kind == StatementKind.APA} if with_apa is None else set(with_apa)
    rows: list[Agreement] = []
    groups = _groups(coders)
    for part in _parts(kept, inspections, apa, levels):
        for who in groups:
            together = not pairs_in_detail and any(set(who.coders) < set(other.coders) for other in groups)
            rows += _compared(part, themes, who, how, together=together)
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class _Part:
    """Units that are looked at together."""

    level: Level
    among: Among
    kinds: tuple[str, ...]
    units: Sequence[CodedUnit]
    inspections: int
    empty: int


@dataclass(frozen=True, slots=True)
class _Group:
    coders: tuple[str, ...]
    between: Between


def _of(unit: CodedUnit, coders: Mapping[str, str]) -> CodedUnit:
    """What these coders said at first: an adjudication comes after them and is no agreement of theirs."""
    codes = {coder: themes for coder, themes in unit.codes.items() if coder in coders}
    return replace(unit, codes=codes, adjudicated=None)


def _parts(
    units: Sequence[CodedUnit], inspections: Sequence[str], apa: Collection[str], levels: Sequence[Level]
) -> list[_Part]:
    single = [unit for unit in units if not unit.whole]
    parts: list[_Part] = []
    if Level.FINDINGS in levels and single:
        parts.append(_Part(Level.FINDINGS, Among.ALL, _kinds(single, _KINDS), single, len(inspections), 0))
    # A kind of which nobody coded a finding was not asked about: it is no row of zeros.
    kinds = _kinds(units, _POOLED)
    if Level.AREAS in levels and kinds:
        whole = _took_part(by_area(units, inspections, kinds), units)
        held = [unit for unit in whole if unit.kind == StatementKind.APA and unit.inspection_id in apa]
        empty = len(set(inspections) - set(apa))
        parts.append(_Part(Level.AREAS, Among.ALL, kinds, whole, len(inspections), empty))
        if held:
            parts.append(_Part(Level.AREAS, Among.WITH_APA, (StatementKind.APA.value,), held, len(held), 0))
    return parts


def _kinds(units: Sequence[CodedUnit], among: Sequence[str]) -> tuple[str, ...]:
    """Those of the kinds that some unit has."""
    return tuple(kind for kind in among if any(unit.kind == kind for unit in units))


def _took_part(whole: Sequence[CodedUnit], units: Sequence[CodedUnit]) -> list[CodedUnit]:
    """Without a coder who coded nothing of an inspection of which others coded something: it has no zeros there."""
    coders: dict[str, set[str]] = {}
    for unit in units:
        coders.setdefault(unit.inspection_id, set()).update(unit.codes)
    return [
        replace(unit, codes={coder: unit.codes[coder] for coder in unit.codes if coder in taking})
        if (taking := coders.get(unit.inspection_id)) is not None
        else unit
        for unit in whole
    ]


def _groups(coders: Mapping[str, str]) -> list[_Group]:
    """People together, models together, then every pair; a person and a model are compared in pairs only."""
    ordered = sorted(coders)
    people = tuple(coder for coder in ordered if coders[coder] != MODEL)
    models = tuple(coder for coder in ordered if coders[coder] == MODEL)
    groups = [_Group(people, Between.PEOPLE), _Group(models, Between.MODELS)]
    pairs = [_Group(pair, _between(pair, coders)) for pair in combinations((*people, *models), 2)]
    alone = len(ordered) == 1
    return [group for group in groups if len(group.coders) > 2 or (alone and group.coders)] + pairs


def _between(pair: tuple[str, str], coders: Mapping[str, str]) -> Between:
    models = sum(coders[coder] == MODEL for coder in pair)
    return (Between.PEOPLE, Between.PERSON_AND_MODEL, Between.MODELS)[models]


def _compared(part: _Part, themes: Sequence[str], who: _Group, how: Resampling, *, together: bool) -> list[Agreement]:
    """A row for each kind and theme; where `together`, of all themes together alone."""
    areas = sorted({area_of(unit.inspection_id) for unit in part.units})
    counted = tally(part.units, areas=areas, kinds=part.kinds, themes=themes, coders=who.coders)
    pooled = [row for row, kind in enumerate(part.kinds) if kind in _POOLED]
    over_kinds = [("", pooled)] if len(pooled) > 1 else []
    kinds = over_kinds + [(kind, [row]) for row, kind in enumerate(part.kinds)]
    over_themes = [("", list(range(len(themes))))]
    subjects = over_themes + [(theme, [row]) for row, theme in enumerate(themes) if not together]
    return [
        _row(part, who, counted, (kind, kind_rows), (theme, theme_rows), how)
        for kind, kind_rows in kinds
        for theme, theme_rows in subjects
    ]


def _row(
    part: _Part,
    who: _Group,
    counted: Tally,
    kind: tuple[str, list[int]],
    theme: tuple[str, list[int]],
    how: Resampling,
) -> Agreement:
    counts = counted.counts[:, kind[1]][:, :, theme[1]].sum(axis=(1, 2))
    units = counted.units[:, kind[1]].sum(axis=1)
    kinds = [part.kinds[number] for number in kind[1]]
    layout, pairs = counted.layout, len(counted.layout.pairs)
    totals = [int(total) for total in counts.sum(axis=0)]
    shares = [[totals[column] for column in layout.shares(coder)] for coder in range(layout.coders)]
    row = Agreement(
        level=part.level,
        among=part.among,
        kind=kind[0],
        theme=theme[0],
        coders=who.coders,
        between=who.between,
        units=int(units.sum()),
        decisions=int(units.sum()) * len(theme[1]),
        areas=int((units > 0).sum()),
        raw=_estimate(Raw(), layout, counts, totals, how, floor=0),
        kappa=_estimate(Kappa(0) if pairs < 2 else MeanKappa(pairs), layout, counts, totals, how),
        alpha=_estimate(Alpha(), layout, counts, totals, how),
        ac1=_estimate(AC1(), layout, counts, totals, how),
        shares=tuple(
            Share(coder=coder, decisions=made, yes=yes) for coder, (made, yes) in zip(who.coders, shares, strict=True)
        ),
        notes=(),
        unit_ids=_decided(part, kinds, who, least=2),
        answered_ids=_decided(part, kinds, who, least=1),
    )
    return replace(row, notes=notes_on(row, layout, totals, inspections=part.inspections, empty=part.empty))


def _decided(part: _Part, kinds: Collection[str], who: _Group, *, least: int) -> tuple[str, ...]:
    """The units that so many of the coders coded at least."""
    units = (unit for unit in part.units if unit.kind in kinds)
    return tuple(sorted(unit.id for unit in units if sum(coder in unit.codes for coder in who.coders) >= least))


def _estimate(
    formula: Formula, layout: Layout, counts: Numbers, totals: Sequence[int], how: Resampling, *, floor: int = -1
) -> Estimate:
    exact = estimate(formula, layout, totals)
    if exact.value is None:
        return exact
    return replace(exact, interval=interval(formula, layout, counts, how, floor=floor))


def estimate(formula: Formula, layout: Layout, totals: Sequence[int]) -> Estimate:
    """The exact value of a measure from the columns of a tally, or why it has none."""
    if isinstance(formula, MeanKappa):
        return mean_of([estimate(kappa, layout, totals) for kappa in formula.kappas])
    if layout.coders < 2:
        return Estimate(why_not=WhyNot.ONE_CODER)
    weights = weighed(formula, layout)
    differing, yes, no = _exact(weights.answers, totals)
    if not differing + yes + no:
        return Estimate(why_not=WhyNot.NO_OVERLAP if any(totals) else WhyNot.NO_UNIT)
    if not differing and not (yes and no) and formula.needs_both:
        return Estimate(why_not=WhyNot.ONE_CATEGORY)
    return Estimate(value=1 - formula.complement(_exact(weights.sums, totals)))


def _exact(weights: Weights, totals: Sequence[int]) -> list[Fraction]:
    return [
        sum((weight * total for weight, total in zip(row, totals, strict=True) if weight and total), Fraction(0))
        for row in weights
    ]


__all__ = ["MODEL", "RESAMPLES", "agreement", "estimate"]
