"""No page is heavy: 150 kB of HTML and drawings at most, and 120 kB compressed with everything that it loads."""

from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks.weights import Weight, heaviest, loaded, weight, weight_lines, weights

PAGE = """<!DOCTYPE html><title>a</title>
<link rel="stylesheet" href="../assets/a.css"><link rel="alternate" href="../feed.atom"><link rel="icon" href="/i.svg">
<script src="../assets/a.js"></script><script type="application/ld+json">{}</script>
<a href="../data/big.csv">b</a><img src="draw%20ing.svg?v=1" alt=""><img srcset="one.png 1x, two.png 2x" alt="">
<svg><image href="https://elsewhere.example/a.png"/><use href="#here"/></svg>"""


@pytest.mark.parametrize("build", ["2024", "2025", "2026", "information", "findings", "findings-2025"])
@pytest.mark.no_cover  # what it runs is traced by other tests; tracing would double its time
def test_every_page_is_light(built: Callable[[str], Path], build: str) -> None:
    found = weights(built(build))
    assert len(found) > 153
    assert [f"{one.page}: {one.raw} bytes raw, {one.sent} sent" for one in found if one.over] == []


def test_what_a_page_loads_is_found() -> None:
    files = {"assets/a.css", "assets/a.js", "areas/draw ing.svg", "areas/one.png", "areas/two.png", "i.svg"}
    assert loaded("areas/index.html", PAGE) == files


def test_the_weight_is_the_sum_of_the_files(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "a.css").write_bytes(bytes(10_000))
    (tmp_path / "one.png").write_bytes(bytes(5_000))
    (tmp_path / "one.svg").write_bytes(bytes(3_000))
    page = '<link rel="stylesheet" href="assets/a.css"><img src="one.png"><img src="one.svg"><img src="one.svg">'
    (tmp_path / "index.html").write_text(page)
    found = weight(tmp_path, "index.html")
    assert found.raw == len(page) + 3_000
    # A PNG is sent as it is; 10 kB of zeros are a few bytes.
    assert 5_000 < found.sent < 5_300


def test_a_file_that_is_missing_is_no_light_file(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<script src="gone.js"></script>')
    with pytest.raises(FileNotFoundError, match=r"gone\.js"):
        weight(tmp_path, "index.html")


def test_the_report_shows_the_heaviest_of_each_kind_and_marks_what_is_over() -> None:
    found = [
        Weight(page="index.html", raw=150_001, sent=10),
        Weight(page="areas/index.html", raw=150_000, sent=120_000),
        Weight(page="areas/bury/index.html", raw=10, sent=10),
        Weight(page="areas/hull/index.html", raw=10, sent=120_001),
        Weight(page="areas/in/london/index.html", raw=10, sent=10),
        Weight(page="tables/areas.html", raw=20, sent=20),
        Weight(page="tables/context.html", raw=10, sent=10),
    ]
    assert {kind: one.page for kind, one in heaviest(found).items()} == {
        "index.html": "index.html",
        "areas/index.html": "areas/index.html",
        "areas/…": "areas/hull/index.html",
        "areas/in/…": "areas/in/london/index.html",
        "tables/…": "tables/areas.html",
    }
    lines = list(weight_lines(found))
    assert [line.split()[0] for line in lines if line.endswith("OVER")] == ["index.html", "areas/hull/index.html"]
    assert lines[-1].endswith("5 of 7 pages within")
