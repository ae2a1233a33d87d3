"""Placing figures, wording, and the configuration."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from areasend.publication import ConfigurationInvalid, UnprovedSentence, packaged_config_bytes, read_config
from areasend.publication.placing import Placer, table_data
from areasend.publication.wording import digits, listed, number_text, slug, upper_first
from areasend.statistics import Figure, Kind, Marker


def share(part: int, base: int) -> Figure:
    records = tuple(f"r{number}" for number in range(base))
    value = Fraction(100 * part, base) if base else Marker.NOT_APPLICABLE
    return Figure(
        id="t.r.c", label="l", kind=Kind.PERCENT, unit="per cent", value=value, records=records[:part], base=records
    )


def counted(number: int) -> Figure:
    records = tuple(f"r{place}" for place in range(number))
    return Figure(id="t.r.c", label="l", kind=Kind.COUNT, unit="inspections", value=number, records=records)


def test_a_number_is_a_link_to_its_entry_with_its_value() -> None:
    placer = Placer({"t.r.c": counted(7)})
    assert placer.place("t.r.c", "../") == Markup(
        '<a class="figure" href="../numbers.html#t.r.c"><data value="7" data-figure="t.r.c">7</data></a>'
    )
    assert list(placer.used) == ["t.r.c"]


def test_a_figure_that_no_table_holds_cannot_be_placed() -> None:
    with pytest.raises(UnprovedSentence, match=r"asks for the figure 't.x.y', which no table holds"):
        Placer({}).place("t.x.y")


@pytest.mark.parametrize(
    ("number", "said"), [(0, "none of the inspections"), (1, "1 inspection"), (7, "7 inspections")]
)
def test_a_count_takes_its_noun(number: int, said: str) -> None:
    placer = Placer({"t.r.c": counted(number)})
    assert placer.counted("t.r.c", "inspection", "inspections").striptags() == said


@pytest.mark.parametrize(
    ("part", "base", "said"),
    [(4, 9, "44%"), (4, 5, "80%"), (14, 54, "26%"), (1, 8, "13%"), (0, 9, "0%"), (0, 0, "[z]")],
)
def test_a_share_is_worded_rounded_half_up(part: int, base: int, said: str) -> None:
    assert number_text(share(part, base)) == said


def test_tables_show_digits_with_commas_and_keep_the_exact_value() -> None:
    quoted = Figure(id="t.r.c", label="l", kind=Kind.QUOTED, unit="responses", value=67000, records=("s",))
    assert digits(quoted) == "67,000"
    assert table_data(quoted) == '<data value="67000" data-figure="t.r.c">67,000</data>'
    assert table_data(date(2024, 12, 31)) == '<time datetime="2024-12-31">31 December 2024</time>'
    assert table_data(Marker.NOT_AVAILABLE) == "[x]"
    half = Figure(id="t.r.c", label="l", kind=Kind.DAYS, unit="days", value=Fraction(81, 2), records=("s",), places=1)
    assert digits(half) == "40.5"
    rate = Figure(
        id="t.r.c", label="l", kind=Kind.QUOTED, unit="per cent", value=Decimal("18.4"), records=("s",), places=1
    )
    assert number_text(rate) == "18.4%"


@given(st.lists(st.sampled_from("ABCDEF"), unique=True, max_size=6))
def test_a_list_names_every_part_once(parts: list[str]) -> None:
    said = listed(parts)
    assert sorted(said.replace(" and ", "").replace(", ", "")) == sorted(parts)
    assert said.count(" and ") == (1 if len(parts) > 1 else 0)


@given(st.text(min_size=1, max_size=40))
def test_an_address_is_plain(name: str) -> None:
    assert all(letter in "abcdefghijklmnopqrstuvwxyz0123456789-" for letter in slug(name))


def test_names_become_addresses_and_sentences_begin_with_a_capital() -> None:
    assert slug("King's Lynn & Ångström") == "kings-lynn-angstrom"
    assert upper_first("") == ""


def test_the_packaged_configuration_invents_nobody() -> None:
    config = read_config(packaged_config_bytes(), place="packaged", as_at=date(2024, 12, 31))
    assert not config.contact.is_named
    assert config.pre_release_access == ()
    assert config.published is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[release", "not valid TOML in UTF-8"),
        ("[release]\n", "release.title: a release needs a title"),
        ('[release]\ntitle = "T"\npublished = "soon"', "release.published = 'soon': must be a date, unquoted"),
        ("[release]\ntitle = 3\n", "release.title = 3: must be text in quotation marks"),
        ('[release]\ntitle = " "', "release.title: a release needs a title"),
        ('[release]\ntitle = "T"\npublished = 2024-12-31', "a release as at 2024-12-31 is published after that day"),
        ('[release]\ntitle = "T\\u0007"', "holds a control character"),
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
            "unknown keys ['x']",
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
