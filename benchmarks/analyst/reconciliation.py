"""The figures that the publications print, merged with the ones counted here."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analyst.quoted_tables import cited
from analyst.records import NOT_APPLICABLE, NOT_AVAILABLE, OUTCOMES, Records, iso, whole_where_whole

COUNTED = [
    "outcomes-in-year",
    "outcomes-since-2023",
    "outcomes-by-region",
    "outcome-shares-by-region",
    "outcomes-by-ons-region",
    "coverage",
]


def compare_printed(records: Records, tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    table = records.printed.merge(counted_figures(tables), on="figure", how="left")
    table["difference"] = table["value"] - table["counted"].astype(float)
    table["result"] = np.select(
        [table["difference"] == 0, table["difference"].notna()], ["agrees", "differs"], "not counted here"
    )
    table["exchanged"] = table["id"].map(exchanged_headings(table))
    table["reason"] = [reason(row) for row in table.itertuples()]
    table["publication"] = cited(records, table["document"])
    table["as_at"] = iso(table["as_at"])
    table["unit"] = table["unit"].replace("percent", "per cent")
    table["printed"] = whole_where_whole(table["value"])
    for column in ("counted", "difference"):
        table[column] = table[column].astype("Int64").astype(object).fillna(NOT_AVAILABLE)
    columns = ["place", "says", "as_at", "printed", "unit", "counted", "difference", "result", "reason"]
    return table[["publication", *columns]]


def counted_figures(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """The tables in long form, a figure named by table, row and column."""
    parts = [named(tables[name], name, tables[name].iloc[:, 0].map(slug)) for name in COUNTED]
    visits = tables["thematic-visits"]
    years = visits["year"].astype(str)
    several = years.duplicated(keep=False)
    key = years.where(~several, years + "-" + visits["theme"]).map(slug)
    parts.append(named(visits[["year", "local_areas"]], "thematic-visits", key))
    return pd.concat(parts, ignore_index=True)


def named(table: pd.DataFrame, name: str, key: pd.Series) -> pd.DataFrame:
    numbers = table.iloc[:, 1:].assign(key=key)
    long = numbers.melt(id_vars="key", value_name="counted")
    return pd.DataFrame({"figure": name + "." + long["key"] + "." + long["variable"], "counted": long["counted"]})


def slug(name: str) -> str:
    return name.lower().replace(",", "").replace(" ", "-")


def exchanged_headings(table: pd.DataFrame) -> pd.Series:
    """By id, the two columns, counted from 1, under whose headings a printed row has each other's counts."""
    numbers = {key: number for number, key in enumerate(OUTCOMES, 1)}
    cells = table[["id", "document", "place", "as_at", "value", "counted"]].copy()
    cells[["row", "column"]] = table["figure"].str.rsplit(".", n=1, expand=True)
    cells["number"] = cells["column"].map(numbers)
    cells = cells.dropna(subset=["number", "counted"])
    pairs = cells.merge(cells, on=["document", "place", "as_at", "row"], suffixes=("", "_other"))
    crossed = (pairs["value"] == pairs["counted_other"]) & (pairs["value_other"] == pairs["counted"])
    pairs = pairs[crossed & (pairs["number"] != pairs["number_other"])].drop_duplicates("id").set_index("id")
    both = pairs[["number", "number_other"]].astype(int)
    return both.min(axis=1).astype(str) + " and " + both.max(axis=1).astype(str)


def reason(row: tuple) -> str:
    if row.result == "agrees":
        return NOT_APPLICABLE
    if row.result == "differs" and pd.notna(row.exchanged):
        return f"In the copy at hand, the headings of columns {row.exchanged} stand exchanged."
    if row.result == "differs":
        return "No reason is recorded." if pd.isna(row.remark) else row.remark
    return "Not counted from these records." if pd.isna(row.base) else attainable(int(row.value), int(row.base))


def attainable(percent: int, base: int) -> str:
    """Which counts of a base would give a percentage."""
    shares = 100 * np.arange(base + 1) / base
    found = np.flatnonzero(np.floor(shares + 0.5) == percent)
    if len(found):
        return f"Not counted in this release; {' or '.join(map(str, found))} of {base} would give it."
    below = np.flatnonzero(shares < percent).max()
    near = [f"{n} gives {int(np.floor(shares[n] + 0.5))}%" for n in (below, below + 1)]
    said = f"No whole number of {base} gives {percent}% when rounded half up: {' and '.join(near)}."
    cut = np.flatnonzero(np.floor(shares) == percent)
    return said + (f" {cut[0]} of {base} gives it when the decimals are cut off." if len(cut) else "")


def summarise(compared: pd.DataFrame, records: Records) -> pd.DataFrame:
    columns = {"agrees": "agree", "differs": "differ", "not counted here": "not_counted"}
    counts = pd.crosstab(compared["publication"], compared["result"])
    counts = counts.reindex(index=list(cited(records, records.documents["id"])), columns=list(columns), fill_value=0)
    counts = counts.rename(columns=columns)
    counts["total"] = counts.sum(axis="columns")
    counts.loc["England"] = counts.sum()
    return counts.rename_axis(index="publication", columns=None).reset_index()
