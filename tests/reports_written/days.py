"""Dates and spans of dates in the forms that reports print."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.reports_written.vocabulary import WORDS

# The names are part of the form: no locale decides them.
MONTHS: list[str] = WORDS["months"]


def day(of: date) -> str:
    return f"{of.day} {MONTHS[of.month - 1]} {of.year}"


@dataclass(frozen=True)
class Span:
    """First and last day of an inspection."""

    start: date
    end: date

    def forms(self) -> tuple[str, ...]:
        """Every form a report may print, the shortest first: 5 to 9 June 2023, 5 June to 9 June 2023, ..."""
        first, last = self.start, self.end
        if first == last:
            return (day(first),)
        forms = []
        if (first.year, first.month) == (last.year, last.month):
            forms.append(f"{first.day} to {day(last)}")
        if first.year == last.year:
            forms.append(f"{first.day} {MONTHS[first.month - 1]} to {day(last)}")
        return (*forms, f"{day(first)} to {day(last)}")


@dataclass(frozen=True)
class Previous:
    """The previous inspection as printed, and what it says."""

    printed: str
    start: date | None = None
    end: date | None = None
    revisit: date | None = None


def inspection(rng: Random, after: date) -> Span:
    """Monday to Friday of one week; now and then from the Thursday of the week before."""
    monday = after + timedelta(days=rng.randint(0, (date(2026, 6, 1) - after).days))
    monday -= timedelta(days=monday.weekday())
    if monday < after:
        monday += timedelta(days=7)
    span = Span(monday, monday + timedelta(days=4))
    return span if rng.random() < 0.9 or monday.day < 8 else Span(monday - timedelta(days=4), span.end)


def previous(rng: Random) -> Previous:
    first = date(2016, 5, 2) + timedelta(days=7 * rng.randint(0, 300))
    span = Span(first, first + timedelta(days=rng.choice((2, 3, 4, 4, 4))))
    revisit = first + timedelta(days=rng.randint(200, 320))
    chance = rng.random()
    if chance < 0.1:
        return Previous("Not previously inspected")
    if chance < 0.2:
        return Previous(day(first), first)
    if chance < 0.35:
        told = rng.choice(
            (
                f"The last full inspection was on {day(first)}. A revisit followed on {day(revisit)}.",
                f"The previous inspection took place on {day(first)}. There was a revisit on {day(revisit)}.",
            )
        )
        return Previous(told, first, None, revisit)
    if chance < 0.45:
        told = (
            f"The previous full inspection was from {rng.choice(span.forms())}. A revisit was made on {day(revisit)}."
        )
        return Previous(told, span.start, span.end, revisit)
    return Previous(rng.choice(span.forms()), span.start, span.end)
