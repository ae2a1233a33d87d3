"""What every page shares: its frame, the functions that templates may call, and where numbers lead."""

from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from markupsafe import Markup

from areasend.formats import component, page_environment
from areasend.publication.addresses import number_addresses, row_addresses
from areasend.publication.assets import assets
from areasend.publication.charts import saying_revised
from areasend.publication.pages.coded import coding_of
from areasend.publication.pages.frame import Frames
from areasend.publication.placing import Placer, has_revised, timed, with_times
from areasend.publication.release import UNOFFICIAL, Release
from areasend.publication.wording import digits, listed, slug
from areasend.statistics import REVISED, REVISED_MEANING, Figure, Marker, Period, Status, month_year

# Served for an address that leads nowhere.
NOT_FOUND = "404.html"


class Site:
    """Renders the pages of one release."""

    def __init__(self, release: Release) -> None:
        self.release = release
        self.addresses = number_addresses(release.counted.tables)
        self.rows = row_addresses(release.counted.tables)
        drawn = release.edition.charts(release.counted)
        self.charts = {chart.id: chart for chart in saying_revised(drawn, release.revised)}
        self.placer = Placer(release.counted.figures(), self.addresses, release.revised)
        self._environment = _environment()
        self._shared = self._shared_context()
        self._frames = Frames(release, self.fragment, self._shared["site"])

    def page(self, template: str, page: str, *, title: str, description: str, **context: Any) -> tuple[str, bytes]:
        """The name and the bytes of one page."""
        root = self._root(page)
        text = self._environment.get_template(f"{template}.html.j2").render(
            **self._shared,
            page=page,
            root=root,
            title=title,
            description=description,
            frame=self._frames.frame(page, root),
            **context,
        )
        return page, text.encode()

    def _root(self, page: str) -> str:
        """The way from a page to the root; absolute for the page that is shown at any wrong address."""
        return urlsplit(self.release.config.address).path if page == NOT_FOUND else "../" * page.count("/")

    def fragment(self, template: str, **context: Any) -> Markup:
        """A part of a page."""
        return Markup(self._environment.get_template(template).render(govuk=component, **context))

    def _needs_label(self, page: str, body: str) -> bool:
        """Whether a page has numbers that rest on codings, and does not say so itself."""
        labelled = self.release.edition.labelled
        places = tuple(f"{folder}/{start}" for start in labelled for folder in ("numbers", "tables"))
        of_codings = page.startswith(places)
        has_numbers = any(f"numbers/{start}" in body for start in labelled)
        return (of_codings or has_numbers) and 'id="coded-by"' not in body

    def part(self, template: str, *, root: str, **context: Any) -> Markup:
        """A part of a page, in which everything may be used that a page has."""
        return Markup(self._environment.get_template(template).render(**self._shared, root=root, page="", **context))

    def _shared_context(self) -> dict[str, Any]:
        release, counted = self.release, self.release.counted
        return {
            "site": _described(release),
            "config": release.config,
            "edition": release.edition,
            "coding": coding_of(counted) if release.edition.labelled else None,
            "needs_label": self._needs_label,
            "counted_at": counted,
            "claims": counted.claims,
            "version": counted.version,
            "outcomes": counted.version.outcomes,
            "govuk": component,
            "place": self.placer.place,
            "counted": self.placer.counted,
            "show": self.placer.cell,
            "revision": self.placer.revision,
            "has_revised": has_revised,
            "revised_meaning": f"{REVISED} {REVISED_MEANING}",
            "changes": release.changes,
            "digits": digits,
            "slug": slug,
            "long_date": timed,
            "month_year": month_year,
            "between": between,
            "row_address": self.rows,
        }


def _described(release: Release) -> dict[str, Any]:
    complete = release.counted.status is Status.COMPLETE
    return {
        "title": release.title,
        "unofficial": UNOFFICIAL,
        "complete_text": release.complete_text,
        "warning": "" if complete else with_times(f"{release.status_title} {release.status_text}"),
        "status_text": release.status_text,
        "version": release.version,
        "dates_text": release.dates_text,
        "style": assets()["style"].name,
        "script": assets()["script"].name,
        "icon": assets()["icon"].name,
    }


def between(period: Period) -> Markup:
    """A period after the word "between"."""
    return Markup("{0} and {1}").format(timed(period.start), timed(period.end))


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = page_environment(Path(str(files("areasend.publication") / "templates")))
    environment.filters["listed"] = listed
    environment.filters["times"] = with_times
    environment.tests["figure"] = lambda cell: isinstance(cell, Figure)
    environment.tests["marker"] = lambda cell: isinstance(cell, Marker)
    return environment
