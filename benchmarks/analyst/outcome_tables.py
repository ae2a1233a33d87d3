"""Full inspections by outcome: in the year, since the start, by region and over time."""

from collections.abc import Sequence

import pandas as pd

from analyst.records import OUTCOMES, START, Records, percent


def tables(records: Records) -> dict[str, pd.DataFrame]:
    held = records.inspections
    ends = held["inspection_end"]
    ofsted = sorted(records.areas["ofsted_region"].unique())
    ons = sorted(records.areas["ons_region"].unique())
    by_region = counts_by(held, held["ofsted_region"], "region", ofsted)
    since = england_only(held)
    quarters = pd.period_range(START, records.as_at, freq="Q")
    return {
        "outcomes-in-year": england_only(held[ends.dt.year == records.as_at.year]),
        "outcomes-since-2023": since.join(shares(since)),
        "outcomes-by-region": by_region,
        "outcome-shares-by-region": by_region.join(shares(by_region)),
        "outcomes-by-ons-region": counts_by(held, held["ons_region"], "region", ons),
        "outcomes-by-year": counts_by(held, ends.dt.year, "year", range(START.year, records.as_at.year + 1)),
        "outcomes-by-quarter": counts_by(
            held, ends.dt.to_period("Q").map(quarter_name), "quarter", [quarter_name(quarter) for quarter in quarters]
        ),
        "findings-by-outcome": findings_by_outcome(held, records.findings),
    }


def counts_by(held: pd.DataFrame, key: pd.Series, name: str, groups: Sequence[object]) -> pd.DataFrame:
    """A row for each group and one for England; a column for each outcome and their total."""
    counts = pd.crosstab(key, held["outcome"]).reindex(index=list(groups), columns=list(OUTCOMES), fill_value=0)
    counts["total"] = counts.sum(axis="columns")
    counts.loc["England"] = counts.sum()
    return counts.rename_axis(index=name, columns=None).reset_index()


def findings_by_outcome(held: pd.DataFrame, findings: pd.DataFrame) -> pd.DataFrame:
    """Of the inspections whose findings are recorded: how many they are, and how many of each kind."""
    known = held.set_index("inspection_id")[["outcome_label"]].join(findings, how="inner")
    counts = known.groupby("outcome_label").sum()
    counts.insert(0, "inspections_with_findings", known.groupby("outcome_label").size())
    counts = counts.reindex(list(OUTCOMES.values()), fill_value=0)
    counts.loc["England"] = counts.sum()
    return counts.rename_axis(index="outcome").reset_index()


def england_only(held: pd.DataFrame) -> pd.DataFrame:
    counts = held["outcome"].value_counts().reindex(list(OUTCOMES), fill_value=0)
    return pd.DataFrame([{"group": "England", **counts, "total": counts.sum()}])


def shares(counts: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame({f"{key}_pct": percent(counts[key], counts["total"]) for key in OUTCOMES})


def quarter_name(quarter: pd.Period) -> str:
    return f"{quarter.start_time:%B} to {quarter.end_time:%B} {quarter.year}"
