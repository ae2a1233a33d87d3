"""`release.toml`: what it may say, and every fault of it told at once."""

import re
from datetime import UTC, date, datetime, time

import pytest

from areasend.publication import (
    CalendarState,
    ConfigurationInvalid,
    ReleaseConfig,
    Rule,
    packaged_config_bytes,
    read_config,
)

TITLE = '[release]\ntitle = "T"\n'


def read(text: str) -> ReleaseConfig:
    return read_config(text.encode(), place="my.toml", as_at=date(2024, 12, 31))


def faults(text: str) -> tuple[str, ...]:
    with pytest.raises(ConfigurationInvalid) as refused:
        read(text)
    return refused.value.faults


def test_the_packaged_configuration_invents_nobody() -> None:
    config = read_config(packaged_config_bytes(), place="packaged", as_at=date(2024, 12, 31))
    assert not config.contact.is_named
    assert config.pre_release_access == ()
    assert config.published is None
    assert (config.author, config.version, config.hour) == ("", 1, time(9, 30))
    assert (config.announced, config.publication_moment, config.address) == (None, None, "http://127.0.0.1:8000/")
    assert config.exemptions + config.calendar + config.corrections + config.appeared_earlier == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[release", "not valid TOML in UTF-8"),
        ("[release]\n", "release.title: a release needs a title"),
        ('[release]\ntitle = "T"\npublished = "soon"', "release.published = 'soon': must be a date, unquoted"),
        ("[release]\ntitle = 3\n", "release.title = 3: must be text in quotation marks"),
        ('[release]\ntitle = " "', "release.title: a release needs a title"),
        ('[release]\ntitle = "T"\npublished = 2024-12-31', "a release as at 2024-12-31 is published after that day"),
        ('[release]\ntitle = "T\\u0007"', "holds a control character, '\\x07'"),
        ('[release]\ntitle = "T\\u0085"', "holds a control character, '\\x85'"),
        ('[release]\ntitle = "T\\ufffe"', "holds a control character, '\\ufffe'"),
        ('[release]\ntitle = "T\\u202e"', "holds a control character, '\\u202e'"),
        (f'[release]\ntitle = "{"T" * 2001}"', "release.title: 2001 characters, and a page has room for 2000"),
        (
            TITLE + '[[calendar]]\ntitle = "C"\ndate = 2025-01-01\nstate = "confirmed"\n' * 101,
            "calendar: 101 entries",
        ),
        (TITLE + "published = 9999-12-31", "published = datetime.date(9999, 12, 31): must be a date, unquoted"),
        (TITLE + "announced = 0001-01-01", "announced = datetime.date(1, 1, 1): must be a date, unquoted"),
        (TITLE + 'address = "https://a.org/../b/"', "must be an absolute web address"),
        (TITLE + 'address = "https://a..org/"', "must be an absolute web address"),
        (TITLE + 'address = "https://a.org:65536/"', "must be an absolute web address"),
        ('[release]\ntitle = "T"\n[contact]\nemail = "a@b.org"', "contact.name: a contact needs a name"),
        (
            '[release]\ntitle = "T"\n[contact]\nname = "A"\nemail = "javascript:x"',
            "not an address such as team@example.org",
        ),
        ('[release]\ntitle = "National Statistics"', "'national statistics': a build of areasend is unofficial"),
        ("a = " + "[" * 5000, "not valid TOML in UTF-8"),
        (
            '[release]\ntitle = "Official Statistics on SEND"',
            "'official statistics': a build of areasend is unofficial",
        ),
        ('[releases]\ntitle = "T"', "[releases]: no such section is known here"),
        ("release = 3", "release: must be a section, [release]"),
        ('pre_release_access = 3\n[release]\ntitle = "T"', "must be a list of [[pre_release_access]] sections"),
        (
            '[release]\ntitle = "T"\n[[pre_release_access]]\nname="a"\nrole="b"\norganisation="c"\nreason="d"\nx="e"',
            "pre_release_access[1].x: no such key is known here",
        ),
        (
            '[release]\ntitle = "T"\n[contact]\nphone = "1"',
            "contact.phone: no such key is known here. The keys are name, role",
        ),
    ],
)
def test_a_fault_of_the_configuration_is_named(text: str, said: str) -> None:
    with pytest.raises(ConfigurationInvalid) as refused:
        read_config(text.encode(), place="my.toml", as_at=date(2024, 12, 31))
    assert said in str(refused.value)
    assert str(refused.value).startswith("my.toml has ")


def test_the_commented_examples_of_the_packaged_file_are_valid_when_uncommented() -> None:
    text = packaged_config_bytes().decode().replace("version = 1 ", "version = 2 ")
    # A value, then a remark: the remark of an example is parted by spaces.
    uncommented = re.sub(r"^# (\[\[\w+]]|\w+ = (?:\S+|\"[^\"]*\"))(   .*)?$", r"\1", text, flags=re.MULTILINE)
    config = read(uncommented)
    assert config.published == date(2025, 6, 26)
    assert [entry.version for entry in config.corrections] == [2]
    assert len(config.pre_release_access + config.exemptions + config.calendar + config.appeared_earlier) == 4


def test_what_is_said_of_practice_is_read() -> None:
    config = read(
        TITLE
        + """author = " A. Author "
address = "https://statistics.example.org/send/"
version = 3
announced = 2025-05-22
published = 2025-06-26
hour = "10:15"
[[pre_release_access]]
name = "A"
role = "B"
organisation = "C"
reason = "D"
access_from = 2025-06-25T10:15:00
[[pre_release_access]]
name = "E"
role = "F"
organisation = "G"
reason = "H"
access_from = 2025-06-25T10:15:00Z
[[exemption]]
rule = "hour"
reason = "A joint release"
by = "The head of profession"
[[calendar]]
title = "Next"
month = "June 2026"
state = "provisional"
note = "Moved by a month"
[[calendar]]
title = "This"
date = 2025-06-26
state = "confirmed"
[[correction]]
version = 3
date = 2025-06-26
note = "Third"
[[correction]]
version = 2
date = 2025-06-25
note = "Second"
[[appeared_earlier]]
figure = "coverage.england.inspected"
where = "A speech"
on = 2025-06-20
reason = "Urgent"
"""
    )
    assert (config.author, config.address, config.version) == ("A. Author", "https://statistics.example.org/send/", 3)
    assert config.publication_moment == datetime(2025, 6, 26, 9, 15, tzinfo=UTC)
    first, second = config.pre_release_access
    assert first.access_from == datetime(2025, 6, 25, 9, 15, tzinfo=UTC)
    assert second.access_from == datetime(2025, 6, 25, 10, 15, tzinfo=UTC)
    assert str(second.access_from) == "2025-06-25 11:15:00+01:00"
    (hour,) = config.exemptions
    assert (hour.rule, hour.reason, hour.by) == (Rule.HOUR, "A joint release", "The head of profession")
    assert [(entry.first_day, entry.state, entry.note) for entry in config.calendar] == [
        (date(2026, 6, 1), CalendarState.PROVISIONAL, "Moved by a month"),
        (date(2025, 6, 26), CalendarState.CONFIRMED, ""),
    ]
    assert [(entry.version, entry.day, entry.note) for entry in config.corrections] == [
        (2, date(2025, 6, 25), "Second"),
        (3, date(2025, 6, 26), "Third"),
    ]
    (earlier,) = config.appeared_earlier
    assert (earlier.figure, earlier.where, earlier.on) == ("coverage.england.inspected", "A speech", date(2025, 6, 20))


PERSON = '[[pre_release_access]]\nname="a"\nrole="b"\norganisation="c"\nreason="d"\n'
ENTRY = '[[calendar]]\ntitle="a"\nstate="{}"\n'
CORRECTION = '[[correction]]\nversion={}\ndate={}\nnote="n"\n'
EARLIER = '[[appeared_earlier]]\nfigure="a.b.c"\nwhere="w"\nreason="r"\non={}\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('version = "2"', "release.version = '2': must be a whole number from 1 to 99"),
        ("version = 0", "release.version = 0: must be a whole number"),
        ("version = true", "release.version = True: must be a whole number"),
        ("version = 2", "correction: version 2 has 0 entries"),
        ("version = 2\n" + CORRECTION.format(2, "2025-01-01") * 2, "correction: version 2 has 2 entries"),
        (CORRECTION.format(2, "2025-01-01"), "correction.version = 2: this release is version 1"),
        (
            "version = 3\n" + CORRECTION.format(2, "2025-01-02") + CORRECTION.format(3, "2025-01-01"),
            "correction.date: a later version is dated before an earlier one",
        ),
        ('hour = "9:30"', "release.hour = '9:30': must be an hour of Europe/London"),
        ("hour = 09:30:00", "must be an hour of Europe/London in quotation marks"),
        ('address = "statistics.example.org/"', 'must be an absolute web address that ends in "/"'),
        ('address = "https://statistics.example.org"', 'must be an absolute web address that ends in "/"'),
        ('address = "https://a b/"', 'must be an absolute web address that ends in "/"'),
        ('announced = "May"', "release.announced = 'May': must be a date"),
        ("announced = 2025-06-27\npublished = 2025-06-26", "later than the publication on 2025-06-26"),
        ("announced = 2025-06-27", "release.announced = 2025-06-27: announces no date"),
        (PERSON + 'access_from = "then"', "pre_release_access[1].access_from = 'then': must be a date and hour"),
        (PERSON + "access_from = 2025-06-25", "must be a date and hour of this century"),
        (PERSON + "access_from = 0001-01-01T00:00:00+14:00", "must be a date and hour of this century"),
        (PERSON + "access_from = 2025-03-30T01:30:00", "is shown twice or not at all. Write it with its offset"),
        (PERSON + "access_from = 2025-10-26T01:30:00", "is shown twice or not at all. Write it with its offset"),
        (
            '[[exemption]]\nrule = "friday"\nreason = "r"\nby = "b"',
            "must be one of weekend, bank-holiday, monday, hour",
        ),
        ('[[exemption]]\nrule = ["hour"]\nreason = "r"\nby = "b"', "must be one of weekend, bank-holiday"),
        ('[[exemption]]\nrule = "hour"\nby = "b"', "exemption[1].reason: missing"),
        ('[[exemption]]\nrule = "hour"\nreason = " "\nby = "b"', "exemption[1].reason: missing"),
        ('[[exemption]]\nrule = "hour"\nreason = "r"\nby = "b"\n' * 2, "the rule 'hour' has 2 exemptions"),
        ("[exemption]\n", "exemption: must be a list of [[exemption]] sections"),
        (ENTRY.format("provisional"), "calendar[1]: needs either a date or a month"),
        (
            ENTRY.format("provisional") + 'date=2025-01-01\nmonth="June 2026"',
            "calendar[1]: needs either a date or a month",
        ),
        (ENTRY.format("confirmed") + 'month="June 2026"', "a month alone is provisional"),
        (ENTRY.format("provisional") + 'month="Juni 2026"', "must be a month in quotation marks"),
        (ENTRY.format("late") + "date=2025-01-01", "must be one of provisional, confirmed, published"),
        (
            "published = 2025-06-26\n" + EARLIER.format("2025-06-26"),
            "appeared_earlier[1].on = 2025-06-26: not before the release itself",
        ),
        (EARLIER.format("2025-06-26").replace("a.b.c", ""), "appeared_earlier[1].figure: missing"),
    ],
)
def test_a_fault_of_practice_is_named(text: str, said: str) -> None:
    assert any(said in fault for fault in faults(TITLE + text)), faults(TITLE + text)


def test_a_list_must_be_one_of_sections() -> None:
    assert "exemption: must be a list of [[exemption]] sections." in faults("exemption = [1]\n" + TITLE)


def test_faults_of_shape_and_of_rules_are_told_together_and_once() -> None:
    told = faults(
        "[release]\nversion = 2\nfoo = 1\nannounced = 2025-05-01\n"
        '[[correction]]\nversion = "2"\ndate = 2025-06-26\nnote = "n"\n' + PERSON + "access_from = 2025-10-26T01:30:00"
    )
    assert [fault.split(":")[0].split(" = ")[0] for fault in told] == [
        "release.foo",
        "correction[1].version",
        "release.title",
        "release.announced",
        "pre_release_access[1].access_from",
    ]


def test_access_in_the_hour_that_the_clocks_show_twice_keeps_its_offset() -> None:
    config = read(TITLE + PERSON + "access_from = 2025-10-26T01:30:00+01:00\n" + PERSON)
    moment = config.pre_release_access[0].access_from
    assert moment is not None
    assert moment.astimezone(UTC) == datetime(2025, 10, 26, 0, 30, tzinfo=UTC)
    assert moment.isoformat() == "2025-10-26T01:30:00+01:00"
    assert config.pre_release_access[1].access_from is None
