"""The data files of a release folder, read as a whole. Nothing is guessed: what a release does not write is refused."""

from collections.abc import Mapping
from pathlib import Path

from areasend.check.errors import ReleaseUnreadable
from areasend.check.numbers.release_files.json_files import (
    FIGURES,
    figures_described,
    figures_stated,
    headings,
    read_json,
    table_stated,
)
from areasend.check.numbers.release_files.model import Release, Stated, Tables
from areasend.check.numbers.release_files.observations import (
    CHANGES,
    OBSERVATIONS,
    read_changes,
    read_observations,
    tables_of,
)

_MOST_BYTES = 64 * 1024 * 1024
_API = "api/v1/"


def release_in(folder: Path) -> Release | None:
    """The release in a folder, None if the folder holds none. Raises `ReleaseUnreadable`."""
    if not (folder / OBSERVATIONS).is_file():
        return None
    files: dict[str, bytes] = {}
    for path in (folder / OBSERVATIONS, folder / CHANGES, *sorted((folder / _API).glob("*.json"))):
        if path.is_file():
            if path.stat().st_size > _MOST_BYTES:
                rule = f"a file may have {_MOST_BYTES} bytes"
                raise ReleaseUnreadable(rule=rule, found=f"{path.stat().st_size}", where=str(path))
            files[path.relative_to(folder).as_posix()] = path.read_bytes()
    return read_release(files)


def read_release(files: Mapping[str, bytes]) -> Release:
    """The release that these files are of, by their paths in it; others among them are not looked at.

    Raises `ReleaseUnreadable`.
    """
    if OBSERVATIONS not in files:
        raise ReleaseUnreadable(rule="a release has its observations", found="no such file", where=OBSERVATIONS)
    observed = read_observations(files[OBSERVATIONS])
    known = tables_of(observed.values())
    described = read_json(files[FIGURES], FIGURES) if FIGURES in files else {}
    stated: list[Stated] = [*figures_stated(described, files[FIGURES])] if described else []
    columns = {table: dict(names) for table, names in known.columns.items()}
    for name in sorted(files):
        if name.startswith(_API) and name.endswith(".json") and name != FIGURES:
            table = read_json(files[name], name)
            stated += table_stated(table, files[name], name, known, observed)
            for title, column in headings(table).items():
                columns.setdefault(str(table.get("id")), {}).setdefault(title, column)
    first = next(iter(observed.values()), None)
    return Release(
        observed=observed,
        stated=tuple(stated),
        tables=Tables(rows=known.rows, columns=columns),
        described=figures_described(described),
        changed=read_changes(files[CHANGES]) if CHANGES in files else frozenset(),
        as_at=first.as_at if first is not None else None,
        published_by=first.published_by if first is not None else None,
    )
