"""Hyphens at the ends of lines: which are undone is judged by how the report writes the word elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.reports.layout.hyphens import Hyphens

WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=4, max_size=10)


def joined(report: str, *lines: str) -> str:
    return Hyphens([*report.split("\n"), *lines]).joined(lines)


def test_lines_are_joined_by_a_space() -> None:
    assert joined("", "Leaders know", "their area", "well.") == "Leaders know their area well."
    assert Hyphens([]).joined([]) == ""


def test_a_word_that_the_report_writes_in_one_is_mended() -> None:
    assert joined("Children wait.", "Many chil-", "dren wait") == "Many children wait"


def test_a_word_that_the_report_writes_with_its_hyphen_keeps_it() -> None:
    assert joined("A multi-agency plan.", "the multi-", "agency plan") == "the multi-agency plan"


def test_the_way_it_is_written_more_often_is_followed_and_the_hyphen_where_both_are_as_frequent() -> None:
    assert joined("co-production, coproduction, coproduction", "their co-", "production") == "their coproduction"
    assert joined("co-production, coproduction", "their co-", "production") == "their co-production"


def test_a_word_written_nowhere_else_goes_by_what_the_word_processor_did_to_others() -> None:
    # "children" shows that this one breaks words; without it, the hyphen is taken for the word's own.
    assert joined("children\nsome chil-\ndren", "an inter-", "vention") == "an intervention"
    assert joined("children", "an inter-", "vention") == "an inter-vention"


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("a year-", "round offer"), "a year-round offer"),  # both halves are words of this report
        (("called ‘two-and-a-", "half’"), "called ‘two-and-a-half’"),  # no word is parted behind one letter
        (("in Southend-on-", "Sea"), "in Southend-on-Sea"),  # nor before a capital
        (("from day-", "to-day work"), "from day-to-day work"),
        (("short-", "and long-term plans"), "short- and long-term plans"),
        (("speech-", "or language-based"), "speech- or language-based"),
    ],
)
def test_what_no_word_processor_breaks_keeps_its_hyphen_though_it_breaks_others(
    lines: tuple[str, str], text: str
) -> None:
    report = "children\nsome chil-\ndren\nthe school year\na round table"
    assert joined(report, *lines) == text


def test_a_word_in_capitals_may_be_broken_before_a_capital() -> None:
    assert joined("children\nsome chil-\ndren", "INTER-", "VENTION") == "INTERVENTION"


def test_linking_words_are_still_parts_of_words_that_the_report_knows() -> None:
    assert joined("A factor is missing.", "one fact-", "or is missing") == "one factor is missing"
    assert joined("an up-to-date list", "an up-", "to-date list") == "an up-to-date list"


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("aged 0-", "25"), "aged 0-25"),
        (("in 2022-", "23"), "in 2022-23"),
        (("a post-", "16 place"), "a post-16 place"),
        (("a 16-", "year-old"), "a 16-year-old"),
        (("and/", "or"), "and/or"),
        (("services -", "health and care"), "services - health and care"),
        (("either /", "or"), "either / or"),
        (("ages 0-", "– and on"), "ages 0- – and on"),
        (("www.harbour.example/our-", "area"), "www.harbour.example/our-area"),
        (("https://harbour.example/", "area"), "https://harbour.example/area"),
        (("the multi‑", "agency team"), "the multi‑agency team"),
    ],
)
def test_hyphens_and_strokes_that_stand_for_themselves(lines: tuple[str, str], text: str) -> None:
    assert joined("", *lines) == text


def test_soft_hyphens_are_never_printed() -> None:
    assert joined("", "a part\xadner\xad", "ship") == "a partnership"


@given(st.lists(WORDS, min_size=1, max_size=12), st.data())
def test_text_broken_within_words_that_stand_elsewhere_is_whole_again(words: list[str], data: st.DataObject) -> None:
    """Whatever words are broken wherever they may be, the report that writes them elsewhere gets its text back."""
    lines, rest = [], ""
    for word in words:
        at = data.draw(st.integers(0, len(word) - 1))
        if at < 2:
            rest = f"{rest} {word}".lstrip()
            continue
        lines.append(f"{rest} {word[:at]}-".lstrip())
        rest = word[at:]
    lines.append(rest)
    # More often than it may be met by chance within what the breaks leave.
    assert Hyphens([*words * 2, *lines]).joined(lines) == " ".join(words)


@given(st.lists(st.text(alphabet="abc XYZ.,0-‐/’", min_size=1).map(str.strip).filter(bool), min_size=1))
def test_nothing_but_hyphens_and_blanks_changes(lines: list[str]) -> None:
    def bare(text: str) -> str:
        return "".join(sign for sign in text if sign not in " -‐")

    assert bare(Hyphens(lines).joined(lines)) == bare("".join(lines))
