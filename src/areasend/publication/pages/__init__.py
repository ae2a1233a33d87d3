"""The pages of a release, each built from tables and claims alone: a page formats, it never counts."""

from areasend.publication.pages.release_pages import release_pages
from areasend.publication.pages.site import NOT_FOUND, Site

__all__ = ["NOT_FOUND", "Site", "release_pages"]
