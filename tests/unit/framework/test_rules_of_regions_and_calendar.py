"""Each rule of the regions and of the calendar, broken once."""

from datetime import date

import pytest

from areasend.framework import load_framework


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        (
            'key = "north-west"\nname = "North West"\nphrase',
            'key = "london"\nname = "North West"\nphrase',
            "ofsted_region.key",
        ),
        ('name = "North West"\nphrase', 'name = "London"\nphrase', "ofsted_region.name"),
        (
            'key = "north-west"\nname = "North West"\ncode',
            'key = "london"\nname = "North West"\ncode',
            "ons_region.key",
        ),
        ('code = "E12000002"', 'code = "E12000007"', "ons_region.code"),
    ],
)
def test_two_regions_never_share_a_key_a_name_or_a_code(framework, old, new, key):
    framework.change("regions.toml", old, new)
    only = framework.only_fault()
    assert only.startswith(f"regions.toml: {key} = ")
    assert only.endswith(": stands 2 times. Give each entry its own.")


def test_two_ons_regions_never_share_a_name(framework):
    framework.change("regions.toml", 'name = "North West"\ncode', 'name = "London"\ncode')
    assert [str(fault) for fault in framework.faults()] == [
        "regions.toml: ons_region.name = 'London': stands 2 times. Give each entry its own.",
        (
            "regions.toml: ofsted_region.ons_regions = 'North West': each ONS region must stand in exactly one "
            "Ofsted region. Correct the lists of ons_regions."
        ),
    ]


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        (
            'ons_regions = ["North East", "Yorkshire and the Humber"]',
            'ons_regions = ["North East"]',
            "Yorkshire and the Humber",
        ),
        ('ons_regions = ["London"]', 'ons_regions = ["London", "South East"]', "South East"),
        ('ons_regions = ["London"]', 'ons_regions = ["London", "Wessex"]', "Wessex"),
        ('ons_regions = ["London"]', 'ons_regions = ["London", "London"]', "London"),
    ],
    ids=["left out", "in two regions", "unknown", "twice in one region"],
)
def test_an_ons_region_stands_in_exactly_one_ofsted_region(framework, old, new, name):
    framework.change("regions.toml", old, new)
    assert framework.only_fault() == (
        f"regions.toml: ofsted_region.ons_regions = '{name}': each ONS region must stand in exactly one Ofsted "
        "region. Correct the lists of ons_regions."
    )


@pytest.mark.parametrize(
    "new", ["2022-04-18, 2022-04-15, ", "2022-04-15, 2022-04-15, 2022-04-18, "], ids=["falling", "doubled"]
)
def test_bank_holidays_rise_each_once(framework, new):
    framework.change("calendar.toml", "2022-04-15, 2022-04-18, ", new)
    assert framework.only_fault() == (
        "calendar.toml: bank_holidays = 'order': days must rise, each once. Sort the list and drop doubles."
    )


@pytest.mark.parametrize("day", ["2022-01-01", "2022-01-02"], ids=["Saturday", "Sunday"])
def test_a_bank_holiday_is_a_weekday(framework, day):
    framework.change("calendar.toml", "2022-01-03", day)
    assert framework.only_fault() == (
        f"calendar.toml: bank_holidays = {day}: a bank holiday is a weekday inside the years covered. "
        "Use the substitute day, or correct the year."
    )


def test_a_bank_holiday_lies_inside_the_years_covered(framework):
    framework.change("calendar.toml", "2028-12-26,", "2028-12-26, 2029-01-01,")
    assert "bank_holidays = 2029-01-01: a bank holiday is a weekday inside" in framework.only_fault()


def test_every_year_covered_has_bank_holidays(framework):
    framework.change("calendar.toml", "covers_to = 2028-12-31", "covers_to = 2030-06-30")
    assert [str(fault) for fault in framework.faults()] == [
        f"calendar.toml: bank_holidays = {year}: a year covered has no bank holidays. Add them."
        for year in (2029, 2030)
    ]


def test_a_pause_does_not_end_before_it_begins(framework):
    framework.change("calendar.toml", "last_day = 2025-05-12", "last_day = 2025-04-16")
    assert framework.only_fault() == (
        "calendar.toml: publication_pause = 'local elections of May 2025': ends before it begins. Correct the dates."
    )


def test_a_pause_may_be_of_one_day(framework):
    framework.change("calendar.toml", "last_day = 2025-05-12", "last_day = 2025-04-17")
    assert load_framework(framework.folder).publication_pauses[2].last_day == date(2025, 4, 17)


def test_a_bank_holiday_may_be_the_first_or_the_last_day_covered(framework):
    framework.change("calendar.toml", "covers_from = 2022-01-01", "covers_from = 2022-01-03")
    framework.change("calendar.toml", "covers_to = 2028-12-31", "covers_to = 2028-12-26")
    days = load_framework(framework.folder).working_days
    assert not days.is_working_day(date(2022, 1, 3))
    assert not days.is_working_day(date(2028, 12, 26))
