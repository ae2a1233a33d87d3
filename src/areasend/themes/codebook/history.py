"""The codebook in all its versions, and how a coding made with one is carried to a later one."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from areasend.themes.codebook.carrying import Standing, carry
from areasend.themes.codebook.model import Carried, Codebook
from areasend.themes.errors import ThemesError


@dataclass(frozen=True, kw_only=True, slots=True)
class CodebookHistory:
    """Every version, the first one first; `load_codebooks` makes it, and checks that each comes from the last."""

    versions: tuple[Codebook, ...]

    @property
    def latest(self) -> Codebook:
        return self.versions[-1]

    def version(self, number: int) -> Codebook:
        """The version with this number. Raises `ThemesError` where there is none."""
        for version in self.versions:
            if version.version == number:
                return version
        last = self.latest.version
        raise ThemesError(f"The codebook has no version {number}: its versions are 1 to {last}. Use one of them.")

    def carried(self, themes: Sequence[str], *, made_with: int, to: int | None = None) -> Carried:
        """A coding made with one version, as the version `to` (the latest, where not said) has it.

        The coding itself stays as it is: with `to` the version it was made with, it comes back unchanged.
        Raises `ThemesError` for a version or theme that is unknown, and where `to` is earlier than `made_with`.
        """
        made, wanted = self.version(made_with), self.latest if to is None else self.version(to)
        if wanted.version < made.version:
            raise ThemesError(
                f"A coding made with version {made.version} of the codebook cannot be carried back to version "
                f"{wanted.version}. Use the codings that were made by then."
            )
        _check(themes, made)
        standing = Standing(themes=tuple(themes), reopened=frozenset())
        for version in self.versions:
            if made.version < version.version <= wanted.version:
                standing = carry(standing, version.changes)
        return Carried(themes=standing.themes, reopened=standing.reopened)


def codebook_sha256(history: CodebookHistory) -> str:
    """The hash of what the versions say; comments, line ends and spacing of their files do not count."""
    said = [asdict(version) for version in history.versions]
    return hashlib.sha256(json.dumps(said, sort_keys=True, default=str).encode()).hexdigest()


def _check(themes: Sequence[str], made: Codebook) -> None:
    for theme in themes:
        if theme not in made.keys:
            known = ", ".join(made.keys)
            raise ThemesError(f"Version {made.version} of the codebook has no theme {theme!r}. Use one of: {known}.")
    if len(set(themes)) < len(themes):
        raise ThemesError(f"A theme stands twice in a coding: {' '.join(themes)}. Keep it once.")


__all__ = ["CodebookHistory", "codebook_sha256"]
