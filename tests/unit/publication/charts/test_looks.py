"""How charts look, from the geometry of what is drawn: contrast, order, key, letters (CH01, CH05 to CH18)."""

import re
from itertools import pairwise

import pytest
from tests.unit.publication.charts.reading import IDS, PICTURES, RELEASES, Box, Drawn, Words, chart, picture, read

from areasend.publication.palette import COUNT, LIMIT, LOOKS, Look
from areasend.publication.patterns import paint, pattern_defs

FILLS = {look.fill for look in (*LOOKS.values(), COUNT, LIMIT)} | {"#ffffff"}
every_picture = pytest.mark.parametrize(
    ("release", "chart_id", "kind"),
    [(release, chart_id, kind) for release in RELEASES for chart_id in IDS for kind in PICTURES],
)


def drawn(release: str, chart_id: str, kind: str) -> Drawn:
    return read(picture(chart(release, chart_id), kind))


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2, from the colours' hexadecimal notation."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def plain(fill: str) -> str:
    """The colour of a fill; that of a pattern is the colour under its marks."""
    if fill.startswith("url("):
        key = next(key for key in LOOKS if fill.endswith(f"{key.replace('_', '-')})"))
        return LOOKS[key].fill
    return fill


def in_rows(found: Drawn) -> dict[float, list[Box]]:
    rows: dict[float, list[Box]] = {}
    for mark in found.marks:
        rows.setdefault(mark.y, []).append(mark)
    return rows


@every_picture
def test_neighbours_contrast_or_stand_apart_in_white(release: str, chart_id: str, kind: str) -> None:
    found = drawn(release, chart_id, kind)
    for marks in in_rows(found).values():
        for left, right in pairwise(sorted(marks, key=lambda mark: mark.x)):
            between = [
                line for line in found.separators if line.x < right.x < line.right and line.holds(cut(right, line))
            ]
            apart = right.x - left.right > 1.5 or any(line.across >= 2 for line in between)
            assert apart or contrast(plain(left.fill), plain(right.fill)) >= 3


def cut(mark: Box, line: Box) -> Box:
    """The edge of a mark at which a separator must stand, over all its height."""
    return Box(x=line.x, y=mark.y, across=line.across, down=mark.down, fill=mark.fill)


@every_picture
def test_marks_and_lines_are_3_to_1_on_white(release: str, chart_id: str, kind: str) -> None:
    found = drawn(release, chart_id, kind)
    valued = [*found.marks, *(line for line in found.lines if line.figure)]
    assert all(contrast(plain(mark.fill), "#ffffff") >= 3 for mark in valued)


@every_picture
def test_words_are_4_5_to_1_on_what_they_stand_on(release: str, chart_id: str, kind: str) -> None:
    found = drawn(release, chart_id, kind)
    for place, words in enumerate(found.order):
        if isinstance(words, Words):
            under = [box for box in found.order[:place] if isinstance(box, Box) and box.meets(words.box)]
            ground = under[-1] if under else found.view
            assert not ground.fill.startswith("url("), f"{words.text} stands on a pattern"
            assert ground.holds(words.box), f"{words.text} leaves what it stands on"
            assert contrast(words.box.fill, ground.fill) >= 4.5


@every_picture
def test_outcomes_stand_in_the_order_of_the_key(release: str, chart_id: str, kind: str) -> None:
    found = drawn(release, chart_id, kind)
    order = [plain(swatch.fill) for swatch in found.swatches]
    for marks in in_rows(found).values():
        fills = [plain(mark.fill) for mark in sorted(marks, key=lambda mark: mark.x)]
        if chart_id.startswith("figure"):
            assert fills == [fill for fill in order if fill in fills]


@every_picture
def test_the_key_is_above_what_it_explains(release: str, chart_id: str, kind: str) -> None:
    found = drawn(release, chart_id, kind)
    assert len(found.key) == {"working-days": 0, "areas-first-inspected": 2}.get(chart_id, 3)
    assert all(swatch.bottom < mark.y for swatch in found.swatches for mark in found.marks)
    assert len({plain(mark.fill) for mark in found.marks}) <= 3


@every_picture
def test_bars_are_wider_than_the_gaps_between_them(release: str, chart_id: str, kind: str) -> None:
    found = drawn(release, chart_id, kind)
    if chart_id == "areas-first-inspected":
        edges = sorted((mark.x, mark.right) for mark in found.marks)
    else:
        edges = sorted({(mark.y, mark.bottom) for mark in found.marks})
    thick = [end - start for start, end in edges]
    gaps = [later[0] - earlier[1] for earlier, later in pairwise(edges)]
    assert not thick or max(thick) - min(thick) < 0.02
    # A bar without any length leaves its place empty.
    assert not gaps or min(gaps) < min(thick)


@every_picture
def test_no_clutter_and_nothing_turned(release: str, chart_id: str, kind: str) -> None:
    found = chart(release, chart_id)
    svg = picture(found, kind)
    for banned in ("rotate", "filter", "Gradient", "opacity", "<image", "style=", "<style", "<script", "href"):
        assert banned not in svg
    assert 'Arial, Helvetica, sans-serif" font-size=' in svg
    read_back = read(svg)
    grid = [line for line in read_back.lines if line.fill == "#b1b4b6"]
    assert len(grid) <= 4
    assert all(not entry.fill.startswith("#") or entry.fill in FILLS for entry in read_back.boxes)


@every_picture
def test_the_title_is_named_and_not_drawn(release: str, chart_id: str, kind: str) -> None:
    found = chart(release, chart_id)
    svg = picture(found, kind)
    assert found.title not in " ".join(words.text for words in read(svg).words)
    ids = re.findall(r'<(?:title|desc) id="([^"]+)">', svg)
    assert f'role="img" aria-labelledby="{" ".join(ids)}"' in svg
    assert f">{found.number}: {found.title}</title>" in svg
    assert f">{found.alt}</desc>" in svg


@pytest.mark.parametrize(("kind", "page", "picture_width"), [("narrow", 290, 322), ("wide", 544, 722)])
@pytest.mark.parametrize("chart_id", IDS)
def test_letters_are_12_pixels_high_where_the_picture_is_shown(
    chart_id: str, kind: str, page: int, picture_width: int
) -> None:
    """A page of 320 pixels leaves 290 between its margins; the wide one is shown from 34 em of 16 pixels on."""
    found = drawn("2026-06-30", chart_id, kind)
    assert found.view.across == picture_width
    assert min(words.size for words in found.words) * page / picture_width >= 12


def test_ids_are_unique_where_every_chart_stands_in_one_page_in_both_sizes() -> None:
    page = "".join(picture(chart("2024-12-31", name), kind) for name in IDS for kind in ("wide", "narrow"))
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r"url\(#([^)]+)\)", page)) <= set(ids)


def test_an_outcome_has_one_colour_in_every_chart() -> None:
    found: dict[str, set[str]] = {}
    for name in ("figure-1", "figure-2", "figure-4"):
        for mark in drawn("2026-06-30", name, "wide").marks:
            found.setdefault(mark.figure.split(".")[2], set()).add(plain(mark.fill))
    assert found == {key: {LOOKS[key].fill} for key in found}
    assert len({look.fill for look in (*LOOKS.values(), COUNT, LIMIT)}) == len(LOOKS) + 2


@pytest.mark.parametrize("look", [*LOOKS.values(), COUNT, LIMIT], ids=lambda look: look.key)
def test_the_palette_keeps_its_contrasts(look: Look) -> None:
    assert contrast(look.fill, "#ffffff") >= 3
    assert contrast(look.fill, look.ink) >= 4.5


def test_each_outcome_has_a_pattern_of_its_own() -> None:
    looks = tuple(LOOKS.values())
    assert len({look.pattern for look in looks}) == len(looks)
    made = pattern_defs("x", looks)
    assert made.count("<pattern ") == len(looks) - 1
    for look in looks:
        target = paint("x", look)
        assert target == look.fill or f'<pattern id="{target[5:-1]}"' in made


def test_plain_looks_need_no_patterns() -> None:
    assert pattern_defs("x", [COUNT, LIMIT]) == ""
    assert paint("x", COUNT) == COUNT.fill
