"""The page of main findings: the parts of the official release, in our own words, every number placed by its id."""

from dataclasses import dataclass

from markupsafe import Markup

from areasend.framework import Activity, FrameworkVersion, interval_words
from areasend.publication.dataset import dataset
from areasend.publication.pages.site import Site
from areasend.publication.wording import upper_first
from areasend.statistics import Counted, Figure, OutcomeClaims, RegionShare, Row, Table, long_date

# The national context that introduces the release, where the records hold it.
INTRODUCTION = ("ehc-plans", "sen-support", "designated")


def main_findings(site: Site) -> tuple[str, bytes]:
    """`index.html`."""
    counted = site.release.counted
    context = _context(site, counted.table("context"))
    return site.page(
        "index",
        "index.html",
        described=dataset(site.release),
        charts=site.charts,
        title=f"Main findings: {_lower_first(site.release.title)}",
        description="What joint inspections found of the arrangements for SEND in the local areas of England",
        year=counted.table("outcomes-in-year"),
        since=counted.table("outcomes-since-2023"),
        by_region=counted.table("outcomes-by-region"),
        coverage=counted.table("coverage"),
        completeness=counted.table("register-completeness"),
        days=counted.table("working-days-to-publication"),
        regional=[_regional(site, claim) for claim in counted.regional],
        left_out=bool(counted.table("register-completeness").figure("left-out", "inspections").value),
        first_year=counted.year == counted.since_start,
        context_rows=context,
        footnotes=[row for row in context if row.note],
        follows=lambda outcome: what_follows(counted, outcome),
    )


def _lower_first(title: str) -> str:
    """Area SEND … becomes area SEND … after a colon; a title that begins with an abbreviation stays."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def what_follows(counted: Counted, outcome: str) -> tuple[str, ...]:
    """What usually follows an outcome: one line, or a line for each framework version that says something else."""
    versions = [version for version in counted.framework.versions if version.valid_from <= counted.as_at]
    said = [_follows_in(version, outcome) for version in versions]
    if len(set(said)) == 1:
        return (said[0],)
    return tuple(f"{_span(version)}: {line}" for version, line in zip(versions, said, strict=True))


def _span(version: FrameworkVersion) -> str:
    start = f"Inspections from {long_date(version.valid_from)}"
    return f"{start} to {long_date(version.valid_to)}" if version.valid_to is not None else start


def _follows_in(version: FrameworkVersion, outcome: str) -> str:
    plan = version.plan(outcome)
    said = [f"The local area partnership is asked to {plan.action}."] if plan is not None else []
    for activity, subject in _SUBJECTS.items():
        rule = version.follow_up(outcome, activity)
        if rule is not None:
            said.append(f"{subject} follows {interval_words(rule.hedge, rule.relation, rule.months)}.")
    return " ".join(said)


_SUBJECTS = {
    Activity.NEXT_FULL_INSPECTION: "The next full inspection",
    Activity.MONITORING_INSPECTION: "A monitoring inspection",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class _Region:
    """A region in a sentence: `words` with its numbers, `start` to begin a sentence with."""

    start: str
    words: Markup
    words_count: Markup
    count: Markup


@dataclass(frozen=True, kw_only=True, slots=True)
class _Claim:
    outcome: str
    label: str
    highest: tuple[_Region, ...]
    absent_from: tuple[_Region, ...]


def _regional(site: Site, claims: OutcomeClaims) -> _Claim:
    outcome = site.release.counted.version.outcome(claims.outcome)
    return _Claim(
        outcome=claims.outcome,
        label=outcome.label,
        highest=tuple(_region(site, share) for share in claims.highest),
        absent_from=tuple(_region(site, share) for share in claims.absent_from),
    )


def _region(site: Site, share: RegionShare) -> _Region:
    phrases = {region.name: region.phrase for region in site.release.counted.framework.ofsted_regions}
    phrase, place = phrases[share.region], site.placer.place
    noun = "inspection" if share.whole.value == 1 else "inspections"
    count = Markup("{0} of {1} {2}").format(place(share.part), place(share.whole), noun)
    return _Region(
        start=upper_first(phrase),
        count=count,
        words=Markup("{0} ({1}, {2})").format(phrase, count, place(share.share)),
        words_count=Markup("{0} ({1})").format(phrase, count),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class ContextRow:
    """A quoted figure of the introduction; `note` is the number of its footnote."""

    text: str
    printed: Markup
    period: str
    figure: Figure
    note: int
    note_text: str


def _context(site: Site, table: Table) -> list[ContextRow]:
    chosen = {row.key: row for row in table.rows}
    return [
        _context_row(site, table, chosen[key], number)
        for number, key in enumerate((key for key in INTRODUCTION if key in chosen), 1)
    ]


def _context_row(site: Site, table: Table, row: Row, number: int) -> ContextRow:
    figure = table.figure(row.key, "value")
    named = table.named(row)
    difference = str(named["difference"])
    source = f"Quoted in “{named['document']}”, which has it from: {named['original_source']}."
    return ContextRow(
        text=str(named["measure"]),
        printed=site.placer.place(figure, text=str(named["as_printed"]).strip("“”")),
        period=str(named["period"]),
        figure=figure,
        note=number,
        note_text=source if difference.startswith("[") else f"{source} {difference}",
    )


__all__ = ["main_findings", "what_follows"]
