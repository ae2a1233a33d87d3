"""The committed style sheet is what design/ compiles to, so that a release can be built where there is no Node."""

import gzip
import json
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHEET = ROOT / "src" / "areasend" / "publication" / "assets" / "areasend.css"
STYLE = SHEET.read_text(encoding="utf-8")


def compiled(to: Path) -> str:
    """By the command of package.json, with another place to write to. Skips loudly without Node."""
    command = shlex.split(json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["scripts"]["style"])
    assert command[-1] == SHEET.relative_to(ROOT).as_posix()
    program = ROOT / "node_modules" / ".bin" / command[0]
    if shutil.which("node") is None or not program.exists():
        if os.environ.get("AREASEND_NEEDS_NODE"):
            pytest.fail("no Node or no node_modules on this machine, and AREASEND_NEEDS_NODE is set")
        pytest.skip("NO NODE: the style sheet is not compiled here (apt-get install npm; npm ci)")
    subprocess.run([str(program), *command[1:-1], str(to)], cwd=ROOT, check=True, timeout=120)
    return to.read_text(encoding="utf-8")


def test_the_committed_sheet_is_the_compiled_one(tmp_path: Path) -> None:
    """If not: `make style`, and commit what it wrote."""
    assert compiled(tmp_path / "areasend.css") == STYLE


def test_nothing_of_the_government_s_own_look_is_in_it() -> None:
    """GDS Transport and the crown are for services of the government; the sheet loads no file at all."""
    assert not re.search("gds transport|crown|tudor", STYLE, re.IGNORECASE)
    assert "@font-face" not in STYLE
    assert "@import" not in STYLE
    assert "url(" not in STYLE


def test_its_letters_are_arial() -> None:
    """On paper any letters without serifs, as govuk-frontend has it."""
    families = {family.strip() for family in re.findall(r"font-family:([^;}]+)", STYLE)}
    assert families
    assert all(family in ("inherit", "monospace", "sans-serif") or family.startswith("arial") for family in families), (
        families
    )


def test_it_is_small(record_property: Callable[[str, object], None]) -> None:
    """A third of what a page may weigh, compressed, is the most that a style sheet should take."""
    sent = len(gzip.compress(STYLE.encode(), 6, mtime=0))
    record_property("raw", len(STYLE.encode()))
    record_property("sent", sent)
    assert len(STYLE.encode()) < 120_000
    assert sent < 40_000, f"{sent} bytes compressed"
