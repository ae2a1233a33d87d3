"""The frame of a page: header, navigation, banner and footer. It depends on where a page stands, and is drawn once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from areasend.publication.edition import Entry
from areasend.publication.pages.navigation import foot_entries, main_entries
from areasend.publication.placing import with_times
from areasend.publication.release import LICENCE, Release

Render = Callable[..., Markup]


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    top: Markup
    bottom: Markup


class Frames:
    """Frames of one release by the page's way to the root and the entry that is marked as the current one."""

    def __init__(self, release: Release, render: Render, site: dict[str, Any]) -> None:
        self._release, self._render, self._site = release, render, site
        self._drawn: dict[tuple[str, str], Frame] = {}
        self._mark = render("mark.html.j2")

    def frame(self, page: str, root: str) -> Frame:
        """The frame of a page, named by its place in the release."""
        marked = page if any(page == address for _, address in main_entries(self._release)) else _section(page)
        if (root, marked) not in self._drawn:
            self._drawn[root, marked] = self._draw(root, marked, page)
        return self._drawn[root, marked]

    def _draw(self, root: str, marked: str, page: str) -> Frame:
        top = self._render(
            "frame_top.html.j2",
            root=root,
            mark=self._mark,
            navigation=_items(main_entries(self._release), root, marked, page),
            banner=with_times(" ".join(self._site[said] for said in ("unofficial", "complete_text", "dates_text"))),
        )
        foot = _items(foot_entries(self._release), root, "", page)
        bottom = self._render("frame_bottom.html.j2", site=self._site, footer=foot, licence=LICENCE)
        return Frame(top=top, bottom=bottom)


def _items(entries: Iterable[Entry], root: str, marked: str, page: str) -> list[dict[str, Any]]:
    return [
        {
            "text": text,
            "href": root + address,
            "current": address == marked == page,
            "active": address == marked != page,
        }
        for text, address in entries
    ]


def _section(page: str) -> str:
    """The main page under which another stands: an area belongs to the local areas, a table to the data."""
    sections = {
        "areas/": "areas/index.html",
        "themes/": "themes/index.html",
        "tables/": "data.html",
        "numbers/": "data.html",
        "map": "map.html",
    }
    return next((main for start, main in sections.items() if page.startswith(start)), "")
