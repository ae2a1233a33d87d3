"""What a release says of its own publication, in its configuration and in its manifest."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from areasend.publication.config import LONDON, Correction, Exemption, PreReleaseAccess, ReleaseConfig, Rule


@dataclass(frozen=True, kw_only=True, slots=True)
class Practice:
    """The part of `release.toml` by which a release is approved and published. `hour` is that of Europe/London."""

    version: int
    announced: date | None
    published: date | None
    hour: time
    pre_release_access: tuple[PreReleaseAccess, ...]
    exemptions: tuple[Exemption, ...]
    corrections: tuple[Correction, ...]

    @property
    def moment(self) -> datetime | None:
        """The moment before which nothing may be seen, in Europe/London; None while no day is set."""
        return None if self.published is None else self.moment_on(self.published)

    def moment_on(self, day: date) -> datetime:
        return datetime.combine(day, self.hour, tzinfo=LONDON)

    def exempts(self, rule: Rule) -> bool:
        return any(exemption.rule is rule for exemption in self.exemptions)


def practice_of(config: ReleaseConfig) -> Practice:
    return Practice(
        version=config.version,
        announced=config.announced,
        published=config.published,
        hour=config.hour,
        pre_release_access=config.pre_release_access,
        exemptions=config.exemptions,
        corrections=config.corrections,
    )


def practice_json(practice: Practice) -> dict[str, Any]:
    """The same as it stands in `manifest.json` under `practice`; dates and moments in ISO 8601."""
    return {
        "version": practice.version,
        "announced": practice.announced.isoformat() if practice.announced else None,
        "published": practice.published.isoformat() if practice.published else None,
        "hour": practice.hour.isoformat("minutes"),
        "pre_release_access": [
            {
                "name": person.name,
                "role": person.role,
                "organisation": person.organisation,
                "reason": person.reason,
                "access_from": person.access_from.astimezone(LONDON).isoformat() if person.access_from else None,
            }
            for person in practice.pre_release_access
        ],
        "exemptions": [
            {"rule": exemption.rule.value, "reason": exemption.reason, "by": exemption.by}
            for exemption in practice.exemptions
        ],
        "corrections": [
            {"version": correction.version, "date": correction.day.isoformat(), "note": correction.note}
            for correction in practice.corrections
        ],
    }


def practice_in(value: Any) -> Practice:
    """The inverse. Raises `KeyError`, `TypeError` or `ValueError` for what `practice_json` would not have written."""
    practice = Practice(
        version=value["version"],
        announced=date.fromisoformat(value["announced"]) if value["announced"] else None,
        published=date.fromisoformat(value["published"]) if value["published"] else None,
        hour=time.fromisoformat(value["hour"]),
        pre_release_access=tuple(
            PreReleaseAccess(**(person | {"access_from": _moment_in(person["access_from"])}))
            for person in value["pre_release_access"]
        ),
        exemptions=tuple(Exemption(**(entry | {"rule": Rule(entry["rule"])})) for entry in value["exemptions"]),
        corrections=tuple(
            Correction(version=entry["version"], day=date.fromisoformat(entry["date"]), note=entry["note"])
            for entry in value["corrections"]
        ),
    )
    if practice_json(practice) != value:
        raise ValueError("it is not written as areasend writes it")
    return practice


def _moment_in(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text).astimezone(LONDON)
