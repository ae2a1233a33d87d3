"""The list of local areas and a page for each, from the rows of the tables areas and inspections."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from areasend.publication.errors import UnprovedSentence
from areasend.publication.pages.site import Site
from areasend.publication.placing import table_data
from areasend.publication.wording import slug, upper_first
from areasend.statistics import Cell, Marker, Stand, long_date


@dataclass(frozen=True, kw_only=True, slots=True)
class Visit:
    """One line of an area's history: a full inspection."""

    id: str
    when: str
    outcome: str
    published: str
    report_url: str
    source: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AreaText:
    """What an area's page says, in words."""

    code: str
    name: str
    plain_name: str
    slug: str
    ofsted_region: str
    ons_region: str
    summary: str
    outcome_text: str
    wording: str
    ended: str | Markup
    report_url: str
    follows: tuple[str, ...]
    history: tuple[Visit, ...]
    predecessors: str
    since: str
    visits: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RegionText:
    key: str
    name: str
    phrase: str
    areas: tuple[AreaText, ...]


def area_pages(site: Site) -> Iterator[tuple[str, bytes]]:
    """`areas/index.html` and `areas/<slug>/index.html` for each local area."""
    counted = site.release.counted
    areas = area_texts(site)
    regions = [
        RegionText(
            key=region.key,
            name=region.name,
            phrase=region.phrase,
            areas=tuple(sorted((a for a in areas if a.ofsted_region == region.name), key=lambda area: area.plain_name)),
        )
        for region in counted.framework.ofsted_regions
    ]
    yield site.page(
        "areas",
        "areas/index.html",
        title="Local areas",
        description="The local areas of England with their latest outcome, by region",
        regions=[region for region in regions if region.areas],
        coverage=counted.table("coverage"),
    )
    for area in areas:
        yield site.page(
            "area",
            f"areas/{area.slug}/index.html",
            title=area.plain_name,
            description=f"Area SEND inspections of {area.plain_name}: what was found, when, and what usually follows",
            area=area,
        )


def area_texts(site: Site) -> tuple[AreaText, ...]:
    """The words for each local area, in the order of the table areas."""
    counted = site.release.counted
    areas, inspections = counted.table("areas"), counted.table("inspections")
    history: dict[str, list[dict[str, Cell]]] = {}
    for row in inspections.rows:
        named = inspections.named(row)
        history.setdefault(str(named["gss_code"]), []).append(named)
    texts = tuple(_area(site, areas.named(row), history.get(row.key, [])) for row in areas.rows)
    if len({text.slug for text in texts}) != len(texts):
        raise UnprovedSentence("two local areas would have the same web address")
    return texts


def _area(site: Site, named: dict[str, Cell], held: list[dict[str, Cell]]) -> AreaText:
    key = named["latest_outcome_key"]
    outcome = None if isinstance(key, Marker) else site.release.counted.version.outcome(str(key))
    return AreaText(
        code=str(named["gss_code"]),
        name=str(named["local_area"]),
        plain_name=str(named["plain_name"]),
        slug=slug(str(named["plain_name"])),
        ofsted_region=str(named["ofsted_region"]),
        ons_region=str(named["ons_region"]),
        summary=_summary(site, named),
        outcome_text=outcome.label if outcome else upper_first(str(named["status"])),
        wording=outcome.wording if outcome else "",
        ended=_shown(named["inspection_end"]),
        report_url=_plain(named["report_url"]),
        follows=tuple(_follows(named)),
        history=tuple(_visit(entry) for entry in held),
        predecessors=_plain(named["predecessors"]).replace(";", ","),
        since=_plain(named["in_present_form_since"]),
        visits=_plain(named["thematic_visits"]) or "None recorded",
    )


def _shown(cell: Cell) -> str | Markup:
    return table_data(cell)


def _plain(cell: Cell) -> str:
    """A cell as words; a marker as nothing."""
    if isinstance(cell, Marker):
        return ""
    return long_date(cell) if isinstance(cell, date) else str(cell)


def _summary(site: Site, named: dict[str, Cell]) -> str:
    counted = site.release.counted
    name, as_at = str(named["plain_name"]), long_date(counted.as_at)
    going_by = "" if counted.claims.all_included else ", going by these records"
    match named["status"]:
        case Stand.NOT_YET_INSPECTED.value:
            return f"{name} had not had a full inspection under this framework by {as_at}{going_by}."
        case Stand.REPORT_LATER.value:
            cut = _cut(counted.published_by)
            return (
                f"An inspection of {name} had ended by {as_at}. Its report came after {cut}, so it is not counted here."
            )
        case Stand.NOT_ESTABLISHED.value:
            return (
                f"A report on {name} is listed without the dates of the inspection. "
                f"Whether the inspection had ended by {as_at} is not established."
            )
    when = f"{_plain(named['inspection_start'])} to {_plain(named['inspection_end'])}"
    if isinstance(named["inspection_start"], Marker):
        when = "on dates that are not recorded"
        said = f"Ofsted and the Care Quality Commission (CQC) inspected {name} {when}."
    else:
        said = f"Ofsted and the Care Quality Commission (CQC) inspected {name} from {when}."
    if isinstance(named["latest_outcome"], Marker):
        return f"{said} The outcome is not recorded here: the official report has it."
    outcome = counted.version.outcome(str(named["latest_outcome_key"]))
    return f"{said} They concluded that {outcome.finding}."


def _cut(day: date | None) -> str:
    """The last day of publication of a release that leaves reports out."""
    return long_date(day) if day is not None else "the date of this release"


def _follows(named: dict[str, Cell]) -> Iterator[str]:
    for column, subject in (
        ("next_full_inspection", "The next full inspection"),
        ("monitoring_inspection", "A monitoring inspection"),
    ):
        rule, expected = _plain(named[column]), _plain(named[f"{column}_expected"])
        if rule:
            yield f"{subject}: {rule}{_when(expected)}."
    plan = _plain(named["plan"])
    if plan:
        yield f"With this outcome, a local area partnership is asked to {plan}."


def _when(expected: str) -> str:
    """The derived month after its rule; one that had passed by the date of the release is told in the past."""
    if not expected:
        return ""
    month = expected.removesuffix(" (passed)")
    return f", so it was expected {month}" if month != expected else f", so expected {month}"


def _visit(named: dict[str, Cell]) -> Visit:
    start, end = _plain(named["inspection_start"]), _plain(named["inspection_end"])
    return Visit(
        id=str(named["inspection_id"]),
        when=f"{start} to {end}" if start else "Dates not recorded",
        outcome=_plain(named["outcome"]) or "Not recorded",
        published=_plain(named["publication_date"]) or "Date not recorded",
        report_url=_plain(named["report_url"]),
        source="Read from the report and checked" if named["source"] == "report" else "Public list, unchecked",
    )
