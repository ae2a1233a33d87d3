"""The pages on how the release is published: calendar, release practice, pre-release access."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from areasend.framework import add_months
from areasend.publication.config import CalendarEntry, CalendarState, ReleaseConfig, Rule
from areasend.publication.pages.site import Site
from areasend.publication.practice import SELF_DECLARED, moment_text
from areasend.statistics import month_year

# "A 12-month release calendar" (Code of Practice for Statistics, T3.1).
_MONTHS = 12

_RULES = {
    Rule.WEEKEND: "not on a weekend",
    Rule.BANK_HOLIDAY: "not on a bank holiday",
    Rule.MONDAY: "not on a Monday",
    Rule.HOUR: "at 09:30 on the day that was set",
    Rule.NOTICE: "the date announced four weeks before",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Month:
    """A month of the calendar and what is planned in it, earliest first."""

    name: str
    entries: tuple[CalendarEntry, ...]


def calendar_start(config: ReleaseConfig, as_at: date) -> date:
    """The first day of the calendar: the day of publication, or the day after the records end while none is set."""
    return config.published or as_at + timedelta(days=1)


def calendar_months(entries: tuple[CalendarEntry, ...], start: date) -> tuple[Month, ...]:
    """The months that the twelve months from `start` touch: 13, or 12 from the first of a month."""
    last = add_months(start, _MONTHS) - timedelta(days=1)
    count = (last.year - start.year) * 12 + last.month - start.month + 1
    firsts = [add_months(start.replace(day=1), number) for number in range(count)]
    return tuple(
        Month(
            name=month_year(first),
            entries=tuple(entry for entry in entries if entry.first_day.replace(day=1) == first),
        )
        for first in firsts
    )


def calendar_page(site: Site) -> tuple[str, bytes]:
    """`calendar.html`: a year of releases, what of them is sure, and why a date changed."""
    config = site.release.config
    start = calendar_start(config, site.release.counted.as_at)
    entries = tuple(sorted(_entries(site), key=lambda entry: (entry.first_day, entry.title)))
    months = calendar_months(entries, start)
    shown = {entry for month in months for entry in month.entries}
    return site.page(
        "calendar",
        "calendar.html",
        title="Release calendar",
        description="Releases planned over twelve months, and how sure their dates are",
        months=months,
        others=[entry for entry in entries if entry not in shown],
    )


def _entries(site: Site) -> Iterator[CalendarEntry]:
    """What the producer planned, and this release itself where the plan does not have it on its day."""
    config = site.release.config
    yield from config.calendar
    if config.published is not None and not any(entry.day == config.published for entry in config.calendar):
        yield CalendarEntry(
            title=site.release.title,
            day=config.published,
            month=None,
            state=CalendarState.PROVISIONAL if config.announced is None else CalendarState.CONFIRMED,
            note="This release.",
        )


def release_practice_page(site: Site) -> tuple[str, bytes]:
    """`release-practice.html`: how releases are approved and published, and what departs from that this time."""
    config = site.release.config
    moment = config.publication_moment
    return site.page(
        "release_practice",
        "release-practice.html",
        title="Release practice",
        description="How releases are approved, published and corrected, and where this one departs from that",
        release_id=site.release.id,
        moment=None if moment is None else moment_text(moment),
        self_declared=SELF_DECLARED,
        exempted=[(_RULES[exemption.rule], exemption) for exemption in config.exemptions],
    )


def pre_release_page(site: Site) -> tuple[str, bytes]:
    """`pre-release-access.html`: who had access before publication, and from when."""
    people = site.release.config.pre_release_access
    moment = site.release.config.publication_moment
    return site.page(
        "pre-release-access",
        "pre-release-access.html",
        title="Pre-release access list",
        description="Who had access to this release before it was published",
        people=[
            (person, "not recorded" if person.access_from is None else moment_text(person.access_from))
            for person in people
        ],
        moment=None if moment is None else moment_text(moment),
    )
