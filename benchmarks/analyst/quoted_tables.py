"""Thematic visits, and the figures quoted from publications."""

import pandas as pd

from analyst.records import NOT_APPLICABLE, Records, long_date, whole_where_whole

RESPONDENTS = {
    "all": "Every respondent",
    "children_and_young_people": "Children and young people",
    "parents_and_carers": "Parents and carers",
    "practitioners": "Practitioners",
}


def tables(records: Records) -> dict[str, pd.DataFrame]:
    return {
        "thematic-visits": thematic_visits(records.visits),
        "thematic-visit-areas": records.visits[["year", "theme", "gss_code", "local_area"]],
        "survey-returns": survey_returns(records),
        "context": context(records),
    }


def thematic_visits(visits: pd.DataFrame) -> pd.DataFrame:
    counts = visits.groupby(["year", "theme"]).size().reset_index(name="local_areas")
    england = {"year": "England", "theme": "every theme", "local_areas": visits["gss_code"].nunique()}
    return pd.concat([counts, pd.DataFrame([england])], ignore_index=True)


def survey_returns(records: Records) -> pd.DataFrame:
    table = records.surveys.copy()
    table["respondent"] = table["respondent"].map(RESPONDENTS)
    table["qualifier"] = table["qualifier"].fillna(NOT_APPLICABLE)
    table["bound"] = table["bound"].map({"lower": "lower bound", "as_stated": "as stated"})
    table["period"] = table["period_start"].map(long_date) + " to " + table["period_end"].map(long_date)
    table["document"] = cited(records, table["document"])
    return table[["respondent", "qualifier", "responses", "bound", "period", "document", "place"]]


def context(records: Records) -> pd.DataFrame:
    table = records.context.copy()
    table["as_printed"] = "“" + table["as_printed"] + "”"
    table["value"] = whole_where_whole(table["value"])
    table["unit"] = table["unit"].replace("percent", "per cent")
    table["document"] = cited(records, table["document"])
    table["difference"] = table["difference"].fillna(NOT_APPLICABLE)
    columns = ["measure", "period", "as_printed", "value", "unit", "document", "place", "original_source", "difference"]
    return table[columns]


def cited(records: Records, documents: pd.Series) -> pd.Series:
    """Each document as it is cited: its title, its publisher and its date."""
    held = records.documents.set_index("id")
    citation = held["title"] + " (" + held["publisher"] + ", " + held["published"].map(long_date) + ")"
    return documents.map(citation)
