"""What `release.toml` says, as types: the release, its people, its calendar, its departures from practice."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


class Rule(StrEnum):
    """The rules of publication from which a recorded exemption may release (checklist points RL01 and RL02)."""

    WEEKEND = "weekend"
    BANK_HOLIDAY = "bank-holiday"
    MONDAY = "monday"
    HOUR = "hour"
    NOTICE = "notice"


class CalendarState(StrEnum):
    PROVISIONAL = "provisional"
    CONFIRMED = "confirmed"
    PUBLISHED = "published"


@dataclass(frozen=True, kw_only=True, slots=True)
class Contact:
    name: str
    role: str
    email: str
    telephone: str

    @property
    def is_named(self) -> bool:
        return bool(self.name)


@dataclass(frozen=True, kw_only=True, slots=True)
class PreReleaseAccess:
    """A person who saw the release before it was published (Pre-release Access to Official Statistics Order 2008).

    `access_from` is when their access began, in Europe/London; None when it is not said.
    """

    name: str
    role: str
    organisation: str
    reason: str
    access_from: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Exemption:
    """A departure from one rule of publication: why, and who allowed it."""

    rule: Rule
    reason: str
    by: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CalendarEntry:
    """A release to come or published: on a day, or in a month (its first day) while the day is not known."""

    title: str
    day: date | None
    month: date | None
    state: CalendarState
    note: str

    @property
    def first_day(self) -> date:
        """The day, or the first of the month: what the calendar sorts by."""
        found = self.day or self.month
        assert found is not None, "the reader lets in no entry without a day or a month"
        return found


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction:
    """What a version of the release corrects, in a note that the public reads (RL07)."""

    version: int
    day: date
    note: str


@dataclass(frozen=True, kw_only=True, slots=True)
class EarlierAppearance:
    """A figure that was public somewhere else before this release (RL08)."""

    figure: str
    where: str
    on: date
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ReleaseConfig:
    """The whole file. `address` is where the site is served and ends in "/"; `hour` is that of Europe/London."""

    title: str
    publisher: str
    author: str
    address: str
    version: int
    announced: date | None
    published: date | None
    hour: time
    next_release: str
    contact: Contact
    acknowledgements: str
    pre_release_access: tuple[PreReleaseAccess, ...]
    exemptions: tuple[Exemption, ...]
    calendar: tuple[CalendarEntry, ...]
    corrections: tuple[Correction, ...]
    appeared_earlier: tuple[EarlierAppearance, ...]

    @property
    def publication_moment(self) -> datetime | None:
        """The moment before which nothing may be seen, in Europe/London; None while no day is set."""
        return None if self.published is None else datetime.combine(self.published, self.hour, tzinfo=LONDON)
