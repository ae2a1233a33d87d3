"""What each table is called."""

TITLES = {
    "outcomes-in-year": "Outcomes of full inspections in the calendar year",
    "outcomes-since-2023": "Outcomes of full inspections since the framework began",
    "outcomes-by-region": "Outcomes of full inspections by Ofsted region",
    "outcome-shares-by-region": "Shares of full inspections by Ofsted region",
    "outcomes-by-ons-region": "Outcomes of full inspections by ONS region",
    "outcomes-by-year": "Outcomes of full inspections by calendar year",
    "outcomes-by-quarter": "Outcomes of full inspections by quarter",
    "areas-by-latest-outcome": "Local areas by latest outcome and Ofsted region",
    "coverage": "Local areas inspected under the framework, by Ofsted region",
    "first-and-second-outcomes": "First against second outcome of local areas inspected again",
    "working-days-to-publication": "Working days from the end of the inspection to the publication of its report",
    "thematic-visits": "Thematic visits by year",
    "thematic-visit-areas": "Local areas of thematic visits",
    "survey-returns": "Responses to inspection surveys, as published",
    "context": "National context figures that the publications quote",
    "register-completeness": "Records behind this release",
    "reconciliation-summary": "Printed figures compared, by publication",
    "reconciliation": "Figures printed in the official publications beside these",
    "areas": "Local areas and their latest outcome",
    "inspections": "Full inspections",
}
