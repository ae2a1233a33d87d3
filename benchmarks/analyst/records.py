"""The record files as data frames, cut to the date of the release."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

OUTCOMES = {
    "typically_positive": "Typically positive",
    "inconsistent": "Inconsistent",
    "widespread_systemic_failings": "Widespread and/or systemic failings",
}
NOT_APPLICABLE = "[z]"
NOT_AVAILABLE = "[x]"
START = pd.Timestamp("2023-01-01")


@dataclass(frozen=True, kw_only=True, slots=True)
class Records:
    """`inspections`: those that ended by `as_at`, with the regions of their area and their working days."""

    as_at: pd.Timestamp
    areas: pd.DataFrame
    names: pd.DataFrame
    inspections: pd.DataFrame
    findings: pd.DataFrame
    visits: pd.DataFrame
    surveys: pd.DataFrame
    context: pd.DataFrame
    printed: pd.DataFrame
    documents: pd.DataFrame


def read_records(folder: Path, calendar: Path, as_at: pd.Timestamp) -> Records:
    areas = pd.read_csv(folder / "local_areas.csv", parse_dates=["valid_from", "valid_to"]).sort_values("gss_code")
    exists = ~(areas["valid_from"] > as_at) & ~(areas["valid_to"] < as_at)
    visits = pd.read_csv(folder / "thematic_visits.csv").sort_values(["year", "gss_code"], kind="stable")
    surveys = pd.read_csv(folder / "survey_returns.csv", parse_dates=["period_start", "period_end"]).sort_values("id")
    context = pd.read_csv(folder / "context_figures.csv", parse_dates=["period_end"]).sort_values("id")
    printed = pd.read_csv(folder / "printed_figures.csv", parse_dates=["as_at"]).sort_values("id")
    inspections = read_inspections(folder, calendar, areas, as_at)
    return Records(
        as_at=as_at,
        areas=areas[exists],
        names=pd.read_csv(folder / "area_names.csv").sort_values(["gss_code", "name"]),
        inspections=inspections,
        findings=read_findings(folder, inspections),
        visits=visits[pd.to_datetime(visits["year"].astype(str) + "-12-31") <= as_at],
        surveys=surveys[surveys["period_end"] <= as_at],
        context=context[context["period_end"] <= as_at],
        printed=printed[printed["as_at"] <= as_at],
        documents=pd.read_csv(folder / "documents.csv", parse_dates=["published"]).sort_values("id"),
    )


def read_inspections(folder: Path, calendar: Path, areas: pd.DataFrame, as_at: pd.Timestamp) -> pd.DataFrame:
    dates = ["inspection_start", "inspection_end", "publication_date"]
    read = pd.read_csv(folder / "inspections.csv", parse_dates=dates)
    held = read[read["inspection_end"] <= as_at].sort_values(["inspection_start", "gss_code"])
    held = held.merge(areas[["gss_code", "plain_name", "ofsted_region", "ons_region"]], on="gss_code")
    held.insert(0, "inspection_id", held["gss_code"] + "-" + iso(held["inspection_start"]))
    held["outcome_label"] = held["outcome"].map(OUTCOMES)
    held["working_days"] = working_days(held["inspection_end"], held["publication_date"], calendar)
    return held


def read_findings(folder: Path, inspections: pd.DataFrame) -> pd.DataFrame:
    """How many of each kind, a row for each inspection held that has any recorded."""
    read = pd.read_csv(folder / "findings.csv")
    counts = pd.crosstab(read["gss_code"] + "-" + read["inspection_start"], read["kind"])
    counts = counts.rename(columns={"afi": "areas_for_improvement", "apa": "areas_for_priority_action"})
    return counts[counts.index.isin(inspections["inspection_id"])].rename_axis(index="inspection_id", columns=None)


def working_days(ends: pd.Series, published: pd.Series, calendar: Path) -> pd.Series:
    """Working days after the end, up to and with the day of publication; missing where a date is."""
    holidays = tomllib.loads(calendar.read_text(encoding="utf-8"))["bank_holidays"]
    known = ends.notna() & published.notna()
    day = np.timedelta64(1, "D")
    starts, stops = (dates[known].to_numpy().astype("datetime64[D]") + day for dates in (ends, published))
    counted = pd.Series(pd.NA, index=ends.index, dtype="Int64")
    counted[known] = np.busday_count(starts, stops, holidays=np.array(holidays, dtype="datetime64[D]"))
    return counted


def iso(dates: pd.Series) -> pd.Series:
    return dates.dt.strftime("%Y-%m-%d")


def percent(part: pd.Series, whole: pd.Series) -> pd.Series:
    """Rounded half up, which pandas' own `round` does not do."""
    return np.floor(100 * part / whole + 0.5).astype("Int64")


def long_date(day: pd.Timestamp) -> str:
    return f"{day.day} {day:%B %Y}"


def whole_where_whole(numbers: pd.Series) -> pd.Series:
    """18.4 stays as it is, 59.0 becomes 59."""
    return pd.Series([int(n) if n % 1 == 0 else n for n in numbers], index=numbers.index, dtype=object)
