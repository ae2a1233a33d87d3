"""What the values of `release.toml` must say together, once each of them is of its kind."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from areasend.publication.config.model import LONDON, CalendarState

_EMAIL = re.compile(r"([\w.+-]+@[\w-]+(\.[\w-]+)+)?", re.ASCII)

# Labels and offices that a build of ours must not claim for itself.
_NOT_OURS = ("official statistics", "national statistics", "ofsted.gov.uk", "cqc.org.uk", "accredited")


def label_faults(table: Mapping[str, Any]) -> Iterator[str]:
    """Claims that no build of ours may make, wherever they stand in the file."""
    for claim in _NOT_OURS:
        if claim in repr(table).lower():
            yield f"{claim!r}: a build of areasend is unofficial and uses no inspectorate's contacts. Remove it."


def rule_faults(table: Mapping[str, Any], as_at: date) -> Iterator[str]:
    """Every broken rule among values that are of their kinds. A section that is missing had none such."""
    release = table.get("release", {})
    yield from _release_faults(release, as_at)
    yield from _contact_faults(table.get("contact", {}))
    for number, person in enumerate(table.get("pre_release_access", []), 1):
        yield from _access_faults(f"pre_release_access[{number}].access_from", person.get("access_from"))
    for rule, times in Counter(entry["rule"] for entry in table.get("exemption", [])).items():
        if times > 1:
            yield f"exemption: the rule {rule!r} has {times} exemptions. Keep one, with every reason in it."
    for number, entry in enumerate(table.get("calendar", []), 1):
        yield from _calendar_faults(f"calendar[{number}]", entry)
    if "correction" in table:
        yield from _correction_faults(table["correction"], release.get("version", 1))
    for number, entry in enumerate(table.get("appeared_earlier", []), 1):
        published = release.get("published")
        if published is not None and entry["on"] >= published:
            yield (
                f"appeared_earlier[{number}].on = {entry['on']}: not before the release itself, published "
                f"{published}. Correct the date, or remove the entry."
            )


def _release_faults(release: Mapping[str, Any], as_at: date) -> Iterator[str]:
    if not release.get("title", "").strip():
        yield "release.title: a release needs a title. Add one."
    published, announced = release.get("published"), release.get("announced")
    if published is not None and published <= as_at:
        yield f"release.published = {published}: a release as at {as_at} is published after that day. Correct the date."
    if announced is not None and published is not None and announced > published:
        yield f"release.announced = {announced}: later than the publication on {published}. Correct one of the two."
    if announced is not None and published is None:
        yield f"release.announced = {announced}: announces no date. Add release.published, or remove it."


def _contact_faults(contact: Mapping[str, Any]) -> Iterator[str]:
    if not contact.get("name") and any(contact.values()):
        yield "contact.name: a contact needs a name. Add one, or empty the other lines."
    if not _EMAIL.fullmatch(contact.get("email", "")):
        yield f"contact.email = {contact['email']!r}: not an address such as team@example.org. Correct it."


def _access_faults(place: str, moment: datetime | None) -> Iterator[str]:
    """An hour without an offset must be one that the clocks of London show, and show once."""
    if moment is None or moment.tzinfo is not None:
        return
    first, second = (moment.replace(tzinfo=LONDON, fold=fold).utcoffset() for fold in (0, 1))
    if first != second:
        yield (
            f"{place} = {moment.isoformat()}: the clocks of Europe/London change in that hour, so it is shown twice or "
            "not at all. Write it with its offset, such as +01:00."
        )


def _calendar_faults(place: str, entry: Mapping[str, Any]) -> Iterator[str]:
    if ("date" in entry) == ("month" in entry):
        yield f"{place}: needs either a date or a month. Give one of the two."
    elif "month" in entry and entry["state"] != CalendarState.PROVISIONAL:
        yield f"{place}.state = {entry['state']!r}: a month alone is provisional. Give the date, or write provisional."


def _correction_faults(entries: list[Mapping[str, Any]], version: int) -> Iterator[str]:
    told = Counter(entry["version"] for entry in entries)
    for number in range(2, version + 1):
        if told[number] != 1:
            yield (
                f"correction: version {number} has {told[number]} entries. Each version from 2 on has one "
                "[[correction]] with version, date and note."
            )
    for number in sorted(told.keys() - set(range(2, version + 1))):
        yield f"correction.version = {number}: this release is version {version}. Correct the one or the other."
    days = [entry["date"] for entry in sorted(entries, key=lambda entry: int(entry["version"]))]
    if days != sorted(days):
        yield "correction.date: a later version is dated before an earlier one. Correct the dates."
