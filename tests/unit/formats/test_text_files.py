"""CSV, JSON, hashes and the template engine."""

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from areasend.formats import csv_bytes, csv_text, json_bytes, page_environment, sha256_hex

CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)


@given(st.lists(st.lists(CELL, min_size=2, max_size=2), max_size=6))
def test_csv_survives_a_strict_reader(rows: list[list[str]]) -> None:
    content = csv_bytes(("a", "b"), rows)
    assert list(csv.reader(io.StringIO(content.decode(), newline=""), strict=True)) == [["a", "b"], *rows]


def test_files_end_lines_with_crlf_and_the_terminal_with_lf() -> None:
    assert csv_bytes(("a",), [("1",)]) == b"a\r\n1\r\n"
    assert csv_text(("a",), [("1",)]) == "a\n1\n"


def test_json_keeps_the_order_and_has_no_nan() -> None:
    assert json_bytes({"b": [1, {"c": []}], "a": "é"}) == '{\n "b": [\n  1,\n  {"c": []}\n ],\n "a": "é"\n}\n'.encode()
    assert json.loads(json_bytes([1.5, None])) == [1.5, None]
    with pytest.raises(ValueError, match="Out of range float"):
        json_bytes(float("nan"))


def test_sha256_of_the_empty_file_is_the_known_one() -> None:
    assert sha256_hex(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_a_template_escapes_and_does_not_forgive_a_missing_name(tmp_path: Path) -> None:
    (tmp_path / "t.html.j2").write_text("{{ said }}")
    template = page_environment(tmp_path).get_template("t.html.j2")
    assert template.render(said="<b>") == "&lt;b&gt;"
    with pytest.raises(UndefinedError):
        template.render()
