"""Figure 3 as the command builds it: what is drawn is the table of areas, and a drawing that differs is found out."""

import csv
import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import shapely
from lxml import etree
from tests.boundary_files import SHARED, features, write
from tests.drawn_maps import Drawn, drawn, faults, file_key_counts, file_map, key_counts, page_maps, table_rows

from areasend.cli import main

ATTRIBUTION = "Contains OS data © Crown copyright and database right 2023"
SOURCE = "Source: Office for National Statistics licensed under the Open Government Licence v.3.0"
with_shared = pytest.mark.skipif(not SHARED.is_file(), reason="../shared/boundaries is not here")


def classes(release: Path) -> dict[str, str]:
    """The class of each area from the data of the release, worked out from the words of its status."""
    with (release / "data" / "areas.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    told = {row["gss_code"]: row["latest_outcome_key"] for row in rows}
    waiting = {row["gss_code"] for row in rows if row["status"] == "not yet inspected"}
    return {
        code: key if not key.startswith("[") else "not_yet_inspected" if code in waiting else "not_known"
        for code, key in told.items()
    }


def totals(release: Path) -> dict[str, int]:
    with (release / "data" / "areas-by-latest-outcome.csv").open(encoding="utf-8-sig", newline="") as lines:
        (england,) = [row for row in csv.DictReader(lines) if row["region"] == "England"]
    known = {name: int(england[name]) for name in england if name not in ("region", "total")}
    unknown = known.pop("outcome_not_recorded") + known.pop("not_established")
    return known | {"not_known": unknown}


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release as at the end of 2025 with boundaries made up of hexagons."""
    folder = tmp_path_factory.mktemp("boundaries")
    file = write(folder / "b.gpkg", features())
    arguments = ["--as-at", "2025-12-31", "--boundaries", str(file), "--out", str(folder / "out")]
    assert main(["release", "build", *arguments]) == 0
    return folder / "out"


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("real") / "out"
    arguments = ["--as-at", "2025-12-31", "--boundaries", str(SHARED), "--out", str(out)]
    assert main(["release", "build", *arguments]) == 0
    return out


@pytest.mark.parametrize("name", ["2023", "2024", "2025", "2026", "published-by", "information"])
def test_the_hexagons_are_the_table_of_areas(built: Callable[[str], Path], name: str) -> None:
    release = built(name)
    page = (release / "map.html").read_bytes()
    assert len(page) <= 150_000
    assert list(faults(page_maps(page), key_counts(page), classes(release))) == []
    assert {kind: count for kind, count in totals(release).items() if count or kind != "not_known"} == key_counts(page)
    svg = (release / "figures" / "figure-3.svg").read_bytes()
    assert list(faults([file_map(svg)], file_key_counts(svg), classes(release))) == []
    assert b"This is an unofficial build by areasend" in svg
    assert (release / "figures" / "figure-3.png").read_bytes().startswith(b"\x89PNG")
    assert not (release / "map-geographic.html").exists()
    assert b"map-geographic.html" not in page


def test_without_boundaries_the_manifest_names_none(release: Path) -> None:
    assert "boundaries" not in json.loads((release / "manifest.json").read_bytes())["inputs"]


def test_the_numbers_of_2024(release: Path) -> None:
    """54 inspections of 54 areas, as the official publication of June 2025 has them."""
    assert key_counts((release / "map.html").read_bytes()) == {
        "typically_positive": 14,
        "inconsistent": 26,
        "widespread_systemic_failings": 14,
        "not_yet_inspected": 99,
    }


def test_every_area_leads_to_its_page_by_the_keyboard(release: Path) -> None:
    (hexagons,) = page_maps((release / "map.html").read_bytes())
    assert len(hexagons.tabbed) == len(set(hexagons.tabbed)) == 153
    assert len(set(hexagons.links)) == 153
    assert all((release / link).is_file() for link in hexagons.links)
    titles = {code: title for code, _, title in hexagons.areas}
    assert titles["E08000002"] == "Bury: Widespread and/or systemic failings"
    assert titles["E09000001"] == "City of London: Not yet inspected"


@pytest.mark.parametrize("name", ["2024", "2025"])
def test_the_table_beside_the_map_says_the_same(built: Callable[[str], Path], name: str) -> None:
    page = (built(name) / "map.html").read_bytes()
    rows = table_rows(page)
    assert len(rows) == 153
    assert [row[1] for row in rows] == sorted((row[1] for row in rows), key=str.casefold)
    (hexagons,) = page_maps(page)
    assert {f"{name}: {outcome}" for _, name, _, outcome, _ in rows} == {title for _, _, title in hexagons.areas}
    assert {row[0] for row in rows} == set(hexagons.links)
    bury = next(row for row in rows if row[1] == "Bury")
    assert bury[2:] == ("North West", "Widespread and/or systemic failings", "16 February 2024")


def test_a_management_release_has_its_map_too(built: Callable[[str], Path]) -> None:
    assert len(page_maps((built("information") / "map.html").read_bytes())[0].areas) == 153


def geographic(release: Path) -> tuple[bytes, Drawn, Drawn]:
    page = (release / "map-geographic.html").read_bytes()
    main_map, close_up = page_maps(page)
    return page, main_map, close_up


def check_both(release: Path) -> None:
    page, main_map, close_up = geographic(release)
    assert len(page) <= 150_000
    assert list(faults([main_map, close_up], key_counts(page), classes(release))) == []
    assert (len(main_map.areas), len(close_up.areas)) == (153, 33)
    london = {code for code, _, _ in close_up.areas}
    assert all(code.startswith("E09") for code in london)
    kinds = {code: kind for code, kind, _ in main_map.areas}
    assert all(kinds[code] == kind for code, kind, _ in close_up.areas)
    assert set(main_map.tabbed) | set(close_up.tabbed) == kinds.keys()
    assert not set(main_map.tabbed) & set(close_up.tabbed)
    assert len(table_rows(page)) == 153
    text = page.decode()
    assert ATTRIBUTION in text
    assert SOURCE in text
    assert "Counties and Unitary Authorities, 2023" in text
    hexagons = (release / "map.html").read_bytes()
    assert b'href="map-geographic.html"' in hexagons
    assert {c: k for c, k, _ in page_maps(hexagons)[0].areas} == kinds


def check_file(release: Path) -> None:
    svg = (release / "figures" / "figure-3.svg").read_bytes()
    whole = file_map(svg)
    assert len(whole.areas) == 153 + 33
    near = [entry for entry in whole.areas if entry[0].startswith("E09")]
    assert len(near) == 66
    main_map = Drawn(areas=whole.areas[:153], links=(), tabbed=(), fills=whole.fills, outlines=whole.outlines)
    assert list(faults([main_map], file_key_counts(svg), classes(release))) == []
    text = svg.decode()
    for line in (ATTRIBUTION, SOURCE, "London, five times as large", "This is an unofficial build by areasend"):
        assert line in text


def test_the_geographic_map_of_made_up_boundaries(made_up: Path) -> None:
    check_both(made_up)
    check_file(made_up)


@with_shared
@pytest.mark.no_cover  # what it runs is traced by other tests; tracing would double its time
def test_the_geographic_map_of_the_real_boundaries(real: Path) -> None:
    check_both(real)
    check_file(real)
    inputs = json.loads((real / "manifest.json").read_bytes())["inputs"]
    assert inputs["boundaries"] == hashlib.sha256(SHARED.read_bytes()).hexdigest()


def polygons(one: Drawn, scale: float = 10) -> dict[str, shapely.MultiPolygon]:
    """The shapes as they are drawn, read from the relative steps of their paths, in tenths of a unit."""
    found = {}
    for code, paths in one.outlines.items():
        rings = []
        for ring in "".join(paths).split("z")[:-1]:
            numbers = [round(float(number) * scale) for number in re.findall(r"-?\d*\.?\d+", ring)]
            x, y = numbers[:2]
            points = [(x, y)]
            for dx, dy in zip(numbers[2::2], numbers[3::2], strict=True):
                x, y = x + dx, y + dy
                points.append((x, y))
            rings.append(shapely.Polygon(points))
        found[code] = shapely.MultiPolygon(shapely.get_parts(shapely.normalize(even_odd(rings))))
    return found


def even_odd(rings: list[shapely.Polygon]) -> shapely.Geometry:
    whole = shapely.MultiPolygon()
    for ring in rings:
        whole = shapely.symmetric_difference(whole, ring)
    return whole


@with_shared
def test_what_is_drawn_is_a_valid_coverage(real: Path) -> None:
    _, main_map, close_up = geographic(real)
    for one, count in ((main_map, 153), (close_up, 33)):
        shapes = polygons(one)
        assert len(shapes) == count
        assert not shapely.is_empty(list(shapes.values())).any()
        assert shapely.coverage_is_valid(list(shapes.values()))


@with_shared
def test_no_area_is_too_small_to_be_seen(real: Path) -> None:
    """At least 3 units in the main drawing and 6 in the close-up, with the circle that enlarges it where it has one."""
    page = (real / "map-geographic.html").read_text(encoding="utf-8")
    _, main_map, close_up = geographic(real)
    circled = re.findall(r'data-code="(E\d{8})"[^>]*>(?:(?!</a>).)*<circle [^>]*r="([\d.]+)"', page)
    enlarged = {code: 2 * float(radius) for code, radius in circled}
    for one, least in ((main_map, 3), (close_up, 6)):
        for code, shape in polygons(one).items():
            west, south, east, north = (edge / 10 for edge in shape.bounds)
            assert max(min(east - west, north - south), enlarged.get(code, 0)) >= least, code
    assert {"E09000001", "E06000053"} <= enlarged.keys()
    assert "E09000001" not in {code for code, shape in polygons(close_up).items() if shape.bounds[2] < 60}


def spoiled(page: bytes, change: Callable[[etree._Element], None]) -> list[str]:
    """What is found wrong after a change in the SVG of the map."""
    from lxml import html

    tree = html.fromstring(page.decode())
    change(tree)
    return list(
        faults(
            [drawn(svg) for svg in tree.iterfind(".//figure//svg")],
            key_counts(html.tostring(tree)),
            {code: kind for code, kind, _ in page_maps(page)[0].areas},
        )
    )


@pytest.mark.parametrize("name", ["map.html", "map-geographic.html"])
def test_a_spoiled_map_is_found_out(made_up: Path, name: str) -> None:
    page = (made_up / name).read_bytes()
    assert spoiled(page, lambda _: None) == []

    def areas(tree: etree._Element) -> dict[str, etree._Element]:
        (first, *_) = tree.iterfind(".//figure//svg")
        return {area.get("data-code"): area for area in first.iter() if area.get("data-code")}

    def without_one(tree: etree._Element) -> None:
        area = areas(tree)["E08000002"]
        area.getparent().remove(area)

    def exchanged(tree: etree._Element) -> None:
        one, other = areas(tree)["E08000002"], areas(tree)["E08000001"]
        kinds = one.get("data-class"), other.get("data-class")
        assert kinds[0] != kinds[1]
        one.set("data-class", kinds[1])
        other.set("data-class", kinds[0])

    def repainted(tree: etree._Element) -> None:
        one, other = areas(tree)["E08000002"], areas(tree)["E08000001"]
        one.find("path").set("fill", other.find("path").get("fill"))

    def twice(tree: etree._Element) -> None:
        areas(tree)["E08000002"].set("data-code", "E08000001")

    def miscounted(tree: etree._Element) -> None:
        data = tree.find(".//*[@data-key='inconsistent']//data")
        data.set("value", str(int(data.get("value")) + 1))

    assert spoiled(page, without_one) == ["other areas are drawn: ['E08000002']"]
    assert any("is drawn as" in fault for fault in spoiled(page, exchanged))
    assert spoiled(page, repainted) == ["a class has not one look of its own"]
    assert "an area is drawn twice" in spoiled(page, twice)
    assert any(fault.startswith("the key counts") for fault in spoiled(page, miscounted))


@pytest.mark.no_cover  # what it runs is traced by other tests; tracing would double its time
def test_the_same_boundaries_give_the_same_bytes(made_up: Path, tmp_path: Path) -> None:
    file = made_up.parent / "b.gpkg"
    arguments = ["--as-at", "2025-12-31", "--boundaries", str(file), "--out", str(tmp_path / "again")]
    assert main(["release", "build", *arguments]) == 0
    for name in ("map.html", "map-geographic.html", "figures/figure-3.svg", "figures/figure-3.png", "manifest.json"):
        assert (tmp_path / "again" / name).read_bytes() == (made_up / name).read_bytes()


def test_a_build_with_boundaries_that_do_not_fit_leaves_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(tmp_path / "b.gpkg", features()[1:])
    arguments = ["--as-at", "2024-12-31", "--boundaries", str(file), "--out", str(tmp_path / "out")]
    assert main(["release", "build", *arguments]) == 2
    assert "Local areas without a shape (1): E06000001 Hartlepool." in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def check(*arguments: str) -> int:
    return main(["boundaries", "check", *arguments])


def test_the_check_of_a_file_that_fits(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(tmp_path / "b.zip", features())
    assert check(str(file)) == 0
    assert capsys.readouterr().out == (
        f"{file} has the 153 local areas of 2024-12-31, in boundaries of 2023.\n"
        f"sha256 {hashlib.sha256(file.read_bytes()).hexdigest()}\n"
    )
    assert check(str(file), "--as-at", "2023-06-30") == 0
    assert "of 2023-06-30" in capsys.readouterr().out


def test_a_file_that_does_not_fit_fails_the_check_and_one_that_cannot_be_read_is_wrong_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(str(write(tmp_path / "b.gpkg", features()[1:]))) == 1
    assert "E06000001 Hartlepool" in capsys.readouterr().err
    (tmp_path / "b.csv").write_text("code,name\n")
    assert check(str(tmp_path / "b.csv")) == 2
    assert "is neither GeoJSON nor a GeoPackage nor a zipped shapefile" in capsys.readouterr().err
    assert check(str(tmp_path)) == 2


def test_own_records_are_checked_against_their_own_areas(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = tmp_path / "records"
    assert main(["records", "export", str(records)]) == 0
    file = write(tmp_path / "b.gpkg", features())
    assert check(str(file), "--records", str(records)) == 0
    for name in ("local_areas.csv", "area_names.csv"):
        lines = (records / name).read_text(encoding="utf-8").splitlines(keepends=True)
        (records / name).write_text("".join(line for line in lines if "E06000053" not in line), encoding="utf-8")
    capsys.readouterr()
    assert check(str(file), "--records", str(records)) == 1
    assert "Shapes of no local area (1): E06000053 Scil." in capsys.readouterr().err


@with_shared
def test_the_real_file_passes_the_check() -> None:
    assert check(str(SHARED)) == 0
