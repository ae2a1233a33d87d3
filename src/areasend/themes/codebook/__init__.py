"""The codebook and its versions: what each theme takes in, how one version came from the last, what that reopens."""

from areasend.themes.codebook.model import Carried, ChangeKind, Codebook, CodebookChange, Example, SubTheme, Theme

__all__ = ["Carried", "ChangeKind", "Codebook", "CodebookChange", "Example", "SubTheme", "Theme"]
