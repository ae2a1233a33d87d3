"""The release folder: every file of a release by name, and the manifest with their hashes."""

from collections.abc import Iterable, Iterator, Mapping

from areasend.formats import json_bytes, sha256_hex, sitemap_bytes
from areasend.publication.assets import assets
from areasend.publication.charts import chart_files
from areasend.publication.data_files import data_files, head, json_files
from areasend.publication.dataset import WORKBOOK
from areasend.publication.feed import feed_bytes
from areasend.publication.maps import figure_files
from areasend.publication.pages import NOT_FOUND, Site, release_pages
from areasend.publication.practice import practice_json, practice_of
from areasend.publication.release import Release
from areasend.publication.workbook import workbook_bytes


def lay_out(release: Release) -> dict[str, bytes]:
    """Every file but the manifest, by its name in the release folder."""
    site = Site(release)
    pages = release_pages(site)
    return {
        **pages,
        "feed.atom": feed_bytes(release),
        "sitemap.xml": sitemap_bytes(_addresses(release, pages)),
        **dict(chart_files(site.charts.values())),
        **dict(data_files(release)),
        **dict(json_files(release)),
        **dict(figure_files(release)),
        WORKBOOK: workbook_bytes(release),
        **{asset.name: asset.content for asset in assets().values()},
    }


def lay_out_quality(release: Release) -> dict[str, bytes]:
    """The page on quality alone, to be laid out again when the numbers of the other files have been checked."""
    return dict([release.edition.quality(Site(release))])


def _addresses(release: Release, pages: Iterable[str]) -> Iterator[str]:
    """The absolute address of each page, without the one for wrong addresses."""
    shown = (page for page in sorted(pages) if page.endswith(".html") and page != NOT_FOUND)
    return (release.config.address + page for page in shown)


def manifest_bytes(release: Release, laid_out: Mapping[str, bytes], inputs: Mapping[str, str]) -> bytes:
    """`manifest.json`: how it is published, versions, and the hashes of what went in and of every file but itself.

    `inputs` are SHA-256 hashes by name: the snapshot, the configuration, the framework.
    """
    described = head(release) | {
        "id": release.id,
        "author": release.config.author,
        "practice": practice_json(practice_of(release.config)),
        "kind": release.edition.kind.value,
        "areasend": release.version,
        "framework_versions": [version.id for version in release.counted.framework.versions],
        "inputs": dict(sorted(inputs.items())),
        "files": {name: sha256_hex(content) for name, content in sorted(laid_out.items())},
    }
    return json_bytes(described)
