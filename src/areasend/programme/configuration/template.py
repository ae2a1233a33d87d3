"""The programme file that `areasend programme init` writes: the default, commented for a planner."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby
from string import Template

from areasend.framework import Framework
from areasend.programme.configuration.defaults import default_programme
from areasend.programme.configuration.model import Days, Programme, Shape
from areasend.programme.secrecy import MARKER

_TEXT = Template("""\
# Programme of area SEND inspections: who inspects, when, and what must not be.
#
# This file is yours: change the values, and remove the "#" from the examples that you need. A line that begins with "#"
# is a note and counts for nothing. Text stands in quotation marks; days are written 2026-01-31, without them.
# What you leave out is taken as it stands here. Mistakes are all told at once, each with what to do about it.
#
# $marker: once it names local areas this file is confidential, as is every plan made from it. Both tell
# of inspections before the areas are told: do not publish them, and keep them to those who may know. Unofficial.
#
# "ASSUMPTION" marks what no published source states. It stays one until you change it, or confirm its table below.

[programme]
title = "$title"
# The days that may be planned. The records were taken as at $as_at.
first_day = $first_day
# By default the end of the inspection cycle.
last_day = $last_day
# Nobody is on site in a week with a bank holiday. This list is the government's, for England.
$bank_holidays# Tables marked ASSUMPTION that you have checked, of:
# $assumed.
# confirmed = ["term", "break"]

# ---- School terms -------------------------------------------------------------------------------------------------
# ASSUMPTION. Each council sets its own dates, and most lie within days of these, which follow one pattern: autumn from
# the first Monday of September to the last Friday up to 22 December; spring from the first Monday from 4 January to two
# weeks of holidays around Easter; summer to the last Friday up to 23 July.
# Every week from notification to the last on site lies in a term. Each term of the programme needs its own table.
$terms
# ---- Half-terms ---------------------------------------------------------------------------------------------------
# ASSUMPTION, as for terms. Nobody is on site in a half-term. Each lies inside a term.
$breaks
# ---- Pauses -------------------------------------------------------------------------------------------------------
# Days on which nobody may be on site: pre-election periods, if you keep them free of visits, a national event.
# None by default: before past elections reports were held back, and inspections went on. Those spans of the records:
$pauses
# ---- Teams --------------------------------------------------------------------------------------------------------
# ASSUMPTION: how many teams there are is not published. A team makes one inspection at a time. What a team may have:
# first_day, last_day   from when and until when it is there
# away                  weeks in which it is not there; one day of a week takes the whole week
# conflicts             local areas that it must not inspect, by name or code
#
# [[team]]
# name = "North"
# first_day = $first_day
# away = [ { name = "training", first_day = $example_monday, last_day = $example_friday } ]
# conflicts = ["Leeds", "E08000034"]
$teams
# ---- How long an inspection takes its team, in whole weeks --------------------------------------------------------
# A full inspection: notified on a Monday, prepared in the second week, on site in the third.
[full_inspection]
$full
# ASSUMPTION: no source states this for monitoring inspections; the same is taken.
[monitoring_inspection]
$monitoring
# ---- Limits -------------------------------------------------------------------------------------------------------
# ASSUMPTION. At most so many inspections whose week on site begins in a week, a calendar month, a calendar year.
# full_per_...: full inspections alone. per_...: full and monitoring inspections together. "none" lifts a limit.
[limits]
full_per_week = $full_per_week
# full_per_month = 5
# full_per_year = 33
# per_week = 2
# per_month = 6
# per_year = 46

# At most so many in one of Ofsted's regions in a month:
$regions# [[region]]
# region = "London"
# per_month = 2

# ---- Other rules --------------------------------------------------------------------------------------------------
# ASSUMPTION.
[rules]
# Whether an area may be notified, and its inspection be prepared, in a half-term. By the records it seems not to
# be done: of the dated inspections from 2023 to June 2026 none was on site in the two weeks after a half-term as above.
# With false there are six weeks fewer a year.
notice_in_breaks = $notice_in_breaks
# Whole weeks that must lie between an inspection and another inspection of the same council.
gap_weeks = $gap_weeks
# Least months between two inspections of one area.
months_between = $months_between
# Where the framework says "about 18 months after" and names no last day: from how many weeks after that it is late.
monitoring_late_after_weeks = $monitoring_late_after_weeks

# ASSUMPTION: what one week of lateness weighs when not all can be in time.
[weight_of_lateness]
$weights
# ---- Single local areas -------------------------------------------------------------------------------------------
# By name or by code (E08000035). Weeks on site lie from not_before to not_after; one of the two is enough.
# [[area]]
# area = "Kent"
# not_before = $example_monday
# reason = "a new director of children's services takes up post"

# What took place and is not in the records, such as a monitoring inspection.
# kind is one of: "first-full", "next-full", "monitoring".
# [[done]]
# area = "Oldham"
# kind = "monitoring"
# day = $as_at

# Inspections whose week is settled: monday is the first day on site. announced = true once the area has been told: then
# the day of notification may lie before the programme. Keep the pin until the last day on site is over.
# [[pin]]
# area = "Leeds"
# kind = "first-full"
# monday = $example_monday
# team = "Team 1"
# announced = true
# reason = "agreed with the other inspectorate"

# Other inspections of the same councils stand in a CSV file of their own, with this first line:
# area,inspection,first_day,last_day,monitoring_visit
# Leeds,children's services,$example_monday,$example_friday,no
""")


def template(as_at: date, framework: Framework, last_day: date | None = None) -> str:
    """The programme by default as commented TOML, which reads back to it. Raises `ProgrammeInvalid` as that does."""
    programme = default_programme(as_at, framework, last_day)
    monday = _example_monday(programme)
    return _TEXT.substitute(
        marker=MARKER,
        title=programme.title,
        as_at=as_at,
        first_day=programme.first_day,
        last_day=programme.last_day,
        bank_holidays=_bank_holidays(programme.bank_holidays),
        assumed=", ".join(programme.is_assumed),
        terms="".join(_tables("term", programme.terms)),
        breaks="".join(_tables("break", programme.breaks)),
        pauses="".join(_examples(framework)),
        teams="".join(f'\n[[team]]\nname = "{team.name}"\n' for team in programme.teams),
        full=_shape(programme.full),
        monitoring=_shape(programme.monitoring),
        full_per_week=programme.limits.full_per_week,
        regions="".join(f"#   {region.name}\n" for region in framework.ofsted_regions),
        notice_in_breaks=str(programme.notice_in_breaks).lower(),
        gap_weeks=programme.gap_weeks,
        months_between=programme.months_between,
        monitoring_late_after_weeks=programme.monitoring_late_after_weeks,
        weights="".join(f"{kind.key.replace('-', '_')} = {weight}\n" for kind, weight in programme.late_weights),
        example_monday=monday,
        example_friday=monday + timedelta(days=4),
    )


def _example_monday(programme: Programme) -> date:
    """A Monday of the last term, late enough for an inspection that is notified in the term."""
    begins = programme.terms[-1].first_day if programme.terms else programme.first_day
    return begins + timedelta(weeks=4, days=-begins.weekday())


def _bank_holidays(days: tuple[date, ...]) -> str:
    if not days:
        return "# None falls into these days.\n"
    return f"bank_holidays = [\n{''.join(_years(days))}]\n"


def _years(days: Iterable[date]) -> Iterator[str]:
    for _, of_year in groupby(days, key=lambda day: day.year):
        yield f"  {', '.join(str(day) for day in of_year)},\n"


def _tables(name: str, spans: Iterable[Days]) -> Iterator[str]:
    for span in spans:
        yield f'\n[[{name}]]\nname = "{span.name}"\nfirst_day = {span.first_day}\nlast_day = {span.last_day}\n'


def _examples(framework: Framework) -> Iterator[str]:
    """The spans around past elections, as examples: one line each."""
    for pause in framework.publication_pauses:
        yield f"#   {pause.name}: {pause.first_day} to {pause.last_day}\n"
    yield "#\n# [[pause]]\n"
    latest = framework.publication_pauses[-1]
    yield f'# name = "{latest.name}"\n# first_day = {latest.first_day}\n# last_day = {latest.last_day}\n'


def _shape(shape: Shape) -> str:
    return (
        f"notification_weeks = {shape.notification_weeks}\n"
        f"preparation_weeks = {shape.preparation_weeks}\n"
        f"on_site_weeks = {shape.on_site_weeks}\n"
    )
