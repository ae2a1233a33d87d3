"""The pages: main findings, charts, each table and local area, and the inspections behind each number."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
from jinja2 import Environment, FileSystemLoader

from analyst import charts
from analyst.records import NOT_APPLICABLE, OUTCOMES, Records, long_date
from analyst.titles import TITLES

FINDINGS = {
    "typically_positive": "children and young people with SEND typically have positive experiences and outcomes",
    "inconsistent": "the experiences and outcomes of children and young people with SEND are inconsistent",
    "widespread_systemic_failings": "failings are widespread and/or systemic and give cause for significant concern",
}


def write_pages(tables: Mapping[str, pd.DataFrame], records: Records, out: Path) -> None:
    jinja = Environment(loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True)
    jinja.globals.update(as_at=long_date(records.as_at), year=records.as_at.year, outcomes=OUTCOMES, findings=FINDINGS)
    areas = area_rows(tables["areas"])

    def write(path: str, template: str, **values: Any) -> None:
        target = out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(jinja.get_template(template).render(**values), encoding="utf-8")

    write("index.html", "index.html.j2", root="", tables={name: rows(table) for name, table in tables.items()})
    write("charts.html", "charts.html.j2", root="", charts=charts.TITLES)
    write("data.html", "data.html.j2", root="", titles=TITLES)
    for name, table in tables.items():
        values = {"name": name, "title": TITLES[name], "columns": list(table.columns), "rows": rows(table)}
        write(f"tables/{name}.html", "table.html.j2", root="../", **values)
    write("areas/index.html", "areas.html.j2", root="../", regions=by_region(areas))
    history = {code: rows(held) for code, held in tables["inspections"].groupby("gss_code")}
    for area in areas:
        path = f"areas/{area['slug']}/index.html"
        write(path, "area.html.j2", root="../../", area=area, history=history.get(area["gss_code"], []))
    write("numbers.html", "numbers.html.j2", root="", numbers=numbers(records))


def rows(table: pd.DataFrame) -> list[dict[str, Any]]:
    return table.to_dict("records")


def area_rows(areas: pd.DataFrame) -> list[dict[str, Any]]:
    found = rows(areas.replace(NOT_APPLICABLE, ""))
    for area in found:
        area["slug"] = slug(area["plain_name"])
    return found


def by_region(areas: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    regions: dict[str, list[dict[str, Any]]] = {}
    for area in sorted(areas, key=lambda area: (area["ofsted_region"], area["plain_name"])):
        regions.setdefault(area["ofsted_region"], []).append(area)
    return regions


def numbers(records: Records) -> list[dict[str, Any]]:
    """Each count of the main findings with the inspections that it counts."""
    held = records.inspections.assign(
        slug=records.inspections["plain_name"].map(slug), day=records.inspections["inspection_start"].map(long_date)
    )
    in_year = held[held["inspection_end"].dt.year == records.as_at.year]
    found = []
    for label, chosen in (("in the year", in_year), ("since the framework began", held)):
        found.append({"label": f"Full inspections {label}", "inspections": rows(chosen)})
        for outcome, inspections in chosen.groupby("outcome_label"):
            found.append({"label": f"Full inspections {label}: {outcome}", "inspections": rows(inspections)})
    for (region, outcome), inspections in held.groupby(["ofsted_region", "outcome_label"]):
        found.append({"label": f"Full inspections in {region}: {outcome}", "inspections": rows(inspections)})
    return found


def slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
