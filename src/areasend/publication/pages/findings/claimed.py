"""Sentences of the report that claim something beyond a number, each from what statistics has proved or counted."""

from collections.abc import Iterator

from markupsafe import Markup

from areasend.publication.pages.findings.theme_texts import codebook_of, theme_claims
from areasend.publication.pages.site import Site
from areasend.publication.placing import with_times
from areasend.publication.wording import listed, upper_first
from areasend.statistics import ENGLAND, Figure, MostCommon

_FINDINGS = {
    "afi": "areas for improvement",
    "apa": "areas for priority action",
    "either": "either kind of finding",
}


def coded_so_far(site: Site) -> Iterator[Markup]:
    """How many inspections were coded, and how: finding by finding, or by kind where the text is not at hand."""
    table = site.release.counted.table("coded-inspections")
    by_finding, together, missing, every = (
        table.figure(key, "inspections") for key in ("by-finding", "together", "not-coded", ENGLAND)
    )
    said = Markup("Of {0} with an outcome, {1} coded finding by finding.").format(
        site.placer.counted(every, "inspection", "inspections"), _were(site, by_finding)
    )
    if together.value:
        said += Markup(" Of {0} the text was not at hand, and the findings of a kind were coded together.").format(
            site.placer.counted(together, "report", "reports")
        )
    if missing.value:
        said += Markup(" {0} not coded, and stand in no number about themes.").format(upper_first(_were(site, missing)))
    yield said


def _were(site: Site, figure: Figure) -> Markup:
    shown = site.placer.place(figure, text="none" if figure.value == 0 else None)
    return shown + Markup(" was" if figure.value == 1 else " were")


def most_common(site: Site, *scopes: str) -> Iterator[Markup]:
    """The most common themes of some kinds of findings, every one that ties; nothing where none was seen."""
    claims = theme_claims(site)
    for claim in (claim for claim in claims.most_common if claim.scope in scopes):
        yield _most_common(site, claim, among="" if claims.all_coded else "Among the inspections coded here, ")


def _most_common(site: Site, claim: MostCommon, *, among: str) -> Markup:
    table, codebook = site.release.counted.table("themes"), codebook_of(site)
    first = claim.themes[0]
    part, base, share = (table.figure(first, f"{claim.scope}{suffix}") for suffix in ("", "_base", "_pct"))
    names = listed([Markup("“{0}”").format(codebook.theme(theme).name) for theme in claim.themes])
    start = f"{among}the most common" if among else "The most common"
    place = site.placer.place
    if len(claim.themes) == 1:
        said = Markup("{0} theme in {1} was {2}: in {3} of {4} inspections").format(
            start, _FINDINGS[claim.scope], names, place(part), place(base)
        )
    else:
        said = Markup("{0} themes in {1} were {2}: each in {3} of {4} inspections").format(
            start, _FINDINGS[claim.scope], names, place(part), place(base)
        )
    return said + (Markup(".") if share.needs_caution else Markup(" ({0}).").format(place(share)))


def survey_text(site: Site) -> Iterator[Markup]:
    """What the printed parts add up to, beside the printed total."""
    table, place = site.release.counted.table("survey-parts"), site.placer.place
    for row in table.rows:
        named = table.named(row)
        parts, total, difference = (table.figure(row.key, column) for column in ("parts", "total", "difference"))
        said = Markup(
            "In “{0}”, the printed total is {1} responses; the printed parts add up to {2}. "
            "The total less the parts is {3}. {4}"
        )
        where = with_times(str(named["document"]))
        yield said.format(where, place(total), place(parts), place(difference), named["remark"])


def leadership_text(site: Site) -> Iterator[Markup]:
    """The printed share of each outcome that has one, quoted, and what the reports say that were read."""
    counted, place = site.release.counted, site.placer.place
    table = counted.table("leadership-changes")
    for outcome in counted.version.outcomes:
        published = table.named(next(row for row in table.rows if row.key == outcome.key))["published_pct"]
        if not isinstance(published, Figure):
            continue
        read, changed = table.figure(outcome.key, "read"), table.figure(outcome.key, "changed")
        every = table.figure(outcome.key, "inspections")
        yield Markup(
            'The research report says of <q data-quoted="{0}">{1}</q> of the local areas with the outcome “{2}” that '
            "posts of senior leaders had changed. This share is quoted, and not counted here."
        ).format(published.id, place(published), outcome.label)
        yield Markup(
            "Of the {0} reports with this outcome, {1} read for this. In {2} of them, the section on the local area "
            "partnership itself says that senior leaders changed."
        ).format(place(every), _were(site, read), place(changed, text="none" if changed.value == 0 else None))


__all__ = ["coded_so_far", "leadership_text", "most_common", "survey_text"]
