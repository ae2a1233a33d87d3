"""The geographic map and the file to download, of made-up boundaries."""

import re
from collections.abc import Callable
from dataclasses import replace

import numpy
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.drawn_maps import drawn, file_key_counts, file_map
from tests.factories import area

from areasend.publication import UNOFFICIAL, Release
from areasend.publication.boundaries import Boundaries, Shape
from areasend.publication.maps import figure_files
from areasend.publication.maps.downloads import figure_svg
from areasend.publication.maps.geographic import geographic_map
from areasend.publication.maps.mapped import mapped_areas
from areasend.publication.maps.outlines import Frame, frame_round, outline
from areasend.publication.palette import LOOKS
from areasend.publication.patterns import paint


def squares(*codes: str, side: int = 20_000) -> Boundaries:
    """Areas side by side, in metres."""
    shapes = [shapely.box(at * side, 0, (at + 1) * side, side) for at in range(len(codes))]
    return Boundaries(vintage=2023, sha256="0" * 64, codes=codes, coverage=numpy.array(shapes))


def bounded(release: Release, side: int = 20_000) -> Release:
    codes = tuple(row.key for row in release.counted.table("areas").rows)
    return replace(release, boundaries=squares(*codes, side=side))


def svg(content: str) -> etree._Element:
    return etree.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg">{content}</svg>')


def test_london_is_in_both_drawings_and_tabbed_in_the_close_up(small: Release) -> None:
    release = bounded(small)
    both = geographic_map(release.boundaries, mapped_areas(release.counted), root="../")
    main_map, close_up = drawn(svg(both.main.content)), drawn(svg(both.close_up.content))
    assert [code for code, _, _ in main_map.areas] == ["E06000090", "E06000001", "E06000002", "E06000003"]
    assert [code for code, _, _ in close_up.areas] == ["E06000090", "E06000001"]
    assert main_map.tabbed == ("E06000002", "E06000003")
    assert close_up.tabbed == ("E06000090", "E06000001")
    assert len(main_map.links) == 4
    assert all(link.startswith("../areas/") for link in main_map.links)


def test_a_unit_is_a_kilometre_and_five_times_as_much_in_the_close_up(small: Release) -> None:
    release = bounded(small)
    both = geographic_map(release.boundaries, mapped_areas(release.counted), root="")
    # Four squares of 20 km and a margin of 4 units; two of them, from the first to the last, five times as large.
    assert (both.main.width, both.main.height) == (88, 28)
    assert (both.close_up.width, both.close_up.height) == (408, 108)


def test_fills_are_the_looks_of_the_classes(small: Release) -> None:
    release = bounded(small)
    both = geographic_map(release.boundaries, mapped_areas(release.counted), root="")
    one = drawn(svg(both.main.content))
    for code, kind, _ in one.areas:
        assert one.fills[code] == paint("map", LOOKS[kind])


def test_small_areas_are_enlarged_by_a_circle_on_top(small: Release) -> None:
    release = bounded(small, side=2_000)
    both = geographic_map(release.boundaries, mapped_areas(release.counted), root="")
    assert both.main.content.count("<circle") == 4
    assert re.findall(r'r="([\d.]+)"', both.main.content) == ["3"] * 4
    assert "<circle" not in both.close_up.content
    tiny = bounded(small, side=1_000)
    assert 'r="6"' in geographic_map(tiny.boundaries, mapped_areas(tiny.counted), root="").close_up.content


def test_without_an_area_in_london_there_is_no_close_up(release_of: Callable[..., Release]) -> None:
    release = bounded(release_of([area(1, region="South West"), area(2, region="North West")]))
    both = geographic_map(release.boundaries, mapped_areas(release.counted), root="")
    assert both.close_up is None
    assert "<rect" not in both.main.content
    file = figure_svg(release)
    assert "five times as large" not in file
    assert len(file_map(file.encode()).areas) == 2


@pytest.mark.parametrize("with_boundaries", [True, False])
def test_a_file_to_download_can_stand_alone(small: Release, with_boundaries: bool) -> None:
    release = bounded(small) if with_boundaries else small
    files = dict(figure_files(release))
    assert files.keys() == {"figures/figure-3.svg", "figures/figure-3.png"}
    text = files["figures/figure-3.svg"].decode()
    for said in (
        "Figure 3: Local areas by latest outcome",
        "England, as at 31 December 2024",
        UNOFFICIAL,
        "complete to",
    ):
        assert said in text
    assert ("Contains OS data © Crown copyright and database right 2023." in text) is with_boundaries
    assert ("Each hexagon is one local area." in text) is not with_boundaries
    assert "<a " not in text
    assert "style=" not in text
    assert file_key_counts(text.encode()) == {
        "typically_positive": 1,
        "inconsistent": 1,
        "widespread_systemic_failings": 0,
        "not_known": 1,
        "not_yet_inspected": 1,
    }
    used = set(re.findall(r"url\(#([\w-]+)\)", text))
    assert used <= set(re.findall(r'<pattern id="([\w-]+)"', text))


points = st.tuples(st.integers(-7_000, 7_000), st.integers(-7_000, 7_000))
rings = st.lists(points, min_size=3, max_size=30).map(tuple)


@given(st.lists(st.lists(rings, min_size=1, max_size=3).map(tuple), min_size=1, max_size=4).map(tuple))
def test_an_outline_gives_back_every_point(polygons: tuple[tuple[tuple[tuple[int, int], ...], ...], ...]) -> None:
    shape = Shape(code="E06000001", polygons=polygons, middle=(0, 0))
    frame = Frame(west=-8_000, north=8_000, width=1_600, height=1_600)
    read = []
    for ring in outline(shape, frame).split("z")[:-1]:
        start, steps = ring.removeprefix("M").split("l")
        x, y = (round(float(number) * 10) for number in start.split(" "))
        found = [(x - 8_000, 8_000 - y)]
        numbers = [round(float(step) * 10) for step in re.findall(r"-?\d*\.?\d+", steps)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            found.append((found[-1][0] + dx, found[-1][1] - dy))
        read.append(tuple(found))
    assert tuple(read) == shape.rings


def test_a_frame_is_what_lies_in_it_and_a_margin() -> None:
    shape = Shape(code="A", polygons=((((0, 0), (100, 0), (100, 50), (0, 50)),),), middle=(50, 25))
    assert frame_round([shape], margin=4) == Frame(west=-40, north=90, width=18, height=13)
