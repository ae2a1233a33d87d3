"""The import table of docs/architecture.md and docs/adr/0001, held against every import of the package."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "areasend"

MAY_IMPORT = {
    "framework": set(),
    "register": {"framework"},
    "formats": set(),
    "reports": {"framework", "register", "formats"},
    "themes": {"framework", "register", "formats"},
    "snapshot": {"framework", "register", "themes", "formats"},
    "statistics": {"snapshot", "register", "framework", "themes"},
    "programme": {"snapshot", "register", "framework", "formats"},
    "publication": {"statistics", "framework", "formats"},
    "check": {"snapshot", "statistics", "framework", "register", "formats"},
    "cli": {
        "framework",
        "register",
        "formats",
        "reports",
        "themes",
        "snapshot",
        "statistics",
        "programme",
        "publication",
        "check",
    },
}
# Sub-packages that are doors of their own.
DOORS = {
    "areasend.formats.ods",
    "areasend.check.numbers",
    "areasend.check.workbook",
    "areasend.publication.boundaries",
    "areasend.programme.forecasting",
    "areasend.programme.planning",
    "areasend.programme.shortage",
    "areasend.programme.replanning",
    "areasend.publication.practice",
    "areasend.reports.showing",
    "areasend.themes.agreement",
    "areasend.themes.coding",
    "areasend.themes.serving",
    "areasend.themes.suggesting",
}
# One module imports a library, so that another can take its place.
ONE_HOME = {
    "jinja2": {"formats/pages.py", "formats/components.py", "publication/pages/site.py"},
    "deflate": {"formats/ods/archive.py", "formats/png_files.py"},
    "vl_convert": {"publication/charts/png.py"},
    "openpyxl": "check/workbook",
    "spellchecker": "check/workbook",
    "defusedxml": "check/workbook",
    "lxml": "check/numbers/documents",
    "pypdfium2": "reports/pdf",
    "krippendorff": "themes/agreement",
    "sklearn": "themes/suggesting",
    "python_calamine": "themes/coding/sheets",
    "ortools": "programme/planning",
    "pyogrio": "publication/boundaries",
    "pyproj": "publication/boundaries",
    "shapely": "publication/boundaries",
}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imports(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each module imported and the names taken from it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, ()
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or "", tuple(alias.name for alias in node.names)


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0]


def test_the_table_names_every_room() -> None:
    rooms = {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert rooms == MAY_IMPORT.keys()


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_what_its_room_may(path: Path) -> None:
    room = room_of(path)
    if room not in MAY_IMPORT:
        return
    for module, _ in imports(path):
        if not module.startswith("areasend."):
            continue
        other = module.split(".")[1]
        assert other in MAY_IMPORT[room] | {room}, f"{path} imports {module}: {room} may not import {other}"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_other_rooms_are_entered_by_their_door(path: Path) -> None:
    for module, _ in imports(path):
        parts = module.split(".")
        if parts[0] == "areasend" and len(parts) > 2 and parts[1] != room_of(path):
            assert module in DOORS, f"{path} reaches into {module}: import from areasend.{parts[1]}"


def test_nobody_imports_the_command_line() -> None:
    for path in modules():
        if room_of(path) not in ("cli", "__main__.py"):
            assert not any(module.startswith("areasend.cli") for module, _ in imports(path)), path


def test_a_library_has_one_home() -> None:
    for path in modules():
        place = path.relative_to(PACKAGE).as_posix()
        for module, _ in imports(path):
            home = ONE_HOME.get(module.split(".")[0])
            if isinstance(home, set):
                assert place in home, f"{place} imports {module}"
            elif home is not None:
                assert place.startswith(home), f"{place} imports {module}"


def test_the_core_takes_no_clock_environment_network_or_randomness() -> None:
    banned = {"random", "secrets", "socket", "urllib.request", "http.client", "time", "locale", "requests", "os"}
    allowed = {
        "__main__.py": {"os"},
        # Flushing files to the disk and locking folders have no other door (docs/adr/0015).
        "formats/switching.py": {"os"},
        # A file that hangs or grows is ended by the clock and the kernel; no value of a reading depends on either.
        "reports/workers/system.py": {"os", "time"},
        # The key in the address of the coding page has to be hard to guess; no page and no code depends on it.
        "cli/themes_code.py": {"secrets"},
        # The key of a plan has to be hard to guess; it orders what nothing else tells apart.
        "cli/programme_key.py": {"secrets"},
    }
    for path in modules():
        taken = {module for module, _ in imports(path)} & banned
        assert taken <= allowed.get(path.relative_to(PACKAGE).as_posix(), set()), f"{path} imports {taken}"


def test_the_table_is_one_that_fails_when_broken() -> None:
    broken = [room for room, allowed in MAY_IMPORT.items() if "cli" in allowed or room in allowed]
    assert broken == []
    assert "publication" not in MAY_IMPORT["check"]
    assert "snapshot" not in MAY_IMPORT["publication"]
