"""The codebook and its versions: what each theme takes in, how one version came from the last, what that reopens."""

from areasend.themes.codebook.history import CodebookHistory, codebook_sha256
from areasend.themes.codebook.model import Carried, ChangeKind, Codebook, CodebookChange, Example, SubTheme, Theme
from areasend.themes.codebook.reading import load_codebooks, packaged_codebook_files, packaged_codebooks

__all__ = [
    "Carried",
    "ChangeKind",
    "Codebook",
    "CodebookChange",
    "CodebookHistory",
    "Example",
    "SubTheme",
    "Theme",
    "codebook_sha256",
    "load_codebooks",
    "packaged_codebook_files",
    "packaged_codebooks",
]
