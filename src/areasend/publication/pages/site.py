"""What every page shares: its frame, the functions that templates may call, and where pages lead."""

from datetime import date
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from areasend.formats import page_environment
from areasend.publication.placing import Placer, table_data
from areasend.publication.release import UNOFFICIAL, Release, ReleaseKind
from areasend.publication.wording import digits, listed, slug
from areasend.statistics import Figure, Marker, Period, long_date, month_year

NAVIGATION = (
    ("Main findings", "index.html"),
    ("Local areas", "areas/index.html"),
    ("Tables and data", "data.html"),
    ("Methodology", "methodology.html"),
    ("Quality", "quality.html"),
    ("Reconciliation", "reconciliation.html"),
    ("Numbers", "numbers.html"),
    ("Glossary", "glossary.html"),
    ("Pre-release access", "pre-release-access.html"),
)

MANAGEMENT_NAVIGATION = (
    ("Management information", "index.html"),
    *(entry for entry in NAVIGATION if entry[1] not in ("index.html", "numbers.html")),
)


class Site:
    """Renders the pages of one release and remembers the figures that they use."""

    def __init__(self, release: Release) -> None:
        self.release = release
        self.placer = Placer(release.counted.figures())
        self._environment = _environment()
        self._shared = self._shared_context()

    def page(self, template: str, page: str, *, title: str, description: str, **context: Any) -> tuple[str, bytes]:
        """The name and the bytes of one page."""
        root = "../" * page.count("/")
        text = self._environment.get_template(f"{template}.html.j2").render(
            **self._shared, page=page, root=root, title=title, description=description, **context
        )
        return page, text.encode()

    def _shared_context(self) -> dict[str, Any]:
        release, counted = self.release, self.release.counted
        site = {
            "title": release.title,
            "unofficial": UNOFFICIAL,
            "complete_text": release.complete_text,
            "status_title": release.status_title,
            "status_text": release.status_text,
            "version": release.version,
            "dates_text": release.dates_text,
        }
        commentary = release.kind is ReleaseKind.STATISTICS
        return {
            "site": site,
            "navigation": NAVIGATION if commentary else MANAGEMENT_NAVIGATION,
            "config": release.config,
            "kind_text": release.kind_text,
            "counted_at": counted,
            "claims": counted.claims,
            "version": counted.version,
            "outcomes": counted.version.outcomes,
            "place": self.placer.place if commentary else self._data_only,
            "counted": self.placer.counted,
            "show": table_data,
            "digits": digits,
            "slug": slug,
            "long_date": timed,
            "month_year": month_year,
            "between": between,
        }

    def _data_only(self, figure: Figure | str, root: str = "", *, text: str | None = None) -> Markup:
        """Without commentary there is no page of numbers to lead to: the figure is marked up, not linked."""
        found = self.placer.figure(figure) if isinstance(figure, str) else figure
        return self.placer.data(found, text=text)


def between(period: Period) -> Markup:
    """A period after the word "between"."""
    return Markup("{0} and {1}").format(timed(period.start), timed(period.end))


def timed(day: date) -> Markup:
    """A day in full, marked up so that a program can read it."""
    return Markup('<time datetime="{0}">{1}</time>').format(day.isoformat(), long_date(day))


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = page_environment(Path(str(files("areasend.publication") / "templates")))
    environment.filters["listed"] = listed
    environment.tests["figure"] = lambda cell: isinstance(cell, Figure)
    environment.tests["marker"] = lambda cell: isinstance(cell, Marker)
    return environment
