"""The rest against its whole and the parts before it."""

import pytest
from tests.unit.check.numbers.building import findings, said, text

from areasend.check.numbers.consistency.remaining import remaining
from areasend.check.numbers.results.model import Kind, Severity


def sections(whole, first, second, rest):
    return text(
        "# The year",
        f"Last year we carried out {whole} full visits across the country.",
        f"In {first} visits, we found that schools did well.",
        f"In {second} visits, they did so in part.",
        f"In the remaining {rest} visits, they did not.",
    )


def test_a_rest_that_fits_supports_the_whole_and_its_parts():
    found, (support,) = said(remaining, sections(28, 7, 15, 6))
    assert found == []
    assert (support.how, len(support.numbers)) == ("7 + 15 + 6 = 28", 4)


@pytest.mark.parametrize("numbers", [(28, 7, 15, 7), (28, 8, 15, 6), (28, 7, 14, 6), (27, 7, 15, 6)])
def test_a_rest_that_does_not_fit_is_told_with_what_is_left(numbers):
    whole, first, second, rest = numbers
    (found,) = findings(remaining, sections(*numbers))
    assert (found.kind, found.severity) == (Kind.REMAINING, Severity.ERROR)
    assert found.expected == str(whole - first - second)
    assert found.found == str(rest)
    assert f"of {whole} (a.txt, line 2), {first} + {second} are stated before" in found.message


def test_parts_that_are_more_than_the_whole_are_told():
    (found,) = findings(
        remaining, "We made 20 visits. In 14 visits it was so. In 9 visits not. The remaining 4 visits ended."
    )
    assert (found.severity, found.numbers) == (Severity.QUERY, ())
    assert found.message.startswith("The parts before the rest, 14 + 9, are more than the whole, 20")


def years(whole=54, recent=28, parts=(14, 26, 14), inside=(7, 15, 6)):
    first, second, third = (f"{part} {{}}({own} in 2024)" for part, own in zip(parts, inside, strict=True))
    return (
        f"Since 2023 we have made {whole} full visits, with {recent} taking place in 2024. "
        f"In {first.format('of these visits ')}, all was well. In {second.format('visits ')}, some was. "
        f"In the remaining {third.format('visits ')}, nothing was."
    )


def test_counts_in_brackets_are_a_chain_beside_the_first():
    found, supports = said(remaining, years())
    assert found == []
    assert [entry.how for entry in supports] == ["14 + 26 + 14 = 54", "7 + 15 + 6 = 28"]
    (inner,) = findings(remaining, years(inside=(7, 16, 6)))
    assert (inner.expected, inner.found) == ("5", "6")
    (outer,) = findings(remaining, years(parts=(14, 26, 15)))
    assert (outer.expected, outer.found) == ("14", "15")


def test_brackets_that_say_different_things_are_no_chain():
    sentence = (
        "We made 9 visits, with 5 in 2024. In 3 visits (2 in 2024) all was well. "
        "In the remaining 6 visits (3 in all) not."
    )
    found, supports = said(remaining, sentence)
    assert (found, len(supports)) == ([], 1)
    assert len(said(remaining, sentence.replace(" (3 in all)", ""))[1]) == 1


def test_numbers_that_count_other_things_are_not_its_whole():
    assert findings(remaining, "We spoke to 40 parents in 12 schools. In the remaining 6 areas we wrote letters.") == []
    assert (
        findings(remaining, text("There are 9 areas.", "# Later", "We saw 2 areas. The remaining 6 areas wait.")) == []
    )
    assert findings(remaining, "The remaining 6 visits follow.") == []
    assert findings(remaining, "There were 28 of them. The remaining 6 did well.") == []


def test_parts_that_overlap_may_leave_a_rest_between_them():
    sentence = "We saw 12 schools. In 8 schools it was so. In 7 schools it was not. In the other 4 schools nobody knew."
    assert findings(remaining, sentence) == []
