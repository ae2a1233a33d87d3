"""Placing figures, wording, and the configuration."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from tests.unit.publication.figures import counted, share

from areasend.publication import UnprovedSentence
from areasend.publication.placing import Placer, with_times
from areasend.publication.wording import digits, listed, number_text, slug, upper_first
from areasend.statistics import Figure, Kind, Marker


def placer(figure: Figure) -> Placer:
    return Placer({figure.id: figure}, {figure.id: "numbers/t.html"})


def test_a_number_is_a_link_to_its_entry_with_its_value() -> None:
    assert placer(counted(7)).place("t.r.c", "../") == Markup(
        '<a href="../numbers/t.html#t.r.c"><data value="7">7</data></a>'
    )


def test_a_figure_that_no_table_holds_cannot_be_placed() -> None:
    with pytest.raises(UnprovedSentence, match=r"asks for the figure 't.x.y', which no table holds"):
        Placer({}, {}).place("t.x.y")


@pytest.mark.parametrize(
    ("number", "said"), [(0, "none of the inspections"), (1, "1 inspection"), (7, "7 inspections")]
)
def test_a_count_takes_its_noun(number: int, said: str) -> None:
    assert placer(counted(number)).counted("t.r.c", "inspection", "inspections").striptags() == said


@pytest.mark.parametrize(
    ("part", "base", "said"),
    [(4, 9, "44%"), (4, 5, "80%"), (14, 54, "26%"), (1, 8, "13%"), (0, 9, "0%"), (0, 0, "[z]")],
)
def test_a_share_is_worded_rounded_half_up(part: int, base: int, said: str) -> None:
    assert number_text(share(part, base)) == said


def test_days_within_words_are_marked_up_and_the_words_are_escaped() -> None:
    assert with_times("As at 1 May 2026 & from 29 February 2024: 3 May, 2024") == (
        'As at <time datetime="2026-05-01">1 May 2026</time> &amp; '
        'from <time datetime="2024-02-29">29 February 2024</time>: 3 May, 2024'
    )


def test_tables_show_digits_with_commas_and_keep_the_exact_value() -> None:
    quoted = Figure(id="t.r.c", label="l", kind=Kind.QUOTED, unit="responses", value=67000, records=("s",))
    assert digits(quoted) == "67,000"
    cell = placer(quoted).cell
    assert cell(quoted, "../") == '<a href="../numbers/t.html#t.r.c"><data value="67000">67,000</data></a>'
    assert cell(date(2024, 12, 31)) == '<time datetime="2024-12-31">31 December 2024</time>'
    assert cell(Marker.NOT_AVAILABLE) == "[x]"
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
