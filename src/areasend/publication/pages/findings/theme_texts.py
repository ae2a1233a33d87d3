"""A theme as its page and its area lists say it: the words of the codebook, the counts, and where it was seen."""

from dataclasses import dataclass

from areasend.publication.addresses import area_address
from areasend.publication.pages.site import Site
from areasend.publication.wording import slug
from areasend.statistics import Cell, Codebook, Figure, Marker, Row, Table, Theme, ThemeClaims, cell_text


@dataclass(frozen=True, kw_only=True, slots=True)
class ThemeText:
    """`theme` is as the codebook has it; the figures count the inspections with it among their findings of a kind."""

    theme: Theme
    afi: Figure
    afi_base: Figure
    apa: Figure
    apa_base: Figure

    @property
    def name(self) -> str:
        return self.theme.name

    @property
    def definition(self) -> str:
        return self.theme.definition

    @property
    def address(self) -> str:
        """Beside `themes/index.html`."""
        return f"{slug(self.theme.key)}.html"


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """A theme in the findings of one kind of one inspection, as one coder at least saw it."""

    theme: str
    theme_name: str
    theme_address: str
    code: str
    area: str
    area_address: str
    inspected: Cell
    kind: str
    report_url: str
    findings: str
    coders: str
    counted: str
    agree: str


def codebook_of(site: Site) -> Codebook:
    """The version with which codings are read."""
    return theme_claims(site).codebook


def theme_claims(site: Site) -> ThemeClaims:
    """What statistics has proved of the codings."""
    claims = site.release.counted.themes
    assert claims is not None, "a findings report is laid out from a population whose codings were not counted"
    return claims


def theme_texts(site: Site) -> tuple[ThemeText, ...]:
    """Every theme, in the order of the codebook."""
    table = site.release.counted.table("themes")
    counts = ("afi", "afi_base", "apa", "apa_base")
    return tuple(
        ThemeText(theme=theme, **{column: table.figure(theme.key, column) for column in counts})
        for theme in codebook_of(site).themes
    )


def seen_in_areas(site: Site) -> tuple[Seen, ...]:
    """Every row of the table theme-areas, with the way to the page of its area and to the report."""
    counted = site.release.counted
    table, areas, inspections = counted.table("theme-areas"), counted.table("areas"), counted.table("inspections")
    names = {row.key: str(areas.named(row)["plain_name"]) for row in areas.rows}
    reports = {row.key: _text(inspections.named(row)["report_url"]) for row in inspections.rows}
    themes = {theme.name: theme.key for theme in codebook_of(site).themes}
    return tuple(_seen(table, row, names, reports, themes) for row in table.rows)


def _seen(table: Table, row: Row, names: dict[str, str], reports: dict[str, str], themes: dict[str, str]) -> Seen:
    named = table.named(row)
    code, theme = str(named["gss_code"]), themes[str(named["theme"])]
    name = names.get(code, str(named["local_area"]))
    return Seen(
        theme=theme,
        theme_name=str(named["theme"]),
        theme_address=f"themes/{slug(theme)}.html",
        code=code,
        area=name,
        area_address=area_address(name) if code in names else "",
        inspected=named["inspection_start"],
        kind=str(named["finding"]),
        report_url=reports.get(f"{code}-{cell_text(named['inspection_start'])}", ""),
        findings=_text(named["where"]),
        coders=_text(named["coders"]),
        counted=_text(named["counted"]),
        agree=_text(named["agreement"]),
    )


def _text(cell: Cell) -> str:
    return "" if isinstance(cell, Marker) else cell_text(cell)


__all__ = ["Seen", "ThemeText", "codebook_of", "seen_in_areas", "theme_claims", "theme_texts"]
