"""Findings reports of made-up areas: whoever coded, whatever they saw."""

from collections.abc import Sequence
from datetime import date

from tests.factories import (
    INCONSISTENT,
    LAST_OF_2024,
    WIDESPREAD,
    area,
    coder,
    coding,
    document,
    findings,
    inspection,
    leadership,
    population,
    printed,
    register,
)

from areasend.publication import Release, ReleaseKind, edition_of, packaged_config_bytes, read_config
from areasend.publication.pages.site import Site
from areasend.register import Bound, FindingKind, Key, Maker, Respondent, SurveyReturn, Unit
from areasend.statistics import Counted, count_findings

Themes = Sequence[str]


def site_of(counted: Counted) -> Site:
    """The site of a findings report."""
    config = read_config(packaged_config_bytes("findings.toml"), place="packaged", as_at=LAST_OF_2024)
    return Site(Release(counted=counted, config=config, edition=edition_of(ReleaseKind.FINDINGS), version="0"))


def counted_of(
    *areas: tuple[Themes, Themes],
    makers: Sequence[Maker] = (Maker.MODEL,),
    uncoded: int = 0,
    returns: Sequence[int] = (),
    published: str = "",
    leaders: Sequence[bool] = (),
    bound: Bound = Bound.LOWER,
) -> Counted:
    """Areas with one area for improvement and, where the second is not empty, one for priority action, with themes.

    Every coder gives the same. `uncoded` areas more were inspected; `returns` are printed answers, the total first.
    """
    places = [area(number, name=f"Area {number:02}") for number in range(1, len(areas) + uncoded + 1)]
    held = [
        inspection(place, outcome=WIDESPREAD if number < len(areas) and areas[number][1] else INCONSISTENT)
        for number, place in enumerate(places)
    ]
    found = [
        finding for entry, (_, apa) in zip(held, areas, strict=False) for finding in findings(entry, apa=bool(apa))
    ]
    names = [f"coder-{number}" for number in range(1, len(makers) + 1)]
    themes = {entry.inspection_id: said for entry, said in zip(held, areas, strict=False)}
    codings = [
        coding(finding, *themes[finding.inspection_id][finding.kind is FindingKind.APA], by=name)
        for finding in found
        for name in names
    ]
    given = [Respondent.ALL, Respondent.PARENTS_AND_CARERS, Respondent.PRACTITIONERS]
    figure = "leadership-changes.widespread_systemic_failings.changed_pct"
    return count_findings(
        population(
            register(
                places,
                held,
                found=found,
                coders=[coder(name, made_by=maker) for name, maker in zip(names, makers, strict=True)],
                codings=codings,
                documents=[document()],
                returns=[survey(who, number, bound) for who, number in zip(given, returns, strict=False)],
                printed_figures=[printed("p-1", published, unit=Unit.PERCENT, figure=figure, base=2)]
                if published
                else [],
                leadership=[
                    leadership(e, changed=said, page=1 if said else None)
                    for e, said in zip(held, leaders, strict=False)
                ],
            )
        )
    )


def survey(who: Respondent, number: int, bound: Bound) -> SurveyReturn:
    return SurveyReturn(
        id=Key(f"survey-{who.value.replace('_', '-')}"),
        respondent=who,
        responses=number,
        qualifier="",
        bound=bound,
        period_start=date(2023, 1, 1),
        period_end=date(2024, 12, 31),
        document=Key("findings"),
        place="Page 1",
    )
