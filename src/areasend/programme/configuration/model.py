"""A programme file as it was read: who inspects, when, how, and what must not be.

Days are whole; a week is named by its Monday. Areas are GSS codes (reading looks up names).
Regions are the names of Ofsted's regions.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from areasend.programme.activities import Kind


@dataclass(frozen=True, kw_only=True, slots=True)
class Days:
    """A span of days, both included, and what it is: a half-term, a pre-election period, a team's leave."""

    name: str
    first_day: date
    last_day: date

    def meets(self, first: date, last: date) -> bool:
        """Whether any of its days lies between two days, both included."""
        return self.first_day <= last and first <= self.last_day


@dataclass(frozen=True, kw_only=True, slots=True)
class Team:
    """An inspection team: when it is there (None: throughout) and away; areas it has a conflict of interest with."""

    name: str
    first_day: date | None = None
    last_day: date | None = None
    away: tuple[Days, ...] = ()
    conflicts: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class Shape:
    """How an inspection takes its team: whole weeks from the Monday of notification to the last week on site.

    The full inspection: one week from notification, one of preparation, one on site (docs/domain.md, 4.1).
    """

    notification_weeks: int
    preparation_weeks: int
    on_site_weeks: int

    @property
    def weeks_before(self) -> int:
        return self.notification_weeks + self.preparation_weeks

    @property
    def weeks(self) -> int:
        return self.weeks_before + self.on_site_weeks


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """At most so many inspections that begin on site in a week, a calendar month, a calendar year; None: no limit.

    `full_...` count full inspections alone, the others full and monitoring inspections together.
    """

    per_week: int | None = None
    per_month: int | None = None
    per_year: int | None = None
    full_per_week: int | None = None
    full_per_month: int | None = None
    full_per_year: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class RegionLimit:
    """At most so many inspections in an Ofsted region whose week on site begins in a calendar month."""

    region: str
    per_month: int


@dataclass(frozen=True, kw_only=True, slots=True)
class AreaRule:
    """A local area that cannot be on site before or after a day, with the reason."""

    gss_code: str
    not_before: date | None
    not_after: date | None
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AreaClosed:
    """A local area that cannot take part in a span of days: neither be notified nor be on site; `days` say why."""

    gss_code: str
    days: Days


@dataclass(frozen=True, kw_only=True, slots=True)
class OtherInspection:
    """Another inspection of the same council; of monitoring visits, 3 in 12 months are the most (handbook, 23)."""

    gss_code: str
    name: str
    first_day: date
    last_day: date
    is_monitoring_visit: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Pin:
    """An activity that stays in the week that begins on `monday` (the first on site), with this team if one is named.

    `announced`: the area has been told; a pin that was not announced holds as well, until a file says otherwise.
    `by_date`: nobody said that the area has been told; it is taken so because a plan before notified it by then.
    """

    gss_code: str
    kind: Kind
    monday: date
    team: str | None = None
    announced: bool = False
    by_date: bool = False
    reason: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Done:
    """An activity that has taken place and that the records do not hold, such as a monitoring inspection."""

    gss_code: str
    kind: Kind
    day: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Begun:
    """An inspection that began on site by the date of the records: limits of its year and month count it too."""

    region: str
    kind: Kind
    day: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Programme:
    """A whole programme file.

    Weeks on site lie between `first_day` and `last_day`, inside a term, outside breaks, pauses and weeks with a bank
    holiday. The weeks before may lie in a break if `notice_in_breaks`, and outside a term never.
    `gap_weeks` are the whole weeks that must lie between an inspection's weeks and another inspection of the council,
    `months_between` the least months between two inspections of one area.
    `monitoring_late_after_weeks` is how long after "about" a monitoring inspection counts as late where its rule states
    no last day. `late_weights` weigh a week of lateness by kind. `is_assumed` names the tables left at their defaults.
    `begun` are inspections that are over or under way, which no file says: `with_begun` takes them from the records.
    """

    title: str
    first_day: date
    last_day: date
    teams: tuple[Team, ...]
    terms: tuple[Days, ...]
    breaks: tuple[Days, ...]
    pauses: tuple[Days, ...]
    bank_holidays: tuple[date, ...]
    full: Shape
    monitoring: Shape
    limits: Limits
    notice_in_breaks: bool = True
    gap_weeks: int = 4
    months_between: int = 6
    monitoring_late_after_weeks: int = 26
    late_weights: tuple[tuple[Kind, int], ...] = (
        (Kind.FIRST_FULL, 2),
        (Kind.NEXT_FULL, 1),
        (Kind.MONITORING, 1),
    )
    region_limits: tuple[RegionLimit, ...] = ()
    areas: tuple[AreaRule, ...] = ()
    other_inspections: tuple[OtherInspection, ...] = ()
    pins: tuple[Pin, ...] = ()
    done: tuple[Done, ...] = ()
    is_assumed: tuple[str, ...] = ()
    closed_areas: tuple[AreaClosed, ...] = ()
    begun: tuple[Begun, ...] = ()

    def shape(self, kind: Kind) -> Shape:
        return self.monitoring if kind is Kind.MONITORING else self.full

    def notified(self, kind: Kind, monday: date) -> date:
        """The day on which an area is told of an inspection that is on site from a Monday.

        The Monday of its first week; after a bank holiday the next working day, as the records have it for May.
        """
        day = monday - timedelta(weeks=self.shape(kind).weeks_before)
        while day in self.bank_holidays:
            day += timedelta(days=1)
        return day

    def late_weight(self, kind: Kind) -> int:
        return dict(self.late_weights)[kind]
