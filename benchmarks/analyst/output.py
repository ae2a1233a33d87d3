"""CSV, JSON and the workbook, as pandas writes them."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from analyst.records import NOT_APPLICABLE, NOT_AVAILABLE, long_date
from analyst.titles import TITLES


def write_csvs(tables: Mapping[str, pd.DataFrame], folder: Path) -> None:
    folder.mkdir(parents=True)
    for name, table in tables.items():
        table.to_csv(folder / f"{name}.csv", index=False)
    tidy(tables).to_csv(folder / "observations.csv", index=False)


def tidy(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Every number once: its table, the first cell of its row, its column and its value."""
    parts = []
    for name, table in tables.items():
        numbers = table.set_index(table.columns[0]).select_dtypes("number")
        long = numbers.rename_axis(index="row").reset_index().melt(id_vars="row", var_name="column")
        parts.append(long.assign(table=name))
    return pd.concat(parts, ignore_index=True)


def write_json(tables: Mapping[str, pd.DataFrame], folder: Path) -> None:
    folder.mkdir(parents=True)
    for name, table in tables.items():
        table.to_json(folder / f"{name}.json", orient="records", indent=1, force_ascii=False)


def write_workbook(tables: Mapping[str, pd.DataFrame], path: Path, as_at: pd.Timestamp) -> None:
    """A cover, the contents, the notes and a sheet for each table, its title above it."""
    cover = ["Area SEND inspections and outcomes in England", f"As at {long_date(as_at)}", "Unofficial statistics"]
    contents = pd.DataFrame({"Sheet": list(tables), "Table": [TITLES[name] for name in tables]})
    shorthand = {"Shorthand": [NOT_APPLICABLE, NOT_AVAILABLE], "Meaning": ["not applicable", "not available"]}
    with pd.ExcelWriter(path, engine="odf") as writer:
        pd.Series(cover).to_excel(writer, sheet_name="Cover", index=False, header=False)
        contents.to_excel(writer, sheet_name="Contents", index=False)
        pd.DataFrame(shorthand).to_excel(writer, sheet_name="Notes", index=False)
        for name, table in tables.items():
            title = pd.Series([f"{TITLES[name]}, as at {long_date(as_at)}"])
            title.to_excel(writer, sheet_name=name[:31], index=False, header=False)
            table.to_excel(writer, sheet_name=name[:31], startrow=2, index=False)
