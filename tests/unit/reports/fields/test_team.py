"""The inspection team: names of people in many forms, who leads, and how many are listed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.reports.fields.paper import Paper, part_of, strips

from areasend.reports.fields.found import Found
from areasend.reports.fields.team import name_of, people_in, read_team
from areasend.reports.pdf import Line

SECOND = 330.0
FIRST = ["Una", "Jean-Paul", "Siân", "Zoë", "J.", "Mary Ann", "Oluwaseun", "Étienne", "D’Arcy", "Katherine"]
LAST = [
    "Buckley",
    "O’Neill",
    "O'Brien",
    "van den Berg",
    "de la Cruz",
    "ap Rhys",
    "bin Said",
    "d’Souza",
    "Crosby-Josephs",
    "St. John",
    "McGeary",
    "Lee",
]
TITLES = ["", "", "Mr ", "Mrs ", "Ms. ", "Dr ", "Prof. ", "Dame "]
OFSTED_ROLES = ["Ofsted Inspector", "HMI", "His Majesty’s Inspector", "Senior HMI", "OI", "Regional Director, Ofsted"]
CQC_ROLES = ["CQC inspector", "Care Quality Commission inspector", "Children’s Services Inspector, CQC"]
NAMES = st.builds("{} {}".format, st.sampled_from(FIRST), st.sampled_from(LAST))


def of_role(roles: list[str]) -> st.SearchStrategy[tuple[str, bool]]:
    """A role, and whether it is that of a lead inspector."""
    told = st.sampled_from(roles)
    return st.one_of(
        told.map(lambda role: (role, False)),
        told.map(lambda role: (f"lead inspector, {role}", True)),
        told.map(lambda role: (f"{role} (lead)", True)),
        told.map(lambda role: (f"{role}, joint lead", True)),
    )


def people(roles: list[str]) -> st.SearchStrategy[list[tuple[str, tuple[str, bool]]]]:
    return st.lists(st.tuples(NAMES, of_role(roles)), min_size=1, max_size=5)


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most so many letters; the name, up to its comma, stays on the first."""
    name, role = text.split(", ", 1)
    lines = [name + ","]
    for word in role.split():
        if len(lines[-1]) + len(word) < width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def team(*rows: Line, heading: tuple[str, str] = ("Ofsted", "Care Quality Commission")) -> Found:
    found = Found()
    paper = Paper()
    read_team(part_of("team", paper.line(100, heading[0], (SECOND, heading[1])), *rows), found)
    return found


def values(found: Found) -> dict[str, str]:
    assert len({value.field for value in found.values}) == len(found.values) == 4
    return {value.field: value.value for value in found.values}


def set_in_columns(left: list[str], right: list[str], *, top: float = 120.0, page: int = 1) -> list[Line]:
    paper, lines = Paper(page), []
    for number in range(max(len(left), len(right))):
        cells: list[str | tuple[float, str]] = []
        if number < len(left):
            cells.append(left[number])
        if number < len(right):
            cells.append((SECOND, right[number]))
        lines.append(paper.line(top + 14 * number, *cells))
    return lines


@given(
    NAMES,
    st.sampled_from(TITLES),
    st.sampled_from([*OFSTED_ROLES, *CQC_ROLES, "lead inspector"]),
    st.sampled_from([", ", " ", " – ", " - ", " ("]),
)
def test_names_of_inspectors(name: str, title: str, role: str, between: str) -> None:
    assert name_of(f"{title}{name}{between}{role}") == name
    assert name_of(f"• {title}{name}{between}{role}") == name


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Ofsted Inspector",
        "His Majesty’s Inspector",
        "Majesty’s Inspector",
        "Quality Commission inspector",
        "Commission inspector",
        "Regulatory Inspection Manager",
        "Senior His Majesty’s Inspector, lead",
        "Schools and Colleges",
        "lead inspector",
        "Lead Inspector",
        "Buckley, HMI",
        "una buckley, HMI",
        "2 further inspectors",
        "Una Buckley and her whole wide team from the north, HMI",
        "Una van, HMI",
    ],
)
def test_lines_that_begin_with_no_name(line: str) -> None:
    assert name_of(line) == ""


def test_a_line_without_a_name_goes_on_with_the_one_before() -> None:
    found = people_in(
        strips(
            "Una Buckley, His", "Majesty’s Inspector", "Lee Carey, HMI", "Zoë Lee, Care", "Quality Commission", "lead"
        )
    )
    assert [[strip.text for strip in person] for person in found] == [
        ["Una Buckley, His", "Majesty’s Inspector"],
        ["Lee Carey, HMI"],
        ["Zoë Lee, Care", "Quality Commission", "lead"],
    ]
    assert people_in(()) == []


@given(people(OFSTED_ROLES), people(CQC_ROLES), st.sampled_from([24, 26, 50]))
def test_teams_are_read_back(
    ofsted: list[tuple[str, tuple[str, bool]]], cqc: list[tuple[str, tuple[str, bool]]], width: int
) -> None:
    columns = [
        [line for name, (role, _) in side for line in wrapped(f"{name}, {role}", width)] for side in (ofsted, cqc)
    ]
    found = team(*set_in_columns(*columns))
    leads = [";".join(name for name, (_, leads) in side if leads) or "[x]" for side in (ofsted, cqc)]
    assert values(found) == {
        "ofsted_lead_inspector": leads[0],
        "n_inspectors_ofsted": str(len(ofsted)),
        "cqc_lead_inspector": leads[1],
        "n_inspectors_cqc": str(len(cqc)),
    }
    assert len(found.problems) == leads.count("[x]")


def test_a_double_name_broken_at_its_hyphen() -> None:
    found = team(*set_in_columns(["Una Buckley, lead"], ["Andrea Crosby-", "Josephs, CQC lead"]))
    assert values(found)["cqc_lead_inspector"] == "Andrea Crosby-Josephs"
    assert values(found)["n_inspectors_cqc"] == "1"


def test_a_team_that_runs_over_a_page_with_its_heading_again() -> None:
    second = Paper(2)
    found = team(
        *set_in_columns(["Una Buckley, Ofsted lead", "Lee Carey, HMI"], ["Zoë Lee, CQC lead"]),
        second.line(60, "Ofsted", (SECOND, "Care Quality Commission (CQC)")),
        *set_in_columns(["Mary Ann Buckley, HMI"], ["J. O’Neill, CQC inspector"], top=80, page=2),
    )
    assert values(found) == {
        "ofsted_lead_inspector": "Una Buckley",
        "n_inspectors_ofsted": "3",
        "cqc_lead_inspector": "Zoë Lee",
        "n_inspectors_cqc": "2",
    }
    assert found.problems == []


def test_each_lead_stands_on_the_lines_of_that_person() -> None:
    found = team(
        *set_in_columns(["Una Buckley, His Majesty’s", "Inspector, lead", "Lee Carey, HMI"], ["Zoë Lee, CQC lead"])
    )
    (lead,) = [value for value in found.values if value.field == "ofsted_lead_inspector"]
    assert [place.words for place in lead.places] == ["Una Buckley, His Majesty’s", "Inspector, lead"]


@pytest.mark.parametrize("heading", [None, ("Inspectors", "Care Quality Commission")])
def test_a_team_that_is_not_listed(heading: tuple[str, str] | None) -> None:
    found = Found()
    if heading is None:
        read_team(None, found)
    else:
        found = team(heading=heading)
    assert set(values(found).values()) == {"[x]"}
    assert [problem.field for problem in found.problems] == list(values(found))


def test_an_empty_column_and_one_without_a_lead() -> None:
    found = team(*set_in_columns([], ["Zoë Lee, CQC inspector"]))
    assert values(found) == {
        "ofsted_lead_inspector": "[x]",
        "n_inspectors_ofsted": "[x]",
        "cqc_lead_inspector": "[x]",
        "n_inspectors_cqc": "1",
    }
    assert [(problem.field, problem.page) for problem in found.problems] == [
        ("ofsted_lead_inspector", 0),
        ("n_inspectors_ofsted", 0),
        ("cqc_lead_inspector", 1),
    ]


def test_a_line_that_is_nobody_s_is_a_problem() -> None:
    found = team(*set_in_columns(["to be confirmed", "Una Buckley, lead"], ["Zoë Lee, CQC lead"]))
    assert [(problem.field, problem.found) for problem in found.problems] == [
        ("n_inspectors_ofsted", "to be confirmed")
    ]
