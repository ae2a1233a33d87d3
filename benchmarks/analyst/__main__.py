"""`python -m analyst --records DIR --calendar FILE --as-at 2024-12-31 --out DIR`."""

import argparse
from pathlib import Path

import pandas as pd

from analyst import area_tables, inspection_tables, outcome_tables, quoted_tables, reconciliation
from analyst.charts import write_charts
from analyst.output import write_csvs, write_json, write_workbook
from analyst.pages import write_pages
from analyst.records import Records, read_records


def main() -> None:
    parser = argparse.ArgumentParser(prog="analyst", description=__doc__)
    parser.add_argument("--records", type=Path, required=True)
    parser.add_argument("--calendar", type=Path, required=True)
    parser.add_argument("--as-at", type=pd.Timestamp, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    records = read_records(options.records, options.calendar, options.as_at)
    tables = all_tables(records)
    write_csvs(tables, options.out / "data")
    write_json(tables, options.out / "api")
    write_workbook(tables, options.out / "data" / "area-send-inspections.ods", records.as_at)
    write_charts(tables, records, options.out / "charts")
    write_pages(tables, records, options.out)


def all_tables(records: Records) -> dict[str, pd.DataFrame]:
    tables = {
        **outcome_tables.tables(records),
        **area_tables.tables(records),
        **inspection_tables.tables(records),
        **quoted_tables.tables(records),
    }
    compared = reconciliation.compare_printed(records, tables)
    return tables | {
        "reconciliation-summary": reconciliation.summarise(compared, records),
        "reconciliation": compared,
    }


main()
