"""The hexagon map of any set of areas: one cell for each, known ones in their place, others below the map."""

import re
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.drawn_maps import drawn
from tests.factories import area

from areasend.publication import Release
from areasend.publication.maps.drawing import number
from areasend.publication.maps.hexagons import Cell, hexagon_map, hexagons, packaged_layout
from areasend.publication.maps.mapped import MappedArea, key_entries, mapped_areas
from areasend.publication.palette import LOOKS, OUTLINE

CODES = sorted(packaged_layout())


def mapped(code: str, name: str = "Newshire", kind: str = "inconsistent", region: str = "London") -> MappedArea:
    return MappedArea(
        code=code,
        name=name,
        address="areas/newshire/index.html",
        region=region,
        ons_region=region,
        kind=kind,
        words="Inconsistent",
        ended="",
    )


def svg(content: str) -> etree._Element:
    return etree.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg">{content}</svg>')


codes = st.lists(
    st.one_of(st.sampled_from(CODES), st.integers(0, 999).map(lambda n: f"E99{n:06d}")), unique=True, max_size=60
)


@given(codes)
def test_each_area_has_a_cell_and_known_ones_have_theirs(chosen: list[str]) -> None:
    placed = hexagons([mapped(code) for code in chosen])
    assert sorted(entry.area.code for entry in placed) == sorted(chosen)
    assert len({entry.cell for entry in placed}) == len(chosen)
    known = {entry.area.code: entry for entry in placed if entry.area.code in packaged_layout()}
    assert all((entry.cell, entry.label) == packaged_layout()[code] for code, entry in known.items())
    lowest = max((entry.cell.row for entry in known.values()), default=-1)
    others = [entry for entry in placed if entry.area.code not in known]
    assert all(entry.cell.row > lowest + (1 if known else 0) for entry in others)
    assert all(entry.label == "Newsh" for entry in others)


def test_areas_that_the_layout_does_not_know_fill_rows_below_it() -> None:
    added = hexagons([mapped(CODES[0]), *(mapped(f"E99{n:06d}") for n in range(30))])[1:]
    first = packaged_layout()[CODES[0]][0].row + 2
    assert [entry.cell.row for entry in added] == [first] * 12 + [first + 1] * 12 + [first + 2] * 6


def test_the_keyboard_goes_region_by_region_from_north_to_south() -> None:
    order = [entry.area.ons_region for entry in hexagons(
        [mapped("E06000052", region="South West"), mapped("E06000057", region="North East"),
         mapped("E06000053", region="South West"), mapped("E06000047", region="North East")]
    )]  # fmt: skip
    assert order == ["North East", "North East", "South West", "South West"]


def test_every_hexagon_lies_in_the_drawing_and_touches_no_other() -> None:
    whole = hexagon_map([mapped(code) for code in CODES], root="")
    paths = [path.get("d") for path in svg(whole.content).iter("{*}path") if path.get("class") is None]
    assert len(paths) == 153
    middles = []
    for path in paths:
        x, y = map(float, re.match(r"M([\d.]+) ([\d.]+)l20 11.5v23.1l-20 11.5-20-11.5v-23.1z", path).groups())
        middles.append((x, y + 23.1))
        assert 20 <= x <= whole.width - 20
        assert 0 <= y <= whole.height - 46
    nearest = min((a - c) ** 2 + (b - d) ** 2 for a, b in middles for c, d in middles if (a, b) != (c, d))
    assert 39.8**2 < nearest < 40.2**2


def test_names_are_escaped(small: Release) -> None:
    map_ = drawn(svg(hexagon_map(mapped_areas(small.counted), root="../").content))
    assert {title for _, _, title in map_.areas} == {
        "Salt & Pepper: Typically positive",
        'The "Quay" <East>: Inconsistent',
        "X: Outcome not known here",
        "Bury: Not yet inspected",
    }
    assert "../areas/the-quay-east/index.html" in map_.links
    assert {kind for _, kind, _ in map_.areas} == {
        "typically_positive", "inconsistent", "not_known", "not_yet_inspected",
    }  # fmt: skip


def test_a_hexagon_has_its_fill_its_letter_and_a_white_outline(small: Release) -> None:
    content = svg(hexagon_map(mapped_areas(small.counted), root=None).content)
    for group in content.iter("{*}g"):
        if group.get("data-class"):
            look = LOOKS[group.get("data-class")]
            path = group.find("{*}path")
            assert (path.get("fill"), path.get("stroke")) == (look.fill, OUTLINE)
            assert [text.text for text in group.iter("{*}text")][-1] == look.letter
            assert group.find("{*}g").get("fill") == look.ink
    assert "href" not in etree.tostring(content).decode()


def test_dark_lines_part_regions_and_nothing_else() -> None:
    one_region = hexagon_map([mapped("E06000057"), mapped("E08000021")], root="")
    assert 'class="borders"' not in one_region.content
    two = hexagon_map([mapped("E06000057", region="A"), mapped("E08000021", region="B")], root="")
    assert len(re.findall(r'class="borders"', two.content)) == 2
    (line,) = set(re.findall(r'd="(M[\d. ]+L[\d. ]+)"', two.content))
    assert packaged_layout()["E08000021"][0] in set(packaged_layout()["E06000057"][0].neighbours())
    assert line.count("M") == 1


def test_regions_are_named_where_they_are_drawn() -> None:
    content = hexagon_map(
        [mapped("E06000057", region="North East"), mapped("E99000001", region="London")], root=""
    ).content
    assert "North East</text>" in content
    assert "London</text>" not in content


def test_no_area_is_no_drawing_of_nothing(release_of: Callable[..., Release]) -> None:
    only = release_of([area(1, name="Alone")])
    map_ = hexagon_map(mapped_areas(only.counted), root="")
    assert 40 < map_.width < 50
    assert len(drawn(svg(map_.content)).areas) == 1


def test_the_key_leaves_out_what_is_not_known_where_nothing_is(
    small: Release, release_of: Callable[..., Release]
) -> None:
    three = ["typically_positive", "inconsistent", "widespread_systemic_failings"]
    assert [entry.kind for entry in key_entries(small.counted)] == [*three, "not_known", "not_yet_inspected"]
    assert [[figure.value for figure in entry.figures] for entry in key_entries(small.counted)] == [
        [1],
        [1],
        [0],
        [1],
        [1],
    ]
    assert [entry.kind for entry in key_entries(release_of([area(1)]).counted)] == [*three, "not_yet_inspected"]


@given(st.integers(-100_000, 100_000))
def test_a_coordinate_is_exact_to_a_tenth_and_short(tenths: int) -> None:
    text = number(tenths / 10)
    assert float(text) == tenths / 10
    assert len(text) <= len(f"{tenths / 10:.1f}")
    assert not text.startswith(("0.", "-0"))


def test_odd_rows_stand_to_the_right() -> None:
    assert set(Cell(3, 2).neighbours()) == {Cell(3, 1), Cell(4, 2), Cell(3, 3), Cell(2, 3), Cell(2, 2), Cell(2, 1)}
    assert set(Cell(3, 3).neighbours()) == {Cell(4, 2), Cell(4, 3), Cell(4, 4), Cell(3, 4), Cell(2, 3), Cell(3, 2)}
