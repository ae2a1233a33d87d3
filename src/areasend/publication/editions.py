"""The editions: one object for each kind of release, so that nothing else asks of which kind a release is."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from areasend.publication.charts import charts, findings_charts
from areasend.publication.edition import Edition, ReleaseKind
from areasend.publication.pages.area_pages import AreaSection
from areasend.publication.pages.findings import area_themes, findings_pages, findings_quality
from areasend.publication.pages.main_findings import main_findings
from areasend.publication.pages.management import management_page
from areasend.publication.pages.reference_pages import methodology_page, quality_page, reconciliation_page
from areasend.publication.pages.site import Site

_SUBJECT = "Outcomes of area SEND inspections in England"
_DESCRIBED = (
    "Outcomes of joint inspections of local areas’ arrangements for children and young people who have special "
    "educational needs and/or disabilities in England."
)
_ABBREVIATIONS = (
    "special educational needs and/or disabilities (SEND)",
    "special educational needs (SEN)",
    "education, health and care (EHC)",
    "Care Quality Commission (CQC)",
    "Office for National Statistics (ONS)",
    "Government Statistical Service (GSS)",
)
_RECONCILIATION = ("Reconciliation", "reconciliation.html")


def edition_of(kind: ReleaseKind) -> Edition:
    """The edition of a kind."""
    return _EDITIONS[kind]


def _statistics_pages(site: Site) -> Iterator[tuple[str, bytes]]:
    yield main_findings(site)
    yield from _reference_pages(site)


def _information_pages(site: Site) -> Iterator[tuple[str, bytes]]:
    yield management_page(site)
    yield from _reference_pages(site)


def _reference_pages(site: Site) -> Iterator[tuple[str, bytes]]:
    yield methodology_page(site)
    yield reconciliation_page(site)


def _no_sections(_: Site) -> Mapping[str, AreaSection]:
    return {}


_STATISTICS = Edition(
    kind=ReleaseKind.STATISTICS,
    in_id="",
    kind_text="main findings",
    subject=_SUBJECT,
    described=_DESCRIBED,
    abbreviations=_ABBREVIATIONS,
    config="release.toml",
    glossary=("terms",),
    top=(("Main findings", "index.html"),),
    foot=(_RECONCILIATION,),
    map_number=3,
    labelled=(),
    charts=charts,
    pages=_statistics_pages,
    quality=quality_page,
    area_sections=_no_sections,
)
_INFORMATION = replace(
    _STATISTICS,
    kind=ReleaseKind.MANAGEMENT_INFORMATION,
    in_id="management-information",
    kind_text="management information",
    top=(("Management information", "index.html"),),
    pages=_information_pages,
)
_FINDINGS = replace(
    _STATISTICS,
    kind=ReleaseKind.FINDINGS,
    in_id="findings",
    kind_text="findings report",
    subject="Findings of area SEND inspections in England, by theme",
    described=(
        "What reports on local areas’ arrangements for children and young people who have special educational needs "
        "and/or disabilities in England ask to improve, coded to themes by areasend."
    ),
    config="findings.toml",
    glossary=("terms", "coding"),
    top=(("Findings", "index.html"), ("Themes", "themes/index.html")),
    foot=(("Themes as coded here and as published", "published.html"),),
    map_number=1,
    labelled=("theme", "cod"),
    charts=findings_charts,
    pages=findings_pages,
    quality=findings_quality,
    area_sections=area_themes,
)
_EDITIONS = {edition.kind: edition for edition in (_STATISTICS, _INFORMATION, _FINDINGS)}

__all__ = ["edition_of"]
