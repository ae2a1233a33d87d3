"""The figures of a release counted again from records, by id: what its numbers are held against."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from areasend.check.numbers.documents.model import Document, MarkKind, Passage
from areasend.check.numbers.release_files.model import Release
from areasend.framework import Framework
from areasend.snapshot import Snapshot, narrow
from areasend.statistics import CATALOGUE, Figure, Population, count_findings, count_population, long_date

# If fewer of the figures of codings agree, they were counted with another codebook than the one that comes with us.
_SAME_CODEBOOK = Decimal("0.9")


def figures_for(
    documents: Sequence[Document], release: Release | None, snapshot: Snapshot | None, framework: Framework
) -> Mapping[str, Figure]:
    """The figures that documents name, counted from the records for their date; none without records.

    Pages by themselves are counted for the date of the records, if each that names a figure says that it is as at it.
    """
    if snapshot is None:
        return {}
    if release is not None:
        return recounted(release, snapshot, framework)
    naming = [document for document in documents if _names_figures(document)]
    if naming and all(_is_as_at(document, snapshot) for document in naming):
        return count_population(Population(snapshot=snapshot, framework=framework)).figures()
    return {}


def _names_figures(document: Document) -> bool:
    return any(passage.marked(MarkKind.FIGURE) for passage in document.passages())


def _is_as_at(document: Document, snapshot: Snapshot) -> bool:
    """Whether a page says the date of the records; what frames it says so too."""
    wanted = f"as at {long_date(snapshot.as_at)}"
    texts = [block.text for block in document.blocks if isinstance(block, Passage)]
    return any(wanted.casefold() in " ".join(text.split()).casefold() for text in texts)


def recounted(release: Release, snapshot: Snapshot, framework: Framework) -> Mapping[str, Figure]:
    """The figures that the records give for the date of a release; none if the records end before it."""
    if release.as_at is None or snapshot.as_at < release.as_at:
        return {}
    if (snapshot.as_at, snapshot.published_by) != (release.as_at, release.published_by):
        snapshot = narrow(snapshot, as_at=release.as_at, published_by=release.published_by)
    population = Population(snapshot=snapshot, framework=framework)
    figures = count_population(population).figures()
    if any(identifier not in figures for identifier in release.observed):
        figures |= _of_codings(release, population)
    return figures


def _of_codings(release: Release, population: Population) -> dict[str, Figure]:
    tables = {entry.id for entry in CATALOGUE}
    figures = {
        identifier: figure
        for identifier, figure in count_findings(population).figures().items()
        if identifier.partition(".")[0] not in tables
    }
    held = [entry for entry in release.observed.values() if entry.id in figures and entry.value is not None]
    same = sum(str(figures[entry.id].shown) == f"{entry.value:f}" for entry in held)
    return figures if same >= _SAME_CODEBOOK * len(held) else {}
