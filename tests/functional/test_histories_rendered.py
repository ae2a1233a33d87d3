"""More than 200 random histories as pages, read back: what is shown is what another calendar says."""

import csv
import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from tests.generative.histories import AS_AT, History, histories, monitoring, next_full

from areasend.cli import main
from areasend.publication.wording import slug

# What these run is traced by other tests; tracing would double their time.
pytestmark = pytest.mark.no_cover

WORDS = {
    "typically_positive": "Typically positive experiences and outcomes",
    "inconsistent": "Inconsistent experiences and outcomes",
    "widespread_systemic_failings": "Widespread and/or systemic failings",
}


@pytest.mark.parametrize("seed", [1001, 1002])
def test_pages_show_the_expected_months_of_random_histories(tmp_path: Path, seed: int) -> None:
    records, out = tmp_path / "records", tmp_path / "out"
    assert main(["records", "export", str(records)]) == 0
    areas = list(csv.DictReader((records / "local_areas.csv").read_text(encoding="utf-8").splitlines()))
    pairs = zip(areas, histories(seed, len(areas)), strict=True)
    made = {entry["gss_code"]: in_present_form(entry, found) for entry, found in pairs}
    write_inspections(records, areas, made)
    assert main(["release", "build", "--records", str(records), "--as-at", str(AS_AT), "--out", str(out)]) == 0
    shown = [assert_page(out, entry, made[entry["gss_code"]]) for entry in areas]
    assert len(shown) == 153
    assert sum(shown) > 40


def in_present_form(entry: dict[str, str], found: History) -> History:
    """Without the inspections before the area was formed: the register refuses those."""
    return replace(found, inspections=tuple(i for i in found.inspections if str(i.start) >= entry["valid_from"]))


def write_inspections(records: Path, areas: list[dict[str, str]], made: dict[str, History]) -> None:
    path = records / "inspections.csv"
    heading = path.read_text(encoding="utf-8").splitlines()[0]
    of_inspections = ("findings.csv", "codings.csv", "adjudications.csv", "leadership_statements.csv")
    for other in (*of_inspections, "printed_figures.csv"):
        (records / other).write_text((records / other).read_text(encoding="utf-8").splitlines()[0] + "\n")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, heading.split(","), lineterminator="\n")
        writer.writeheader()
        rows = [(done, entry) for entry in areas for done in made[entry["gss_code"]].inspections]
        for done, entry in sorted(rows, key=lambda row: (row[0].start, row[1]["gss_code"])):
            writer.writerow(
                {
                    "gss_code": entry["gss_code"],
                    "local_area": entry["name"],
                    "inspection_start": done.start,
                    "inspection_end": done.end,
                    "publication_date": done.published or "",
                    "outcome": done.outcome,
                    "source": "secondary",
                }
            )


def assert_page(out: Path, entry: dict[str, str], found: History) -> bool:
    """Whether the area was inspected more than once; its page is read as a person reads it."""
    page = html.parse(str(out / "areas" / slug(entry["plain_name"]) / "index.html")).getroot()
    (body,) = page.xpath("//main")
    text = re.sub(r"\s+", " ", body.text_content())
    latest = found.latest
    assert len(body.xpath("//table/tbody/tr")) == len(found.counted)
    if latest is None:
        assert "had not had a full inspection under this framework by 31 December 2026" in text
        assert "The next full inspection" not in text
        return False
    assert body.xpath("string(.//p[contains(@class, 'areasend-outcome')])") == WORDS[latest.outcome]
    assert sentence("The next full inspection", *next_full(latest)) in text
    visit = monitoring(latest)
    assert ("A monitoring inspection:" in text) == (visit is not None)
    assert visit is None or sentence("A monitoring inspection", *visit) in text
    assert all(said in text for said in entry["predecessors"].split(";"))
    return len(found.counted) > 1


def sentence(subject: str, rule: str, month: str | None) -> str:
    if month is None:
        return f"{subject}: {rule}."
    if month.endswith(" (passed)"):
        return f"{subject}: {rule}, so it was expected {month.removesuffix(' (passed)')}."
    return f"{subject}: {rule}, so expected {month}."
