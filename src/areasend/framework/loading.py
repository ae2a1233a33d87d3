"""Loading the framework from a folder of TOML files: everything is read, then everything wrong is reported at once."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.abc import Traversable
from importlib.resources import files
from typing import Any

from areasend.framework.calendar import WorkingDays
from areasend.framework.errors import FrameworkInvalid
from areasend.framework.model import (
    CycleEnd,
    Deadline,
    FollowUp,
    Framework,
    FrameworkVersion,
    InspectionType,
    OfstedRegion,
    OnsRegion,
    Outcome,
    Plan,
    PublicationPause,
    Scope,
    Theme,
)
from areasend.framework.reading import FaultList, build, build_all
from areasend.framework.rules import check_calendar, check_regions, check_version, check_versions

_LISTS: dict[str, tuple[str, type[Any]]] = {
    "outcome": ("outcomes", Outcome),
    "follow_up": ("follow_ups", FollowUp),
    "plan": ("plans", Plan),
    "deadline": ("deadlines", Deadline),
    "cycle_end": ("cycle_ends", CycleEnd),
    "inspection_type": ("inspection_types", InspectionType),
}


@lru_cache(maxsize=1)
def packaged_framework() -> Framework:
    """The framework that comes with areasend."""
    return load_framework(files("areasend.framework") / "data")


def framework_sha256() -> str:
    """The hash of the packaged framework's files, names and contents, in the order of names."""
    folder = files("areasend.framework") / "data"
    names = ["calendar.toml", "regions.toml", "themes.toml"]
    names += [f"versions/{entry.name}" for entry in (folder / "versions").iterdir() if entry.name.endswith(".toml")]
    digest = hashlib.sha256()
    for name in sorted(names):
        digest.update(name.encode() + b"\0" + (folder / name).read_bytes() + b"\0")
    return digest.hexdigest()


def load_framework(folder: Traversable) -> Framework:
    """The framework in `folder` (`versions/*.toml`, `regions.toml`, `themes.toml`, `calendar.toml`).

    Raises `FrameworkInvalid` with every fault of every file.
    """
    faults = FaultList()
    versions = _read_versions(folder, faults)
    regions = _toml(folder / "regions.toml", "regions.toml", faults)
    ofsted = build_all(
        OfstedRegion, regions.get("ofsted_region"), file="regions.toml", key="ofsted_region", faults=faults
    )
    ons = build_all(OnsRegion, regions.get("ons_region"), file="regions.toml", key="ons_region", faults=faults)
    country = build(
        _Country,
        _without(regions, {"ofsted_region", "ons_region", "source"}),
        file="regions.toml",
        key="",
        faults=faults,
    )
    check_regions(ofsted, ons, file="regions.toml", faults=faults)
    themes_table = _toml(folder / "themes.toml", "themes.toml", faults)
    themes = build_all(Theme, themes_table.get("theme"), file="themes.toml", key="theme", faults=faults)
    build(_Nothing, _without(themes_table, {"theme", "source"}), file="themes.toml", key="", faults=faults)
    days, pauses = _read_calendar(folder, faults)
    if faults.faults or country is None or days is None:
        raise FrameworkInvalid(tuple(faults.faults))
    return Framework(
        versions=versions,
        country=country.country,
        country_code=country.country_code,
        ofsted_regions=ofsted,
        ons_regions=ons,
        themes=themes,
        working_days=days,
        publication_pauses=pauses,
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class _Country:
    country: str
    country_code: str


@dataclass(frozen=True, kw_only=True, slots=True)
class _Nothing:
    """What stands in themes.toml beside its themes and their source."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Head:
    """What stands at the top of a version's file, outside its tables."""

    id: str
    title: str
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class _Years:
    covers_from: date
    covers_to: date
    bank_holidays: tuple[date, ...]


def _read_versions(folder: Traversable, faults: FaultList) -> tuple[FrameworkVersion, ...]:
    place = folder / "versions"
    names = sorted(entry.name for entry in place.iterdir() if entry.name.endswith(".toml")) if place.is_dir() else []
    if not names:
        faults.add(
            "versions", "", value=None, rule="no version of the framework is there", remedy="Add versions/<id>.toml"
        )
    versions = [_read_version(place / name, f"versions/{name}", faults) for name in names]
    complete = sorted((version for version in versions if version is not None), key=lambda version: version.valid_from)
    check_versions(tuple(complete), faults)
    return tuple(complete)


def _read_version(path: Traversable, name: str, faults: FaultList) -> FrameworkVersion | None:
    table = _toml(path, name, faults)
    before = len(faults.faults)
    lists = {
        field: build_all(kind, table.get(key), file=name, key=key, faults=faults)
        for key, (field, kind) in _LISTS.items()
    }
    scope = build(Scope, table.get("scope", {}), file=name, key="scope.", faults=faults)
    top = build(_Head, _without(table, {*_LISTS, "scope"}), file=name, key="", faults=faults)
    if scope is None or top is None or len(faults.faults) > before:
        return None
    version = FrameworkVersion(
        id=top.id, title=top.title, valid_from=top.valid_from, valid_to=top.valid_to, scope=scope, **lists
    )
    check_version(version, file=name, faults=faults)
    return version


def _read_calendar(folder: Traversable, faults: FaultList) -> tuple[WorkingDays | None, tuple[PublicationPause, ...]]:
    name = "calendar.toml"
    table = _toml(folder / name, name, faults)
    years = build(_Years, _without(table, {"publication_pause", "source"}), file=name, key="", faults=faults)
    pauses = build_all(
        PublicationPause,
        table.get("publication_pause"),
        file=name,
        key="publication_pause",
        faults=faults,
        required=False,
    )
    if years is None:
        return None, pauses
    days = WorkingDays(covers_from=years.covers_from, covers_to=years.covers_to, bank_holidays=years.bank_holidays)
    check_calendar(days, pauses, file=name, faults=faults)
    return days, pauses


def _without(table: Mapping[str, Any], names: set[str]) -> dict[str, Any]:
    return {key: value for key, value in table.items() if key not in names}


def _toml(path: Traversable, name: str, faults: FaultList) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        faults.add(name, "", value=None, rule="the file is missing", remedy="Add it")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        faults.add(name, "", value=str(error), rule="not valid TOML in UTF-8", remedy="Mend the syntax at that place")
    return {}
