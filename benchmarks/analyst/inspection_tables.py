"""The list of inspections, the time to publication, and the records behind the release."""

import numpy as np
import pandas as pd

from analyst.records import NOT_APPLICABLE, NOT_AVAILABLE, Records, iso, long_date, whole_where_whole

LABELS = {
    "typically_positive": "Typically positive experiences and outcomes",
    "inconsistent": "Inconsistent experiences and outcomes",
    "widespread_systemic_failings": "Widespread and/or systemic failings",
}
COLUMNS = [
    "inspection_id",
    "gss_code",
    "local_area",
    "ofsted_region",
    "ons_region",
    "inspection_start",
    "inspection_end",
    "publication_date",
    "working_days_to_publication",
    "outcome_key",
    "outcome",
    "areas_for_improvement",
    "areas_for_priority_action",
    "source",
    "report_url",
    "note",
]


def tables(records: Records) -> dict[str, pd.DataFrame]:
    return {
        "working-days-to-publication": working_days_table(records.inspections),
        "reports-by-working-days": by_working_days(records.inspections),
        "register-completeness": completeness(records),
        "inspections": list_of_inspections(records.inspections, records.findings),
    }


def list_of_inspections(held: pd.DataFrame, findings: pd.DataFrame) -> pd.DataFrame:
    names = {"working_days": "working_days_to_publication", "outcome": "outcome_key", "outcome_label": "outcome"}
    found = findings.astype("Int64")
    table = held.rename(columns=names).join(found, on="inspection_id")[COLUMNS]
    for column in ("inspection_start", "inspection_end", "publication_date"):
        table[column] = iso(table[column])
    table = table.astype(object)
    table["note"] = table["note"].fillna(NOT_APPLICABLE)
    return table.fillna(NOT_AVAILABLE)


def working_days_table(held: pd.DataFrame) -> pd.DataFrame:
    timed = held.dropna(subset="working_days")
    parts = {
        "Outcome": spread(timed, timed["outcome"].map(LABELS)).reindex(list(LABELS.values())),
        "Year": spread(timed, timed["inspection_end"].dt.strftime("Calendar year %Y")),
        "England": spread(timed, pd.Series("England", index=timed.index)),
    }
    table = pd.concat(parts, names=["breakdown", "group"]).reset_index()
    for column in ("minimum", "median", "maximum"):
        table[column] = whole_where_whole(table[column])
    return table


def spread(timed: pd.DataFrame, by: pd.Series) -> pd.DataFrame:
    days = timed["working_days"].groupby(by)
    return days.agg(reports="count", minimum="min", median="median", maximum="max")


def by_working_days(held: pd.DataFrame) -> pd.DataFrame:
    """Bands of 10 working days, the last one open, and all together."""
    labels = ["10 or fewer", *(f"{ten + 1} to {ten + 10}" for ten in range(10, 100, 10)), "More than 100"]
    bands = pd.cut(held["working_days"].dropna().astype(int), [-1, *range(10, 101, 10), np.inf], labels=labels)
    reports = bands.value_counts(sort=False)
    reports = pd.concat([reports, pd.Series({"England": reports.sum()})])
    return reports.rename_axis("working_days").reset_index(name="reports")


def completeness(records: Records) -> pd.DataFrame:
    held = records.inspections
    later = held["publication_date"] > records.as_at
    rows = {
        "Full inspections held": len(held),
        "Read from the report and checked": (held["source"] == "report").sum(),
        "Taken from a public list, unchecked": (held["source"] == "secondary").sum(),
        "Without recorded dates, in no period": held["inspection_end"].isna().sum(),
        "Without a recorded outcome": held["outcome"].isna().sum(),
        f"Report published after {long_date(records.as_at)}": later.sum(),
        "Left out because the report came later": 0,
    }
    return pd.DataFrame({"measure": list(rows), "inspections": [int(number) for number in rows.values()]})
