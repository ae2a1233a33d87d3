"""The data files of a release: what is read of them, and what is refused."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from tests import figure_folders as folders

from areasend.check.errors import ReleaseUnreadable
from areasend.check.numbers.release_files import read_release, release_in
from areasend.check.numbers.release_files.observations import decimal_of


def written(folder: Path, **files: bytes) -> Path:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_csv", ".csv").replace("_json", ".json")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def test_a_folder_without_observations_is_no_release(tmp_path: Path) -> None:
    assert release_in(written(tmp_path, data__homes_csv=b"a,b\n")) is None


def test_a_release_is_read_from_its_folder(tmp_path: Path) -> None:
    found = release_in(
        written(
            tmp_path,
            data__observations_csv=folders.observations(revised=folders.figure("north", "warm")),
            data__changes_csv=b"figure_id,new_value\na.b.c,1\n",
            api__v1__figures_json=folders.figures_json(),
            api__v1__table_json=folders.table_json(),
        )
    )
    assert found is not None
    assert found.changed == {"a.b.c"}
    assert (found.as_at, found.published_by) == (date(2030, 12, 31), None)
    warm = found.observed[folders.figure("north", "warm")]
    assert (warm.table, warm.row, warm.column, warm.value, warm.revised) == (folders.TABLE, "north", "warm", 1, True)
    assert found.described[warm.id].label == "warm homes, north"
    assert len(found.stated) == 24
    assert found.tables.columns[folders.TABLE]["Warm homes"] == "warm"
    assert found.tables.row(folders.TABLE, ["North", "1"], "") == "north"
    assert found.tables.row(folders.TABLE, ["England"], "") == "england"
    assert found.tables.row(folders.TABLE, ["West"], "") is None
    assert found.tables.row("other", ["North"], "") is None


def test_observations_alone_are_a_release() -> None:
    found = read_release({"data/observations.csv": folders.observations()})
    assert (len(found.observed), found.stated, found.changed) == (12, (), frozenset())


def test_no_figure_at_all_is_a_release_without_date() -> None:
    empty = folders.observations({})
    assert read_release({"data/observations.csv": empty}).as_at is None


ROW = "t.{0}.n,t,2030-01-01/2030-12-31,soon,[z],{1},{2},{3},n,[x],[z]"


def test_rows_are_known_by_area_region_or_breakdown() -> None:
    heading = folders.observations({}).decode().replace("region_name", "region_name,local_area_code")
    rows = ("a,National,[z],[z],Old; Cold", "b,Regional,North,[z],[z]", "c,Local authority,North,E06000001,[z]")
    lines = [
        f"t.{key}.n,t,2030,soon,[z],{level},{region},{code},{breakdown},n,[x],[z]"
        for key, level, region, code, breakdown in (row.split(",") for row in rows)
    ]
    found = read_release({"data/observations.csv": (heading + "\n".join(lines)).encode()})
    assert found.tables.row("t", ["Old", "Cold", "7"], "") == "a"
    assert found.tables.row("t", ["North"], "") == "b"
    assert found.tables.row("t", ["Hartlepool"], "E06000001") == "c"
    assert found.as_at is None
    assert {entry.value for entry in found.observed.values()} == {None}


def test_a_label_of_two_rows_names_none() -> None:
    content = folders.observations().decode().replace(",South,", ",North,")
    found = read_release({"data/observations.csv": content.encode()})
    assert found.tables.row(folders.TABLE, ["North"], "") is None


@pytest.mark.parametrize(
    ("files", "rule"),
    [
        ({}, "a release has its observations"),
        ({"data/observations.csv": b"figure_id,value\n"}, "a column is missing"),
        ({"data/observations.csv": b"\xff\xfe"}, "the file must be CSV in UTF-8"),
        ({"data/observations.csv": folders.observations() + b'"open'}, "the file must be CSV in UTF-8"),
        ({"data/observations.csv": folders.observations() + folders.observations().split(b"\n")[1]}, "stands once"),
        (
            {"data/observations.csv": folders.observations().replace(b"homes-by-region.north", b"other.north")},
            "a figure's id is its table, row and column",
        ),
        ({"data/observations.csv": folders.observations(), "api/v1/figures.json": b"{"}, "must be JSON"),
        ({"data/observations.csv": folders.observations(), "api/v1/figures.json": b"[]"}, "must hold an object"),
        ({"data/observations.csv": folders.observations(), "api/v1/t.json": b'{"a": NaN}'}, "must be JSON"),
        ({"data/observations.csv": folders.observations(), "api/v1/t.json": b"[" * 100_000}, "must be JSON"),
        ({"data/observations.csv": folders.observations(), "data/changes.csv": b"id\n"}, "a column is missing"),
    ],
)
def test_what_a_release_does_not_write_is_refused(files: dict[str, bytes], rule: str) -> None:
    with pytest.raises(ReleaseUnreadable) as raised:
        read_release(files)
    assert rule in str(raised.value)
    assert raised.value.where.startswith(("data/", "api/"))
    assert rule in raised.value.rule
    assert raised.value.found


def test_a_file_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("areasend.check.numbers.release_files.reading._MOST_BYTES", 10)
    with pytest.raises(ReleaseUnreadable, match="a file may have 10 bytes"):
        release_in(written(tmp_path, data__observations_csv=folders.observations()))


def test_json_of_another_shape_states_nothing() -> None:
    files = {
        "data/observations.csv": folders.observations(),
        "api/v1/figures.json": b'{"figures": [{"id": "a.b.c", "value": "[x]"}, 3]}',
        "api/v1/t.json": b'{"id": "t", "columns": [1], "rows": [{"a": "x"}, {}]}',
    }
    assert read_release(files).stated == ()


def test_lines_of_json_on_one_line_are_its_first() -> None:
    flat = b" ".join(folders.table_json().split(b"\n"))
    made = folders.release(table=flat)
    assert {entry.where.line for entry in made.stated if entry.grid} == {1}


@pytest.mark.parametrize(
    ("text", "value"),
    [("1,234", Decimal(1234)), ("−3", Decimal(-3)), ("26%", Decimal(26)), ("40.5", Decimal("40.5")), ("[z]", None),
     ("NaN", None), ("Infinity", None), ("", None)],
)  # fmt: skip
def test_cells_hold_numbers_or_none(text: str, value: Decimal | None) -> None:
    assert decimal_of(text) == value


def test_a_folder_may_have_observations_alone(tmp_path: Path) -> None:
    found = release_in(written(tmp_path, data__observations_csv=folders.observations()))
    assert found is not None
    assert (found.stated, found.described) == ((), {})


def test_json_that_is_no_list_states_nothing() -> None:
    files = {"data/observations.csv": folders.observations(), "api/v1/figures.json": b'{"figures": {"id": 1}}'}
    assert read_release(files).stated == ()
