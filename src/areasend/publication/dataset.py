"""The release as a schema.org Dataset (JSON-LD), for catalogues and search engines (checklist point HT13)."""

from typing import Any

from areasend.publication.release import ATTRIBUTION, LICENCE, UNOFFICIAL, Release

WORKBOOK = "data/area-send-inspections.ods"


def dataset(release: Release) -> dict[str, Any]:
    """What the page of main findings and the page of data say of the data."""
    config, counted = release.config, release.counted
    address, tables = config.address, (*counted.tables, *release.further_tables)
    described: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": f"{address}releases/{release.id}/#dataset",
        "name": release.title,
        "description": (f"{release.edition.described} {UNOFFICIAL} {release.status_title} {release.status_text}"),
        "url": f"{address}index.html",
        "identifier": release.id,
        "version": str(config.version),
        "inLanguage": "en-GB",
        "isAccessibleForFree": True,
        "license": LICENCE,
        "creditText": ATTRIBUTION,
        "creator": {"@type": "Organization", "name": config.publisher or "areasend"},
        "temporalCoverage": f"{counted.since_start.start.isoformat()}/{counted.as_at.isoformat()}",
        "spatialCoverage": {"@type": "Country", "name": "England", "identifier": counted.framework.country_code},
        "distribution": [
            _download(release, WORKBOOK, "Workbook", "application/vnd.oasis.opendocument.spreadsheet"),
            _download(release, "data/observations.csv", "Every figure in tidy form", "text/csv"),
            _download(release, "api/v1/figures.json", "Every figure with its records", "application/json"),
            *(_download(release, f"data/{table.id}.csv", table.title, "text/csv") for table in tables),
        ],
    }
    if config.published is not None:
        described["datePublished"] = config.published.isoformat()
    return described


def _download(release: Release, place: str, name: str, media: str) -> dict[str, str]:
    return {
        "@type": "DataDownload",
        "name": name,
        "contentUrl": f"{release.config.address}{place}",
        "encodingFormat": media,
    }
