"""Reading `release.toml`: every fault at once, or the configuration."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from importlib.resources import files
from typing import Any

from areasend.publication.config.model import (
    LONDON,
    CalendarEntry,
    CalendarState,
    Contact,
    Correction,
    EarlierAppearance,
    Exemption,
    PreReleaseAccess,
    ReleaseConfig,
    Rule,
)
from areasend.publication.config.rules import label_faults, rule_faults
from areasend.publication.config.shape import SECTIONS, hour_in, month_in, shape_faults, sound_part
from areasend.publication.errors import ConfigurationInvalid

# Where `make serve` serves the site.
_LOCAL = "http://127.0.0.1:8000/"
# "Statistics should be released at 9.30am on a weekday" (Code of Practice for Statistics, T3).
_USUAL_HOUR = "09:30"


def packaged_config_bytes(name: str = "release.toml") -> bytes:
    """The packaged `release.toml`, or that of another kind of release by its name."""
    return (files("areasend.publication") / "data" / name).read_bytes()


def read_config(content: bytes, *, place: str, as_at: date) -> ReleaseConfig:
    """The configuration in some TOML, for a release as at a date. Raises `ConfigurationInvalid` with every fault."""
    try:
        table = tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # no UTF-8, no TOML, or a number of thousands of digits
        raise ConfigurationInvalid(
            place, (f"not valid TOML in UTF-8: {error}. Mend the syntax at that place.",)
        ) from error
    faults = (*shape_faults(table), *rule_faults(sound_part(table), as_at), *label_faults(table))
    if faults:
        raise ConfigurationInvalid(place, faults)
    return _config(table)


def _config(table: Mapping[str, Any]) -> ReleaseConfig:
    release, contact = table["release"], table.get("contact", {})
    return ReleaseConfig(
        title=release["title"],
        publisher=release.get("publisher", ""),
        author=release.get("author", "").strip(),
        address=release.get("address", _LOCAL),
        version=release.get("version", 1),
        announced=release.get("announced"),
        published=release.get("published"),
        hour=hour_in(release.get("hour", _USUAL_HOUR)),
        next_release=release.get("next_release", ""),
        contact=Contact(**{key: contact.get(key, "") for key in SECTIONS["contact"]}),
        acknowledgements=table.get("acknowledgements", {}).get("text", ""),
        pre_release_access=tuple(_person(entry) for entry in table.get("pre_release_access", [])),
        exemptions=tuple(
            Exemption(rule=Rule(entry["rule"]), reason=entry["reason"], by=entry["by"])
            for entry in table.get("exemption", [])
        ),
        calendar=tuple(_calendar_entry(entry) for entry in table.get("calendar", [])),
        corrections=tuple(
            Correction(version=entry["version"], day=entry["date"], note=entry["note"])
            for entry in sorted(table.get("correction", []), key=lambda entry: int(entry["version"]))
        ),
        appeared_earlier=tuple(EarlierAppearance(**entry) for entry in table.get("appeared_earlier", [])),
    )


def _person(entry: Mapping[str, Any]) -> PreReleaseAccess:
    moment: datetime | None = entry.get("access_from")
    if moment is not None:
        moment = moment.replace(tzinfo=LONDON) if moment.tzinfo is None else moment.astimezone(LONDON)
    return PreReleaseAccess(
        name=entry["name"],
        role=entry["role"],
        organisation=entry["organisation"],
        reason=entry["reason"],
        access_from=moment,
    )


def _calendar_entry(entry: Mapping[str, Any]) -> CalendarEntry:
    return CalendarEntry(
        title=entry["title"],
        day=entry.get("date"),
        month=month_in(entry["month"]) if "month" in entry else None,
        state=CalendarState(entry["state"]),
        note=entry.get("note", ""),
    )
