"""Reading codebooks: a folder of 1.toml, 2.toml, ... is read whole, then everything wrong with it is told at once."""

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.abc import Traversable
from importlib.resources import files
from typing import Any

from areasend.themes.codebook.differences import check_changes
from areasend.themes.codebook.history import CodebookHistory
from areasend.themes.codebook.model import Codebook
from areasend.themes.codebook.tables import Table, made_fault
from areasend.themes.codebook.version import read_version
from areasend.themes.errors import CodingFault, CodingInvalid, ThemesError

_NAME = re.compile(r"([1-9][0-9]{0,3})\.toml", re.ASCII)
_LARGEST = 250_000
# The reader of TOML keeps every beginning of a dotted key: a line of nothing else takes more memory than there is.
_MOST_DOTS = 200


@lru_cache(maxsize=1)
def packaged_codebooks() -> CodebookHistory:
    """The codebook that comes with areasend, in all its versions."""
    return load_codebooks(_packaged(), place="the packaged codebook")


def packaged_codebook_files() -> dict[str, bytes]:
    """The files of the packaged codebook by name, to write where somebody wants to edit them."""
    entries = {entry.name: entry for entry in _packaged().iterdir() if _NAME.fullmatch(entry.name)}
    return {name: entries[name].read_bytes() for name in sorted(entries)}


def load_codebooks(folder: Traversable, *, place: str) -> CodebookHistory:
    """The codebook in `folder` in all its versions; `place` is how messages name the folder.

    Raises `ThemesError` where there is no codebook, `CodingInvalid` with every fault of every file, `OSError` where a
    file cannot be read.
    """
    if not folder.is_dir():
        raise ThemesError(f"{place} is no folder. A codebook is a folder with 1.toml, 2.toml and so on.")
    faults: list[CodingFault] = []
    entries = {entry.name: entry for entry in folder.iterdir() if entry.name.endswith(".toml")}
    numbers = sorted(_numbers(entries, faults))
    if not numbers and not faults:
        raise ThemesError(f"{place} holds no codebook: 1.toml is missing. areasend themes codebook export writes one.")
    for missing in _gaps(numbers):
        rule = f"the version is missing, though there is {numbers[-1]}.toml"
        faults.append(
            made_fault(f"{missing}.toml", "", rule, "Versions are numbered 1, 2, 3: put it back, or renumber")
        )
    versions = [_read(entries[f"{number}.toml"], number, faults) for number in numbers]
    read = {version.version: version for version in versions if version is not None}
    for number in numbers:
        if number in read and number - 1 in read:
            check_changes(read[number - 1], read[number], faults)
    if faults:
        raise CodingInvalid(f"{place} is no valid codebook", faults)
    return CodebookHistory(versions=tuple(read[number] for number in numbers))


def _packaged() -> Traversable:
    return files("areasend.themes") / "data" / "codebook"


def _numbers(entries: dict[str, Traversable], faults: list[CodingFault]) -> Iterator[int]:
    for name in sorted(entries):
        match = _NAME.fullmatch(name)
        if match:
            yield int(match[1])
        else:
            faults.append(
                made_fault(name, "", "the name is no version", "Name it 1.toml, 2.toml and so on, or move it away")
            )


def _gaps(numbers: list[int]) -> list[int]:
    """The versions that are missing; only the first ten where a number is far off."""
    there = set(numbers)
    return [number for number in range(1, numbers[-1]) if number not in there][:10] if numbers else []


def _read(entry: Traversable, number: int, faults: list[CodingFault]) -> Codebook | None:
    values = _values(entry, faults)
    if values is None:
        return None
    before = len(faults)
    version = read_version(Table(values, faults, file=entry.name), number)
    return version if len(faults) == before else None


def _values(entry: Traversable, faults: list[CodingFault]) -> dict[str, Any] | None:
    with entry.open("rb") as stream:
        content = stream.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        faults.append(made_fault(entry.name, "", f"the file has more than {_LARGEST} bytes", "Shorten it"))
        return None
    for line, words in enumerate(content.split(b"\n"), 1):
        if words.count(b".") > _MOST_DOTS:
            rule = f"more than {_MOST_DOTS} full stops stand in one line"
            faults.append(made_fault(entry.name, f"line {line}", rule, "Write it in several lines"))
            return None
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        faults.append(made_fault(entry.name, f"line {line}", "the file is not in UTF-8", "Save it as UTF-8"))
    except (ValueError, RecursionError) as error:
        told = "tables or lists stand too deep in one another" if isinstance(error, RecursionError) else str(error)
        faults.append(made_fault(entry.name, "", f"the file is not TOML: {told}", "Mend it at that place"))
    return None


__all__ = ["load_codebooks", "packaged_codebook_files", "packaged_codebooks"]
