"""Boundary files that are read: three formats, two coordinate systems, any year; and those that cannot be opened."""

import hashlib
import os
import struct
import sys
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.boundary_files import SHARED, features, in_degrees, known, packed, write

from areasend.publication.boundaries import (
    Boundaries,
    BoundariesUnfit,
    BoundariesUnreadable,
    LibrariesMissing,
    boundary_bytes,
    read_boundaries,
)


def read(path: Path) -> Boundaries:
    return read_boundaries(boundary_bytes(path), known(), place=path.name)


def refused(path: Path) -> str:
    with pytest.raises((BoundariesUnreadable, BoundariesUnfit)) as told:
        read(path)
    return str(told.value)


@pytest.mark.parametrize("name", ["b.geojson", "b.gpkg", "b.zip"])
@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:27700"])
def test_each_format_in_each_system_gives_the_same_shapes(tmp_path: Path, name: str, crs: str) -> None:
    rows = features() if crs == "EPSG:27700" else in_degrees(features())
    path = write(tmp_path / name, rows, crs=crs)
    found = read(path)
    assert found.vintage == 2023
    assert found.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert found.codes == tuple(sorted(row.code for row in features()))
    expected = {row.code: row.shape for row in features()}
    for code, shape in zip(found.codes, found.coverage, strict=True):
        # Seven parameters without the correction grid, on the way back: 5 metres at most.
        assert shapely.hausdorff_distance(shape, expected[code]) < 5
    assert shapely.coverage_is_valid(found.coverage)


@pytest.mark.parametrize(
    ("columns", "vintage"), [(("CTYUA24CD", "CTYUA24NM"), 2024), (("ctyua19cd", "ctyua19nm"), 2019)]
)
def test_the_year_is_read_from_the_columns(tmp_path: Path, columns: tuple[str, str], vintage: int) -> None:
    assert read(write(tmp_path / "b.gpkg", features(), columns=columns)).vintage == vintage


def test_the_rest_of_the_kingdom_is_not_looked_at(tmp_path: Path) -> None:
    rows = features()
    other = [type(rows[0])(code="W06000001", name="Isle of Anglesey", shape=None)]
    assert len(read(write(tmp_path / "b.gpkg", rows + other)).codes) == 153


def test_a_layer_without_codes_is_passed_over(tmp_path: Path) -> None:
    path = write(tmp_path / "b.gpkg", features()[:2], columns=("other",), layer="first")
    write(path, features(), layer="second", append=True)
    assert len(read(path).codes) == 153


def test_heights_are_left_out(tmp_path: Path) -> None:
    rows = [type(row)(code=row.code, name=row.name, shape=shapely.force_3d(row.shape, 5.0)) for row in features()]
    assert not shapely.has_z(read(write(tmp_path / "b.gpkg", rows)).coverage).any()


def test_a_system_named_in_full_is_known_by_what_it_is(tmp_path: Path) -> None:
    path = write(
        tmp_path / "b.gpkg",
        features(),
        crs='PROJCS["British_National_Grid",GEOGCS["GCS_OSGB_1936",'
        'DATUM["D_OSGB_1936",SPHEROID["Airy_1830",6377563.396,299.3249646]],PRIMEM["Greenwich",0],'
        'UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",400000],'
        'PARAMETER["False_Northing",-100000],PARAMETER["Central_Meridian",-2],'
        'PARAMETER["Scale_Factor",0.9996012717],PARAMETER["Latitude_Of_Origin",49],UNIT["Meter",1]]',
    )
    assert len(read(path).codes) == 153


def test_geojson_without_a_system_is_longitude_and_latitude(tmp_path: Path) -> None:
    path = write(tmp_path / "b.geojson", in_degrees(features()), crs=None)
    assert '"crs"' not in path.read_text()
    assert len(read(path).codes) == 153


def test_geojson_in_metres_that_says_nothing_is_not_guessed(tmp_path: Path) -> None:
    said = refused(write(tmp_path / "b.geojson", features(), crs=None))
    assert "Its shapes are not in Great Britain" in said


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.gpkg") == (
        f"{tmp_path / 'none.gpkg'} cannot be read: No such file or directory. Name a file that is there."
    )


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "pipe").startswith(f"{tmp_path / 'pipe'} is no ordinary file. Name one file")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert refused(tmp_path) == f"{tmp_path} is a folder. Name one file: GeoJSON, GeoPackage or a zipped shapefile."


def test_an_empty_file_is_empty(tmp_path: Path) -> None:
    (tmp_path / "b.gpkg").write_bytes(b"")
    assert refused(tmp_path / "b.gpkg") == f"{tmp_path / 'b.gpkg'} is empty. Download the file again."


@pytest.mark.parametrize("content", [b"gss_code,name\n", b"%PDF-1.7", b"<OGRVRTDataSource/>", b"\x00" * 100, b"[]"])
def test_another_format_is_named_as_such(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "b.geojson").write_bytes(content)
    assert refused(tmp_path / "b.geojson") == (
        "b.geojson is neither GeoJSON nor a GeoPackage nor a zipped shapefile. Download one of these."
    )


@pytest.mark.parametrize("name", ["b.geojson", "b.gpkg", "b.zip"])
@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9])
def test_a_truncated_file_is_refused(tmp_path: Path, name: str, kept: float) -> None:
    content = write(tmp_path / name, features()).read_bytes()
    (tmp_path / f"cut-{name}").write_bytes(content[: int(len(content) * kept)])
    said = refused(tmp_path / f"cut-{name}")
    assert said.startswith(f"cut-{name} ") or f"cut-{name} cannot be used" in said


@pytest.mark.parametrize(
    ("member", "said"),
    [
        (".dbf", "b.zip cannot be read: fread("),
        (".prj", "b.zip cannot be read: missing "),
        (".shx", "b.zip cannot be read: there is no layer in it. It may be damaged: download it again."),
        (".shp", "E10000034 Worcs has no shape, or a broken one."),
    ],
)
def test_a_shapefile_of_which_a_part_is_cut_off_is_refused(tmp_path: Path, member: str, said: str) -> None:
    with zipfile.ZipFile(write(tmp_path / "b.zip", features())) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    name = f"areas{member}"
    assert said in refused(packed(tmp_path / "b.zip", files | {name: files[name][: len(files[name]) // 2]}))


def test_text_that_is_not_in_its_encoding_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(write(tmp_path / "b.zip", features())) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    spoiled = files["areas.dbf"].replace(b"Hartl", b"Hart\xff")
    assert refused(packed(tmp_path / "b.zip", files | {"areas.dbf": spoiled})) == (
        "b.zip cannot be read: its text is not in the encoding that it names. It may be damaged: download it again."
    )


def test_a_stumble_of_the_library_over_a_damaged_system_is_told_as_damage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumbles(*_: object, **__: object) -> None:
        raise UnboundLocalError("wkt")

    path = write(tmp_path / "b.gpkg", features())
    monkeypatch.setattr("pyogrio.read_info", stumbles)
    assert "its coordinate system is damaged. It may be damaged" in refused(path)


@settings(max_examples=60)
@given(
    name=st.sampled_from(["b.gpkg", "b.geojson", "b.zip"]),
    at=st.lists(st.floats(0, 1, exclude_max=True), min_size=1, max_size=6),
    noise=st.binary(min_size=1, max_size=12),
)
def test_any_damage_is_harmless_or_told_in_words(
    tmp_path_factory: pytest.TempPathFactory, name: str, at: list[float], noise: bytes
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    rows, crs = (in_degrees(features()), "EPSG:4326") if name == "b.geojson" else (features(), "EPSG:27700")
    content = bytearray(write(folder / name, rows, crs=crs).read_bytes())
    for share in at:
        place = int(share * len(content))
        content[place : place + len(noise)] = noise
    with suppress(BoundariesUnreadable, BoundariesUnfit):
        found = read_boundaries(bytes(content), known(), place=name)
        assert shapely.coverage_is_valid(found.coverage)


def test_truncated_geojson_is_refused_in_words(tmp_path: Path) -> None:
    content = write(tmp_path / "b.geojson", features()).read_bytes()
    (tmp_path / "b.geojson").write_bytes(content[:2000])
    said = refused(tmp_path / "b.geojson")
    assert said.startswith("b.geojson cannot be read: ")
    assert said.endswith(" It may be damaged: download it again.")
    assert "vsimem" not in said


def test_json_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text('{"objects": {}, "type": "Topology", "arcs": []}')
    assert refused(tmp_path / "b.json").startswith("b.json ")


def test_a_zip_without_a_shapefile_lists_what_is_in_it(tmp_path: Path) -> None:
    path = packed(tmp_path / "b.zip", {"readme.txt": b"x", "areas.dbf": b"y"})
    assert refused(path) == (
        "b.zip must hold one shapefile (.shp) and holds 0. In it: areas.dbf, readme.txt. "
        "Pack the .shp, .shx, .dbf and .prj of one shapefile."
    )


def test_a_zip_of_two_shapefiles_is_not_chosen_from(tmp_path: Path) -> None:
    path = packed(tmp_path / "b.zip", {"a.shp": b"x", "b.SHP": b"y"})
    assert "holds 2. In it: a.shp, b.SHP." in refused(path)


def test_an_empty_zip_holds_nothing(tmp_path: Path) -> None:
    assert "holds 0. In it: nothing." in refused(packed(tmp_path / "b.zip", {}))


def test_a_shapefile_of_rubbish_is_refused(tmp_path: Path) -> None:
    said = refused(packed(tmp_path / "b.zip", {"a.shp": b"rubbish", "a.dbf": b"rubbish", "a.shx": b"rubbish"}))
    assert said.startswith("b.zip cannot be read: ")


def test_a_zip_that_would_fill_the_disk_is_not_unpacked(tmp_path: Path) -> None:
    path = packed(tmp_path / "b.zip", {"a.shp": b"0" * 100})
    content = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        size = struct.pack("<L", archive.infolist()[0].file_size)
    declared = content.replace(
        size + struct.pack("<HH", 5, 0), struct.pack("<L", 3_000_000_000) + struct.pack("<HH", 5, 0)
    )
    assert declared != content
    (tmp_path / "bomb.zip").write_bytes(declared)
    assert refused(tmp_path / "bomb.zip") == (
        "bomb.zip would unpack to 3000000000 bytes, more than the 2000000000 that are read. Use a coarser file."
    )


def test_a_file_that_opens_as_something_else_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "b.geojson", in_degrees(features()), crs="EPSG:4326")
    monkeypatch.setattr("pyogrio.read_info", lambda *_, **__: {"driver": "TopoJSON", "fields": []})
    assert "b.geojson is not the GeoJSON that it seems to be: it opens as TopoJSON." in refused(path)


@pytest.mark.parametrize("missing", ["pyogrio", "pyproj", "shapely"])
def test_a_missing_library_is_named_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(LibrariesMissing) as told:
        read_boundaries(b"{}", known(), place="b.geojson")
    assert str(told.value) == (
        f"Reading boundaries needs pyogrio, pyproj, shapely, and {missing} is not installed. "
        "Install them in this checkout of areasend with: make boundaries"
    )


@pytest.mark.skipif(not SHARED.is_file(), reason="../shared/boundaries is not here")
def test_the_real_file_has_the_local_areas() -> None:
    found = read(SHARED)
    assert (found.vintage, len(found.codes)) == (2023, 153)
    west, south, east, north = shapely.total_bounds(found.coverage)
    # England reaches from the Isles of Scilly to Lowestoft, and to Berwick.
    assert 80_000 < west < 95_000
    assert 5_000 < south < 10_000
    assert 654_000 < east < 657_000
    assert 655_000 < north < 659_000
