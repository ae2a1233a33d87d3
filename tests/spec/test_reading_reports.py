"""The 37 published reports in ../shared/reports, read and held against the truth that was transcribed from their pages.

Every column of the truth is compared as it stands, apart from the dates of publication, which no document holds.
"""

import csv
from collections import Counter, defaultdict
from functools import lru_cache
from pathlib import Path

import pytest

from areasend.framework import packaged_framework
from areasend.register import packaged_files, packaged_register
from areasend.reports import NOT_FOUND, DocumentKind, Problem, PublicationDates, Reading
from areasend.reports.document import read_document
from areasend.reports.settling import settled

SHARED = Path(__file__).parents[3] / "shared"
FROM_REGISTER = ("urn", "la_code", "gss_code", "ofsted_region", "ons_region")
NOT_IN_DOCUMENTS = ("publication_date", "local_area", "note")

Row = dict[str, str]
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not on this machine")


def rows_of(name: str) -> list[Row]:
    if not SHARED.is_dir():
        return []
    with (SHARED / "truth" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


TRUTH = {row["urn"]: row for row in rows_of("inspections.csv")}
PLACES = [pytest.param(urn, id=row["local_area"]) for urn, row in TRUTH.items()]
PRINTED = [name for name in next(iter(TRUTH.values()), ()) if name not in (*FROM_REGISTER, *NOT_IN_DOCUMENTS)]
of_every_report = pytest.mark.parametrize("urn", PLACES)


@lru_cache(maxsize=1)
def statements() -> dict[str, list[Row]]:
    found = defaultdict(list)
    for row in rows_of("statements.csv"):
        found[row["urn"]].append(row)
    return found


@lru_cache(maxsize=len(TRUTH) or 1)
def read(urn: str) -> Reading:
    """The report as printed; each is read once."""
    (path,) = (SHARED / "reports").glob(f"{urn}-*.pdf")
    return read_document(path.read_bytes(), file=path.name, sha256=urn)


@lru_cache(maxsize=len(TRUTH) or 1)
def settle(urn: str) -> Reading:
    """The report held against the register and the framework."""

    (reading,) = settled(
        [read(urn)],
        register=packaged_register(),
        framework=packaged_framework(),
        with_dates=PublicationDates().dated,
        corrected=lambda reading: reading,
    )
    return reading


def test_the_truth_is_of_37_reports() -> None:
    assert len(TRUTH) == len(list((SHARED / "reports").glob("*.pdf"))) == 37
    assert len(PRINTED) == 24


@of_every_report
def test_every_field_is_as_printed(urn: str) -> None:
    truth = TRUTH[urn]
    assert read(urn).document is DocumentKind.FULL_INSPECTION
    assert {name: read(urn).text(name) for name in PRINTED} == {name: truth[name] for name in PRINTED}


@of_every_report
def test_findings_are_as_printed(urn: str) -> None:
    columns = ("kind", "seq", "responsible_body", "text", "n_bullets", "page_start", "page_end")
    found = [tuple(str(getattr(statement, name)) for name in columns) for statement in read(urn).findings]
    assert found == [tuple(row[name] for name in columns) for row in statements()[urn]]


@of_every_report
def test_what_runs_over_a_page_has_a_place_on_both(urn: str) -> None:
    split = [row["split_across_pages"] == "yes" for row in statements()[urn]]
    assert [len({place.page for place in statement.places}) > 1 for statement in read(urn).findings] == split


@of_every_report
def test_the_area_is_the_one_of_the_truth(urn: str) -> None:
    truth, reading = TRUTH[urn], settle(urn)
    assert {name: reading.text(name) for name in FROM_REGISTER} == {name: truth[name] for name in FROM_REGISTER}
    assert reading.text("inspection_id") == f"{truth['gss_code']}-{truth['inspection_start']}"
    register = packaged_register()
    area = next(area for area in register.local_areas if area.gss_code == truth["gss_code"])
    others = {other.name for other in register.area_names if other.gss_code == truth["gss_code"]}
    assert truth["local_area"] in {area.name, area.plain_name} | others
    assert reading.text("local_area") == area.name


def test_what_is_a_problem() -> None:
    """One copyright line (page 7 of 7) is of the year before; one title page has other days than its footers."""
    problems = {urn: settle(urn).problems for urn in TRUTH if settle(urn).problems}
    assert {TRUTH[urn]["local_area"]: found for urn, found in problems.items()} == {
        "Enfield": (Problem(field="copyright_year", page=7, expected="2023 to 2025", found="2022"),),
        "Oxfordshire": (
            Problem(
                field="footer_dates",
                page=2,
                expected="the days of the title page, 2023-07-13 to 2023-07-21",
                found="17 to 21 July 2023",
            ),
        ),
    }


def test_nothing_but_the_dates_of_publication_is_left_open() -> None:
    left = Counter(value.field for urn in TRUTH for value in settle(urn).values if value.value == NOT_FOUND)
    assert left == {"publication_date": 37}


@of_every_report
def test_responsible_bodies_are_those_of_the_register_s_records(urn: str) -> None:
    reading = settle(urn)
    found = {
        (statement.kind, str(statement.seq)): ";".join(statement.responsible_bodies) for statement in reading.findings
    }
    assert found == recorded_bodies()[(reading.text("gss_code"), reading.text("inspection_start"))]


@lru_cache(maxsize=1)
def recorded_bodies() -> dict[tuple[str, str], dict[tuple[str, str], str]]:
    """The bodies of the packaged records, which were taken apart by hand."""
    content = packaged_files()["findings.csv"]
    text = content if isinstance(content, str) else content.decode("utf-8")
    found: dict[tuple[str, str], dict[tuple[str, str], str]] = defaultdict(dict)
    for row in csv.DictReader(text.splitlines()):
        found[row["gss_code"], row["inspection_start"]][row["kind"], row["seq"]] = row["responsible_bodies"]
    return found


@of_every_report
def test_every_value_of_the_report_stands_on_its_words(urn: str) -> None:
    """What is printed word for word is found again in the words that the value stands on, on pages that there are."""
    reading = read(urn)
    pages = int(reading.text("pages"))
    for name in ("title_name", "previous_inspection", "local_authority", "ofsted_lead_inspector", "cqc_lead_inspector"):
        value = reading.get(name)
        assert value is not None
        words = letters_of(" ".join(place.words for place in value.places))
        assert all(letters_of(part) in words for part in value.value.split(";")), name
        assert all(1 <= place.page <= pages for place in value.places)
    for statement in reading.findings:
        # Page by page the responsible body comes first, so the letters are counted.
        words = letters_of(" ".join(place.words for place in statement.places))
        assert Counter(letters_of(statement.text)) <= Counter(words)


def letters_of(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


@of_every_report
def test_every_box_lies_on_its_page(urn: str) -> None:
    reading = read(urn)
    things = [*reading.values, *reading.findings, *reading.passages]
    boxes = [(place.page, place.box) for thing in things for place in thing.places]
    assert boxes
    for page, box in boxes:
        width, height = reading.page_sizes[page - 1]
        assert 0 <= box.x0 < box.x1 <= width
        # A box holds the tallest letters and the deepest tails of its font; a footer's may reach over the edge.
        assert 0 <= box.top < (box.top + box.bottom) / 2 < height


@of_every_report
def test_every_section_has_passages(urn: str) -> None:
    passages = read(urn).passages
    counted = Counter(passage.section for passage in passages)
    assert list(counted) == ["partnership", "experience", "effective", "better"]
    assert all(passage.form == "paragraph" for passage in passages if passage.section == "experience")
    assert any(passage.form == "bullet" for passage in passages if passage.section == "effective")
    assert all(not passage.leadership for passage in passages if passage.section != "partnership")


def test_reading_twice_gives_the_same() -> None:
    urn = next(iter(TRUTH))
    (path,) = (SHARED / "reports").glob(f"{urn}-*.pdf")
    assert read_document(path.read_bytes(), file=path.name, sha256=urn) == read(urn)
