"""Why a release may not be approved or published: each rule with its value and its remedy, and all of them at once."""

import json
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.releases import APPROVED, AUTHOR, MOMENT, PUBLISHED, corrected, manifest, person, practice

from areasend.framework import packaged_framework
from areasend.publication.config import LONDON, Exemption, Rule
from areasend.publication.practice import (
    Event,
    EventKind,
    Ledger,
    Practice,
    Refusal,
    ReleaseManifest,
    approval_refusals,
    publication_refusals,
)
from areasend.publication.practice.refusals import same_person

DAYS = packaged_framework().working_days
# The result of a check of numbers as far as an approval looks at it.
CHECKED = b'{"findings": [{"severity": "query"}]}'


def event(of: ReleaseManifest, *, at: datetime = APPROVED, by: str = "Bea", kind: str = "approved") -> Event:
    return Event(kind=EventKind(kind), release=of.id, manifest=of.sha256, at=at, by=by, role="Head")


def refused(
    planned: Practice,
    now: datetime = MOMENT,
    *,
    approved: datetime | None = APPROVED,
    by: str = "Bea",
    public: Ledger | None = None,
    differing: tuple[str, ...] = (),
    id: str = "2024-12-31",  # noqa: A002
) -> tuple[Refusal, ...]:
    said = manifest(planned, id=id)
    approval = None if approved is None else event(said, at=approved, by=by)
    return publication_refusals(said, differing, approval=approval, now=now, days=DAYS, public=public)


def rules(*arguments: object, **options: object) -> list[str]:
    return [refusal.rule for refusal in refused(*arguments, **options)]  # type: ignore[arg-type]


def exempt(*exempted: Rule) -> tuple[Exemption, ...]:
    return tuple(Exemption(rule=rule, reason="r", by="b") for rule in exempted)


@pytest.mark.parametrize(
    ("day", "hour_in_utc"),
    [
        (date(2025, 6, 26), 8),
        (date(2025, 12, 11), 9),
        (date(2025, 3, 28), 9),  # the last working day before the clocks go forward
        (date(2025, 4, 1), 8),  # and the first of those after
        (date(2025, 10, 24), 8),
        (date(2025, 10, 28), 9),
        (date(2024, 2, 29), 9),
        (date(2028, 2, 29), 9),
    ],
)
def test_the_second_before_the_hour_is_early_and_the_hour_is_not(day: date, hour_in_utc: int) -> None:
    planned = practice(published=day, announced=day - timedelta(weeks=4))
    hour = datetime(day.year, day.month, day.day, hour_in_utc, 30, tzinfo=UTC)
    approved = hour - timedelta(days=3)
    (early,) = refused(planned, hour - timedelta(seconds=1), approved=approved)
    assert (early.rule, early.passes) == ("hour", True)
    assert "09:29" in early.found
    assert rules(planned, hour - timedelta(microseconds=1), approved=approved) == ["hour"]
    assert rules(planned, hour, approved=approved) == []
    assert rules(planned, hour + timedelta(hours=14, minutes=29, seconds=59), approved=approved) == []
    # Past midnight in London. The next day may break a rule of its own besides.
    assert "hour" in rules(planned, hour + timedelta(hours=14, minutes=30), approved=approved)


@pytest.mark.parametrize(("day", "hour_in_utc"), [(date(2025, 3, 30), 8), (date(2025, 10, 26), 9)])
def test_on_the_days_of_the_clock_change_the_hour_is_that_of_the_clocks(day: date, hour_in_utc: int) -> None:
    planned = practice(published=day, announced=day - timedelta(weeks=4), exemptions=exempt(Rule.WEEKEND))
    hour = datetime(day.year, day.month, day.day, hour_in_utc, 30, tzinfo=UTC)
    approved = hour - timedelta(days=3)
    assert rules(planned, hour - timedelta(seconds=1), approved=approved) == ["hour"]
    assert rules(planned, hour, approved=approved) == []


@given(st.datetimes(datetime(2025, 6, 26, 7, 0), datetime(2025, 6, 26, 10, 0)))
def test_nothing_passes_before_the_hour(instant: datetime) -> None:
    now = instant.replace(tzinfo=UTC)
    assert (rules(practice(), now) == []) == (now >= MOMENT)


def test_a_later_day_needs_an_exemption_and_keeps_the_rules_of_days() -> None:
    friday, saturday = MOMENT + timedelta(days=1), MOMENT + timedelta(days=2)
    (late,) = refused(practice(), friday)
    assert "and that day is over" in late.text
    assert not late.passes
    assert rules(practice(), saturday) == ["hour", "weekend"]
    exempted = practice(exemptions=exempt(Rule.HOUR))
    assert rules(exempted, friday) == []
    assert rules(exempted, saturday) == ["weekend"]


def test_another_hour_needs_an_exemption() -> None:
    (other,) = refused(practice(hour=time(9, 0)))
    assert other.text.startswith("hour: the hour is 09:00, and releases appear at 09:30. Set that hour, or record an")
    assert rules(practice(hour=time(9, 0), exemptions=exempt(Rule.HOUR))) == []


@pytest.mark.parametrize(("days_before", "broken"), [(28, []), (27, ["notice"]), (0, ["notice"]), (None, ["notice"])])
def test_four_weeks_notice_is_due(days_before: int | None, broken: list[str]) -> None:
    announced = None if days_before is None else PUBLISHED - timedelta(days=days_before)
    assert rules(practice(announced=announced)) == broken
    assert rules(practice(announced=announced, exemptions=exempt(Rule.NOTICE))) == []


@pytest.mark.parametrize(
    ("day", "broken"),
    [
        (date(2025, 6, 28), ["weekend"]),
        (date(2025, 6, 30), ["monday"]),
        (date(2023, 5, 8), ["monday", "bank-holiday"]),
    ],
)
def test_days_on_which_nothing_is_published(day: date, broken: list[str]) -> None:
    planned = practice(published=day, announced=day - timedelta(weeks=4))
    moment = planned.moment
    assert moment is not None
    approved = moment - timedelta(days=7)
    assert rules(planned, moment, approved=approved) == broken
    (first, *_) = refused(planned, moment, approved=approved)
    assert f"record an [[exemption]] from {broken[0]!r}" in first.remedy
    exempted = practice(published=day, announced=planned.announced, exemptions=exempt(*map(Rule, broken)))
    assert rules(exempted, moment, approved=approved) == []


def test_without_a_date_nothing_is_published() -> None:
    assert rules(practice(published=None, announced=None)) == ["date"]


DAY = timedelta(hours=24)


@pytest.mark.parametrize(
    ("began", "said"),
    [
        (MOMENT - DAY, None),
        (MOMENT, None),
        (MOMENT - DAY - timedelta(seconds=60), "24.02 hours before publication; the most is 24"),
        (MOMENT + timedelta(seconds=1), "after the publication"),
        (APPROVED - timedelta(seconds=1), "before the approval at Friday 20 June 2025, 12:00 (+01:00)"),
        (None, "nothing says when the access began"),
    ],
)
def test_access_lasts_a_day_at_most_and_begins_after_the_approval(began: datetime | None, said: str | None) -> None:
    found = refused(practice(pre_release_access=(person(began),)))
    assert {refusal.rule for refusal in found} == ({"pre-release access"} if said else set())
    assert any(said in refusal.text for refusal in found) if said else not found


def test_access_may_begin_with_the_approval() -> None:
    seen = practice(pre_release_access=(person(MOMENT - timedelta(hours=1)),))
    assert rules(seen, approved=MOMENT - timedelta(hours=1)) == []
    assert rules(seen, approved=MOMENT - timedelta(minutes=59)) == ["pre-release access"]


@pytest.mark.parametrize(
    ("day", "began", "allowed"),
    [
        # Sunday's half past nine comes 25 hours after Saturday's in October, and 23 in March.
        (date(2025, 10, 26), "2025-10-25T09:30:00+01:00", False),
        (date(2025, 10, 26), "2025-10-25T10:30:00+01:00", True),
        (date(2025, 3, 30), "2025-03-29T09:30:00+00:00", True),
        (date(2025, 3, 30), "2025-03-29T08:30:00+00:00", True),
        (date(2025, 3, 30), "2025-03-29T08:29:00+00:00", False),
    ],
)
def test_a_window_across_the_clock_change_counts_hours_that_passed(day: date, began: str, allowed: bool) -> None:
    access = person(datetime.fromisoformat(began).astimezone(LONDON))
    planned = practice(
        published=day,
        announced=day - timedelta(weeks=4),
        exemptions=exempt(Rule.WEEKEND),
        pre_release_access=(access,),
    )
    moment = planned.moment
    assert moment is not None
    found = rules(planned, moment, approved=moment - timedelta(days=5))
    assert found == ([] if allowed else ["pre-release access"])


def test_a_window_runs_on_while_the_release_is_days_late() -> None:
    seen = practice(exemptions=exempt(Rule.HOUR), pre_release_access=(person(MOMENT - DAY),))
    assert rules(seen, MOMENT + timedelta(hours=2)) == []
    (late,) = refused(seen, MOMENT + DAY)
    assert "48.00 hours before publication" in late.found


def test_a_person_needs_a_role_and_a_reason_and_no_date_is_no_excuse() -> None:
    nobody = person(MOMENT, role=" ", reason="")
    found = refused(practice(published=None, announced=None, pre_release_access=(nobody,)))
    assert [refusal.rule for refusal in found] == ["date", "pre-release access", "pre-release access"]
    assert "'Ada': has no role" in found[1].text
    assert "'Ada': has no reason" in found[2].text


def test_everything_is_told_at_once() -> None:
    worst = practice(announced=None, hour=time(7, 0), published=date(2023, 5, 8), pre_release_access=(person(None),))
    now = datetime(2023, 5, 7, 12, tzinfo=UTC)
    assert rules(worst, now, approved=None, differing=("a is missing", "b was changed")) == [
        "files",
        "files",
        "approval",
        "hour",
        "hour",
        "monday",
        "bank-holiday",
        "notice",
        "pre-release access",
    ]


def test_four_eyes_at_approval_and_again_at_publication() -> None:
    assert [refusal.rule for refusal in approval_refusals(manifest(), (), by=AUTHOR.upper(), number_check=CHECKED)] == [
        "author"
    ]
    assert [refusal.rule for refusal in approval_refusals(manifest(author=""), (), by="Bea", number_check=CHECKED)] == [
        "author"
    ]
    assert [
        refusal.rule for refusal in approval_refusals(manifest(), ("a is missing",), by="Bea", number_check=CHECKED)
    ] == ["files"]
    assert approval_refusals(manifest(), (), by="Bea", number_check=CHECKED) == ()
    assert rules(practice(), by=f" {AUTHOR}  ") == ["author"]


def said_of_numbers(number_check: bytes | None) -> list[str]:
    found = approval_refusals(manifest(), (), by="Bea", number_check=number_check)
    assert {refusal.rule for refusal in found} <= {"numbers"}
    return [refusal.text for refusal in found]


def error(line: int, **changed: object) -> dict[str, object]:
    where = {"file": "index.html", "line": line, "quote": "4 of 5"}
    return {"severity": "error", "where": where, "message": f"The table has {line}.", **changed}


def test_an_error_in_a_number_stands_against_an_approval_and_a_query_does_not() -> None:
    findings = [error(7), error(9, severity="query"), error(8)]
    assert said_of_numbers(json.dumps({"findings": findings}).encode()) == [
        f"numbers: index.html, line {line}: The table has {line}. Correct it, or accept it with a reason (--accept), "
        "and build the release again."
        for line in (7, 8)
    ]


def test_of_many_errors_ten_are_told_and_the_others_counted() -> None:
    told = said_of_numbers(json.dumps({"findings": [error(line) for line in range(1_210)]}).encode())
    assert len(told) == 11
    assert told[-1].startswith("numbers: 1,200 more errors stand in data/number-check.json. Correct")
    assert len(said_of_numbers(json.dumps({"findings": [error(line) for line in range(10)]}).encode())) == 10


@pytest.mark.parametrize(
    "content", [None, b"", b"{}", b"[]", b'{"findings": 1}', b'{"findings": [{"severity": "error"}]}', b"[" * 100_000]
)
def test_numbers_that_nobody_checked_are_not_approved(content: bytes | None) -> None:
    (told,) = said_of_numbers(content)
    assert "data/number-check.json" in told
    assert "Build the release again" in told


def test_a_clock_before_the_approval_is_not_believed() -> None:
    assert rules(practice(), approved=MOMENT + timedelta(seconds=1)) == ["clock"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ann Author", "ann  AUTHOR ", True),
        ("Ann Author", "Ａｎｎ Ａｕｔｈｏｒ", True),
        ("Zoë Straße", "Zoe\u0308 STRASSE", True),
        ("Ann Author", "Ann\u00a0Author", True),
        ("Ann Author", "An\u200bn Author", True),
        ("Ann Author", "Anna Author", False),
        ("Zoë", "Zoe", False),
    ],
)
def test_names_are_compared_as_people_read_them(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same
    assert same_person(other, one) is same


def published(*manifests: ReleaseManifest) -> Ledger:
    return Ledger(events=tuple(event(of, kind=kind) for of in manifests for kind in ("approved", "published")))


def test_versions_come_in_their_order_and_nothing_published_changes() -> None:
    first, second, third = (
        manifest(),
        manifest(corrected(2), id="2024-12-31-v2"),
        manifest(corrected(3), id="2024-12-31-v3"),
    )

    def version_rules(planned: Practice, id: str, public: Ledger) -> list[str]:  # noqa: A002
        return [refusal.found for refusal in refused(planned, id=id, public=public)]

    assert version_rules(practice(), first.id, Ledger()) == []
    assert version_rules(practice(), first.id, published(first)) == []
    (other,) = version_rules(practice(hour=time(9, 30), announced=date(2025, 5, 1)), first.id, published(first))
    assert other.startswith("2024-12-31 was published on Friday 20 June 2025, 12:00 (+01:00) with other content")
    assert version_rules(corrected(2), second.id, published(first)) == []
    (missing,) = version_rules(corrected(2), second.id, Ledger())
    assert missing == "version 1, which version 2 corrects, is not published here"
    assert version_rules(corrected(3), third.id, published(first, second)) == []
    (skipped,) = version_rules(corrected(3), third.id, published(first))
    assert skipped.startswith("version 2, which version 3 corrects")
    (overtaken,) = version_rules(practice(), first.id, published(second))
    assert overtaken == "version 2 is published already"
    (silent,) = version_rules(practice(version=2), second.id, published(first))
    assert silent == "nothing says what version 2 corrects"
