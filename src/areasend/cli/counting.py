"""What each kind of release is counted from: records alone, or records of codings read with a codebook."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.abc import Traversable
from pathlib import Path

from areasend.framework import packaged_framework
from areasend.publication import PreviousUnfit, ReleaseKind
from areasend.snapshot import Snapshot
from areasend.statistics import Counted, Population, count_findings, count_population
from areasend.themes import (
    CodebookHistory,
    ThemesError,
    codebook_sha256,
    load_codebooks,
    packaged_codebooks,
    require_decided,
)
from areasend.themes import packaged_codebook_files as packaged_files

CODEBOOK = "data/codebook"
_AUTHORS = ("Krippendorff's", "Gwet", "Gwet's", "Feinstein", "Cicchetti")
_TERMS = ("codebook", "coding", "codings", "Codings", "afi", "apa", "resample", "resamples", "resampling", *_AUTHORS)


@dataclass(frozen=True, kw_only=True, slots=True)
class Basis:
    """What is held beside the records: the codebook where codings are counted, and its files as they were given."""

    codebooks: CodebookHistory | None = None
    given: Mapping[str, bytes] | None = None

    def population(self, held: Snapshot) -> Population:
        """A snapshot to be counted."""
        if self.codebooks is None:
            return Population(snapshot=held, framework=packaged_framework())
        return Population(snapshot=held, framework=packaged_framework(), codebooks=self.codebooks)

    def count(self, population: Population) -> Counted:
        """Counts it. Raises `CodingsWait` where the codebook reopened codings: no number may rest on the others."""
        if self.codebooks is None:
            return count_population(population)
        held = population.snapshot
        require_decided(held.codings, held.adjudications, self.codebooks)
        return count_findings(population)

    @property
    def files(self) -> dict[str, bytes]:
        """What of it goes into the release, so that anybody can count again."""
        return {f"{CODEBOOK}/{name}": content for name, content in (self.given or {}).items()}

    @property
    def inputs(self) -> dict[str, str]:
        """Its hash, for the manifest."""
        return {} if self.codebooks is None else {"codebook": codebook_sha256(self.codebooks)}

    @property
    def words(self) -> str:
        """The words that tables of codings have beyond the dictionary: those of themes, and the terms of coding."""
        if self.codebooks is None:
            return ""
        themes = [theme for version in self.codebooks.versions for theme in version.themes]
        names = (name for theme in themes for name in (theme.key.replace("_", " "), theme.name))
        return " ".join((*names, *_TERMS))

    def require_alike(self, other: "Basis", what: str) -> None:
        """Raises `PreviousUnfit` where the one counts codings and the other does not: they share too few figures."""
        if (self.codebooks is None) != (other.codebooks is None):
            raise PreviousUnfit(
                f"{what}: one is a report on findings and the other is not, so there is nothing to compare. "
                "Name a release of the same kind."
            )


def chosen_basis(kind: ReleaseKind, codebook: Path | None) -> Basis:
    """The basis of a release to build. Raises `ThemesError` for a codebook that is not sound or not wanted."""
    if kind is not ReleaseKind.FINDINGS:
        if codebook is not None:
            raise ThemesError(f"--codebook is for --kind {ReleaseKind.FINDINGS}: a release of {kind} has no themes.")
        return Basis()
    if codebook is None:
        return Basis(codebooks=packaged_codebooks(), given=packaged_files())
    return _read(codebook, str(codebook))


def standing_basis(kind: ReleaseKind, folder: Path) -> Basis:
    """The basis of a release that was built, from its folder."""
    if kind is not ReleaseKind.FINDINGS:
        return Basis()
    return _read(folder / CODEBOOK, f"{folder / CODEBOOK}")


def _read(folder: Traversable, place: str) -> Basis:
    history = load_codebooks(folder, place=place)
    names = [f"{version.version}.toml" for version in history.versions]
    return Basis(codebooks=history, given={name: (folder / name).read_bytes() for name in names})
