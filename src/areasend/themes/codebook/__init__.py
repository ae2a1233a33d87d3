"""The codebook and its versions: what each theme takes in, how one version came from the last, what that reopens."""

from areasend.themes.codebook.history import CodebookHistory, codebook_sha256
from areasend.themes.codebook.model import Carried, ChangeKind, Codebook, CodebookChange, Example, SubTheme, Theme
from areasend.themes.codebook.reading import load_codebooks, packaged_codebook_files, packaged_codebooks
from areasend.themes.codebook.reopening import CarriedCoding, MadeCoding, carried_codings, reopened_by_theme
from areasend.themes.codebook.showing import change_text, change_to_json, codebook_text, codebook_to_json

__all__ = [
    "Carried",
    "CarriedCoding",
    "ChangeKind",
    "Codebook",
    "CodebookChange",
    "CodebookHistory",
    "Example",
    "MadeCoding",
    "SubTheme",
    "Theme",
    "carried_codings",
    "change_text",
    "change_to_json",
    "codebook_sha256",
    "codebook_text",
    "codebook_to_json",
    "load_codebooks",
    "packaged_codebook_files",
    "packaged_codebooks",
    "reopened_by_theme",
]
