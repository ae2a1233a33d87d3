"""What the packaged records say of leaders and of topics of visits, beside the reports and the publications.

Every one of the 37 sections was read by a person for these judgements; the lists below are by area.
"""

from areasend.register import Source, packaged_register

REGISTER = packaged_register()
STATEMENTS = REGISTER.leadership_statements
CHANGED = {
    "Bedford",
    "Blackpool",
    "Bury",
    "Derbyshire",
    "Dorset",
    "Dudley",
    "Gateshead",
    "Halton",
    "Herefordshire, County of",
    "Hertfordshire",
    "Kingston upon Hull, City of",
    "Lancashire",
    "Middlesbrough",
    "North Northamptonshire",
    "North Yorkshire",
    "Nottinghamshire",
    "Oxfordshire",
    "Rotherham",
    "Sandwell",
    "Suffolk",
    "Surrey",
    "Wiltshire",
}
# Three of these speak of leaders: two call them stable, one says that structures changed and leaders did not.
NOT_CHANGED = {
    "Barking and Dagenham",
    "Brighton and Hove",
    "Darlington",
    "East Sussex",
    "Enfield",
    "Haringey",
    "Hartlepool",
    "Hillingdon",
    "Hounslow",
    "Lewisham",
    "Richmond upon Thames",
    "Southampton",
    "Southend-on-Sea",
    "Telford and Wrekin",
    "West Sussex",
}


def test_there_is_one_for_every_report_that_was_read():
    read = {finding.inspection_id for finding in REGISTER.findings}
    assert len(STATEMENTS) == len(read) == 37
    assert {entry.inspection_id for entry in STATEMENTS} == read
    assert {entry.source for entry in STATEMENTS} == {Source.REPORT}


def test_each_is_as_its_section_was_read():
    assert {entry.local_area for entry in STATEMENTS if entry.changed} == CHANGED
    assert {entry.local_area for entry in STATEMENTS if not entry.changed} == NOT_CHANGED


def test_all_nine_of_the_third_outcome_say_that_leaders_changed():
    third = {e.inspection_id for e in REGISTER.inspections if e.outcome == "widespread_systemic_failings"}
    assert [entry.changed for entry in STATEMENTS if entry.inspection_id in third] == [True] * 9


def test_a_page_is_named_where_something_is_said():
    assert {entry.page for entry in STATEMENTS if entry.changed} == {1}
    assert {entry.page for entry in STATEMENTS if not entry.changed} == {None}


def test_three_years_have_a_topic():
    assert [entry.year for entry in REGISTER.thematic_topics] == [2023, 2024, 2025]
    assert {entry.document for entry in REGISTER.thematic_topics} == {"first-two-years"}
    visited = {visit.year: visit.theme for visit in REGISTER.thematic_visits}
    assert {entry.year: entry.topic for entry in REGISTER.thematic_topics if entry.year in visited} == visited
