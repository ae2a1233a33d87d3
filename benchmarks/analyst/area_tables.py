"""Local areas: each with its latest outcome and what follows, and their totals by region."""

import pandas as pd

from analyst.outcome_tables import quarter_name
from analyst.records import NOT_APPLICABLE, NOT_AVAILABLE, OUTCOMES, START, Records, iso, percent

YEARS_TO_NEXT = {"typically_positive": 5, "inconsistent": 3, "widespread_systemic_failings": 3}
PLANS = {
    "typically_positive": "update and publish its strategic plan",
    "inconsistent": "update and publish its strategic plan",
    "widespread_systemic_failings": "prepare and submit a priority action plan (area SEND)",
}
COLUMNS = [
    "gss_code",
    "local_area",
    "plain_name",
    "other_names",
    "ofsted_region",
    "ons_region",
    "status",
    "latest_outcome_key",
    "latest_outcome",
    "inspection_start",
    "inspection_end",
    "publication_date",
    "full_inspections",
    "areas_for_improvement",
    "areas_for_priority_action",
    "next_full_inspection",
    "next_full_inspection_expected",
    "monitoring_inspection",
    "monitoring_inspection_expected",
    "plan",
    "thematic_visits",
    "predecessors",
    "in_present_form_since",
    "source",
    "report_url",
]
FROM_INSPECTION = [
    "inspection_id",
    "gss_code",
    "inspection_start",
    "inspection_end",
    "publication_date",
    "outcome",
    "outcome_label",
    "source",
    "report_url",
]


def tables(records: Records) -> dict[str, pd.DataFrame]:
    areas = areas_with_latest(records)
    return {
        "areas-by-latest-outcome": by_latest_outcome(areas),
        "coverage": coverage(areas),
        "areas-first-inspected": first_inspected(records),
        "first-and-second-outcomes": first_and_second(records.inspections),
        "areas": list_of_areas(areas, records),
    }


def areas_with_latest(records: Records) -> pd.DataFrame:
    ordered = records.inspections.sort_values(["inspection_end", "inspection_id"])
    latest = ordered.groupby("gss_code").tail(1)[FROM_INSPECTION]
    areas = records.areas.rename(columns={"name": "local_area"}).merge(latest, on="gss_code", how="left")
    held = records.inspections["gss_code"].value_counts()
    areas["full_inspections"] = areas["gss_code"].map(held).fillna(0).astype(int)
    areas["status"] = (areas["full_inspections"] > 0).map({True: "inspected", False: "not yet inspected"})
    return areas


def list_of_areas(areas: pd.DataFrame, records: Records) -> pd.DataFrame:
    table = areas.rename(columns={"outcome": "latest_outcome_key", "outcome_label": "latest_outcome"})
    outcome, failing = areas["outcome"], areas["outcome"] == "widespread_systemic_failings"
    years = outcome.map(YEARS_TO_NEXT)
    table["next_full_inspection"] = "within approximately " + years.astype("Int64").astype("string") + " years"
    table["next_full_inspection_expected"] = by_about(areas["inspection_end"], 12 * years, records.as_at)
    table["monitoring_inspection"] = failing.map({True: "within approximately 18 months"})
    table["monitoring_inspection_expected"] = by_about(
        areas["publication_date"], failing.map({True: 18}), records.as_at
    )
    table["plan"] = outcome.map(PLANS)
    visits = records.visits["year"].astype(str) + ": " + records.visits["theme"]
    visited = visits.groupby(records.visits["gss_code"]).agg("; ".join)
    table["thematic_visits"] = areas["gss_code"].map(visited).fillna("none recorded")
    former = records.names["kind"].map({"former": " (former)"}).fillna("")
    names = (records.names["name"] + former).groupby(records.names["gss_code"]).agg("; ".join)
    table["other_names"] = areas["gss_code"].map(names)
    table["predecessors"] = areas["predecessors"].str.replace(";", "; ")
    table["in_present_form_since"] = iso(areas["valid_from"])
    for column in ("inspection_start", "inspection_end", "publication_date"):
        table[column] = iso(areas[column])
    found = areas[["inspection_id"]].join(records.findings, on="inspection_id")
    unknown = areas["inspection_id"].isna().map({True: NOT_APPLICABLE, False: NOT_AVAILABLE})
    for column in records.findings:
        table[column] = found[column].astype("Int64").astype(object).fillna(unknown)
    return table[COLUMNS].astype(object).fillna(NOT_APPLICABLE)


def by_about(days: pd.Series, months: pd.Series, as_at: pd.Timestamp) -> pd.Series:
    """The month that lies some months after each day, and whether it has passed; missing where either is."""
    after = [
        day + pd.DateOffset(months=int(count)) if pd.notna(day) and pd.notna(count) else pd.NaT
        for day, count in zip(days, months, strict=True)
    ]
    expected = pd.Series(after, index=days.index, dtype="datetime64[ns]")
    return "by about " + expected.dt.strftime("%B %Y") + (expected <= as_at).map({True: " (passed)", False: ""})


def by_latest_outcome(areas: pd.DataFrame) -> pd.DataFrame:
    """Every inspection of a complete register has its dates and its outcome, so two of the columns hold 0."""
    counts = pd.crosstab(areas["ofsted_region"], areas["outcome"]).reindex(columns=list(OUTCOMES), fill_value=0)
    everywhere = areas.groupby("ofsted_region").size()
    counts = counts.reindex(everywhere.index, fill_value=0)
    counts["outcome_not_recorded"] = 0
    counts["not_established"] = 0
    counts["not_yet_inspected"] = everywhere - counts.sum(axis="columns")
    counts["total"] = everywhere
    counts.loc["England"] = counts.sum()
    return counts.rename_axis(index="region", columns=None).reset_index()


def coverage(areas: pd.DataFrame) -> pd.DataFrame:
    inspected = areas["full_inspections"] > 0
    grouped = inspected.groupby(areas["ofsted_region"])
    counts = pd.DataFrame({"local_areas": grouped.size(), "inspected": grouped.sum(), "not_established": 0})
    counts["not_yet_inspected"] = counts["local_areas"] - counts["inspected"]
    counts.loc["England"] = counts.sum()
    counts["inspected_pct"] = percent(counts["inspected"], counts["local_areas"])
    return counts.rename_axis(index="region").reset_index()


def first_inspected(records: Records) -> pd.DataFrame:
    """Areas that exist, by the quarter in which their first inspection ended, and how many by then."""
    first = records.inspections.groupby("gss_code")["inspection_end"].min()
    first = first[first.index.isin(records.areas["gss_code"])]
    quarters = pd.period_range(START, records.as_at, freq="Q")
    counts = first.dt.to_period("Q").value_counts().reindex(quarters, fill_value=0)
    return pd.DataFrame(
        {
            "quarter": [quarter_name(quarter) for quarter in quarters],
            "first_inspected": counts.to_numpy(),
            "cumulative": counts.cumsum().to_numpy(),
            "local_areas": len(records.areas),
        }
    )


def first_and_second(held: pd.DataFrame) -> pd.DataFrame:
    grouped = held.groupby("gss_code")["outcome_label"]
    pairs = pd.DataFrame({"first": grouped.nth(0).set_axis(held.loc[grouped.nth(0).index, "gss_code"])})
    pairs["second"] = grouped.nth(1).set_axis(held.loc[grouped.nth(1).index, "gss_code"])
    labels = list(OUTCOMES.values())
    counts = pd.crosstab(pairs["first"], pairs["second"]).reindex(index=labels, columns=labels, fill_value=0)
    counts.columns = list(OUTCOMES)
    counts["total"] = counts.sum(axis="columns")
    counts.loc["England"] = counts.sum()
    return counts.rename_axis(index="first_outcome").reset_index()
