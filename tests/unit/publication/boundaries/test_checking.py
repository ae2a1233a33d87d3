"""What is wrong with a boundary file is said in full: which codes, which shapes, which system."""

from pathlib import Path

import pytest
import shapely
from tests.boundary_files import SHARED, Feature, changed, features, known, write

from areasend.publication.boundaries import BoundariesUnfit, KnownArea, boundary_bytes, read_boundaries

WANTED = (
    "Use “Counties and Unitary Authorities” of the ONS Open Geography Portal, whose columns are named like "
    "CTYUA23CD and CTYUA23NM."
)
VINTAGE = (
    "It is of 2023 and does not have the 153 local areas of the date of the release. Use the file of a year that does."
)


def faults(path: Path, areas: list[KnownArea] | None = None) -> tuple[str, ...]:
    with pytest.raises(BoundariesUnfit) as told:
        read_boundaries(boundary_bytes(path), areas or known(), place=path.name)
    assert str(told.value).startswith(f"The boundaries in {path.name} cannot be used:\n  ")
    return told.value.faults


def shape_of(code: str) -> shapely.Geometry:
    return next(row.shape for row in features() if row.code == code)


def test_a_file_of_another_year_is_refused_with_every_code(tmp_path: Path) -> None:
    """Before April 2023: Cumbria, the county of North Yorkshire, the county of Somerset."""
    both = shapely.union(shape_of("E06000063"), shape_of("E06000064"))
    rows = [row for row in features() if row.code != "E06000064"]
    rows = changed(rows, "E06000063", code="E10000006", name="Cumbria", shape=both)
    rows = changed(rows, "E06000065", code="E10000023", name="North Yorkshire")
    rows = changed(rows, "E06000066", code="E10000027", name="Somerset")
    assert faults(write(tmp_path / "b.gpkg", rows, columns=("CTYUA21CD", "CTYUA21NM"))) == (
        VINTAGE.replace("2023", "2021"),
        "Local areas without a shape (4): E06000063 Cumb, E06000064 W&F, E06000065 N Yks, E06000066 Som.",
        "Shapes of no local area (3): E10000006 Cumbria, E10000023 North Yorkshire, E10000027 Somerset.",
    )


def test_a_missing_area_is_named(tmp_path: Path) -> None:
    rows = [row for row in features() if row.code != "E09000001"]
    assert faults(write(tmp_path / "b.gpkg", rows)) == (VINTAGE, "Local areas without a shape (1): E09000001 City.")


def test_an_area_too_many_is_named(tmp_path: Path) -> None:
    rows = [*features(), Feature(code="E06000099", name="Newshire", shape=shapely.box(0, 0, 1, 1))]
    assert faults(write(tmp_path / "b.gpkg", rows)) == (VINTAGE, "Shapes of no local area (1): E06000099 Newshire.")


def test_a_code_that_stands_twice_is_named(tmp_path: Path) -> None:
    rows = [*features(), features()[0]]
    assert faults(write(tmp_path / "b.geojson", rows)) == (
        "These codes stand more than once: E06000001 Hartl. Each area needs one shape.",
    )


def test_what_is_no_code_is_named(tmp_path: Path) -> None:
    rows = changed(features(), "E06000001", code="Hartlepool")
    rows = changed(rows, "E06000002", code=None)
    assert faults(write(tmp_path / "b.gpkg", rows))[0] == (
        "These are no codes of the ONS (a letter and eight digits): '', 'Hartlepool'."
    )


def test_points_are_no_boundaries(tmp_path: Path) -> None:
    rows = [Feature(code=row.code, name=row.name, shape=shapely.centroid(row.shape)) for row in features()]
    found = faults(write(tmp_path / "b.gpkg", rows))
    assert len(found) == 153
    assert found[0] == "E06000001 Hartl is a Point, not a polygon. Use a file of boundaries, not of centres."


def test_a_missing_an_empty_and_a_broken_shape_are_named(tmp_path: Path) -> None:
    bow = shapely.Polygon([(100_000, 100_000), (110_000, 110_000), (110_000, 100_000), (100_000, 110_000)])
    rows = changed(features(), "E06000001", shape=None)
    rows = changed(rows, "E06000002", shape=shapely.MultiPolygon())
    rows = changed(rows, "E06000003", shape=bow)
    assert faults(write(tmp_path / "b.gpkg", rows)) == (
        "E06000001 Hartl has no shape, or a broken one.",
        "E06000002 Midd has no shape, or a broken one.",
        "E06000003 R&C is no valid polygon: Self-intersection[105000 105000].",
    )


def test_overlapping_areas_are_named(tmp_path: Path) -> None:
    rows = changed(features(), "E06000046", shape=shapely.buffer(shape_of("E06000046"), 1000))
    (said,) = faults(write(tmp_path / "b.gpkg", rows))
    assert said.startswith("These areas overlap others, or do not share the points of their borders: ")
    assert "E06000046 IoW" in said
    assert "E06000001" not in said


@pytest.mark.parametrize(
    ("crs", "said"),
    [
        (
            "EPSG:3857",
            "Its coordinate system is EPSG:3857 (WGS 84 / Pseudo-Mercator). Use a file in EPSG:4326 or EPSG:27700.",
        ),
        ("EPSG:4258", "Its coordinate system is EPSG:4258 (ETRS89). Use a file in EPSG:4326 or EPSG:27700."),
        (None, "It names no coordinate system. Use a file in EPSG:4326 or EPSG:27700."),
    ],
)
def test_another_coordinate_system_is_named(tmp_path: Path, crs: str | None, said: str) -> None:
    assert faults(write(tmp_path / "b.zip", features(), crs=crs)) == (said,)


def test_a_system_that_nobody_knows_is_shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = write(tmp_path / "b.gpkg", features())
    from pyogrio import raw

    read = raw.read
    monkeypatch.setattr(
        "pyogrio.raw.read", lambda *args, **more: ({**(held := read(*args, **more))[0], "crs": "Mars"}, *held[1:])
    )
    assert faults(path) == ("Its coordinate system is not known: 'Mars'. Use a file in EPSG:4326 or EPSG:27700.",)


def test_shapes_outside_great_britain_are_refused(tmp_path: Path) -> None:
    moved = [
        Feature(code=row.code, name=row.name, shape=shapely.transform(row.shape, lambda points: points + 2_000_000))
        for row in features()
    ]
    (said,) = faults(write(tmp_path / "b.gpkg", moved))
    assert said == (
        "Its shapes are not in Great Britain: they reach from 2100000, 2275000 to 2620000, 2610000 metres of British "
        "National Grid. The file may name a coordinate system that it does not use."
    )


def test_every_fault_that_can_be_seen_is_told_at_once(tmp_path: Path) -> None:
    rows = changed(features()[1:], "E06000002", shape=None)
    assert [said.partition(" ")[0] for said in faults(write(tmp_path / "b.gpkg", rows, crs="EPSG:3857"))] == [
        "It", "Local", "E06000002", "Its",
    ]  # fmt: skip


def test_a_file_of_names_alone_is_refused(tmp_path: Path) -> None:
    rows = [Feature(code=row.name, name=row.name, shape=row.shape) for row in features()]
    assert faults(write(tmp_path / "b.gpkg", rows, columns=("CTYUA23NM",))) == (
        f"There is no column of codes (CTYUA<year>CD) in it. It holds CTYUA23NM. {WANTED}",
    )


def test_a_file_of_codes_alone_is_refused(tmp_path: Path) -> None:
    assert faults(write(tmp_path / "b.gpkg", features(), columns=("CTYUA23CD", "LAD23NM"))) == (
        f"There is no column of names (CTYUA23NM) in it. It holds CTYUA23CD, LAD23NM. {WANTED}",
    )


def test_two_vintages_are_not_chosen_from(tmp_path: Path) -> None:
    assert faults(write(tmp_path / "b.gpkg", features(), columns=("CTYUA23CD", "CTYUA24CD"))) == (
        f"There is more than one column of codes (CTYUA<year>CD) in it. It holds CTYUA23CD, CTYUA24CD. {WANTED}",
    )


def test_a_table_without_columns_says_so(tmp_path: Path) -> None:
    (tmp_path / "b.geojson").write_text('{"type": "FeatureCollection", "features": []}')
    (said,) = faults(tmp_path / "b.geojson")
    assert said.startswith("There is no column of codes (CTYUA<year>CD) in it. It holds no columns.")


@pytest.mark.skipif(not SHARED.is_file(), reason="../shared/boundaries is not here")
def test_the_real_file_does_not_fit_the_areas_of_another_year(tmp_path: Path) -> None:
    """The areas that began in April 2023 renamed, as in a file of 2021."""
    text = SHARED.read_text(encoding="utf-8").replace("CTYUA23", "CTYUA21")
    for new, old in (("E06000063", "E10000006"), ("E06000065", "E10000023"), ("E06000066", "E10000027")):
        text = text.replace(new, old)
    (tmp_path / "2021.geojson").write_text(text.replace("E06000064", "W06000099"), encoding="utf-8")
    found = faults(tmp_path / "2021.geojson")
    assert found[0] == VINTAGE.replace("2023", "2021")
    assert found[1] == "Local areas without a shape (4): E06000063 Cumb, E06000064 W&F, E06000065 N Yks, E06000066 Som."
    assert (
        found[2] == "Shapes of no local area (3): E10000006 Cumberland, E10000023 North Yorkshire, E10000027 Somerset."
    )
